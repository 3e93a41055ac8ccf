"""From nothing to work: first paint, unlock to list, the list itself, and how still the window is.

    python -m tests.bench.bench_start [--cases N] [--megabytes N]

* First paint is seen from outside, on an X server of our own: the time from the start of a
  process until a row of the screen is no longer black. Peers: KeePassXC and FeatherPad, two
  C++ programs with Qt, where they are installed.
* The list is the program's own pane on a vault with 100,000 cases, built once and kept in
  build/bench/start. Peers: the same rows in plain SQLite, and a ``QListView`` of strings.
* A stall is the longest time that the event loop did not come round. Peer: the same loop
  while nothing happens at all.
"""

import argparse
import ctypes
import os
import shutil
import sqlite3
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QElapsedTimer, QEventLoop, QStringListModel, QTimer
from PySide6.QtWidgets import QApplication, QListView

from intake import desk as house
from intake.crypto import PqIdentity, SealWriter
from intake.desk import CaseQuery, NewWorkspace
from intake.policy import Policy
from intake.register import ListQuery
from intake.text import texts
from intake.vault import FileKeyring
from tests.bench.bench_list import fill, peer_ids, records
from tests.stories.screen import Place, Screen
from ui import theme
from ui.jobs import Jobs, Lane
from ui.session import Session
from ui.window import Window

FOLDER = Path("build/bench/start")
PASSPHRASE = "느린 강물 위의 달"
POLICY = Policy(allow_any_place=True, allow_device_file=True, ballast_mib=0)
RUNS, LOOK_S, PATIENCE_S, PIXMAP = 7, 0.003, 30, 2
FRAMES, BLOCK = 120, 1 << 20


# --- first paint -----------------------------------------------------------------------


class Eye:
    """Looks at a few rows of a screen."""

    def __init__(self, display: str) -> None:
        self._x11 = ctypes.CDLL("libX11.so.6")
        for name in ("XOpenDisplay", "XGetImage"):
            getattr(self._x11, name).restype = ctypes.c_void_p
        self._x11.XDefaultRootWindow.restype = ctypes.c_ulong
        self._display = ctypes.c_void_p(self._x11.XOpenDisplay(display.encode()))
        self._root = ctypes.c_ulong(self._x11.XDefaultRootWindow(self._display))

    def sees(self) -> bool:
        """Whether anything but black is on the screen."""
        every = ctypes.c_ulong(0xFFFFFFFF)
        image = self._x11.XGetImage(
            self._display, self._root, 0, 120, 600, 4, every, PIXMAP
        )
        place = ctypes.c_void_p(image)
        data = ctypes.cast(place.value + 16, ctypes.POINTER(ctypes.c_void_p))[
            0
        ]  # XImage.data
        seen = any(
            one & 0xFFFFFF for one in (ctypes.c_uint32 * (600 * 4)).from_address(data)
        )
        self._x11.XDestroyImage(place)
        return seen


def painted(command: Sequence[str], environment: dict[str, str], eye: Eye) -> float:
    """Return the seconds until a program's first paint."""
    begun = time.perf_counter()
    running = subprocess.Popen(
        command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        while not eye.sees():
            if time.perf_counter() - begun > PATIENCE_S:
                return float("nan")
            time.sleep(LOOK_S)
        return time.perf_counter() - begun
    finally:
        running.kill()
        running.wait()
        while eye.sees():
            time.sleep(LOOK_S)


def first_paints() -> None:
    """Print the medians of all programs, one after the other in every round."""
    folder = FOLDER.resolve() / "paint"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    place, screen = Place(folder), Screen()
    environment = {
        **place.environment,
        "DISPLAY": screen.display,
        "QT_QPA_PLATFORM": "xcb",
    }
    programs = {
        "ours": [sys.executable, "-m", "ui", "--folder", str(place.workspace)],
        "KeePassXC": [
            "keepassxc",
            "--config",
            str(folder / "k"),
            "--localconfig",
            str(folder / "l"),
        ],
        "FeatherPad": ["featherpad"],
    }
    here = {name: words for name, words in programs.items() if shutil.which(words[0])}
    took: dict[str, list[float]] = {name: [] for name in here}
    eye = Eye(screen.display)
    for _ in range(RUNS):
        for name, words in here.items():
            took[name].append(painted(words, environment, eye))
    screen.close()
    ours = statistics.median(took["ours"])
    for name, all_of_it in took.items():
        middle = statistics.median(all_of_it)
        print(
            f"first paint, {name:<12} {middle * 1000:7.0f} ms   ours/this {ours / middle:.2f}"
        )
    for name in programs.keys() - here.keys():
        print(f"first paint, {name}: not installed")


# --- a hundred thousand cases ------------------------------------------------------------


def vault_with(cases: int) -> tuple[Path, FileKeyring, sqlite3.Connection]:
    """Build the vault and its plain twin, or return those of the last time."""
    folder = FOLDER / f"cases-{cases}"
    keyring, twin = FileKeyring(folder / "keys"), folder / "plain.sqlite"
    if not (folder / "whole").exists():
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        plan = NewWorkspace(
            "center", "IC", "벤치 센터", "pc", "상담원", "ko", PASSPHRASE
        )
        desk = house.create(folder / "w", plan, keyring=keyring, policy=POLICY)
        desk.setup.confirm_code(desk.setup.recovery_code())
        for step in ("central", "mailbox"):
            desk.setup.skip(step)
        peer = sqlite3.connect(twin)
        from intake.register.tables import statements  # noqa: PLC0415

        for line in statements():
            if "fts5" not in line and not line.startswith("CREATE INDEX"):
                peer.execute(line)
        begun = time.perf_counter()
        fill(desk._rooms.vault, peer, records(cases, cases, 0))
        print(f"{cases:,} cases written in {time.perf_counter() - begun:.0f} s")
        peer.close()
        desk.lock()
        (folder / "whole").touch()
    return folder / "w", keyring, sqlite3.connect(twin)


class Stalls:
    """Measures how long the event loop stays away."""

    def __init__(self) -> None:
        self.worst = 0.0
        self._clock, self._timer = QElapsedTimer(), QTimer()
        self._timer.timeout.connect(self._beat)
        self._clock.start()
        self._timer.start(0)

    def _beat(self) -> None:
        self.worst = max(self.worst, self._clock.nsecsElapsed() / 1e6)
        self._clock.restart()

    def stop(self) -> float:
        """Return the longest gap in milliseconds."""
        self._timer.stop()
        return self.worst


def until(true: Callable[[], Any]) -> float:
    """Run the window until something is so; return the milliseconds it took."""
    loop, timer, begun = QEventLoop(), QTimer(), time.perf_counter()
    timer.timeout.connect(lambda: loop.quit() if true() else None)
    timer.start(1)
    loop.exec()
    return (time.perf_counter() - begun) * 1000


def the_list(cases: int) -> None:
    """Unlock, open the list, scroll it; and the peers."""
    folder, keyring, peer = vault_with(cases)
    session = Session(Jobs(), texts, folder)
    window = Window(session, lambda _again: None)
    window.resize(1280, 800)
    window.show()
    opened: list[Any] = []
    stalls = Stalls()
    session.enter(
        lambda door, progress: door.open_(
            folder, PASSPHRASE, progress, keyring=keyring, policy=POLICY
        ),
        opened.append,
    )
    unlocked = until(lambda: opened)
    session.open(opened[0])
    session.go("cases")
    pane = window.screen_.pane
    first = until(lambda: pane.list.rows.rowCount() > 0)
    whole = until(lambda: pane.list.rows.rowCount() >= cases)
    opening_stall = stalls.stop()
    print(
        f"unlock (Argon2id as calibrated here) {unlocked:.0f} ms; first rows {first:.0f} ms after it, all {cases:,} {first + whole:.0f} ms"
    )
    print(f"worst GUI stall from Enter to the whole list {opening_stall:.0f} ms")
    ours = median_ms(lambda: ids_of(opened[0]))
    theirs = median_ms(peer_ids(peer, ListQuery("case", order=("-last_said",))))
    print(
        f"all {cases:,} ids through the desk {ours:.0f} ms, plain SQLite {theirs:.0f} ms, ratio {ours / theirs:.1f}"
    )
    scroll(pane.list, cases, session)
    session.leave()
    session.jobs.close()
    opened[0].lock()
    peer.close()


def ids_of(desk: Any) -> Any:
    return desk.cases.listing(CaseQuery(), _Quiet())


class _Quiet:
    def step(self, done: int, total: int, what: str) -> None:
        """Say nothing."""


def median_ms(work: Callable[[], Any]) -> float:
    took = []
    for _ in range(RUNS):
        begun = time.perf_counter()
        work()
        took.append((time.perf_counter() - begun) * 1000)
    return statistics.median(took)


def scroll(ours: Any, cases: int, session: Session) -> None:
    """Jump through both lists in the same strides; print what a painted frame costs."""
    theirs, model = (
        QListView(),
        QStringListModel([f"2099-IC-{n:06}" for n in range(cases)]),
    )
    theirs.setUniformItemSizes(True)
    begun = time.perf_counter()
    theirs.setModel(model)
    theirs.resize(ours.size())
    theirs.show()
    theirs.grab()
    print(
        f"a plain QListView of {cases:,} strings opens in {(time.perf_counter() - begun) * 1000:.0f} ms"
    )
    figures = {}
    for name, view in (("ours", ours), ("QListView", theirs)):
        bar, took = view.verticalScrollBar(), []
        for frame in range(FRAMES):
            bar.setValue(bar.maximum() * frame // FRAMES)
            begun = time.perf_counter()
            view.grab()
            took.append((time.perf_counter() - begun) * 1000)
            until(lambda: not session.jobs.busy(Lane.READ))
        figures[name] = statistics.median(took)
        print(
            f"scroll at {cases:,}, {name:<10} frame median {figures[name]:.1f} ms, worst {max(took):.1f} ms"
        )
    print(f"scroll ratio ours/QListView {figures['ours'] / figures['QListView']:.1f}")


# --- sealing beside the window ---------------------------------------------------------------


class _Sink:
    """Takes bytes and forgets them."""

    def write(self, data: bytes) -> int:
        return len(data)


def seal(megabytes: int) -> None:
    """Seal a stream of random bytes."""
    block = os.urandom(BLOCK)
    writer = SealWriter(_Sink(), [PqIdentity.generate().recipient])  # type: ignore[arg-type]
    for _ in range(megabytes):
        writer.write(block)
    writer.close()


def stillness(megabytes: int) -> None:
    """Print the worst stall while nothing happens, and while a worker seals."""
    jobs, done = Jobs(), []
    stalls = Stalls()
    begun = time.perf_counter()
    jobs.run(lambda _progress: seal(megabytes), lane=Lane.OUTSIDE, then=done.append)
    until(lambda: done)
    busy, seconds = stalls.stop(), time.perf_counter() - begun
    stalls, end = Stalls(), time.perf_counter() + seconds
    until(lambda: time.perf_counter() > end)
    idle = stalls.stop()
    jobs.close()
    print(f"sealing {megabytes} MiB in a worker: {megabytes / seconds:.0f} MiB/s")
    print(
        f"worst GUI stall meanwhile {busy:.1f} ms, in the same time with nothing to do {idle:.1f} ms"
    )


def main() -> None:
    """Print the figures and their ratios."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--cases", type=int, default=100_000)
    parser.add_argument("--megabytes", type=int, default=500)
    asked = parser.parse_args()
    FOLDER.mkdir(parents=True, exist_ok=True)
    first_paints()
    app = QApplication.instance() or QApplication(sys.argv[:1])
    theme.prepare(app)
    theme.apply(app, "light")
    stillness(asked.megabytes)
    the_list(asked.cases)


if __name__ == "__main__":
    main()
