"""Lines of a section that are asked for again: put in, taken out, each with its words."""

from collections.abc import Iterable

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.widgets import column, words
from ui.widgets.card import Thing, row


def listed() -> QVBoxLayout:
    """Return an empty column for lines."""
    box = QVBoxLayout()
    box.setContentsMargins(0, 0, 0, 0)
    box.setSpacing(12)
    return box


def refill(box: QVBoxLayout, lines: Iterable[QWidget], empty: str) -> None:
    """Show these lines and no other; ``empty`` where there are none."""
    while (item := box.takeAt(0)) is not None:
        if (widget := item.widget()) is not None:
            widget.hide()
            widget.deleteLater()
    shown = list(lines) or [words(empty, "muted")]
    for line in shown:
        box.addWidget(line)


def line(*things: Thing, below: Iterable[Thing] = ()) -> QWidget:
    """Return things side by side, and more of them underneath."""
    holder = QWidget()
    holder.setLayout(column(row(*things), *below, gap=4))
    return holder
