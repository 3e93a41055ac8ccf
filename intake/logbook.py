"""The program's own log (프로그램 기록): when it started, what went wrong, never about whom.

* One line for one event: a word of ``EVENTS`` and facts that are numbers, or codes under a name
  of ``_CODES``. Whatever does not fit that is left out: no sentence, no name, no path gets in.
* A few small files, the oldest goes: it never grows much beyond ``size`` × ``files``.
* Windows and terminals write at once: a line is one write at the end of the file, and one of them
  begins a new file while the others go on with the former.
* Keeping it never stops work: where nothing can be written, nothing is.
* Only lines of that form are read again: whatever else got into the file is in no report.

>>> line(0, "start", {"version": "0.1.0", "tries": 2, "who": "김하준"})
'1970-01-01T00:00:00Z start version=0.1.0 tries=2'
"""

import contextlib
import datetime as dt
import os
import re
import sys
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from threading import Lock
from typing import Final, TypeAlias

from intake.plain_files import open_plain, read_plain, take_lock

Fact: TypeAlias = str | int

NAME: Final = "ieum.log"
LOCK: Final = "ieum.lock"
SIZE: Final = 256 * 1024
FILES: Final = 4
_PATIENCE: Final = 20
EVENTS: Final = frozenset(
    {"start", "shown", "looked", "opened", "refused", "mistake", "fault"}
    | {"locked", "ended", "doctor", "verb", "early", "safe"}
)
_CODES: Final = frozenset(
    {"version", "channel", "system", "python", "qt", "platform", "state", "role"}
    | {"code", "kind", "at", "noun", "verb", "report"}
)
_CODE = re.compile(r"[A-Za-z0-9][A-Za-z0-9._:/+-]{0,79}", re.ASCII)
_NAME = re.compile(r"[a-z][a-z_]{0,19}", re.ASCII)
_NUMBER = re.compile(r"-?[0-9]{1,19}", re.ASCII)
_MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", re.ASCII)


def log_folder() -> Path:
    """Return where the log lies on this system, for this account."""
    if os.name == "nt":
        home = os.environ.get("LOCALAPPDATA") or str(Path.home() / "AppData" / "Local")
        return Path(home) / "Ieum" / "log"
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Logs" / "Ieum"
    said = Path(os.environ.get("XDG_STATE_HOME", ""))  # counts only where named in full
    state = said if said.is_absolute() else Path.home() / ".local" / "state"
    return state / "ieum" / "log"


def line(ms: int, event: str, facts: Mapping[str, Fact]) -> str:
    """Return one line; facts that could be somebody's words are left out."""
    moment = dt.datetime.fromtimestamp(ms / 1000, tz=dt.UTC)
    said = [f"{name}={value}" for name, value in facts.items() if _fits(name, value)]
    word = event if event in EVENTS else "other"
    return " ".join([moment.strftime("%Y-%m-%dT%H:%M:%SZ"), word, *said])


class Logbook:
    """Writes lines into a folder of this account."""

    def __init__(
        self,
        folder: Path,
        wall: Callable[[], int],
        *,
        size: int = SIZE,
        files: int = FILES,
    ) -> None:
        """Keep at most ``files`` files of ``size`` bytes; ``wall`` gives milliseconds."""
        self.folder, self._wall = folder, wall
        self._size, self._files = size, files
        self._lock = Lock()

    @property
    def path(self) -> Path:
        """The file that is written now."""
        return self.folder / NAME

    def note(self, event: str, **facts: Fact) -> bool:
        """Keep one event; False where nothing can be written."""
        with self._lock, contextlib.suppress(OSError, OverflowError, ValueError):
            data = (line(self._wall(), event, facts) + "\n").encode("ascii")
            self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            self._turn(len(data))
            handle = open_plain(self.path, os.O_WRONLY | os.O_CREAT | os.O_APPEND)
            try:
                _await_turn(handle)
                os.write(handle, data)
            finally:
                os.close(handle)
            return True
        return False

    def tail(self, count: int) -> tuple[str, ...]:
        """Return the newest lines, oldest of them first; none where nothing can be read."""
        found: list[str] = []
        for number in range(self._files):
            with contextlib.suppress(OSError):
                kept = read_plain(self._numbered(number), 2 * self._size)
                told = kept.decode("ascii", "replace").splitlines()
                found = [*filter(_is_ours, told), *found]
            if len(found) >= count:
                break
        return tuple(found[-count:])

    def _turn(self, more: int) -> None:
        """Begin a new file where this one is full; the oldest goes.

        Where another process is doing that, nobody waits: the line still fits.
        """
        if not self._is_full(more):
            return
        handle = -1
        with contextlib.suppress(
            OSError
        ):  # without a lock, rather than growing for ever
            handle = open_plain(self.folder / LOCK, os.O_RDWR | os.O_CREAT)
        try:
            if handle < 0 or (take_lock(handle) and self._is_full(more)):
                self._begin_file()
        finally:
            if handle >= 0:
                os.close(handle)

    def _is_full(self, more: int) -> bool:
        try:
            return self.path.lstat().st_size + more > self._size
        except FileNotFoundError:
            return False

    def _begin_file(self) -> None:
        for number in range(self._files - 1, 0, -1):
            with contextlib.suppress(
                FileNotFoundError, PermissionError
            ):  # open elsewhere
                self._numbered(number - 1).replace(self._numbered(number))

    def _numbered(self, number: int) -> Path:
        return self.path if number == 0 else self.folder / f"{NAME}.{number}"


def _await_turn(handle: int) -> None:
    """Wait a moment for who writes now, where the system does not append whole lines by itself."""
    if os.name != "nt":
        return
    for _ in range(_PATIENCE):
        if take_lock(handle):
            return
        time.sleep(0.001)


def _fits(name: str, value: object) -> bool:
    if not _NAME.fullmatch(name):
        return False
    if isinstance(value, int):
        return True
    return name in _CODES and isinstance(value, str) and bool(_CODE.fullmatch(value))


def _is_ours(said: str) -> bool:
    """Whether a line has the form of ours."""
    moment, _, rest = said.partition(" ")
    event, *facts = rest.split(" ")
    known = event in EVENTS or event == "other"
    return known and bool(_MOMENT.fullmatch(moment)) and all(map(_is_fact, facts))


def _is_fact(said: str) -> bool:
    name, _, value = said.partition("=")
    return _fits(name, 0 if _NUMBER.fullmatch(value) else value)


_book: list[Logbook] = []


def keep_log(book: Logbook) -> Logbook:
    """Write the program's log there from now on."""
    _book[:] = [book]
    return book


def kept_log() -> Logbook | None:
    """Return the log of this process, or None where nobody keeps one."""
    return _book[0] if _book else None


def note(event: str, **facts: Fact) -> None:
    """Keep an event in this process's log; nothing where none is kept."""
    if _book:
        _book[0].note(event, **facts)
