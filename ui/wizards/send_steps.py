"""Sending over a stick, steps 2 to 5: what goes, making it, reading it again, taking it out.

* What stays is listed with the reason, before anything is made.
* Cancel leaves nothing on the stick; the verified copy is read back from the stick itself.
* The slip of paper carries the bundle's number; the wizard ends with the lock.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING

from typing_extensions import override

from intake.errors import IntakeError, MailboxAway
from ui.jobs import Job, Lane
from ui.session import Session
from ui.tables.plan_list import plan_list
from ui.widgets import Button, Card, Choices, Symbol, column, row, say, words
from ui.widgets.paper import print_pdf, save_bytes
from ui.wizards.stick import Journey, fit
from ui.wizards.wizard import Step, Wizard

if TYPE_CHECKING:
    from intake.desk.views import Addressee, SealedView, SendPlanView


class WhatStep(Step):
    """To whom, which cases go, which stay and why."""

    title_id = "send-what"
    hint_id = "send-what-hint"

    def __init__(
        self, session: Session, journey: Journey, addressees: "tuple[Addressee, ...]"
    ) -> None:
        """Plan for the first addressee at once."""
        super().__init__(session.texts)
        says = self.texts
        self._session, self._journey = session, journey
        self._addressees = {one.code: one for one in addressees}
        self._to = Choices(
            [(one.code, one.name) for one in addressees], says("send-to"), columns=2
        )
        self._to.chosen.connect(lambda values: self._plan_for(*values[:1]))
        self._to.setVisible(len(addressees) > 1)
        self._goes_title = words("", "strong")
        self._stays_title = words("", "strong")
        self._goes = plan_list(says, says("send-goes-name"))
        self._stays = plan_list(says, says("send-stays-name"), reasons=True)
        self._tells = words("")
        self.add(self._to, self._goes_title, self._goes, self._tells)
        self.add(4, self._stays_title, self._stays, None)
        self._show(None)

    @override
    def arrive(self) -> None:
        """Plan anew: something may have been written since."""
        first = next(iter(self._addressees), "")
        code = self._journey.to.code if self._journey.to else first
        self._to.choose(code)
        self._plan_for(code)

    @override
    def ready(self) -> bool:
        """There is something to send."""
        plan = self._journey.plan
        return plan is not None and bool(plan.records or plan.taken_back or plan.counts)

    def _plan_for(self, code: str = "") -> None:
        if code not in self._addressees:
            return
        self._journey.to, self._journey.plan = self._addressees[code], None
        self._show(None)
        self._session.ask(
            lambda desk, _progress: desk.exchange.plan(code),
            self._show,
            by=self,
            slot="plan",
            lane=Lane.BULK,
            otherwise=self.show_error,
        )

    def _show(self, plan: "SendPlanView | None") -> None:
        self._journey.plan = plan
        says = self.texts
        goes, stays = (plan.goes, plan.stays) if plan else ((), ())
        self._goes.rows.show_lines(goes)
        self._stays.rows.show_lines(stays)
        title = says("send-counting")
        if plan is not None:
            title = says(
                "send-goes",
                cases=len(goes),
                records=plan.records,
                size=plan.size_estimate,
            )
        if plan is not None and not plan.records:
            title = says("send-only-counts" if plan.counts else "send-nothing")
        self._goes_title.setText(title)
        say(self._tells, self._beside(plan))
        fit(self._goes, len(goes), 5)
        fit(self._stays, len(stays), 4)
        self._goes.setVisible(bool(goes))
        self._stays_title.setText(says("send-stays", cases=len(stays)))
        self._stays_title.setVisible(bool(stays))
        self._stays.setVisible(bool(stays))
        self.changed.emit()

    def _beside(self, plan: "SendPlanView | None") -> str:
        """Return what goes beside the cases: link notices, and whose consent was taken back."""
        told = []
        if plan is not None and plan.returned:
            told.append(self.texts("send-returns", count=plan.returned))
        if plan is not None and plan.notices:
            told.append(self.texts("send-notices", count=plan.notices))
        if plan is not None and plan.taken_back:
            told.append(self.texts("send-tells", cases=len(plan.taken_back)))
        if plan is not None and plan.counts:
            told.append(self.texts("send-counts", years=", ".join(plan.counts)))
        return "\n".join(told)


def _about_to(plan: "SendPlanView") -> str:
    """Return the text id of what is about to happen."""
    if plan.records:
        return "send-about-to"
    return "send-about-to-tell" if plan.taken_back else "send-about-to-count"


class MakeStep(Step):
    """Seal and leave on the stick, with progress and a cancel that leaves nothing."""

    title_id = "send-make-title"
    hint_id = "send-make-hint"
    next_id = "send-make"
    no_return = True

    def __init__(self, session: Session, journey: Journey) -> None:
        """Say once more what is about to happen."""
        super().__init__(session.texts)
        self._session, self._journey = session, journey
        self.wizard: Wizard | None = None
        self._said = words("", "strong")
        self.add(self._said, None)

    @override
    def arrive(self) -> None:
        """Name the addressee and the stick."""
        plan, to = self._journey.plan, self._journey.to
        if plan is not None and to is not None:
            text = self.texts(
                _about_to(plan),
                to=to.name,
                cases=len(plan.goes),
                records=plan.records,
                place=self._journey.place_name,
            )
            self._said.setText(text)

    @override
    def finish(self, then: Callable[[], None]) -> None:
        """Make the bundle, then copy it."""
        plan = self._journey.plan
        if plan is None:
            return
        job = self._session.do(
            lambda desk, progress: desk.exchange.make(plan, progress),
            lambda sealed: self._on_made(sealed, then),
            by=self,
            lane=Lane.CARRY,
            stopped=self._on_stopped,
            otherwise=self._on_refused,
            watch=self.wizard.progress.step if self.wizard else None,
        )
        self._work("send-making", job)

    def _on_made(self, sealed: "SealedView", then: Callable[[], None]) -> None:
        self._journey.sealed = sealed
        folder = self._journey.folder
        if folder is None:
            self._on_refused(MailboxAway(mailbox=self._journey.place_name))
            return
        job = self._session.do(
            lambda desk, progress: desk.exchange.deliver(sealed, folder, progress),
            lambda _nothing: then(),
            by=self,
            lane=Lane.CARRY,
            stopped=self._on_stopped,
            otherwise=self._on_refused,
            watch=self.wizard.progress.step if self.wizard else None,
        )
        self._work("send-copying", job)

    def _work(
        self, text_id: str, job: "Job[object] | Job[None] | Job[SealedView]"
    ) -> None:
        def cancel() -> None:
            job.cancel()
            self._on_stopped()

        if self.wizard is not None:
            self.wizard.set_working(
                working=True, text=self.texts(text_id), cancel=cancel
            )

    def _on_stopped(self) -> None:
        """Be free again; a medium that hangs is not waited for."""
        if self.wizard is not None:
            self.wizard.set_working(working=False)
        say(self.error, self.texts("send-cancelled"), "wait")

    def _on_refused(self, error: IntakeError) -> None:
        if self.wizard is not None:
            self.wizard.set_working(working=False)
        self.show_error(error)


class CheckStep(Step):
    """Read the copy back from the stick and compare every byte."""

    title_id = "send-check-title"
    hint_id = "send-check-hint"
    no_return = True

    def __init__(self, session: Session, journey: Journey) -> None:
        """Begin as soon as it is shown."""
        super().__init__(session.texts)
        self._session, self._journey = session, journey
        self.wizard: Wizard | None = None
        self._ok = False
        self._mark = Symbol("circle-check", "ok", 24)
        self._said = words("", "strong")
        again = Button(self.texts("shell-retry"), icon="refresh-cw").on(self.arrive)
        self._again = again
        self.add(row(self._mark, 4, self._said, None), row(again, None), None)

    @override
    def arrive(self) -> None:
        """Read it again."""
        sealed, folder = self._journey.sealed, self._journey.folder
        self._ok = False
        self._mark.hide()
        self._again.hide()
        self._said.setText("")
        if sealed is None or folder is None:
            return
        job = self._session.do(
            lambda desk, progress: desk.exchange.verify(sealed, folder, progress),
            lambda _nothing: self._on_checked(),
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
            text = self.texts("send-checking")
            self.wizard.set_working(working=True, text=text, cancel=cancel)

    @override
    def ready(self) -> bool:
        """It was read back whole."""
        return self._ok

    def _on_checked(self) -> None:
        self._ok = True
        self._mark.show()
        self._said.setText(self.texts("send-checked"))
        self._free()

    def _on_stopped(self) -> None:
        self._again.show()
        self._free()
        say(self.error, self.texts("send-check-cancelled"), "wait")

    def _on_refused(self, error: IntakeError) -> None:
        self._again.show()
        self._free()
        self.show_error(error)

    def _free(self) -> None:
        if self.wizard is not None:
            self.wizard.set_working(working=False)
            self.wizard.next.setFocus()


class SlipStep(Step):
    """Take the stick out; the slip goes with it."""

    title_id = "send-slip-title"
    hint_id = "send-slip-hint"
    next_id = "send-finish-lock"

    def __init__(self, session: Session, journey: Journey) -> None:
        """Show the bundle's number and offer the slip."""
        super().__init__(session.texts)
        self._session, self._journey = session, journey
        says = self.texts
        self._number = words("", "code", selectable=True)
        self._facts = words("", "muted")
        printing = Button(says("shell-print"), icon="printer").on(
            lambda: self._slip(self._on_print)
        )
        saving = Button(says("shell-save-as"), icon="download").on(
            lambda: self._slip(self._on_save)
        )
        number = words(says("send-number"), "small")
        card = Card(column(number, self._number, self._facts, gap=4), ground="ok")
        self.add(card, row(printing, saving, None), None)

    @override
    def arrive(self) -> None:
        """Show the number."""
        sealed = self._journey.sealed
        if sealed is not None:
            self._number.setText(sealed.number)
            facts = self.texts("send-sealed-facts", size=sealed.size, ms=sealed.made_ms)
            self._facts.setText(facts)

    def _slip(self, then: Callable[[bytes], None]) -> None:
        sealed = self._journey.sealed
        if sealed is not None:
            self._session.do(
                lambda desk, _progress: desk.exchange.slip(sealed),
                then,
                by=self,
                otherwise=self.show_error,
            )

    def _on_print(self, data: bytes) -> None:
        if print_pdf(self, data):
            self._session.toast(self.texts("shell-printed"))

    def _on_save(self, data: bytes) -> None:
        sealed = self._journey.sealed
        try:
            path = save_bytes(self, f"{sealed.number if sealed else 'slip'}.pdf", data)
        except OSError:
            self._session.toast(self.texts("shell-cannot-save"))
            return
        if path is not None:
            self._session.toast(self.texts("shell-saved-file", name=path.name))
