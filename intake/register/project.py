"""What is true now: rows folded from the ledger's winning words (등록부).

* ``apply`` brings the rows of changed records up to date, in the ledger's transaction;
  applying twice, or in another order, gives the same rows.
* ``rebuild`` from nothing gives the same rows again.
* ``erase`` takes a class of a scope out of rows, look-ups and the full-text index.
* Where the schema has changed since the tables were made, they are made again and refilled.
"""

# ruff: noqa: S608 - every name in a statement comes from the schema

from collections.abc import Iterable, Mapping
from functools import cache
from typing import TypeAlias

from intake.ledger import winners
from intake.ledger.catalogue import chunks, within
from intake.progress import Progress, Silent
from intake.register import counters, words
from intake.register.erase import erase_class
from intake.register.fold import Cell, blob_of, fold
from intake.register.schema import SCHEMA, Entity
from intake.register.search import Finder
from intake.register.tables import fingerprint, statements
from intake.vault import Database, Vault

Dirty: TypeAlias = Iterable[tuple[str, str]]
Cells: TypeAlias = Mapping[str, Cell]
Rowed: TypeAlias = tuple[Cell, ...]  # in the order of ``Entity.columns``

_STEP = 2_000


def _quoted(names: Iterable[str]) -> str:
    return ", ".join(f'"{name}"' for name in names)


def _insert(entity: Entity) -> str:
    names = entity.columns
    marks = ", ".join("?" * len(names))
    return f"INSERT INTO {entity.table} ({_quoted(names)}) VALUES ({marks})"


@cache
def _update(table: str, names: tuple[str, ...]) -> str:
    """Change these columns only: an index of a column that stays is left alone."""
    sets = ", ".join(f'"{name}" = ?' for name in names)
    return f"UPDATE {table} SET {sets} WHERE id = ?"


_INSERT = {name: _insert(entity) for name, entity in SCHEMA.items()}
_SELECT = {
    name: f"SELECT {_quoted(entity.columns)} FROM {entity.table} WHERE id IN (?*)"
    for name, entity in SCHEMA.items()
}


def case_of(entity: Entity, row: Cells) -> bytes | None:
    """Return the case a row belongs to."""
    case = row.get("id" if entity.name == "case" else "case")
    return case if isinstance(case, bytes) and entity.scope == "case" else None


class Register(Finder):
    """The register of one vault; a projection of its ledger."""

    def __init__(self, vault: Vault, progress: Progress | None = None) -> None:
        """Make the tables, or make them again, where the schema asks for it."""
        super().__init__(vault)
        self.ensure(progress or Silent())

    def ensure(self, progress: Progress) -> bool:
        """Bring the tables to this version's schema; True where they were refilled."""
        with self._vault.reading() as db:
            true = _kept_fingerprint(db) == fingerprint()
        if true:
            return False
        with self._vault.writing() as db:
            self.rebuild(db, progress)
        return True

    def apply(self, db: Database, dirty: Dirty) -> None:
        """Fold the changed records again."""
        touched = counters.Touched()
        wanted: dict[str, dict[bytes, Rowed | None]] = {}
        keys = [key for key in dict.fromkeys(dirty) if key[0] in SCHEMA]
        for name, eid in keys:
            wanted.setdefault(name, {})[blob_of(eid)] = None
        for one in winners.records(db, keys):
            wanted[one.entity][blob_of(one.eid)] = fold(SCHEMA[one.entity], one)
        for name, rows in wanted.items():
            _keep_rows(db, SCHEMA[name], rows, touched)
        counters.keep_counts(db, touched)

    def rebuild(self, db: Database, progress: Progress) -> None:
        """Make every table again from the ledger's winning words."""
        _drop(db)
        for line in statements():
            db.execute(line)
        _refill(db, progress)
        db.execute(
            "INSERT INTO r_state (name, value) VALUES ('fingerprint', ?)",
            (fingerprint(),),
        )

    def wrong_counts(self) -> int:
        """Return how many cases are kept with other numbers than a recount gives."""
        with self._vault.reading() as db:
            return counters.wrong_counts(db)

    def erase(self, db: Database, scope: str, cls: str) -> None:
        """Take a class of a scope out of everything derived from it."""
        erase_class(db, scope, cls)


def _kept_fingerprint(db: Database) -> str:
    made = db.one("SELECT 1 FROM sqlite_schema WHERE name = 'r_state'")
    if not made:
        return ""
    found = db.one("SELECT value FROM r_state WHERE name = 'fingerprint'")
    return str(found[0]) if found else ""


def _drop(db: Database) -> None:
    made = db.all(
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND "
        "(name = 'r_doc_fts' OR (name GLOB 'r_*' AND name NOT GLOB 'r_doc_fts_*'))"
    )
    for (name,) in made:
        db.execute(f'DROP TABLE "{name}"')


def _keep_rows(
    db: Database,
    entity: Entity,
    rows: Mapping[bytes, Rowed | None],
    touched: counters.Touched,
) -> None:
    """Bring the rows of many records to what they say now; None: nothing is left of one."""
    kept = _kept(db, entity, rows)
    changed = {eid: new for eid, new in rows.items() if kept.get(eid) != new}
    _write_rows(db, entity, changed, kept)
    for eid, new in changed.items():
        before = _cells(entity, kept.get(eid))
        after = _cells(entity, new)
        words.keep_words(db, entity, eid, before, after)
        _note(entity, before, after, touched)


def _write_rows(
    db: Database,
    entity: Entity,
    changed: Mapping[bytes, Rowed | None],
    kept: Mapping[bytes, Rowed],
) -> None:
    """Take rows away, add rows, change rows: those that change alike in one statement."""
    gone, fresh = [], []
    alike: dict[tuple[str, ...], list[Rowed]] = {}
    for eid, new in changed.items():
        old = kept.get(eid)
        if new is None:
            gone.append((eid,))
        elif old is None:
            fresh.append(new)
        else:
            differ = [at for at, cell in enumerate(new) if cell != old[at]]
            names = tuple(entity.columns[at] for at in differ)
            alike.setdefault(names, []).append((*(new[at] for at in differ), eid))
    db.executemany(f"DELETE FROM {entity.table} WHERE id = ?", gone)
    db.executemany(_INSERT[entity.name], fresh)
    for names, cells in alike.items():
        db.executemany(_update(entity.table, names), cells)


def _kept(db: Database, entity: Entity, eids: Iterable[bytes]) -> dict[bytes, Rowed]:
    found: dict[bytes, Rowed] = {}
    for chunk in chunks(eids):
        found |= {r[0]: r for r in db.all(within(_SELECT[entity.name], chunk), chunk)}
    return found


def _cells(entity: Entity, row: Rowed | None) -> Cells:
    return dict(zip(entity.columns, row, strict=True)) if row else {}


def _note(
    entity: Entity, before: Cells, after: Cells, touched: counters.Touched
) -> None:
    old_case, new_case = case_of(entity, before), case_of(entity, after)
    was, now = before.get("said") or 0, after.get("said") or 0
    if not isinstance(was, int) or not isinstance(now, int):
        return
    if new_case is not None:
        touched.grew(new_case, entity.name, now)
        same = before if old_case == new_case else {}
        touched.moved(new_case, entity.name, same, after)
    if old_case is not None and old_case != new_case:
        touched.left(old_case, entity.name, was, before)
    elif old_case is not None and now < was:
        touched.lost(old_case, entity.name)


def _refill(db: Database, progress: Progress) -> None:
    (total,) = db.one("SELECT count(*) FROM rec") or (0,)
    touched = counters.Touched()
    for done, record in enumerate(winners.every_record(db)):
        if done % _STEP == 0:
            progress.step(done, total, "progress-rebuilding")
        entity = SCHEMA.get(record.entity)
        row = fold(entity, record) if entity else None
        if entity is None or row is None:
            continue
        db.execute(_INSERT[entity.name], row)
        after = dict(zip(entity.columns, row, strict=True))
        words.keep_words(db, entity, blob_of(record.eid), {}, after)
        _note(entity, {}, after, touched)
    counters.keep_counts(db, touched)
    progress.step(total, total, "progress-rebuilding")


def lay(db: Database, records: Iterable[winners.Record]) -> int:
    """Put the rows of records into tables that have none of them; return how many.

    For a register of a moment: there is nothing to find words by, and no case is counted.
    """
    rows: dict[str, list[Rowed]] = {}
    for record in records:
        entity = SCHEMA.get(record.entity)
        row = fold(entity, record) if entity else None
        if row is not None:
            rows.setdefault(record.entity, []).append(row)
    for name, told in rows.items():
        db.executemany(_INSERT[name], told)
    return sum(map(len, rows.values()))


def keep_all_counts(db: Database) -> None:
    """Keep the counts of every case as its rows give them."""
    touched = counters.Touched()
    for (case,) in db.all("SELECT id FROM r_case"):
        touched.lost(case, "case")
    counters.keep_counts(db, touched)
