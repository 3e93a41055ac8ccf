"""Words to compare by telephone, and what a person says about them (낱말 대조)."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLayout, QWidget

from intake.text import Texts
from ui.widgets import Button, Card, row, words
from ui.widgets.card import Thing

if TYPE_CHECKING:
    from intake.desk.views import EnrolmentCard

_MOST = 2 * 1024 * 1024  # the core refuses from 1 MiB on; more is never read


class Compare(Card):
    """Shows whose file it is and its words; nothing is believed before ``same``."""

    same = Signal()
    different = Signal()

    def __init__(self, texts: Texts) -> None:
        """Stay out of sight until there is something to compare."""
        super().__init__(ground="info")
        self._texts = texts
        self.hide()

    def show_card(self, card: "EnrolmentCard", hint_id: str = "keys-compare") -> None:
        """Show the words of a file that was read."""
        says = self._texts
        self.clear()
        yes = Button(says("keys-same"), "primary", icon="check").on(self.same.emit)
        no = Button(says("keys-different")).on(self.different.emit)
        title = f"keys-theirs-{'device' if card.kind == 'device' else 'organisation'}"
        self.add(
            words(says(title, code=card.code, name=card.name), "strong"),
            words(says(hint_id)),
            spoken_words(card.words),
            row(yes, no, None),
        )
        self.show()
        yes.setFocus()

    def clear(self) -> None:
        """Go out of sight and forget."""
        self.hide()
        empty(self)


def spoken_words(listed: tuple[str, ...]) -> QWidget:
    """Return the words to compare, numbered, because they are read aloud."""
    holder = QWidget()
    numbered = "   ".join(
        f"{n}\N{NO-BREAK SPACE}{word}" for n, word in enumerate(listed, 1)
    )
    holder.setLayout(row(words(numbered, "code", selectable=True)))
    return holder


def read_some(path: Path) -> bytes:
    """Return the bytes of a small file; of a larger one only enough to be refused.

    Raises:
        OSError: it cannot be read.
    """
    with path.open("rb") as file:
        return file.read(_MOST)


def empty(card: Card) -> None:
    """Take everything off a card."""
    _drop(card.body)


def _drop(layout: QLayout) -> None:
    while (item := layout.takeAt(0)) is not None:
        widget: Thing = item.widget()
        inner = item.layout()
        if isinstance(widget, QWidget):
            widget.hide()
            widget.deleteLater()
        if inner is not None:
            _drop(inner)
