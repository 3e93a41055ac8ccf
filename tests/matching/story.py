"""The story's suspects as sightings: what each center typed, canonical as in a register."""

import json
from dataclasses import replace
from pathlib import Path

from intake.matching.canonical import canonical
from intake.matching.memory import MemoryWorld
from intake.matching.noting import marks_of
from intake.matching.sighting import Mark, Sighting

_HERE = Path(__file__).parent
TYPED = json.loads((_HERE / "story_identifiers.json").read_text("utf-8"))
_TIMES = {"D03": ("2025-01", "2025-06"), "D04": ("2018-01", "2019-12")}
_ROLES = {"D07": "REDISTRIBUTOR", "D11": "VICTIM"}
VICTIMS = tuple(f"V{number:02}" for number in range(1, 16))


def noted(
    case, kind, raw, site="", role="SUSPECT", *, times=("2020-06", "2024-11"), at=0
):
    """Return the marks of one identifier as typed."""
    said = Mark(f"{case}-{at}", kind, "", "W", role, seen_from=times[0], seen_to=times[1])  # fmt: skip
    return marks_of(canonical(kind, raw, site), said)


def sighting(case, *typed, center="IC", **facts):
    """Return a suspect of a case by what was typed: ``(kind, raw)`` or ``(kind, raw, site)``."""
    marks = [mark for at, one in enumerate(typed) for mark in noted(case, *one, at=at)]
    return Sighting(case, case, center, tuple(marks), **facts)


def of_story(case):
    """Return the suspect of a case of the story."""
    role, times = _ROLES.get(case, "SUSPECT"), _TIMES.get(case, ("2020-06", "2024-11"))
    rows = [one for one in TYPED if one["case"] == case]
    marks = [
        mark
        for at, one in enumerate(rows)
        for mark in noted(case, one["kind"], one["raw"], one.get("site", ""), role, times=times, at=at)
    ]  # fmt: skip
    return Sighting(case, case, case[:1], tuple(marks), age=35 if case in {"V02", "D01"} else None)  # fmt: skip


def late():
    """Return V13 after the second interview added the number of the account."""
    more = noted("V13", "telegram_id", "9990000004217", at=9)
    return replace(of_story("V13"), marks=(*of_story("V13").marks, *more))


def world(*cases, more=()):
    """Return a register of some cases of the story, and of others."""
    made = MemoryWorld()
    for one in (*map(of_story, cases), *more):
        made.add(one)
    return made


def between(made, one, other):
    """Return the likeness of two profiles of a register, found or not."""
    from intake.matching.score import likeness  # noqa: PLC0415

    return likeness(made.profile(one), made.profile(other), made)
