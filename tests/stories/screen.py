"""A screen of our own and the program on it: real keys, real clicks, and lines to wait for.

* The X server chooses a free display and says its number when it is ready.
* Hangul is typed as keys: the syllables of a story lie on the keyboard before the program
  starts, so that no key changes its meaning while it is pressed.
* Waiting is always for a line of ``tests.stories.watched``, never for a time.
"""

import ctypes
import json
import os
import select
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from tests.stories.commands import ready

HOUSE = Path(__file__).resolve().parents[2]
SIZE = "1400x1000x24"
PATIENCE_S = 180  # a busy computer may take its time
Spot = tuple[int, int]
STILL_S = 0.12  # longer than two looks of the one who watches
KEYSYM = 0x01000000  # + a Unicode code point
MEDIA_KEYS = 0x1008FF00  # louder, mail, sleep: nobody presses them in a story
POLICY = """allow_device_file = true
allow_any_place = true
ballast_mib = 0
argon2_floor_mib = 64
"""
_NAMES = {
    " ": "space",
    "\n": "Return",
    ".": "period",
    "/": "slash",
    "-": "minus",
    "_": "underscore",
    ":": "colon",
    "@": "at",
}
Seen = dict[str, Any]


class Screen:
    """An X server with nothing on it."""

    def __init__(self, letters: str = "") -> None:
        """Start, with the ``letters`` of the story on the keyboard."""
        read, write = os.pipe()
        self._server = subprocess.Popen(
            [
                "Xvfb",
                "-displayfd",
                str(write),
                "-screen",
                "0",
                SIZE,
                "-noreset",
                "-nolisten",
                "tcp",
            ],
            pass_fds=(write,),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        os.close(write)
        with os.fdopen(read) as number:
            self.display = f":{number.readline().strip()}"
        self._keys = _lay_out(self.display, letters)
        self._holder: subprocess.Popen[bytes] | None = None

    def close(self) -> None:
        """Stop."""
        self._let_go()
        self._server.terminate()
        self._server.wait()

    def key(self, letter: str) -> str:
        """Return the key of a letter, as xdotool calls it."""
        return self._keys.get(letter) or _NAMES.get(letter, letter)

    def copy(self, text: str) -> None:
        """Hold a text in the clipboard, as another program on the screen would."""
        environment = {**os.environ, "DISPLAY": self.display}
        holder = ["xclip", "-selection", "clipboard", "-in", "-quiet"]
        self._let_go()
        self._holder = subprocess.Popen(
            holder,
            env=environment,
            stdin=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        assert self._holder.stdin is not None
        self._holder.stdin.write(text.encode())
        self._holder.stdin.close()

    def _let_go(self) -> None:
        """End whoever holds the clipboard."""
        if self._holder is not None:
            self._holder.terminate()
            self._holder.wait()
            self._holder = None

    def tool(self, *words: str) -> str:
        """Run xdotool and return what it says."""
        done = subprocess.run(
            ["xdotool", *words],
            env={**os.environ, "DISPLAY": self.display},
            capture_output=True,
            text=True,
            check=False,
        )
        return done.stdout


class Place:
    """A folder for one laptop: its workspace, its settings, its policy."""

    def __init__(self, folder: Path) -> None:
        """Lie in ``folder``."""
        self.folder, self.workspace = folder, folder / "w"
        (folder / "run").mkdir(mode=0o700)
        (folder / "policy.toml").write_text(POLICY)
        self.environment = {
            **{
                name: value
                for name, value in os.environ.items()
                if not name.startswith(("QT_", "IBUS", "XMOD", "GTK_"))
            },
            "HOME": str(folder),
            "XDG_CONFIG_HOME": str(folder / "config"),
            "XDG_DATA_HOME": str(folder / "data"),
            "XDG_CACHE_HOME": str(folder / "cache"),
            "XDG_RUNTIME_DIR": str(folder / "run"),
            "IEUM_POLICY": str(folder / "policy.toml"),
            "PYTHONPATH": str(HOUSE),
            "PYTHONDONTWRITEBYTECODE": "1",
            "DBUS_SESSION_BUS_ADDRESS": "unix:path=/nowhere",
            "LANG": "C.UTF-8",
        }

    def command(self, passphrase: str, *words: str) -> Any:
        """Run a command of the program here and return its answer."""
        folder = ("--folder", str(self.workspace), "--json")
        known = {**self.environment, "IEUM_PASSPHRASE": passphrase}
        code, said, complaint = ready().ask((*folder, *words), self.folder, known)
        assert code == 0, complaint
        return json.loads(said or "null")


class Program:
    """The program in a process of its own, seen through its lines."""

    def __init__(
        self,
        screen: Screen,
        place: Place,
        *,
        before: Sequence[str] = (),
        environment: dict[str, str] | None = None,
    ) -> None:
        """Start it on a screen; ``before`` stands in front of the command (strace …)."""
        self.screen, self.lines = screen, [Seen()]
        # an input method gives a key back by another way: then a moved focus is the sign
        self._sign = "moves" if environment else "tabs"
        self._rest = b""
        self.errors = place.folder / "stderr.txt"
        with self.errors.open("ab") as errors:
            self._process = subprocess.Popen(
                [
                    *before,
                    sys.executable,
                    "-m",
                    "tests.stories.watched",
                    "--folder",
                    str(place.workspace),
                ],
                cwd=HOUSE,
                env={
                    **place.environment,
                    "DISPLAY": screen.display,
                    "QT_QPA_PLATFORM": "xcb",
                    **(environment or {}),
                },
                stdout=subprocess.PIPE,
                stderr=errors,
            )

    @property
    def now(self) -> Seen:
        """What is seen now."""
        self._read(0)
        return self.lines[-1]

    @property
    def pid(self) -> int:
        """The process; the same before and after a lock."""
        return int(self.lines[-1]["pid"])

    def wait(
        self, fits: Callable[[Seen], object], what: str = "", patience: int = PATIENCE_S
    ) -> Seen:
        """Wait until what is seen fits, and return it."""
        until = time.monotonic() + patience
        while not (self.lines[-1] and fits(self.lines[-1])):
            left = until - time.monotonic()
            assert left > 0, (
                f"{what}: not seen; last: {self.lines[-1]}; {self.errors.read_text()}"
            )
            self._read(min(left, 1))
        return self.lines[-1]

    def wait_for(self, patience: int = PATIENCE_S, **facts: Any) -> Seen:
        """Wait until these facts are seen."""
        return self.wait(
            lambda seen: all(seen.get(name) == fact for name, fact in facts.items()),
            str(facts),
            patience,
        )

    def focus_window(self) -> None:
        """Give the newest window the keyboard: there is no window manager here."""
        self.wait_for(on_screen=True)
        found = self.screen.tool(
            "search", "--onlyvisible", "--pid", str(self.pid)
        ).split()
        assert found, "no window is on the screen"
        self.screen.tool("windowfocus", found[-1])

    def press(self, *keys: str) -> None:
        """Press keys by their X names."""
        self.screen.tool("key", "--delay", "12", *keys)

    def type(self, text: str) -> None:
        """Type a text, key by key."""
        self.press(*(self.screen.key(letter) for letter in text))

    def tab_to(self, name: str) -> None:
        """Press Tab until the focus stands on a name."""
        walked = []
        for _ in range(60):
            if self.now.get("focus") == name:
                return
            before = self.now[self._sign]
            walked.append(self.now["focus"])
            self.press("Tab")
            self.wait(
                lambda seen, before=before: seen[self._sign] > before,
                f"Tab after {walked}",
            )
        raise AssertionError(f"{name} is not reached: {walked}")

    def push(self, name: str) -> None:
        """Walk to a button and press it."""
        self.tab_to(name)
        self.press("space")

    def click(self, name: str) -> None:
        """Click a choice with the mouse."""
        x, y = self._standing("choices", name)
        self.screen.tool("mousemove", str(x), str(y), "click", "1")

    def press_button(self, name: str) -> None:
        """Press a button with the mouse, by its words."""
        x, y = self._standing("buttons", name)
        self.screen.tool("mousemove", str(x), str(y), "click", "1")

    def press_tab(self, name: str) -> None:
        """Click a button whose words may carry a count behind the name."""
        x, y = self._standing("buttons", name, loosely=True)
        self.screen.tool("mousemove", str(x), str(y), "click", "1")

    def _standing(self, where: str, name: str, *, loosely: bool = False) -> Spot:
        """Where it stands once it stands still: nobody clicks what is still moving."""
        spot = self._seen_at(where, name, loosely=loosely)
        while True:
            self._read(STILL_S)
            self.wait_for(still=True)
            now = self._seen_at(where, name, loosely=loosely)
            if now == spot:
                return spot
            spot = now

    def _seen_at(self, where: str, name: str, *, loosely: bool) -> Spot:
        def fits(words: str) -> bool:
            return words.startswith(name) if loosely else words == name

        seen = self.wait(lambda seen: any(map(fits, seen[where])), name)[where]
        x, y = next(spot for words, spot in seen.items() if fits(words))
        return int(x), int(y)

    def titles(self) -> set[str]:
        """The names of all its windows, as the system sees them."""
        found = self.screen.tool("search", "--pid", str(self.pid)).split()
        return {self.screen.tool("getwindowname", window).strip() for window in found}

    def ask_to_close(self) -> None:
        """Press the cross of its window, as a window manager says it."""
        found = self.screen.tool(
            "search", "--onlyvisible", "--pid", str(self.pid)
        ).split()
        _say_close(self.screen.display, int(found[-1]))

    def kill(self) -> None:
        """End it as a power cut would."""
        os.kill(self.pid, signal.SIGKILL)
        self._process.wait()

    def close(self) -> None:
        """End it if it still runs."""
        if self._process.poll() is None:
            self._process.kill()
        self._process.wait()
        if self._process.stdout:
            self._process.stdout.close()

    def ended(self) -> int:
        """Wait until it has ended by itself."""
        return self._process.wait(PATIENCE_S)

    def _read(self, seconds: float) -> None:
        assert self._process.stdout is not None
        handle = self._process.stdout.fileno()
        while select.select([handle], [], [], seconds)[0]:
            data = os.read(handle, 1 << 16)
            if not data:
                time.sleep(seconds)
                break
            *whole, self._rest = (self._rest + data).split(b"\n")
            self.lines += [json.loads(line) for line in whole]
            seconds = 0


def _lay_out(display: str, letters: str) -> dict[str, str]:
    """Put every letter on a key that has none; return the keys by letter."""
    x11 = ctypes.CDLL("libX11.so.6")
    x11.XOpenDisplay.restype = ctypes.c_void_p
    x11.XGetKeyboardMapping.restype = ctypes.POINTER(ctypes.c_ulong)
    opened = ctypes.c_void_p(x11.XOpenDisplay(display.encode()))
    low, high, per = ctypes.c_int(), ctypes.c_int(), ctypes.c_int()
    x11.XDisplayKeycodes(opened, ctypes.byref(low), ctypes.byref(high))
    count = high.value - low.value + 1
    table = x11.XGetKeyboardMapping(
        opened, ctypes.c_ubyte(low.value), count, ctypes.byref(per)
    )
    free = [
        low.value + at
        for at in range(2, count)  # keys 8 and 9 would be taken for figures
        if not table[at * per.value] or table[at * per.value] >= MEDIA_KEYS
    ]
    wanted = sorted({letter for letter in letters if ord(letter) > 0x7F})
    assert len(wanted) <= len(free), f"{len(wanted)} letters, {len(free)} free keys"
    for letter, key in zip(wanted, free, strict=False):
        one = (ctypes.c_ulong * 2)(KEYSYM + ord(letter), KEYSYM + ord(letter))
        x11.XChangeKeyboardMapping(opened, key, 2, one, 1)
    x11.XSync(opened, 0)
    x11.XFree(table)
    x11.XCloseDisplay(opened)
    return {letter: str(key) for letter, key in zip(wanted, free, strict=False)}


class _Message(ctypes.Structure):
    """XClientMessageEvent."""

    _fields_ = (
        ("type", ctypes.c_int),
        ("serial", ctypes.c_ulong),
        ("send_event", ctypes.c_int),
        ("display", ctypes.c_void_p),
        ("window", ctypes.c_ulong),
        ("message_type", ctypes.c_ulong),
        ("format", ctypes.c_int),
        ("data", ctypes.c_long * 5),
        ("room", ctypes.c_long * 24),  # as large as XEvent
    )


def _say_close(display: str, window: int) -> None:
    """Send WM_DELETE_WINDOW."""
    x11 = ctypes.CDLL("libX11.so.6")
    x11.XOpenDisplay.restype = ctypes.c_void_p
    x11.XInternAtom.restype = ctypes.c_ulong
    opened = ctypes.c_void_p(x11.XOpenDisplay(display.encode()))
    protocols, close = (
        x11.XInternAtom(opened, name, 0)
        for name in (b"WM_PROTOCOLS", b"WM_DELETE_WINDOW")
    )
    said = _Message(33, 0, 1, opened, window, protocols, 32, (close, 0, 0, 0, 0))
    x11.XSendEvent(
        opened, ctypes.c_ulong(window), 0, ctypes.c_long(0), ctypes.byref(said)
    )
    x11.XSync(opened, 0)
    x11.XCloseDisplay(opened)
