"""The support tab of a case: things to do, lines, referrals, the log, the plan, the end."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication, QWidget
from typing_extensions import override

from intake.errors import ConsentMissing, IntakeError
from ui.screens.case.support.doing import Doing
from ui.screens.case.support.ending import EndCard
from ui.screens.case.support.lines import LinesCard
from ui.screens.case.support.log import LogCard
from ui.screens.case.support.plan import PlanCard
from ui.screens.case.support.referrals import ReferralsCard
from ui.screens.case.support.tasks import TasksCard
from ui.screens.case.tab import CaseTab
from ui.session import Session
from ui.taking_back import take_back
from ui.widgets import Button
from ui.widgets.form_sheet import FormSheet
from ui.widgets.tab_order import settle_tabs

if TYPE_CHECKING:
    from intake.desk import Desk
    from intake.desk.views.support import SupportView, TaskView


@dataclass(frozen=True, slots=True)
class Look:
    """Everything the tab shows."""

    support: "SupportView"
    tasks: "tuple[TaskView, ...]"


class Support(CaseTab):
    """What is arranged for a person."""

    name = "support"
    topics = frozenset(
        {"support_line", "support_action", "referral", "goal", "task", "agency"}
        | {"case", "consent", "appointment", "posting", "trial"}
    )

    def __init__(self, session: Session) -> None:
        """Stand empty."""
        super().__init__(session)
        doing = Doing(session, self, self._do)
        self.tasks, self.lines = TasksCard(doing), LinesCard(doing)
        self.referrals, self.log = ReferralsCard(doing), LogCard(doing)
        self.plan, self.end = PlanCard(doing), EndCard(doing)
        for card in (self.tasks, self.lines, self.referrals, self.log, self.plan, self.end):  # fmt: skip
            self.body.addWidget(card)
        self.body.addStretch(1)

    @override
    def arrive(self, case: str) -> None:
        super().arrive(case)
        self.session.ask(
            lambda desk, _progress: Look(desk.support.view(case), desk.tasks.of_case(case)),
            self._on_look,
            by=self,
            slot="look",
        )  # fmt: skip

    @override
    def flush(self) -> None:
        for sheet in self.window().findChildren(FormSheet):
            sheet.settle()

    def _on_look(self, found: Look) -> None:
        if found.support.case != self.case:
            return
        with_focus = _name_in_focus(self)
        self.tasks.show_tasks(self.case, found.tasks)
        self.lines.show_lines(self.case, found.support.lines)
        self.referrals.show_referrals(found.support)
        self.log.show_log(found.support)
        self.plan.show_plan(self.case, found.support.plan)
        self.end.show_ends(self.case, found.support.ends)
        settle_tabs(self)
        _focus_again(self, with_focus)

    def _do(self, deed: "Callable[[Desk], object]", said: str) -> None:
        """Do something, say it with a way back, and show the case anew."""

        def told(_result: object) -> None:
            undo = self.texts("support-undo")
            self.session.toast(said, undo, lambda: take_back(self.session))
            self.arrive(self.case)

        self.session.do(
            lambda desk, _progress: deed(desk),
            told,
            by=self,
            otherwise=self._on_refused,
        )

    def _on_refused(self, error: IntakeError) -> None:
        self.session.refuse(error)
        self.arrive(self.case)
        if isinstance(error, ConsentMissing):
            self.session.go("case", case=self.case, tab="consents")


def _name_in_focus(tab: QWidget) -> str:
    here = QApplication.focusWidget()
    return here.accessibleName() if here is not None and tab.isAncestorOf(here) else ""


def _focus_again(tab: QWidget, name: str) -> None:
    """Put the focus on what bears the name it was on, for the cards were made anew."""
    if not name or _name_in_focus(tab) == name:
        return
    same = (one for one in tab.findChildren(Button) if one.accessibleName() == name)
    found = next((one for one in same if one.isVisibleTo(tab)), None)
    if found is not None:
        found.setFocus()
