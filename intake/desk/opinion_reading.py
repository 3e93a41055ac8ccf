"""Everybody a second opinion looks at, read from the register: suspects, and what joins them.

* Withdrawn cases and those of a training are not looked at, nor what is the victim's own; nor
  is a case while somebody of it is interviewed.
* A decision that waits for a second person joins nobody; NOT_SAME keeps apart for ever.
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace

from intake.matching.marked import mark_of
from intake.matching.noted import (  # fmt: skip
    VICTIM,
    Known,
    Noted,
    Owners,
    clues_in,
    owners_of,
    posting_clues,
    suspects_in,
)
from intake.matching.sighting import Mark, Sighting
from intake.register.fold import blob_of, id_of
from intake.vault import Database

_CASES = """
SELECT r.id, coalesce(r.center, ''), coalesce(r.received_on, '') FROM r_case r
JOIN m_case m ON m.id = r.id WHERE m.off = 0 AND NOT EXISTS
  (SELECT 1 FROM r_interview i WHERE i."case" = r.id AND i.state = 'OPEN' AND i.deleted IS NULL)
ORDER BY r.id"""
_CASE = 'SELECT s."case" FROM m_sight s JOIN m_case m ON m.id = s."case" WHERE s.id = ? AND m.off = 0'  # fmt: skip
_SHARED = "SELECT id FROM r_shared_value WHERE deleted IS NULL AND shared = 1"
_DECIDED = "SELECT id, one, other FROM m_link WHERE kind = 'same_person' AND joins = ?"


@dataclass(frozen=True, slots=True)
class Joined:
    """A decision that makes two suspects one person."""

    link: str
    one: str
    other: str


def joining(db: Database) -> tuple[Joined, ...]:
    """Return every decision that joins two suspects."""
    return tuple(Joined(*map(id_of, row)) for row in db.all(_DECIDED, (1,)))


def parted(db: Database) -> Iterator[tuple[str, str]]:
    """Yield whom somebody decided to be two."""
    for _, one, other in db.all(_DECIDED, (-1,)):
        yield id_of(one), id_of(other)


def sightings(db: Database) -> Iterator[Sighting]:
    """Yield every suspect of every case that counts, with the marks noted of each."""
    shared = frozenset(id_of(one) for (one,) in db.all(_SHARED))
    for case, center, received in tuple(db.all(_CASES)):
        known, names = suspects_in(db, case)
        told = (*names, *clues_in(db, case), *_posted(db, case))
        clues = tuple(
            replace(clue, shared=True)
            if shared and mark_of(*clue.key) in shared
            else clue
            for clue in told
        )
        yield from _of_case((id_of(case), center, received[:4]), known, clues, owners_of(case, known))  # fmt: skip


def case_of(db: Database, suspect: str) -> str:
    """Return the case of a suspect that counts now, also of one whom nobody named."""
    found = db.one(_CASE, (blob_of(suspect),))
    return id_of(found[0]) if found is not None else ""


def _posted(db: Database, case: bytes) -> Iterator[Noted]:
    """Yield each account that posted once, however often it did."""
    told = {(clue.said, clue.key): clue for _, _, clue in posting_clues(db, '"case" = ?', (case,))}  # fmt: skip
    yield from told.values()


def _of_case(
    case: tuple[str, str, str],
    known: tuple[Known, ...],
    clues: tuple[Noted, ...],
    owners: Owners,
) -> Iterator[Sighting]:
    marks: dict[bytes, list[Mark]] = defaultdict(list)
    described = {one.id: one for one in known}
    own = frozenset(clue.key for clue in clues if clue.role == VICTIM)
    for clue in clues:
        if clue.role != VICTIM:
            marks[owners.of(clue.said)].append(_mark(clue))
    name, center, year = case
    for suspect in sorted({*described, *marks}):
        found = described.get(suspect)
        yield Sighting(
            id_of(suspect),
            name,
            center,
            tuple(marks[suspect]),
            age=found.age if found else None,
            year=int(year) if year.isdigit() else None,
            sex=found.sex if found else "",
            region=found.region if found else "",
            approach=found.approach if found else "",
            own=own,
        )


def _mark(clue: Noted) -> Mark:
    record = id_of(clue.record) if clue.record is not None else ""
    return Mark(
        record,
        clue.kind,
        clue.value,
        clue.cls,  # type: ignore[arg-type]  # a letter in the table it came from
        role=clue.role,
        shared=clue.shared,
        masked=clue.masked,
        seen_from=clue.seen_from,
        seen_to=clue.seen_to,
    )
