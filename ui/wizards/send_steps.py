"""What leaves for somebody, which cases stay and why (보내기): before the first sending at a place."""

from typing import TYPE_CHECKING

from typing_extensions import override

from intake.text import Texts
from ui.jobs import Lane
from ui.session import Session
from ui.tables.plan_list import plan_list
from ui.widgets import Choices, say, words
from ui.wizards.stick import Journey, fit
from ui.wizards.wizard import Step

if TYPE_CHECKING:
    from intake.desk.views import Addressee, SendPlanView


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
        return plan is not None and bool(plan.records or plan.taken_back or plan.counts or plan.answers)  # fmt: skip

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
        say(self._tells, "\n".join(beside(says, plan)) if plan else "")
        fit(self._goes, len(goes), 5)
        fit(self._stays, len(stays), 4)
        self._goes.setVisible(bool(goes))
        self._stays_title.setText(says("send-stays", cases=len(stays)))
        self._stays_title.setVisible(bool(stays))
        self._stays.setVisible(bool(stays))
        self.changed.emit()

    def show_lists(self, *, shown: bool) -> None:
        """Show cases that go and stay, or nothing of them: to somebody no case is ever sent."""
        plan = self._journey.plan
        self.hint.setVisible(shown)
        self._goes_title.setVisible(shown)
        self._goes.setVisible(shown and bool(plan and plan.goes))
        self._stays_title.setVisible(shown)
        self._stays.setVisible(shown and bool(plan and plan.stays))


def beside(texts: Texts, plan: "SendPlanView") -> list[str]:
    """Return what goes beside the cases: notices, withdrawals told, counts, what is given back."""
    told = []
    if plan.notices:
        told.append(texts("send-notices", count=plan.notices))
    if plan.taken_back:
        told.append(texts("send-tells", cases=len(plan.taken_back)))
    if plan.answers:
        told.append(texts("send-answers", count=plan.answers))
    if plan.counts:
        told.append(texts("send-counts", years=", ".join(plan.counts)))
    if plan.returned:
        told.append(texts("send-returns", count=plan.returned))
    return told
