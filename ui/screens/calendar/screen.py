"""일정: the month, the chosen day, appointments and legal terms."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QWidget
from typing_extensions import override

from intake.clock import local, wall_ms
from intake.desk.views import CaseQuery
from ui.screens.calendar.agenda import Agenda
from ui.screens.calendar.asking import ask_appointment, ask_holiday, ask_move, ask_term
from ui.screens.calendar.month import Month
from ui.session import Fact, Session
from ui.taking_back import take_back
from ui.widgets import Button, Page, icon_button, words
from ui.widgets.tab_order import settle_tabs

if TYPE_CHECKING:
    from intake.desk import Desk
    from intake.desk.views import CaseLine
    from intake.desk.views.support import EventLine, MonthView

_TOPICS = {"appointment", "court_event", "trial", "posting", "case", "settings"}
_AGENDA, _OFFERED = 320, 50


class Calendar(Page):
    """Shows a month, and one day of it."""

    def __init__(self, session: Session) -> None:
        """Begin with this month."""
        super().__init__()
        self.session, self.texts = session, session.texts
        says, today = self.texts, local(wall_ms()).date()
        self.day = today.isoformat()
        self.year, self.month_ = today.year, today.month
        self.month, self.agenda = Month(says), Agenda(says)
        self._title = words("", "title", wrap=False)
        self._unknown = words(says("calendar-holidays-unknown"), "small")
        self._make_header()
        place = QWidget()
        box = QHBoxLayout(place)
        box.setContentsMargins(24, 16, 0, 16)
        box.setSpacing(0)
        box.addWidget(self.month, 1)
        self.agenda.setFixedWidth(_AGENDA + 48)
        box.addWidget(self.agenda)
        self.set_body(place)
        self._listen()

    def _make_header(self) -> None:
        says = self.texts
        back = icon_button("chevron-left", says("calendar-before"), lambda: self.turn(-1))  # fmt: skip
        on = icon_button("chevron-right", says("calendar-after"), lambda: self.turn(1))
        now = Button(says("calendar-today")).on(self.to_today)
        holiday = Button(says("calendar-holiday"), "quiet").on(lambda: ask_holiday(self, self._set_holiday))  # fmt: skip
        term = Button(says("calendar-term")).on(self._on_term)
        new = Button(says("calendar-new"), "primary", icon="plus").on(lambda: self._on_new(self.day))  # fmt: skip
        self.set_header(self._title, 8, back, on, now, self._unknown, None, holiday, term, new)  # fmt: skip

    def _listen(self) -> None:
        self.month.chosen.connect(self._on_chosen)
        self.month.turned.connect(self.turn)
        self.month.opened.connect(lambda _day: self.agenda.new.setFocus())
        self.agenda.wanted.connect(self._on_new)
        self.agenda.opened.connect(self._on_opened)
        self.agenda.settled.connect(self._on_settled)
        self.agenda.moved.connect(lambda line: ask_move(self, line, self._move))
        self.session.touched.connect(self._on_touched)

    # --- arriving --------------------------------------------------------------------

    @override
    def show_place(self, facts: Mapping[str, Fact]) -> None:
        """``day`` names the one to show; ``case`` with ``new`` begins an appointment."""
        if facts.get("day"):
            self.show_day(str(facts["day"]))
        else:
            self._ask()
        self.month.setFocus()
        if facts.get("new") and facts.get("case"):
            self._begin(self.day, str(facts["case"]))

    def show_day(self, day: str) -> None:
        """Show the month of a day with the cursor on it."""
        self.day = day
        self.year, self.month_ = int(day[:4]), int(day[5:7])
        self._ask()

    def turn(self, step: int) -> None:
        """Go some months on or back; the day of the month stays as near as it can."""
        count = self.year * 12 + self.month_ - 1 + step
        year, month = divmod(count, 12)
        self.show_day(f"{year:04}-{month + 1:02}-{min(int(self.day[8:]), 28):02}")

    def to_today(self) -> None:
        """Go to today."""
        self.show_day(local(wall_ms()).date().isoformat())

    def _ask(self) -> None:
        year, month = self.year, self.month_
        self.session.ask(
            lambda desk, _progress: desk.calendar.month(year, month),
            self._on_month,
            by=self,
            slot="month",
        )

    def _on_touched(self, topics: frozenset[str], _by: object) -> None:
        if topics & _TOPICS and self.isVisible():
            self._ask()

    def _on_month(self, view: "MonthView") -> None:
        self._title.setText(self.texts.day(f"{view.year:04}-{view.month:02}"))
        self._unknown.setVisible(not view.holidays_known)
        self.month.show_month(view, self.day)
        self._show_agenda()

    def _on_chosen(self, day: str) -> None:
        self.day = day
        self._show_agenda()

    def _show_agenda(self) -> None:
        if self.month.cell is not None:
            self.agenda.show_day(self.month.cell)
            settle_tabs(self)

    # --- what the person does ----------------------------------------------------------

    def _on_opened(self, line: "EventLine") -> None:
        self.session.go("case", case=line.case, tab=line.tab or "overview")

    def _on_settled(self, line: "EventLine", state: str) -> None:
        self._do(lambda desk: desk.calendar.settle(line.appointment, state), "calendar-was-kept")  # fmt: skip

    def _move(self, line: "EventLine", on: str, at: str) -> None:
        self.day = on
        self._do(lambda desk: desk.calendar.move(line.appointment, on, at), "calendar-was-moved")  # fmt: skip

    def _on_new(self, day: str) -> None:
        self._with_cases(lambda cases: ask_appointment(self, day, cases, "", self._add))

    def _begin(self, day: str, case: str) -> None:
        self._with_cases(
            lambda cases: ask_appointment(self, day, cases, case, self._add), case
        )

    def _on_term(self) -> None:
        self.session.ask(
            lambda desk, _p: (desk.cases.first(CaseQuery(), _OFFERED), desk.calendar.rules()),
            lambda found: ask_term(self, self.day, found, self._add_term),
            by=self,
            slot="cases",
        )  # fmt: skip

    def _with_cases(
        self, then: "Callable[[tuple[CaseLine, ...]], None]", case: str = ""
    ) -> None:
        """Ask for the cases last worked on, the named one among them."""

        def look(desk: "Desk", _progress: object) -> "tuple[CaseLine, ...]":
            numbers = desk.cases.first(CaseQuery(), _OFFERED)
            own = (desk.cases.line(case),) if case else ()
            return own + tuple(line for line in numbers if line.id != case)

        self.session.ask(look, then, by=self, slot="cases")

    def _add(self, case: str, on: str, told: Mapping[str, str]) -> None:
        self.day = on
        said = {"place": told["place"] or None}
        self._do(
            lambda desk: desk.calendar.add(case, on, told["kind"], told["at"], told["words"], said),
            "calendar-was-added",
        )  # fmt: skip

    def _add_term(self, case: str, rule: str, begins: str, at: str) -> None:
        self._do(
            lambda desk: desk.calendar.add_deadline(case, rule, begins, at or "00:00"),
            "calendar-term-kept",
        )

    def _set_holiday(self, on: str, name: str) -> None:
        self.day = on
        self.session.do(lambda desk, _p: desk.calendar.set_holiday(on, name), lambda _none: self.show_day(on), by=self)  # fmt: skip

    def _do(self, deed: "Callable[[Desk], object]", said_id: str) -> None:
        def told(_result: object) -> None:
            undo = self.texts("support-undo")
            self.session.toast(self.texts(said_id), undo, lambda: take_back(self.session))  # fmt: skip
            self.show_day(self.day)

        self.session.do(lambda desk, _progress: deed(desk), told, by=self)
