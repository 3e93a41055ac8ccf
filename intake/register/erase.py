"""Taking a class of a scope out of everything derived from it (파기).

* The columns of the class go, a row of which nothing is left goes, its words leave the
  full-text index token by token, and the case is counted again.
* What belongs to other classes stays, as if the erased words had never been said.
"""

# ruff: noqa: S608 - every name in a statement comes from the schema

import uuid

from intake.register import counters, words
from intake.register.schema import SCHEMA, Entity
from intake.vault import Database


def erase_class(db: Database, scope: str, cls: str) -> None:
    """Erase a class of a scope."""
    kind, _, record = scope.partition("/")
    owner = uuid.UUID(record).bytes
    touched = counters.Touched()
    for entity in SCHEMA.values():
        if entity.scope == kind and cls in entity.classes:
            _erase(db, entity, owner, cls)
            if kind == "case":
                touched.lost(owner, entity.name)
    words.forget_deleted_tokens(db)
    counters.keep_counts(db, touched)


def _mine(entity: Entity) -> str:
    link = "case" if entity.in_case else "id"
    return f'{entity.table} WHERE "{link}" = ?'


def _erase(db: Database, entity: Entity, owner: bytes, cls: str) -> None:
    for (eid,) in db.all(f"SELECT id FROM {_mine(entity)}", (owner,)):
        for worded in entity.worded:
            words.drop_words(db, entity, eid, worded)
    sets = ", ".join(f'"{name}" = NULL' for name in _columns_of(entity, cls))
    table, _, mine = _mine(entity).partition(" ")
    db.execute(f"UPDATE {table} SET {sets} {mine}", (owner,))
    left = (field.name for field in entity.fields if field.name != "case")
    empty = " AND ".join(f'"{name}" IS NULL' for name in left)
    db.execute(f"DELETE FROM {_mine(entity)} AND {empty}", (owner,))
    _index_what_is_left(db, entity, owner)


def _columns_of(entity: Entity, cls: str) -> list[str]:
    """Return the columns of a class; whose record it is stays while anything of it does."""
    names: list[str] = []
    for field in entity.fields:
        if field.cls == cls and field.name != "case":
            spelled = (field.key_column, field.host_column, field.cho_column)
            names += [field.name, *(column for column in spelled if column)]
    return names


def _index_what_is_left(db: Database, entity: Entity, owner: bytes) -> None:
    names = entity.columns
    listed = ", ".join(f'"{name}"' for name in names)
    for cells in db.all(f"SELECT {listed} FROM {_mine(entity)}", (owner,)):
        row = dict(zip(names, cells, strict=True))
        words.keep_words(db, entity, bytes(cells[0]), {}, row)
