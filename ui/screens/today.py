"""오늘: what to do next, what to go on with, what waits to be sent."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLayout
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
    from intake.desk.views import InterviewLine, TodayAction, TodayView

_TONES: Mapping[str, State] = {"open": "info", "paused": "wait", "finished": "ok"}
_TOPICS = {"case", "interview", "consent", "task", "exchange", "note", "answer"}


class Today(Page):
    """Cards that are there only when something is in them."""

    def __init__(self, session: Session) -> None:
        """Ask at every arrival."""
        super().__init__()
        self._session, self._texts = session, session.texts
        says = self._texts
        new = Button(says("today-new-case"), "primary", icon="plus").on(self._on_new)
        new.setToolTip("Ctrl+N")
        self._day = words("", "muted", wrap=False)
        self.set_header(
            words(says("today-title"), "title", wrap=False), 8, self._day, None, new
        )
        self._body = Column()
        self.set_body(self._body)
        session.touched.connect(self._on_touched)

    @override
    def show_place(self, facts: Mapping[str, Fact]) -> None:
        """Ask what waits."""
        self._ask()

    def _ask(self) -> None:
        self._session.ask(
            lambda desk, _progress: desk.today(), self._on_today, by=self, slot="today"
        )

    def _on_touched(self, topics: frozenset[str], _by: object) -> None:
        if topics & _TOPICS and self.isVisible():
            self._ask()

    def _on_today(self, today: "TodayView") -> None:
        _empty(self._body.body)
        self._day.setText(self._texts.day(local(wall_ms()).date()))
        nothing = not (today.actions or today.unfinished or today.waiting_to_send)
        if nothing:
            self._body.body.addWidget(self._make_empty())
        if today.actions:
            self._body.body.addWidget(self._make_actions(today.actions))
        if today.unfinished:
            self._body.body.addWidget(self._make_unfinished(today.unfinished))
        self._body.body.addWidget(self._make_waiting(today))
        self._body.body.addStretch(1)
        settle_tabs(self)

    def _make_empty(self) -> EmptyState:
        says = self._texts
        begin = Button(f"{says('today-new-case')}   Ctrl+N", icon="plus")
        return EmptyState(says("today-empty"), begin.on(self._on_new), "calendar-check")

    def _make_actions(self, actions: "tuple[TodayAction, ...]") -> Card:
        card = Card(words(self._texts("today-actions"), "heading"), gap=10)
        for at, action in enumerate(actions):
            if at:
                card.add(rule())
            text = self._texts(action.text_id, **action.facts)
            line = row(Symbol("circle", "muted", 14), gap=10)
            line.addLayout(column(words(text), self._due(action.due), gap=2), 1)
            if action.case:
                name = self._texts("today-open-action", text=f"{at + 1}. {text}")
                button = Button(self._texts("case-open"), name=name)
                line.addWidget(button.on(self._going("case", case=action.case)))
            card.add(line)
        return card

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


def _empty(box: QLayout) -> None:
    while (item := box.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
