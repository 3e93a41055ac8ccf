"""Bring a vault's own tables up to date, one numbered step at a time (이행).

* Each step and its number are one transaction: a failing step leaves everything as it was.
* A file that is newer than the program is left untouched.
* Steps are files beside this module and are never edited once released.
"""

from importlib import resources

from intake.errors import TooNew
from intake.vault.database import Database


def steps() -> tuple[tuple[int, str], ...]:
    """Return every step's number and SQL, in order."""
    folder = resources.files("intake.vault") / "migrations"
    found = [
        (int(file.name[:4]), file.read_text("utf-8"))
        for file in folder.iterdir()
        if file.name.endswith(".sql")
    ]
    return tuple(sorted(found))


def version_of(db: Database) -> int:
    """Return the number of the last step that was taken."""
    row = db.one("PRAGMA user_version")
    return int(row[0]) if row else 0


def migrate(db: Database) -> int:
    """Take every step that is missing; return how many were taken.

    Raises:
        TooNew: the vault was written by a newer version.
    """
    known, before = steps(), version_of(db)
    if known and before > known[-1][0]:
        raise TooNew(what="vault", version=before)
    missing = [step for step in known if step[0] > before]
    for number, sql in missing:
        _take(db, number, sql)
    return len(missing)


def _take(db: Database, number: int, sql: str) -> None:
    try:
        db.script(f"BEGIN IMMEDIATE; {sql}; PRAGMA user_version={number}; COMMIT;")
    except BaseException:
        if db.in_transaction:
            db.execute("ROLLBACK")
        raise
