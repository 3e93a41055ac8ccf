"""A power cut for a test: at any touch of the disk everything stops, and what was not flushed is torn.

Every step that changes a folder or waits for the disk is counted. At the chosen one, and at each
after it, nothing happens any more: a program without power cleans nothing up. Then each file that
was written and not waited for loses its second half.
"""

import contextlib
import io
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from intake.release import applying

STEPS = ("mkdir", "replace", "rename", "unlink", "rmdir", "fsync")


class PowerCut(BaseException):
    """The lights went out."""


class Power:
    """Counts the touches of the disk below a folder, and fails at one."""

    def __init__(self, home: Path, at: int) -> None:
        self.home, self.at, self.count = str(home), at, 0
        self.unsettled: dict[str, None] = {}

    def touch(self) -> None:
        self.count += 1
        if self.count >= self.at:
            raise PowerCut

    def settle_all(self, folder, _files) -> None:
        self.touch()
        for name in [one for one in self.unsettled if one.startswith(str(folder))]:
            del self.unsettled[name]

    def tear(self) -> None:
        for name in self.unsettled:
            with contextlib.suppress(OSError):
                os.truncate(name, Path(name).stat().st_size // 2)


@contextlib.contextmanager
def power(patch: pytest.MonkeyPatch, home: Path, at: int) -> Iterator[Power]:
    """Cut the power at the ``at``-th touch; 0: never, but count."""
    now = Power(home, at or 1 << 60)
    opened = io.open

    def open_(file, mode="r", *args, **named):
        if str(file).startswith(now.home) and set(mode) & set("wxa+"):
            now.touch()
            now.unsettled[str(file)] = None
        return opened(file, mode, *args, **named)

    def watched(name):
        within = getattr(os, name)

        def call(*args, **named):
            if name == "fsync" or str(args[0]).startswith(now.home) or "dir_fd" in named:  # fmt: skip
                now.touch()
            done = None if name == "fsync" else within(*args, **named)
            if name == "fsync":
                now.unsettled.pop(
                    str(Path(f"/proc/self/fd/{args[0]}").readlink()), None
                )
            elif name in {"replace", "rename"} and str(args[0]) in now.unsettled:
                now.unsettled[str(args[1])] = now.unsettled.pop(str(args[0]))
            return done

        return call

    with patch.context() as inside:
        inside.setattr(io, "open", open_)
        inside.setattr(applying, "settle_all", now.settle_all)
        for name in STEPS:
            inside.setattr(os, name, watched(name))
        with contextlib.suppress(PowerCut):
            yield now
    now.tear()
