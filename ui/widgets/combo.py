"""A folded list of choices with a mark that says it opens.

The style sheet leaves a combo box without its arrow; the arrow is drawn in the theme's colours.
"""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QComboBox
from typing_extensions import override

from ui import theme

_SIZE, _RIGHT = 16, 10


class Combo(QComboBox):
    """A combo box with its arrow."""

    def __init__(self, name: str) -> None:
        """Be called ``name``."""
        super().__init__()
        self.setAccessibleName(name)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        top = (self.height() - _SIZE) / 2
        place = QRectF(self.width() - _SIZE - _RIGHT, top, _SIZE, _SIZE)
        theme.draw_icon(painter, "chevron-down", theme.now().muted, place)
        painter.end()
