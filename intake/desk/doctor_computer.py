"""What the doctor asks of the computer (컴퓨터 점검): clock, room, rights, places, the log.

Nothing is changed. Whether a folder can be written to is only known by trying: with a file that
never has a name, and on Windows with an empty one that is taken away again.
"""

import errno
import os
import platform
import shutil
import stat
import sys
from pathlib import Path
from typing import Final

from intake.clock import DAY_MS, FLOOR_MS, wall_ms
from intake.desk.doctor_states import finding
from intake.desk.views.doctor import Finding
from intake.faults import count_left
from intake.logbook import FILES, NAME, Logbook, log_folder
from intake.release.installed import installed
from intake.vault import VaultLook
from intake.vault.place import why_not

LOW: Final = 1 << 30
FULL: Final = 64 << 20
_YEARS_AHEAD: Final = 15 * 365 * DAY_MS
_FORBIDDEN = frozenset({errno.EROFS, errno.EACCES, errno.EPERM})
_MACHINES = frozenset({"x86_64", "amd64"})
_RECENT: Final = 200
_PROBE: Final = "ieum-may-write"


def system() -> Finding:
    """Name the system; one we are not built for is a note."""
    facts = {
        "system": sys.platform,
        "release": platform.release(),
        "machine": platform.machine(),
        "python": platform.python_version(),
    }
    known = sys.platform in {"linux", "win32"}
    fits = known and platform.machine().lower() in _MACHINES
    return finding("system", "fine" if fits else "other", **facts)


def clock(look: VaultLook) -> Finding:
    """Compare the clock with what is certainly past: this build, and the vault's last change."""
    now, build = wall_ms(), installed()
    floor = max(FLOOR_MS, build.made * 1000 if build else 0)
    if now < floor:
        return finding("clock", "behind", days=_days(floor - now))
    if look.modified_ms - now > DAY_MS:
        return finding("clock", "back", days=_days(look.modified_ms - now))
    if now - FLOOR_MS > _YEARS_AHEAD:
        return finding("clock", "ahead", years=_days(now - FLOOR_MS) // 365)
    return finding("clock", "fine")


def home(folder: Path) -> Finding:
    """Whether this account may write where its records lie."""
    return finding("home", "fine" if _may_write(_nearest(folder)) else "readonly")


def disk(folder: Path) -> Finding:
    """How much room is left beside the records."""
    try:
        free = shutil.disk_usage(_nearest(folder)).free
    except OSError:
        return finding("disk", "unknown")
    code = "full" if free < FULL else "low" if free < LOW else "fine"
    return finding("disk", code, free=free)


def rights(folder: Path) -> Finding:
    """Whether the folder of the records is this account's, and only this account's."""
    if os.name == "nt" or not folder.exists():
        return finding("rights", "none")
    try:
        found = folder.stat()
    except OSError:
        return finding("rights", "other")
    if found.st_uid != os.geteuid():
        return finding("rights", "other")
    mode = stat.S_IMODE(found.st_mode)
    return finding("rights", "open" if mode & 0o077 else "fine", mode=f"{mode:03o}")


def place(folder: Path) -> Finding:
    """Whether the records lie on this computer's own disk."""
    return finding("place", why_not(_nearest(folder).resolve()) or "fine")


def log() -> Finding:
    """Whether the program can keep its log, and whether mistakes stand in it."""
    book = Logbook(log_folder(), wall_ms)
    lines = [one for one in book.tail(_RECENT) if one.split()[1:2] in _WRONG]
    paths = [book.folder / NAME, *(book.folder / f"{NAME}.{n}" for n in range(1, FILES))]  # fmt: skip
    mistakes = len(lines) + count_left(book.folder)
    size = sum(one.stat().st_size for one in paths if one.exists())
    plain = book.folder.is_dir() or not book.folder.exists()
    if not plain or any(map(Path.is_symlink, paths)) or not _may_write(_nearest(book.folder)):  # fmt: skip
        return finding("log", "unwritten")
    return finding(
        "log", "faults" if mistakes else "fine", size=size, mistakes=mistakes
    )


_WRONG = (["mistake"], ["fault"], ["early"])


def _nearest(folder: Path) -> Path:
    """Return the folder, or the nearest one above it that is there."""
    return next((one for one in (folder, *folder.parents) if one.is_dir()), Path("/"))


def _may_write(folder: Path) -> bool:
    try:
        if (
            sys.platform == "linux"
        ):  # a disk made read-only while it works: access() says yes
            os.close(os.open(folder, os.O_TMPFILE | os.O_WRONLY, 0o600))
        elif os.name == "nt":
            (folder / _PROBE).touch()
            (folder / _PROBE).unlink()
    except OSError as error:
        return error.errno not in _FORBIDDEN
    return os.access(folder, os.W_OK)


def _days(ms: int) -> int:
    return max(1, ms // DAY_MS)
