"""What the patterns of a chart mean (범례)."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget
from typing_extensions import override

from ui.widgets.chart_ink import Ink, fill_bar, ink_of, mark_gap
from ui.widgets.flow import flowing
from ui.widgets.words import words

_WIDE, _HIGH, _GAP, _LINE = 22, 14, 16, 18


class InkSample(QWidget):
    """A small piece of a series, or of a gap; it says nothing the words beside it do not."""

    def __init__(self, ink: Ink | None) -> None:
        """Show an ink; None: a number that is not shown."""
        super().__init__()
        self._ink = ink
        self.setFixedSize(_WIDE, _HIGH)

    @override
    def sizeHint(self) -> QSize:
        return QSize(_WIDE, _HIGH)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        place = QRectF(0.5, 0.5, _WIDE - 1, _HIGH - 1)
        if self._ink is None:
            mark_gap(painter, place)
        else:
            fill_bar(painter, place, self._ink)
        painter.end()


class ChartLegend(QWidget):
    """Every series with its word; what has no room goes to the next line."""

    def __init__(self, series: Sequence[str], hidden: str = "") -> None:
        """Explain ``series``; ``hidden`` is the word for a number that is not shown."""
        super().__init__()
        parts = [_said(InkSample(ink_of(at)), name) for at, name in enumerate(series)]
        if hidden:
            parts.append(_said(InkSample(None), hidden))
        box = QHBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(flowing(*parts, gap=_GAP))
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @override
    def sizeHint(self) -> QSize:
        return self.minimumSizeHint()

    @override
    def minimumSizeHint(self) -> QSize:
        """As high as one line: a flow would ask for a line for each."""
        return QSize(super().minimumSizeHint().width(), _LINE)


def _said(sample: QWidget, text: str) -> QWidget:
    holder = QWidget()
    box = QHBoxLayout(holder)
    box.setContentsMargins(0, 0, 0, 0)
    box.setSpacing(6)
    box.addWidget(sample)
    box.addWidget(words(text, "small", wrap=False))
    return holder
