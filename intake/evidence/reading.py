"""Read a file where it lies, once through, and never write beside it.

* Only a regular file: no link, pipe or device, also where somebody swaps it at the last moment.
* Opened for reading only, in pieces of 512 KiB; every piece is a chance to stop.
* Whoever changes the file meanwhile is noticed: size, time and length read must agree.
"""

import hashlib
import os
import stat
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, Final

from intake.errors import UnsuitableFile
from intake.evidence.looks import HEAD
from intake.progress import Progress

PIECE: Final = 512 * 1024
_FLAGS: Final = (
    os.O_RDONLY
    | getattr(os, "O_NOFOLLOW", 0)
    | getattr(os, "O_NONBLOCK", 0)  # a pipe must not hold us
    | getattr(os, "O_CLOEXEC", 0)
    | getattr(os, "O_BINARY", 0)
)


@dataclass(frozen=True, slots=True)
class Summed:
    """What reading a file through gave."""

    sha256: str
    size: int


@dataclass(slots=True)
class Source:
    """A file being read; ``file`` may be moved about by whoever looks into it."""

    file: BinaryIO
    size: int
    head: bytes
    _mark: tuple[int, int, int, int]

    def sum(
        self,
        progress: Progress,
        take: Callable[[bytes], object] | None = None,
        share: float = 1.0,
    ) -> Summed:
        """Hash every byte from the start, handing each piece to ``take``.

        Raises:
            UnsuitableFile: why = changed.
            Cancelled: the person asked to stop.
        """
        self.file.seek(0)
        digest, done = hashlib.sha256(), 0
        total = max(1, round(self.size / share))
        while piece := self._read():
            digest.update(piece)
            if take is not None:
                take(piece)
            done += len(piece)
            if done > self.size:  # it grows while we read, perhaps for ever
                raise UnsuitableFile(why="changed")
            progress.step(min(done, total), total, "progress-evidence-reading")
        if done != self.size:
            raise UnsuitableFile(why="changed")
        return Summed(digest.hexdigest(), done)

    def check_still(self) -> None:
        """Check that the file is still the one that was opened.

        Raises:
            UnsuitableFile: why = changed.
        """
        if _mark(os.fstat(self.file.fileno())) != self._mark:
            raise UnsuitableFile(why="changed")

    def _read(self) -> bytes:
        try:
            return self.file.read(PIECE)
        except OSError:
            raise UnsuitableFile(why="away") from None


@contextmanager
def opened(path: Path) -> Iterator[Source]:
    """Open a file to be read where it lies.

    Raises:
        UnsuitableFile: why = not-a-file, empty or away. No path is in the error.
    """
    file = _open(path)
    with file:
        state = os.fstat(file.fileno())
        if state.st_size == 0:
            raise UnsuitableFile(why="empty")
        try:
            head = file.read(HEAD)
        except OSError:
            raise UnsuitableFile(why="away") from None
        yield Source(file, state.st_size, head, _mark(state))


def _open(path: Path) -> BinaryIO:
    try:
        if not stat.S_ISREG(path.lstat().st_mode):
            raise UnsuitableFile(why="not-a-file")
        handle = os.open(path, _FLAGS)
    except (OSError, ValueError):
        raise UnsuitableFile(why="away") from None
    if not stat.S_ISREG(os.fstat(handle).st_mode):
        os.close(handle)
        raise UnsuitableFile(why="not-a-file")
    return os.fdopen(handle, "rb", buffering=0)


def _mark(state: os.stat_result) -> tuple[int, int, int, int]:
    return state.st_dev, state.st_ino, state.st_size, state.st_mtime_ns
