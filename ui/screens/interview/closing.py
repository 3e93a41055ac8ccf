"""The end of an interview (마무리): read it back, see what was not asked, agree on the next day.

Nothing here has to be filled in. What was not asked is a place to go to, never a gate.
"""

from collections.abc import Callable, Iterable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from intake.clock import local, wall_ms
from intake.desk.views import SectionLine, SummaryView
from intake.text import Texts
from ui.widgets import Button, Card, column, row, rule, say, words
from ui.widgets.field import Field
from ui.widgets.flow import flowing
from ui.widgets.spoken_date import read_date, shown_date

_LABEL = 232
_DAY = 10  # the length of a whole date


class ClosingPage(QWidget):
    """Read back, then finish."""

    finished = Signal(object)  # the next contact as YYYY-MM-DD, or None
    left = Signal(str)  # a section to go to, or a blank: to where one was

    def __init__(self, texts: Texts) -> None:
        """Stand empty."""
        super().__init__()
        self._texts = texts
        self._lines, self._missing = QWidget(), QWidget()
        self._read_back = Card(
            words(texts("casework-read-back"), "heading"),
            words(texts("casework-read-back-hint"), "muted"),
            self._lines,
        )
        self._gaps = Card(
            words(texts("casework-missing"), "heading"),
            words(texts("casework-missing-hint"), "muted"),
            self._missing,
            ground="soft",
        )
        self.next = Field(
            texts("casework-next-contact"), placeholder=texts("casework-day-example")
        )
        self.next.setFixedWidth(260)
        self.next.edited.connect(self._show_taken)
        self._taken = words("", "muted")
        self.done = Button(texts("casework-finish"), "primary", icon="check")
        self.done.on(lambda: self.finished.emit(self._day()))
        self.done.setAutoDefault(True)
        back = Button(texts("casework-back-to-questions"), icon="arrow-left")
        back.on(lambda: self.left.emit(""))
        box = column(
            words(texts("casework-closing"), "title"),
            self._read_back,
            self._gaps,
            Card(self.next, self._taken),
            row(back, None, self.done),
            None,
            gap=16,
        )
        self.setLayout(box)
        self._show_taken()

    def show_summary(self, summary: SummaryView) -> None:
        """Show what was said, to read it back."""
        fresh, grid = QWidget(), QGridLayout()
        fresh.setLayout(grid)
        grid.setContentsMargins(0, 4, 0, 0)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(1, 1)
        for at, line in enumerate(summary.lines):
            label = words(line.label_id, "muted")
            label.setFixedWidth(_LABEL)
            grid.addWidget(label, 2 * at, 0)
            grid.addWidget(words(shown_date(line.text, self._texts)), 2 * at, 1)
            if at + 1 < len(summary.lines):
                grid.addWidget(rule(), 2 * at + 1, 0, 1, 2)
        if not summary.lines:
            grid.addWidget(words(self._texts("casework-nothing-said"), "muted"), 0, 0)
        self._lines = _replace(self._read_back.body, self._lines, fresh)

    def show_gaps(self, sections: Iterable[SectionLine]) -> None:
        """Show where something was not asked; a press goes there."""
        open_ = [one for one in sections if one.answered < one.total]
        chips = [self._gap(section) for section in open_]
        self._missing = _replace(self._gaps.body, self._missing, flowing(*chips, gap=6))
        self._gaps.setVisible(bool(open_))

    def show_next(self, day: str) -> None:
        """Show the day that was agreed on among the questions."""
        self.next.set_text(self._texts.day(day) if day else "")

    def _gap(self, section: SectionLine) -> Button:
        left = section.total - section.answered
        name = self._texts("casework-missing-in", title=section.title, count=left)
        chip = Button(f"{section.title}  {left}", "chip", name=name)
        return chip.on(self._leaving_for(section.path))

    def _leaving_for(self, section: str) -> Callable[[], None]:
        return lambda: self.left.emit(section)

    def _day(self) -> str | None:
        return read_date(self.next.text(), local(wall_ms()).date(), ahead=True)

    def _show_taken(self) -> None:
        taken, said = self._day(), self.next.text()
        whole = taken is not None and len(taken) == _DAY
        self.done.setEnabled(whole or not said)
        if whole and taken is not None:
            day = self._texts.day(taken)
            say(self._taken, self._texts("casework-date-kept", day=day))
        else:
            say(self._taken, self._texts("casework-day-needed") if said else "")


def _replace(box: QVBoxLayout, old: QWidget, fresh: QWidget) -> QWidget:
    box.replaceWidget(old, fresh)
    old.hide()
    old.deleteLater()
    return fresh
