"""What is said about a mistake of ours: where it happened, never what was on the screen.

* A report holds the kind of the error and the places in the code, what program and system it
  was, and the newest lines of the program's log; no message, no values, no paths of anybody.
* A mistake beside the window (a thread, a thing that goes, the crash page itself) is told on
  stderr by its places alone: Python would print its words.
* The work goes on: what was committed is safe, and the person is told so.
* Where there is no window yet, the same is said on stderr, or in a box of the system (Windows).
* A crash below Python (``faulthandler``) is found at the next start and only its places kept.
"""

import contextlib
import faulthandler
import os
import platform
import re
import sys
import threading
import traceback
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path, PureWindowsPath
from types import TracebackType
from typing import Final

from intake import __version__
from intake.errors import ProgramAltered
from intake.faults import open_own, take_left
from intake.logbook import kept_log, note
from intake.release.installed import installed

_HOUSE: Final = Path(__file__).parents[1]
_TOPS = ("ui", "intake")  # our own folders: a file of theirs is told with its folder
_LINES, _COMMIT = 20, 12
_HEX = re.compile(r"[0-9a-f]{40}", re.ASCII)
_OFTEN = 3  # the same mistake is shown so many times: the page would not go away
_FRAME = re.compile(r'File "([^"]+)", line (\d+) in (\S+)')
_kept_open: list[int] = []  # faulthandler writes there as long as we live


def report(kind: type[BaseException], trace: TracebackType | None) -> str:
    """Return kind and places of an error, without a word of content."""
    places = [
        f"{place_of(frame.filename, frame.lineno or 0)} {frame.name}"
        for frame in traceback.extract_tb(trace)
    ]
    return "\n".join([kind.__name__, *places])


def place_of(file: str, line: int) -> str:
    """Return a place in the code; of a path outside our own folders only the name is told."""
    parts = PureWindowsPath(file).parts  # understands both kinds of slash
    ours = [at for at, part in enumerate(parts[:-1]) if part in _TOPS]
    told = parts[ours[-1] :] if ours else parts[-1:]
    if not _HOUSE.joinpath(*told).is_file():  # somebody's folder is called like ours
        told = parts[-1:]
    return f"{'/'.join(told)}:{line}"


def chain(error: BaseException) -> Iterator[str]:
    """Yield the report of an error and of what it came from."""
    seen: set[int] = set()
    one: BaseException | None = error
    while one is not None and id(one) not in seen:
        seen.add(id(one))
        yield report(type(one), one.__traceback__)
        one = one.__cause__ or one.__context__


def whole_report(said: str, *, safe: bool = False) -> str:
    """Return a report with what IT needs beside it, all of it to be read by a person."""
    book = kept_log()
    lines = book.tail(_LINES) if book else ()
    about = f"ieum {_build()} / {sys.platform} {platform.release()} / Python {platform.python_version()}"
    return "\n".join([about + (" / safe" if safe else ""), "", said, "", *lines])


def _build() -> str:
    """Return which build this is, as its BUILD.json says; nothing of where it lies."""
    try:
        build = installed()
    except ProgramAltered:
        return f"{__version__} altered"
    if build is None:  # a checkout
        return __version__
    commit = build.commit[:_COMMIT] if _HEX.fullmatch(build.commit) else ""
    return " ".join(one for one in (build.version, commit, build.channel) if one)


def install(show: Callable[[str], None]) -> None:
    """Send every mistake to ``show`` as a report; one that comes on and on only at first."""
    often: Counter[str] = Counter()

    def hook(
        kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        said = report(kind, trace)
        often[said] += 1
        if often[said] > _OFTEN:
            return
        _told(said)
        try:
            show(said)
        except Exception as second:  # noqa: BLE001 - Python would print the words of both
            _told(report(type(second), second.__traceback__))

    sys.excepthook = hook


def keep_quiet() -> None:
    """Tell what falls over beside the window as ``install`` does, but show nothing."""

    def told(one: "threading.ExceptHookArgs | sys.UnraisableHookArgs") -> None:
        if not issubclass(one.exc_type, SystemExit):
            _told(report(one.exc_type, one.exc_traceback))

    threading.excepthook = told
    sys.unraisablehook = told


def _told(said: str) -> None:
    note_mistake("mistake", said)
    if sys.stderr is not None:  # there is none under pythonw
        sys.stderr.write(said + "\n")


def note_mistake(event: str, said: str) -> None:
    """Keep kind and last place of a report in the program's log."""
    kind, *places = said.splitlines()
    note(event, kind=kind, at=places[-1].split(" ")[0] if places else "none")


def tell_early(error: BaseException, words: Callable[[str], str]) -> None:
    """Say that the program could not start, where there is no window to say it in."""
    said = "\n".join(chain(error))
    note_mistake("early", said)
    text = f"{words('crash-early')}\n\n{whole_report(said)}"
    if os.name == "nt":
        import ctypes  # noqa: PLC0415 - only there

        title = words("product-name")
        ctypes.windll.user32.MessageBoxW(None, text, title, 0x10)  # type: ignore[attr-defined,unused-ignore]
    elif sys.stderr is not None:
        sys.stderr.write(text + "\n")


def watch_faults(folder: Path) -> tuple[str, ...]:
    """Tell the log where former processes fell below Python, and watch this one."""
    places: list[str] = []
    for said in take_left(folder):
        found = [place_of(m[1], int(m[2])) for m in _FRAME.finditer(said)]
        note("fault", at=found[0] if found else "none")
        places += found
    with contextlib.suppress(OSError):
        opened = open_own(folder)
        faulthandler.enable(file=opened, all_threads=False)
        for former in _kept_open:
            os.close(former)
        _kept_open[:] = [opened]
    return tuple(places)
