"""What is asked at the top of the page: about whom, of which time, and counting again.

* Days, months and years are read as people say them; what is none is named beside the field.
* The whole country is asked for at the central desk only; one perpetrator only where the page
  was opened from there.
"""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QSizePolicy, QVBoxLayout, QWidget

from intake.text import Texts
from ui.screens.statistics.period import (
    QUICK,
    Span,
    in_order,
    quick,
    quick_name,
    read_span,
    today,
)
from ui.widgets import Button, Choices, ProgressLine, row, say, words
from ui.widgets.field import LineEdit

if TYPE_CHECKING:
    from intake.desk.views.figures import Asked

_FIELD = 116
WHOM = ("CENTER", "NATION", "PROFILE")


class AskBar(QWidget):
    """Stands above everything; ``wanted`` says that it should be counted."""

    wanted = Signal()

    def __init__(self, texts: Texts) -> None:
        """Ask about this center in this year."""
        super().__init__()
        self._texts, self.about = texts, ""
        says = texts
        self.setProperty("ground", "surface")
        self.setObjectName("header")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.whom = Choices([(one, says(f"stat-whom-{one.lower()}")) for one in WHOM], says("stat-whom"), digits=False, kind="chip")  # fmt: skip
        self.quick = Choices([(one, says(f"stat-{one}")) for one in QUICK], says("stat-period"), digits=False, kind="chip")  # fmt: skip
        self.first = LineEdit(says("stat-first"), says("stat-first-hint"))
        self.last = LineEdit(says("stat-last"), says("stat-last-hint"))
        self.again = Button(says("stat-again"), icon="refresh-cw").on(self.wanted.emit)
        self.small = QCheckBox(says("stat-small"))
        self.small.setToolTip(says("stat-small-hint"))
        self.small.hide()
        self.small.toggled.connect(lambda _on: self.wanted.emit())
        self.progress = ProgressLine(says)
        self._wrong, self._as_of = words("", "small", tone="danger"), words("", "small", wrap=False)  # fmt: skip
        self._wrong.hide()
        self._stand()
        self.show_whom("CENTER", central=False)
        self.show_span(quick("this-year", today()))

    def asked(self) -> "Asked | None":
        """Return what is asked; None where a day is no day, which is named."""
        from intake.desk.views.figures import Asked  # noqa: PLC0415 - loads the core

        span = read_span(self.first.text(), self.last.text(), today())
        wrong = "stat-no-day" if span is None else "" if in_order(span) else "stat-ends-first"  # fmt: skip
        say(self._wrong, self._texts(wrong) if wrong else "", "danger")
        if wrong or span is None:
            return None
        self.show_span(span)
        kind = next(iter(self.whom.values), "CENTER")
        return Asked(kind, self.about if kind == "PROFILE" else "", *span)

    def show_whom(self, kind: str, *, central: bool, about: str = "") -> None:
        """Offer whom may be asked about here, with one of them chosen."""
        self.about = about
        self.whom.button("NATION").setVisible(central)
        self.whom.button("PROFILE").setVisible(bool(about))
        self.whom.setVisible(central or bool(about))  # else there is only one
        self.whom.choose(kind)

    def show_span(self, span: Span) -> None:
        """Show a span in the fields, and which quick choice it is."""
        self.first.setText(span[0])
        self.last.setText(span[1])
        self.quick.choose(quick_name(span, today()))

    def show_as_of(self, sentence: str, more: str = "") -> None:
        """Say of which moment the numbers are."""
        self._as_of.setText(sentence)
        self._as_of.setToolTip(more)

    def _stand(self) -> None:
        box = QVBoxLayout(self)
        box.setContentsMargins(24, 10, 24, 10)
        box.setSpacing(6)
        for one in (self.first, self.last):
            one.setFixedWidth(_FIELD)
            one.returnPressed.connect(self.wanted)
        dash = words("–", "muted", wrap=False)
        box.addLayout(row(self.quick, 8, self.first, dash, self.last, 4, self.again, None, gap=6))  # fmt: skip
        box.addLayout(row(self._as_of, None, self.small))
        box.addWidget(self._wrong)
        box.addWidget(self.progress)
        self.quick.chosen.connect(self._on_quick)
        self.whom.chosen.connect(lambda _values: self.wanted.emit())

    def _on_quick(self, values: tuple[str, ...]) -> None:
        if values:
            self.show_span(quick(values[0], today()))
            self.wanted.emit()
