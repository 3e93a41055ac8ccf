"""A square code (QR) drawn from its modules; always dark on light, so that cameras read it."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

_QUIET = 4  # modules of light around it, as the standard asks


class QrCode(QWidget):
    """Shows modules; the same content must stand beside it in words."""

    def __init__(self, modules: tuple[tuple[bool, ...], ...], size: int = 176) -> None:
        """Draw ``modules`` in a square of ``size`` pixels."""
        super().__init__()
        self._modules = modules
        self.setFixedSize(size, size)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor("#FFFFFF"))
        count = len(self._modules) + 2 * _QUIET
        unit = max(
            1, self.width() // count
        )  # whole pixels, so that every module is alike
        left = (self.width() - unit * count) / 2 + _QUIET * unit
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor("#000000"))
        for y, line in enumerate(self._modules):
            for x, dark in enumerate(line):
                if dark:
                    at = QRectF(left + x * unit, left + y * unit, unit, unit)
                    painter.drawRect(at)
        painter.end()
