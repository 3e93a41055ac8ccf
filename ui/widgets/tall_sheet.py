"""A sheet with much in it: its middle scrolls, its title and its buttons stay."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from ui.widgets.card import Thing, fill, row
from ui.widgets.sheet import Sheet
from ui.widgets.words import words

_AROUND = 72 + 24
_LEAST = 160


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
        ground = QWidget()
        ground.setObjectName("column")
        self.inner = QVBoxLayout(ground)
        self.inner.setContentsMargins(2, 4, 10, 4)
        self.inner.setSpacing(14)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setWidget(ground)
        self.add(self._scroll, row(None, *buttons))

    def put(self, *things: Thing) -> None:
        """Put things into the middle."""
        fill(self.inner, *things)
        self.place()

    def clear(self) -> None:
        """Take everything out of the middle."""
        empty_box(self.inner)

    @override
    def place(self) -> None:
        around = self.parentWidget()
        scroll = getattr(self, "_scroll", None)
        if around is not None and scroll is not None:
            ground = scroll.widget()
            ground.adjustSize()
            width = self.width() - 60
            wanted = max(ground.heightForWidth(width), ground.sizeHint().height())
            self.body.activate()
            rest = self.body.sizeHint().height() - scroll.height()
            room = around.height() - _AROUND - max(rest, 120)
            scroll.setFixedHeight(max(_LEAST, min(wanted + 2, room)))
        super().place()


def empty_box(box: QVBoxLayout) -> None:
    """Take everything out of a box and let it go."""
    while (item := box.takeAt(0)) is not None:
        widget, inner = item.widget(), item.layout()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
        elif isinstance(inner, QVBoxLayout):
            empty_box(inner)
