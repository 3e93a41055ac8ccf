"""Months along a table (월): those of the period, and one place for what has no month.

* A day that was said as a year stands under "날짜 모름" where all of the year lies in the period.
* An open end closes with the first or last month that has anything.
"""

from collections.abc import Iterable

from intake.counting.period import Period, earliest, latest
from intake.counting.selecting import UNDATED, month_of
from intake.counting.tables.table import Axis

__all__ = ["month_of", "months"]

_MONTH = len("2024-01")
_MOST = 240  # twenty years; of a longer time only months that have anything


def months(period: Period, found: Iterable[str]) -> Axis:
    """Return the months of a period as an axis.

    >>> months(Period("2024-11", ""), ["2025-01"]).codes
    ('2024-11', '2024-12', '2025-01', 'UNDATED')
    """
    known = sorted({one for one in found if one != UNDATED})
    first = earliest(period.first)[:_MONTH] if period.first else (known or [""])[0]
    last = latest(period.last)[:_MONTH] if period.last else (known or [""])[-1]
    codes = _between(first, last) if first and last else ()
    return Axis("counting-axis-month", (*(codes or known), UNDATED))


def _between(first: str, last: str) -> tuple[str, ...]:
    """Return every month from one to another; nothing where they are too many."""
    begin, end = (int(one[:4]) * 12 + int(one[5:7]) - 1 for one in (first, last))
    if end - begin >= _MOST:
        return ()
    return tuple(f"{at // 12:04}-{at % 12 + 1:02}" for at in range(begin, end + 1))
