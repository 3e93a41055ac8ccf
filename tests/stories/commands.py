"""Commands of the program beside its window: each in a process that a ready one divides off.

What a start of ``python -m intake`` does by itself is told by ``tests.cli`` and by the road.
"""

import atexit
import json
import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path

from tests.cli.terminal import HOUSE

Said = tuple[int, str, str]  # exit code, answer, complaint


class Ready:
    """A process in which everything is loaded; it divides itself for every command."""

    def __init__(self) -> None:
        """Start it."""
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.cli.terminal"],
            env={**os.environ, "PYTHONPATH": str(HOUSE)},
            cwd=HOUSE,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        atexit.register(self.close)

    def ask(self, words: Sequence[str], folder: Path, environment: Mapping[str, str]) -> Said:  # fmt: skip
        """Carry out a command in ``folder``, knowing nothing but its environment."""
        out, complaint = folder / "said.txt", folder / "complaint.txt"
        asked = {"words": words, "out": str(out), "err": str(complaint), "cheap": False}
        line = json.dumps({**asked, "environment": environment})
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        print(line, file=self._process.stdin, flush=True)
        code = int(self._process.stdout.readline())
        said = code, out.read_text("utf-8"), complaint.read_text("utf-8")
        out.unlink()
        complaint.unlink()
        return said

    def close(self) -> None:
        """End it."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.close()
        self._process.wait()
        self._process.stdout.close()


@cache
def ready() -> Ready:
    """Return the one of this process."""
    return Ready()
