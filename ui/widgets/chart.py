"""A picture of numbers as bars (막대 그림), walked through by arrow keys.

* Left and right go from bar to bar, with Ctrl from group to group; Enter opens what a bar counts.
* The bar the keyboard stands on is said to a screen reader, with its group, series and number.
* Everything drawn here stands in the table behind it; nothing moves by itself.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from ui.widgets.chart_paint import Drawing, lay_out, paint_chart
from ui.widgets.chart_walk import Bar, Walk, Way

if TYPE_CHECKING:
    from intake.desk.views.statistics import Picture

_HIGH, _LEAST = 264, 320
_WAYS: dict[int, Way] = {
    Qt.Key.Key_Left: "left",
    Qt.Key.Key_Right: "right",
    Qt.Key.Key_Home: "first",
    Qt.Key.Key_End: "last",
}
_BY_GROUP: dict[int, Way] = {Qt.Key.Key_Left: "group-left", Qt.Key.Key_Right: "group-right"}  # fmt: skip
_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}


class Chart(QWidget):
    """Draws a ``Picture``; ``told`` says a bar in words, ``opened`` carries group and series."""

    told = Signal(str)
    opened = Signal(int, int)

    def __init__(
        self,
        picture: "Picture",
        say: Callable[[int, int], str],
        written: Callable[[int], str],
        hidden: str,
    ) -> None:
        """Draw ``picture``; ``say`` is a bar in words, ``hidden`` the word in a gap."""
        super().__init__()
        self._picture, self._say, self._written, self._hidden = picture, say, written, hidden  # fmt: skip
        self._walk = Walk(len(picture.groups), len(picture.series))
        self._drawing: Drawing | None = None
        self.here: Bar | None = None
        self._pointed: Bar | None = None
        self.setAccessibleName(picture.title)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMouseTracking(True)
        self.setFixedHeight(_HIGH)
        self.setMinimumWidth(_LEAST)

    @property
    def drawing(self) -> Drawing:
        """Where everything stands now."""
        if self._drawing is None:
            self._drawing = lay_out(self._picture, self.width(), self.height(), self._written, self._hidden)  # fmt: skip
        return self._drawing

    @override
    def sizeHint(self) -> QSize:
        return QSize(_LEAST, _HIGH)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        here = self.here if self.hasFocus() else self._pointed
        paint_chart(painter, self.drawing, here, focused=self.hasFocus())
        painter.end()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._drawing = None

    # --- keys ------------------------------------------------------------------------

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        by_group = held == Qt.KeyboardModifier.ControlModifier
        way = (_BY_GROUP if by_group else _WAYS).get(event.key())
        if way and (by_group or not held):
            self.go(self._walk.step(self.here, way))
        elif event.key() in _ENTER and not held and self.here is not None:
            self.opened.emit(*self.here)
        else:
            super().keyPressEvent(event)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.go(self.here or self._walk.step(None, "first"))
        self.update()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def go(self, bar: Bar | None) -> None:
        """Stand on a bar and say it."""
        if bar is None:
            return
        self.here = bar
        words = self._say(*bar)
        self.setAccessibleDescription(words)
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.DescriptionChanged))  # fmt: skip
        self.told.emit(words)
        self.update()

    # --- the mouse ---------------------------------------------------------------------

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        found = self.drawing.at(event.position().x())
        if found != self._pointed:
            self._pointed = found
            if found is not None:
                self.told.emit(self._say(*found))
            self.update()

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.go(self.drawing.at(event.position().x()))

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Nothing is left of a press."""

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        found = self.drawing.at(event.position().x())
        if found is not None:
            self.opened.emit(*found)

    @override
    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._pointed = None
        if self.here is not None and self.hasFocus():
            self.told.emit(self._say(*self.here))
        self.update()
