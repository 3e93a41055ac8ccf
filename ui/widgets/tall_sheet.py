"""A sheet with much in it: its middle scrolls, its title and its buttons stay.

PgUp and PgDn turn the middle wherever the focus is: what is only read has nothing to stand on.
"""

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractSlider, QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from ui.widgets.card import Thing, fill, row
from ui.widgets.sheet import Sheet
from ui.widgets.words import words

_AROUND = 24 + 24
_LEAST, _REST, _SIDES = 120, 120, 42
_TURNS = {
    Qt.Key.Key_PageUp: QAbstractSlider.SliderAction.SliderPageStepSub,
    Qt.Key.Key_PageDown: QAbstractSlider.SliderAction.SliderPageStepAdd,
}


class TallSheet(Sheet):
    """Title above, things that scroll, buttons below; never higher than the window."""

    def __init__(
        self,
        parent: QWidget,
        title: str,
        *buttons: QWidget,
        note: str = "",
        width: int = 640,
    ) -> None:
        """Stand empty; things go into ``inner``."""
        super().__init__(parent, words(title, "heading"), width=width)
        self.setAccessibleName(title)
        if note:
            self.add(words(note, "muted"))
        self._ground = QWidget()
        self._ground.setObjectName("column")
        self.inner = QVBoxLayout()
        self.inner.setSpacing(14)
        outer = QVBoxLayout(self._ground)
        outer.setContentsMargins(2, 4, 10, 4)
        outer.addLayout(self.inner)
        outer.addStretch(1)
        self._ground.installEventFilter(self)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setWidget(self._ground)
        self.add(self._scroll, row(None, *buttons))

    def put(self, *things: Thing) -> None:
        """Put things into the middle."""
        fill(self.inner, *things)
        self.place()

    def clear(self) -> None:
        """Take everything out of the middle."""
        empty_box(self.inner)

    def turn(self, way: str) -> None:
        """Turn the middle ``up`` or ``down`` by what is seen of it; any other way is none."""
        key = {"up": Qt.Key.Key_PageUp, "down": Qt.Key.Key_PageDown}.get(way)
        if key is not None:
            self._scroll.verticalScrollBar().triggerAction(_TURNS[key])

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        turn = _TURNS.get(Qt.Key(event.key()))
        if turn is None:
            super().keyPressEvent(event)
        else:
            self._scroll.verticalScrollBar().triggerAction(turn)

    @override
    def place(self) -> None:
        around = self.parentWidget()
        if around is not None and self.inner.count():
            rest = self.body.sizeHint().height() - self._scroll.height()
            room = around.height() - _AROUND - max(rest, _REST)
            self._scroll.setFixedHeight(max(_LEAST, min(self._wanted(), room)))
        super().place()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._ground and event.type() == QEvent.Type.LayoutRequest:
            QTimer.singleShot(0, self, self.place)
            return False
        return super().eventFilter(watched, event)

    def _wanted(self) -> int:
        """Return how high the middle would be if nothing scrolled."""
        layout = self._ground.layout()
        if layout is None:
            return 0
        width = self.width() - _SIDES
        return (
            layout.totalHeightForWidth(width)
            if layout.hasHeightForWidth()
            else layout.totalSizeHint().height()
        )


def empty_box(box: QVBoxLayout) -> None:
    """Take everything out of a box and let it go."""
    while (item := box.takeAt(0)) is not None:
        widget, inner = item.widget(), item.layout()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
        elif isinstance(inner, QVBoxLayout):
            empty_box(inner)
