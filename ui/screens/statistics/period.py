"""Of which time something is counted (기간): quick choices, and days as people say them.

>>> today = dt.date(2026, 11, 26)
>>> quick("last-12", today), quick("this-year", today), quick("whole", today)
(('2025-12', '2026-11'), ('2026', '2026'), ('', ''))
"""

import datetime as dt

from intake.clock import local, wall_ms
from ui.widgets.spoken_date import read_date

QUICK = ("this-year", "last-year", "last-12", "whole")
Span = tuple[str, str]  # first and last day, month or year; "" is open
_YEAR = 12


def today() -> dt.date:
    """Return the day of this computer."""
    return local(wall_ms()).date()


def quick(name: str, now: dt.date) -> Span:
    """Return the span of a quick choice."""
    if name == "whole":
        return "", ""
    if name == "last-12":
        months = (
            now.year * _YEAR + now.month - _YEAR
        )  # the month after the one a year ago
        return f"{months // _YEAR:04}-{months % _YEAR + 1:02}", f"{now:%Y-%m}"
    year = f"{now.year - (name == 'last-year'):04}"
    return year, year


def quick_name(span: Span, now: dt.date) -> str:
    """Return the quick choice that is this span, or nothing."""
    return next((name for name in QUICK if quick(name, now) == span), "")


def read_span(first: str, last: str, now: dt.date) -> Span | None:
    """Return what was typed as a span; None where one of both is no day, month or year."""
    found = [read_date(one, now) if one.strip() else "" for one in (first, last)]
    begin, end = found
    return None if begin is None or end is None else (begin, end)


def in_order(span: Span) -> bool:
    """Return whether a span ends after it begins; what is only a year lies in all of it."""
    first, last = span
    short = min(len(first), len(last))
    return not short or first[:short] <= last[:short]
