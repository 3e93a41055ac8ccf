"""Where backups lie, and how they are named (백업 자리).

* One folder for each vault in the place a person chose; inside, one folder for each backup, and
  the attachments they share. Names hold numbers and dates, nothing of a case.
* The number in a name only goes up: a clock that went back makes no backup look older.
* Whatever the system refuses here is said in our words: a full stick, a stick that is gone.
"""

import contextlib
import datetime as dt
import errno
import os
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

from intake.errors import BackupAway, NoBackupPlace, NoRoom, ReadOnlyPlace

DB, KEYS, KEYS_COPY = "vault.db", "vault.keys", "vault.keys.bak"
VAULT_FILES = (DB, KEYS, KEYS_COPY)
ABOUT, MANIFEST, SIGNATURE = (
    "about.json",
    "manifest-sha256.txt",
    "manifest-sha256.txt.sig",
)
ATTACHMENTS = "attachments"
PART = ".part"
_NAME = re.compile(r"([0-9]{6})-([0-9]{8}T[0-9]{6}Z)")
_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
_SHUT = {errno.EROFS, errno.EACCES, errno.EPERM}


def root_of(place: Path, vault: str) -> Path:
    """Return the folder of one vault's backups; only the end of its id stands in the name."""
    return place / f"ieum-{vault[-12:]}"


def check_place(place: Path, vault_folder: Path) -> None:
    """Check that backups may lie there.

    Raises:
        NoBackupPlace: it is not there, or inside the vault's own folder.
    """
    if not place.is_dir():
        raise NoBackupPlace(why="absent")
    if place.resolve().is_relative_to(vault_folder.resolve()):
        raise NoBackupPlace(why="inside")


def names_in(root: Path) -> tuple[str, ...]:
    """Return the names of the backups in a folder, newest first; half-made ones are none."""
    with place_errors(root):
        if not root.is_dir():
            return ()
        found = [one.name for one in root.iterdir() if _NAME.fullmatch(one.name)]
    return tuple(sorted(found, reverse=True))


def next_name(root: Path, now_ms: int) -> str:
    """Return the name of the backup that is made now."""
    newest = names_in(root)
    number = int(newest[0][:6]) + 1 if newest else 1
    moment = dt.datetime.fromtimestamp(now_ms / 1000, dt.UTC)
    return f"{number:06}-{moment:%Y%m%dT%H%M%SZ}"


def is_name(text: str) -> bool:
    """Whether a backup may be called so."""
    return _NAME.fullmatch(text) is not None


def sweep(root: Path) -> None:
    """Take away what a backup that was cut off left behind."""
    with place_errors(root):
        for one in root.glob(f"*{PART}"):
            if one.is_dir() and not one.is_symlink():
                shutil.rmtree(one)
            else:
                one.unlink()


@contextlib.contextmanager
def place_errors(place: Path) -> Iterator[None]:
    """Say what the system refuses at a place of backups in our words."""
    try:
        yield
    except OSError as error:
        if error.errno in _FULL:
            raise NoRoom(**_free(place)) from error
        if error.errno in _SHUT:
            raise ReadOnlyPlace(place="backup") from error
        raise BackupAway from error


def sync_file(path: Path) -> None:
    """Make a file durable."""
    handle = os.open(path, os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _free(place: Path) -> dict[str, str | int]:
    with contextlib.suppress(OSError):
        return {"free": shutil.disk_usage(_standing(place)).free}
    return {}


def _standing(place: Path) -> Path:
    return next((one for one in (place, *place.parents) if one.exists()), place)
