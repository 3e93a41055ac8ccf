"""A Windows for the proof: Debian's wine in a folder of its own, that speaks Korean.

Two libraries that are part of Windows 10 and 11 are missing in wine 8; small stand-ins
(``packaging/windows/wine``) lie in the prefix, never in what is built.
"""

import os
import shutil
import subprocess
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from making import places

TOOLS = {"wine": "wine wine64", "Xvfb": "xvfb", "xdotool": "xdotool", "import": "imagemagick", "osslsigncode": "osslsigncode", "wixl": "wixl", "msibuild": "msitools", "x86_64-w64-mingw32-gcc": "gcc-mingw-w64-x86-64", "localedef": "locales", "pdftotext": "poppler-utils"}  # fmt: skip
STANDINS = {"icuuc": (), "bcryptprimitives": ("-ladvapi32",)}
PREFIX = "Program Files/Ieum"
POLICY = "ProgramData/Ieum"
ZONE = "Asia/Seoul"  # wine's Windows takes its own zone from it, and shows it to every program too
LABEL = ".windows-label"  # where wine reads the name of a drive
SCREEN = ":87"
_LOG = "users/*/AppData/Local/Ieum/log/ieum.log"
_PATIENT = 600  # seconds, until the window says something
# where a page is told from every other: left, top, width, height of the screen
_CARD, _WIDE, _RAIL = (460, 200, 370, 500), (860, 200, 90, 500), (20, 400, 160, 380)
# the first steps lie higher, and are wider than any other card
_STEPS = (980, 110, 110, 80)
_PAGE = (220, 240, 1000, 400)  # below the head of a page
_GROUND = (1100, 840)
_MUCH, _NONE, _EMPTY = 0.3, 0.05, 0.999
_SLOWEST = 1_800  # wine on a machine that has other things to do


@dataclass(frozen=True, slots=True)
class Wine:
    """One prefix."""

    folder: Path

    @property
    def drive(self) -> Path:
        """Drive C."""
        return self.folder / "prefix" / "drive_c"

    def at(self, name: str) -> Path:
        """Return where a path of drive C lies."""
        return self.drive / name

    @property
    def stick(self) -> Path:
        """Drive E: what a person plugs in."""
        return self.folder / "stick"

    def plug(self, label: str) -> None:
        """Plug the stick in, under a name; what lies on it stays."""
        self.stick.mkdir(exist_ok=True)
        (self.stick / LABEL).write_text(f"{label}\n", encoding="ascii")
        place = self.folder / "prefix" / "dosdevices" / "e:"
        place.unlink(missing_ok=True)
        place.symlink_to(self.stick)

    def environment(self) -> dict[str, str]:
        """What every program of the prefix is started with."""
        own = {"WINEPREFIX": str(self.folder / "prefix"), "WINEARCH": "win64", "WINEDEBUG": "-all", "WINEDLLOVERRIDES": "mscoree=;mshtml=", "LOCPATH": str(self.folder / "locale"), "LC_ALL": "ko_KR.UTF-8", "LANG": "ko_KR.UTF-8", "TZ": ZONE, "DISPLAY": SCREEN}  # fmt: skip
        return {**os.environ, **own}

    def run(self, *words: str, adding: dict[str, str] | None = None) -> "subprocess.CompletedProcess[str]":  # fmt: skip
        """Run a program of Windows to its end; its words are read through a pipe (wine wants one)."""
        return subprocess.run(["wine", *words], env={**self.environment(), **(adding or {})}, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, errors="replace", timeout=_SLOWEST, check=False)  # fmt: skip

    def ieum(self, *words: str, adding: dict[str, str] | None = None) -> "subprocess.CompletedProcess[str]":  # fmt: skip
        """Run the installed ``ieum.exe``."""
        return self.run(r"C:\Program Files\Ieum\ieum.exe", *words, adding=adding)

    def msiexec(self, *words: str) -> tuple[int, str]:
        """Run the installer in silence; return its code and its log."""
        log = self.at("msi.log")
        log.unlink(missing_ok=True)
        done = self.run("msiexec", *words, "/qn", "/norestart", "/l*v", r"C:\msi.log")
        raw = log.read_bytes() if log.is_file() else b""
        wide = raw[:2] == b"\xff\xfe" or raw[1:2] == b"\0"
        text = raw.decode("utf-16-le" if wide else "cp949", "replace")
        return done.returncode, text + done.stdout

    def log(self) -> list[str]:
        """Return what the installed program wrote into its own log, oldest first."""
        found = sorted(self.drive.glob(_LOG))
        return found[0].read_text("ascii").splitlines() if found else []

    @contextmanager
    def window(self, *words: str) -> "Iterator[Window]":
        """Open the installed window on the screen; it is ended afterwards."""
        line = 'wine "$@" 2>&1 | cat > "$LOG"'  # wine wants a pipe
        command = [
            "sh",
            "-c",
            line,
            "sh",
            r"C:\Program Files\Ieum\ieum-window.exe",
            *words,
        ]
        told = {**self.environment(), "LOG": str(self.folder / "window.log")}
        before = len(self.log())
        opened = subprocess.Popen(command, env=told, stdin=subprocess.DEVNULL)
        try:
            yield Window(self, before)
        finally:
            self.run("taskkill", "/f", "/im", "ieum-window.exe")
            opened.wait(timeout=120)


@dataclass(slots=True)
class Window:
    """The installed window, known by what it writes into its own log and by its picture."""

    wine: Wine
    seen: int  # lines of the log that are older

    def says(self, *events: str) -> str:
        """Wait for one of these events; return the line without its moment, "" if none came.

        What is asked for next is looked for behind it.
        """
        for _ in range(_PATIENT):
            lines = self.wine.log()
            for at, line in enumerate(lines[self.seen :], start=self.seen + 1):
                word = line.partition(" ")[2]
                if word.startswith(events):
                    self.seen = at
                    return word
            time.sleep(1)
        return ""

    def since(self, line: int) -> list[str]:
        """Return the events from a line on."""
        return [one.partition(" ")[2] for one in self.wine.log()[line:]]


def stands(page: str, target: Path) -> bool:
    """Wait until the picture of the screen is that of a page; it is kept whatever it shows."""
    for _ in range(_PATIENT // 5):
        shot(target)
        if PAGES[page](target):
            return True
        time.sleep(1)
    return False


def _unlock(picture: Path) -> bool:
    """A card for the passphrase in the middle, and nothing beside it."""
    return _white(picture, _CARD) > _MUCH and _white(picture, _WIDE) < _NONE and not _rail(picture)  # fmt: skip


def _altered(picture: Path) -> bool:
    """Cards that are wider than that of the passphrase, and no rail."""
    return _white(picture, _CARD) > _MUCH and _white(picture, _WIDE) > _MUCH and _white(picture, _STEPS) < _NONE and not _rail(picture)  # fmt: skip


def _first(picture: Path) -> bool:
    """The card of the first steps, and the list of them beside it."""
    return _white(picture, _STEPS) > _MUCH and not _rail(picture)


def _opened(picture: Path) -> bool:
    """The rail, and a page that is not empty any more."""
    return _rail(picture) and _share(picture, _PAGE, _ground(picture)) < _EMPTY


def _rail(picture: Path) -> bool:
    """The rail of an opened workspace: at the left the ground is another."""
    ground = _ground(picture)
    return bool(ground) and _share(picture, _RAIL, ground) < _NONE


def _ground(picture: Path) -> str:
    left, top = _GROUND
    return _said(["convert", str(picture), "-format", f"%[pixel:p{{{left},{top}}}]", "info:"])  # fmt: skip


PAGES: dict[str, Callable[[Path], bool]] = {"unlock": _unlock, "altered": _altered, "first_run": _first, "opened": _opened}  # fmt: skip


def _white(picture: Path, where: tuple[int, int, int, int]) -> float:
    return _share(picture, where, "white")


def _share(picture: Path, where: tuple[int, int, int, int], colour: str) -> float:
    """Return how much of a part of a picture has exactly one colour."""
    left, top, wide, high = where
    words = ["convert", str(picture), "-alpha", "off", "-crop", f"{wide}x{high}+{left}+{top}", "+repage", "-fill", "black", "+opaque", colour, "-fill", "white", "-opaque", colour, "-colorspace", "gray", "-format", "%[fx:mean]", "info:"]  # fmt: skip
    return float(_said(words) or 0)


def title() -> list[str]:
    """Return the titles of the windows on the screen, those of wine's own left out."""
    env = {**os.environ, "DISPLAY": SCREEN, "LC_ALL": "C.UTF-8"}
    found = subprocess.run(["xdotool", "search", "--onlyvisible", "--name", "."], env=env, capture_output=True, text=True, check=False).stdout.split()  # fmt: skip
    return [subprocess.run(["xdotool", "getwindowname", one], env=env, capture_output=True, text=True, check=False).stdout.strip() for one in found]  # fmt: skip


def pressed(keys: str) -> None:
    """Press keys together."""
    subprocess.run(["xdotool", "key", keys], env={**os.environ, "DISPLAY": SCREEN}, check=True)  # fmt: skip


def typed(words: str) -> None:
    """Type words and Enter on the screen."""
    ask = ["xdotool", "type", "--delay", "60", words]
    for command in (ask, ["xdotool", "key", "Return"]):
        subprocess.run(command, env={**os.environ, "DISPLAY": SCREEN}, check=True)


def ready(folder: Path) -> Wine:
    """Make a prefix anew, with a Korean system and the stand-ins."""
    missing = [debian for tool, debian in TOOLS.items() if shutil.which(tool) is None]
    if missing:
        raise SystemExit(f"Missing: apt-get install {' '.join(missing)}")
    shutil.rmtree(folder / "prefix", ignore_errors=True)
    (folder / "locale").mkdir(parents=True, exist_ok=True)
    subprocess.run(["localedef", "-i", "ko_KR", "-f", "UTF-8", str(folder / "locale" / "ko_KR.UTF-8")], check=False)  # fmt: skip
    wine = Wine(folder)
    wine.run("wineboot", "-i")
    system = wine.at("windows/system32")
    for name, libraries in STANDINS.items():
        source = places.PACKAGING / "windows" / "wine" / f"{name}.c"
        places.run("x86_64-w64-mingw32-gcc", "-O2", "-s", "-shared", "-o", system / f"{name}.dll", source, *libraries)  # fmt: skip
    return wine


@contextmanager
def screen() -> Iterator[None]:
    """A screen without a monitor, for as long as the proof runs."""
    command = ["Xvfb", SCREEN, "-screen", "0", "1280x860x24", "-nolisten", "tcp"]
    opened = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)  # fmt: skip
    time.sleep(1)
    try:
        yield
    finally:
        opened.terminate()
        opened.wait()


def shot(target: Path) -> None:
    """Take a picture of the screen."""
    target.parent.mkdir(parents=True, exist_ok=True)
    subprocess.run(["import", "-display", SCREEN, "-window", "root", str(target)], check=True)  # fmt: skip


def _said(command: Sequence[str]) -> str:
    return subprocess.run(command, capture_output=True, text=True, check=False).stdout.strip()  # fmt: skip
