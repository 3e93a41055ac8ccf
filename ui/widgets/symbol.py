"""A Lucide icon that follows the theme by itself."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from ui import theme


class Symbol(QWidget):
    """An icon beside words; it says nothing that the words do not say."""

    def __init__(
        self,
        name: str,
        colour: str = "muted",
        size: int = 18,
        parent: QWidget | None = None,
    ) -> None:
        """Draw ``name`` in the theme's ``colour``."""
        super().__init__(parent)
        self._name, self._colour, self._size = name, colour, size
        self.setFixedSize(size, size)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_icon(self, name: str, colour: str) -> None:
        """Draw another icon."""
        self._name, self._colour = name, colour
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(self._size, self._size)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        colour = getattr(theme.now(), self._colour)
        theme.draw_icon(
            painter, self._name, colour, QRectF(0, 0, self._size, self._size)
        )
        painter.end()
