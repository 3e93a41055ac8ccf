"""Three ways to show a long list, driven alike: ours, everything in QListView, 256 at a time."""

import time
from array import array
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication, QListView

from intake.progress import Silent
from intake.register import ListQuery, Register
from intake.vault import Vault
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


VIEWS = {"ours": ours, "list": everything, "fetch": fetching}
