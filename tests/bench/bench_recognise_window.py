"""Identifiers typed in the window of a register of 100,000 cases: how late it is, how soon it tells.

    nice -n 10 python -m tests.bench.bench_recognise_window [--cases 100000] [--typed 100]

A real session over SQLCipher, without a screen: in the suspects' tab a value that one other case
has is typed and entered, and it is waited until the quiet line counts that case. Measured are
the time from the committed identifier to that line, and how long the event loop was not asked
meanwhile (a timer of 2 ms): by the clock, and what the window's own thread worked in it, which
others on the machine do not change. The peer is the same window at rest in the same run. The
register is filled in bulk (``bench_central``) and kept in ``build/bench``. Nothing is asserted.
"""

import argparse
import os
import sys
import time
from pathlib import Path

os.environ["QT_QPA_PLATFORM"] = "offscreen"

from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from intake.desk import suspects
from intake.desk import workspace as opening
from intake.text import Texts
from intake.vault import FileKeyring
from tests.bench.bench_central import fill
from tests.bench.nation import nation
from tests.bench.town import load, say_so
from tests.desks_at_hand import a_desk
from tests.vaults_at_hand import PASSPHRASE, POLICY
from ui import theme
from ui.jobs import Jobs
from ui.screens.case.alike_line import AlikeLine
from ui.session import Session
from ui.window import Window

_EACH = 5  # identifiers of one case
_PATIENCE = 60.0
# What one other case has and nobody else: see ``bench_central``.
_FRESH = "SELECT value FROM r_identifier WHERE kind = 'email' AND value GLOB '?????????@mail.example' AND value NOT GLOB '*[^0-9a-f]*@*' LIMIT ?"  # fmt: skip


def main():
    """Measure, and print."""
    told = argparse.ArgumentParser()
    told.add_argument("--cases", type=int, default=100_000)
    told.add_argument("--typed", type=int, default=100)
    asked = told.parse_args()
    desk = _made(asked.cases)
    with desk._rooms.vault.reading() as db:
        values = [value for (value,) in db.all(_FRESH, (asked.typed,))]
    bench = _Bench(desk)
    rest = bench.at_rest(3.0)
    tried = [bench.typed(value, at) for at, value in enumerate(values)]
    done = [one for one in tried if one.told]
    bench.close()
    print(
        f"{asked.cases:,} cases, {len(done)} of {len(tried)} identifiers told, {load()}"
    )
    print("committed to told: " + _spread([one.told - one.committed for one in done]))
    print("entered to committed: " + _spread([one.committed - one.entered for one in done]))  # fmt: skip
    for name, gaps in (("at rest (peer)", rest), ("typing and telling", bench.watch.gaps)):  # fmt: skip
        print(f"event loop, {name}: longest by the clock {max(g for g, _ in gaps) * 1e3:.0f} ms, "
              f"longest own work {max(w for _, w in gaps) * 1e3:.0f} ms; by the clock {_spread([g for g, _ in gaps])}; "
              f"own work {_spread([w for _, w in gaps])}")  # fmt: skip


def _made(cases):
    folder = Path(f"build/bench/people-{cases}")
    keyring = FileKeyring(folder.with_name(f"{folder.name}-secrets"))
    if not (folder / "ready").exists():
        folder.parent.mkdir(parents=True, exist_ok=True)
        desk = a_desk(folder, keyring)
        fill(desk._rooms.vault, nation(cases, 1), 0, cases)
        with desk._rooms.vault.writing() as db:
            db.execute("DELETE FROM m_due")  # compared another day
        desk.close()
        (folder / "ready").touch()
        say_so("filled")
    return opening.open_(folder, PASSPHRASE, keyring=keyring, policy=POLICY)


class _One:
    """When what happened to one identifier."""

    entered = committed = told = 0.0


class _Watch:
    """How long the event loop was not asked, and what its thread did meanwhile."""

    def __init__(self):
        self.gaps, self._last = [], None
        self._timer = QTimer(interval=2, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._look)

    def start(self):
        self._last = time.perf_counter(), time.thread_time()
        self._timer.start()

    def stop(self):
        self._look()
        self._timer.stop()

    def _look(self):
        now = time.perf_counter(), time.thread_time()
        self.gaps.append((now[0] - self._last[0], now[1] - self._last[1]))
        self._last = now


class _Bench:
    """A window over a desk, and whoever types into it."""

    def __init__(self, desk):
        self._app = QApplication.instance() or QApplication(sys.argv[:1])
        theme.prepare(self._app)
        theme.apply(self._app, "light")
        self._desk, self._jobs = desk, Jobs()
        self._session = Session(self._jobs, Texts("ko"), Path())
        self._window = Window(self._session, lambda _again: None)
        self._window.resize(1280, 800)
        self._window.show()
        self._session.open(desk)
        self.watch, self._count, self._one = _Watch(), 0, _One()
        self._listen()

    def _listen(self):
        found, add = AlikeLine._on_found, suspects.Suspects.add_clue

        def on_found(line, answer):
            found(line, answer)
            if self._one.committed and not self._one.told and answer[1].count > self._count:  # fmt: skip
                self._one.told, self._count = time.perf_counter(), answer[1].count

        def add_clue(noun, *args):
            made = add(noun, *args)
            self._one.committed = time.perf_counter()
            return made

        AlikeLine._on_found, suspects.Suspects.add_clue = on_found, add_clue

    def _until(self, over, seconds):
        end = time.perf_counter() + seconds
        while not over() and time.perf_counter() < end:
            self._app.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)  # fmt: skip
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    def _settle(self):
        for _ in range(3):
            self._until(lambda: not self._jobs._open, _PATIENCE)

    def at_rest(self, seconds):
        watch = _Watch()
        watch.start()
        self._until(lambda: False, seconds)
        watch.stop()
        return watch.gaps

    def typed(self, value, at):
        """Type and enter one value, and wait until the line tells."""
        if at % _EACH == 0:
            case = self._desk.cases.begin("VISIT", f"하늘{at}")
            self._desk.consents.decide(case, {"RECORD": "AGREED", "CENTRAL": "LATER"})
            self._desk.suspects.add(case, {"nickname": "밤달"})
            self._session.go("case", case=case, tab="suspects")
            self._settle()
            self._count = 0
        one = self._one = _One()
        page = self._window.screen_.own["suspects"]
        line = page.cards[0].adding.line
        line.setFocus()
        self.watch.start()
        QTest.keyClicks(line, value)
        one.entered = time.perf_counter()
        QTest.keyClick(line, Qt.Key.Key_Return)
        self._until(lambda: bool(one.told), _PATIENCE)
        self.watch.stop()
        self._settle()
        say_so(f"{at}: {one.told - one.committed:.2f} s" if one.told else f"{at}: never told")  # fmt: skip
        return one

    def close(self):
        self._session.leave()
        self._window.close()
        self._jobs.close()
        self._desk.close()


def _spread(times):
    rows = sorted(times)
    said = (f"p{part} {rows[min(len(rows) - 1, len(rows) * part // 100)] * 1e3:.1f}" for part in (50, 95, 99))  # fmt: skip
    return ", ".join(said) + f", most {rows[-1] * 1e3:.0f} ms"


if __name__ == "__main__":
    main()
