"""The counselling plan (상담계획) with its approval, and the goals of the person."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.screens.case.support.doing import Doing, empty
from ui.widgets import Button, Card, Pill, column, row, rule, words
from ui.widgets.flow import flowing
from ui.widgets.form_sheet import Said
from ui.widgets.pill import State

if TYPE_CHECKING:
    from intake.desk.views.support import GoalView, PlanView

_TONES: dict[str, State] = {"OPEN": "info", "REACHED": "ok"}


class PlanCard(Card):
    """Shows the plan and the goals."""

    def __init__(self, doing: Doing) -> None:
        """Stand empty."""
        says = doing.texts
        self.write = Button(says("support-plan-write"), icon="pencil").on(self._on_write)  # fmt: skip
        self.approve = Button(says("support-plan-approve"), icon="check").on(self._on_approve)  # fmt: skip
        self.goal = Button(says("support-goal-add"), icon="plus").on(self._on_goal)
        self._state = Pill("", "wait")
        title = words(says("support-plan"), "heading", wrap=False)
        super().__init__(row(title, 8, self._state, None, self.approve, self.write), gap=10)  # fmt: skip
        self._doing, self._case = doing, ""
        self._view: PlanView | None = None
        self._text, self._until = words(""), words("", "muted")
        self._by = words("", "small")
        self._goals = QVBoxLayout()
        self._goals.setSpacing(8)
        goals = words(says("support-goals"), "strong", wrap=False)
        self.add(self._text, self._until, self._by, rule(), row(goals, None, self.goal), self._goals)  # fmt: skip

    def show_plan(self, case: str, plan: "PlanView") -> None:
        """Show the plan."""
        self._case, self._view, says = case, plan, self._doing.texts
        self._text.setText(plan.text or says("support-plan-none"))
        until = says("support-plan-until", words=plan.close_condition)
        self._until.setText(until)
        self._until.setVisible(bool(plan.close_condition))
        by = says("support-plan-by", who=plan.by, day=says.day(plan.on)) if plan.on else ""  # fmt: skip
        self._by.setText(by)
        self._by.setVisible(bool(by))
        self._show_approval(plan)
        empty(self._goals)
        if not plan.goals:
            self._goals.addWidget(words(says("support-no-goals"), "muted"))
        for at, goal in enumerate(plan.goals):
            self._goals.addWidget(self._goal(goal, at))

    def _show_approval(self, plan: "PlanView") -> None:
        says = self._doing.texts
        if plan.approved_on:
            text = says("support-plan-approved", who=plan.approved_by, day=says.day(plan.approved_on))  # fmt: skip
            self._state.show_state(text, "ok")
        else:
            self._state.show_state(says("support-plan-waiting"), "wait")
        self._state.setVisible(bool(plan.text))
        waits = bool(plan.text) and not plan.approved_on
        self.approve.setVisible(waits and plan.may_approve)

    def _goal(self, goal: "GoalView", at: int) -> QWidget:
        says = self._doing.texts
        parts = [goal.steps]
        if goal.review_on and goal.state == "OPEN":
            parts.append(says("support-goal-review", day=says.day(goal.review_on)))
        if goal.reached_on:
            parts.append(says("support-goal-reached", day=says.day(goal.reached_on)))
        head = row(Pill(goal.label, _TONES.get(goal.state, "no")), words(goal.words), gap=8)  # fmt: skip
        head.setStretch(1, 1)
        if goal.due:
            head.addWidget(Pill(says("support-goal-due"), "wait"))
        box = column(head, gap=4)
        told = " · ".join(filter(None, parts))
        if told:
            box.addWidget(words(told, "small"))
        if goal.state == "OPEN":
            states = (("REACHED", "support-goal-reach"), ("CHANGED", "support-goal-change"), ("DROPPED", "support-goal-drop"))  # fmt: skip
            buttons = [
                Button(says(text_id), "quiet", name=f"{says(text_id)}: {goal.words} ({at + 1})").on(self._ending(goal, state))
                for state, text_id in states
            ]  # fmt: skip
            box.addWidget(flowing(*buttons))
        holder = QWidget()
        holder.setLayout(box)
        return holder

    def _ending(self, goal: "GoalView", state: str) -> Callable[[], None]:
        said = self._doing.texts("support-goal-kept")
        return lambda: self._doing.do(lambda desk: desk.plans.change_goal(goal.id, {"state": state}), said)  # fmt: skip

    def _on_write(self) -> None:
        says, case, view = self._doing.texts, self._case, self._view

        def keep(told: Said) -> None:
            self._doing.do(lambda desk: desk.plans.write(case, told["text"], told["until"]), says("support-plan-kept"))  # fmt: skip

        sheet = self._doing.sheet("support-plan-title", keep)
        sheet.settles = True  # a plan is long: a lock in mid-word keeps it
        sheet.put(words(says("support-plan-hint"), "muted"))
        sheet.note("text", says("support-plan"), view.text if view else "")
        sheet.note("until", says("support-plan-until-label"), view.close_condition if view else "")  # fmt: skip
        sheet.ask()

    def _on_approve(self) -> None:
        case, said = self._case, self._doing.texts("support-plan-approved-now")
        self._doing.do(lambda desk: desk.plans.approve(case), said)

    def _on_goal(self) -> None:
        says, case = self._doing.texts, self._case

        def keep(told: Said) -> None:
            self._doing.do(lambda desk: desk.plans.add_goal(case, told["words"], told["steps"], told["review"]), says("support-goal-kept"))  # fmt: skip

        sheet = self._doing.sheet("support-goal-title", keep)
        sheet.line("words", says("support-goal-words"), hint=says("support-goal-hint"), needed=True)  # fmt: skip
        sheet.note("steps", says("support-goal-steps"))
        sheet.day("review", says("support-goal-review-label"))
        sheet.ask()
