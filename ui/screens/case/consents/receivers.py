"""One line for each receiver that was asked about by name (제3자 제공)."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLayout

from intake.desk.views.giving import ReceiverLine
from intake.text import Texts
from ui.widgets import Button, Card, Pill, column, row, rule, words
from ui.widgets.pill import State

TONES: dict[str, State] = {
    "agreed": "ok",
    "refused": "no",
    "withdrawn": "no",
    "undecided": "wait",
}


class Receivers(Card):
    """Lists the receivers; ``wanted`` asks for another one, ``withdrawn`` takes one back."""

    wanted = Signal()
    withdrawn = Signal(object)  # ReceiverLine

    def __init__(self, texts: Texts, lines: Sequence[ReceiverLine]) -> None:
        """Show what was decided for each."""
        super().__init__(words(texts("giving-title"), "heading"), gap=10)
        self._texts = texts
        self.add(words(texts("giving-hint"), "muted"))
        for line in lines:
            self.add(rule(), self._line(line))
        self.more = Button(texts("giving-add"), icon="plus").on(self.wanted.emit)
        self.add(row(None, self.more))

    def _line(self, line: ReceiverLine) -> QLayout:
        says = self._texts
        name = line.name or line.receiver_text
        day = says.day(line.on) if line.on else ""
        what = says(f"consent-{line.purpose.lower()}-title")
        under = says("giving-line", purpose=what, day=day, who=line.explained_by)
        shown = row(gap=12)
        shown.addLayout(column(words(name, "strong"), words(under, "small"), gap=2), 1)
        shown.addWidget(Pill(says(f"giving-{line.state}"), TONES[line.state]))
        if line.state == "agreed":
            take = Button(
                says("gate-withdraw"),
                name=says("giving-withdraw-name", name=name, purpose=what),
            )
            take.on(lambda: self.withdrawn.emit(line))
            shown.addWidget(take)
        return shown
