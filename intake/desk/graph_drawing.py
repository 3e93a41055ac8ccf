"""Nodes and lines of the picture, in the order in which they are needed (그림의 점과 선).

* People and cases of whom was asked for come first, then the clues that several have, then who
  may be the same, then the rest; what has no room is counted and not drawn.
* A suspect's name is on no node: who reads the evidence reads the name there.
"""

from collections import Counter
from functools import partial

from intake.desk.graph_reading import CANDIDATE, PERSON, Noted, Reading, Tie
from intake.desk.views.joint import Edge, GraphView, Node
from intake.desk.views.people import visible
from intake.matching.saying import shown
from intake.register import CODES
from intake.text import Texts

FIRST, COMMON, TIED, ALONE, FARTHER = range(5)
Key = tuple[str, str]


class Drawing:
    """Gathers what is drawn."""

    def __init__(self, reading: Reading, texts: Texts) -> None:
        """Begin with nothing."""
        self._reading, self._texts = reading, texts
        self._label = partial(CODES.label, language=texts.language)
        self._center = reading.center
        self._nodes: dict[str, tuple[int, Node]] = {}
        self._edges: dict[Key, Edge] = {}
        self._held: dict[Key, list[tuple[str, Noted]]] = {}
        self._near: set[str] = set()
        self._named: Counter[str] = Counter()

    # --- people --------------------------------------------------------------------

    def open(self, members: tuple[str, ...], tier: int) -> None:
        """Draw a person with the suspects, cases and clues it is known by."""
        self._person(members, tier)
        for suspect in members:
            self._suspect(suspect, tier)
            case = self.case(self._reading.case_of(suspect), tier)
            if case:
                self._join(suspect, case, "of-case")
            if len(members) > 1:
                said = self._reading.said_of(suspect)
                self._join(_profile(members), suspect, PERSON, said)
            for clue in self._reading.clues(suspect):
                self._held.setdefault((clue.kind, clue.value), []).append((suspect, clue))  # fmt: skip
            if tier == FIRST:
                self._near.add(suspect)

    def tie(self, tie: Tie, mine: tuple[str, ...], theirs: tuple[str, ...], tier: int) -> None:  # fmt: skip
        """Draw a line to another person, who stands there without what it is known by."""
        if _face(theirs) not in self._nodes:
            if len(theirs) > 1:
                self._person(theirs, tier)
            else:
                self._suspect(theirs[0], tier)
        self._join(_face(mine), _face(theirs), tie.kind, self._said(tie))

    def values(self) -> tuple[Key, ...]:
        """Return the clues noted until now that are not used by many."""
        return tuple(sorted(key for key, held in self._held.items() if not _is_shared(held)))  # fmt: skip

    # --- the end -----------------------------------------------------------------------

    def view(self, centre: str, limit: int) -> GraphView:
        """Return the picture with as much as has room."""
        for key in sorted(self._held):
            self._mark(key, self._held[key])
        ranked = sorted(self._nodes.values(), key=_rank)
        kept = [node for _, node in ranked[:limit]]
        seen = {node.id for node in kept}
        edges = [edge for edge in self._edges.values() if {edge.one, edge.other} <= seen]  # fmt: skip
        tied = {end for edge in edges for end in (edge.one, edge.other)}
        nodes = tuple(node for node in kept if node.kind != "mark" or node.id in tied)
        edges.sort(key=lambda edge: (edge.kind, edge.one, edge.other))
        return GraphView(centre, nodes, tuple(edges), len(ranked) - len(nodes))

    # --- within ------------------------------------------------------------------------

    def _put(self, node: Node, tier: int) -> None:
        held = self._nodes.get(node.id)
        if held is None or tier < held[0]:
            self._nodes[node.id] = (tier, node)

    def _join(self, one: str, other: str, kind: str, label: str = "") -> None:
        pair = (one, other) if one < other else (other, one)
        held = self._edges.get(pair)
        if held is None or held.kind == CANDIDATE:
            self._edges[pair] = Edge(one, other, kind, label)

    def _person(self, members: tuple[str, ...], tier: int) -> None:
        if len(members) == 1:
            return
        cases = {self._reading.case_of(one) for one in members}
        rows = [row for row in map(self._reading.case, sorted(cases)) if row is not None]  # fmt: skip
        centers = sorted({str(row["center"] or "") for row in rows} - {""})
        label = self._texts("graph-person", cases=len(cases))
        node = Node(_profile(members), "profile", label, " · ".join(map(self._center, centers)), len(members), members[0])  # fmt: skip
        self._put(node, tier)

    def _suspect(self, suspect: str, tier: int) -> None:
        row, case = self._reading.suspect(suspect), self._reading.case(self._reading.case_of(suspect))  # fmt: skip
        part = str((row["part"] or "") if row is not None else "")
        stage = str((row["stage"] or "") if row is not None else "") or "UNCONFIRMED"
        label = self._label("suspect_part", part) if part else self._stage(stage)
        number = str(case["number"] or "") if case is not None else ""
        self._put(
            Node(suspect, "suspect", label, number, 1, case.id if case else ""), tier
        )

    def _stage(self, stage: str) -> str:
        return self._texts("graph-suspect") if stage == "UNCONFIRMED" else self._label("suspect_stage", stage)  # fmt: skip

    def case(self, case: str, tier: int) -> str:
        """Draw a case; return its node, or nothing where it is there no more."""
        row = self._reading.case(case)
        if row is None:
            return ""
        number = str(row["number"] or "?")
        center = str(row["center"] or "")
        sub = self._center(center) if center else ""
        self._put(Node(case, "case", number, sub, 1, case), tier)
        return case

    def _mark(self, key: Key, held: list[tuple[str, Noted]]) -> None:
        kind, value = key
        holders = {suspect for suspect, _ in held}
        name = self._name(kind, min(clue.record for _, clue in held) or min(holders))
        near = bool(holders & self._near)
        tier = (COMMON if len(holders) > 1 else ALONE) if near else FARTHER
        label, sub = visible(shown(kind, value)), self._label("identifier_kind", kind)
        shared, go = _is_shared(held), self._reading.case_of(min(holders))
        if shared:
            sub = f"{sub} · {self._texts('graph-shared')}"
        node = Node(name, "mark", label, sub, len(holders), go, shared)
        self._put(node, tier)
        for suspect, clue in held:
            role = self._label("identifier_role", clue.role) if clue.role else ""
            self._join(suspect, name, "has-mark", role)

    def _name(self, kind: str, record: str) -> str:
        """Return the node of a clue; one record may hold several, and a value is in no id."""
        base = f"m:{record}:{kind}"
        self._named[base] += 1
        return f"{base}:{self._named[base]}"

    def _said(self, tie: Tie) -> str:
        says = self._texts
        if tie.word:
            like = self._label("relation_link", tie.like)
            return f"{like} · {self._label('likeness', tie.word)}"
        told = " ".join(filter(None, (tie.by, tie.on)))
        return f"{told} · {says('graph-waits')}" if tie.waits else told


def _rank(placed: tuple[int, Node]) -> tuple[int, int, int, str]:
    tier, node = placed
    kinds = ("profile", "suspect", "case", "mark")
    return tier, kinds.index(node.kind) if tier == FIRST else 0, -node.weight, node.id


def _is_shared(held: list[tuple[str, Noted]]) -> bool:
    return any(clue.shared for _, clue in held)


def _profile(members: tuple[str, ...]) -> str:
    return f"p:{members[0]}"


def _face(members: tuple[str, ...]) -> str:
    """Return the node that stands for a person: its own, or the one suspect it is."""
    return _profile(members) if len(members) > 1 else members[0]
