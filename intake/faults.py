"""Where a crash below Python leaves its stack (충돌 흔적): one small file for each process.

* Each window writes into its own file and holds its lock for as long as it lives: what is read and
  taken away is always of one that has ended.
* A link, a pipe or a folder in the place of one is none of ours, and stays where it is.
"""

import contextlib
import os
import re
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import Final

from intake.plain_files import open_plain, take_lock

_NAME = re.compile(r"faults(?:-[0-9]{1,10}-[0-9])?\.txt", re.ASCII)
_LARGEST: Final = 64 * 1024
_MOST: Final = 64  # files that are looked at in one go
_TRIES: Final = 10


def open_own(folder: Path) -> int:
    """Return a new file for this process, open and locked; it stays open.

    Raises:
        OSError: there can be none.
    """
    for number in range(_TRIES):
        path = folder / f"faults-{os.getpid()}-{number}.txt"
        with contextlib.suppress(FileExistsError):
            handle = open_plain(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL)
            if take_lock(handle) and os.fstat(handle).st_nlink:
                return handle
            os.close(handle)  # who looks for what was left had it first
    raise FileExistsError


def take_left(folder: Path) -> Iterator[str]:
    """Yield what each process that has ended left, where it left anything, and take it away."""
    for path in _files(folder):
        said = _read(path, take=True)
        if said.strip():
            yield said


def count_left(folder: Path) -> int:
    """Return how many processes fell that no window has told of yet."""
    return sum(bool(_read(path, take=False).strip()) for path in _files(folder))


def _files(folder: Path) -> tuple[Path, ...]:
    with contextlib.suppress(OSError), os.scandir(folder) as every:
        ours = (Path(one.path) for one in every if _NAME.fullmatch(one.name))
        return tuple(islice(ours, _MOST))
    return ()


def _read(path: Path, *, take: bool) -> str:
    """Return what is in a file; nothing where its process lives."""
    with contextlib.suppress(OSError):
        with os.fdopen(open_plain(path, os.O_RDWR), "rb") as file:
            if not take_lock(file.fileno()):
                return ""
            said = file.read(_LARGEST).decode("utf-8", "replace")
            if take and os.name != "nt":  # with the lock held: nobody else takes it up
                path.unlink(missing_ok=True)
        if take and os.name == "nt":  # an open file stays there
            path.unlink(missing_ok=True)
        return said
    return ""
