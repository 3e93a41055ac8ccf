"""Start to first paint of the lock screen, and opening a list of 100,000 rows.

Run with ``python -m tests.bench.bench_window``. The peer in the same run is an empty window of
the same toolkit: what the house adds is the difference.
"""

import os
import statistics
import subprocess
import sys
import time
from array import array
from pathlib import Path

from PySide6.QtWidgets import QApplication, QListView

from ui.tables import RowList, RowPainter, RowsModel

ROWS = 100_000
RUNS = 9
HOUSE = Path(__file__).resolve().parents[2]

EMPTY = """
import sys, time
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QWidget
app = QApplication([])
class W(QWidget):
    def paintEvent(self, event):
        QTimer.singleShot(0, app.quit)
w = W(); w.resize(1280, 800); w.show()
app.exec()
"""

OURS = """
import sys
from pathlib import Path
from PySide6.QtCore import QEvent, QObject, QTimer
import ui.app
from ui.window import Window
class Eye(QObject):
    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint:
            QTimer.singleShot(0, lambda: __import__("os")._exit(0))
        return False
eye = Eye()
real = Window.__init__
def watched(self, *args):
    real(self, *args)
    self.installEventFilter(eye)
Window.__init__ = watched
sys.argv = ["ieum"]
ui.app.run(ui.app.Start(Path(sys.argv[0] + "-nowhere")))
"""


def started(*codes: str) -> list[float]:
    """Return the seconds from the start of each process to its first paint, turn by turn."""
    os.environ["PYTHONPYCACHEPREFIX"] = str(HOUSE / "build" / "bench" / "compiled")
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    for code in codes:  # an installed program is compiled already
        once(code)
    turns = [[once(code) for code in codes] for _ in range(RUNS)]
    return [statistics.median(took) for took in zip(*turns, strict=True)]


def once(code: str) -> float:
    """Return the seconds one process took."""
    begun = time.perf_counter()
    subprocess.run(
        [sys.executable, "-c", code],
        cwd=HOUSE,
        check=True,
        env=os.environ,
        stderr=subprocess.DEVNULL,
    )
    return time.perf_counter() - begun


def opened() -> tuple[float, float]:
    """Return the seconds to open a list of 100,000 rows with our list and with QListView."""
    app = QApplication.instance() or QApplication([])
    ids = array("q", range(ROWS))

    def once(view, model):
        view.resize(336, 800)
        begun = time.perf_counter()
        view.show()
        model.show_ids(ids)
        view.grab()
        took = time.perf_counter() - begun
        view.hide()
        return took

    ours, theirs = [], []
    for _ in range(RUNS):
        listed = RowList("bench", RowPainter())
        answer(listed.rows)
        ours.append(once(listed, listed.rows))
        plain, model = QListView(), RowsModel()
        answer(model)
        plain.setUniformItemSizes(True)
        plain.setModel(model)
        theirs.append(once(plain, model))
    del app
    return statistics.median(ours), statistics.median(theirs)


def answer(model) -> None:
    model.wanted.connect(
        lambda block, rows: model.fill(
            block, [str(row) for row in rows], model.generation
        )
    )


def main() -> None:
    """Print the figures and their ratios."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    empty, ours = started(EMPTY, OURS)
    print(
        f"first paint: empty window {empty:.2f} s, ours {ours:.2f} s, ratio {ours / empty:.1f}"
    )
    list_ours, list_theirs = opened()
    print(
        f"list of {ROWS:,} rows: ours {list_ours * 1000:.0f} ms,"
        f" QListView {list_theirs * 1000:.0f} ms, ratio {list_theirs / list_ours:.0f}"
    )


if __name__ == "__main__":
    main()
