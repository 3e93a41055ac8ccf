"""Candidates as the list shows them (후보 목록): what was found, and how each one stands.

* A pair is new until somebody decided about it; what waits for a second person, what was put
  aside and what is done stay to be found.
* A link reopens (다시 볼 것) when what it rested on is gone, or speaks against it now.
* Of a case she may not see, nobody reads more than its number.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from intake.desk.bonds import Bonds
from intake.desk.lines import names_of_centers
from intake.desk.matches_settling import review_again
from intake.desk.rooms import Rooms
from intake.desk.views.matches import Candidate
from intake.errors import NotFound
from intake.ledger.catalogue import chunks, within
from intake.matching import holding, reviewing
from intake.matching.holding import Holding, Pair
from intake.matching.likeness import Likeness, Line
from intake.matching.reviewing import WORDS, Place, Reviewed
from intake.matching.saying import said
from intake.matching.score import NOT_SAME
from intake.register import CODES, Row
from intake.register.fold import blob_of, id_of
from intake.vault import Database

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

    def names(self, centers: Iterable[str]) -> tuple[str, ...]:
        """Return what centers call themselves."""
        return tuple(map(names_of_centers(self._rooms), centers))

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
            return _Page(self._rooms, db).rows(rows)

    def about(self, suspects: Iterable[str]) -> tuple[Candidate, ...]:
        """Return every candidate that one of these suspects, or who is one with them, is part of."""
        review_again(self._rooms)
        with self._rooms.vault.reading() as db:
            world = Holding(db)
            profiles = {world.profile_at(one) for one in suspects} - {""}
            members = {
                ref for one in profiles for ref in world.face(one).profile.members
            }
            rows: set[Reviewed | Pair] = set(reviewing.decided_about(db, members))
            pairs = {pair for one in profiles for pair in holding.pairs_of(db, one) if pair.withheld != NOT_SAME}  # fmt: skip
            rows |= {one for one in pairs if not reviewing.is_decided(db, one.one, one.other)}  # fmt: skip
            return _Page(self._rooms, db).rows(sorted(rows, key=_order, reverse=True))

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
            return _Page(self._rooms, db).rows((found,))[0]

    def of_pair(self, pair: Pair) -> Candidate:
        """Return a kept likeness as a row."""
        with self._rooms.vault.reading() as db:
            return _Page(self._rooms, db).rows((pair,))[0]

    def of_ends(self, ends: Ends) -> Candidate:
        """Return two sides about which nobody decided as a row."""
        found = self.between(ends)
        state = "WITHHELD" if found and found.withheld else "NEW"
        with self._rooms.vault.reading() as db:
            return _Page(self._rooms, db).row(ends, found, state)

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
        with self._rooms.vault.reading() as db:
            return cases_of(db, suspects)

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


@dataclass(frozen=True, slots=True)
class _Told:
    """What a row says of a case."""

    number: str
    center: str
    quiet: bool  # somebody sits here
    shown: bool  # she sees what was said in it


class _Page:
    """Rows of one page: everything is looked up once, in a world that nothing changes meanwhile."""

    def __init__(self, rooms: Rooms, db: Database) -> None:
        self._rooms, self._db, self._world = rooms, db, Holding(db)
        self._language = rooms.language
        self._named = names_of_centers(rooms)
        self._cases: dict[str, _Told] = {}
        self._of: dict[tuple[str, ...], tuple[str, ...]] = {}

    def rows(self, told: Iterable[Reviewed | Pair]) -> tuple[Candidate, ...]:
        """Return decisions and kept likenesses as rows; about decisions that are gone, none."""
        found = [(one, self._ends_of(one)) for one in told]
        self._know(case for _, ends in found for end in (ends.one, ends.other) for case in self._cases_of(end))  # fmt: skip
        return tuple(self._row_of(one, ends) for one, ends in found)

    def _ends_of(self, told: Reviewed | Pair) -> Ends:
        if isinstance(told, Pair):
            return Ends(*(self._world.face(one).profile.members for one in (told.one, told.other)))  # fmt: skip
        row = self._db.one("SELECT one, other FROM m_link WHERE id = ?", (blob_of(told.link),))  # fmt: skip
        one, other = map(id_of, row) if row is not None else (told.one, told.other)
        return Ends(*reviewing.sides_of(self._db, told.link, one, other))

    def _between(self, told: Reviewed | Pair, ends: Ends) -> Likeness | None:
        if isinstance(told, Pair):
            return self._world.between(*map(self._world.face, (told.one, told.other)))
        return reviewing.between(self._world, (ends.one, ends.other))

    def _row_of(self, told: Reviewed | Pair, ends: Ends) -> Candidate:
        """Return one as a row; its reason is said with its value where she may read it."""
        found = self._between(told, ends) if self._shows(ends) else None
        first = _named(found, told.says, told.says_kind)
        if isinstance(told, Pair):
            kept = Likeness(told.kind, told.weight, told.word, ())  # type: ignore[arg-type]
            state = "WITHHELD" if told.withheld else "NEW"
            return self.row(ends, kept, state, first=first, reasons=told.reasons, told_ms=told.told_ms)  # fmt: skip
        link = self._rooms.register.get("link", told.link)
        kind = str((link["kind"] if link is not None else None) or PERSON)
        kept = Likeness(kind, told.weight, told.word, ())  # type: ignore[arg-type]
        return self.row(ends, kept, told.state, first=first, reasons=told.reasons, link=link)  # fmt: skip

    def row(self, ends: Ends, found: Likeness | None, state: str, *, first: Line | None = None, reasons: int = -1, link: Row | None = None, told_ms: int = 0) -> Candidate:  # fmt: skip
        """Return two sides as a row; of whoever sits here now, nothing but that there is one."""
        rooms, label = self._rooms, CODES.label
        sides = [[self._told(case) for case in self._cases_of(end)] for end in (ends.one, ends.other)]  # fmt: skip
        quiet = any(case.quiet for side in sides for case in side)
        lines = found.lines if found else ()
        first = first or (lines[0] if lines else None)
        centers = tuple(sorted({case.center for side in sides for case in side}))
        shown = said(replace(first, holders=0), rooms.texts, self._language) if first and self._shows(ends) else ""  # fmt: skip
        kind, word = (found.kind, found.word) if found else (PERSON, "WEAK")
        one, other = ((() if quiet else tuple(case.number for case in side)) for side in sides)  # fmt: skip
        return Candidate(
            id=ends.id,
            kind=kind,
            kind_label=label("relation_link", kind, self._language),
            word=word,
            word_label=label("likeness", word, self._language),
            headline=shown,
            reasons=reasons if reasons >= 0 else sum(line.weight > 0 for line in lines),
            one_numbers=one,
            other_numbers=other,
            centers=centers,
            state=state,
            state_label=rooms.texts(_label_of(state, link)),
            link=link.id if link is not None else "",
            crosses=len(centers) > 1,
            told_ms=told_ms,
            seen=link is not None and bool(link["seen"]),
            center_names=tuple(map(self._named, centers)),
        )

    def _shows(self, ends: Ends) -> bool:
        """Whether the reason may be shown: she sees every case, and nobody of them sits here."""
        told = [self._told(case) for end in (ends.one, ends.other) for case in self._cases_of(end)]  # fmt: skip
        return all(case.shown and not case.quiet for case in told)

    def _cases_of(self, suspects: tuple[str, ...]) -> tuple[str, ...]:
        if suspects not in self._of:
            self._of[suspects] = cases_of(self._db, suspects)
        return self._of[suspects]

    def _told(self, case: str) -> _Told:
        if case not in self._cases:
            self._know((case,))
        return self._cases[case]

    def _know(self, cases: Iterable[str]) -> None:
        """Look up cases: number and center are everybody's to read, the words are not."""
        for chunk in chunks({blob_of(case) for case in cases}):
            said = {
                case: told for case, *told in self._db.all(within(_CASE, chunk), chunk)
            }
            sits = {case for (case,) in self._db.all(within(_SITS, chunk), chunk)}
            for one in chunk:
                number, center = said.get(one, ("", ""))
                seen = self._rooms.sight.sees(id_of(one))
                self._cases[id_of(one)] = _Told(number or "", center or "", one in sits, seen)  # fmt: skip


_CASE = "SELECT id, number, center FROM r_case WHERE id IN (?*)"
_SITS = """SELECT "case" FROM r_interview WHERE "case" IN (?*) AND state = 'OPEN' AND deleted IS NULL"""


def cases_of(db: Database, suspects: Iterable[str]) -> tuple[str, ...]:
    """Return the cases of suspects that are compared, in order."""
    found: set[str] = set()
    for chunk in chunks(map(blob_of, suspects)):
        sql = within('SELECT DISTINCT "case" FROM m_sight WHERE id IN (?*)', chunk)
        found |= {id_of(case) for (case,) in db.all(sql, chunk)}
    return tuple(sorted(found))


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
