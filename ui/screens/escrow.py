"""일치 확인: the second party's first page; it has no cases, so this is what it has."""

from collections.abc import Mapping

from PySide6.QtCore import Qt
from typing_extensions import override

from ui import theme
from ui.sections.escrow import EscrowSection
from ui.session import Fact, Session
from ui.widgets import Button, Column, Page, words


class Escrow(Page):
    """The section of match-only on a page of its own."""

    def __init__(self, session: Session) -> None:
        """Ask at every arrival."""
        super().__init__()
        self._session, says = session, session.texts
        self.to_send = Button(says("action-send"), icon="send")
        self.to_send.on(lambda: session.go("send"))
        self.set_header(words(says("rail-escrow"), "title", wrap=False), None, self.to_send)  # fmt: skip
        self.section = EscrowSection(session)
        self.set_body(Column(self.section, None, width=theme.COLUMN))

    @override
    def show_place(self, facts: Mapping[str, Fact]) -> None:
        """Ask how it stands."""
        self.to_send.setFocus(Qt.FocusReason.OtherFocusReason)
        self.section.arrive()
