"""Spare room for the day the disk is full (예비 공간).

A file of no use beside the vault; when a save finds no room, it goes, and the save fits. The
bytes are random: a file system that squeezes zeros would keep no room at all.
"""

import contextlib
import errno
import os
import secrets
import shutil
from pathlib import Path

NAME = "vault.ballast"
_PROBE = "vault.probe"
_PIECE = 1 << 20
_BITE = 64 * 1024


def lay_ballast(folder: Path, size: int) -> None:
    """Set ``size`` bytes aside; without room for them, do without."""
    if size <= 0 or ballast_of(folder) == size:
        return
    try:
        with (folder / NAME).open("wb") as file:
            for at in range(0, size, _PIECE):
                file.write(secrets.token_bytes(min(_PIECE, size - at)))
            file.flush()
            os.fsync(file.fileno())
    except OSError:
        (folder / NAME).unlink(missing_ok=True)


def lay_again(folder: Path, size: int, spare: int) -> None:
    """Set the room aside again once the disk has ``spare`` bytes beyond it."""
    if ballast_of(folder) != size and shutil.disk_usage(folder).free > size + spare:
        lay_ballast(folder, size)


def drop_ballast(folder: Path) -> bool:
    """Give the room back; True if there was any."""
    try:
        (folder / NAME).unlink()
    except FileNotFoundError:
        return False
    return True


def ballast_of(folder: Path) -> int:
    """Return how many bytes are set aside now."""
    try:
        return (folder / NAME).stat().st_size
    except FileNotFoundError:
        return 0


def is_full(folder: Path, longest: int) -> bool:
    """Whether the system refuses more room here: a full disk, a quota, a limit on a file.

    SQLite calls the last two an I/O error, like a dying disk; a person must do other things
    about them, so we ask again with a file of our own, as long as the vault's longest.
    """
    try:
        with (folder / _PROBE).open("wb") as file:
            file.truncate(longest + _PIECE)
            file.write(bytes(_BITE))
            file.flush()
            os.fsync(file.fileno())
    except OSError as error:
        return error.errno in {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
    finally:
        with contextlib.suppress(OSError):
            (folder / _PROBE).unlink()
    return False


def is_read_only(folder: Path) -> bool:
    """Whether nothing can be written here any more: a disk that the system made read-only.

    SQLite calls that an I/O error too; nothing is damaged, and nobody should restore a backup.
    """
    try:
        with (folder / _PROBE).open("wb"):
            pass
    except OSError as error:
        return error.errno in {errno.EROFS, errno.EACCES, errno.EPERM}
    with contextlib.suppress(OSError):
        (folder / _PROBE).unlink()
    return False
