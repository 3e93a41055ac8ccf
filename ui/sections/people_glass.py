"""What was opened in an emergency (긴급 열람), and what a supervisor found."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.sections.listing import line, listed, refill
from ui.session import Session
from ui.widgets import Button, row, words

if TYPE_CHECKING:
    from intake.desk.views.office import GlassView

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
