"""What the picture is drawn from (그림의 바탕): suspects, who is one person, clues, ties.

* Read as the person here may see it: a case that is not hers gives its number and no clue.
* Accounts of a victim's own (피해자 측), names, and what is of nobody in particular are no part
  of it; nor are cases of a training, unless somebody asks for one.
* A decision that waits for a second person joins nobody yet.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from intake.desk.bonds import Bonds
from intake.desk.clues import is_interviewed, of_row
from intake.desk.lines import names_of_centers
from intake.desk.people import principal_of
from intake.desk.rooms import Rooms
from intake.matching.clue_rows import sighting_of
from intake.matching.decided import JOINS, SECOND
from intake.matching.holding import pairs_of
from intake.matching.marked import is_shared
from intake.matching.same import Decision, gathered
from intake.register import CODES, Row
from intake.register.fold import blob_of, id_of

PERSON, NETWORK, MATERIAL = "same_person", "same_network", "same_material"
CANDIDATE = "candidate"
_TIES = frozenset({NETWORK, MATERIAL})
_NOT_SHOWN = frozenset({"name", "mo"})  # who is said to be who, and words of a story
_WORDS = _NOT_SHOWN | {"nickname"}  # of a suspect's own record: what he is called
_NOT_THEIRS = frozenset({"VICTIM", "NONE"})
_CROWD = 20  # a value of more is no way to find anybody
_HOLDERS = "SELECT DISTINCT suspect FROM m_key WHERE kind = ? AND value = ? AND finds = 1 LIMIT ?"  # fmt: skip


@dataclass(frozen=True, slots=True)
class Noted:
    """One clue of one suspect in its one spelling."""

    record: str
    kind: str
    value: str = field(repr=False)
    role: str
    shared: bool


@dataclass(frozen=True, slots=True)
class Tie:
    """Something between two suspects: what kind it is, and who said so when."""

    one: str
    other: str
    kind: str  # same_network | same_material | candidate
    by: str = ""
    on: str = ""
    word: str = ""  # of a candidate: a code of ``likeness``
    like: str = ""  # of a candidate: what kind of link it would be
    waits: bool = False  # for a second person


class Reading:
    """Reads around suspects; what was read once is kept while one picture is made."""

    def __init__(self, rooms: Rooms) -> None:
        """Read in these rooms."""
        self._rooms, self._bonds = rooms, Bonds(rooms)
        self.center = names_of_centers(rooms)
        self._case_of: dict[str, str] = {}
        self._groups: dict[str, tuple[str, ...]] = {}
        self._records: dict[tuple[str, str], Row | None] = {}
        self._said: dict[tuple[str, str], tuple[Row, ...]] = {}

    # --- cases and suspects --------------------------------------------------------

    def case(self, case: str) -> Row | None:
        """Return a case that is there."""
        row = self._record("case", case) if case else None
        return None if row is None or row.gone else row

    def suspect(self, suspect: str) -> Row | None:
        """Return a suspect that is there."""
        row = self._record("suspect", suspect)
        return None if row is None or row.gone else row

    def _record(self, entity: str, record: str) -> Row | None:
        key = (entity, record)
        if key not in self._records:
            self._records[key] = self._rooms.register.get(entity, record)
        return self._records[key]

    def case_of(self, suspect: str) -> str:
        """Return the case a suspect is noted in; empty where there is none any more.

        Where nobody was named, whom the interviews speak of has no record: the index knows.
        """
        if suspect not in self._case_of:
            row = self._record("suspect", suspect)
            if row is None:
                self._case_of[suspect] = self._indexed(suspect)
            else:
                self._case_of[suspect] = "" if row.gone else str(row["case"] or "")
        return self._case_of[suspect]

    def suspects_of(self, case: str) -> tuple[str, ...]:
        """Return the suspects of a case; the one interviews speak of, where none was named."""
        found = self._rooms.register.find("suspect", case=case)
        named = tuple(sorted(row.id for row in found))
        if not named and self._rooms.register.find("identifier", case=case):
            named = (principal_of("suspect", case, ""),)
        self._case_of.update(dict.fromkeys(named, case))
        return named

    def counts(self, suspect: str) -> bool:
        """Whether a suspect may be met from elsewhere.

        Its case is there, is no training, and its center does not ask for it to be destroyed.
        """
        case = self.case_of(suspect)
        return bool(case) and self._bonds.is_here(case)

    def may_show(self, suspect: str) -> bool:
        """Whether what nobody decided yet may be shown of a suspect.

        Not of a case that is not hers to see, and not while somebody of it sits here.
        """
        seen = self._rooms.sight.sees(self.case_of(suspect))
        return seen and self.counts(suspect) and not self._sits_here(suspect)

    def _sits_here(self, suspect: str) -> bool:
        """Whether an interview goes on of any case of the person a suspect is one with."""
        return any(map(self.is_quiet, {self.case_of(one) for one in self.group(suspect)}))  # fmt: skip

    def is_quiet(self, case: str) -> bool:
        """Whether an interview goes on of a case that we speak for, wherever it began."""
        here = self._bonds.center(case) == self._rooms.who.center_code
        return here and is_interviewed(self._rooms, case)

    # --- one person ------------------------------------------------------------------

    def group(self, suspect: str) -> tuple[str, ...]:
        """Return who is one person with a suspect, by the decisions that stand."""
        if suspect not in self._groups:
            found = gathered(suspect, lambda one: tuple(self._decisions(one))).members
            group = tuple(one for one in found if self.counts(one)) if self.counts(suspect) else (suspect,)  # fmt: skip
            self._groups.update(dict.fromkeys(group, group))
        return self._groups[suspect]

    def said_of(self, suspect: str) -> str:
        """Return who joined a suspect to others and when, in one line."""
        links = (row for row in self._links(suspect) if row["kind"] == PERSON)
        told = [_by(row) for row in links if self.joins(row)]
        told += [_by(row) for row in self._merges(suspect) if self.joins(row)]
        return "; ".join(dict.fromkeys(told))

    def joins(self, row: Row) -> bool:
        """Whether a link stands: said by who may say it, and by as many as have to."""
        return self._bonds.bond(row.id) is not None

    def _decisions(self, suspect: str) -> Iterator[Decision]:
        for at, bond in enumerate(self._bonds.of(suspect)):
            yield Decision(bond.link or f"merge-{suspect}-{at}", bond.one, bond.other)

    def _links(self, suspect: str) -> tuple[Row, ...]:
        rows = self._about("link", suspect, ("one", "other"))
        return tuple(row for row in rows if self._bonds.is_heard(row.id))

    def _merges(self, suspect: str) -> tuple[Row, ...]:
        rows = self._about("merge", suspect, ("kept", "joined"))
        return tuple(row for row in rows if row["kind"] == "SUSPECT")

    def _about(self, entity: str, suspect: str, ends: tuple[str, str]) -> tuple[Row, ...]:  # fmt: skip
        if (entity, suspect) not in self._said:
            find = self._rooms.register.find
            rows = tuple(row for end in ends for row in find(entity, **{end: suspect}))
            self._said[entity, suspect] = rows
        return self._said[entity, suspect]

    # --- clues and ties ----------------------------------------------------------------

    def clues(self, suspect: str) -> tuple[Noted, ...]:
        """Return what recognises a suspect, as it may be shown."""
        case = self.case_of(suspect)
        find = self._rooms.register.find
        own = {_key(row) for row in find("own_account", case=case)} if case else set()
        rows = [*find("identifier", suspect=suspect), *self._loose(suspect, case)]
        shown = (row for row in rows if row["role"] not in _NOT_THEIRS)
        found = [one for one in map(_noted, shown) if one and (one.kind, one.value) not in own]  # fmt: skip
        if case and self._rooms.sight.sees(case):
            noted = {(one.kind, one.value) for one in found}
            found += [one for one in self._derived(suspect) if (one.kind, one.value) not in noted]  # fmt: skip
        with self._rooms.vault.reading() as db:
            return tuple(replace(one, shared=is_shared(db, (one.kind, one.value), noted=one.shared)) for one in found)  # fmt: skip

    def holders(self, kind: str, value: str) -> tuple[str, ...]:
        """Return whoever has a value by which somebody is found; nobody where many have it."""
        with self._rooms.vault.reading() as db:
            rows = db.all(_HOLDERS, (kind, value, _CROWD + 1))
        found = [id_of(one) for (one,) in rows] if len(rows) <= _CROWD else []
        return tuple(sorted(filter(self.may_show, found)))

    def candidates(self, members: tuple[str, ...]) -> tuple[Tie, ...]:
        """Return who may be like a person, and nobody answered yet."""
        with self._rooms.vault.reading() as db:
            kept = pairs_of(db, min(members))
        found = [one for one in kept if not one.withheld and one.word != "WEAK"]
        ties = (Tie(one.one, one.other, CANDIDATE, word=one.word, like=one.kind) for one in found)  # fmt: skip
        return tuple(tie for tie in ties if self.may_show(tie.one) and self.may_show(tie.other))  # fmt: skip

    def _indexed(self, suspect: str) -> str:
        with self._rooms.vault.reading() as db:
            row = db.one('SELECT "case" FROM m_sight WHERE id = ?', (blob_of(suspect),))
        case = id_of(row[0]) if row is not None else ""
        return case if self.case(case) is not None else ""

    def _derived(self, suspect: str) -> Iterator[Noted]:
        """Yield what the index knows beside the identifiers: accounts of postings, files."""
        with self._rooms.vault.reading() as db:
            seen = sighting_of(db, blob_of(suspect))
        if seen is None:
            return
        for mark in seen.marks:
            hidden = mark.masked or mark.kind in _WORDS or mark.key in seen.own
            if not hidden and CODES.holds(("identifier_kind",), mark.kind):
                yield Noted(mark.record, mark.kind, mark.value, mark.role, mark.shared)

    def ties(self, suspect: str) -> tuple[Tie, ...]:
        """Return what people found between a suspect and others, and what nobody answered."""
        found = self._ties(suspect)
        return tuple(one for one in found if not any(map(self._sits_here, (one.one, one.other))))  # fmt: skip

    def _ties(self, suspect: str) -> Iterator[Tie]:
        for row in self._links(suspect):
            state = self._bonds.state(row.id)
            waits = state == SECOND
            if row["decision"] != "SAME" or state not in {JOINS, SECOND} or not (row["kind"] in _TIES or (row["kind"] == PERSON and waits)):  # fmt: skip
                continue
            kind = CANDIDATE if waits else str(row["kind"])
            told = (str(row["decided_by"] or ""), str(row["decided_on"] or ""))
            yield Tie(str(row["one"]), str(row["other"]), kind, *told, waits=waits)

    def _loose(self, suspect: str, case: str) -> Iterator[Row]:
        """Yield the identifiers of nobody named: they are the main suspect's."""
        if not case or suspect != principal_of("suspect", case, ""):
            return
        for row in self._rooms.register.find("identifier", case=case):
            if not row["suspect"]:
                yield row


def _noted(row: Row) -> Noted | None:
    if not row["value"] or row["kind"] in _NOT_SHOWN:  # a case that is not hers to see
        return None
    found = of_row(row)
    if not found.is_key or found.kind in _NOT_SHOWN:
        return None
    role, shared = str(row["role"] or ""), bool(row["shared"])
    return Noted(row.id, found.kind, found.value, role, shared)


def _key(row: Row) -> tuple[str, str]:
    found = of_row(row)
    return found.kind, found.value


def _by(row: Row) -> str:
    told = (str(row["decided_by"] or ""), str(row["decided_on"] or ""))
    return " ".join(filter(None, told))
