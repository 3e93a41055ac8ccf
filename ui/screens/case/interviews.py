"""상담: the interviews of a case, to go on with, to look at, to print."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import Signal, SignalInstance
from PySide6.QtWidgets import QLayout, QVBoxLayout, QWidget

from intake.desk.views import FormLine, InterviewLine
from intake.text import Texts
from ui.widgets import Button, Card, EmptyState, Pill, column, row, rule, words
from ui.widgets.flow import flowing
from ui.widgets.pill import State

_TONES: Mapping[str, State] = {"open": "info", "paused": "wait", "finished": "ok"}


class Interviews(QWidget):
    """A card of interviews, and a card to begin another."""

    opened = Signal(str)  # an interview
    printed = Signal(str)
    begun = Signal(str)  # a form

    def __init__(self, texts: Texts) -> None:
        """Stand empty."""
        super().__init__()
        self._texts = texts
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(16)

    def show_interviews(
        self, interviews: Sequence[InterviewLine], forms: Sequence[FormLine]
    ) -> None:
        """Show the interviews, newest first, and the forms that can be begun."""
        _empty(self._box)
        if interviews:
            card = Card(gap=10)
            for at, line in enumerate(interviews):
                if at:
                    card.add(rule())
                card.add(self._line(line, len(interviews) - at))
            self._box.addWidget(card)
        else:
            text = self._texts("case-no-interviews")
            self._box.addWidget(EmptyState(text, icon="notebook-pen"))
        begin = Card(words(self._texts("case-begin-title"), "heading"), gap=12)
        begin.add(flowing(*(self._begin(form) for form in forms)))
        self._box.addWidget(begin)
        self._box.addStretch(1)

    def _line(self, line: InterviewLine, number: int) -> QLayout:
        says, moment = self._texts, self._texts.moment(line.ms)
        facts = {"form": line.form_title, "time": f"{moment} ({number})"}
        what = "case-open" if line.state == "finished" else "case-continue"
        said = says("case-open" if line.state == "finished" else "today-continue")
        go = Button(said, name=says(f"{what}-name", **facts))
        go.on(_saying(self.opened, line.id))
        paper = Button(says("case-print"), icon="printer", name=says("case-print-name", **facts))  # fmt: skip
        paper.on(_saying(self.printed, line.id))
        head = row(
            words(line.form_title, "strong", wrap=False),
            Pill(says(f"casework-state-{line.state}"), _TONES[line.state]),
            None,
        )
        found = row(gap=8)
        found.addLayout(column(head, words(moment, "muted"), gap=2), 1)
        found.addWidget(paper)
        found.addWidget(go)
        return found

    def _begin(self, form: FormLine) -> Button:
        said = self._texts("case-begin-form", form=form.title)
        return Button(said, icon="plus").on(_saying(self.begun, form.id))


def _saying(signal: SignalInstance, value: str) -> Callable[[], None]:
    return lambda: signal.emit(value)


def _empty(box: QLayout) -> None:
    while (item := box.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
