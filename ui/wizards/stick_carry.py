"""USB로 주고받기, steps 3 and 4: bytes move, are read back and compared; then what came and left.

* Cancel leaves nothing of this way on the stick. A stick that is pulled costs nothing either: what
  lies there whole is not copied again, what is half is seen by nobody.
* The slip of paper (전달표) carries a bundle's number, nothing of a case.
"""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from intake.errors import IntakeError, MailboxAway
from ui.jobs import Lane
from ui.session import Session
from ui.widgets import Button, Card, Symbol, column, row, say, words
from ui.widgets.drives import drives
from ui.widgets.paper import print_pdf, save_bytes
from ui.wizards.receive_steps import result_cards
from ui.wizards.stick import Find, Journey
from ui.wizards.wizard import Step, Wizard

if TYPE_CHECKING:
    from intake.desk.views.sticks import StickLeft, StickReport


class StickCarry(Step):
    """Goes by itself once it is shown; says what it is at, and how far."""

    title_id = "stick-carry"
    hint_id = "stick-carry-hint"
    skip_id = "stick-stop-here"
    no_return = True

    def __init__(self, session: Session, journey: Journey, find: Find = drives) -> None:
        """Wait to be shown; ``find`` looks for a stick that was pulled and plugged in again."""
        super().__init__(session.texts)
        self._session, self._journey, self._find = session, journey, find
        self.wizard: Wizard | None = None
        self._done = False
        self._said = words("", "strong")
        self._calm = words("", "muted")
        self.again = Button(self.texts("stick-again"), "primary", icon="refresh-cw")
        self.again.on(self.arrive)
        self.again.hide()
        self.add(self._said, self._calm, None)
        self.body.addLayout(row(self.again, None))

    @override
    def arrive(self) -> None:
        """Take in, leave, read back."""
        self._done = False
        self.again.hide()
        say(self._calm, "")
        say(self.error, "")
        folder = self._here()
        if folder is None:
            return
        place = self._journey.place_name
        say(self._said, self.texts("stick-do-not-pull", place=place))
        job = self._session.do(
            lambda desk, progress: desk.sticks.carry(folder, progress),
            self._on_carried,
            by=self,
            lane=Lane.CARRY,
            stopped=self._on_stopped,
            otherwise=self._on_refused,
            watch=self.wizard.progress.step if self.wizard else None,
        )

        def cancel() -> None:
            job.cancel()
            self._on_stopped()

        if self.wizard is not None:
            text = self.texts("stick-carrying")
            self.wizard.set_working(working=True, text=text, cancel=cancel)

    @override
    def ready(self) -> bool:
        """Everything was read back whole."""
        return self._done

    def _here(self) -> Path | None:
        """Return where the stick is now: plugged in again it may have come elsewhere."""
        folder, name = self._journey.folder, self._journey.place_name
        if folder is None or folder.exists():
            return folder
        back = next((one for one in self._find() if one.is_offered and one.name == name), None)  # fmt: skip
        if back is not None:
            self._journey.folder = back.path
        return self._journey.folder

    def _on_carried(self, report: "StickReport") -> None:
        self._journey.report, self._done = report, True
        self._free("stick-carried")
        self.wanted_next.emit()

    def _on_stopped(self) -> None:
        """Be free again; a medium that hangs is not waited for."""
        self._free("")
        say(self.error, self.texts("stick-cancelled"), "wait")
        self.again.show()

    def _on_refused(self, error: IntakeError) -> None:
        self._free("")
        if isinstance(error, MailboxAway):
            say(self._said, self.texts("stick-away", place=self._journey.place_name))
            say(self._calm, self.texts("stick-pulled"))
        else:
            self.show_error(error)
        self.again.show()
        self.again.setFocus()

    def _free(self, text_id: str) -> None:
        say(self._said, self.texts(text_id) if text_id else "")
        if self.wizard is not None:
            self.wizard.set_working(working=False)
        self.changed.emit()


class StickResult(Step):
    """What came, what left, and the slip that goes along."""

    title_id = "stick-result"
    no_return = True

    def __init__(self, session: Session, journey: Journey) -> None:
        """List everything when shown."""
        super().__init__(session.texts)
        self._session, self._journey = session, journey
        self._listed = QVBoxLayout()
        self._listed.setSpacing(8)
        self.add(self._listed, None)

    @override
    def arrive(self) -> None:
        """Show the result."""
        while (item := self._listed.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        report, says = self._journey.report, self.texts
        if report is None:
            self._listed.addWidget(words(says("stick-nothing-done"), "strong"))
            return
        came, left = report.came, report.left
        told = says("receive-result", items=len(came.items), cases=came.touched_cases)
        self._put(words(told if came.items else says("receive-nothing"), "strong"))
        self._put(*result_cards(says, came))
        self._listed.addSpacing(8)
        self._put(words(says("stick-left", count=len(left)), "strong"))
        self._put(*map(self._left, left))
        if report.held:
            self._put(words(says("stick-held", count=len(report.held)), "muted"))
        if left:
            self._put(words(says("stick-slip-hint"), "muted"))

    def _put(self, *things: QWidget) -> None:
        for thing in things:
            self._listed.addWidget(thing)

    def _left(self, one: "StickLeft") -> QWidget:
        says, sealed = self.texts, one.sealed
        printing = Button(says("stick-slip-print"), "quiet", icon="printer", name=f"{says('stick-slip-print')} {sealed.number}")  # fmt: skip
        saving = Button(says("stick-slip-save"), "quiet", icon="download", name=f"{says('stick-slip-save')} {sealed.number}")  # fmt: skip
        printing.on(lambda: self._slip(one, self._on_print))
        saving.on(lambda: self._slip(one, lambda data: self._on_save(one, data)))
        facts = says("stick-left-facts", name=one.name, size=sealed.size)
        state = says("stick-read-back" if one.parts else "stick-there-before")
        lines = column(words(sealed.number, "strong", wrap=False, selectable=True), words(facts, "small"), words(state, "small"), gap=2)  # fmt: skip
        inside = row(Symbol("circle-check", "ok", 20), 10, lines, printing, saving)
        inside.setStretch(2, 1)
        card = Card(inside, ground="ok")
        card.body.setContentsMargins(14, 10, 14, 10)
        return card

    def _slip(self, one: "StickLeft", then: Callable[[bytes], None]) -> None:
        self._session.do(
            lambda desk, _progress: desk.exchange.slip(one.sealed),
            then,
            by=self,
            otherwise=self.show_error,
        )

    def _on_print(self, data: bytes) -> None:
        if print_pdf(self, data):
            self._session.toast(self.texts("shell-printed"))

    def _on_save(self, one: "StickLeft", data: bytes) -> None:
        try:
            path = save_bytes(self, f"{one.sealed.number}.pdf", data)
        except OSError:
            self._session.toast(self.texts("shell-cannot-save"))
            return
        if path is not None:
            self._session.toast(self.texts("shell-saved-file", name=path.name))
