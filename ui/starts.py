"""How the last starts went (지난 시작): two that never came to a page offer safe mode.

A number in a small file beside the program's log; where it cannot be kept, nothing is offered.
"""

import contextlib
import json
from pathlib import Path
from typing import Final

FILE: Final = "starts.json"
OFFERED_AFTER: Final = 2
_MOST: Final = 1000


class Starts:
    """Counts the starts that have not come to a page yet."""

    def __init__(self, folder: Path) -> None:
        """Keep the count in a folder."""
        self._file = folder / FILE

    def begin(self) -> int:
        """Count this start; return how many before it failed, one after the other."""
        failed = self._read()
        self._write(min(failed + 1, _MOST))
        return failed

    def well(self) -> None:
        """Say that this start came to a page."""
        self._write(0)

    def _read(self) -> int:
        with contextlib.suppress(OSError, ValueError, TypeError, KeyError):
            return max(0, int(json.loads(self._file.read_text("ascii"))["failed"]))
        return 0

    def _write(self, failed: int) -> None:
        with contextlib.suppress(OSError):
            self._file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            self._file.write_text(json.dumps({"failed": failed}), "ascii")
