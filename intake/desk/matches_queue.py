"""Candidates as the list shows them (후보 목록): what was found, and how each one stands.

* A pair is new until somebody decided about it; what waits for a second person, what was put
  aside and what is done stay to be found.
* A link reopens (다시 볼 것) when what it rested on is gone, or speaks against it now.
* Of a case she may not see, nobody reads more than its number.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from intake.desk.bonds import Bonds
from intake.desk.clues import is_interviewed
from intake.desk.link_notices import objections
from intake.desk.rooms import Rooms
from intake.desk.views.matches import Candidate
from intake.matching.decided import group_of
from intake.matching.holding import Holding, Pair, pairs
from intake.matching.likeness import Likeness, Line
from intake.matching.saying import said
from intake.matching.score import NOT_SAME
from intake.register import CODES, Row
from intake.register.fold import blob_of, id_of

STATES = ("NEW", "HOLD", "SECOND", "DONE", "REOPENED", "WITHHELD", "ALL")
PERSON = "same_person"
KINDS = (PERSON, "same_network", "same_material")
_WORDS = ("VERY_HIGH", "HIGH", "REVIEW", "WEAK")


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

    # --- decisions -----------------------------------------------------------------

    def links(self) -> tuple[Row, ...]:
        """Return every decision about suspects that was not taken back, the newest first."""
        find = self._rooms.register.find
        with self._rooms.vault.reading() as db:
            heard = {id_of(one) for (one,) in db.all("SELECT id FROM m_link")}
        rows = [row for row in find("link", kind=PERSON) if row.id in heard]
        bonds = Bonds(self._rooms)
        rows += [row for kind in KINDS[1:] for row in find("link", kind=kind) if bonds.is_heard(row.id)]  # fmt: skip
        told = (row for row in rows if row["decision"] and row["one"] and row["other"])
        return tuple(sorted(told, key=lambda row: (row.said, row.id), reverse=True))

    def ends(self, link: Row) -> Ends:
        """Return the two sides of a decision, as they were without it."""
        one, other = str(link["one"]), str(link["other"])
        with self._rooms.vault.reading() as db:
            left = group_of(db, one, aside=link.id).members
            right = group_of(db, other, aside=link.id).members
        if other in left:  # joined by other decisions too
            return Ends((one,), (other,))
        return Ends(*sorted((left, right), key=min))

    def is_joined(self, link: Row) -> bool:
        """Whether a decision stands now; one about a person joins its two sides."""
        if link["kind"] != PERSON:
            return self._is_agreed(link)
        with self._rooms.vault.reading() as db:
            row = db.one("SELECT joins FROM m_link WHERE id = ?", (blob_of(link.id),))
        return row is not None and row[0] > 0

    def _is_agreed(self, link: Row) -> bool:
        """Whether everybody who has to said that two sides share a room or a recording."""
        return Bonds(self._rooms).bond(link.id) is not None

    def state_of(self, link: Row, found: Likeness | None) -> str:
        """Return how a decision stands."""
        if link["decision"] == "HOLD" or link["second"] not in {None, link["decision"]}:
            return "HOLD"
        if link["decision"] == "NOT_SAME":
            return "DONE"
        if not self.is_joined(link):
            return "SECOND"
        return "REOPENED" if self._is_shaken(link, found) else "DONE"

    def _is_shaken(self, link: Row, found: Likeness | None) -> bool:
        """Whether what a link rested on is gone or speaks against it now, or a center objects."""
        if objections(self._rooms, link.id):
            return True
        lines = self._rooms.register.find("link_line", link=link.id)
        if not lines:
            return False  # somebody knew it; nothing was found then either
        get = self._rooms.register.get
        for line in lines:
            for name in ("one_record", "other_record"):
                entities = ("identifier", "suspect", "evidence", "material")
                known = [row for entity in entities if line[name] and (row := get(entity, str(line[name])))]  # fmt: skip
                if known and all(row.gone for row in known):
                    return True
        withheld = found.withheld if found is not None else ""
        if withheld and withheld != NOT_SAME:
            return True
        proposed = link["likeness"] in _WORDS[:3]
        return proposed and (found is None or found.word == "WEAK")

    # --- candidates ----------------------------------------------------------------

    def all(self, state: str = "ALL", most: int = 200) -> Iterator[Candidate]:
        """Yield decided candidates, then at most so many others, the strongest first."""
        decided = set()
        for link in self.links():
            one = self.of_link(link)
            if one is not None and one.id not in decided:
                decided.add(one.id)
                yield one
        if state not in {"ALL", "NEW", "WITHHELD"}:
            return
        with self._rooms.vault.reading() as db:
            found = pairs(db)
        for pair in sorted(
            found, key=lambda one: (_WORDS.index(one.word), -one.weight)
        ):
            fits = state == "ALL" or bool(pair.withheld) == (state == "WITHHELD")
            if fits and pair.id not in decided and pair.withheld != NOT_SAME:
                if most <= 0:
                    return
                most -= 1
                yield self.of_pair(pair)

    def undecided(self, found: Iterable[Pair]) -> tuple[Pair, ...]:
        """Return the proposed pairs about which nobody has said anything yet."""
        decided = {self.ends(link).id for link in self.links()}
        told = (one for one in found if not one.withheld and one.id not in decided)
        return tuple(sorted(told, key=lambda one: (-one.weight, one.id)))

    def of_ends(self, ends: Ends) -> Candidate:
        """Return two sides about which nobody decided as a row."""
        found = self.between(ends)
        first = found.lines[0] if found and found.lines else Line("", "", 0)
        reasons = sum(line.weight > 0 for line in found.lines) if found else 0
        kind, word = (found.kind, found.word) if found else (PERSON, "WEAK")
        state = "WITHHELD" if found and found.withheld else "NEW"
        return self._row(ends, kind, word, first, reasons, state)

    def of_pair(self, pair: Pair) -> Candidate:
        """Return a kept likeness as a row."""
        with self._rooms.vault.reading() as db:
            world = Holding(db)
            ends = Ends(world.face(pair.one).profile.members, world.face(pair.other).profile.members)  # fmt: skip
        first = Line(pair.says, pair.says_kind, pair.weight)
        state = "WITHHELD" if pair.withheld else "NEW"
        return self._row(ends, pair.kind, pair.word, first, pair.reasons, state, told_ms=pair.told_ms)  # fmt: skip

    def of_link(self, link: Row) -> Candidate | None:
        """Return a decision as a row; None where neither side is compared any more."""
        ends = self.ends(link)
        found = self.between(ends)
        state = self.state_of(link, found)
        first = found.lines[0] if found and found.lines else Line("", "", 0)
        word = found.word if found else str(link["likeness"] or "WEAK")
        reasons = sum(line.weight > 0 for line in found.lines) if found else 0
        kind = str(link["kind"] or PERSON)
        return self._row(ends, kind, word, first, reasons, state, link=link.id)

    def between(self, ends: Ends) -> Likeness | None:
        """Return what is found between two sides now; None where one is not compared."""
        with self._rooms.vault.reading() as db:
            world = Holding(db)
            one, other = world.face_of(ends.one), world.face_of(ends.other)
            if not one.profile.sightings or not other.profile.sightings:
                return None
            return world.between(one, other)

    def cases_of(self, suspects: tuple[str, ...]) -> tuple[str, ...]:
        """Return the cases of suspects, in order."""
        with self._rooms.vault.reading() as db:
            faces = Holding(db).face_of(suspects)
        return tuple(sorted(faces.profile.cases))

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

    def _row(self, ends: Ends, kind: str, word: str, first: Line, reasons: int, state: str, *, link: str = "", told_ms: int = 0) -> Candidate:  # fmt: skip
        rooms, (one, other) = self._rooms, map(self.cases_of, (ends.one, ends.other))
        label, texts = CODES.label, rooms.texts
        quiet = any(is_interviewed(rooms, case) for case in (*one, *other))
        shown = bool(first.says) and self.sees((*one, *other)) and not quiet
        centers = self.centers((*one, *other))
        return Candidate(
            id=ends.id,
            kind=kind,
            kind_label=label("relation_link", kind, rooms.language),
            word=word,
            word_label=label("likeness", word, rooms.language),
            headline=said(first, texts, rooms.language) if shown else "",
            reasons=reasons,
            one_numbers=() if quiet else self.numbers(one),
            other_numbers=() if quiet else self.numbers(other),
            centers=centers,
            state=state,
            state_label=texts(_STATE_IDS[state]),
            link=link,
            crosses=len(centers) > 1,
            told_ms=told_ms,
        )


_STATE_IDS = {
    "NEW": "matches-state-new",
    "HOLD": "matches-state-hold",
    "SECOND": "matches-state-second",
    "DONE": "matches-state-done",
    "REOPENED": "matches-state-reopened",
    "WITHHELD": "matches-state-withheld",
}
