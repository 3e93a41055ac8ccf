"""Before the window (시작): the program's log, how the last starts went, and a net below.

What goes wrong before there is a window is said in words all the same (``ui.crash``).
"""

import os
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from intake import __version__
from intake.clock import wall_ms
from intake.logbook import Logbook, keep_log, log_folder, note
from intake.text import texts
from ui import crash
from ui.starts import Starts

_NO_SCREEN = 69  # what is needed is not there
_FAILED = 70  # the program itself is at fault (sysexits.h)


def begin(
    folder: Path,
    arguments: tuple[str, ...],
    *,
    look: Callable[[], Any] | None = None,
    safe: bool = False,
) -> int:
    """Open the window on a folder; return the exit code."""
    if not has_screen(os.environ):
        sys.stderr.write(texts("crash-no-screen") + "\n")
        return _NO_SCREEN
    place = log_folder()
    keep_log(Logbook(place, wall_ms))
    starts = Starts(place)
    failed = starts.begin()
    note("start", version=__version__, system=sys.platform, safe=int(safe), failed=failed)  # fmt: skip
    crash.watch_faults(place)
    try:
        from ui.app import Start, run  # noqa: PLC0415 - Qt itself may be what is broken

        code = run(Start(folder, arguments, look, safe, failed, starts))
    except Exception as error:
        if look is not None and not look().whole:
            raise  # a changed file: whoever started us says which
        crash.tell_early(error, texts)
        return _FAILED
    note("ended", exit=code)
    return code


def has_screen(environ: Mapping[str, str]) -> bool:
    """Whether there is a screen to draw on: without one Qt ends the process with no word."""
    names = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return sys.platform != "linux" or any(environ.get(name) for name in names)
