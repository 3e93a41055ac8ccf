"""Of which time a paper tells (기간): two days as people write them, or all of the time."""

from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from intake.clock import local, wall_ms
from intake.text import Texts
from ui.widgets import column, row, say, words
from ui.widgets.field import Field
from ui.widgets.spoken_date import read_date


@dataclass(frozen=True, slots=True)
class Span:
    """The fields of a period, as they were read."""

    first: str = ""
    last: str = ""
    right: bool = True


class PeriodFields(QWidget):
    """``changed``: True at once, False after a pause."""

    changed = Signal(bool)

    def __init__(self, texts: Texts) -> None:
        """Ask for all of the time."""
        super().__init__()
        self._texts = texts
        self.first, self.last = Field(texts("papers-field-first")), Field(texts("papers-field-last"))  # fmt: skip
        for one in (self.first, self.last):
            one.line.setPlaceholderText(texts("papers-period-all"))
            one.edited.connect(lambda: self.changed.emit(False))
            one.submitted.connect(lambda: self.changed.emit(True))
        self._wrong = words("", "small", tone="danger")
        self._wrong.hide()
        self.setLayout(column(row(self.first, self.last, gap=8), self._wrong, gap=4))

    def set_period(self, first: str, last: str) -> None:
        """Fill both."""
        self.first.set_text(first)
        self.last.set_text(last)

    def span(self) -> Span:
        """Return what was typed as days; what is no day is named."""
        today = local(wall_ms()).date()
        said = [line.text() for line in (self.first, self.last)]
        days = [read_date(one, today) if one else "" for one in said]
        wrong = None in days
        say(self._wrong, self._texts("papers-no-day") if wrong else "", "danger")
        return Span(right=False) if wrong else Span(str(days[0]), str(days[1]))
