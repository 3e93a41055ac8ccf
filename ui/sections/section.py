"""A section of the settings page: a column of cards that asks when it is shown."""

from typing import ClassVar

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.session import Session
from ui.widgets import (
    Card,
    words,
)
from ui.widgets.card import Thing

_LEAST, _ALL = 180, 1000  # pixels of a list; its share of what is left


class Section(QWidget):
    """A column of cards."""

    name: ClassVar[str] = ""

    def __init__(self, session: Session) -> None:
        """Stand empty."""
        super().__init__()
        self.session, self.texts = session, session.texts
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(16)

    def arrive(self) -> None:
        """Ask for what is shown."""

    def card(self, title_id: str, *things: Thing) -> Card:
        """Add a card with a title."""
        card = Card(words(self.texts(title_id), "heading"), *things, gap=12)
        self.body.addWidget(card)
        return card

    def list_in(self, card: Card, list_: QWidget) -> None:
        """Give what the page has left to a list of a card: the list scrolls, the page does not."""
        list_.setMinimumHeight(_LEAST)
        card.body.setStretchFactor(list_, _ALL)
        card.add(None)  # keeps the rest together where the list is hidden
        self.body.setStretchFactor(card, 1)

    def end(self) -> None:
        """Push everything to the top."""
        self.body.addStretch(1)
