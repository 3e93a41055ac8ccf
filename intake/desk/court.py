"""What follows from the steps of a trial: its stage, its summary, what the person is called.

* Pure rules over steps; nothing is read or said here.

>>> stage_after([Step("INDICTED", "2099-01-02"), Step("SENTENCED", "2099-05-02")])
'FIRST'
>>> stage_after([Step("INDICTED", "2099-01-02"), Step("APPEALED", "2099-05-03")])
'APPEAL'
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

from intake.desk.views.trial import CourtNote
from intake.register import Value

_NUMBER = re.compile(r"\d{4}\s?[가-힣]{1,4}\s?\d{1,7}(-\d+)?")
# Dates and results the victim asked to be told (형사소송법 259조의2).
TOLD = frozenset(
    {"HEARING", "INDICTED", "NOT_INDICTED", "SENTENCED", "RELEASED", "APPEALED", "FINAL"}
)  # fmt: skip
_STAGES = {
    "REPORTED": "INVESTIGATION",
    "WANTED": "INVESTIGATION",
    "SUMMONED": "INVESTIGATION",
    "ARRESTED": "INVESTIGATION",
    "SENT": "PROSECUTION",
    "INDICTED": "FIRST",
    "NOT_INDICTED": "DECIDED",
    "FINAL": "DECIDED",
}
_UP = {"FIRST": "APPEAL", "APPEAL": "FINAL"}  # an appeal goes to the next court
_CALLED = {
    "WANTED": "SUSPECT",
    "SUMMONED": "SUSPECT",
    "ARRESTED": "SUSPECT",
    "SENT": "SUSPECT",
    "INDICTED": "DEFENDANT",
    "NOT_INDICTED": "UNCONFIRMED",
}
EVER_CALLED = frozenset({"SUSPECT", "DEFENDANT", "CONVICTED"})
_GUILTY = frozenset({"GUILTY", "SUSPENDED", "FINE"})
# The fields of a trial that one kind of step gives; taken back with it.
SET_BY: dict[str, tuple[str, ...]] = {
    "ARRESTED": ("arrested_on",),
    "INDICTED": ("indicted_on",),
    "NOT_INDICTED": ("outcome",),
    "HEARING": ("hearing_on",),
    "SOUGHT": ("sought_months",),
    "SENTENCED": (
        *("sentenced_on", "sentence_months", "suspended_months"),
        *("programme_hours", "outcome", "appeal_until"),
    ),
    "RESTRICTED": ("restriction_months",),
    "APPEALED": ("appealed_by",),
    "FINAL": ("final_on",),
}


class Step(NamedTuple):
    """One step of a trial."""

    kind: str
    on: str
    id: str = ""


def stage_after(steps: Sequence[Step]) -> str:
    """Return where a trial stands after these steps, in the order of their days."""
    stage = "NONE"
    for step in sorted(steps, key=lambda one: one.on):
        if step.kind == "APPEALED":
            stage = _UP.get(stage, stage)
        else:
            stage = _STAGES.get(step.kind, stage)
    return stage


def called_after(steps: Sequence[Step], outcome: str) -> str:
    """Return what the person is called after these steps; nothing where none says it."""
    called = ""
    for step in sorted(steps, key=lambda one: one.on):
        called = _CALLED.get(step.kind, called)
        if step.kind == "FINAL":
            called = "CONVICTED" if outcome in _GUILTY else "UNCONFIRMED"
    return called


def marks_after(steps: Sequence[Step]) -> dict[str, Value]:
    """Return whether the person is wanted or held after these steps, where one speaks of it."""
    marks: dict[str, Value] = {}
    for step in sorted(steps, key=lambda one: one.on):
        if step.kind == "WANTED":
            marks |= {"wanted": True}
        elif step.kind == "ARRESTED":
            marks |= {"wanted": False, "held": True}
        elif step.kind == "RELEASED":
            marks |= {"held": False}
    return marks


def follows(note: CourtNote, on: str, steps: Sequence[Step]) -> dict[str, Value]:
    """Return what a step changes of its trial; one entered late does not undo a later one."""
    late = any(step.kind == note.kind and step.on > on for step in steps)
    facts = {} if late else _facts_of(note, on)
    return {"stage": stage_after(steps), **facts, **marks_after(steps)}


def _facts_of(note: CourtNote, on: str) -> dict[str, Value]:
    months: Value = note.months or None
    given: dict[str, dict[str, Value]] = {
        "ARRESTED": {"arrested_on": on},
        "INDICTED": {"indicted_on": on},
        "NOT_INDICTED": {"outcome": "NOT_INDICTED"},
        "HEARING": {"hearing_on": on},
        "SOUGHT": {"sought_months": months},
        "SENTENCED": {"sentenced_on": on, "sentence_months": months, **_sentence(note)},
        "RESTRICTED": {"restriction_months": months},
        "APPEALED": {"appealed_by": note.party or None},
        "FINAL": {"final_on": on},
    }
    return given.get(note.kind, {})


def _sentence(note: CourtNote) -> dict[str, Value]:
    suspended = "SUSPENDED" if note.suspended_months else "GUILTY"
    return {
        "suspended_months": note.suspended_months or None,
        "programme_hours": note.programme_hours or None,
        "outcome": note.outcome or (suspended if note.months else None),
    }


def number_fits(number: str) -> bool:
    """Whether a case number looks as courts write it: year, sign, number (2099고합7)."""
    return _NUMBER.fullmatch(number.strip()) is not None
