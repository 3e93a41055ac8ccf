"""What every record says now: the words a projection is made of.

* Only fields that somebody set are there; a word taken back is there as None.
* Read inside the projection's transaction; nothing here writes.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any

from intake.ids import RecordId, Scope
from intake.ledger.catalogue import chunks, within
from intake.ledger.change import Value
from intake.ledger.fold import uuid_text, value_at
from intake.vault import Database


@dataclass(frozen=True, slots=True)
class Record:
    """One record as it is shown (기록부의 한 줄).

    ``said`` is the newest stamp of a winning word, ``conflicts`` the fields about which
    people did not see each other's words.
    """

    entity: str
    eid: RecordId
    scope: Scope
    said: int
    values: Mapping[str, Value] = field(repr=False)
    conflicts: frozenset[str] = frozenset()


_SELECT = (
    "select rec.id, rec.eid, rec.entity, scope.scope, winner.field, winner.hlc, winner.tie,"
    " winner.heads, winner.value, name.name"
    " from rec join scope on scope.id = rec.scope join winner on winner.rec = rec.id"
    " join name on name.id = winner.field where "
)


def records(db: Database, wanted: Iterable[tuple[str, str]]) -> Iterator[Record]:
    """Return these (entity, id); one that has no words left is not returned."""
    keys = {(bytes.fromhex(eid.replace("-", "")), entity) for entity, eid in wanted}
    for chunk in chunks(sorted({eid for eid, _ in keys})):
        where = within("rec.eid in (?*) order by rec.id", chunk)
        for one, key in _gathered(db, db.all(_SELECT + where, chunk)):
            if key in keys:
                yield one


def record(db: Database, entity: str, eid: str) -> Record | None:
    """Return one record, or None when nobody has spoken of it."""
    return next(records(db, [(entity, eid)]), None)


def every_record(db: Database, step: int = 1_000) -> Iterator[Record]:
    """Return every record, in the order of their numbers, a thousand at a time."""
    after, found = 0, db.one("select max(id) from rec")
    last = (found and found[0]) or 0
    while after < last:
        where = "rec.id > ? and rec.id <= ? order by rec.id"
        for one, _ in _gathered(db, db.all(_SELECT + where, (after, after + step))):
            yield one
        after += step


def _gathered(
    db: Database, rows: Iterable[tuple[Any, ...]]
) -> Iterator[tuple[Record, tuple[bytes, str]]]:
    """Make one record of the rows that belong together."""
    group: list[tuple[Any, ...]] = []
    for row in list(rows):
        if group and group[0][0] != row[0]:
            yield _record(db, group)
            group = []
        group.append(row)
    if group:
        yield _record(db, group)


def _record(
    db: Database, group: list[tuple[Any, ...]]
) -> tuple[Record, tuple[bytes, str]]:
    rec, eid, entity, scope = group[0][:4]
    values: dict[str, Value] = {}
    conflicts = set()
    before, said = len(entity) + 1, group[0][5]  # a name is entity/field
    for _, _, _, _, number, hlc, tie, heads, text, name in group:
        word = name[before:]
        values[word] = value_at(db, (rec, number), hlc, tie, text)
        if heads > 1:
            conflicts.add(word)
        said = max(said, hlc)
    one = Record(
        entity=entity,
        eid=RecordId(uuid_text(eid)),
        scope=Scope(scope),
        said=said,
        values=MappingProxyType(values),
        conflicts=frozenset(conflicts),
    )
    return one, (eid, entity)
