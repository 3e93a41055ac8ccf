"""What stands for every purpose that is asked at the beginning, and the way to ask again."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLayout, QVBoxLayout, QWidget

from intake.desk.views import ConsentLine, ConsentText
from intake.text import Texts
from ui.widgets import Button, Card, Pill, column, row, rule, words
from ui.widgets.pill import State


class Purposes(QWidget):
    """One line for each purpose; ``again`` asks for the gate."""

    again = Signal()

    def __init__(self, texts: Texts) -> None:
        """Stand empty."""
        super().__init__()
        self._texts = texts
        self.ask = Button(texts("case-consent-change"), icon="pencil")
        self.ask.setToolTip("F7")
        self.ask.on(self.again.emit)
        self._card = Card(gap=10)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(16)
        box.addWidget(self._card)
        box.addLayout(row(None, self.ask))

    def show_consents(
        self, texts: Sequence[ConsentText], current: Sequence[ConsentLine]
    ) -> None:
        """Show every purpose with what was decided last."""
        old, self._card = self._card, Card(gap=10)
        decided = {line.purpose: line for line in current}
        for at, text in enumerate(texts):
            if at:
                self._card.add(rule())
            self._card.add(self._line(text, decided.get(text.purpose)))
        layout = self.layout()
        if layout is not None:
            layout.replaceWidget(old, self._card)
        old.hide()
        old.deleteLater()

    def _line(self, text: ConsentText, line: ConsentLine | None) -> QLayout:
        says = self._texts
        word, tone = says("case-consent-none"), "wait"
        when = ""
        if line is not None:
            word, tone = _said(line, says)
            kind = "withdrawn" if line.withdrawn else line.decision.lower()
            when = says(f"gate-{kind}-on", day=says.day(line.ms))
        title = words(says(text.title_id), "strong")
        found = row(gap=12)
        found.addLayout(column(title, words(when, "small"), gap=2) if when else column(title), 1)  # fmt: skip
        found.addWidget(Pill(word, tone))  # type: ignore[arg-type]  # one of the tones
        return found


def _said(line: ConsentLine, texts: Texts) -> tuple[str, State]:
    if line.withdrawn:
        return texts("giving-withdrawn"), "no"
    tones: dict[str, State] = {"AGREED": "ok", "REFUSED": "no", "LATER": "wait"}
    state = "undecided" if line.decision == "LATER" else line.decision.lower()
    return texts(f"giving-{state}"), tones[line.decision]
