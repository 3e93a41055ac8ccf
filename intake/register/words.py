"""The full-text index, kept in step with the rows.

* One document for each record and class, so that erasing a class takes its words with it.
* Withdrawn records have no document; keys and look-up fields are never in it.
* A changed document moves to the end: the newest said is found first.
"""

from collections.abc import Mapping

from intake.register.fold import Cell
from intake.register.grams import grams
from intake.register.schema import Entity
from intake.vault import Database


def words_in(entity: Entity, cls: str, row: Mapping[str, Cell]) -> str:
    """Return the findable words of one class of a row."""
    if not row or row["deleted"] is not None:
        return ""
    cells = [row[name] for name in entity.worded[cls]]
    return "\n".join([cell for cell in cells if isinstance(cell, str)])


def drop_words(db: Database, entity: Entity, eid: bytes, cls: str) -> None:
    """Take the document of a record and class out of the index."""
    key = (eid, entity.name, cls)
    found = db.one("SELECT row FROM r_doc WHERE id = ? AND entity = ? AND cls = ?", key)
    if found:
        db.execute("DELETE FROM r_doc_fts WHERE rowid = ?", found)
        db.execute("DELETE FROM r_doc WHERE row = ?", found)


def add_words(db: Database, entity: Entity, eid: bytes, cls: str, text: str) -> None:
    """Index a document as the newest; one without words is not kept."""
    tokens = grams(text)
    if not tokens:
        return
    last = db.one("SELECT coalesce(max(row), 0) + 1 FROM r_doc")
    rowid = last[0] if last else 1
    db.execute(
        "INSERT INTO r_doc (row, id, entity, cls) VALUES (?, ?, ?, ?)",
        (rowid, eid, entity.name, cls),
    )
    db.execute(
        "INSERT INTO r_doc_fts (rowid, grams) VALUES (?, ?)",
        (rowid, " ".join(sorted(tokens))),
    )


def keep_words(
    db: Database,
    entity: Entity,
    eid: bytes,
    old: Mapping[str, Cell],
    new: Mapping[str, Cell],
) -> None:
    """Bring the documents of a record from its old row to its new one."""
    for cls in entity.worded:
        before, after = words_in(entity, cls, old), words_in(entity, cls, new)
        if before == after:
            continue
        if before:
            drop_words(db, entity, eid, cls)
        add_words(db, entity, eid, cls, after)


def forget_deleted_tokens(db: Database) -> None:
    """Rewrite the index so that no token of a dropped document stays in it."""
    db.execute("INSERT INTO r_doc_fts (r_doc_fts) VALUES ('optimize')")
