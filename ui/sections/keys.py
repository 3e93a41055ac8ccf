"""Our keys and those of the other side."""

from typing_extensions import override

from ui.sections.certificates import CertificateCards
from ui.sections.section import Section
from ui.session import Session
from ui.wizards.keys_panel import KeysPanel


class KeysSection(Section):
    """Our keys and those of the other side."""

    name = "keys"

    def __init__(self, session: Session) -> None:
        """Show how the certificate stands, then the panel of the first run."""
        super().__init__(session)
        self._panel = KeysPanel(session)
        self.certificates = CertificateCards(session)
        self.body.addWidget(self.certificates)
        self.card("settings-keys-title", self._panel)
        self.end()

    @override
    def arrive(self) -> None:
        """Ask for the cards."""
        self._panel.arrive()
        self.certificates.arrive()
