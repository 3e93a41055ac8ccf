"""Candidates as the list shows them (후보 목록): what was found, and how each one stands.

* A pair is new until somebody decided about it; what waits for a second person, what was put
  aside and what is done stay to be found.
* A link reopens (다시 볼 것) when what it rested on is gone, or speaks against it now.
* Of a case she may not see, nobody reads more than its number.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from intake.desk.bonds import Bonds
from intake.desk.clues import is_interviewed
from intake.desk.matches_settling import review_again
from intake.desk.rooms import Rooms
from intake.desk.views.matches import Candidate
from intake.errors import NotFound
from intake.ledger.catalogue import chunks, within
from intake.matching import reviewing
from intake.matching.holding import Holding, Pair
from intake.matching.likeness import Likeness, Line
from intake.matching.reviewing import WORDS, Place, Reviewed
from intake.matching.saying import said
from intake.register import CODES, Row
from intake.register.fold import blob_of, id_of

STATES = ("NEW", "HOLD", "SECOND", "DONE", "REOPENED", "WITHHELD", "ALL")
PERSON = "same_person"
KINDS = (PERSON, "same_network", "same_material")
_DECIDED = ("HOLD", "SECOND", "DONE", "REOPENED")
_OPEN = {
    "NEW": False,
    "WITHHELD": True,
}  # whether something keeps it from being proposed


@dataclass(frozen=True, slots=True)
class Ends:
    """The two sides of a candidate, as suspects."""

    one: tuple[str, ...]
    other: tuple[str, ...]

    @property
    def id(self) -> str:
        """The name of the candidate: both least members, the lesser first."""
        return ".".join(sorted((min(self.one), min(self.other))))


class Queue:
    """Reads candidates."""

    def __init__(self, rooms: Rooms) -> None:
        """Work in these rooms."""
        self._rooms = rooms

    # --- the list ------------------------------------------------------------------

    def counts(self) -> dict[str, int]:
        """Return how many candidates stand how."""
        review_again(self._rooms)
        with self._rooms.vault.reading() as db:
            return reviewing.counts(db)

    def page(self, state: str, most: int, after: str = "") -> tuple[Candidate, ...]:
        """Return candidates that stand so, the strongest word first, those after ``after``.

        Raises:
            NotFound: ``after`` is no candidate any more.
        """
        review_again(self._rooms)
        states = (*_DECIDED, *_OPEN) if state == "ALL" else (state,)
        with self._rooms.vault.reading() as db:
            place = self._place(after)
            decided = [one for told in states if told in _DECIDED for one in reviewing.decided(db, told, most, place)]  # fmt: skip
            pairs = [one for told in states if told in _OPEN for one in reviewing.undecided(db, most, place, withheld=_OPEN[told])]  # fmt: skip
        rows: list[Reviewed | Pair] = [*decided, *pairs]
        rows = sorted(rows, key=_order, reverse=True)[: max(most, 0)]
        look = _Page(self._rooms)
        return tuple(look.of_link(one) if isinstance(one, Reviewed) else look.of_pair(one) for one in rows)  # fmt: skip

    def _place(self, after: str) -> Place | None:
        if not after:
            return None
        one, _, other = after.partition(".")
        with self._rooms.vault.reading() as db:
            try:
                place = reviewing.place(db, one, other)
            except ValueError:  # no id at all
                place = None
        if place is None:
            raise NotFound(entity="candidate")
        return place

    # --- one -----------------------------------------------------------------------

    def last(self, candidate: str) -> Row | None:
        """Return the last decision about a candidate; None where nobody decided."""
        review_again(self._rooms)
        one, _, other = candidate.partition(".")
        with self._rooms.vault.reading() as db:
            try:
                found = reviewing.reviewed(db, one, other) if one and other else None
            except ValueError:  # no id at all
                return None
        return self._rooms.register.get("link", found.link) if found is not None else None  # fmt: skip

    def of_link(self, link: Row) -> Candidate:
        """Return a decision as a row, as it stands now."""
        review_again(self._rooms)
        with self._rooms.vault.reading() as db:
            found = reviewing.of_link(db, link.id)
        if found is None:
            raise NotFound(entity="link")
        return _Page(self._rooms).of_link(found)

    def of_pair(self, pair: Pair) -> Candidate:
        """Return a kept likeness as a row."""
        return _Page(self._rooms).of_pair(pair)

    def of_ends(self, ends: Ends) -> Candidate:
        """Return two sides about which nobody decided as a row."""
        found = self.between(ends)
        state = "WITHHELD" if found and found.withheld else "NEW"
        return _Page(self._rooms).row(ends, found, state)

    def undecided(self, found: Iterable[Pair]) -> tuple[Pair, ...]:
        """Return the proposed pairs about which nobody has said anything yet."""
        review_again(self._rooms)
        with self._rooms.vault.reading() as db:
            told = [one for one in found if not one.withheld and not reviewing.is_decided(db, one.one, one.other)]  # fmt: skip
        return tuple(sorted(told, key=lambda one: (-one.weight, one.id)))

    # --- decisions -----------------------------------------------------------------

    def ends(self, link: Row) -> Ends:
        """Return the two sides of a decision, as they were without it."""
        with self._rooms.vault.reading() as db:
            return Ends(*reviewing.sides_of(db, link.id, str(link["one"]), str(link["other"])))  # fmt: skip

    def waiting_between(self, ends: Ends) -> tuple[str, ...]:
        """Return the decisions between two sides that stand for nothing yet."""
        sides, found = (set(ends.one), set(ends.other)), set[str]()
        with self._rooms.vault.reading() as db:
            for ref in map(blob_of, ends.one):
                for link, one, other in db.all(_UNSETTLED, (ref,)):
                    told = {id_of(one), id_of(other)}
                    if all(side & told for side in sides):
                        found.add(id_of(link))
        return tuple(sorted(found))

    def shakes(self, link: str) -> tuple[str, ...]:
        """Return over what a decision is to be looked at again, as digests."""
        review_again(self._rooms)
        with self._rooms.vault.reading() as db:
            return reviewing.shakes_of(db, link)

    def state_of(self, link: str) -> str:
        """Return how a decision stands, but for whether it is shaken."""
        return Bonds(self._rooms).state(link)

    def between(self, ends: Ends) -> Likeness | None:
        """Return what is found between two sides now; None where one is not compared."""
        with self._rooms.vault.reading() as db:
            return reviewing.between(Holding(db), (ends.one, ends.other))

    def cases_of(self, suspects: tuple[str, ...]) -> tuple[str, ...]:
        """Return the cases of suspects that are compared, in order."""
        found: set[str] = set()
        with self._rooms.vault.reading() as db:
            for chunk in chunks(map(blob_of, suspects)):
                sql = within(
                    'SELECT DISTINCT "case" FROM m_sight WHERE id IN (?*)', chunk
                )
                found |= {id_of(case) for (case,) in db.all(sql, chunk)}
        return tuple(sorted(found))

    def numbers(self, cases: tuple[str, ...]) -> tuple[str, ...]:
        """Return the numbers of cases."""
        rows = (self._rooms.register.get("case", case) for case in cases)
        return tuple(
            str(row["number"] or "") if row is not None else "" for row in rows
        )

    def centers(self, cases: tuple[str, ...]) -> tuple[str, ...]:
        """Return the centers of cases, each once."""
        rows = (self._rooms.register.get("case", case) for case in cases)
        return tuple(sorted({str(row["center"] or "") for row in rows if row is not None}))  # fmt: skip

    def sees(self, cases: tuple[str, ...]) -> bool:
        """Whether the words of all these cases may be seen."""
        return all(map(self._rooms.sight.sees, cases))


# What was said of somebody and joins nobody: on hold, or waiting; NOT_SAME stays as it is.
_UNSETTLED = """
SELECT id, one, other FROM m_link WHERE one = ?1 AND joins = 0 AND older = 0
  AND kind <> 'same_victim' AND decision <> 'NOT_SAME'
UNION SELECT id, one, other FROM m_link WHERE other = ?1 AND joins = 0 AND older = 0
  AND kind <> 'same_victim' AND decision <> 'NOT_SAME'"""


def _order(one: Reviewed | Pair) -> tuple[int, int, str, str]:
    rank = one.rank if isinstance(one, Reviewed) else WORDS.index(one.word)
    return -rank, one.weight, one.one, one.other


class _Page:
    """Rows of one page: a case, a center and a face are looked up once."""

    def __init__(self, rooms: Rooms) -> None:
        self._rooms, self._queue = rooms, Queue(rooms)
        self._cases: dict[str, tuple[str, str, bool, bool]] = {}

    def of_pair(self, pair: Pair) -> Candidate:
        """Return a kept likeness as a row; its reason is said with its value."""
        state = "WITHHELD" if pair.withheld else "NEW"
        with self._rooms.vault.reading() as db:
            world = Holding(db)
            ends = Ends(world.face(pair.one).profile.members, world.face(pair.other).profile.members)  # fmt: skip
            shown = self._shows(ends)
            found = world.between(world.face(pair.one), world.face(pair.other)) if shown else None  # fmt: skip
        kept = Likeness(pair.kind, pair.weight, pair.word, ())  # type: ignore[arg-type]
        first = _named(found, pair.says, pair.says_kind)
        return self.row(ends, kept, state, first=first, reasons=pair.reasons, told_ms=pair.told_ms)  # fmt: skip

    def of_link(self, told: Reviewed) -> Candidate:
        """Return a decision as a row."""
        link = self._rooms.register.get("link", told.link)
        if link is None:
            raise NotFound(entity="link")
        ends = self._queue.ends(link)
        found = self._queue.between(ends) if self._shows(ends) else None
        kind = str(link["kind"] or PERSON)
        kept = Likeness(kind, told.weight, told.word, ())  # type: ignore[arg-type]
        first = _named(found, told.says, told.says_kind)
        return self.row(ends, kept, told.state, first=first, reasons=told.reasons, link=link)  # fmt: skip

    def row(self, ends: Ends, found: Likeness | None, state: str, *, first: Line | None = None, reasons: int = -1, link: Row | None = None, told_ms: int = 0) -> Candidate:  # fmt: skip
        """Return two sides as a row; of whoever sits here now, nothing but that there is one."""
        rooms, label = self._rooms, CODES.label
        one, other = map(self._cases_of, (ends.one, ends.other))
        quiet, shown = self._is_quiet((*one, *other)), self._shows(ends)
        lines = found.lines if found else ()
        first = first or (lines[0] if lines else None)
        centers = tuple(sorted({told[1] for case in (*one, *other) if (told := self._told(case))[3]}))  # fmt: skip
        kind, word = (found.kind, found.word) if found else (PERSON, "WEAK")
        return Candidate(
            id=ends.id,
            kind=kind,
            kind_label=label("relation_link", kind, rooms.language),
            word=word,
            word_label=label("likeness", word, rooms.language),
            headline=said(first, rooms.texts, rooms.language)
            if first and shown
            else "",
            reasons=reasons if reasons >= 0 else sum(line.weight > 0 for line in lines),
            one_numbers=() if quiet else tuple(self._told(case)[0] for case in one),
            other_numbers=() if quiet else tuple(self._told(case)[0] for case in other),
            centers=centers,
            state=state,
            state_label=rooms.texts(_label_of(state, link)),
            link=link.id if link is not None else "",
            crosses=len(centers) > 1,
            told_ms=told_ms,
            seen=link is not None and bool(link["seen"]),
        )

    def _shows(self, ends: Ends) -> bool:
        """Whether the reason may be shown: she sees every case, and nobody of them sits here."""
        cases = (*self._cases_of(ends.one), *self._cases_of(ends.other))
        return not self._is_quiet(cases) and self._queue.sees(cases)

    def _is_quiet(self, cases: tuple[str, ...]) -> bool:
        return any(self._told(case)[2] for case in cases)

    def _cases_of(self, suspects: tuple[str, ...]) -> tuple[str, ...]:
        return self._queue.cases_of(suspects)

    def _told(self, case: str) -> tuple[str, str, bool, bool]:
        """Return of a case its number, its center, whether somebody sits here, whether it is known."""
        if case not in self._cases:
            row = self._rooms.register.get("case", case)
            number, center = (str(row["number"] or ""), str(row["center"] or "")) if row else ("", "")  # fmt: skip
            self._cases[case] = number, center, is_interviewed(self._rooms, case), row is not None  # fmt: skip
        return self._cases[case]


def _named(found: Likeness | None, says: str, kind: str) -> Line | None:
    """Return the line that was kept as the weightiest, with its value; else the one found now."""
    lines = found.lines if found is not None else ()
    kept = (line for line in lines if (line.says, line.kind) == (says, kind))
    return next(kept, lines[0] if lines else None)


def _label_of(state: str, link: Row | None) -> str:
    if state == "SECOND" and link is not None and link["decision"] == "NOT_SAME":
        return "matches-state-second-not"
    if state == "SECOND" and link is not None and link["seen"]:
        return "matches-state-second-seen"
    return _STATE_IDS[state]


_STATE_IDS = {
    "NEW": "matches-state-new",
    "HOLD": "matches-state-hold",
    "SECOND": "matches-state-second",
    "DONE": "matches-state-done",
    "REOPENED": "matches-state-reopened",
    "WITHHELD": "matches-state-withheld",
}
