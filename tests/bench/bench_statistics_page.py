"""The statistics page of a whole register: how long until its numbers stand, and how late the window is.

    nice -n 10 python -m tests.bench.bench_statistics_page [--cases 10000] [--actions 500000] [--whole] [--alone]

The register of ``bench_counting``, in SQLCipher, and a real session without a screen, which asks
about everybody of a year: with nothing kept yet, with what each case adds kept, with the answer kept,
after words about ten cases, and for all time. Measured are the time from asked to the numbers on the page, by the
clock and by the processor, the desk's part of it, and how long the event loop was not asked
meanwhile: by the clock, and what the window's own thread worked in it. The peer is the same tables
counted from the rows in a plain SQLite file in the same run (``--alone``: without it). Nothing is
asserted.
"""

import argparse
import os
import resource
import time

os.environ["QT_QPA_PLATFORM"] = "offscreen"

from intake.counting import Period
from intake.counting.tables import tables
from intake.desk import statistics
from tests.bench.bench_counting import _every, made, plain, timed
from tests.bench.bench_recognise_window import _Bench, _Watch
from tests.bench.town import load, say_so

_YEAR = ("2024", "2024")
_PATIENCE = 3_600.0


class _Page(_Bench):
    """A window over a desk, and whoever opens its statistics."""

    def __init__(self, desk):
        super().__init__(desk)
        self._counted, counting = 0.0, statistics.Statistics.view

        def view(noun, *args, **kwargs):
            start = time.perf_counter()
            found = counting(noun, *args, **kwargs)
            self._counted = time.perf_counter() - start
            return found

        statistics.Statistics.view = view
        self._settle()
        self._session.go("statistics")
        self._until(lambda: getattr(self._window.screen_, "ask_bar", None) is not None, 60)  # fmt: skip
        self.page = self._window.screen_
        self._until(lambda: self.page._central is not None, 60)
        self.cancelled()

    def cancelled(self):
        """Stop what the page asked by itself."""
        if self.page._job is not None:
            self.page._job.cancel()
        self._settle()

    def asked(self, name, span):
        """Ask, and wait until everything stands on the page."""
        self.page.ask_bar.show_whom("NATION", central=True)
        self.page.ask_bar.show_span(span)
        self.page.view, watch = None, _Watch()
        watch.start()
        start, worked = time.perf_counter(), time.process_time()
        self.page.count()
        self._until(lambda: self.page.view is not None, _PATIENCE)
        self._app.processEvents()
        stood, worked = time.perf_counter() - start, time.process_time() - worked
        watch.stop()
        late, own = (max(one[at] for one in watch.gaps) * 1e3 for at in (0, 1))
        print(f"  {name:34} {stood:7.2f} s by the clock, {worked:6.2f} s of processor; desk {self._counted:7.2f} s; "
              f"window late by {late:.0f} ms, own work {own:.0f} ms; {len(self.page.view.cards)} cards, {len(self.page.view.tables)} tables", flush=True)  # fmt: skip
        self._settle()
        return stood


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--cases", type=int, default=10_000)
    parser.add_argument("--actions", type=int, default=500_000)
    parser.add_argument("--whole", action="store_true", help="100,000 / 5,000,000")
    parser.add_argument("--alone", action="store_true", help="without the peer")
    parser.add_argument("--kept", action="store_true", help="leave what is kept")
    asked = parser.parse_args()
    size = (100_000, 5_000_000) if asked.whole else (asked.cases, asked.actions)
    desk = made(*size).open()
    print(f"{size[0]:,} cases, {size[1]:,} actions; {load()}")
    bench = _Page(desk)
    if not asked.kept:
        _forget(desk, size[0])
        bench.asked("nothing kept yet", _YEAR)
    _forget(desk, 0)
    times = {"kept": bench.asked("asked for the first time", _YEAR)}
    bench.asked("nothing changed since", _YEAR)
    _forget(desk, 10)
    bench.asked("ten cases changed", _YEAR)
    times["all"] = bench.asked("all time", ("", ""))
    bench.close()
    print(f"most memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e3:,.0f} MB; {load()}")  # fmt: skip
    if not asked.alone:
        _against_plain(size, times)


def _forget(desk, cases):
    """Forget as words about so many cases do; the bench's own rows cannot be said."""
    with desk._rooms.vault.writing() as db:
        db.execute("DELETE FROM c_answer")
        db.execute('DELETE FROM c_case WHERE "case" IN (SELECT "case" FROM c_case LIMIT ?)', (cases,))  # fmt: skip


def _against_plain(size, times):
    peer = plain(made(*size))
    every = _every(peer)
    for name, period in (("kept", Period("2024", "2024")), ("all", Period())):
        seconds, _ = timed(lambda period=period: tables(peer, every, period))
        say_so(f"plain SQLite, from the rows ({name}): {seconds:.2f} s; the page {times[name] / seconds:.2f} of it")  # fmt: skip
    print(load())


if __name__ == "__main__":
    main()
