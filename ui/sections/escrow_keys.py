"""The words of this year's key: our half and the other's, to be compared by telephone."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from intake.errors import IntakeError
from ui.session import Session
from ui.widgets import Button, Card, Pill, row, rule, words
from ui.widgets.flow import flowing
from ui.wizards.compare import empty, spoken_words

if TYPE_CHECKING:
    from intake.desk.views.escrow import EscrowParty, EscrowView

_PARTIES = ("central", "escrow")


class KeysOfParties(Card):
    """One line of words for each of the two parties."""

    def __init__(self, session: Session) -> None:
        """Stand empty."""
        super().__init__(gap=12)
        self._session, self._texts = session, session.texts

    def show_parties(self, view: "EscrowView", own: str) -> None:
        """Show both, our own first; one that is not known yet is named as missing."""
        says, center = self._texts, view.role == "center"
        empty(self)
        hint = "escrow-keys-help-center" if center else "escrow-keys-help"
        self.add(words(says("escrow-keys", epoch=str(view.epoch)), "heading"))
        self.add(words(says(hint), "muted"))
        by_kind = {one.kind: one for one in view.parties}
        kinds = sorted(_PARTIES, key=lambda kind: kind != view.role)
        for at, kind in enumerate(kinds):
            if at:
                self.add(rule())
            self._add_party(kind, by_kind.get(kind), own)
        mine = by_kind.get(view.role)
        if not center and (mine is None or not mine.public_words):
            self._add_beginning()

    def _add_party(self, kind: str, one: "EscrowParty | None", own: str) -> None:
        says = self._texts
        ready = one is not None and one.is_ready
        pill = Pill(says("escrow-ready" if ready else "escrow-not-ready"), "ok" if ready else "wait")  # fmt: skip
        line: list[QWidget] = [Pill(says(f"escrow-kind-{kind}"), "info"), pill]
        if one is not None:
            ours = one.code == own
            title = says("escrow-keys-own" if ours else "escrow-keys-other", name=one.name)  # fmt: skip
            line.insert(0, words(title, "strong", wrap=False))
        self.add(flowing(*line))
        spoken = tuple(one.public_words.split()) if one else ()
        if spoken:
            self.add(spoken_words(spoken))
        else:
            missing = "escrow-no-words" if one else "escrow-no-party"
            missing = "escrow-no-own" if one and one.code == own else missing
            self.add(words(says(missing), "small"))

    def _add_beginning(self) -> None:
        says = self._texts
        begin = Button(says("escrow-begin"), icon="key-round").on(self._on_begin)
        self.add(words(says("escrow-begin-help"), "small"), row(begin, None))

    def _on_begin(self) -> None:
        def begun(_view: object) -> None:
            self._session.toast(self._texts("escrow-began"))

        def refused(error: IntakeError) -> None:
            self._session.refuse(error)

        self._session.do(lambda desk, _p: desk.escrow.begin_epoch(), begun, otherwise=refused)  # fmt: skip
