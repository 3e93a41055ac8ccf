"""When something was seen (본 시기): windows of days, however roughly they were said.

* ``2020-06`` is the whole month; what is not known is open on that side.
* Numbers and user names are given to others after a rest. Two windows more than a month apart
  are two holders (D03, D04) where one of them says how long it was somebody's; a short one
  says only when it was seen, and the same man may be seen again after years.

>>> apart(("2018-01", "2019-12"), ("2020-06", "2024-11")), apart(("2018-01", ""), ("2020-06", ""))
(152, 0)
"""

import datetime as dt
from collections.abc import Iterable
from functools import lru_cache
from typing import TypeAlias

Window: TypeAlias = tuple[str, str]
_REST = 30  # days that a number or a name rests before somebody else has it
# Days of a window that says how long it was held, and not only when it was seen. Of 430 pairs that
# would be withheld without this, 390 were right (10,000 cases, tests/bench/nation.py).
_HELD = 120
_EVER, _NEVER = dt.date.min, dt.date.max
_YEAR, _MONTH = 4, 7  # letters of "2020" and "2020-06"


@lru_cache(maxsize=4_096)
def first_day(said: str) -> dt.date:
    """Return the first day that a date of any precision may mean."""
    full = (
        said + "-01-01"[len(said) - _YEAR :] if len(said) in {_YEAR, _MONTH} else said
    )
    try:
        return dt.date.fromisoformat(full)
    except ValueError:
        return _EVER


@lru_cache(maxsize=4_096)
def last_day(said: str) -> dt.date:
    """Return the last day that a date of any precision may mean."""
    start = first_day(said)
    if start == _EVER:
        return _NEVER
    if len(said) == _YEAR:
        return start.replace(month=12, day=31)
    if len(said) == _MONTH:
        return (start + dt.timedelta(days=31)).replace(day=1) - dt.timedelta(days=1)
    return start


def apart(one: Window, other: Window) -> int:
    """Return how many days lie between two windows; none where they may touch."""
    (start, end), (begin, close) = _days(one), _days(other)
    return max((begin - end).days - 1, (start - close).days - 1, 0)


def changed_hands(one: Iterable[Window], other: Iterable[Window]) -> bool:
    """Whether a value was held by two, one after the other, as far as the times say."""
    left, right = set(one), set(other)
    if any(apart(a, b) <= _REST for a in left for b in right):
        return False
    return any(_is_long(window) for window in left | right)


def _is_long(window: Window) -> bool:
    start, end = _days(window)
    return (end - start).days > _HELD


@lru_cache(maxsize=4_096)
def _days(window: Window) -> tuple[dt.date, dt.date]:
    start, end = first_day(window[0]), last_day(window[1])
    return (start, end) if start <= end else (end, start)  # typed the wrong way round
