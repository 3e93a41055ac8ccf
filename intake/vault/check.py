"""Whether the bytes are still what was written (점검).

* Every page carries a seal; a page whose seal does not fit is named by its number.
* The check reads the main file only: the log is folded into it first, or a healthy vault
  would look damaged after a crash.
* After one bad page a connection may go on failing: what it says after that is not believed.
"""

import contextlib
import re
from dataclasses import dataclass

from intake.errors import Busy, Damaged, DamagedVault, NoRoom
from intake.vault.database import Database

_PAGE = re.compile(r"page (\d+)")


@dataclass(frozen=True, slots=True)
class VaultReport:
    """What a full check found; ``pages`` are the numbers of damaged pages."""

    pages: tuple[int, ...]
    troubles: int
    size: int

    @property
    def sound(self) -> bool:
        """Whether every page is what was written."""
        return not self.pages and not self.troubles


def damaged_pages(db: Database, schema: str = "main") -> tuple[tuple[int, ...], int]:
    """Return the damaged pages, and how many faults name no page."""
    try:
        said = [
            str(row[0]) for row in db.all(f"PRAGMA {schema}.cipher_integrity_check")
        ]
    except Damaged:
        return (), 1
    named = [_PAGE.search(line) for line in said]
    numbers = {int(page[1]) for page in named if page}
    return tuple(sorted(numbers)), sum(page is None for page in named)


def check_tables(db: Database, schema: str = "main") -> int:
    """Return how many faults the tables have among themselves."""
    try:
        said = [row[0] for row in db.all(f"PRAGMA {schema}.quick_check")]
    except Damaged:
        return 1
    return 0 if said == ["ok"] else len(said)


def fold_log(db: Database) -> None:
    """Bring the write-ahead log into the main file, as far as readers let it."""
    with contextlib.suppress(DamagedVault, NoRoom, Busy):
        db.all("PRAGMA wal_checkpoint(TRUNCATE)")


def hold_moment(db: Database) -> None:
    """Make an open transaction keep this moment; the main file stands still from here."""
    with contextlib.suppress(Damaged):
        db.one("SELECT count(*) FROM sqlite_schema")


def tidy(db: Database) -> None:
    """Leave the file short and the planner informed, as far as the disk allows."""
    with contextlib.suppress(DamagedVault, NoRoom, Busy):
        db.all("PRAGMA optimize")
        db.all("PRAGMA wal_checkpoint(TRUNCATE)")
