"""Small files that several processes of one account share (로그 곁의 파일): plain ones, and locks.

* A link or a pipe in the place of one of ours is none of ours: it is neither written nor read.
* A lock is the system's own: it goes with the process that held it, however that ended.
* A file that took another's name has it for good once its folder is synced too.
"""

import os
import stat
from pathlib import Path
from typing import Final

_PLAIN: Final = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
# A byte that is locked can be neither read nor written on Windows: this one lies beyond every file.
_FAR: Final = 1 << 30
_SHARES: Final = 256


def open_plain(path: Path, flags: int) -> int:
    """Open a file of ours; a link or a pipe in its place is none.

    Raises:
        OSError: it cannot be opened, or is no plain file.
    """
    handle = os.open(path, flags | _PLAIN, 0o600)
    if stat.S_ISREG(os.fstat(handle).st_mode):
        return handle
    os.close(handle)
    raise OSError


def read_plain(path: Path, most: int) -> bytes:
    """Return at most so many bytes of a file of ours; see ``open_plain``."""
    with os.fdopen(open_plain(path, os.O_RDONLY), "rb") as file:
        return file.read(most)


def take_lock(handle: int, *, shared: bool = False) -> bool:
    """Lock an open file until it is closed; False where another process holds it.

    Nobody waits. Where shared, everybody who shares may hold it, and nobody who does not.
    """
    try:
        _lock(handle, shared=shared)
    except OSError:
        return False
    return True


def _lock(handle: int, *, shared: bool) -> None:
    if os.name == "nt":
        lock_on_windows(handle, shared=shared)
        return
    import fcntl  # noqa: PLC0415 - only here

    fcntl.flock(handle, (fcntl.LOCK_SH if shared else fcntl.LOCK_EX) | fcntl.LOCK_NB)


def lock_on_windows(handle: int, *, shared: bool) -> None:
    """Lock a byte far behind the end; whoever writes or reads next does so where it would have.

    Raises:
        OSError: another process holds it.
    """
    import msvcrt  # noqa: PLC0415 - only there

    first = os.getpid() % _SHARES if shared else 0  # there is no shared lock
    before = os.lseek(handle, 0, os.SEEK_CUR)
    os.lseek(handle, _FAR + first, os.SEEK_SET)
    try:
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1 if shared else _SHARES)  # type: ignore[attr-defined,unused-ignore]
    finally:  # a trace written there would be a file of a gigabyte
        os.lseek(handle, before, os.SEEK_SET)


def sync_folder(folder: Path) -> None:
    """Make what a folder says, a rename above all, durable where the system can."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
