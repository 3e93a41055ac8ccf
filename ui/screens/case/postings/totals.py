"""The numbers above the list; pressed, only what a number counts is listed."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from intake.desk.views.deleting import PostingFilter, PostingTotals
from intake.text import Texts
from ui.widgets.total import TotalButton
from ui.widgets.words import Tone

_CARDS: dict[PostingFilter, tuple[str, Tone]] = {
    "all": ("requests", ""),
    "removed": ("removed", "ok"),
    "open": ("open", ""),
    "back": ("back", "wait"),
    "refused": ("refused", "no"),
    "overdue": ("overdue", "wait"),
}


class Totals(QWidget):
    """Requests, removed, open, back, refused; overdue where there is something."""

    chosen = Signal(str)  # a PostingFilter

    def __init__(self, texts: Texts) -> None:
        """Show nothing counted."""
        super().__init__()
        self._texts = texts
        self.cards: dict[PostingFilter, TotalButton] = {}
        box = QHBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(10)
        for name, (count, tone) in _CARDS.items():
            card = TotalButton(texts(f"postings-total-{count}"), tone)
            card.on(self._choosing(name))
            self.cards[name] = card
            box.addWidget(card, 1)
        self.cards["overdue"].hide()

    def show_totals(self, totals: PostingTotals) -> None:
        """Show the numbers of a case."""
        says = self._texts
        for name, (count, _tone) in _CARDS.items():
            figure = says.number(getattr(totals, count))
            word = says(f"postings-total-{count}")
            more = says("postings-total-urls", count=totals.urls) if name == "all" else ""  # fmt: skip
            said = says("postings-total-name", word=word, figure=figure)
            self.cards[name].show_count(figure, said, more)
        self.cards["overdue"].setVisible(totals.overdue > 0)

    def show_filter(self, name: str) -> None:
        """Mark the card whose postings are listed."""
        for one, card in self.cards.items():
            card.setChecked(one == name and name != "all")

    def _choosing(self, name: PostingFilter) -> Callable[[], None]:
        return lambda: self.chosen.emit(name)
