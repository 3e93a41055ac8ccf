"""A section of the settings page: a column of cards that asks when it is shown."""

from typing import ClassVar

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.session import Session
from ui.widgets import (
    Card,
    words,
)
from ui.widgets.card import Thing


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

    def end(self) -> None:
        """Push everything to the top."""
        self.body.addStretch(1)
