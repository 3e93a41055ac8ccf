"""A new case begins with two things: how the person reached us, and a name to use."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from typing_extensions import override

from intake.desk.views.people import SimilarLine
from intake.text import Texts
from ui.widgets import Button, Card, Choices, row, words
from ui.widgets.choice_columns import columns_for
from ui.widgets.code_words import code_choices
from ui.widgets.field import Field
from ui.widgets.similar import SimilarPeople
from ui.widgets.tab_order import settle_tabs

_BREATH_MS = 300  # typing rests so long before anybody is looked for


class BeginPage(QWidget):
    """Route and name; ``begun`` carries both.

    Whoever may have been here before is shown below a typed name; ``recognised`` carries the
    line that somebody chose, after asking the person.
    """

    begun = Signal(str, str)
    named = Signal(str)
    recognised = Signal(object)

    def __init__(self, texts: Texts) -> None:
        """Offer every route."""
        super().__init__()
        title = texts("gate-route")
        offered = code_choices(texts.language, "route")
        columns = columns_for((label for _code, label in offered), self)
        self.routes = Choices(offered, title, columns=columns)
        self.routes.chosen.connect(self._on_chosen)
        self.alias = Field(texts("gate-alias"), texts("gate-alias-help"))
        self.alias.submitted.connect(self._on_go)
        self._breath = QTimer(self, singleShot=True, interval=_BREATH_MS)
        self._breath.timeout.connect(lambda: self.named.emit(self.alias.text()))
        self.alias.edited.connect(self._breath.start)
        self.similar = SimilarPeople(texts)
        self.similar.chosen.connect(self.recognised)
        self.go = Button(texts("gate-continue"), "primary", icon="arrow-right")
        self.go.on(self._on_go)
        self.go.setAutoDefault(True)
        self.go.setEnabled(False)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(16)
        box.addWidget(Card(words(title, "heading"), self.routes, gap=12))
        box.addWidget(Card(self.alias))
        box.addLayout(row(None, self.go))
        box.addWidget(self.similar)  # below: what a hand is going for never moves
        box.addStretch(1)

    def start(self) -> None:
        """Stand blank, with the focus on the first route."""
        self.routes.choose()
        self.alias.set_text("")
        self._breath.stop()
        self.similar.show_lines(())
        self.go.setEnabled(False)
        self.routes.focus_first()

    def show_similar(self, name: str, lines: Sequence[SimilarLine]) -> None:
        """Show who may have been here before, if this is still the name."""
        self.similar.show_lines(lines if name == self.alias.text() else ())
        settle_tabs(self)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        here = QApplication.focusWidget()
        choosing = here is not None and self.routes.isAncestorOf(here)
        if choosing and event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.alias.line.setFocus()
        else:
            super().keyPressEvent(event)

    def _on_chosen(self, values: tuple[str, ...]) -> None:
        self.go.setEnabled(bool(values))

    def _on_go(self) -> None:
        if self.routes.values:
            self.begun.emit(self.routes.values[0], self.alias.text())
