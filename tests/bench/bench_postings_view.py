"""The table of a case with very many postings in the real window, over the real encrypted register.

    python -m tests.bench.bench_postings_view [--whole | --postings N]   (10,000; whole 100,000)

Peers in the same run, over the same rows: ``QListView`` with the same model of row ids, and
``QSqlTableModel`` in a ``QTableView`` that fetches everything from a plain SQLite file.
Milliseconds; what is painted is painted without a screen (offscreen platform).
"""

import argparse
import itertools
import os
import shutil
import sqlite3
import statistics
import time
from collections.abc import Callable
from pathlib import Path
from typing import Self

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtSql import (  # noqa: TID251 - the peer, over a plain file of its own
    QSqlDatabase,
    QSqlTableModel,
)
from PySide6.QtWidgets import QApplication, QListView, QTableView, QWidget

from intake.desk.views.deleting import PostingQuery
from intake.ids import scope_of
from intake.ledger.winners import Record
from intake.progress import Silent
from intake.register.counters import _KEEP as KEEP  # what a fold would write
from intake.register.counters import recount
from intake.register.tables import statements
from intake.text import texts
from tests.bench.bench_casework_list import peak_mb
from tests.bench.bench_list import START, day, dice, uid, write
from tests.desks_at_hand import a_desk
from ui import theme
from ui.jobs import Jobs, Lane
from ui.screens.case.postings.listing import Listing
from ui.screens.case.postings.marking import Marking
from ui.screens.case.postings.pasting import Pasting
from ui.session import Session
from ui.tables import RowsModel
from ui.tables.posting_table import posting_table
from ui.tables.rows import LineRole

FOLDER = Path("build/bench/postings-view")
RESULTS = ("FOUND", "REQUESTED", "REMOVED", "REFUSED", "BLOCKED", "TEMPORARY")
SHOWN = {"url", "platform", "site", "found_on", "result", "result_on", "next_check"}
FRAMES, STEP, LONGEST = 400, 90, 15.0  # frames, pixels, seconds
SIZE = (872, 620)


class Stall:
    """The longest time in which the event loop did not come round."""

    def __init__(self) -> None:
        self.worst, self._last = 0.0, time.perf_counter()
        self._timer = QTimer(interval=0)
        self._timer.timeout.connect(self._tick)

    def _tick(self) -> None:
        now = time.perf_counter()
        self.worst = max(self.worst, now - self._last)
        self._last = now

    def __enter__(self) -> Self:
        self._last = time.perf_counter()
        self._timer.start()
        return self

    def __exit__(self, *_what: object) -> None:
        self._tick()
        self._timer.stop()


def wait_for(done: Callable[[], bool], seconds: float = 60.0) -> float:
    """Run the event loop until something is so; return how long it took."""
    begun, loop, timer = time.perf_counter(), QEventLoop(), QTimer(interval=0)

    def look() -> None:
        if done() or time.perf_counter() - begun > seconds:
            loop.quit()

    timer.timeout.connect(look)
    timer.start()
    loop.exec()
    return time.perf_counter() - begun


def postings(case: str, count: int):
    throw = dice(11)
    for n in range(count):
        said = {
            "case": case,
            "url": f"https://www.tube-{next(throw) % 40}.example/v/{n}",
            "result": RESULTS[n % 6],
            "found_on": day(next(throw)),
            "platform": "ADULT",
            "site": "tube",
        }
        yield Record("posting", uid(2, n), scope_of("case", case), START + (n << 16), said)  # fmt: skip


def filled(count: int):
    """Return a desk with one case, its postings, and a plain file with the same rows."""
    shutil.rmtree(FOLDER, ignore_errors=True)
    FOLDER.mkdir(parents=True)
    desk = a_desk(FOLDER / "workspace")
    case = desk.cases.begin("VISIT", "하늘")
    desk.consents.decide(case, {"RECORD": "AGREED"})
    vault = desk.postings._rooms.vault
    peer = sqlite3.connect(FOLDER / "plain.sqlite")
    for line in statements():
        if "fts5" not in line:
            peer.execute(line)
    made = postings(case, count)
    while some := list(itertools.islice(made, 10_000)):
        with vault.writing() as db:
            for one in some:
                write(db, peer, one)
        peer.commit()
    with vault.writing() as db:
        for row, counts in recount(db).items():
            db.execute(KEEP, (row, *counts))
    peer.commit()
    peer.close()
    return desk, case


def scrolled(view) -> list[tuple[float, float]]:
    """Return how long each frame took, scrolling down two rows and a half at a time.

    By the clock, and by what the window's thread computed: on a machine that others use too
    only the second is the table's own.
    """
    bar, took = view.verticalScrollBar(), []
    bar.setValue(0)
    end = time.perf_counter() + LONGEST
    for frame in range(FRAMES):
        if time.perf_counter() > end:
            break
        begun, worked = time.perf_counter(), time.thread_time()
        bar.setValue(frame * STEP)
        view.viewport().repaint()
        took.append((time.perf_counter() - begun, time.thread_time() - worked))
        QApplication.processEvents()
    return took


def frames(name: str, took: list[tuple[float, float]]) -> None:
    """Print median, p95 and worst of both."""
    for what, at in (("clock", 0), ("worked", 1)):
        one = sorted(frame[at] * 1000 for frame in took)
        p95 = one[int(len(one) * 0.95)]
        print(f"{name + ', ' + what:<44} {len(one):3} frames, median {statistics.median(one):6.2f}  p95 {p95:6.2f}  worst {one[-1]:6.2f} ms")  # fmt: skip


def ours(session: Session, case: str, count: int) -> None:
    listing = Listing(session)
    listing.resize(*SIZE)
    listing.show()
    table = listing.table
    first: list[float] = []

    def all_here() -> bool:
        if table.rows.rowCount() and not first:
            table.viewport().repaint()
            first.append(time.perf_counter())
        return table.rows.rowCount() == count

    begun = time.perf_counter()
    with Stall() as opening:
        listing.show_case(case)
        whole = wait_for(all_here)
    told = (first[0] - begun) * 1000
    print(f"{'ours: first rows painted, then every row':<44}{told:8.1f}{whole * 1000:10.1f} ms   worst stall {opening.worst * 1000:.1f} ms")  # fmt: skip
    with Stall() as jumping:
        table.scrollToBottom()
        jumped = wait_for(lambda: _painted(table))
    print(f"{'ours: jump to the end, lines painted':<44}{jumped * 1000:8.1f} ms            worst stall {jumping.worst * 1000:.1f} ms")  # fmt: skip
    table.selectAll()
    with Stall() as sorting:
        generation = table.rows.generation
        listing.filters.choose_order("host")
        shown = wait_for(lambda: table.rows.generation > generation)
        swapped = shown + wait_for(lambda: table.rows.rowCount() == count)
    print(f"{'ours: sorted anew with every row chosen':<44}{shown * 1000:8.1f}{swapped * 1000:10.1f} ms   worst stall {sorting.worst * 1000:.1f} ms")  # fmt: skip
    begun = time.perf_counter()
    chosen = len(table.chosen_ids())
    print(f"{'ours: ' + str(chosen) + ' chosen rows asked for':<44}{(time.perf_counter() - begun) * 1000:8.1f} ms")  # fmt: skip
    _settle(session)
    frames("ours", scrolled(table))
    listing.hide()


def _painted(table) -> bool:
    row = table.rows.rowCount() - 1
    return table.rows.line_at(row) is not None


def _settle(session: Session) -> None:
    wait_for(lambda: not any(session.jobs.busy(lane) for lane in Lane))


def pasted(session: Session, case: str) -> None:
    """A thousand addresses from the clipboard, then two hundred marked."""
    ground = QWidget()
    pasting = Pasting(session)
    pasting.setParent(ground)
    ground.show()
    text = "\n".join(
        f"https://tube-99.example/new/{n}?utm_source=x" for n in range(1000)
    )
    QGuiApplication.clipboard().setText(text)
    with Stall() as reading:
        pasting.show_case(case)
        took = wait_for(pasting.bar.isVisible)
    print(f"{'ours: 1,000 pasted lines told apart':<44}{took * 1000:8.1f} ms            worst stall {reading.worst * 1000:.1f} ms")  # fmt: skip
    with Stall() as adding:
        pasting.bar.add_.click()
        took = wait_for(lambda: not session.jobs.busy(Lane.VAULT))
    print(f"{'ours: 1,000 added in one step':<44}{took * 1000:8.1f} ms            worst stall {adding.worst * 1000:.1f} ms")  # fmt: skip
    table = posting_table(texts)
    marking = Marking(session, table)
    marking.setParent(ground)
    marking.case = case
    table.show_ids(session._desk.postings.listing(PostingQuery(case, "tube-99"), Silent())[:200])  # fmt: skip
    table.selectAll()
    with Stall() as stall:
        marking.bar.buttons["REQUESTED"].click()
        took = wait_for(lambda: not session.jobs.busy(Lane.VAULT))
    print(f"{'ours: 200 marked requested in one step':<44}{took * 1000:8.1f} ms            worst stall {stall.worst * 1000:.1f} ms")  # fmt: skip
    ground.hide()
    QGuiApplication.clipboard().clear()


def list_view(session: Session, case: str) -> None:
    """The same ids and lines in a list view of one column."""
    desk = session._desk
    ids = desk.postings.listing(PostingQuery(case), Silent())
    view, model = QListView(), _Plain()
    model.wanted.connect(lambda block, rows: model.fill(block, desk.postings.lines(rows), model.generation))  # fmt: skip
    view.setUniformItemSizes(True)
    view.setModel(model)
    view.resize(*SIZE)
    view.show()
    with Stall() as opening:
        begun = time.perf_counter()
        model.show_ids(ids)
        view.grab()
        took = time.perf_counter() - begun
        QApplication.processEvents()
    print(f"{'QListView: open (ids at hand)':<44}{took * 1000:8.1f} ms            worst stall {opening.worst * 1000:.1f} ms")  # fmt: skip
    with Stall() as jumping:
        begun = time.perf_counter()
        view.scrollToBottom()
        view.grab()
        took = time.perf_counter() - begun
        QApplication.processEvents()
    print(f"{'QListView: jump to the end':<44}{took * 1000:8.1f} ms            worst stall {jumping.worst * 1000:.1f} ms")  # fmt: skip
    frames("QListView, one column", scrolled(view))
    view.hide()


class _Plain(RowsModel):
    def data(self, index, role=0):
        if role == 0:
            line = super().data(index, LineRole)
            return line.url if line is not None else ""
        return super().data(index, role)


def sql_table() -> None:
    """Everything fetched into the window's thread, as QSqlTableModel is used."""
    database = QSqlDatabase.addDatabase("QSQLITE", "peer")
    database.setDatabaseName(str(FOLDER / "plain.sqlite"))
    if not database.open():
        print("QSqlTableModel: this Qt has no SQLite driver")
        return
    view, model = QTableView(), QSqlTableModel(None, database)
    model.setTable("r_posting")
    view.resize(*SIZE)
    view.show()

    def load(column: str) -> tuple[float, float]:
        with Stall() as stall:
            begun = time.perf_counter()
            model.setSort(model.fieldIndex(column), Qt.SortOrder.DescendingOrder)  # fmt: skip
            model.select()
            while model.canFetchMore():
                model.fetchMore()
            view.setModel(model)
            for at in range(model.columnCount()):
                view.setColumnHidden(at, model.record().fieldName(at) not in SHOWN)
            view.grab()
            took = time.perf_counter() - begun
            QApplication.processEvents()
        return took * 1000, stall.worst * 1000

    for name, column in (("load everything", "found_on"), ("sorted anew", "url_host")):
        took, worst = load(column)
        print(f"{'QSqlTableModel: ' + name:<44}{took:8.1f} ms            worst stall {worst:.1f} ms")  # fmt: skip
    begun = time.perf_counter()
    view.scrollToBottom()
    view.grab()
    print(f"{'QSqlTableModel: jump to the end':<44}{(time.perf_counter() - begun) * 1000:8.1f} ms")  # fmt: skip
    frames("QSqlTableModel, QTableView", scrolled(view))
    view.hide()
    view.setModel(None)
    model.clear()


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--whole", action="store_true")
    parser.add_argument("--postings", type=int)
    asked = parser.parse_args()
    count = asked.postings or (100_000 if asked.whole else 10_000)
    app = QApplication([])
    theme.prepare(app)
    theme.apply(app, "light")
    begun = time.perf_counter()
    desk, case = filled(count)
    print(
        f"{count:,} postings, filled in {time.perf_counter() - begun:.0f} s; load average {os.getloadavg()[0]:.1f}"
    )
    session = Session(Jobs(), texts, FOLDER / "workspace")
    session.open(desk)
    ours(session, case, count)
    pasted(session, case)
    list_view(session, case)
    sql_table()
    session.leave()
    session.jobs.close()
    desk.close()
    print(f"peak memory of everything above {peak_mb():.0f} MB; load average {os.getloadavg()[0]:.1f}")  # fmt: skip
    shutil.rmtree(FOLDER)


if __name__ == "__main__":
    main()
