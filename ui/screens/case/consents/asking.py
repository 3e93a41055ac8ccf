"""The sheet that asks for one receiver: read aloud, answered, printed, kept."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QWidget

from intake.desk.views import ConsentText
from intake.text import Texts
from ui.widgets import Button, Choices, Column, Sheet, row, words
from ui.widgets.field import Field, labelled

_ANSWERS = ("AGREED", "REFUSED", "LATER")
_METHODS = ("FACE", "PHONE", "PAPER", "ELECTRONIC")
_DETAILS = 132  # the five things the law wants told, in a place that scrolls
_RECEIVERS = {
    "COURT": ("COURT", "PROSECUTION"),
    "POLICE": ("POLICE", "PROSECUTION"),
    "LAWYER": ("LAWYER",),
    "MEDICAL": ("HOSPITAL", "OTHER"),
}


@dataclass(frozen=True, slots=True)
class Decided:
    """What the sheet was filled in with."""

    purpose: str
    receiver: str
    name: str
    decision: str
    method: str


class AskSheet(Sheet):
    """Asks for one receiver; ``kept`` carries what was decided, ``printed`` what to print."""

    kept = Signal(object)  # Decided
    printed = Signal(str, str)  # purpose, name

    def __init__(
        self, parent: QWidget, texts: Texts, asked: Sequence[ConsentText]
    ) -> None:
        """Offer every purpose that is asked when it is needed."""
        self._texts = texts
        offered = [(one.purpose, texts(one.title_id)) for one in asked]
        self.purposes = Choices(offered, texts("giving-purpose"), columns=2)
        self.purposes.chosen.connect(lambda _values: self._show())
        self.name = Field(texts("giving-name"), texts("giving-name-help"))
        self.spoken = words("", "note")
        self.details = words("", "small")
        self._told_in = Column(self.details, gap=0)
        self._told_in.setFixedHeight(_DETAILS)
        ground = self._told_in.widget()
        inner = ground.layout() if ground is not None else None
        if inner is not None:
            inner.setContentsMargins(0, 0, 12, 0)
        answers = [(one, texts(f"consent-{one.lower()}")) for one in _ANSWERS]
        self.answers = Choices(answers, texts("giving-answer"), digits=False)
        methods = [(one, texts(f"gate-method-{one.lower()}")) for one in _METHODS]
        self.methods = Choices(methods, texts("gate-method"), digits=False)
        self.keep = Button(texts("giving-keep"), "primary").on(self._on_keep)
        self.print = Button(texts("giving-print"), icon="printer").on(self._on_print)
        self.no = Button(texts("shell-cancel")).on(self.close_sheet)
        super().__init__(
            parent,
            words(texts("giving-ask"), "heading"),
            self.purposes,
            self.spoken,
            self._told_in,
            self.name,
            self.answers,
            labelled(texts("gate-method"), self.methods),
            row(self.print, None, self.no, self.keep),
            width=620,
        )
        self.setAccessibleName(texts("giving-ask"))
        self.answers.chosen.connect(lambda _values: self._show())
        self.methods.choose("FACE")
        self._show()

    @property
    def purpose(self) -> str:
        """The purpose that is chosen, or nothing."""
        return next(iter(self.purposes.values), "")

    def _show(self) -> None:
        purpose, stem = self.purpose, f"consent-{self.purpose.lower()}"
        chosen = bool(purpose)
        parts = ("receiver", "purpose", "items", "keep", "refuse")
        for label, text in (
            (self.spoken, self._texts(f"{stem}-spoken") if chosen else ""),
            (self.details, self._told(stem, parts) if chosen else ""),
        ):
            _say(label, text)
        followed = (self._told_in, self.name, self.answers, self.methods.parentWidget())
        for widget in followed:
            if widget is not None:
                widget.setVisible(chosen)
        self.print.setEnabled(chosen)
        self.keep.setEnabled(chosen and bool(self.answers.values))
        self.place()

    def _told(self, stem: str, parts: Sequence[str]) -> str:
        says: Callable[[str], str] = self._texts
        return "\n".join(f"{says(f'consent-label-{p}')}: {says(f'{stem}-{p}')}" for p in parts)  # fmt: skip

    def _on_keep(self) -> None:
        decided = Decided(
            self.purpose,
            _RECEIVERS[self.purpose][0],
            self.name.text(),
            self.answers.values[0],
            next(iter(self.methods.values), "FACE"),
        )
        self.kept.emit(decided)
        self.close_sheet()

    def _on_print(self) -> None:
        self.printed.emit(self.purpose, self.name.text())


def _say(label: QLabel, text: str) -> None:
    label.setText(text)
    label.setVisible(bool(text))
