"""두 번째 의견: a list of pairs that two engines see differently, and one of them in words.

* It decides nothing and proposes nothing; whoever wants to decide opens the pair in the queue.
* It may take minutes: it runs beside everything else, and stopping it leaves the one before.
"""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from intake.errors import IntakeError, NotFound, NotInstalled, NotYours
from ui.jobs import Lane
from ui.screens.opinion.pane import OpinionPane
from ui.session import Fact, Session
from ui.widgets import Button, Card, row, words
from ui.widgets.listed_page import ListedPage

if TYPE_CHECKING:
    from intake.desk import Desk
    from intake.desk.views.opinion import OpinionLine, OpinionView

_WIDE = 760
_TOPICS = {"link", "case", "suspect", "interview"}


class Opinion(ListedPage):
    """The differences, and the one that is open."""

    def __init__(self, session: Session) -> None:
        """Stand with what a second opinion is until a difference is chosen."""
        super().__init__(_WIDE)
        self._session, self._texts = session, session.texts
        self._view: OpinionView | None = None
        self.pane = self.list_pane = OpinionPane(session)
        self.pane.wanted.connect(self._on_run)
        self.pane.opened.connect(self._on_opened)
        self._title = words(self._texts("second-title"), "title", wrap=False)
        self.stand(self._title, None)
        self._say("second-what")
        session.touched.connect(self._on_touched)

    @override
    def show_place(self, facts: Mapping[str, Fact]) -> None:
        """Ask for the newest one."""
        self._ask()
        self.pane.run.setFocus(Qt.FocusReason.OtherFocusReason)

    def _ask(self) -> None:
        self._session.ask(
            lambda desk, _progress: desk.opinion.latest(),
            self.show_opinion,
            by=self,
            slot="opinion",
            otherwise=self._on_refused,
        )

    def _on_touched(self, topics: frozenset[str], by: object) -> None:
        if topics & _TOPICS and by is not self and self.isVisible():
            self._ask()

    def show_opinion(self, view: "OpinionView") -> None:
        """Show the list; nothing of it is open yet."""
        if view == self._view:
            return
        self._view = view
        self.pane.show_opinion(view)
        self._say("second-pick" if view.differences else "second-what")

    # --- asking the other one --------------------------------------------------------------

    def _on_run(self) -> None:
        progress = self.pane.progress
        job = self._session.do(
            lambda desk, told: desk.opinion.run(told),
            self._on_told,
            by=self,
            lane=Lane.BULK,
            watch=progress.step,
            stopped=self._on_stopped,
            otherwise=self._on_refused,
        )
        self.pane.busy(running=True)
        progress.begin(self._texts("progress-opinion"), job.cancel)

    def _on_told(self, view: "OpinionView") -> None:
        self._rest()
        self._session.toast(self._texts("second-done", count=len(view.differences)))
        self.show_opinion(view)

    def _on_stopped(self) -> None:
        self._rest()
        self._session.toast(self._texts("second-stopped"))

    def _on_refused(self, error: IntakeError) -> None:
        self._rest()
        if isinstance(error, NotInstalled):
            self._say("second-not-installed")
        elif isinstance(error, NotYours):
            self.pane.run.setVisible(False)
            self._say("second-not-yours")
        else:
            self._session.refuse(error)

    def _rest(self) -> None:
        self.pane.progress.end()
        self.pane.busy(running=False)

    # --- one difference --------------------------------------------------------------------

    def _on_opened(self, at: int) -> None:
        if self._view is not None:
            self._show(self._view.differences[at])

    def _show(self, one: "OpinionLine") -> None:
        says, kind = self._texts, one.kind.lower()
        self._title.setText(f"{one.one_number} ↔ {one.other_number}")
        go = Button(says("second-open"), "primary", icon="users")
        go.on(lambda: self._on_pair(one))
        ours = one.why or says(f"second-ours-{kind}")
        cards: list[QWidget] = [
            Card(words(says("second-ours"), "heading"), words(ours), gap=8),
            Card(words(says("second-theirs"), "heading"), words(says(f"second-theirs-{kind}")), gap=8),
            Card(words(says("second-hint"), "muted"), row(go, None), gap=12),
        ]  # fmt: skip
        self.show_cards(cards, f"{one.one}.{one.other}")

    def _on_pair(self, one: "OpinionLine") -> None:
        if one.link:
            self._session.go("people", link=one.link)
            return
        ends = (one.one, one.other)
        self._session.ask(
            lambda desk, _progress: candidate_of(desk, ends),
            lambda found: self._session.go("people", candidate=found),
            by=self,
            slot="pair",
        )

    def _say(self, sentence: str) -> None:
        self._title.setText(self._texts("second-title"))
        self.show_sentence(self._texts(sentence), "scale")


def candidate_of(desk: "Desk", ends: tuple[str, str]) -> str:
    """Return the candidate two suspects are, by the profiles they belong to."""
    return ".".join(sorted(_least(desk, one) for one in ends))


def _least(desk: "Desk", suspect: str) -> str:
    try:
        return desk.profiles.of_suspect(suspect)
    except NotFound:  # nobody named: no record, and joined with nobody
        return suspect
