"""The open vault (금고): the encrypted file, its lanes, and what it keeps for itself.

* One writer, in order; one interactive reader whose query the next key press may interrupt;
  one bulk reader. A reader sees what was committed when its statement began.
* ``writing()`` is one transaction: all of it is durable when the block ends, or none of it is.
* Inside ``writing()`` the same thread's ``reading()`` sees its own unsaid rows.
* Only the writing lane can write; the readers refuse.
* On a full disk the save that did not fit is undone whole, and the ballast goes, so that the
  next one fits.
* The key is wiped as soon as the three lanes are open.

Opening, creating and recovering live in ``intake.vault.opening``.
"""

import contextlib
import shutil
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Literal, TypeAlias

from intake.errors import NoRoom, ReadOnlyPlace
from intake.progress import Progress, Silent
from intake.vault.ballast import drop_ballast, is_full, is_read_only
from intake.vault.check import (
    VaultReport,
    check_tables,
    damaged_pages,
    fold_log,
    hold_moment,
    tidy,
)
from intake.vault.connection import connect
from intake.vault.database import Database, is_disk_trouble
from intake.vault.hold import Hold

Lane: TypeAlias = Literal["interactive", "bulk"]

FILE = "vault.db"
LOW = 1 << 30  # bytes free below which a person is warned
_PATIENCE = 0.02  # seconds a closing vault gives a query before stopping it
_WRITER_CACHE, _READER_CACHE = 16 * 1024, 64 * 1024  # KiB


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
        self._readers: dict[str, Database] = {}
        try:
            for lane in ("interactive", "bulk"):
                self._readers[lane] = _reader(folder / FILE, key)
        except BaseException:
            self._close_lanes()
            raise
        self._locks = {
            name: threading.RLock() for name in ("writer", "interactive", "bulk")
        }
        self._here = threading.local()
        self._closed = False

    @property
    def is_closed(self) -> bool:
        """Whether its lanes are closed or being closed."""
        return self._closed

    # --- lanes -----------------------------------------------------------------

    @contextlib.contextmanager
    def writing(self) -> Iterator[Database]:
        """Hold the writing lane for one transaction; nested use joins the outer one.

        Raises:
            NoRoom, ReadOnlyPlace: the disk is full, or takes nothing more; nothing of the
                transaction was kept.
        """
        with self._locks["writer"]:
            if self._depth:
                with self._deeper():
                    yield self._writer
                return
            self._writer.execute("BEGIN IMMEDIATE")
            try:
                with self._deeper():
                    yield self._writer
                self._commit()
            except BaseException as error:
                self._undo()
                self._make_room(error)
                raise

    @contextlib.contextmanager
    def reading(self) -> Iterator[Database]:
        """Hold this thread's reading lane."""
        if self._depth:
            yield self._writer
            return
        lane = getattr(self._here, "lane", "interactive")
        with self._locks[lane]:
            yield self._readers[lane]

    @contextlib.contextmanager
    def one_moment(self) -> Iterator[Database]:
        """Hold this thread's reading lane as it is now: what is written meanwhile is not seen."""
        with self.reading() as db:
            within = db.in_transaction  # ours, or words of our own are being written
            if within:
                yield db
                return
            db.execute("BEGIN")
            try:
                yield db
            finally:
                if db.in_transaction:
                    db.execute("ROLLBACK")

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

    @contextlib.contextmanager
    def _deeper(self) -> Iterator[None]:
        self._here.depth = self._depth + 1
        try:
            yield
        finally:
            self._here.depth = self._depth - 1

    def _commit(self) -> None:
        """Commit; on a full disk give up the ballast once, so that words are kept."""
        if self._undone:  # by SQLite, and someone hid the reason
            raise NoRoom
        try:
            self._writer.execute("COMMIT")
        except NoRoom:
            dropped = drop_ballast(self.folder)
            if not dropped or self._undone:
                raise
            self._writer.execute("COMMIT")

    def _make_room(self, error: BaseException) -> None:
        """Give up the ballast where a save found no room, and say that this was the reason."""
        full = isinstance(error, NoRoom)
        if not full and is_disk_trouble(error):
            full = is_full(self.folder, self.longest())
            if not full and is_read_only(self.folder):
                raise ReadOnlyPlace(place="vault") from error
        if full:
            drop_ballast(self.folder)
            if not isinstance(error, NoRoom):
                raise NoRoom from error

    @property
    def _undone(self) -> bool:
        return not self._writer.in_transaction

    def _undo(self) -> None:
        if self._writer.in_transaction:
            self._writer.execute("ROLLBACK")

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

    def longest(self) -> int:
        """Return the bytes of the longer of the file and its log."""
        paths = [self.folder / FILE, self.folder / f"{FILE}-wal"]
        return max(path.stat().st_size for path in paths if path.exists())

    @property
    def low(self) -> bool:
        """Whether a person should be warned that the disk fills up."""
        return self.free() < LOW

    # --- checking and closing ---------------------------------------------------------

    def verify(self, progress: Progress | None = None) -> VaultReport:
        """Check every page against its seal, and the tables against each other.

        The write-ahead log goes into the main file first, for the check reads only that one;
        while it runs, saves go on into the log and the main file stands still.
        """
        progress = progress or Silent()
        progress.step(0, 2, "progress-checking")
        with self.standing_still() as db:
            pages, other = damaged_pages(db)
            if pages or other:  # look again with the writer at rest: no false alarm
                with self._locks["writer"]:
                    fold_log(self._writer)
                    pages, other = damaged_pages(db)
            progress.step(1, 2, "progress-checking")
            troubles = len(pages) + other or check_tables(db)
        progress.step(2, 2, "progress-checking")
        return VaultReport(pages, troubles, (self.folder / FILE).stat().st_size)

    @contextlib.contextmanager
    def standing_still(self) -> Iterator[Database]:
        """Hold the bulk lane on one moment, with all of that moment in the main file."""
        with self._locks["bulk"]:
            db = self._readers["bulk"]
            with self._locks["writer"]:
                fold_log(self._writer)
                db.execute("BEGIN")
                hold_moment(db)
            try:
                yield db
            finally:
                if db.in_transaction:
                    db.execute("ROLLBACK")

    @contextlib.contextmanager
    def lane_for_copying(self) -> Iterator[Database]:
        """Hold the bulk lane, for once allowed to write another file."""
        with self._locks["bulk"]:
            db = self._readers["bulk"]
            db.execute("PRAGMA query_only=OFF")
            try:
                yield db
            finally:
                db.execute("PRAGMA query_only=ON")

    def close(self) -> None:
        """Close the lanes, fold the log into the file, give the lock back; twice is once."""
        if self._closed:
            return
        self._closed = True
        with (
            self._at_rest("interactive"),
            self._at_rest("bulk"),
            self._locks["writer"],
        ):
            self._close_lanes()
        self._hold.release()

    @contextlib.contextmanager
    def _at_rest(self, lane: Lane) -> Iterator[None]:
        """Hold a reading lane, stopping what runs there as often as it takes."""
        while not self._locks[lane].acquire(timeout=_PATIENCE):
            self._readers[lane].interrupt()
        try:
            yield
        finally:
            self._locks[lane].release()

    def _close_lanes(self) -> None:
        for reader in self._readers.values():
            reader.close()
        tidy(self._writer)
        self._writer.close()


def _reader(path: Path, key: bytearray) -> Database:
    reader = connect(path, key, cache_kib=_READER_CACHE)
    reader.execute("PRAGMA query_only=ON")
    return reader
