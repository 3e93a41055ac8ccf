"""Whether this computer, this program and this vault are fit (점검), and safe mode."""

from typing_extensions import override

from ui.health import HealthPanel
from ui.sections.section import Section
from ui.session import Session
from ui.widgets import Button, row, words


class DoctorSection(Section):
    """The doctor of an open workspace, and the way into safe mode and out of it."""

    name = "doctor"

    def __init__(self, session: Session) -> None:
        """Stand empty until somebody arrives."""
        super().__init__(session)
        says, safe = self.texts, session.safe
        self.panel = HealthPanel(session)
        self.card("doctor-title", self.panel)
        way = "leave" if safe else "enter"
        self.restart = Button(says(f"safe-{way}"), icon="refresh-cw")
        self.restart.on(self._on_restart)
        self.card(
            "safe-title",
            words(says("safe-is-on" if safe else "safe-help"), "muted"),
            row(self.restart, None),
        )
        self.end()

    @override
    def arrive(self) -> None:
        """Look, unless something is shown already."""
        if self.panel.view is None:
            self.panel.look()

    def _on_restart(self) -> None:
        """Lock, and begin again the other way; what is typed is kept as at any lock."""
        self.session.safe = not self.session.safe
        self.session.lock_wanted.emit()
