"""The second and third step: the reason as a code, and the number typed back."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.screens.erasing.foot import Foot
from ui.session import Session
from ui.widgets import Button, Card, Choices, ProgressLine, say, words
from ui.widgets.field import Field

if TYPE_CHECKING:
    from intake.desk.views.office import ErasePreview

GROUNDS = ("REQUEST", "WITHDRAWAL", "RETENTION_END", "MISTAKE", "COURT", "OTHER")


class WhyStep(QWidget):
    """One of six reasons; free words would travel to everybody."""

    went_on = Signal()
    went_back = Signal()

    def __init__(self, session: Session) -> None:
        """Choose nothing yet."""
        super().__init__()
        says = session.texts
        self.grounds = Choices(
            [(g, says(f"erase-ground-{g.lower().replace('_', '-')}")) for g in GROUNDS],
            says("erasing-ground"),
            columns=2,
        )
        self.go_on = Button(says("erasing-next"), "primary").on(self.went_on.emit)
        self.go_on.setEnabled(False)
        self.grounds.chosen.connect(lambda v: self.go_on.setEnabled(bool(v)))
        back = Button(says("erasing-previous")).on(self.went_back.emit)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(16)
        box.addWidget(
            Card(
                words(says("erasing-ground"), "heading"),
                self.grounds,
                words(says("erasing-ground-help"), "small"),
                gap=12,
            )
        )
        self.buttons = Foot(back, None, self.go_on)

    @property
    def ground(self) -> str:
        """The code that is chosen; empty before."""
        return next(iter(self.grounds.values), "")


class SureStep(QWidget):
    """The number of the case, and the one red button."""

    went_back = Signal()
    asked = Signal()
    destroyed = Signal(str)  # what was typed

    def __init__(self, session: Session) -> None:
        """Stand empty."""
        super().__init__()
        self.texts = says = session.texts
        self._number, self._may = "", False
        self._what = words("", "strong")
        self._approval = words("", "note")
        self.number = Field(says("erasing-type-back"))
        self._help = words("", "small")
        self._error = words("", tone="danger")
        self._error.hide()
        self.progress = ProgressLine(says)
        self.red = Button(says("erasing-destroy"), "danger", icon="trash-2")
        self.red.on(lambda: self.destroyed.emit(self.number.text()))
        self.ask = Button(says("erasing-ask"), "primary").on(self.asked.emit)
        self.back = Button(says("erasing-previous")).on(self.went_back.emit)
        self.number.edited.connect(self._show_button)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(16)
        box.addWidget(
            Card(
                self._what,
                words(says("erasing-lead"), "note"),
                self._approval,
                8,
                self.number,
                self._help,
                self._error,
                self.progress,
                gap=8,
            )
        )
        self.buttons = Foot(self.back, None, self.ask, self.red)

    def show_preview(self, view: "ErasePreview", what: str, ground: str) -> None:
        """Say once more what happens, and who has to approve."""
        says = self.texts
        self._number, self._may = view.number, view.may
        why = says(f"erase-ground-{ground.lower().replace('_', '-')}")
        self._what.setText(f"{what} · {why}")
        self._help.setText(says("erasing-type-back-help", number=view.number))
        self.number.set_text("")
        say(self._error, "")
        self._approval.setText("" if view.may else self._waits(view))
        self._approval.setVisible(not view.may)
        self.number.setVisible(view.may)
        self._help.setVisible(view.may)
        self.red.setVisible(view.may)
        self.ask.setVisible(not view.may and not view.asked_number)
        self._show_button()

    def _waits(self, view: "ErasePreview") -> str:
        says = self.texts
        if view.asked_number:
            return says("erasing-waits", number=view.asked_number)
        if view.other_supervisors:
            names = ", ".join(view.other_supervisors)
            return says("erasing-needs-other", names=names)
        return says("erasing-only-supervisor")

    def _show_button(self) -> None:
        typed = "".join(self.number.text().split()).casefold()
        same = bool(typed) and typed == self._number.casefold()
        self.red.setEnabled(self._may and same)

    def show_error(self, text: str) -> None:
        """Say why nothing was destroyed."""
        self.progress.end()
        say(self._error, text, "danger")
        self._show_button()
