"""Looks whether every word of a page has its place, and whether a window opened that nobody asked for."""

from PySide6.QtCore import QEvent, QObject, QRect, Qt
from PySide6.QtWidgets import QAbstractButton, QLabel, QScrollArea, QWidget

_TALL = 100_000


class Strays(QObject):
    """Hears of every window beside the one: a part that is shown before it stands on its page."""

    def __init__(self, window):
        super().__init__(window)
        self.window, self.seen = window, []

    def eventFilter(self, watched, event):
        shown = event.type() == QEvent.Type.Show and isinstance(watched, QWidget)
        if shown and watched.isWindow() and watched is not self.window:
            self.seen.append(type(watched).__name__)
        return False


def misfits(page):
    """Return the words that are cut off, and what no bar scrolls to."""
    seen = [one for one in page.findChildren(QWidget) if one.isVisible()]
    words = (one for one in seen if isinstance(one, QLabel | QAbstractButton))
    told = [f"{one.text()!r} {cut(one)}" for one in words if one.text() and cut(one)]
    areas = (one for one in seen if isinstance(one, QScrollArea))
    return told + [f"{over} px at the right of {type(one).__name__}" for one in areas if (over := unreached(one))]  # fmt: skip


def cut(one):
    """How a label or a button is too small for what it says; '' where it is not."""
    wide, high = one.width(), one.height()
    if isinstance(one, QLabel) and one.wordWrap():
        page = QRect(
            0, 0, wide, _TALL
        )  # a path breaks after its slashes, as it is drawn
        longest = one.fontMetrics().boundingRect(page, Qt.TextFlag.TextWordWrap, one.text()).width()  # fmt: skip
        if one.heightForWidth(wide) > high + 1:
            return f"is {high} px high, not {one.heightForWidth(wide)}"
        return f"has a word of {longest} px in {wide}" if longest > wide + 1 else ""
    need = one.sizeHint()
    return f"is {wide} px wide, not {need.width()}" if need.width() > wide + 1 else ""


def unreached(area):
    """How much of an area no bar comes to."""
    hidden = area.horizontalScrollBarPolicy() == Qt.ScrollBarPolicy.ScrollBarAlwaysOff
    return area.horizontalScrollBar().maximum() if hidden else 0
