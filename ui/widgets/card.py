"""A card: a rounded ground with a column of things on it, and the two ways to line things up."""

from typing import Literal

from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QLayout,
    QVBoxLayout,
    QWidget,
)

Ground = Literal["plain", "soft", "notice", "info", "ok", "danger"]
Thing = QWidget | QLayout | int | None


def fill(box: QBoxLayout, *things: Thing) -> QBoxLayout:
    """Put things into a box: widgets, boxes, a gap in pixels, or None for a stretch."""
    for thing in things:
        if isinstance(thing, QWidget):
            box.addWidget(thing)
        elif isinstance(thing, QLayout):
            box.addLayout(thing)
        elif thing is None:
            box.addStretch(1)
        else:
            box.addSpacing(thing)
    return box


def row(*things: Thing, gap: int = 8) -> QHBoxLayout:
    """Return things side by side."""
    box = QHBoxLayout()
    box.setContentsMargins(0, 0, 0, 0)
    box.setSpacing(gap)
    fill(box, *things)
    return box


def column(*things: Thing, gap: int = 8) -> QVBoxLayout:
    """Return things one below the other."""
    box = QVBoxLayout()
    box.setContentsMargins(0, 0, 0, 0)
    box.setSpacing(gap)
    fill(box, *things)
    return box


def rule() -> QFrame:
    """Return a quiet line between things."""
    line = QFrame()
    line.setProperty("line", "true")
    return line


class Card(QFrame):
    """A rounded ground; ``notice`` asks for attention, ``danger`` only where work stopped."""

    def __init__(
        self,
        *things: Thing,
        ground: Ground = "plain",
        gap: int = 8,
        parent: QWidget | None = None,
    ) -> None:
        """Hold things in a column with the margins of the grid."""
        super().__init__(parent)
        self.setProperty("card", ground)
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(20, 16, 20, 16)
        self.body.setSpacing(gap)
        fill(self.body, *things)

    def add(self, *things: Thing) -> "Card":
        """Put more things on it."""
        fill(self.body, *things)
        return self
