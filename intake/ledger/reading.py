"""Read what was said: history, timeline, conflicts, what waits."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from typing_extensions import override

from intake.crypto.digest import leaf
from intake.ids import RecordId, Scope
from intake.ledger import body as bodies
from intake.ledger.catalogue import chunks, within
from intake.ledger.change import EntryId
from intake.ledger.fold import tie_of
from intake.ledger.merge import Said, heads
from intake.ledger.places import LEAF12
from intake.ledger.report import AsideEntry, Conflict, Head, TimelineEntry, Word
from intake.vault import Database

_ENTRY = (
    "select entry.id, entry.hlc, entry.mark, salt, body, scope.scope, part.cls,"
    " log.log, log.device, log.center, waiting.why"
    " from entry join segment on segment.id = entry.id / 1024"
    " join log on log.id = segment.log join part on part.id = entry.part"
    " join scope on scope.id = part.scope left join waiting on waiting.entry = entry.id where "
)


class Row(NamedTuple):
    """One entry with its names."""

    entry: int
    hlc: int
    mark: int
    salt: bytes
    body: bytes
    scope: str
    cls: str
    log: str
    device: str
    center: str
    why: str | None

    @override
    def __repr__(self) -> str:
        return f"Row({self.entry}, {self.scope!r}, {self.why!r})"

    @property
    def data(self) -> dict[str, Any]:
        """The body; empty where this version cannot read it."""
        return bodies.read(self.body) or {"o": [], "a": "", "d": "", "t": self.hlc}

    @property
    def stem(self) -> bytes:
        """What its operations' ties begin with."""
        return leaf(self.salt, self.body)[:LEAF12]


def rows_of(db: Database, entries: list[int]) -> dict[int, Row]:
    """Return entries by number."""
    found = {}
    for chunk in chunks(entries):
        for row in db.all(within(f"{_ENTRY} entry.id in (?*)", chunk), chunk):
            found[row[0]] = Row(*row)
    return found


def history(db: Database, entity: str, eid: str, field: str | None) -> tuple[Word, ...]:
    """Return everything said about a record or one of its fields, newest first."""
    ops = db.all(
        "select name.name, op.hlc, op.tie, op.entry, op.base, winner.tie from rec"
        " join op on op.rec = rec.id join name on name.id = op.field"
        " join winner on winner.rec = op.rec and winner.field = op.field"
        " where rec.eid = ?1 and rec.entity = ?2 and (name.name = ?3 or ?3 is null)"
        " order by op.hlc desc, op.tie desc",
        (_blob(eid), entity, None if field is None else f"{entity}/{field}"),
    )
    rows = rows_of(db, sorted({op[3] for op in ops}))
    return tuple(_word(rows[op[3]], op) for op in ops)


def _word(row: Row, op: tuple[Any, ...]) -> Word:
    name, hlc, tie, entry, base, shown = op
    data = row.data
    return Word(
        ref=tie.hex(),
        entry=EntryId(entry),
        field=name.partition("/")[2],
        value=data["o"][int.from_bytes(tie[-2:], "big")][3],
        actor=data["a"],
        deed=data["d"],
        stamp=hlc,
        log=row.log,
        device=row.device,
        center=row.center,
        base=tuple(base[at : at + 14].hex() for at in range(0, len(base), 14)),
        shown=tie == shown,
    )


def conflicts(db: Database, scope: str | None) -> tuple[Conflict, ...]:
    """Return the fields where different words stand beside each other unseen."""
    cells = db.all(
        "select winner.rec, winner.field, rec.eid, rec.entity, name.name, scope.scope from winner"
        " join rec on rec.id = winner.rec join name on name.id = winner.field"
        " join scope on scope.id = rec.scope where winner.heads > 1"
        " and (scope.scope = ?1 or ?1 is null)"
        " order by scope.scope, rec.eid, rec.entity, name.name",
        (scope,),
    )
    found = (_conflict(db, cell) for cell in cells)
    return tuple(one for one in found if one is not None)


def _conflict(db: Database, cell: tuple[Any, ...]) -> Conflict | None:
    rec, field, eid, entity, name, scope = cell
    ops = db.all(
        "select hlc, tie, base, entry from op where rec = ? and field = ?", (rec, field)
    )
    entry_of = {bytes(tie): entry for _, tie, _, entry in ops}
    standing = heads(Said(hlc, tie, base) for hlc, tie, base, _ in ops)
    rows = rows_of(db, sorted({entry_of[one.tie] for one in standing}))
    found = tuple(_head(rows[entry_of[one.tie]], one) for one in standing)
    if len({(type(one.value), one.value) for one in found}) < 2:  # noqa: PLR2004
        return None
    text = eid.hex()
    record = f"{text[:8]}-{text[8:12]}-{text[12:16]}-{text[16:20]}-{text[20:]}"
    return Conflict(
        entity, RecordId(record), name.partition("/")[2], Scope(scope), found
    )


def _head(row: Row, said: Said) -> Head:
    data = row.data
    value = data["o"][int.from_bytes(said.tie[-2:], "big")][3]
    return Head(
        said.tie.hex(), value, data["a"], said.hlc, row.log, row.device, row.center
    )


def timeline(db: Database, scope: str) -> tuple[TimelineEntry, ...]:
    """Return every entry of a scope, newest first; one that twins repeat, once."""
    rows = [Row(*row) for row in db.all(f"{_ENTRY} scope.scope = ?", (scope,))]
    once: dict[bytes, Row] = {}
    for row in sorted(rows, key=lambda row: row.entry):
        once.setdefault(row.stem, row)
    unsettled = _unsettled(db, scope)
    ordered = sorted(
        once.items(), key=lambda item: (item[1].hlc, item[0]), reverse=True
    )
    return tuple(_timeline_entry(row, stem, unsettled) for stem, row in ordered)


def _timeline_entry(row: Row, stem: bytes, unsettled: set[bytes]) -> TimelineEntry:
    data = row.data
    return TimelineEntry(
        entry=EntryId(row.entry),
        stamp=row.hlc,
        actor=data["a"],
        deed=data["d"],
        cls=row.cls,
        log=row.log,
        device=row.device,
        center=row.center,
        entities=frozenset((op[0], op[1]) for op in data["o"]),
        state=row.why or "ok",
        clock_marked=bool(row.mark),
        conflicted=any(stem + tie_of(k) in unsettled for k in range(len(data["o"]))),
    )


def _unsettled(db: Database, scope: str) -> set[bytes]:
    """Return the operations of a scope that stand in a conflict."""
    return {
        bytes.fromhex(head.ref)
        for conflict in conflicts(db, scope)
        for head in conflict.heads
    }


def set_aside(db: Database) -> Iterator[AsideEntry]:
    """Return what waits for a person's decision."""
    for raw in db.all(
        f"{_ENTRY} waiting.why in ('aside', 'elsewhere') order by entry.id"
    ):
        row = Row(*raw)
        data = row.data
        yield AsideEntry(
            entry=EntryId(row.entry),
            why=row.why or "",
            scope=Scope(row.scope),
            cls=row.cls,
            deed=data["d"],
            actor=data["a"],
            stamp=row.hlc,
            log=row.log,
            device=row.device,
            center=row.center,
        )


def _blob(eid: str) -> bytes:
    return bytes.fromhex(eid.replace("-", ""))
