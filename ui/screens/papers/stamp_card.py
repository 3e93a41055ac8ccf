"""A paper that waits for its time stamp (시점확인을 기다리는 문서): two steps with a stick between."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from intake.text import Texts
from ui.widgets import Button, Card, Symbol, row, say, words
from ui.widgets.words import Tone


class StampCard(Card):
    """``ask`` writes the request, ``take`` puts the answer in."""

    def __init__(self, texts: Texts, ask: Callable[[], object], take: Callable[[], object]) -> None:  # fmt: skip
        """Say what has to be done, in order."""
        head = row(Symbol("timer", "muted", 20), words(texts("papers-stamp"), "heading", wrap=False), None, gap=10)  # fmt: skip
        super().__init__(head, gap=10)
        self.ask = Button(texts("papers-stamp-ask"), icon="timer").on(ask)
        self.take = Button(texts("papers-stamp-take"), icon="file-check").on(take)
        self._said = words("", "body", selectable=True)
        self._said.hide()
        self.add(
            _step(texts("papers-stamp-1")),
            row(_INDENT, self.ask, None),
            _step(texts("papers-stamp-2")),
            _step(texts("papers-stamp-3")),
            row(_INDENT, self.take, None),
            self._said,
        )

    def be_busy(self, *, busy: bool) -> None:
        """Write, or wait for the next wish."""
        for button in (self.ask, self.take):
            button.setEnabled(not busy)

    def say(self, sentence: str, tone: Tone = "") -> None:
        """Say what came of it, and stay."""
        say(self._said, sentence, tone)
        self.be_busy(busy=False)


_INDENT = 22


def _step(sentence: str) -> QWidget:
    number, _, rest = sentence.partition(" ")
    holder = QWidget()
    mark = words(number, "muted", wrap=False)
    line = row(mark, gap=8)
    line.setAlignment(mark, Qt.AlignmentFlag.AlignTop)
    line.addWidget(words(rest), 1)
    holder.setLayout(line)
    return holder
