"""The sheets of a trial: its numbers, and a step with the parts that this kind of step has."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from intake.desk.views.trial import CourtNote
from ui.screens.case.tab import CaseTab
from ui.widgets import words
from ui.widgets.code_words import code_choices
from ui.widgets.form_sheet import FormSheet, Said

if TYPE_CHECKING:
    from intake.desk.views.trial import TrialView

_PLACES = ("court", "division", "charges", "police_number", "prosecution_number")
# What a kind of step has beside its day and a remark.
_PARTS: dict[str, tuple[str, ...]] = {
    "HEARING": ("at", "room"),
    "STATEMENT": ("at", "room"),
    "SOUGHT": ("time", "party"),
    "SENTENCED": ("time", "suspended", "hours", "outcome"),
    "RESTRICTED": ("time",),
    "APPEALED": ("party",),
    "SUBMITTED": ("party",),
    "FINAL": ("outcome",),
}


def ask_begin(
    tab: CaseTab, suspect: str, keep: Callable[[str, str, dict[str, str]], None]
) -> None:
    """Ask for number and court of a new trial."""
    says = tab.texts

    def kept(told: Said) -> None:
        keep(suspect, told["number"], {name: told[name] for name in _PLACES if told[name]})  # fmt: skip

    sheet = FormSheet(tab.window(), says, says("trial-begin"), says("support-keep"), kept)  # fmt: skip
    sheet.line("number", says("trial-number"), hint=says("trial-number-hint"))
    _places(sheet, tab, {})
    sheet.ask()


def ask_change(
    tab: CaseTab, trial: "TrialView", keep: Callable[[str, dict[str, str]], None]
) -> None:
    """Ask for the numbers and the court of a trial again."""
    says = tab.texts
    sheet = FormSheet(tab.window(), says, says("trial-change"), says("support-keep"), lambda told: keep(trial.id, dict(told)))  # fmt: skip
    sheet.line("number", says("trial-number"), trial.number, says("trial-number-hint"))
    _places(sheet, tab, {name: getattr(trial, name) for name in _PLACES})
    sheet.ask()


def _places(sheet: FormSheet, tab: CaseTab, value: dict[str, str]) -> None:
    for name in _PLACES:
        label = tab.texts(f"trial-{name.replace('_', '-')}-label")
        sheet.line(name, label, value.get(name, ""))


def ask_step(
    tab: CaseTab, trial: "TrialView", keep: Callable[[str, CourtNote], None]
) -> None:
    """Ask for a step; what is asked follows from its kind."""
    says, language = tab.texts, tab.texts.language

    def kept(told: Said) -> None:
        keep(trial.id, _note(told))

    sheet = FormSheet(tab.window(), says, says("trial-step"), says("support-keep"), kept)  # fmt: skip
    kinds = sheet.choices("kind", says("trial-kind"), code_choices(language, "court_event"), needed=True)  # fmt: skip
    sheet.day("on", says("trial-day"), says("support-today"), needed=True)
    parts: dict[str, QWidget] = {
        "at": sheet.line("at", says("trial-at"), hint=says("trial-at-hint")),
        "room": sheet.line("room", says("trial-room")),
        "time": sheet.line("time", says("trial-time"), hint=says("trial-time-hint")),
        "suspended": sheet.line("suspended", says("trial-suspended-label")),
        "hours": sheet.line("hours", says("trial-hours-label")),
    }
    parts["outcome"] = _chooser(sheet, "outcome", says("trial-outcome"), code_choices(language, "trial_outcome"))  # fmt: skip
    parts["party"] = _chooser(sheet, "party", says("trial-party"), code_choices(language, "trial_party"))  # fmt: skip
    sheet.note("remark", says("support-remark"))

    def show(values: tuple[str, ...]) -> None:
        wanted = _PARTS.get(values[0], ()) if values else ()
        for name, widget in parts.items():
            widget.setVisible(name in wanted)

    kinds.chosen.connect(show)
    show(())
    sheet.put(words(says("trial-step-hint"), "small"))
    sheet.ask()


def _chooser(
    sheet: FormSheet, name: str, label: str, offered: tuple[tuple[str, str], ...]
) -> QWidget:
    """Ask for one of a few that can be hidden with its label."""
    combo = sheet.pick(name, label, (("", "–"), *offered))
    holder = combo.parentWidget()
    return holder if holder is not None else combo


def _note(told: Said) -> CourtNote:
    parts = _PARTS.get(told["kind"], ())
    value = {name: told[name] if name in parts else "" for name in ("at", "room", "time", "suspended", "hours", "outcome", "party")}  # fmt: skip
    return CourtNote(
        kind=told["kind"],
        on=told["on"],
        at=value["at"],
        months=months_of(value["time"]),
        suspended_months=months_of(value["suspended"]),
        programme_hours=int(value["hours"]) if value["hours"].isdigit() else 0,
        outcome=value["outcome"],
        party=value["party"],
        room=value["room"],
        remark=told["remark"],
    )


def months_of(text: str) -> int:
    """Read a length of time: 7년, 7년 6개월, 84개월, 84, 7 years 6 months.

    >>> months_of("7년"), months_of("1년 6월"), months_of("84"), months_of("2 years")
    (84, 18, 84, 24)
    """
    years = months = 0
    number = ""
    for sign in text.casefold().replace(" ", ""):
        if sign.isdigit():
            number += sign
        elif number and sign in "년y":
            years, number = int(number), ""
        elif number and sign in "개월m":
            months, number = int(number), ""
    return years * 12 + months + (int(number) if number else 0)
