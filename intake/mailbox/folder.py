"""A folder or USB stick as a mailbox: safe on FAT, exFAT and network drives.

* Publishing is: write ``.tmp-…``, fsync, rename, fsync the folder. A stick pulled at any
  moment shows a bundle whole or not at all.
* Nothing relies on case, links, permissions or times of the medium; any failure to write
  is told apart only by what a person can do: another stick, unlock it, plug it in again.
* Own ``.tmp-…`` leftovers older than a day are removed; every other file is left alone, and is
  not even walked through: our names lie two folders deep, whatever else lies beside them.
* Where something of somebody else has the place of ours (a folder, a link, a file named as our
  folder), that is said, and it stays.
* If the place is no longer the one that was chosen (pulled, another one mounted there),
  it is away; nothing is written into the empty folder that stays behind.
"""

import contextlib
import errno
import os
import re
import secrets
import shutil
import stat
from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path
from typing import BinaryIO, ClassVar

from intake.clock import DAY_MS, wall_ms
from intake.errors import (
    Cut,
    IntakeError,
    MailboxAway,
    MailboxOdd,
    NoRoom,
    NotFound,
    ReadOnlyPlace,
)
from intake.mailbox.listing import Spelling, entries, is_elsewhere, is_folder
from intake.mailbox.mailbox import (
    MARK_NAME,
    README,
    README_NAME,
    ROOT,
    Source,
    check_key,
    read_key,
)
from intake.mailbox.papers import check_paper
from intake.plain_files import sync_folder

_STEP = 256 * 1024
_LEFTOVER = re.compile(r"\.tmp-[0-9a-f]{16}")
_READ_ONLY = {errno.EROFS, errno.EACCES}
_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
_OCCUPIED = {errno.ENOTDIR, errno.EISDIR, errno.EEXIST, errno.ENOTEMPTY}
_OWN = {README_NAME, MARK_NAME}
_MARK = re.compile(r"[0-9a-f]{32}")
_TOP = re.compile(r"[a-z0-9][a-z0-9-]{0,63}")
_MONTH = re.compile(r"[0-9]{6}")
# folders of network drives and of some drivers cannot be waited for
_UNASKABLE = {errno.EINVAL, errno.ENOTSUP, errno.EOPNOTSUPP, errno.ENOSYS, errno.EACCES, errno.EPERM, errno.EBADF}  # fmt: skip
_GONE = {errno.ENODEV, errno.ENXIO, errno.EIO, errno.ESTALE, errno.ENOTCONN}


class FolderMailbox:
    """A mailbox below a folder that a person picked."""

    kind: ClassVar[str] = "folder"

    def __init__(
        self, place: Path, *, name: str = "", wall: Callable[[], int] = wall_ms
    ) -> None:
        """Remember the place as it is now.

        Raises:
            MailboxAway: there is no such folder.
        """
        self._place = place
        self._name = name or place.name or "mailbox"
        self._wall = wall
        self._medium = self._device()
        self._prepared = False

    @property
    def name(self) -> str:
        """What a person calls it."""
        return self._name

    @property
    def root(self) -> Path:
        """The folder below which everything of ours lies."""
        return self._place / ROOT

    def put_new(self, key: str, source: Source, size: int) -> bool:
        """Keep the next ``size`` bytes of ``source`` under a new name."""
        final = self._file(key)
        if self._stands(final):
            return False
        try:
            self._prepare()
            final.parent.mkdir(parents=True, exist_ok=True)
            self._publish(final, source, size)
        except OSError as error:
            raise self._refusal(error, size) from error
        return True

    def list(self, prefix: str) -> dict[str, int]:
        """Return the sizes of everything well-formed whose name starts so."""
        self._check_here()
        try:
            return dict(sorted(self._found(prefix)))
        except OSError as error:
            raise MailboxAway(mailbox=self._name) from error

    def get(self, key: str) -> Iterator[bytes]:
        """Yield the bytes of one object as the medium holds them now."""
        file = self._file(key)
        if not _is_plain(file):
            raise NotFound(entity="mailbox-object")
        try:
            with file.open("rb") as source:
                _forget_cached(source)
                while chunk := source.read(_STEP):
                    yield chunk
        except FileNotFoundError as error:
            self._check_here()
            raise NotFound(entity="mailbox-object") from error
        except OSError as error:
            raise MailboxAway(mailbox=self._name) from error

    def delete(self, key: str) -> None:
        """Remove one object."""
        file = self._file(key)
        if not self._stands(file):
            return
        try:
            file.unlink(missing_ok=True)
        except OSError as error:
            raise self._refusal(error, 0) from error

    def read_paper(self, name: str, limit: int) -> bytes | None:
        """Return a paper as the medium holds it now, at most one byte more than ``limit``."""
        file = self._below(check_paper(name))
        if not _is_plain(file):
            return None
        try:
            with file.open("rb") as source:
                _forget_cached(source)
                return source.read(limit + 1)
        except OSError as error:
            raise MailboxAway(mailbox=self._name) from error

    def write_paper(self, name: str, data: bytes) -> None:
        """Put a paper in place of what was there."""
        file = self._below(check_paper(name))
        try:
            self._prepare()
            file.parent.mkdir(parents=True, exist_ok=True)
            self._publish(file, BytesIO(data), len(data))
        except OSError as error:
            raise self._refusal(error, len(data)) from error

    def mark(self) -> str:
        """Return the mark that this medium is known by; leave one where there is none.

        Raises:
            Unreachable: away, read-only or full.
        """
        if (found := self.marked()) or not self._check_free_for_mark():
            return found
        made = secrets.token_hex(16)
        try:
            self._prepare()
            self._publish(self.root / MARK_NAME, BytesIO(made.encode()), len(made))
        except OSError as error:
            raise self._refusal(error, len(made)) from error
        return made

    def marked(self) -> str:
        """Return the mark that this medium is known by; empty where there is none."""
        self._check_here()
        file = self.root / MARK_NAME
        try:
            text = file.read_bytes()[:64].decode("ascii") if _is_plain(file) else ""
        except (OSError, UnicodeDecodeError):
            return ""
        return text if _MARK.fullmatch(text) else ""

    def _check_free_for_mark(self) -> bool:
        """Whether a mark may be left: what somebody else named so stays as it is."""
        self._check_no_link(self.root)
        return not os.path.lexists(self.root / MARK_NAME)

    def sweep(self) -> int:
        """Remove own leftovers of interrupted copies, a day old; return how many."""
        self._check_here()
        swept = 0
        with contextlib.suppress(OSError):
            for file in self._temporary():
                if self._is_old(file):
                    file.unlink()
                    swept += 1
        return swept

    def strangers(self) -> int:
        """Count what lies in the mailbox's folders and is not ours; nothing of it is opened.

        Raises:
            MailboxAway: the place is away.
        """
        self._check_here()
        try:
            return sum(1 for _ in self._strange())
        except OSError as error:
            raise MailboxAway(mailbox=self._name) from error

    def _strange(self) -> Iterator[str]:
        for one in entries(self.root):
            if not (is_folder(one) and _TOP.fullmatch(one.name.lower())) and one.name not in _OWN:  # fmt: skip
                yield one.name
        for top, month in self._months():
            for one in entries(month):
                key = f"{top}/{month.name}/{one.name.lower()}"
                if not (one.is_file(follow_symlinks=False) and (read_key(key) or _LEFTOVER.fullmatch(one.name))):  # fmt: skip
                    yield one.name

    def _temporary(self) -> Iterator[Path]:
        for folder in (*self._paper_folders(), *(month for _, month in self._months())):
            for one in entries(folder):
                if _LEFTOVER.fullmatch(one.name) and one.is_file(follow_symlinks=False):
                    yield Path(one.path)

    def _paper_folders(self) -> Iterator[Path]:
        for top in ("trust/metadata", "trust/targets"):
            folder = self.root / top
            yield folder
            yield from (Path(one.path) for one in entries(folder) if is_folder(one))

    def _is_old(self, file: Path) -> bool:
        return file.lstat().st_mtime_ns // 1_000_000 < self._wall() - DAY_MS

    def _prepare(self) -> None:
        if self._prepared:
            return
        self.root.mkdir(parents=True, exist_ok=True)
        readme = self.root / README_NAME
        if not (readme.exists() or readme.is_symlink()):
            readme.write_text(README, encoding="utf-8")
        self.sweep()
        self._prepared = True

    def _publish(self, final: Path, source: Source, size: int) -> None:
        temporary = final.parent / f".tmp-{secrets.token_hex(8)}"
        try:
            with temporary.open("xb") as out:
                _copy(source, out, size)
                out.flush()
                os.fsync(out.fileno())
            temporary.replace(final)
        except BaseException:
            with contextlib.suppress(OSError):
                temporary.unlink(missing_ok=True)
            raise
        _settle(final.parent)

    def _found(self, prefix: str) -> Iterator[tuple[str, int]]:
        self._check_no_link(self.root / prefix.rpartition("/")[0])
        only, _, month = prefix.rpartition("/")[0].partition("/")
        for top, folder in self._months(only, month):
            spelling = Spelling(folder)
            for one in entries(folder):
                key = f"{top}/{folder.name}/{one.name.lower()}"
                if not key.startswith(prefix) or not read_key(key):
                    continue  # cheap, before the medium is asked: others may have 100,000 here
                if spelling.is_ours(one.name) and one.is_file(follow_symlinks=False):
                    yield key, one.stat(follow_symlinks=False).st_size

    def _months(self, only: str = "", month: str = "") -> Iterator[tuple[str, Path]]:
        """Yield every folder that bundles may lie in, with its addressee."""
        spelling = Spelling(self.root)
        for top in entries(self.root):
            name = top.name.lower()
            if (only and name != only) or not _TOP.fullmatch(name):
                continue
            if not is_folder(top) or not spelling.is_ours(top.name):
                continue
            for one in entries(Path(top.path)):
                if _MONTH.fullmatch(one.name) and one.name.startswith(month) and is_folder(one):  # fmt: skip
                    yield name, Path(one.path)

    def _file(self, key: str) -> Path:
        """Return where an object lies, on this medium and nowhere else."""
        return self._below(check_key(key))

    def _below(self, name: str) -> Path:
        file = self.root / name
        self._check_here()
        self._check_no_link(file.parent)
        return file

    def _check_no_link(self, folder: Path) -> None:
        """Refuse a folder of the mailbox that leads somewhere else."""
        while folder != self._place:
            if is_elsewhere(folder) or (folder.exists() and not folder.is_dir()):
                raise MailboxOdd(mailbox=self._name, why="occupied")
            folder = folder.parent

    def _stands(self, file: Path) -> bool:
        """Whether a file is there under its name.

        Raises:
            MailboxOdd: something of somebody else has its place; it is left there.
        """
        try:
            mode = file.lstat().st_mode
        except OSError:
            return False
        if not stat.S_ISREG(mode):
            raise MailboxOdd(mailbox=self._name, why="occupied")
        return True

    def _check_here(self) -> None:
        if self._device() != self._medium:
            raise MailboxAway(mailbox=self._name)

    def _device(self) -> int:
        try:
            if self._place.is_dir():
                return self._place.stat().st_dev
        except OSError as error:
            raise MailboxAway(mailbox=self._name) from error
        raise MailboxAway(mailbox=self._name)

    def _refusal(self, error: OSError, needed: int) -> IntakeError:
        """Tell a full, a locked and a missing medium apart by what is there now."""
        if error.errno in _READ_ONLY:
            return ReadOnlyPlace(place=self._name)
        if error.errno in _OCCUPIED:
            return MailboxOdd(mailbox=self._name, why="occupied")
        if error.errno in _GONE:
            return MailboxAway(mailbox=self._name)
        try:
            self._check_here()
            free = shutil.disk_usage(self._place).free
        except (OSError, MailboxAway):
            return MailboxAway(mailbox=self._name)
        if error.errno == errno.ENOENT and free > needed:
            return MailboxAway(mailbox=self._name)
        return NoRoom(needed=needed, free=free)  # FAT says EPERM, others ENOSPC


def _is_plain(file: Path) -> bool:
    """Whether this is a file with bytes: no link, no pipe, no device."""
    try:
        return stat.S_ISREG(file.lstat().st_mode)
    except OSError:
        return False


def _copy(source: Source, out: BinaryIO, size: int) -> None:
    left = size
    while left:
        chunk = source.read(min(left, _STEP))
        if not chunk:
            raise Cut(why="short")
        out.write(chunk)
        left -= len(chunk)


def _settle(folder: Path) -> None:
    """Make the rename durable, where the medium can.

    Raises:
        OSError: it can, and did not: whoever sent it must not believe that it is there.
    """
    try:
        sync_folder(folder)
    except OSError as error:
        if error.errno not in _UNASKABLE:
            raise


def _forget_cached(source: BinaryIO) -> None:
    """Ask for the medium's bytes instead of remembered ones, where the system can."""
    if hasattr(os, "posix_fadvise"):
        os.posix_fadvise(source.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)
