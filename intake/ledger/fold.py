"""Fold entries into history and winners, inside the caller's transaction.

* An operation this version cannot show (unknown field, other class, unfit value) is left
  out and its entry reported as *newer*; folding the entry again later adds only what was
  left out. Every step may be repeated.
* A record belongs to the scope that spoke of it first. An entry that speaks of a record of
  another scope is left out whole and reported as *elsewhere*.
* The history is read again only for fields whose new winner cannot be told from the old.
"""

import json
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from json.decoder import scanstring  # type: ignore[attr-defined]  # what loads uses
from json.encoder import encode_basestring
from typing import Any, NamedTuple

from typing_extensions import override

from intake.errors import DamagedVault
from intake.ledger.catalogue import Catalogue, Rec, RecKey, chunks, within
from intake.ledger.change import Value
from intake.ledger.merge import Cell, Said, cell_of, follow
from intake.vault import Database

_SHORT = 1_000  # longer texts would bloat the tree of winners; they stay in the body

CellKey = tuple[int, int]  # (record, field)


class Told(NamedTuple):
    """One entry ready to fold: its number, leaf, effective stamp, scope number, class, words."""

    entry: int
    leaf: bytes
    stamp: int
    scope: int
    cls: str
    ops: Sequence[Any]

    @override
    def __repr__(self) -> str:
        return f"Told({self.entry}, {self.stamp})"


@dataclass(slots=True)
class Folded:
    """What folding touched, and which entries it could not fold wholly."""

    dirty: set[tuple[str, str]] = field(default_factory=set)
    newer: set[int] = field(default_factory=set)
    elsewhere: set[int] = field(default_factory=set)


class _Word(NamedTuple):
    """One operation on its way into the tables."""

    key: RecKey
    field: int
    said: Said
    entry: int
    value: Value

    @override
    def __repr__(self) -> str:
        return f"_Word({self.entry}, {self.said})"


def fold(db: Database, catalogue: Catalogue, told: Sequence[Told]) -> Folded:
    """Fold entries; the order among them does not matter."""
    result = Folded()
    words = _words(catalogue, told, result)
    recs = _recs(catalogue, told, words, result)
    if result.elsewhere:
        words = [word for word in words if word.entry not in result.elsewhere]
    if words:
        _write(db, words, recs)
        keys = {word.key for word in words} if result.elsewhere else recs
        result.dirty = {(entity, uuid_text(eid)) for eid, entity in keys}
    return result


def refold(
    db: Database, keys: Collection[CellKey], texts: Mapping[bytes, str] | None = None
) -> None:
    """Choose the winners of these fields again from their whole history.

    ``texts`` are values by tie, where the caller has them at hand.
    """
    if not keys:
        return
    shown = _cells(db, {rec for rec, _ in keys})
    histories = _histories(db, keys)
    gone, again, rows = [], [], []
    for key in sorted(keys):
        before, history = shown.get(key), histories.get(key)
        after = cell_of(history) if history else None
        if after is None:
            gone.append(key)
        elif before is not None and before.tie == after.tie:
            again += [(after.hlc, after.heads, *key)] if before != after else []
        else:
            text = (texts or {}).get(after.tie) or _read_text(db, key, after)
            rows.append((*key, *after, text))
    db.executemany("delete from winner where rec = ? and field = ?", gone)
    db.executemany(
        "update winner set hlc = ?, heads = ? where rec = ? and field = ?", again
    )
    db.executemany(_UPSERT, rows)


def _words(catalogue: Catalogue, told: Sequence[Told], result: Folded) -> list[_Word]:
    """Return the operations this version can show."""
    words = []
    slot, accepts, newer = catalogue.slot, catalogue.accepts, result.newer
    last, blob = "", b""  # the operations of an entry mostly speak of one record
    for entry, leaf, stamp, _, cls, ops in told:
        for k, (entity, eid, name, value, base) in enumerate(ops):
            number = slot(entity, name, cls)
            if number is None or not (value is None or accepts(entity, name, value)):
                newer.add(entry)
                continue
            if eid != last:
                last, blob = eid, bytes.fromhex(eid.replace("-", ""))
            below = bytes.fromhex("".join(base)) if base else b""
            said = Said(stamp, leaf + k.to_bytes(2, "big"), below)
            words.append(_Word((blob, entity), number, said, entry, value))
    return words


def tie_of(k: int) -> bytes:
    """Return the end of a tie: the number of the operation in its entry."""
    return k.to_bytes(2, "big")


def _recs(
    catalogue: Catalogue, told: Sequence[Told], words: Sequence[_Word], result: Folded
) -> dict[RecKey, Rec]:
    """Return the records spoken of, and report entries that reach into another scope."""
    scope_of = {one.entry: one.scope for one in told}
    spoken = dict.fromkeys((word.key, scope_of[word.entry]) for word in words)
    wanted: dict[RecKey, int] = {}
    for key, scope in spoken:
        wanted.setdefault(key, scope)
    recs = catalogue.recs(wanted)
    if any(recs[key].scope != scope for key, scope in spoken):
        result.elsewhere = {
            word.entry for word in words if recs[word.key].scope != scope_of[word.entry]
        }
    return recs


def _write(db: Database, words: Sequence[_Word], recs: dict[RecKey, Rec]) -> None:
    """Add the operations to the history and move the winners."""
    cells = _cells(db, {rec.id for rec in recs.values() if not rec.fresh})
    moved: dict[CellKey, bytes] = {}
    texts: dict[bytes, str] = {}
    tangled: set[CellKey] = set()
    rows = []
    for key, number, said, entry, value in words:
        rec = recs[key].id
        place = (rec, number)
        hlc, tie, base = said
        rows.append((rec, number, hlc, tie, entry, base))
        texts[tie] = text_of(value, tie)
        if place not in tangled:
            before = cells.get(place)
            after = follow(before, said)
            if after is None:
                tangled.add(place)
            elif after is not before:
                cells[place] = after
                moved[place] = tie
    rows.sort()
    db.executemany(_INSERT_OP, rows)
    settled = [
        (*place, *cells[place], texts[moved[place]])
        for place in sorted(moved.keys() - tangled)
    ]
    db.executemany(_UPSERT, settled)
    refold(db, tangled, texts)


def _cells(db: Database, recs: Collection[int]) -> dict[CellKey, Cell]:
    """Return what is shown now in every field of these records."""
    cells: dict[CellKey, Cell] = {}
    for chunk in chunks(sorted(recs)):
        sql = within(
            "select rec, field, hlc, tie, heads from winner where rec in (?*)", chunk
        )
        for rec, number, hlc, tie, heads in db.all(sql, chunk):
            cells[rec, number] = Cell(hlc, tie, heads)
    return cells


def _histories(db: Database, keys: Collection[CellKey]) -> dict[CellKey, list[Said]]:
    """Return every operation of these fields."""
    found: dict[CellKey, list[Said]] = {}
    for chunk in chunks(sorted({rec for rec, _ in keys})):
        sql = within(
            "select rec, field, hlc, tie, base from op where rec in (?*)", chunk
        )
        for rec, number, hlc, tie, base in db.all(sql, chunk):
            if (rec, number) in keys:
                found.setdefault((rec, number), []).append(Said(hlc, tie, base))
    return found


def text_of(value: Value, tie: bytes) -> str:
    """Return a value as the winners keep it: JSON, or where in its body a long one lies."""
    if type(value) is str:
        return (
            encode_basestring(value) if len(value) <= _SHORT else f"@{number_in(tie)}"
        )
    return json.dumps(value)


def number_in(tie: bytes) -> int:
    """Return the number of an operation in its entry."""
    return int.from_bytes(tie[-2:], "big")


def value_at(db: Database, key: CellKey, hlc: int, tie: bytes, text: str) -> Value:
    """Return a value from the form the winners keep it in."""
    if text.startswith("@"):
        return value_in(db, key, hlc, tie)
    value: Value = scanstring(text, 1)[0] if text.startswith('"') else json.loads(text)
    return value


def value_in(db: Database, key: CellKey, hlc: int, tie: bytes) -> Value:
    """Return the value an operation gave, from the body of its entry."""
    sql = (
        "select entry.body from op join entry on entry.id = op.entry"
        " where op.rec = ? and op.field = ? and op.hlc = ? and op.tie = ?"
    )
    found = db.one(sql, (*key, hlc, tie))
    if found is None:
        raise DamagedVault
    value: Value = json.loads(found[0])["o"][number_in(tie)][3]
    return value


def _read_text(db: Database, key: CellKey, cell: Cell) -> str:
    return text_of(value_in(db, key, cell.hlc, cell.tie), cell.tie)


def uuid_text(eid: bytes) -> str:
    """Return an id as it is spelled."""
    text = eid.hex()
    return f"{text[:8]}-{text[8:12]}-{text[12:16]}-{text[16:20]}-{text[20:]}"


_INSERT_OP = (
    "insert into op (rec, field, hlc, tie, entry, base) values (?, ?, ?, ?, ?, ?)"
    " on conflict do nothing"
)
_UPSERT = (
    "insert into winner (rec, field, hlc, tie, heads, value) values (?, ?, ?, ?, ?, ?)"
    " on conflict (rec, field) do update set hlc = excluded.hlc, tie = excluded.tie,"
    " heads = excluded.heads, value = excluded.value"
)
