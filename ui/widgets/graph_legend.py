"""What the shapes and lines of the picture mean (범례), in words."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QSize
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget
from typing_extensions import override

from ui import theme
from ui.widgets.flow import flowing
from ui.widgets.graph_paint import ICONS, pen_of
from ui.widgets.symbol import Symbol
from ui.widgets.words import words

_WIDTH, _HEIGHT = 30, 14


class LineSample(QWidget):
    """A short line of one kind; ``same_person`` is the frame its suspects stand in."""

    def __init__(self, kind: str) -> None:
        """Show a line of ``kind``."""
        super().__init__()
        self._kind = kind
        self.setFixedSize(QSize(_WIDTH, _HEIGHT))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter, middle = QPainter(self), _HEIGHT / 2
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._kind == "same_person":
            painter.setBrush(QColor(theme.now().raised))
            painter.setPen(QPen(QColor(theme.now().edge), 1.4))
            painter.drawRoundedRect(4, 1, _WIDTH - 8, _HEIGHT - 2, 4, 4)
        else:
            painter.setPen(pen_of(self._kind))
            painter.drawLine(QPointF(0, middle), QPointF(_WIDTH, middle))
        painter.end()


class Legend(QWidget):
    """Nodes and lines, each with its word; what has no room goes to the next line."""

    def __init__(self, nodes: Sequence[tuple[str, str]], lines: Sequence[tuple[str, str]]) -> None:  # fmt: skip
        """Explain ``nodes`` and ``lines``: (kind, word)."""
        super().__init__()
        parts = [_said(Symbol(ICONS[kind], "muted", 14), text) for kind, text in nodes]
        parts += [_said(LineSample(kind), text) for kind, text in lines]
        box = QHBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(flowing(*parts, gap=14))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)


def _said(sample: QWidget, text: str) -> QWidget:
    holder = QWidget()
    box = QHBoxLayout(holder)
    box.setContentsMargins(0, 0, 0, 0)
    box.setSpacing(6)
    box.addWidget(sample)
    box.addWidget(words(text, "small", wrap=False))
    return holder
