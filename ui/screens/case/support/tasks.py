"""Things to do in a case (할 일): noted ones can be done or put off, seen ones lead to their place."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from intake.clock import local, wall_ms
from ui.screens.case.support.doing import Doing, empty
from ui.widgets import Button, Card, Pill, Symbol, column, row, rule, words
from ui.widgets.form_sheet import Said

if TYPE_CHECKING:
    from intake.desk.views.support import TaskView

_AT_ONCE = 5


class TasksCard(Card):
    """Shows what a case waits for."""

    def __init__(self, doing: Doing) -> None:
        """Stand empty."""
        says = doing.texts
        self.more = Button(says("support-task-add"), icon="plus").on(self._on_add)
        self.date = Button(says("support-date-add"), icon="calendar-plus")
        self.date.on(self._on_date)
        title = words(says("support-tasks"), "heading", wrap=False)
        super().__init__(row(title, None, self.date, self.more), gap=10)
        self._doing, self._case, self._most = doing, "", _AT_ONCE
        self._tasks: tuple[TaskView, ...] = ()
        self._rows = QVBoxLayout()
        self._rows.setSpacing(8)
        self.add(self._rows)

    def show_tasks(self, case: str, tasks: "tuple[TaskView, ...]") -> None:
        """Show what waits."""
        if case != self._case:
            self._most = _AT_ONCE
        self._case, self._tasks = case, tasks
        empty(self._rows)
        if not tasks:
            self._rows.addWidget(words(self._doing.texts("support-no-tasks"), "muted"))
        for at, one in enumerate(tasks[: self._most]):
            if at:
                self._rows.addWidget(rule())
            self._rows.addWidget(self._row(one, at))
        if len(tasks) > self._most:
            more = self._doing.texts(
                "support-tasks-more", count=len(tasks) - self._most
            )
            self._rows.addLayout(row(Button(more, "quiet").on(self._on_all), None))

    def _row(self, one: "TaskView", at: int) -> QWidget:
        says = self._doing.texts
        text = says(one.text_id, **one.facts)
        line = row(Symbol("circle", "muted", 14), gap=10)
        line.addLayout(column(words(text), row(self._due(one), None), gap=2), 1)
        if one.task:
            line.addWidget(self._named("support-task-later", text, at, self._later(one)))  # fmt: skip
            line.addWidget(self._named("support-task-done", text, at, self._done(one)))
        elif one.tab not in {"", "support"}:
            line.addWidget(self._named("support-task-go", text, at, self._going(one)))
        holder = QWidget()
        holder.setLayout(line)
        return holder

    def _on_all(self) -> None:
        self._most = len(self._tasks)
        self.show_tasks(self._case, self._tasks)

    def _due(self, one: "TaskView") -> "Pill | int":
        if not one.due:
            return 0
        past = one.due < local(wall_ms()).date().isoformat()
        text_id = "support-due-past" if past else "support-due"
        day = self._doing.texts.day(one.due)
        return Pill(self._doing.texts(text_id, day=day), "wait" if past else "info")

    def _named(
        self, text_id: str, text: str, at: int, act: Callable[[], None]
    ) -> Button:
        said = self._doing.texts(text_id)
        return Button(said, "quiet", name=f"{said}: {text} ({at + 1})").on(act)

    def _going(self, one: "TaskView") -> Callable[[], None]:
        return lambda: self._doing.go(self._case, one.tab)

    def _done(self, one: "TaskView") -> Callable[[], None]:
        said = self._doing.texts("support-task-was-done")
        return lambda: self._doing.do(lambda desk: desk.tasks.done(one.task), said)

    def _later(self, one: "TaskView") -> Callable[[], None]:
        says = self._doing.texts

        def keep(told: Said) -> None:
            self._doing.do(
                lambda desk: desk.tasks.snooze(one.task, told["until"]),
                says("support-task-was-moved"),
            )

        def ask() -> None:
            sheet = self._doing.sheet("support-task-later-title", keep)
            sheet.day("until", says("support-task-day"), needed=True)
            sheet.ask()

        return ask

    def _on_add(self) -> None:
        says, case = self._doing.texts, self._case

        def keep(told: Said) -> None:
            self._doing.do(
                lambda desk: desk.tasks.add(case, told["words"], told["due"]),
                says("support-task-kept"),
            )

        sheet = self._doing.sheet("support-task-add", keep)
        sheet.line("words", says("support-task-words"), needed=True)
        sheet.day("due", says("support-task-day"))
        sheet.ask()

    def _on_date(self) -> None:
        self._doing.session.go("calendar", case=self._case, new=1)
