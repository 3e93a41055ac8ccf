"""The counselling plan (상담계획), goals, and the end of a case.

* The head of a center must have a plan made and kept (성폭력방지법 시행규칙 15조).
* Only a supervisor (감독자) approves. An approval holds for the plan it was said of: one that was
  changed afterwards is no longer approved, whoever changed it.
* Closing names what is still open; closing it together is one step that is taken back as one.
"""

from collections.abc import Mapping

from intake.consent.roles import Act
from intake.desk.rooms import Rooms
from intake.desk.views.support import GoalView, OpenEndsView, PlanView
from intake.errors import InvalidInput, NotSupervisor, OpenEnds
from intake.ids import new_id
from intake.ledger import Deed
from intake.register import CODES, ListQuery, Row, Value, Where

_LINES_OPEN = ("OPEN", "PAUSED")
_REFERRALS_OPEN = ("OFFERED", "ACCEPTED", "SENT", "TAKEN")
_GOAL_PARTS = frozenset({"words", "steps", "review_on", "state"})


class Plans:
    """What can be done with the plan of a case."""

    def __init__(self, rooms: Rooms) -> None:
        """Work in these rooms."""
        self._rooms = rooms

    def view(self, case: str) -> PlanView:
        """Return the plan and the goals of a case."""
        row = self._rooms.case(case)
        approved = is_approved(self._rooms, row)
        return PlanView(
            text=str(row["plan"] or ""),
            close_condition=str(row["close_condition"] or ""),
            by=str(row["plan_by"] or ""),
            on=str(row["plan_on"] or ""),
            approved_by=str(row["plan_approved_by"] or "") if approved else "",
            approved_on=str(row["plan_approved_on"] or "") if approved else "",
            may_approve=self._rooms.sight.may(Act.SUPERVISE),
            goals=self.goals(case),
        )

    def write(self, case: str, text: str, close_condition: str = "") -> None:
        """Write the plan (상담계획); one that changed has to be approved again."""
        row, rooms = self._rooms.case(case), self._rooms
        said: dict[str, Value] = {"close_condition": close_condition or None}
        if text != str(row["plan"] or ""):
            said |= {"plan": text or None, "plan_by": rooms.who.counselor}
            said |= {"plan_on": self._today()}
        self._say_case(case, Deed.PLAN, said)

    def approve(self, case: str) -> None:
        """Approve the plan as a supervisor (감독자 승인).

        Raises:
            NotSupervisor: somebody else asks, or the center has named no supervisor.
            InvalidInput: there is no plan yet.
        """
        if not self._rooms.case(case)["plan"]:
            raise InvalidInput(what="plan", why="empty")
        sight, today = self._rooms.sight, self._today()
        if not sight.may(Act.SUPERVISE):
            raise NotSupervisor(known=len(sight.supervisors()))
        with self._rooms.one_step(
            Deed.PLAN
        ):  # said anew, though it may be the same day
            self._say_case(case, Deed.PLAN, {"plan_approved_by": None, "plan_approved_on": None})  # fmt: skip
            self._say_case(case, Deed.PLAN, {"plan_approved_by": self._rooms.who.counselor, "plan_approved_on": today})  # fmt: skip

    # --- goals ---------------------------------------------------------------------------

    def goals(self, case: str) -> tuple[GoalView, ...]:
        """Return the goals of a case in the order they were set."""
        query = ListQuery("goal", (("case", case),), order=("set_on",))
        return tuple(self._goal(row) for row in self._rooms.register.first(query, -1))

    def add_goal(
        self, case: str, words: str, steps: str = "", review_on: str = ""
    ) -> str:
        """Set a goal (상담 목표), in the person's own words.

        Raises:
            InvalidInput: it says nothing.
        """
        if not words.strip():
            raise InvalidInput(what="goal", why="empty")
        self._rooms.case(case)
        goal = new_id(self._rooms.clock.wall())
        said = {"case": case, "words": words, "steps": steps, "review_on": review_on}
        said |= {"state": "OPEN", "set_on": self._today(), "counselor": self._rooms.who.counselor}  # fmt: skip
        with self._rooms.about_case(Deed.PLAN, case) as say:
            for name, value in said.items():
                if value:
                    say.set("goal", goal, name, value)
        return goal

    def change_goal(self, goal: str, said: Mapping[str, Value]) -> None:
        """Change a goal's words, steps, state or the day it is looked at again."""
        if not said.keys() <= _GOAL_PARTS:
            raise InvalidInput(what="goal", why="unknown-field")
        row = self._rooms.record("goal", goal)
        with self._rooms.about_case(Deed.PLAN, str(row["case"])) as say:
            for name, value in said.items():
                say.set("goal", goal, name, value or None)
            if "state" in said:
                reached = self._today() if said["state"] == "REACHED" else None
                say.set("goal", goal, "reached_on", reached)

    # --- the end of a case ------------------------------------------------------------------

    def open_ends(self, case: str) -> OpenEndsView:
        """Return what is still open in a case."""
        row, count = self._rooms.case(case), self._rooms.register.count
        language = self._rooms.language
        kinds = [str(line["kind"]) for line in self._lines(case)]
        unfinished = (Where("state", "in", ("OPEN", "PAUSED")),)
        return OpenEndsView(
            lines=tuple(CODES.label("support_line", kind, language) for kind in kinds),
            referrals=count(ListQuery("referral", (("case", case), ("state", _REFERRALS_OPEN)))),
            tasks=count(ListQuery("task", (("case", case), ("state", "OPEN")))),
            interviews=count(ListQuery("interview", (("case", case),), unfinished)),
            closed_on=str(row["closed_on"] or ""),
            close_reason=row.label("close_reason", language),
        )  # fmt: skip

    def close_case(self, case: str, reason: str, together: bool = False) -> None:
        """Close a case (종결); ``together`` closes its lines and drops its tasks as well.

        Raises:
            OpenEnds: something is still open; nothing was closed.
        """
        ends = self.open_ends(case)
        if not together and (ends.lines or ends.tasks or ends.referrals):
            raise OpenEnds(lines=len(ends.lines), tasks=ends.tasks, referrals=ends.referrals)  # fmt: skip
        with self._rooms.one_step(Deed.CHANGE_CASE):
            if together:
                self._close_parts(case)
            today = self._today()
            closed: dict[str, Value] = {"state": "CLOSED", "closed_on": today, "close_reason": reason}  # fmt: skip
            self._say_case(case, Deed.CHANGE_CASE, closed)

    def reopen_case(self, case: str) -> None:
        """Open a closed case again (재개); when it was closed stays in its history."""
        said: dict[str, Value] = {"state": "REOPENED", "closed_on": None, "close_reason": None}  # fmt: skip
        self._say_case(case, Deed.CHANGE_CASE, said)

    def _close_parts(self, case: str) -> None:
        find = self._rooms.register.find
        with self._rooms.about_case(Deed.PLAN, case) as say:
            for line in self._lines(case):
                say.set("support_line", line.id, "state", "CLOSED")
                say.set("support_line", line.id, "closed_on", self._today())
            for task in find("task", case=case, state="OPEN"):
                say.set("task", task.id, "state", "DROPPED")
            for one in find("referral", case=case, state=_REFERRALS_OPEN):
                say.set("referral", one.id, "state", "REVOKED")
                say.set("referral", one.id, "revoked_on", self._today())

    def _lines(self, case: str) -> tuple[Row, ...]:
        return self._rooms.register.find("support_line", case=case, state=_LINES_OPEN)

    def _say_case(self, case: str, deed: Deed, said: Mapping[str, Value]) -> None:
        self._rooms.case(case)
        with self._rooms.about_case(deed, case) as say:
            for name, value in said.items():
                say.set("case", case, name, value)

    def _goal(self, row: Row) -> GoalView:
        review = str(row["review_on"] or "")
        state = str(row["state"] or "OPEN")
        return GoalView(
            id=row.id,
            state=state,
            label=row.label("state", self._rooms.language),
            set_on=str(row["set_on"] or ""),
            review_on=review,
            reached_on=str(row["reached_on"] or ""),
            due=state == "OPEN" and bool(review) and review <= self._today(),
            words=str(row["words"] or ""),
            steps=str(row["steps"] or ""),
        )

    def _today(self) -> str:
        return self._rooms.clock.today().isoformat()


def is_approved(rooms: Rooms, case: Row) -> bool:
    """Whether an approval was said after the plan that stands."""
    if not case["plan_approved_on"]:
        return False
    said = (word.field for word in rooms.ledger.history("case", case.id))
    newest = next((name for name in said if name in {"plan", "plan_approved_on"}), "")
    return newest == "plan_approved_on"
