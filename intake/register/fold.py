"""From the ledger's winning words to one row.

* A value that does not fit its column (a stranger's mistake) is left out, never a crash.
* Codes and texts of a newer version are shown as they are.
* No word, no row.
"""

import re
import uuid
from collections.abc import Callable, Iterable
from typing import TypeAlias

from intake.clock import ms_of
from intake.ledger.winners import Record
from intake.register.schema import Entity, Field, Type
from intake.register.spelling import host_in, initials, key_of

Cell: TypeAlias = str | int | bytes | None

_INT64 = 1 << 63
_SPELLED = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")


def blob_of(record: str | bytes) -> bytes:
    """Return an id as the sixteen bytes that the tables keep."""
    if isinstance(record, bytes):
        return record
    if _SPELLED.fullmatch(record):  # nearly every id: quicker than making a UUID
        return bytes.fromhex(record.replace("-", ""))
    return uuid.UUID(record).bytes


def id_of(blob: bytes) -> str:
    """Return an id as text."""
    flat = blob.hex()
    return "-".join((flat[:8], flat[8:12], flat[12:16], flat[16:20], flat[20:]))


def _id_cell(value: Cell) -> Cell:
    try:
        return blob_of(value) if isinstance(value, str | bytes) else None
    except ValueError:
        return None


def _int_cell(value: Cell) -> Cell:
    fits = isinstance(value, int) and -_INT64 <= value < _INT64
    return int(value) if isinstance(value, int) and fits else None


def _bool_cell(value: Cell) -> Cell:
    return int(value) if isinstance(value, int) and value in {0, 1} else None


def _text_cell(value: Cell) -> Cell:
    return value if isinstance(value, str) else None


def _scalar_cell(value: Cell) -> Cell:
    return _int_cell(value) if isinstance(value, int) else _text_cell(value)


_CELLS: dict[Type, Callable[[Cell], Cell]] = {
    Type.ID: _id_cell,
    Type.INT: _int_cell,
    Type.BOOL: _bool_cell,
    Type.SCALAR: _scalar_cell,
}


def cell(field: Field, value: Cell) -> Cell:
    """Return a value as its column keeps it; None where it does not fit."""
    return _CELLS.get(field.type, _text_cell)(value)


def _spelled(field: Field, value: Cell) -> Iterable[tuple[str, Cell]]:
    if not isinstance(value, str):
        return
    if field.key_column or field.host_column:
        key = key_of(value)
        if field.key_column:
            yield field.key_column, key
        if field.host_column:
            yield field.host_column, host_in(key)
    if field.cho_column:
        yield field.cho_column, initials(value)


def _link(record: Record) -> Iterable[tuple[str, Cell]]:
    """The scope says whose record this is; a word that says otherwise is not believed."""
    kind, _, owner = record.scope.partition("/")
    if kind == "case":
        yield "case", blob_of(owner)


def fold(entity: Entity, record: Record) -> tuple[Cell, ...] | None:
    """Return the row (in the order of ``Entity.columns``) that a record's words make.

    None where it stands in a scope of another kind than its own: whoever may speak of a case may
    not write a page in the books of whoever hears it.
    """
    if record.scope.partition("/")[0] != entity.scope:
        return None
    row: dict[str, Cell] = {}
    by_name, spelled = entity.by_name, entity.looked_up
    for name, value in record.values.items():
        field = by_name.get(name)
        kept = cell(field, value) if field else None
        if field is not None and kept is not None:
            row[name] = kept
            if name in spelled:
                row.update(_spelled(field, kept))
    if not row:
        return None
    if entity.in_case:
        row.update(_link(record))
    row |= {"id": blob_of(record.eid), "said": ms_of(record.said)}
    return tuple(map(row.get, entity.columns))
