"""The encrypted file, copied while work goes on (사본).

* One statement on the bulk lane: the writer waits for nothing; how many bytes lie there is told
  while it runs, and it can be stopped at any moment.
* The copy has the same key; it is opened and checked page by page before anybody hears of it.
* What it holds is noted as two hashes, read from the copy itself.
"""

import hashlib
import json
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from intake.backup.places import DB, place_errors
from intake.crypto import canonical_json, sha256
from intake.errors import BackupAway, BackupUnfit, DamagedVault, NoRoom
from intake.progress import Progress
from intake.vault import Database, Vault
from intake.vault.ballast import is_full
from intake.vault.check import check_tables, damaged_pages
from intake.vault.database import is_disk_trouble

_SPARE = 1 << 20
_ROWS = 20_000


@dataclass(frozen=True, slots=True)
class Note:
    """What a vault held: how far every log was known, and what was shown."""

    position: str
    fold: str


def copy_pages(vault: Vault, target: Path, progress: Progress) -> Note:
    """Copy the open vault's file to ``target``, check the copy, and return its note.

    Raises:
        NoRoom, BackupAway, ReadOnlyPlace: the place would not take it.
        DamagedVault: the vault itself is damaged. BackupUnfit: the copy is.
    """
    needed = _size(vault.folder / DB) + _size(vault.folder / f"{DB}-wal")
    _check_room(target.parent, needed)
    progress.step(0, needed, "progress-backup-copying")
    with vault.lane_for_copying() as db:
        with _telling(target.parent, needed), db.watched(_watch(target, needed, progress)):  # fmt: skip
            db.execute("VACUUM INTO ?", (str(target),))
        progress.step(needed, needed, "progress-backup-checking")
        with _attached(db, target):
            _check(db)
            return note_of(db, progress, "copied")


def note_of(db: Database, progress: Progress, schema: str = "main") -> Note:
    """Return what a file holds, as two hashes; rows are streamed, not kept."""
    known: dict[str, int] = dict(
        db.all(
            f"SELECT log.log, sum(count) FROM {schema}.segment JOIN {schema}.log"  # noqa: S608 - our own two names
            " ON log.id = segment.log GROUP BY log.log ORDER BY log.log"
        )
    )
    whole = hashlib.sha256()
    shown = f"SELECT rec, field, hlc, tie, heads, value FROM {schema}.winner ORDER BY rec, field"  # noqa: S608
    for at, row in enumerate(db.each(shown)):
        whole.update(json.dumps([_plain(cell) for cell in row]).encode())
        if at % _ROWS == 0:
            progress.step(0, 0, "progress-backup-checking")
    return Note(sha256(canonical_json(known)).hex(), whole.hexdigest())


@contextmanager
def _attached(db: Database, copy: Path) -> Iterator[None]:
    db.execute("ATTACH ? AS copied", (str(copy),))
    try:
        yield
    finally:
        db.execute("DETACH copied")


def _check(db: Database) -> None:
    pages, other = damaged_pages(db, "copied")
    if pages or other or check_tables(db, "copied"):
        raise BackupUnfit(why="pages", member=DB)


def _watch(target: Path, total: int, progress: Progress) -> Callable[[], None]:
    def look() -> None:
        done = min(_size(target), total)
        progress.step(done, total, "progress-backup-copying")

    return look


@contextmanager
def _telling(place: Path, needed: int) -> Iterator[None]:
    """Say whether the place or the vault is to blame: SQLite calls both an I/O error."""
    try:
        yield
    except DamagedVault as error:
        if not is_disk_trouble(error):
            raise
        if is_full(place, needed):
            raise NoRoom(needed=needed) from error
        if not _takes(place):
            raise BackupAway from error
        raise


def _takes(place: Path) -> bool:
    probe = place / "probe.part"
    try:
        probe.write_bytes(bytes(4096))
    except OSError:
        return False
    finally:
        with suppress(OSError):
            probe.unlink()
    return True


def _check_room(place: Path, needed: int) -> None:
    with place_errors(place):
        free = shutil.disk_usage(place).free
    if free < needed + _SPARE:
        raise NoRoom(needed=needed, free=free)


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0


def _plain(cell: object) -> object:
    return cell.hex() if isinstance(cell, bytes) else cell
