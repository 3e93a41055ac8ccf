"""The end of an interview (마무리): read it back, see what was not asked, agree on the next day.

Nothing here has to be filled in. What was not asked is a list to look at, never a gate.
"""

import datetime as dt

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from intake.clock import local, wall_ms
from intake.desk.views import SummaryView
from intake.text import Texts
from ui.widgets import Button, Card, column, row, rule, words
from ui.widgets.field import Field
from ui.widgets.spoken_date import read_date

_LABEL = 232
_DAY = 10  # the length of a whole date


class ClosingPage(QWidget):
    """Read back, then finish."""

    finished = Signal(object)  # the next contact as YYYY-MM-DD, or None
    left = Signal()

    def __init__(self, texts: Texts) -> None:
        """Stand empty."""
        super().__init__()
        self._texts = texts
        self._lines, self._missing = QWidget(), words("", "muted")
        self._lines.setLayout(QVBoxLayout())
        self._gaps = Card(
            words(texts("casework-missing"), "heading"),
            words(texts("casework-missing-hint"), "muted"),
            self._missing,
            ground="soft",
        )
        self.next = Field(
            texts("casework-next-contact"),
            placeholder=texts("casework-date-example"),
        )
        self.next.setFixedWidth(260)
        self._taken = words("", "muted")
        self.next.edited.connect(self._show_taken)
        self.done = Button(texts("casework-finish"), "primary", icon="check")
        self.done.on(self._on_done)
        back = Button(texts("casework-back-to-questions"), icon="arrow-left")
        back.on(self.left.emit)
        read_back = Card(
            words(texts("casework-read-back"), "heading"),
            words(texts("casework-read-back-hint"), "muted"),
            self._lines,
            gap=8,
        )
        box = column(
            words(texts("casework-closing"), "title"),
            read_back,
            self._gaps,
            Card(self.next, self._taken),
            row(back, None, self.done),
            None,
            gap=16,
        )
        self.setLayout(box)

    def show_summary(self, summary: SummaryView) -> None:
        """Show what was said, to read it back, and what was not asked."""
        old, grid = self._lines, QGridLayout()
        self._lines = QWidget()
        grid.setContentsMargins(0, 4, 0, 0)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(8)
        grid.setColumnMinimumWidth(0, _LABEL)
        grid.setColumnStretch(1, 1)
        for at, line in enumerate(summary.lines):
            label = words(line.label_id, "muted")
            label.setFixedWidth(_LABEL)
            grid.addWidget(label, 2 * at, 0)
            grid.addWidget(words(line.text), 2 * at, 1)
            if at + 1 < len(summary.lines):
                grid.addWidget(rule(), 2 * at + 1, 0, 1, 2)
        if not summary.lines:
            grid.addWidget(words(self._texts("casework-nothing-said"), "muted"), 0, 0)
        self._lines.setLayout(grid)
        above = old.parentWidget()
        if above is not None and above.layout() is not None:
            above.layout().replaceWidget(old, self._lines)
        old.hide()
        old.deleteLater()
        self._missing.setText(" · ".join(summary.missing))
        self._gaps.setVisible(bool(summary.missing))

    def _read(self) -> str | None:
        return read_date(self.next.text(), _today())

    def _show_taken(self) -> None:
        taken, said = self._read(), self.next.text()
        whole = taken is not None and len(taken) == _DAY
        self.done.setEnabled(whole or not said)
        if not said:
            self._taken.setText("")
        elif taken is None or not whole:
            self._taken.setText(self._texts("casework-day-needed"))
        else:
            day = self._texts.day(taken)
            self._taken.setText(self._texts("casework-date-kept", day=day))

    def _on_done(self) -> None:
        self.finished.emit(self._read())


def _today() -> dt.date:
    return local(wall_ms()).date()
