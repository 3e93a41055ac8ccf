"""How the last starts went (지난 시작): two that never came to a page offer safe mode.

* A number in a small file beside the program's log; where it cannot be kept, nothing is offered.
* A start that is still on its way holds a lock: who presses the icon again while it loads has
  not seen one fail.
"""

import contextlib
import json
import os
from pathlib import Path
from typing import Final

from intake.clock import wall_ms
from intake.plain_files import open_plain, read_plain, take_lock

FILE: Final = "starts.json"
OFFERED_AFTER: Final = 2
_LOCK: Final = "starts.lock"
_MOST: Final = 1000
_LARGEST: Final = 256
_PATIENCE_MS: Final = 60_000  # one that takes longer hangs


class Starts:
    """Counts the starts that have not come to a page yet."""

    def __init__(self, folder: Path) -> None:
        """Keep the count in a folder."""
        self._file, self._lock = folder / FILE, folder / _LOCK
        self._held = -1

    def begin(self) -> int:
        """Count this start; return how many before it failed, one after the other."""
        failed, alone = self._look()
        if alone:
            self._write(min(failed + 1, _MOST))
        return failed

    def failed(self) -> int:
        """Return what ``begin`` would, without counting a start."""
        failed, _ = self._look()
        self._let_go()
        return failed

    def well(self) -> None:
        """Say that this start came to a page."""
        self._write(0)
        self._let_go()

    def give_up(self) -> None:
        """Say that this start comes to no page any more: the next one sees it fail."""
        self._let_go()

    def _look(self) -> tuple[int, bool]:
        """Return how many starts failed, and whether no other one is on its way."""
        self._let_go()
        failed = self._read()
        if not self._take() and self._is_young():
            return max(0, failed - 1), False
        return failed, True

    def _read(self) -> int:
        with contextlib.suppress(OSError, ValueError, TypeError, KeyError):
            return max(0, int(json.loads(read_plain(self._file, _LARGEST))["failed"]))
        return 0

    def _write(self, failed: int) -> None:
        with contextlib.suppress(OSError):
            self._file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            handle = open_plain(self._file, os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
            with os.fdopen(handle, "w", encoding="ascii") as file:
                json.dump({"failed": failed}, file)

    def _is_young(self) -> bool:
        """Whether the start that holds the lock may still come to a page."""
        with contextlib.suppress(OSError):
            return abs(wall_ms() - self._file.lstat().st_mtime * 1000) < _PATIENCE_MS
        return False

    def _take(self) -> bool:
        """Hold the lock until a page is there; False where another start holds it."""
        with contextlib.suppress(OSError):
            self._lock.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            self._held = open_plain(self._lock, os.O_RDWR | os.O_CREAT)
        if self._held < 0:
            return True
        if not take_lock(self._held):
            self._let_go()
            return False
        return True

    def _let_go(self) -> None:
        if self._held >= 0:
            os.close(self._held)
            self._held = -1
