"""A legal hold (보존 의무): laid with a reason, lifted by a supervisor with one."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.session import Session
from ui.widgets import Button, Card, row, words
from ui.widgets.field import Field


class HoldCard(QWidget):
    """One reason and one button: to lay it, or to lift it."""

    changed = Signal()

    def __init__(self, session: Session) -> None:
        """Stand empty."""
        super().__init__()
        self._session, self.texts = session, session.texts
        self._case, self._held = "", False
        self.reason = Field(self.texts("hold-reason"))
        self.act = Button(self.texts("hold-lay")).on(self._on_act)
        self.reason.edited.connect(self._show_button)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(
            Card(
                words(self.texts("retention-hold-title"), "heading"),
                words(self.texts("hold-help"), "muted"),
                self.reason,
                row(self.act, None),
                gap=10,
            )
        )

    def show_hold(self, case: str, *, held: bool) -> None:
        """Offer to lay a hold on a case, or to lift it."""
        if (case, held) != (self._case, self._held):
            self.reason.set_text("")
        self._case, self._held = case, held
        said = self.texts("hold-lift" if held else "hold-lay")
        self.act.setText(said)
        self.act.setAccessibleName(said)
        self._show_button()

    def _show_button(self) -> None:
        self.act.setEnabled(bool(self.reason.text()))

    def _on_act(self) -> None:
        case, held, reason = self._case, self._held, self.reason.text()
        self._session.do(
            lambda desk, _p: (
                desk.retention.lift(case, reason)
                if held
                else desk.retention.hold(case, reason)
            ),
            lambda _none: self._on_done(held=held),
            by=self,
        )

    def _on_done(self, *, held: bool) -> None:
        self._session.toast(self.texts("hold-lifted" if held else "hold-laid"))
        self.changed.emit()
