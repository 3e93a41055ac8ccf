"""The cases: the list on the left, and one sentence while none is chosen."""

from collections.abc import Mapping

from PySide6.QtCore import Qt
from typing_extensions import override

from ui.screens.cases.pane import CasePane
from ui.session import Fact, Session
from ui.widgets import EmptyState, Page, column


class Cases(Page):
    """Holds the pane that a case borrows."""

    def __init__(self, session: Session) -> None:
        """Ask when the list is first seen."""
        super().__init__()
        self._session, says = session, session.texts
        self.pane = self.list_pane = CasePane(session)
        self.pane.opened.connect(lambda case: session.go("case", case=case))
        self.pane.new_wanted.connect(self._on_new)
        empty = EmptyState(says("cases-pick"), icon="folder-open")
        self._box.addLayout(column(None, empty, None))

    @override
    def show_place(self, facts: Mapping[str, Fact]) -> None:
        """``find`` puts the focus into the search."""
        if facts.get("find"):
            self.pane.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self.pane.search.selectAll()

    @override
    def act(self, action: str) -> bool:
        """F7 opens the consents of the case that is marked in the list."""
        if action == "consent" and self.pane.case:
            self._session.go("consent", case=self.pane.case)
            return True
        return False

    def _on_new(self) -> None:
        self._session.go("consent")
