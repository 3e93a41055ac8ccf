"""A small circle that turns while something works; it says nothing that words do not say."""

from PySide6.QtCore import QRectF, Qt, QTimer
from PySide6.QtGui import QColor, QHideEvent, QPainter, QPaintEvent, QPen, QShowEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from ui import theme

_TURN_MS, _STEP = 80, 30  # twelve small steps a second are calm enough
_OPEN = 270  # degrees that are drawn


class Spinner(QWidget):
    """Turns only while it is seen."""

    def __init__(self, size: int = 18) -> None:
        """Stand still."""
        super().__init__()
        self.setFixedSize(size, size)
        self._angle = 0
        self._timer = QTimer(self, interval=_TURN_MS)
        self._timer.timeout.connect(self._on_turn)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._timer.start()

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._timer.stop()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(QColor(theme.now().accent), 2)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        inside = QRectF(self.rect()).adjusted(2, 2, -2, -2)
        painter.drawArc(inside, -self._angle * 16, _OPEN * 16)
        painter.end()

    def _on_turn(self) -> None:
        self._angle = (self._angle + _STEP) % 360
        self.update()
