"""Receiving over a stick: everything is checked before anything is believed (받기)."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from intake.errors import IntakeError
from intake.text import Texts
from ui.jobs import Lane
from ui.session import Session
from ui.widgets import Card, Pill, Symbol, column, row, say, words
from ui.wizards.reasons import reason
from ui.wizards.stick import Journey
from ui.wizards.wizard import Step, Wizard

if TYPE_CHECKING:
    from intake.desk.views import ReceivedView, ReceiveView


class LookStep(Step):
    """Read what lies on the stick, with progress and cancel."""

    title_id = "receive-look-title"
    hint_id = "receive-look-hint"
    next_id = "receive-look"
    no_return = True

    def __init__(self, session: Session, journey: Journey) -> None:
        """Wait for the word to begin."""
        super().__init__(session.texts)
        self._session, self._journey = session, journey
        self.wizard: Wizard | None = None
        self._said = words("", "strong")
        self.add(self._said, None)

    @override
    def arrive(self) -> None:
        """Name the stick."""
        place = self._journey.place_name
        self._said.setText(self.texts("receive-from", place=place))

    @override
    def finish(self, then: Callable[[], None]) -> None:
        """Check, then merge what was believed."""
        folder = self._journey.folder
        if folder is None:
            return

        def received(view: "ReceiveView") -> None:
            self._journey.received = view
            then()

        job = self._session.do(
            lambda desk, progress: desk.exchange.receive(folder, progress),
            received,
            by=self,
            lane=Lane.CARRY,
            otherwise=self._on_refused,
            stopped=self._on_stopped,
            watch=self.wizard.progress.step if self.wizard else None,
        )

        def cancel() -> None:
            job.cancel()
            self._on_stopped()

        if self.wizard is not None:
            text = self.texts("receive-looking")
            self.wizard.set_working(working=True, text=text, cancel=cancel)

    def _on_stopped(self) -> None:
        self._free()
        say(self.error, self.texts("receive-cancelled"), "wait")

    def _on_refused(self, error: IntakeError) -> None:
        self._free()
        self.show_error(error)

    def _free(self) -> None:
        if self.wizard is not None:
            self.wizard.set_working(working=False)


class ResultStep(Step):
    """What was believed, what was put aside and why."""

    title_id = "receive-result-title"
    next_id = "send-finish-lock"

    def __init__(self, session: Session, journey: Journey) -> None:
        """List everything that was found."""
        super().__init__(session.texts)
        self._journey = journey
        self._said = words("", "strong")
        self._listed = QVBoxLayout()
        self._listed.setSpacing(8)
        self.add(self._said, self._listed, None)

    @override
    def arrive(self) -> None:
        """Show the result."""
        view = self._journey.received
        while (item := self._listed.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        if view is None or not view.items:
            self._said.setText(self.texts("receive-nothing"))
        else:
            said = self.texts(
                "receive-result", items=len(view.items), cases=view.touched_cases
            )
            self._said.setText(said)
        for card in result_cards(self.texts, view) if view is not None else ():
            self._listed.addWidget(card)


def result_cards(texts: Texts, view: "ReceiveView") -> list[QWidget]:
    """Return what a person must decide or carry first, then every bundle."""
    cards: list[QWidget] = []
    if view.withdrawn:
        cards.append(_notice(texts("receive-withdrawn", cases=view.withdrawn)))
    if view.unanswered:
        names = ", ".join(view.unanswered)
        cards.append(_notice(texts("receive-unanswered", names=names)))
    return cards + [received_line(texts, one) for one in view.items]


def _notice(text: str) -> Card:
    card = Card(row(Symbol("circle-alert", "wait"), words(text)), ground="notice")
    card.body.setContentsMargins(14, 10, 14, 10)
    return card


def received_line(texts: Texts, item: "ReceivedView") -> QWidget:
    """Return a bundle that arrived: its number, from whom, and what became of it."""
    refused = bool(item.reason_text_id)
    state = Pill(texts(item.state_text_id), "wait" if refused else "ok")
    number = words(item.number, "strong", wrap=False)
    sender = words(f"{item.sender} · {texts.moment(item.ms)}", "small", wrap=False)
    lines = column(row(number, state, None), sender, gap=4)
    if refused:
        lines.addWidget(words(reason(texts, item.reason_text_id, item.facts)))
    elif item.records:
        lines.addWidget(words(texts("send-records", count=item.records), "small"))
    card = Card(lines, ground="notice" if refused else "plain")
    card.body.setContentsMargins(14, 10, 14, 10)
    return card
