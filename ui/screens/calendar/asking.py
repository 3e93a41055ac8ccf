"""The sheets of the calendar: an appointment, another day, a legal term, a public holiday."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Protocol

from PySide6.QtWidgets import QWidget

from intake.text import Texts
from ui.widgets import words
from ui.widgets.code_words import code_choices
from ui.widgets.form_sheet import FormSheet, Said

if TYPE_CHECKING:
    from intake.desk.views import CaseLine
    from intake.desk.views.support import DeadlineView, EventLine


class Asks(Protocol):
    """The screen a sheet stands over."""

    texts: Texts

    def window(self) -> QWidget:
        """The whole window."""


def _sheet(screen: Asks, title_id: str, keep: Callable[[Said], None]) -> FormSheet:
    says = screen.texts
    return FormSheet(screen.window(), says, says(title_id), says("support-keep"), keep)


def ask_appointment(
    screen: Asks,
    day: str,
    cases: "tuple[CaseLine, ...]",
    case: str,
    keep: Callable[[str, str, Mapping[str, str]], None],
) -> None:
    """Ask for an appointment; ``case`` is chosen before."""
    says = screen.texts
    sheet = _sheet(screen, "calendar-new", lambda told: keep(told["case"], told["on"], told))  # fmt: skip
    _cases(sheet, screen, cases, case)
    kinds = [one for one in code_choices(says.language, "appointment_kind") if one[0] != "DEADLINE"]  # fmt: skip
    sheet.choices("kind", says("calendar-kind"), kinds, "INTERVIEW", needed=True)
    sheet.day("on", says("calendar-day"), day, needed=True)
    sheet.line("at", says("calendar-at"), hint=says("calendar-at-hint"))
    sheet.line("words", says("calendar-words"))
    sheet.line("place", says("calendar-place"))
    sheet.ask()


def ask_move(
    screen: Asks, line: "EventLine", keep: "Callable[[EventLine, str, str], None]"
) -> None:
    """Ask for another day and hour."""
    says = screen.texts
    sheet = _sheet(screen, "calendar-move", lambda told: keep(line, told["on"], told["at"]))  # fmt: skip
    sheet.day("on", says("calendar-day"), line.on, needed=True)
    sheet.line("at", says("calendar-at"), line.at, says("calendar-at-hint"))
    sheet.ask()


def ask_term(
    screen: Asks,
    day: str,
    found: "tuple[tuple[CaseLine, ...], tuple[DeadlineView, ...]]",
    keep: Callable[[str, str, str, str], None],
) -> None:
    """Ask which legal term begins when; how it is counted is said above."""
    says, (cases, terms) = screen.texts, found
    sheet = _sheet(screen, "calendar-term", lambda told: keep(told["case"], told["rule"], told["begins"], told["at"]))  # fmt: skip
    sheet.put(*(words(one.counting, "small") for one in terms[:1]))
    _cases(sheet, screen, cases, "")
    rules = [(one.rule, f"{one.label} · {one.law}") for one in terms]
    sheet.pick("rule", says("calendar-rule"), rules, "ACCESS", needed=True)
    sheet.day("begins", says("calendar-begins"), day, needed=True)
    sheet.line("at", says("calendar-begins-at"), hint=says("calendar-begins-at-hint"))
    sheet.ask()


def ask_holiday(screen: Asks, keep: Callable[[str, str], None]) -> None:
    """Ask for a public holiday the program does not know."""
    says = screen.texts
    sheet = _sheet(screen, "calendar-holiday", lambda told: keep(told["on"], told["name"]))  # fmt: skip
    sheet.put(words(says("calendar-holiday-hint"), "muted"))
    sheet.day("on", says("calendar-day"), needed=True)
    sheet.line("name", says("calendar-holiday-name"))
    sheet.ask()


def _cases(
    sheet: FormSheet, screen: Asks, cases: "tuple[CaseLine, ...]", case: str
) -> None:
    says = screen.texts
    offered = [(one.id, f"{one.alias or says('casework-no-alias')} · {one.number}") for one in cases]  # fmt: skip
    sheet.pick("case", says("calendar-case"), offered, case, needed=True)
