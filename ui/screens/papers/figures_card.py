"""The numbers of a paper (굳힌 수치): then, today, and counted again at their own moment.

* What holds today differs where the records went on; that makes the paper no less true.
* Counted again from what had been said when it was issued, the numbers come out the same, or it is
  said why they cannot.
"""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QVBoxLayout, QWidget

from intake.text import Texts
from ui.widgets import Button, Card, Symbol, row, rule, words
from ui.widgets.tab_order import settle_tabs
from ui.widgets.tall_sheet import empty_box
from ui.widgets.words import Role

if TYPE_CHECKING:
    from intake.desk.views.figures import FigureAgain, FrozenLine

_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class FiguresCard(Card):
    """Numbers as they were frozen and as they are; ``again`` counts them once more as they were."""

    def __init__(
        self,
        texts: Texts,
        figures: "Sequence[FrozenLine]",
        again: "Callable[[FiguresCard], object] | None" = None,
    ) -> None:
        """Show numbers; without ``again`` they cannot be counted again."""
        super().__init__(words(texts("papers-figures"), "heading"), gap=10)
        self._texts = texts
        self.add(self._grid(figures))
        self._answer = QVBoxLayout()
        self._answer.setSpacing(8)
        self.go = Button(texts("papers-again-count"), icon="history")
        self._hint = words(texts("papers-again-hint"), "small")
        self.add(4, self._answer, self._hint, row(self.go, None))
        self.go.setVisible(again is not None)
        self._hint.setVisible(again is not None)
        if again is not None:
            self.go.on(lambda: again(self))

    def be_busy(self, *, busy: bool) -> None:
        """Count, or wait for the next wish."""
        self.go.setEnabled(not busy)

    def show_again(self, found: "Sequence[FigureAgain]") -> None:
        """Say what came of counting again."""
        says = self._texts
        other = [one for one in found if not one.same and one.counted is not None]
        silent = [one for one in found if one.counted is None]
        empty_box(self._answer)
        if not other and not silent:
            self._line(says("papers-again-same", count=len(found)), "circle-check", "ok")  # fmt: skip
        for some, text_id in ((other, "papers-again-other"), (silent, "papers-again-silent")):  # fmt: skip
            if some:
                self._line(says(text_id, count=len(some), all=len(found)), "circle-alert", "wait")  # fmt: skip
            for one in some:
                self._answer.addWidget(words(says("papers-again-line", label=one.label, words=one.words)))  # fmt: skip
        self._hint.hide()
        self.go.hide()
        settle_tabs(self)

    def refuse(self, sentence: str) -> None:
        """Say why they were not counted."""
        empty_box(self._answer)
        self._line(sentence, "circle-alert", "wait")
        self.be_busy(busy=False)

    def _line(self, sentence: str, icon: str, tone: str) -> None:
        holder = QWidget()
        line = row(Symbol(icon, tone, 18), gap=10)
        line.addWidget(words(sentence, "strong"), 1)
        holder.setLayout(line)
        self._answer.addWidget(holder)

    def _grid(self, figures: "Sequence[FrozenLine]") -> QGridLayout:
        says, grid = self._texts, QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(0, 1)
        for place, name in enumerate(("what", "then", "now")):
            grid.addWidget(_cell(says(f"papers-figure-{name}"), place, "small"), 0, place)  # fmt: skip
        for at, one in enumerate(figures):
            first = 3 * at + 1
            grid.addWidget(rule(), first, 0, 1, 3)
            then, now = (_number(says, one, value) for value in (one.value, one.now))  # fmt: skip
            for place, value in enumerate((one.label, then, now)):
                role: Role = (
                    "strong"
                    if place and (not one.same or one.value != one.now)
                    else "body"
                )
                grid.addWidget(_cell(value, place, role), first + 1, place)
            if not one.same and one.why:
                grid.addWidget(words(one.why, "small"), first + 2, 0, 1, 3)
        return grid


def _number(texts: Texts, one: "FrozenLine", value: int) -> str:
    """Return a number with its unit; without one where nobody knows its rule here."""
    if not one.unit:
        return texts.number(value)
    return texts(f"figure-counted-{one.unit.lower()}", value=value)


def _cell(text: str, place: int, role: Role) -> QLabel:
    label = words(text, role, wrap=not place)
    if place:
        label.setAlignment(_RIGHT)
    return label
