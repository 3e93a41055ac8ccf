"""The tables of the register, made from the schema.

* One table for each entity: ``row`` (the rowid that lists use), ``id`` (16 bytes), ``said``
  (milliseconds of its newest word), then its fields, then what is derived for looking up.
* ``schema.sql`` beside this file is a snapshot for readers; a test keeps it true.
* Nothing here migrates: where the fingerprint differs, the tables are made again.
"""

# ruff: noqa: S608 - every name in a statement comes from the schema

import hashlib
from functools import cache
from pathlib import Path

from intake.register.schema import SCHEMA, VERSION, Entity, Field, Type

FOLD = 1  # one more whenever folding or spelling changes without a change of columns

COUNTS = (
    "postings",
    "requests",
    "removed",
    "reappeared",
    "live",
    "refused",
    "blocked",
    "temporary",
    "delisted",
    "gone",
    "last_said",
    "age",
    "minor",
)

_SQL_TYPES = {
    Type.INT: "INTEGER",
    Type.BOOL: "INTEGER",
    Type.ID: "BLOB",
    Type.SCALAR: "ANY",
}

_STATE = "CREATE TABLE r_state (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT"
SUMMED = tuple(name for name in COUNTS if name not in {"last_said", "age"})

_COUNTS = (
    'CREATE TABLE r_case_counts (\n  "case" BLOB PRIMARY KEY,\n  '
    + ",\n  ".join(f"{name} INTEGER" for name in COUNTS)
    + ",\n  center TEXT NOT NULL DEFAULT ''\n) STRICT"
)
_CENTER_COUNTS = (
    "CREATE TABLE r_center_counts (\n  center TEXT PRIMARY KEY,\n  "
    + ",\n  ".join(f"{name} INTEGER NOT NULL" for name in ("cases", *SUMMED))
    + "\n) STRICT"
)
_COUNTS_INDEX = "CREATE INDEX r_case_counts_last_said ON r_case_counts (last_said)"
_DOC = (
    "CREATE TABLE r_doc (\n  row INTEGER PRIMARY KEY,\n  id BLOB NOT NULL,\n  "
    "entity TEXT NOT NULL,\n  cls TEXT NOT NULL,\n  UNIQUE (id, entity, cls)\n) STRICT"
)
_DOC_FTS = (
    "CREATE VIRTUAL TABLE r_doc_fts USING fts5(grams, content='', "
    "contentless_delete=1, tokenize='ascii', detail=none, prefix='1')"
)


def _sum(sign: str, row: str) -> str:
    """Return the step of a trigger that adds a case's counts to its center's, or takes them."""
    names = ("cases", *SUMMED)
    told = [f"{sign}1", *(f"{sign}coalesce({row}.{name}, 0)" for name in SUMMED)]
    sets = ", ".join(f"{name} = {name} + excluded.{name}" for name in names)
    return (
        f"INSERT INTO r_center_counts (center, {', '.join(names)}) "
        f"VALUES ({row}.center, {', '.join(told)}) "
        f"ON CONFLICT (center) DO UPDATE SET {sets};"
    )


def _trigger(event: str, *steps: str) -> str:
    inside = "\n  ".join(steps)
    return (
        f"CREATE TRIGGER r_case_counts_{event.lower()} AFTER {event} ON r_case_counts "
        f"BEGIN\n  {inside}\nEND"
    )


# The sums of a center change in the statement that changes a case's counts.
_SUMMING = (
    _trigger("INSERT", _sum("", "new")),
    _trigger("DELETE", _sum("-", "old")),
    _trigger("UPDATE", _sum("-", "old"), _sum("", "new")),
)
_AROUND = (
    *(_STATE, _COUNTS, _COUNTS_INDEX, _CENTER_COUNTS, *_SUMMING),
    *(_DOC, _DOC_FTS),
)


def column_type(field: Field) -> str:
    """Return the storage class of a field."""
    return _SQL_TYPES.get(field.type, "TEXT")


def _table(entity: Entity) -> str:
    parts = ["row INTEGER PRIMARY KEY", "id BLOB NOT NULL UNIQUE"]
    parts += ["said INTEGER NOT NULL"]
    parts += [f'"{field.name}" {column_type(field)}' for field in entity.fields]
    parts += [f'"{name}" TEXT' for name in entity.derived]
    inside = ",\n  ".join(parts)
    return f"CREATE TABLE {entity.table} (\n  {inside}\n) STRICT"


def _index(entity: Entity, names: tuple[str, ...]) -> str:
    listed = ", ".join(f'"{name}"' for name in names)
    return f"CREATE INDEX {entity.table}_{'_'.join(names)} ON {entity.table} ({listed})"


def _live(entity: Entity, names: tuple[str, ...]) -> tuple[str, ...]:
    """Put the mark of withdrawal where a list, which always tests it, needs no row."""
    first = entity.by_name.get(names[0])
    at = 1 if first and first.type is Type.ID else 0
    return (*names[:at], "deleted", *names[at:])


def _looked_up(entity: Entity) -> tuple[tuple[str, ...], ...]:
    hosts = {field.host_column for field in entity.fields}
    return tuple((name,) for name in entity.derived if name not in hosts)


def _statements(entity: Entity) -> tuple[str, ...]:
    wanted = (*entity.indexes, *_looked_up(entity))
    indexes = dict.fromkeys(_live(entity, names) for names in wanted)
    return (_table(entity), *(_index(entity, names) for names in indexes))


@cache
def statements() -> tuple[str, ...]:
    """Return every statement that makes the register."""
    made = (line for entity in SCHEMA.values() for line in _statements(entity))
    return (*_AROUND, *made)


def schema_sql() -> str:
    """Return the snapshot kept in ``schema.sql``."""
    head = "-- Made from schema/*.py by tables.py; do not edit. A test keeps it true.\n"
    return head + "".join(f"\n{line};\n" for line in statements())


@cache  # asked at every opening
def fingerprint() -> str:
    """Return what the tables depend on, as one digest."""
    said = f"{VERSION}/{FOLD}/{schema_sql()}"
    return hashlib.sha256(said.encode()).hexdigest()


def write_snapshot() -> None:
    """Write ``schema.sql`` beside this file, after a change of the schema."""
    Path(__file__).with_name("schema.sql").write_text(schema_sql(), encoding="utf-8")
