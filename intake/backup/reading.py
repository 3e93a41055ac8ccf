"""Read and copy single files of a backup, and nothing that only looks like one (파일 읽기).

* A link, a pipe or a folder in the place of a file is refused, never followed.
* Bytes are hashed while they are copied: what was checked is what was taken.
"""

import hashlib
import os
import stat
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from intake.backup.places import place_errors
from intake.errors import BackupUnfit

_PIECE = 1 << 20
Told = Callable[[int], None]


@contextmanager
def plain_file(path: Path) -> Iterator[BinaryIO]:
    """Open a plain file for reading.

    Raises:
        BackupUnfit: it is not there, or is no plain file.
    """
    flags = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)
    flags |= getattr(os, "O_NONBLOCK", 0)  # a pipe must not hold us up
    _check_plain(path)
    with place_errors(path.parent):
        handle = os.open(path, flags)
    with os.fdopen(handle, "rb") as file:
        if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
            raise BackupUnfit(why="link", member=path.name)
        yield file


def read_small(path: Path, longest: int) -> bytes:
    """Return a file that must be short."""
    with plain_file(path) as file, place_errors(path.parent):
        data = file.read(longest + 1)
    if len(data) > longest:
        raise BackupUnfit(why="form", member=path.name)
    return data


def digest_of(path: Path, told: Told = lambda _size: None) -> str:
    """Return the SHA-256 of a file; ``told`` hears every piece and may stop it."""
    digest = hashlib.sha256()
    with plain_file(path) as file:
        for piece in _pieces(file, path):
            digest.update(piece)
            told(len(piece))
    return digest.hexdigest()


def copy_file(
    source: Path, target: Path, told: Told = lambda _size: None, *, at: Path
) -> str:
    """Copy a file, make the copy durable, and return its SHA-256; ``at`` names the place."""
    digest = hashlib.sha256()
    with plain_file(source) as file, place_errors(at):
        handle = os.open(target, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(handle, "wb") as out:
            for piece in _pieces(file, source):
                digest.update(piece)
                out.write(piece)
                told(len(piece))
            out.flush()
            os.fsync(out.fileno())
    return digest.hexdigest()


def _pieces(file: BinaryIO, path: Path) -> Iterator[bytes]:
    while True:
        with place_errors(path.parent):
            piece = file.read(_PIECE)
        if not piece:
            return
        yield piece


def _check_plain(path: Path) -> None:
    try:
        found = os.lstat(path)
    except FileNotFoundError as error:
        raise BackupUnfit(why="missing", member=path.name) from error
    except OSError as error:
        with place_errors(path.parent):
            raise error from None
    if not stat.S_ISREG(found.st_mode):
        raise BackupUnfit(why="link", member=path.name)
