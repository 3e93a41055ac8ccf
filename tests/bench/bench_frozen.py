"""The installed program against its source and against two Qt programs of Debian, in one run.

    python -m tests.bench.bench_frozen [--tree build/tree/linux] [--rounds 7]

* Seen from outside, on an X server of our own: from the start of a process until a row of the
  screen is no longer black (first paint), and until nothing changes any more (the page stands:
  ours is then past the look through its own files). Rounds go through all programs in turn.
* The source is compiled already, as after its first start: else the tree would win by that. A
  round that is not counted makes it so, and brings every file into memory.
* The processor's time until the first paint: what a busy machine does not change much.
* Cold: the files of the program were dropped from the page cache before (``posix_fadvise``).
* Memory: RSS and PSS of the process when its page stands.
* Size: the tree; the virtual environment and the source; what Debian says it installs for a
  peer, and for the peer with every library of Qt that it brings.
"""

import argparse
import ctypes
import os
import re
import shutil
import statistics
import subprocess
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from tests.bench.bench_start import LOOK_S, PIXMAP, Eye
from tests.stories.screen import Place, Screen

HOUSE = Path(__file__).resolve().parents[2]
PATIENCE_S, WIDE, ROWS, TICK = 60.0, 1000, range(100, 700, 40), os.sysconf("SC_CLK_TCK")


@dataclass
class Took:
    """What every round of one program took."""

    painted: list[float] = field(default_factory=list)
    standing: list[float] = field(default_factory=list)
    cpu: list[float] = field(default_factory=list)
    cold: list[float] = field(default_factory=list)
    rss: list[float] = field(default_factory=list)
    pss: list[float] = field(default_factory=list)


class Watcher(Eye):
    """Looks at many rows, and tells when they change."""

    def picture(self) -> bytes:
        """Return the rows that are looked at."""
        every, shown = ctypes.c_ulong(0xFFFFFFFF), []
        for row in ROWS:
            image = self._x11.XGetImage(self._display, self._root, 0, row, WIDE, 1, every, PIXMAP)  # fmt: skip
            place = ctypes.c_void_p(image)
            data = ctypes.cast(place.value + 16, ctypes.POINTER(ctypes.c_void_p))[0]
            shown.append(ctypes.string_at(data, WIDE * 4))
            self._x11.XDestroyImage(place)
        return b"".join(shown)


def started(words: Sequence[str], environment: Mapping[str, str], eye: Watcher, quiet: float) -> tuple[float, float, float, float, float]:  # fmt: skip
    """Return seconds to the first paint, to the standing page, of the processor; and megabytes."""
    begun = time.perf_counter()
    running = subprocess.Popen(words, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)  # fmt: skip
    painted = changed = cpu = 0.0
    last = b""
    try:
        while True:
            now = time.perf_counter() - begun
            # a few rows until the first paint: who looks hard takes a core from the programs
            shown = eye.picture() if painted or eye.sees() else b""
            if not painted and any(shown):
                painted, cpu = now, worked(running.pid)
            if painted and shown != last:
                changed, last = now, shown
            if (painted and now - changed > quiet) or now > PATIENCE_S:
                break
            time.sleep(LOOK_S)
        return painted, changed, cpu, *memory(running.pid)
    finally:
        running.kill()
        running.wait()
        while any(eye.picture()):
            time.sleep(LOOK_S)


def worked(pid: int) -> float:
    """Return the seconds of the processor that a process has had."""
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / TICK


def memory(pid: int) -> tuple[float, float]:
    """Return RSS and PSS of a process in megabytes."""
    said = Path(f"/proc/{pid}/smaps_rollup").read_text()
    found = {name: int(size) / 1024 for name, size in re.findall(r"^(\w+):\s+(\d+) kB", said, re.MULTILINE)}  # fmt: skip
    return found["Rss"], found["Pss"]


def forget(files: Sequence[Path]) -> None:
    """Drop files from the page cache."""
    for path in files:
        if path.is_file() and not path.is_symlink():
            place = os.open(path, os.O_RDONLY)
            os.posix_fadvise(place, 0, 0, os.POSIX_FADV_DONTNEED)
            os.close(place)


def below(folder: Path) -> list[Path]:
    """Return every file below a folder."""
    return [path for path in folder.rglob("*") if path.is_file()]


def installed_mb(package: str) -> tuple[float, float]:
    """Return what Debian says a package installs, alone and with the Qt libraries it needs."""

    def asked(*words: str) -> str:
        return subprocess.run(words, check=True, capture_output=True, text=True).stdout

    own = int(asked("dpkg-query", "-W", "-f", "${Installed-Size}", package)) / 1024
    listed = asked("apt-cache", "depends", "--recurse", "--no-recommends", "--no-suggests", "--no-conflicts", "--no-breaks", "--no-replaces", "--no-enhances", package)  # fmt: skip
    names = {line for line in listed.splitlines() if re.match(r"^(libqt5|qt5|libqt6|qt6|libicu|qttranslations)", line)}  # fmt: skip
    sizes = []
    for name in names:
        done = subprocess.run(["dpkg-query", "-W", "-f", "${Installed-Size}", name], capture_output=True, text=True, check=False)  # fmt: skip
        sizes.append(int(done.stdout or 0) / 1024)
    return own, own + sum(sizes)


def main() -> None:
    """Print the figures and their ratios."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--tree", type=Path, default=HOUSE / "build/tree/linux")
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--quiet", type=float, default=15.0, help="seconds after which a page stands")  # fmt: skip
    asked = parser.parse_args()
    folder = (HOUSE / "build/bench/frozen").resolve()
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    place, screen = Place(folder), Screen()
    environment = {**place.environment, "DISPLAY": screen.display, "QT_QPA_PLATFORM": "xcb"}  # fmt: skip
    environment.pop("IEUM_PREFIX", None)
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    compiled = folder / "compiled"  # of the source; the tree looks at no such variable
    environment["PYTHONPYCACHEPREFIX"] = str(compiled)
    own = ["--folder", str(place.workspace)]
    python = str(HOUSE / ".venv/bin/python")
    programs = {
        "frozen": [str(asked.tree.resolve() / "ieum-window"), *own],
        "source": [python, "-m", "ui", *own],
        "KeePassXC": ["keepassxc", "--config", str(folder / "k"), "--localconfig", str(folder / "l")],
        "qpdfview": ["qpdfview"],
    }  # fmt: skip
    here = {name: words for name, words in programs.items() if shutil.which(words[0])}
    files = {"frozen": below(asked.tree), "source": below(HOUSE / ".venv/lib") + below(HOUSE / "ui") + below(HOUSE / "intake")}  # fmt: skip
    took = {name: Took() for name in here}
    eye = Watcher(screen.display)
    for words in here.values():
        started(words, environment, eye, 2.0)
    for _ in range(asked.rounds):
        for name, words in here.items():
            painted, standing, cpu, rss, pss = started(words, environment, eye, asked.quiet)  # fmt: skip
            one = took[name]
            one.painted.append(painted)
            one.standing.append(standing)
            one.cpu.append(cpu)
            one.rss.append(rss)
            one.pss.append(pss)
    for _ in range(min(3, asked.rounds)):
        for name in files.keys() & here.keys():
            forget([*files[name], *below(compiled)])
            took[name].cold.append(started(here[name], environment, eye, 0.2)[0])
    screen.close()
    told(took)
    sizes(asked.tree, files)


def told(took: Mapping[str, Took]) -> None:
    """Print times and memory, and ours against each."""
    ours = statistics.median(took["frozen"].painted)
    stands = statistics.median(took["frozen"].standing)
    work = statistics.median(took["frozen"].cpu)
    for name, one in took.items():
        middle = statistics.median
        cold = f"{middle(one.cold) * 1000:6.0f}" if one.cold else "     -"
        print(
            f"{name:<10} first paint {middle(one.painted) * 1000:6.0f} ms (frozen/this {ours / middle(one.painted):.2f}), "
            f"processor {middle(one.cpu) * 1000:5.0f} ms ({work / middle(one.cpu):.2f}), "
            f"cold {cold} ms, page stands {middle(one.standing) * 1000:6.0f} ms ({stands / middle(one.standing):.2f}), RSS {middle(one.rss):5.0f} MB, PSS {middle(one.pss):5.0f} MB"
        )
    print("load", *os.getloadavg())


def sizes(tree: Path, files: Mapping[str, Sequence[Path]]) -> None:
    """Print what lies on the disk."""
    for name, every in files.items():
        print(f"{name:<10} {sum(path.stat().st_size for path in every) / 1e6:6.0f} MB, {len(every)} files")  # fmt: skip
    for part in ("runtime", "app"):
        print(f"  {part:<8} {sum(path.stat().st_size for path in below(tree / part)) / 1e6:6.0f} MB")  # fmt: skip
    for package in ("keepassxc", "qpdfview"):
        if shutil.which(package):
            own, with_qt = installed_mb(package)
            print(f"{package:<10} {own:6.0f} MB, {with_qt:.0f} MB with the Qt and ICU it needs")  # fmt: skip


if __name__ == "__main__":
    main()
