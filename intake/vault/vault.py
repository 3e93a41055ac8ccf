"""The open vault (금고): the encrypted file, its lanes, and what it keeps for itself.

* One writer, in order; one interactive reader whose query the next key press may interrupt;
  one bulk reader. A reader sees what was committed when its statement began.
* ``writing()`` is one transaction: all of it is durable when the block ends, or none of it is.
* Inside ``writing()`` the same thread's ``reading()`` sees its own unsaid rows.
* The key is wiped as soon as the three lanes are open.

Opening, creating and recovering live in ``intake.vault.opening``.
"""

import contextlib
import shutil
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, TypeAlias

from intake.errors import Cancelled, DamagedVault, NoRoom
from intake.progress import Progress, Silent
from intake.vault.connection import connect
from intake.vault.database import Database
from intake.vault.hold import Hold

Lane: TypeAlias = Literal["interactive", "bulk"]

FILE = "vault.db"
BALLAST = "vault.ballast"
LOW = 1 << 30  # bytes free below which a person is warned
_WRITER_CACHE, _READER_CACHE = 16 * 1024, 64 * 1024  # KiB


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


class Vault:
    """An open vault; ``close`` it, or end the process."""

    def __init__(
        self,
        folder: Path,
        ids: tuple[str, str],
        key: bytearray,
        hold: Hold,
        *,
        new: bool = False,
    ) -> None:
        """Open the lanes with a 48-byte key ‖ salt, which stays the caller's to wipe."""
        self.folder = folder
        self.id, self.device_id = ids
        self.notices: tuple[str, ...] = ()
        self.author = ""
        self._hold = hold
        self._writer = connect(folder / FILE, key, cache_kib=_WRITER_CACHE, new=new)
        self._readers = {
            lane: connect(folder / FILE, key, cache_kib=_READER_CACHE)
            for lane in ("interactive", "bulk")
        }
        self._locks = {
            name: threading.RLock() for name in ("writer", "interactive", "bulk")
        }
        self._here = threading.local()
        self._closed = False

    # --- lanes -----------------------------------------------------------------

    @contextlib.contextmanager
    def writing(self) -> Iterator[Database]:
        """Hold the writing lane for one transaction; nested use joins the outer one."""
        with self._locks["writer"]:
            depth = self._depth
            if depth == 0:
                self._writer.execute("BEGIN IMMEDIATE")
            self._here.depth = depth + 1
            try:
                yield self._writer
                if depth == 0:
                    self._commit()
            except BaseException:
                if depth == 0 and self._writer.in_transaction:
                    self._writer.execute("ROLLBACK")
                raise
            finally:
                self._here.depth = depth

    @contextlib.contextmanager
    def reading(self) -> Iterator[Database]:
        """Hold this thread's reading lane."""
        if self._depth:
            yield self._writer
            return
        lane = getattr(self._here, "lane", "interactive")
        with self._locks[lane]:
            yield self._readers[lane]

    def enter_lane(self, lane: Lane) -> None:
        """Choose the lane this thread reads on from now on."""
        self._here.lane = lane

    def interrupt(self, lane: Lane = "interactive") -> None:
        """Stop the query that runs on a reading lane; it ends as ``Cancelled``."""
        if not self._closed:
            self._readers[lane].interrupt()

    @property
    def _depth(self) -> int:
        return int(getattr(self._here, "depth", 0))

    def _commit(self) -> None:
        """Commit; on a full disk give up the ballast once, so that words are kept."""
        try:
            self._writer.execute("COMMIT")
        except NoRoom:
            if not self._writer.in_transaction or not self.drop_ballast():
                raise
            self._writer.execute("COMMIT")

    @contextlib.contextmanager
    def lane_for_migration(self) -> Iterator[Database]:
        """Hold the writing lane without a transaction: each step brings its own."""
        with self._locks["writer"]:
            yield self._writer

    # --- what it keeps -----------------------------------------------------------

    def secret(self, name: str) -> bytes | None:
        """Return a small secret, or None."""
        with self.reading() as db:
            row = db.one("SELECT value FROM secret WHERE name = ?", (name,))
        return bytes(row[0]) if row else None

    def keep_secret(self, name: str, value: bytes) -> None:
        """Keep a small secret, replacing an older one."""
        with self.writing() as db:
            db.execute(
                "INSERT OR REPLACE INTO secret(name, value) VALUES (?, ?)",
                (name, value),
            )

    def fact(self, name: str) -> str | None:
        """Return something this installation remembers, or None."""
        with self.reading() as db:
            row = db.one("SELECT text FROM fact WHERE name = ?", (name,))
        return str(row[0]) if row else None

    def keep_fact(self, name: str, text: str) -> None:
        """Remember something about this installation."""
        with self.writing() as db:
            db.execute(
                "INSERT OR REPLACE INTO fact(name, text) VALUES (?, ?)", (name, text)
            )

    def data_version(self) -> int:
        """Return a number that changes whenever another lane committed."""
        with self.reading() as db:
            row = db.one("PRAGMA data_version")
        return int(row[0]) if row else 0

    # --- room on the disk ----------------------------------------------------------

    def free(self) -> int:
        """Return the bytes free beside the vault."""
        return shutil.disk_usage(self.folder).free

    def drop_ballast(self) -> bool:
        """Give up the spare room kept for a full disk; True if there was any."""
        try:
            (self.folder / BALLAST).unlink()
        except FileNotFoundError:
            return False
        return True

    # --- checking and closing ---------------------------------------------------------

    def verify(self, progress: Progress | None = None) -> VaultReport:
        """Check every page against its seal, and the tables against each other.

        The write-ahead log goes into the main file first: the check reads only that one.
        """
        progress = progress or Silent()
        progress.step(0, 2, "progress-checking")
        with self._locks["writer"]:
            pages, broken = self._damaged_pages()
            progress.step(1, 2, "progress-checking")
            troubles = len(pages) or broken or self._table_troubles()
        progress.step(2, 2, "progress-checking")
        return VaultReport(pages, troubles, (self.folder / FILE).stat().st_size)

    def _damaged_pages(self) -> tuple[tuple[int, ...], int]:
        try:
            self._writer.all("PRAGMA wal_checkpoint(TRUNCATE)")
            said = [
                str(row[0]) for row in self._writer.all("PRAGMA cipher_integrity_check")
            ]
        except DamagedVault:
            return (), 1
        numbers = {
            int(word) for line in said for word in line.split() if word.isdigit()
        }
        return tuple(sorted(numbers)), len(said) - len(numbers) if len(said) > len(
            numbers
        ) else 0

    def _table_troubles(self) -> int:
        try:
            said = [row[0] for row in self._writer.all("PRAGMA quick_check")]
        except (DamagedVault, Cancelled):
            return 1
        return 0 if said == ["ok"] else len(said)

    def close(self) -> None:
        """Close the lanes, fold the log into the file, give the lock back; twice is once."""
        if self._closed:
            return
        self._closed = True
        with self._locks["writer"]:
            for reader in self._readers.values():
                reader.close()
            with contextlib.suppress(NoRoom, DamagedVault):
                self._writer.all("PRAGMA optimize")
                self._writer.all("PRAGMA wal_checkpoint(TRUNCATE)")
            self._writer.close()
        self._hold.release()
