"""What came of the cases, in lines that a person reads and a program may."""

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from intake.cli.conformance.case import COMMANDS, Case, Verdict
from intake.cli.conformance.peer import Heard
from intake.text import Texts

_WIDE = 34  # the longest name of a case


def verdict(heard: Heard) -> Verdict:
    """Judge the answers to a case; what a program broke off is never right."""
    case = heard.case
    if heard.trouble:
        return Verdict("an answer", heard.trouble)
    try:
        return case.judge(heard.answers)
    except (LookupError, TypeError, ValueError, AttributeError):
        return Verdict("an answer", "nonsense")


def chosen(cases: Iterable[Case], only: frozenset[str]) -> Iterator[Case]:
    """Return the cases that need no other command; ``state`` may be looked at in any of them."""
    return (case for case in cases if case.commands <= only)


def known_commands(text: str) -> frozenset[str]:
    """Return the commands named in a list; empty where one of them does not exist."""
    named = frozenset(text.replace(" ", "").split(","))
    return named if named <= frozenset(COMMANDS) else frozenset()


def row(case: Case, came: Verdict) -> Mapping[str, Any]:
    """Return what became of one case, for a program."""
    return {
        "case": case.name,
        "expected": came.expected,
        "got": came.got,
        "passed": came.passed,
    }


def line(told: Mapping[str, Any], words: Texts) -> str:
    """Return what became of one case, for a person."""
    if told["passed"]:
        mark, ended = words("conformance-passed"), str(told["expected"])
    else:
        mark = words("conformance-failed")
        troubles = ("silent", "ended", "no-start", "nonsense", "too-many", "too-much", "exit-code", "not-asked")  # fmt: skip
        got = str(told["got"])
        ended = words("conformance-trouble", why=got) if got in troubles else words("conformance-other", expected=str(told["expected"]), got=got)  # fmt: skip
    return f"{mark}  {told['case']:{_WIDE}}  {ended}"


def as_json(report: object) -> str:
    """Return a report as one line."""
    return json.dumps(report, ensure_ascii=False)
