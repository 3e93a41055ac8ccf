"""A card over the page: a question, the commands, the keys. It never blocks the work below."""

import shiboken6
from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget
from typing_extensions import override

from ui.widgets.card import Card, Ground, Thing

_TOP, _BELOW = 72, 16
_LEAST_TOP = 24  # a sheet with much in it begins higher


class Sheet(Card):
    """Stands over its parent until ``close_sheet``; Escape closes it and gives the focus back."""

    closed = Signal()

    def __init__(
        self,
        parent: QWidget,
        *things: Thing,
        width: int = 480,
        ground: Ground = "plain",
    ) -> None:
        """Hold things; call ``open_sheet`` to show them."""
        super().__init__(*things, ground=ground, parent=parent)
        self.setFixedWidth(width)
        self._before: QWidget | None = None
        parent.installEventFilter(self)
        self.hide()

    def open_sheet(self, focus: QWidget) -> None:
        """Show the sheet and put the focus on ``focus``."""
        self._before = QApplication.focusWidget()
        self.show()
        self.place()
        self.raise_()
        focus.setFocus(Qt.FocusReason.PopupFocusReason)

    def close_sheet(self) -> None:
        """Go, and put the focus where it was."""
        before, self._before = self._before, None
        self.hide()
        self.deleteLater()
        if before is not None and shiboken6.isValid(before):  # its page may be new
            before.setFocus(Qt.FocusReason.PopupFocusReason)
        self.closed.emit()

    def place(self) -> None:
        """Stand in the upper middle of the parent."""
        around = self.parentWidget()
        if around is not None:
            room = around.height() - _LEAST_TOP - _BELOW
            self.resize(self.width(), min(self._height(), max(room, 0)))
            top = min(_TOP, around.height() - _BELOW - self.height())
            self.move((around.width() - self.width()) // 2, max(top, _LEAST_TOP))

    def _height(self) -> int:
        """Return the height its words need at this width; ``adjustSize`` forgets wrapping."""
        layout = self.body
        layout.activate()
        needed = layout.sizeHint().height()
        if layout.hasHeightForWidth():
            needed = layout.totalHeightForWidth(self.width())
        return needed

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self.place()
        return False

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_sheet()
        else:
            super().keyPressEvent(event)
