"""The numbers that stand large (수치): each with its unit, its name and its rule below.

* What only may be part of a number is told apart and never added.
* A number that is pressed opens to its rows.
"""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from intake.text import Texts
from ui.screens.statistics.reading import counted
from ui.widgets import Button, row, words

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from intake.desk.views.figures import FigureLine

_LEAST, _MOST = 208, 4


class FigureCard(Button):
    """A number to press."""

    def __init__(self, texts: Texts, line: "FigureLine") -> None:
        """Show a number with its rule."""
        figure, says = texts.number(line.value), texts
        doubtful = says("stat-doubtful", count=line.doubtful, unit=line.unit_label) if line.doubtful else ""  # fmt: skip
        name = says("stat-figure-name", label=line.label, number=counted(says, line.value, line.unit, line.unit_label))  # fmt: skip
        super().__init__("", name=name)
        self.line = line
        self.setProperty("kind", "figure")
        self.setAccessibleDescription(" ".join(filter(None, (line.how, doubtful))))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.MinimumExpanding)  # fmt: skip
        box = QVBoxLayout(self)
        box.setContentsMargins(16, 12, 14, 12)
        box.setSpacing(3)
        large = words(figure, "figure", wrap=False)
        unit = words(line.unit_label, "muted", wrap=False)
        head = row(large, unit, None, gap=4)
        head.setAlignment(unit, Qt.AlignmentFlag.AlignBottom)
        told = [words(line.label, "strong"), words(line.how, "small")]
        told += [words(doubtful, "small", tone="wait")] if doubtful else []
        box.addLayout(head)
        for one in told:
            box.addWidget(one)
        box.addStretch(1)
        for one in (large, unit, *told):
            one.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.click()
        else:
            super().keyPressEvent(event)

    @override
    def sizeHint(self) -> QSize:
        inner = self.layout()
        return QSize(_LEAST, inner.totalSizeHint().height() if inner else 0)

    @override
    def minimumSizeHint(self) -> QSize:
        inner = self.layout()
        high = inner.totalHeightForWidth(self.width()) if inner else 0
        return QSize(_LEAST, high)


class FigureGrid(QWidget):
    """Cards in as many columns as there is room for."""

    def __init__(self, cards: Sequence[FigureCard]) -> None:
        """Hold cards in reading order."""
        super().__init__()
        self._cards, self._columns = tuple(cards), 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(10)
        self._stand(_MOST)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(_LEAST, self._grid.minimumSize().height())

    @override
    def resizeEvent(self, event: "QResizeEvent") -> None:
        super().resizeEvent(event)
        self._stand(max(1, min(_MOST, event.size().width() // _LEAST)))

    def _stand(self, columns: int) -> None:
        if columns == self._columns:
            return
        for at in range(_MOST):
            self._grid.setColumnStretch(at, int(at < columns))
        self._columns = columns
        for at, card in enumerate(self._cards):
            self._grid.addWidget(card, at // columns, at % columns)


class Figures(FigureGrid):
    """The cards; ``chosen`` carries a ``FigureLine``."""

    chosen = Signal(object)

    def __init__(self, texts: Texts, lines: Sequence["FigureLine"]) -> None:
        """Show a card for every number."""
        self.cards = {one.rule: FigureCard(texts, one) for one in lines}
        super().__init__(tuple(self.cards.values()))
        for card in self.cards.values():
            card.on(self._telling(card.line))

    def _telling(self, line: "FigureLine") -> Callable[[], None]:
        return lambda: self.chosen.emit(line)
