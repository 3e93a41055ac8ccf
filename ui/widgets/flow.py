"""Things side by side that go on in the next line where the place ends.

What comes after ``None`` stands at the right end of its line.
"""

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QSizePolicy, QWidget
from typing_extensions import override


class Flow(QLayout):
    """Lays things out the way words stand on a page."""

    def __init__(self, *things: QWidget | None, gap: int = 8) -> None:
        """Hold things in reading order."""
        super().__init__()
        self._items: list[QLayoutItem] = []
        self._right: QLayoutItem | None = None  # the first that stands at the right
        self.setSpacing(gap)
        self.setContentsMargins(0, 0, 0, 0)
        for at, thing in enumerate(things):
            if thing is not None:
                self.addWidget(thing)
                if at and things[at - 1] is None:
                    self._right = self._items[-1]

    @override
    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    @override
    def count(self) -> int:
        return len(self._items)

    @override
    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    @override
    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    @override
    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        return self._lay_out(QRect(0, 0, width, 0), move=False)

    @override
    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._lay_out(rect, move=True)

    @override
    def sizeHint(self) -> QSize:
        return self.minimumSize()

    @override
    def minimumSize(self) -> QSize:
        size = QSize()
        for item in self._items:
            size = size.expandedTo(item.minimumSize())
        return size

    def _lay_out(self, place: QRect, *, move: bool) -> int:
        y = place.y()
        for at, line in enumerate(self._lines(place.width())):
            y += self.spacing() if at else 0
            height = max(size.height() for _item, size in line)
            x, over = place.x(), place.width() - self._wide(line)
            for item, size in line:
                x += over if item is self._right else 0
                if move:
                    spot = QPoint(x, y + (height - size.height()) // 2)
                    item.setGeometry(QRect(spot, size))
                x += size.width() + self.spacing()
            y += height
        return y - place.y()

    def _wide(self, line: list[tuple[QLayoutItem, QSize]]) -> int:
        gaps = self.spacing() * (len(line) - 1)
        return sum(size.width() for _item, size in line) + gaps

    def _lines(self, width: int) -> list[list[tuple[QLayoutItem, QSize]]]:
        lines: list[list[tuple[QLayoutItem, QSize]]] = []
        used = 0
        for item in self._items:
            if item.isEmpty():
                continue
            size = item.sizeHint().boundedTo(QSize(width, 16_777_215))
            if not lines or used + size.width() > width:
                lines.append([])
                used = 0
            lines[-1].append((item, size))
            used += size.width() + self.spacing()
        return lines


def flowing(*things: QWidget | None, gap: int = 8) -> QWidget:
    """Return a widget that holds things the way words stand on a page; after None, at the right."""
    holder = QWidget()
    holder.setLayout(Flow(*things, gap=gap))
    policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
    policy.setHeightForWidth(True)
    holder.setSizePolicy(policy)
    return holder
