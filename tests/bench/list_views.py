"""Ways to show a long list, driven alike, and the real pane of cases.

Ours, everything in ``QListView``, 256 rows at a time over the encrypted rows, and the real
``QSqlTableModel``, which can open a plain file only and gets one with the same rows.
"""

import time
from array import array
from collections.abc import Callable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, Qt, QTimer, Signal
from PySide6.QtSql import (  # noqa: TID251 - the peer, over a plain file of its own
    QSqlDatabase,
    QSqlTableModel,
)
from PySide6.QtWidgets import QApplication, QListView, QTableView

from intake.desk import Desk
from intake.desk.views import CaseQuery
from intake.progress import Silent
from intake.register import ListQuery, Register
from intake.text import texts
from intake.vault import Vault
from ui import theme
from ui.jobs import Jobs, Lane
from ui.screens.cases.screen import CasePane
from ui.session import Session
from ui.tables import RowList, RowPainter

QUERY = ListQuery("posting", order=("-found_on",))
SQL = "SELECT url FROM r_posting WHERE deleted IS NULL ORDER BY found_on DESC, row DESC"  # fmt: skip
_FETCH, _TICK = 256, 2


class Bridge(QObject):
    """Brings a reader's answer home to the window thread."""

    came = Signal(object, object)

    def __init__(self, reader: ThreadPoolExecutor) -> None:
        super().__init__()
        self._reader, self.waiting = reader, 0
        self.came.connect(self._home)

    def ask(self, work: Callable[[], object], then: Callable[[object], None]) -> None:
        self.waiting += 1
        job: Future[object] = self._reader.submit(work)
        job.add_done_callback(lambda done: self.came.emit(then, done.result()))

    def _home(self, then: Callable[[object], None], answer: object) -> None:
        self.waiting -= 1
        then(answer)


class Stall:
    """How late the event loop ever was."""

    def __init__(self) -> None:
        self.worst, self._last = 0.0, time.perf_counter()
        self._timer = QTimer(interval=_TICK)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._on_tick)
        self._timer.start()

    def _on_tick(self) -> None:
        now = time.perf_counter()
        self.worst = max(self.worst, (now - self._last) * 1000 - _TICK)
        self._last = now


def until(app: QApplication, done: Callable[[], bool]) -> float:
    """Run the event loop until something is so; return the milliseconds it took."""
    start = time.perf_counter()
    while not done():
        app.processEvents()
        time.sleep(0.0005)
    return (time.perf_counter() - start) * 1000


def ours(register: Register, _vault: Vault, reader: ThreadPoolExecutor) -> dict[str, float]:  # fmt: skip
    app = QApplication([])
    stall, bridge = Stall(), Bridge(reader)
    listed = RowList("bench", RowPainter())
    model = listed.rows

    def lines(numbers: "array[int]") -> list[str]:
        return [str(row["url"]) for row in register.rows("posting", tuple(numbers))]

    model.wanted.connect(
        lambda block, numbers: bridge.ask(
            lambda: lines(numbers),
            lambda told, at=model.generation: model.fill(block, told, at),
        )
    )
    listed.resize(600, 800)
    listed.show()
    start = time.perf_counter()
    first: list[object] = []
    bridge.ask(lambda: [str(row["url"]) for row in register.first(QUERY, 200)], lambda told: (model.show_lines(told), first.append(1)))  # fmt: skip
    until(app, lambda: bool(first))
    listed.grab()
    painted = (time.perf_counter() - start) * 1000
    every: list[object] = []
    bridge.ask(lambda: register.ids(QUERY, Silent()), lambda ids: (model.show_ids(ids), every.append(1)))  # fmt: skip
    until(app, lambda: bool(every) and not bridge.waiting)
    whole = (time.perf_counter() - start) * 1000
    return _driven(app, stall, listed, (painted, whole), lambda: not bridge.waiting)


def _driven(
    app: QApplication,
    stall: Stall,
    view: QListView,
    took: tuple[float, float],
    quiet: Callable[[], bool],
    *,
    load: Callable[[], None] = lambda: None,
) -> dict[str, float]:
    start = time.perf_counter()
    load()
    view.scrollToBottom()
    view.grab()
    until(app, quiet)
    view.grab()
    end = (time.perf_counter() - start) * 1000
    until(app, quiet)
    app.processEvents()
    frames = []
    bar = view.verticalScrollBar()
    for part in (0.1, 0.9, 0.3, 0.7, 0.5, 0.2, 0.8, 0.4, 0.6, 0.05):
        start = time.perf_counter()
        bar.setValue(int(bar.maximum() * part))
        view.grab()
        until(app, quiet)
        view.grab()
        frames.append((time.perf_counter() - start) * 1000)
    return {
        "first page painted, ms": took[0],
        "all rows there, ms": took[1],
        "jump to the end, ms": end,
        "anywhere by the bar, worst ms": max(frames),
        "worst stall, ms": stall.worst,
    }


class Strings(QAbstractListModel):
    """Everything, in memory."""

    def __init__(self, rows: list[str]) -> None:
        super().__init__()
        self.lines = rows

    def rowCount(self, parent: QModelIndex = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.lines)

    def data(self, index: QModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:  # fmt: skip
        return self.lines[index.row()] if role == Qt.ItemDataRole.DisplayRole else None


class Fetching(Strings):
    """256 more whenever the view wants more, like ``QSqlTableModel``, on the window thread."""

    def __init__(self, cursor: object) -> None:
        super().__init__([])
        self._cursor, self._more = cursor, True

    def canFetchMore(self, _parent: QModelIndex) -> bool:
        return self._more

    def fetchMore(self, _parent: QModelIndex) -> None:
        rows = self._cursor.fetchmany(_FETCH)  # type: ignore[attr-defined]
        self._more = len(rows) == _FETCH
        if rows:
            at = len(self.lines)
            self.beginInsertRows(QModelIndex(), at, at + len(rows) - 1)
            self.lines += [row[0] for row in rows]
            self.endInsertRows()


def _plain() -> QListView:
    view = QListView()
    view.setUniformItemSizes(True)
    view.resize(600, 800)
    view.show()
    return view


def everything(_register: Register, vault: Vault, reader: ThreadPoolExecutor) -> dict[str, float]:  # fmt: skip
    app = QApplication([])
    stall, bridge, view = Stall(), Bridge(reader), _plain()
    start = time.perf_counter()
    there: list[object] = []

    def load() -> list[str]:
        with vault.reading() as db:
            return [row[0] for row in db.each(SQL)]

    models: list[Strings] = []

    def show(rows: list[str]) -> None:
        models.append(Strings(rows))
        view.setModel(models[0])
        there.append(1)

    bridge.ask(load, show)
    until(app, lambda: bool(there))
    view.grab()
    took = (time.perf_counter() - start) * 1000
    return _driven(app, stall, view, (took, took), lambda: True)


def fetching(_register: Register, vault: Vault, _reader: ThreadPoolExecutor) -> dict[str, float]:  # fmt: skip
    app = QApplication([])
    stall, view = Stall(), _plain()
    start = time.perf_counter()
    with vault.reading() as db:
        model = Fetching(db.execute(SQL))
        view.setModel(model)
        view.grab()
        painted = (time.perf_counter() - start) * 1000
        app.processEvents()

        def walk() -> None:
            while model.canFetchMore(QModelIndex()):
                model.fetchMore(QModelIndex())

        told = _driven(app, stall, view, (painted, 0.0), lambda: True, load=walk)
    told["all rows there, ms"] = told["jump to the end, ms"]
    return told


def sql_table(path: Path) -> dict[str, float]:
    """Fetch everything from a plain file into the window thread, as QSqlTableModel is used."""
    app = QApplication([])
    database = QSqlDatabase.addDatabase("QSQLITE", "peer")
    database.setDatabaseName(str(path))
    if not database.open():
        return {}
    stall, view, model = Stall(), QTableView(), QSqlTableModel(None, database)
    view.resize(600, 800)
    view.show()
    start = time.perf_counter()
    model.setTable("r_posting")
    model.setSort(model.fieldIndex("found_on"), Qt.SortOrder.DescendingOrder)
    model.select()
    view.setModel(model)
    for at in range(model.columnCount()):
        view.setColumnHidden(at, model.record().fieldName(at) != "url")
    view.grab()
    painted = (time.perf_counter() - start) * 1000
    app.processEvents()

    def walk() -> None:
        while model.canFetchMore():
            model.fetchMore()

    told = _driven(app, stall, view, (painted, 0.0), lambda: True, load=walk)
    told["all rows there, ms"] = told["jump to the end, ms"]
    return told


# --- the pane of cases, as it stands in the window ------------------------------------------


class Pane:
    """The real pane over a desk; every step says how long it took and the worst stall."""

    def __init__(self, desk: Desk, folder: Path, typed: Sequence[str]) -> None:
        self.app = QApplication([])
        theme.prepare(self.app)
        theme.apply(self.app, "light")
        self.stall, self.typed = Stall(), typed
        self.session = Session(Jobs(), texts, folder)
        self.session.open(desk)
        self.pane = CasePane(self.session)
        self.rows = self.pane.list.rows
        self.told: dict[str, float] = {}

    def settled(self) -> bool:
        return not any(self.session.jobs.busy(lane) for lane in Lane)

    def step(self, name: str, act: Callable[[], object]) -> None:
        """Note when something new is painted, and when everything asked for is there."""
        before, self.stall.worst = self.rows.generation, 0.0
        start = time.perf_counter()
        act()
        until(self.app, lambda: self.rows.generation > before or self.settled())
        self.pane.list.grab()
        self.told[f"{name}: painted"] = (time.perf_counter() - start) * 1000
        until(self.app, self.settled)
        self.pane.list.grab()
        until(self.app, self.settled)
        self.told[f"{name}: whole"] = (time.perf_counter() - start) * 1000
        self.told[f"{name}: worst stall"] = self.stall.worst
        self.told[f"{name}: rows"] = self.rows.rowCount()

    def typing(self) -> None:
        """Type letter by letter; each letter waits for its first answer."""
        took, self.stall.worst = [], 0.0
        for word in self.typed:
            for end in range(1, len(word) + 1):
                start, before = time.perf_counter(), self.rows.generation
                self.pane.search.setText(word[:end])
                until(self.app, lambda at=before: self.rows.generation > at or self.settled())  # fmt: skip
                took.append((time.perf_counter() - start) * 1000)
                until(self.app, self.settled)
            self.pane.search.setText("")
            until(self.app, self.settled)
        took.sort()
        self.told |= {
            "typed letter by letter: p50": took[len(took) // 2],
            "typed letter by letter: p95": took[int(len(took) * 0.95)],
            "typed letter by letter: worst stall": self.stall.worst,
        }

    def run(self) -> dict[str, float]:
        pane = self.pane
        pane.resize(420, 800)
        self.step("opened", pane.show)
        self.step("jump to the end", pane.list.scrollToBottom)
        for name in ("minor", "mine", "deleting"):
            self.step(f"filter {name}", pane.chips[name].click)
            self.step(f"filter {name} off", pane.chips[name].click)
        for name, query in (
            ("state", CaseQuery(state="DELETING")),
            ("counselor", CaseQuery(counselor="김다정")),
            ("days", CaseQuery(since="2026-01", until="2026-03")),
        ):
            self.step(f"filter {name}", lambda asked=query: pane.use(asked))
        self.step("no filter", lambda: pane.use(CaseQuery()))
        self.typing()
        self.session.leave()
        self.session.jobs.close()
        return {name: took for name, took in self.told.items() if " off:" not in name}


VIEWS = {"ours": ours, "list": everything, "fetch": fetching}
