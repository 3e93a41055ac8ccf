"""Opening a hidden case in an emergency (긴급 열람), and what a supervisor found afterwards."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from intake.errors import IntakeError
from ui.sections.listing import line, listed, refill
from ui.session import Session
from ui.widgets import Button, Choices, row, say, words
from ui.widgets.field import Field

if TYPE_CHECKING:
    from intake.desk import Desk
    from intake.desk.views.office import GlassView

PURPOSES = (
    *("EMERGENCY", "COUNSELLING", "INVESTIGATION", "REQUEST", "INSPECTION"),
    "MAINTENANCE",
)
FINDINGS = ("NONE", "EXPLAINED", "FOLLOW_UP", "MISUSE")


class Emergencies(QWidget):
    """One line each, with the four findings under it."""

    reviewed = Signal()

    def __init__(self, session: Session) -> None:
        """Stand empty."""
        super().__init__()
        self._session, self.texts = session, session.texts
        self._listed = listed()
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addLayout(self._listed)

    def show_glasses(self, glasses: "tuple[GlassView, ...]", *, may: bool) -> None:
        """Show what waits to be looked at."""
        lines = [self._glass(one, may=may) for one in glasses]
        refill(self._listed, lines, self.texts("glass-none"))

    def _glass(self, one: "GlassView", *, may: bool) -> QWidget:
        says = self.texts
        number = one.number or one.case
        told = words(
            says("glass-line", who=one.who, number=number, at=one.at), "strong"
        )
        purpose = says(f"access-purpose-{one.purpose.lower()}")
        why = words(says("glass-why", purpose=purpose, reason=one.reason))
        buttons = [self._finding(one, code) for code in FINDINGS] if may else []
        return line(told, below=(why, row(*buttons, None)))

    def _finding(self, one: "GlassView", code: str) -> QWidget:
        says = self.texts
        text = says(f"review-finding-{code.lower().replace('_', '-')}")
        name = says("glass-review-name", who=one.who, at=one.at, finding=text)
        return Button(text, "chip", name=name).on(self._reviewing(one.id, code))

    def _reviewing(self, record: str, code: str) -> Callable[[], None]:
        def act() -> None:
            self._session.do(
                lambda desk, _p: desk.roles.review_emergency(record, code),
                lambda _none: self._on_reviewed(),
                by=self,
            )

        return act

    def _on_reviewed(self) -> None:
        self._session.toast(self.texts("glass-reviewed"))
        self.reviewed.emit()


class OpenGlass(QWidget):
    """A number, a purpose, a reason: for a quarter of an hour the case can be read."""

    def __init__(self, session: Session) -> None:
        """Stand empty."""
        super().__init__()
        self._session, self.texts = session, session.texts
        says = self.texts
        self.number = Field(says("glass-number"))
        self.purposes = Choices(
            [(one, says(f"access-purpose-{one.lower()}")) for one in PURPOSES],
            says("access-purpose"),
            columns=3,
        )
        self.reason = Field(says("glass-reason"), says("glass-reason-help"))
        self._error = words("", tone="danger")
        self._error.hide()
        self.go = Button(says("glass-open"), "primary", icon="eye").on(self._on_go)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(12)
        for widget in (self.number, self.purposes, self.reason, self._error):
            box.addWidget(widget)
        box.addLayout(row(self.go, None))
        for field in (self.number, self.reason):
            field.edited.connect(self._show_button)
        self.purposes.chosen.connect(lambda _values: self._show_button())
        self._show_button()

    def _show_button(self) -> None:
        told = self.number.text() and self.purposes.values and self.reason.text()
        self.go.setEnabled(bool(told))

    def _on_go(self) -> None:
        number, reason = self.number.text(), self.reason.text()
        (purpose,) = self.purposes.values
        say(self._error, "")

        def deed(desk: "Desk", _progress: object) -> str:
            found = desk.access.case_of(number)
            return desk.roles.break_glass(found, purpose, reason).case

        self._session.do(deed, self._on_opened, by=self, otherwise=self._on_refused)

    def _on_opened(self, case: str) -> None:
        self.reason.set_text("")
        self._session.toast(self.texts("glass-opened"))
        self._session.go("case", case=case)

    def _on_refused(self, error: IntakeError) -> None:
        said = self.texts.error(error)
        say(self._error, f"{said.sentence}\n{said.remedy}", "danger")
