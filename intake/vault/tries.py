"""A growing pause after wrong passphrases (틀린 뒤 기다림); never a wipe.

An abuser or a child at the keyboard must not be able to destroy evidence by guessing.
The count lies beside the vault and is no secret; who deletes it gains seconds, and every guess
still costs Argon2id.
"""

import contextlib
import json
from dataclasses import dataclass
from pathlib import Path

from intake.clock import wall_ms

_NAME = "vault.tries"
_PAUSES = (0, 0, 0, 1, 2, 4, 8, 16, 30)  # seconds, by wrong tries so far


@dataclass(frozen=True, slots=True)
class Tries:
    """How often it went wrong, and when last (Unix milliseconds)."""

    wrong: int = 0
    last: int = 0

    def wait(self, now: int) -> int:
        """Return the seconds that are left before the next try; at most half a minute."""
        pause = _PAUSES[min(self.wrong, len(_PAUSES) - 1)]
        gone = (now - self.last) // 1000
        return max(0, min(pause, pause - gone)) if gone >= 0 else pause


def read_tries(folder: Path) -> Tries:
    """Return the count; an unreadable one counts as none."""
    with contextlib.suppress(OSError, ValueError, TypeError, KeyError):
        said = json.loads((folder / _NAME).read_text("ascii"))
        return Tries(int(said["wrong"]), int(said["last"]))
    return Tries()


def note_wrong(folder: Path) -> Tries:
    """Count one more wrong try."""
    tries = Tries(read_tries(folder).wrong + 1, wall_ms())
    with contextlib.suppress(OSError):
        (folder / _NAME).write_text(
            json.dumps({"wrong": tries.wrong, "last": tries.last}), "ascii"
        )
    return tries


def forget_tries(folder: Path) -> None:
    """Begin again after a right one."""
    with contextlib.suppress(OSError):
        (folder / _NAME).unlink()
