"""The buttons of a step: they stand still under the column, however long it grows."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui import theme
from ui.widgets import row
from ui.widgets.card import Thing


class Foot(QWidget):
    """One row of buttons as wide as the column above it."""

    def __init__(self, *things: Thing) -> None:
        """Hold the buttons from left to right."""
        super().__init__()
        inner = QWidget()
        inner.setMaximumWidth(theme.COLUMN)
        inner.setLayout(row(*things))
        self.setObjectName("column")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        box = QVBoxLayout(self)
        box.setContentsMargins(24, 12, 24, 12)
        line = row(None, inner, None)
        line.setStretch(1, 1000)
        box.addLayout(line)
