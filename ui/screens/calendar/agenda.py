"""What a day holds (그날의 일), and what can be done about it."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from intake.text import Texts
from ui.widgets import Button, Card, Column, Pill, column, row, words
from ui.widgets.flow import flowing
from ui.widgets.pill import State
from ui.widgets.tall_sheet import empty_box

if TYPE_CHECKING:
    from intake.desk.views.support import DayCell, EventLine

_TONES: dict[str, State] = {"DEADLINE": "wait", "HEARING": "info"}
_OVER = frozenset({"KEPT", "CANCELLED", "MISSED"})


class Agenda(Column):
    """The lines of one day."""

    opened = Signal(object)  # EventLine
    settled = Signal(object, str)  # EventLine, state
    moved = Signal(object)
    wanted = Signal(str)  # an appointment on this day

    def __init__(self, texts: Texts) -> None:
        """Stand empty."""
        super().__init__()
        self._texts = texts
        self._title, self._rest = words("", "heading"), words("", "small")
        self.new = Button(texts("calendar-new-here"), icon="plus")
        self.new.on(lambda: self.wanted.emit(self._day))
        self._lines, self._day = QVBoxLayout(), ""
        self._lines.setSpacing(10)
        head = QWidget()
        head.setLayout(column(self._title, self._rest, gap=2))
        self.body.addWidget(head)
        self.body.addLayout(self._lines)
        self.body.addLayout(row(self.new, None))
        self.body.addStretch(1)

    def show_day(self, cell: "DayCell") -> None:
        """Show one day."""
        says, self._day = self._texts, cell.on
        self._title.setText(says.day(cell.on))
        rest = "" if cell.rest in {"SAT", "SUN"} else cell.rest
        self._rest.setText(" · ".join(filter(None, (rest, says("calendar-today") if cell.is_today else ""))))  # fmt: skip
        empty_box(self._lines)
        if not cell.lines:
            self._lines.addWidget(words(says("calendar-nothing"), "muted"))
        for at, line in enumerate(cell.lines):
            self._lines.addWidget(self._card(line, at))

    def _card(self, line: "EventLine", at: int) -> Card:
        says = self._texts
        who = line.alias or says("casework-no-alias")
        tone = "no" if line.state in _OVER else _TONES.get(line.kind, "info")
        head = row(Pill(line.label, tone), None, gap=8)
        if line.at:
            head.insertWidget(0, words(line.at, "strong", wrap=False))
        if line.state != "SET":
            head.addWidget(Pill(line.state_label, "no"))
        card = Card(head, row(words(who, "strong", wrap=False), words(line.number, "small", wrap=False), None), gap=6)  # fmt: skip
        for text, role in ((line.words, "body"), (line.place, "muted"), (line.law, "small")):  # fmt: skip
            if text and text != line.label:
                card.add(words(text, role))  # type: ignore[arg-type]
        first, *others = self._buttons(line, f"{who} {line.label} ({at + 1})")
        card.add(row(first, None))
        if others:
            card.add(flowing(*others, gap=0))
        return card

    def _buttons(self, line: "EventLine", name: str) -> list[Button]:
        says = self._texts

        def button(text_id: str, act: Callable[[], None]) -> Button:
            text = says(text_id)
            return Button(text, "quiet", name=f"{text}: {name}").on(act)

        opening = says("calendar-open")
        made = [
            Button(opening, name=f"{opening}: {name}").on(
                lambda: self.opened.emit(line)
            )
        ]
        if line.appointment and line.state == "SET":
            for text_id, state in (("calendar-kept", "KEPT"), ("calendar-cancel", "CANCELLED"), ("calendar-missed", "MISSED")):  # fmt: skip
                made.append(button(text_id, self._settling(line, state)))
            made.append(button("calendar-move", lambda: self.moved.emit(line)))
        return made

    def _settling(self, line: "EventLine", state: str) -> Callable[[], None]:
        return lambda: self.settled.emit(line, state)
