"""오늘: what happens today, what is due, what to go on with, what waits to be sent.

* What is due stands in groups with their numbers; five of each, the rest on a press.
* Nothing here pops up or blinks: whoever looks finds it.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLayout, QVBoxLayout, QWidget
from typing_extensions import override

from intake.clock import local, wall_ms
from ui.session import Fact, Session
from ui.widgets import (
    Button,
    Card,
    Column,
    EmptyState,
    Page,
    Pill,
    Symbol,
    column,
    row,
    rule,
    words,
)
from ui.widgets.pill import State
from ui.widgets.tab_order import settle_tabs

if TYPE_CHECKING:
    from intake.desk import Desk
    from intake.desk.views import InterviewLine, TodayAction, TodayView
    from intake.desk.views.support import DayView, EventLine, TaskGroup, TaskView

_TONES: Mapping[str, State] = {"open": "info", "paused": "wait", "finished": "ok"}
_TOPICS = {"case", "interview", "consent", "task", "exchange", "note", "answer"}
_TOPICS |= {"appointment", "referral", "posting", "court_event", "trial", "goal"}
_TOPICS |= {"petition", "escrow"}
_TOPICS |= {
    "link_notice",
    "notice_answer",
    "joint_answer",
    "handover",
    "handover_answer",
    "identifier",
    "suspect",
    "link",
    "matches",
}
_GROUPED = {
    "next-task",
    "next-contact",
    "next-recheck",
    "task-birthday",
}  # of the day's actions: they stand in groups
_TOLD = {
    "next-notice-": "notices",
    "next-joint-": "notices",
    "next-handover-": "notices",
    "next-alike-": "people",
    "next-escrow-match": "settings",
    "next-conflicts": "conflicts",
    "next-accidents": "send",
    "next-call-erasure": "send",
    "next-asked-": "send",
    "next-certificate-": "settings",
    "next-update-": "settings",
}  # what waits on a page of its own
_SECTIONS = {
    "next-escrow-match": "escrow",
    "next-update-ready": "updates",
    "next-update-package": "updates",
    "next-update-left": "updates",
    "next-certificate-asked": "keys",
    "next-certificate-expired": "keys",
    "next-certificate-early": "keys",
    "next-certificate-revoked": "keys",
    "next-certificate-revoked-ca": "keys",
    "next-certificate-accounts": "backups",
}  # where in the settings
_TABS = {
    "next-petition-to-file": "trial",
    "next-call-withdrawal": "consents",
}  # where in its case it is done
_OVER = {"KEPT", "CANCELLED", "MISSED"}
_MANY = 50


@dataclass(frozen=True, slots=True)
class Look:
    """Everything the page shows."""

    today: "TodayView"
    day: "DayView | None"  # None: the person here sees no content


def look(desk: "Desk", _progress: object) -> Look:
    """Ask the desk for the day; who sees no content has no cases to work on."""
    day = desk.tasks.day() if desk.roles.mine().sees_content else None
    return Look(desk.today(), day)


class Today(Page):
    """Cards that are there only when something is in them."""

    def __init__(self, session: Session) -> None:
        """Ask at every arrival."""
        super().__init__()
        self._session, self._texts = session, session.texts
        self._hidden = False  # whether her role sees no content
        says = self._texts
        self.new = Button(says("today-new-case"), "primary", icon="plus")
        self.new.on(self._on_new).setToolTip("Ctrl+N")
        self._day = words("", "muted", wrap=False)
        calendar = Button(says("today-to-calendar"), icon="calendar")
        calendar.on(self._going("calendar"))
        self.set_header(
            words(says("today-title"), "title", wrap=False), 8, self._day, None, calendar, self.new
        )  # fmt: skip
        self._body = Column()
        self.set_body(self._body)
        session.touched.connect(self._on_touched)

    @override
    def show_place(self, facts: Mapping[str, Fact]) -> None:
        """Ask what waits; a new case is one key away."""
        self.new.setFocus()
        self._ask()

    def _ask(self) -> None:
        self._session.ask(look, self._on_look, by=self, slot="today")

    def _on_touched(self, topics: frozenset[str], _by: object) -> None:
        if topics & _TOPICS and self.isVisible():
            self._ask()

    def _on_look(self, found: Look) -> None:
        today, events, groups = found.today, _events(found.day), _groups(found.day)
        _empty(self._body.body)
        self.new.setVisible(found.day is not None)
        self._hidden = found.day is None
        self._day.setText(self._texts.day(local(wall_ms()).date()))
        others = tuple(one for one in today.actions if one.text_id not in _GROUPED)
        due = bool(others or groups or events)
        if not (due or today.unfinished or today.waiting_to_send):
            self._body.body.addWidget(self._make_empty())
        if due:
            self._body.body.addWidget(self._make_events(events))
        if today.unfinished:
            self._body.body.addWidget(self._make_unfinished(today.unfinished))
        if others or groups:
            self._body.body.addWidget(self._make_due(others, groups))
        self._body.body.addWidget(self._make_waiting(today))
        self._body.body.addStretch(1)
        settle_tabs(self)

    def _make_events(self, events: "tuple[EventLine, ...]") -> Card:
        says = self._texts
        card = Card(words(says("today-events"), "heading"), gap=10)
        if not events:
            card.add(words(says("today-no-events"), "muted"))
        for at, line in enumerate(events):
            if at:
                card.add(rule())
            card.add(self._event(line, at))
        return card

    def _event(self, line: "EventLine", at: int) -> QLayout:
        says = self._texts
        time = words(line.at, "strong", wrap=False)
        time.setFixedWidth(48)
        tone: State = "no" if line.state in _OVER else "info"
        who = line.alias or says("casework-no-alias")
        head = row(words(who, "strong", wrap=False), words(line.number, "small", wrap=False), Pill(line.state_label if line.state in _OVER else line.label, tone), None)  # fmt: skip
        about = column(head, gap=2)
        told = " · ".join(dict.fromkeys(filter(None, (line.words, line.place, line.law))))  # fmt: skip
        if told and told != line.label:
            about.addWidget(words(told, "muted"))
        name = says("today-go-name", what=says("case-open"), name=f"{who} {line.label}", at=f"{line.at} {at + 1}".strip())  # fmt: skip
        button = Button(says("case-open"), name=name)
        button.on(self._going("case", case=line.case, tab=line.tab or "overview"))
        found = row(time, gap=12)
        found.addLayout(about, 1)
        found.addWidget(button)
        return found

    # --- what is due ---------------------------------------------------------------------

    def _make_due(
        self, actions: "tuple[TodayAction, ...]", groups: "tuple[TaskGroup, ...]"
    ) -> Card:
        card = Card(words(self._texts("today-actions"), "heading"), gap=10)
        for at, action in enumerate(actions):
            card.add(self._action(action, at))
        for at, group in enumerate(groups):
            if at or actions:
                card.add(rule())
            holder = QWidget()
            QVBoxLayout(holder).setContentsMargins(0, 0, 0, 0)
            self._fill_group(holder, group, group.first)
            card.add(holder)
        return card

    def _action(self, action: "TodayAction", at: int) -> QLayout:
        text = self._texts(action.text_id, **action.facts)
        line = row(Symbol("circle", "muted", 14), gap=10)
        line.addLayout(column(words(text), row(self._due(action.due), None), gap=2), 1)
        told = next((s for b, s in _TOLD.items() if action.text_id.startswith(b)), "")
        if action.case or told:
            name = self._texts("today-open-action", text=f"{at + 1}. {text}")
            button = Button(self._texts("case-open"), name=name)
            facts = {"case": action.case} if action.case else {}
            if action.text_id in _TABS:
                facts["tab"] = _TABS[action.text_id]
            if action.text_id in _SECTIONS:
                facts["section"] = _SECTIONS[action.text_id]
            go = self._going(told or "case", **facts)
            line.addWidget(button.on(go))
        return line

    def _fill_group(
        self, holder: QWidget, group: "TaskGroup", lines: "tuple[TaskView, ...]"
    ) -> None:
        says, box = self._texts, holder.layout()
        if not isinstance(box, QVBoxLayout):
            return
        _empty(box)
        name = says(group.text_id)
        head = words(says("today-group", name=name, count=group.count), "strong", wrap=False)  # fmt: skip
        head.setAccessibleName(says("today-group-name", name=name, count=group.count))
        box.addWidget(head)
        for at, line in enumerate(lines):
            one = QWidget()
            one.setLayout(self._task(group.kind, line, at))
            box.addWidget(one)
        left = group.count - sum(_weight(group, line) for line in lines)
        if left > 0 and len(lines) < _MANY:
            more = Button(says("today-group-more", count=left), "quiet", name=f"{name}: {says('today-group-more', count=left)}")  # fmt: skip
            more.on(lambda: self._more(holder, group))
            box.addLayout(row(more, None))

    def _more(self, holder: QWidget, group: "TaskGroup") -> None:
        def show(lines: "tuple[TaskView, ...]") -> None:
            self._fill_group(holder, group, lines)
            settle_tabs(self)

        kind = group.kind
        self._session.ask(
            lambda desk, _progress: desk.tasks.due(kind, _MANY),
            show,
            by=self,
            slot=f"due-{kind}",
        )

    def _task(self, kind: str, task: "TaskView", at: int) -> QLayout:
        says = self._texts
        who = task.alias or says("casework-no-alias")
        text = says(task.text_id, **task.facts)
        head = row(words(who, "strong", wrap=False), words(task.number, "small", wrap=False), self._due(task.due), None)  # fmt: skip
        line = row(Symbol("circle", "muted", 14), gap=10)
        line.addLayout(column(head, words(text), gap=2), 1)
        name = says("today-go-name", what=says("case-open"), name=f"{who} {text}", at=f"{kind} {at + 1}")  # fmt: skip
        button = Button(says("case-open"), name=name)
        line.addWidget(button.on(self._going("case", case=task.case, tab=task.tab)))
        return line

    def _make_empty(self) -> EmptyState:
        says = self._texts
        if self._hidden:
            return EmptyState(says("today-empty"), icon="calendar-check")
        begin = Button(f"{says('today-new-case')}   Ctrl+N", icon="plus")
        return EmptyState(says("today-empty"), begin.on(self._on_new), "calendar-check")

    def _due(self, due: str) -> "Pill | int":
        if not due:
            return 0
        past = due < local(wall_ms()).date().isoformat()
        text_id = "today-due-past" if past else "today-due"
        day = self._texts.day(due)
        return Pill(self._texts(text_id, day=day), "wait" if past else "info")

    def _make_unfinished(self, lines: "tuple[InterviewLine, ...]") -> Card:
        card = Card(words(self._texts("today-unfinished"), "heading"), gap=10)
        for at, line in enumerate(lines):
            if at:
                card.add(rule())
            card.add(self._interview(line, at))
        return card

    def _interview(self, line: "InterviewLine", at: int) -> QLayout:
        says, time = self._texts, self._texts.moment(line.ms)
        alias = line.alias or says("casework-no-alias")
        name = says(
            "today-continue-name",
            alias=alias,
            number=line.number,
            form=line.form_title,
            time=f"{time} ({at + 1})",
        )
        button = Button(says("today-continue"), "primary" if not at else "plain", name=name)  # fmt: skip
        button.on(self._going("interview", interview=line.id))
        who = row(
            words(alias, "strong", wrap=False),
            words(line.number, "small", wrap=False),
            Pill(says(f"casework-state-{line.state}"), _TONES[line.state]),
            None,
        )
        about = words(f"{line.form_title} · {time}", "muted", wrap=False)
        found = row(gap=16)
        found.addLayout(column(who, about, gap=2), 1)
        found.addWidget(button)
        return found

    def _make_waiting(self, today: "TodayView") -> Card:
        says, waiting = self._texts, today.waiting_to_send
        said = says("today-waiting-count", count=waiting) if waiting else says("today-waiting-none")  # fmt: skip
        last = says("today-never-sent")
        if today.last_sent_ms:
            last = says("today-last-sent", time=says.moment(today.last_sent_ms))
        if today.received:
            last = f"{last} · {says('today-received', count=today.received)}"
        go = Button(says("today-go-send"), icon="send").on(self._going("send"))
        line = row(gap=16)
        line.addLayout(column(words(said, "strong"), words(last, "muted"), gap=2), 1)
        line.addWidget(go)
        return Card(line)

    def _going(self, screen: str, **facts: Fact) -> Callable[[], None]:
        return lambda: self._session.go(screen, **facts)

    def _on_new(self) -> None:
        self._session.go("consent")


def _events(day: "DayView | None") -> "tuple[EventLine, ...]":
    return day.events if day else ()


def _groups(day: "DayView | None") -> "tuple[TaskGroup, ...]":
    return day.groups if day else ()


def _weight(group: "TaskGroup", line: "TaskView") -> int:
    """How many of the group's records one line stands for."""
    count = line.facts.get("count", 1)
    return count if isinstance(count, int) and group.kind != "TASK" else 1


def _empty(box: QLayout) -> None:
    while (item := box.takeAt(0)) is not None:
        widget, inner = item.widget(), item.layout()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
        elif inner is not None:
            _empty(inner)
