"""From when to when (기간), with the precision that was said: a year, a month, a day.

* Days are ISO dates of any precision; both ends are included. An empty end is open.
* "2021-03" lies in a period when all of it does; where only some of it may, it is doubtful,
  and counted apart.

>>> year = Period("2024-01-01", "2024-12-31")
>>> year.holds("2024-05"), year.holds("2023"), year.holds("")
(True, False, None)
>>> Period("2024-03-10", "").holds("2024-03") is None
True
"""

import calendar
from dataclasses import dataclass

_MONTH, _DAY = len("2024-01"), len("2024-01-01")


@dataclass(frozen=True, slots=True)
class Period:
    """A time that figures are about; open at both ends unless it is said."""

    first: str = ""
    last: str = ""

    @property
    def is_all(self) -> bool:
        """Whether it leaves nothing out."""
        return not self.first and not self.last

    def holds(self, day: str) -> bool | None:
        """Whether a day lies in it; None where that cannot be said."""
        if self.is_all:
            return True
        if not day:
            return None
        after = not self.first or earliest(day) >= earliest(self.first)
        before = not self.last or latest(day) <= latest(self.last)
        if after and before:
            return True
        may = (not self.first or latest(day) >= earliest(self.first)) and (
            not self.last or earliest(day) <= latest(self.last)
        )
        return None if may else False


def earliest(day: str) -> str:
    """Return the first day that a date of any precision may be.

    >>> earliest("2024"), earliest("2024-02")
    ('2024-01-01', '2024-02-01')
    """
    return f"{day}-01-01"[:_DAY] if len(day) < _MONTH else f"{day}-01"[:_DAY]


def latest(day: str) -> str:
    """Return the last day that a date of any precision may be.

    >>> latest("2024"), latest("2024-02"), latest("2024-02-03")
    ('2024-12-31', '2024-02-29', '2024-02-03')
    """
    if len(day) >= _DAY:
        return day
    month = day if len(day) >= _MONTH else f"{day}-12"
    year, number = int(month[:4]), int(month[5:7])
    return f"{month}-{calendar.monthrange(year, number)[1]:02}"
