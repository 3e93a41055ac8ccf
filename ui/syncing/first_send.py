"""Before the first sending to somebody at a place: what leaves, what stays, and why.

* Nothing was sent there before; nothing is sent there after a no.
* The same lists as before a stick, of the same plan.
"""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from intake.errors import IntakeError
from ui.session import Session
from ui.widgets import Button, Card, say, words
from ui.widgets.tall_sheet import TallSheet
from ui.wizards.send_steps import WhatStep
from ui.wizards.stick import Journey

if TYPE_CHECKING:
    from intake.desk.views import Addressee
    from intake.desk.views.sync import SyncPlace


class BlindCard(Card):
    """What leaves where one of the two is the second party (제2기관) of match-only: no case."""

    def __init__(self, session: Session) -> None:
        """Say it for a center or the central desk, or for the second party itself."""
        says, party = session.texts, session.role == "escrow"
        title = "sync-first-from-escrow" if party else "sync-first-escrow"
        super().__init__(words(says(title), "strong"), words(says(f"{title}-words")), ground="info")  # fmt: skip
        if not party:
            self.add(words(says("sync-first-escrow-stays")), words(says("sync-first-escrow-why")))  # fmt: skip


class FirstSend(TallSheet):
    """Shows the plan for somebody and asks whether it may go from now on."""

    def __init__(
        self,
        parent: QWidget,
        session: Session,
        place: "SyncPlace",
        offered: "tuple[Addressee, ...]",
        elsewhere: Mapping[str, str],
        then: Callable[[], None],
    ) -> None:
        """Offer whoever is not sent to at ``place``; ``elsewhere`` says who is sent to where."""
        says = session.texts
        self.no = Button(says("sync-not-now")).on(self.close_sheet)
        self.allow = Button(says("sync-allow"), "primary").on(self._on_allow)
        title = says("sync-first-title", place=place.name)
        super().__init__(parent, title, self.no, self.allow, width=720)
        self._session, self.texts, self._place, self._then = session, says, place, then
        self._elsewhere = elsewhere
        self._journey = Journey()
        self.what = WhatStep(session, self._journey, offered)
        self.what.changed.connect(self._on_planned)
        self._moves = words("", "strong")
        self._moves.hide()
        self._wrong = words("", "small", tone="danger")
        self._wrong.hide()
        self._blind = BlindCard(session)
        self._promise = words(says("sync-first-promise"))
        promise = Card(self._promise, words(says("sync-first-sealed"), "muted"), ground="soft")  # fmt: skip
        self.put(self.what, self._blind, self._moves, promise, self._wrong)
        self._on_planned()

    def ask(self) -> "FirstSend":
        """Show the sheet and plan."""
        self.open_sheet(self.no)
        self.what.arrive()
        return self

    def _on_planned(self) -> None:
        to = self._journey.to
        self.allow.setEnabled(self._journey.plan is not None)
        before = self._elsewhere.get(to.code, "") if to else ""
        moves = self.texts("sync-first-moves", to=to.name, place=before) if to and before else ""  # fmt: skip
        say(self._moves, moves)
        blind = to is not None and "escrow" in {to.kind, self._session.role}
        self._blind.setVisible(blind)
        self._promise.setHidden(blind)
        self.what.show_lists(shown=not blind)
        self.place()

    def _on_allow(self) -> None:
        place, to = self._place.place, self._journey.to
        if to is None:
            return
        code = to.code
        self.allow.setEnabled(False)
        self._session.do(
            lambda desk, _progress: desk.sync.allow(place, code),
            lambda _nothing: self._on_allowed(),
            by=self,
            otherwise=self._on_refused,
        )

    def _on_allowed(self) -> None:
        self.close_sheet()
        self._then()

    def _on_refused(self, error: IntakeError) -> None:
        self._on_planned()
        said = self.texts.error(error)
        say(self._wrong, f"{said.sentence} {said.remedy}", "danger")
