"""Things to do (할 일): what a person noted, and what the data say, over a case or the center.

* Only what a person noted is stored; what follows from the data is seen each time it is asked
  (``intake.desk.waiting``), and disappears when its reason does.
* Each line says why, and where it is done.
"""

from collections.abc import Mapping

from intake.desk.calendar import Calendar
from intake.desk.next import report_duty
from intake.desk.rooms import Rooms
from intake.desk.views.support import DayView, TaskGroup, TaskView
from intake.desk.waiting import BY_KIND, CONTACTS, RULES, count_by, due_by, of_case
from intake.errors import InvalidInput
from intake.ids import new_id
from intake.ledger import Deed
from intake.register import Value

_FIRST = 5


class Tasks:
    """What can be done with things to do."""

    def __init__(self, rooms: Rooms) -> None:
        """Work in these rooms."""
        self._rooms = rooms

    def of_case(self, case: str) -> tuple[TaskView, ...]:
        """Return everything a case waits for."""
        row = self._rooms.case(case)
        duty = tuple(
            TaskView("REPORT", one.text_id, one.facts, case, tab="overview")
            for one in report_duty(self._rooms, row)
        )
        return of_case(self._rooms, row) + duty

    def groups(self) -> tuple[TaskGroup, ...]:
        """Return how much of each kind is due today or before, with the oldest lines."""
        today = self._rooms.clock.today()
        groups = []
        for rule in RULES:
            first = due_by(self._rooms, rule, today, _FIRST)
            if not first:
                continue
            many = rule is CONTACTS or len(first) < _FIRST
            count = len(self.due(rule.kind)) if many and not rule.by_case else count_by(self._rooms, rule, today)  # fmt: skip
            groups.append(TaskGroup(rule.kind, rule.group_id, count, first))  # fmt: skip
        return tuple(groups)

    def due(self, kind: str, limit: int = 50) -> tuple[TaskView, ...]:
        """Return what is due of one kind over the center, oldest first.

        Raises:
            InvalidInput: there is no such kind.
        """
        if kind not in BY_KIND:
            raise InvalidInput(what="task", why="unknown-code")
        return due_by(self._rooms, BY_KIND[kind], self._rooms.clock.today(), limit)

    def day(self) -> DayView:
        """Return today: what happens, and what is due by kind."""
        on = self._rooms.clock.today().isoformat()
        return DayView(on, Calendar(self._rooms).between(on, on), self.groups())

    # --- noted by a person -----------------------------------------------------------------

    def add(
        self, case: str, words: str, due_on: str = "", kind: str = "PROMISE", assignee: str = ""
    ) -> str:  # fmt: skip
        """Note something to do.

        Raises:
            InvalidInput: it says nothing.
        """
        if not words.strip():
            raise InvalidInput(what="task", why="empty")
        self._rooms.case(case)
        task = new_id(self._rooms.clock.wall())
        said: dict[str, Value] = {"case": case, "kind": kind, "state": "OPEN"}
        said |= {"words": words, "due_on": due_on or None}
        said |= {"assignee": assignee or self._rooms.who.counselor}
        self._say(case, task, said)
        return task

    def done(self, task: str) -> None:
        """Say that it is done."""
        self._end(task, "DONE")

    def drop(self, task: str) -> None:
        """Say that it is no longer wanted."""
        self._end(task, "DROPPED")

    def snooze(self, task: str, until: str) -> None:
        """Put it off to another day."""
        row = self._rooms.record("task", task)
        self._say(str(row["case"]), task, {"due_on": until})

    def _end(self, task: str, state: str) -> None:
        row = self._rooms.record("task", task)
        on = self._rooms.clock.today().isoformat()
        self._say(str(row["case"]), task, {"state": state, "done_on": on})

    def _say(self, case: str, task: str, said: Mapping[str, Value]) -> None:
        with self._rooms.about_case(Deed.PLAN, case) as say:
            for name, value in said.items():
                if value is not None:
                    say.set("task", task, name, value)
