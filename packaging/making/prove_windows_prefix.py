"""A Windows for the proof: Debian's wine in a folder of its own, that speaks Korean.

Two libraries that are part of Windows 10 and 11 are missing in wine 8; small stand-ins
(``packaging/windows/wine``) lie in the prefix, never in what is built.
"""

import json
import os
import shutil
import subprocess
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from making import places

TOOLS = {"wine": "wine wine64", "Xvfb": "xvfb", "xdotool": "xdotool", "import": "imagemagick", "osslsigncode": "osslsigncode", "wixl": "wixl", "msibuild": "msitools", "x86_64-w64-mingw32-gcc": "gcc-mingw-w64-x86-64", "localedef": "locales"}  # fmt: skip
STANDINS = {"icuuc": (), "bcryptprimitives": ("-ladvapi32",)}
PREFIX = "Program Files/Ieum"
POLICY = "ProgramData/Ieum"
SCREEN = ":87"
_LONG = 6  # looks, half a minute
WORDS = 600  # colours: a page with words; the first pages have fewer
_SLOWEST = 1_800  # wine on a machine that has other things to do


@dataclass(frozen=True, slots=True)
class Wine:
    """One prefix."""

    folder: Path
    python: Path  # the runtime that was an input: it has a python.exe, what is installed has none

    @property
    def drive(self) -> Path:
        """Drive C."""
        return self.folder / "prefix" / "drive_c"

    def at(self, name: str) -> Path:
        """Return where a path of drive C lies."""
        return self.drive / name

    def environment(self) -> dict[str, str]:
        """What every program of the prefix is started with."""
        own = {"WINEPREFIX": str(self.folder / "prefix"), "WINEARCH": "win64", "WINEDEBUG": "-all", "WINEDLLOVERRIDES": "mscoree=;mshtml=", "LOCPATH": str(self.folder / "locale"), "LC_ALL": "ko_KR.UTF-8", "LANG": "ko_KR.UTF-8", "TZ": "Asia/Seoul", "DISPLAY": SCREEN}  # fmt: skip
        return {**os.environ, **own}

    def run(self, *words: str) -> "subprocess.CompletedProcess[str]":
        """Run a program of Windows to its end; its words are read through a pipe (wine wants one)."""
        return subprocess.run(["nice", "-n", "5", "wine", *words], env=self.environment(), stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, errors="replace", timeout=_SLOWEST, check=False)  # fmt: skip

    def ieum(self, *words: str) -> "subprocess.CompletedProcess[str]":
        """Run the installed ``ieum.exe``."""
        return self.run(r"C:\Program Files\Ieum\ieum.exe", *words)

    def msiexec(self, *words: str) -> tuple[int, str]:
        """Run the installer in silence; return its code and its log."""
        log = self.at("msi.log")
        log.unlink(missing_ok=True)
        done = self.run("msiexec", *words, "/qn", "/norestart", "/l*v", r"C:\msi.log")
        raw = log.read_bytes() if log.is_file() else b""
        wide = raw[:2] == b"\xff\xfe" or raw[1:2] == b"\0"
        text = raw.decode("utf-16-le" if wide else "cp949", "replace")
        return done.returncode, text + done.stdout

    def proof(self, verb: str) -> str:
        """Let the person of the proof do something on the installed code."""
        script = self.at("proof.py")
        shutil.copyfile(places.PACKAGING / "windows" / "proof.py", script)
        return self.run(r"C:\python\python.exe", "-B", "-X", "utf8", r"C:\proof.py", r"C:\Program Files\Ieum\app", r"C:\work", verb).stdout  # fmt: skip

    def passphrase(self) -> str:
        """Return what opens the vault of the proof."""
        said = json.loads(self.at("work/secrets.json").read_text("utf-8"))
        return str(said["passphrase"])

    @contextmanager
    def window(self, *words: str) -> "Iterator[subprocess.Popen[bytes]]":
        """Open the installed window on a screen of its own; it is ended afterwards."""
        line = 'nice -n 5 wine "$@" 2>&1 | cat > "$LOG"'  # wine wants a pipe
        command = [
            "sh",
            "-c",
            line,
            "sh",
            r"C:\Program Files\Ieum\ieum-window.exe",
            *words,
        ]
        told = {**self.environment(), "LOG": str(self.folder / "window.log")}
        opened = subprocess.Popen(command, env=told, stdin=subprocess.DEVNULL)
        try:
            yield opened
        finally:
            self.run("taskkill", "/f", "/im", "ieum-window.exe")
            opened.wait(timeout=60)


def typed(words: str) -> None:
    """Type words and Enter on the screen."""
    ask = ["xdotool", "type", "--delay", "60", words]
    for command in (ask, ["xdotool", "key", "Return"]):
        subprocess.run(command, env={**os.environ, "DISPLAY": SCREEN}, check=True)


def ready(folder: Path, runtime: Path) -> Wine:
    """Make a prefix anew, with a Korean system, the stand-ins and a Python for the proof."""
    missing = [debian for tool, debian in TOOLS.items() if shutil.which(tool) is None]
    if missing:
        raise SystemExit(f"Missing: apt-get install {' '.join(missing)}")
    shutil.rmtree(folder / "prefix", ignore_errors=True)
    (folder / "locale").mkdir(parents=True, exist_ok=True)
    subprocess.run(["localedef", "-i", "ko_KR", "-f", "UTF-8", str(folder / "locale" / "ko_KR.UTF-8")], check=False)  # fmt: skip
    wine = Wine(folder, runtime)
    wine.run("wineboot", "-i")
    system = wine.at("windows/system32")
    for name, libraries in STANDINS.items():
        source = places.PACKAGING / "windows" / "wine" / f"{name}.c"
        places.run("x86_64-w64-mingw32-gcc", "-O2", "-s", "-shared", "-o", system / f"{name}.dll", source, *libraries)  # fmt: skip
    shutil.copytree(runtime, wine.at("python"), dirs_exist_ok=True)
    wine.at("python/_wmi.pyd").unlink(missing_ok=True)  # wine's propsys is not whole
    paths = "python313.zip\n.\nC:\\Program Files\\Ieum\\app\n"
    wine.at("python/python313._pth").write_text(paths, encoding="ascii")
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


def settled(target: Path, *, patience: int = 900) -> int:
    """Wait until the screen has shown a page with words for a while (a caret blinks in it).

    Returns how many colours it has: a page with words has many.
    """
    long, colours = 0, 0
    for _ in range(patience // 5):
        time.sleep(5)
        shot(target)
        colours = int(_said(["identify", "-format", "%k", str(target)]) or 0)
        long = long + 1 if colours > WORDS else 0
        if long > _LONG:
            break
    return colours


def _said(command: Sequence[str]) -> str:
    return subprocess.run(command, capture_output=True, text=True, check=False).stdout.strip()  # fmt: skip
