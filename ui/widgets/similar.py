"""Whoever is alike in this vault (비슷한 사람): number, alias and why, and one button to choose.

It never shows a name that was found, and it never chooses by itself.
"""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from intake.desk.views.people import SimilarLine, visible
from intake.text import Texts
from ui.widgets.button import Button
from ui.widgets.card import Card, column, row
from ui.widgets.words import words


class SimilarPeople(QWidget):
    """A card that is there only when somebody is alike; ``chosen`` carries a line."""

    chosen = Signal(object)

    def __init__(self, texts: Texts) -> None:
        """Stand empty."""
        super().__init__()
        self._texts = texts
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._card: Card | None = None

    def show_lines(self, lines: Sequence[SimilarLine]) -> None:
        """Show who is alike."""
        if self._card is not None:
            self._box.removeWidget(self._card)
            self._card.hide()
            self._card.deleteLater()
            self._card = None
        if not lines:
            return
        says = self._texts
        title = words(says("persons-similar", count=len(lines)), "strong")
        self._card = Card(
            title, words(says("persons-similar-hint"), "small"), ground="soft"
        )
        for line in lines:
            self._card.add(self._line(line))
        self._box.addWidget(self._card)

    def _line(self, line: SimilarLine) -> QWidget:
        says = self._texts
        alias = visible(line.alias, 40) or says("casework-no-alias")
        who = " · ".join(part for part in (line.number, alias, line.role_label) if part)
        why = ", ".join(says(one) for one in line.why)
        button = Button(
            says("persons-similar-this"), name=says("persons-similar-name", who=who)
        )
        button.on(self._choosing(line))
        holder, found = QWidget(), row(gap=12)
        found.addLayout(column(words(who), words(why, "small"), gap=2), 1)
        found.addWidget(button)
        holder.setLayout(found)
        return holder

    def _choosing(self, line: SimilarLine) -> Callable[[], None]:
        return lambda: self.chosen.emit(line)
