"""Bring a vault's own tables up to date, by numbered steps (이행).

* All steps that are missing are one transaction: one that fails, a disk that fills and a power cut
  leave everything as it was, and the former version of the program opens it.
* A file that is newer than the program is left untouched.
* Steps are files beside this module and are never edited once released.
"""

from functools import cache
from importlib import resources

from intake.errors import TooNew
from intake.vault.database import Database


@cache
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


def check_known(db: Database) -> None:
    """Check that the vault is not newer than the program.

    Raises:
        TooNew: it is; it stays untouched.
    """
    known, before = steps(), version_of(db)
    if known and before > known[-1][0]:
        raise TooNew(what="vault", version=before)


def missing_steps(db: Database) -> tuple[tuple[int, str], ...]:
    """Return the steps that were not taken yet, in order."""
    before = version_of(db)
    return tuple(step for step in steps() if step[0] > before)


def migrate(db: Database) -> int:
    """Take every step that is missing; return how many were taken.

    Raises:
        TooNew: the vault was written by a newer version.
    """
    check_known(db)
    missing = missing_steps(db)
    if missing:
        _take(db, missing[-1][0], "".join(f"{sql}\n;\n" for _, sql in missing))
    return len(missing)


def _take(db: Database, last: int, sql: str) -> None:
    try:
        db.script(f"BEGIN IMMEDIATE; {sql} PRAGMA user_version={last}; COMMIT;")
    except BaseException:
        if db.in_transaction:
            db.execute("ROLLBACK")
        raise
