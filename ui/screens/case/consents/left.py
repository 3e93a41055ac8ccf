"""What left the center about a case, and whether it was asked back (이미 나간 것)."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLayout

from intake.desk.views.giving import LeftLine
from intake.text import Texts
from ui.widgets import Button, Card, Pill, column, row, rule, words
from ui.widgets.pill import State

_TONES: dict[str, State] = {
    "LEFT": "info",
    "ASKED": "wait",
    "ACKNOWLEDGED": "ok",
    "IMPOSSIBLE": "no",
}
_NEXT = {"LEFT": ("ASKED",), "ASKED": ("ACKNOWLEDGED", "IMPOSSIBLE")}


class LeftCard(Card):
    """Lists what left; ``recalled`` carries the record and its next state."""

    recalled = Signal(str, str)

    def __init__(
        self, texts: Texts, lines: Sequence[LeftLine], *, bundles: bool = False
    ) -> None:
        """Show everything, newest first; ``bundles``: some left, and stand on another card."""
        super().__init__(words(texts("left-title"), "heading"), gap=10)
        self._texts = texts
        nothing = "left-nothing-by-hand" if bundles else "left-nothing"
        self.add(words(texts("left-hint" if lines else nothing), "muted"))
        for at, line in enumerate(lines, 1):
            self.add(rule(), self._line(line, at))

    def _line(self, line: LeftLine, at: int) -> QLayout:
        says = self._texts
        day = says.day(line.on) if line.on else ""
        number = f" · {line.number}" if line.number else ""
        under = says("left-line", means=line.means_text, day=day, number=number)
        shown = row(gap=12)
        title = words(line.receiver, "strong")
        shown.addLayout(column(title, words(under, "small"), gap=2), 1)
        shown.addWidget(Pill(line.recall_text, _TONES.get(line.recall, "info")))
        for state in _NEXT.get(line.recall, ()) if line.id else ():
            text = says(f"left-{state.lower()}")
            name = says("left-button-name", act=text, receiver=line.receiver, at=at)
            shown.addWidget(Button(text, name=name).on(self._recalling(line.id, state)))
        return shown

    def _recalling(self, record: str, state: str) -> Callable[[], None]:
        return lambda: self.recalled.emit(record, state)
