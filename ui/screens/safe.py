"""The page after two starts that never came to one: safe mode is offered, nothing is decided."""

from PySide6.QtCore import Qt
from typing_extensions import override

from ui.health import open_health
from ui.session import Session
from ui.widgets import Button, Card, Column, Page, Symbol, row, words

_WIDTH = 560


class Safe(Page):
    """Asks how to go on."""

    def __init__(self, session: Session) -> None:
        """Offer safe mode, the usual way, and the doctor."""
        super().__init__()
        self._session, says = session, session.texts
        self.setProperty("ground", "canvas")
        self.safe_button = Button(says("safe-open"), "primary")
        self.safe_button.on(lambda: session.safe_said.emit(True))
        self.usual_button = Button(says("safe-usual"))
        self.usual_button.on(lambda: session.safe_said.emit(False))
        self.doctor_button = Button(says("doctor-open"), "quiet", icon="life-buoy")
        self.doctor_button.on(lambda: open_health(session, self.window()))
        card = Card(
            row(Symbol("life-buoy", "accent", 28), words(says("safe-offer"), "title"), gap=12),
            words(says("safe-offer-body"), "note"),
            words(says("safe-help"), "muted"),
            row(self.safe_button, self.usual_button, None, self.doctor_button),
            gap=16,
        )  # fmt: skip
        card.body.setContentsMargins(28, 28, 28, 24)
        self.set_body(Column(None, card, None, width=_WIDTH))

    @override
    def show_place(self, facts: object) -> None:
        """Put the focus on the careful choice."""
        del facts
        self.safe_button.setFocus(Qt.FocusReason.OtherFocusReason)
