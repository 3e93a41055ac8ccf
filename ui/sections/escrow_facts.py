"""Whether match-only is on, and its numbers: left there, waiting, asked today."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLayout

from ui.session import Session
from ui.widgets import Button, Card, Pill, row, words
from ui.wizards.compare import empty

if TYPE_CHECKING:
    from intake.desk.views.escrow import EscrowView

_LABEL = 260


class FactsCard(Card):
    """On or off in a word, what that means, and a few numbers."""

    def __init__(self, session: Session) -> None:
        """Stand empty."""
        super().__init__(gap=10)
        self._session, self._texts = session, session.texts

    def show_state(self, view: "EscrowView") -> None:
        """Say how it stands."""
        says = self._texts
        empty(self)
        both = {one.kind for one in view.parties} >= {"central", "escrow"}
        off = Pill(says("escrow-getting-ready" if both else "escrow-off"), "wait" if both else "info")  # fmt: skip
        state = Pill(says("escrow-on"), "ok") if view.is_on else off
        self.add(row(words(says("escrow-title"), "heading", wrap=False), state, None))
        center = view.role == "center"
        self.add(words(says("escrow-help-center" if center else "escrow-help-party"), "muted"))  # fmt: skip
        told = "escrow-off-words" if center else "escrow-off-party"
        if view.is_on:
            told = "escrow-on-words" if center else ""
        if told:
            self.add(words(says(told)))
        if not both:
            keys = Button(says("escrow-to-keys"), icon="key-round")
            keys.on(lambda: self._session.go("settings", section="keys"))
            self.add(row(keys, None))
        for label, said in self._facts(view):
            self.add(self._fact(says(label), said))
        if center and view.is_on:
            self.add(words(says("escrow-padded"), "small"))

    def _facts(self, view: "EscrowView") -> tuple[tuple[str, str], ...]:
        says = self._texts
        filed = says("escrow-count", count=view.filed)
        if view.role == "center":
            used = says("escrow-of-quota", used=view.used_today, quota=view.quota)
            waiting = says("escrow-count", count=view.waiting)
            return (("escrow-fact-filed-center", filed), ("escrow-fact-waiting", waiting), ("escrow-fact-used", used))  # fmt: skip
        found = (("escrow-fact-filed-central", filed),) if view.role == "central" else ()  # fmt: skip
        quota = says("escrow-count", count=view.quota)
        days = says("escrow-days-count", count=view.incidents)
        fresh = (("escrow-fact-refresh", says.day(view.next_refresh_ms)),) if view.next_refresh_ms else ()  # fmt: skip
        return (*found, ("escrow-fact-quota", quota), ("escrow-fact-incidents", days), *fresh)  # fmt: skip

    def _fact(self, label: str, said: str) -> QLayout:
        title = words(label, "muted")
        title.setFixedWidth(_LABEL)
        return row(title, words(said, "strong", wrap=False), None, gap=12)
