"""When a posting is looked at again (재점검), and which are due over all cases.

* After 1, 3, 7, 14, 30 days, then monthly: a setting of the center, not a rule of law.
* A temporary measure (임시조치) ends after 30 days at the latest (정보통신망법 44조의2): day 30.
* A posting whose checks were stopped has no next day; stopping deletes nothing.

>>> next_check("2099-03-01", "2099-03-02", (1, 3, 7), 30)
'2099-03-04'
>>> next_check("2099-03-01", "2099-03-09", (1, 3, 7), 30)
'2099-04-08'
"""

import datetime as dt
import re
from array import array
from collections.abc import Sequence

from intake.desk.days import day_of
from intake.desk.rooms import Rooms
from intake.desk.views import TodayAction
from intake.desk.views.deleting import DueLine
from intake.progress import Progress
from intake.register import ListQuery, Row, Where
from intake.register.postings import due_by_case
from intake.register.spelling import host_of

TEMPORARY_DAYS = 30
_USUAL = (1, 3, 7, 14, 30)
_LONGEST = 366
_LOOKED_AT = 5_000  # postings that the page of today counts over all cases
_CASES = 20


def days_of(text: str) -> tuple[int, ...]:
    """Return the days of a calendar as somebody wrote them; nonsense gives the usual ones."""
    numbers = {int(one) for one in re.findall(r"\d{1,4}", text)}
    return tuple(sorted(n for n in numbers if 0 < n <= _LONGEST)) or _USUAL


def next_check(since: str, on: str, days: Sequence[int], every: int) -> str:
    """Return the next day to look: counted from ``since``, later than ``on``."""
    start, today = day_of(since), day_of(on)
    for number in days:
        day = start + dt.timedelta(number)
        if day > today:
            return day.isoformat()
    return (today + dt.timedelta(every)).isoformat()


class Rechecks:
    """The calendar of a center, and what it says of postings."""

    def __init__(self, rooms: Rooms) -> None:
        """Read the calendar."""
        self._rooms = rooms
        self._days = days_of(str(rooms.setting("recheck_days")))
        self._every = int(rooms.setting("recheck_every"))

    def after(self, result: str, since: str, on: str) -> str:
        """Return the next day for a posting that has stood at a result since a day."""
        if result == "TEMPORARY":
            ends = day_of(since) + dt.timedelta(TEMPORARY_DAYS)
            return max(ends, day_of(on) + dt.timedelta(1)).isoformat()
        return next_check(since, on, self._days, self._every)

    # --- what is due ----------------------------------------------------------------

    def due_rows(self, until: str, progress: Progress) -> "array[int]":
        """Return the row numbers of what is due, the longest overdue first."""
        return self._rooms.register.ids(_due(self._until(until)), progress)

    def due(self, until: str, limit: int) -> tuple[DueLine, ...]:
        """Return what is due first."""
        found = self._rooms.register.first(_due(self._until(until)), limit)
        return self._lines(found)

    def due_lines(self, rows: Sequence[int]) -> tuple[DueLine, ...]:
        """Return the postings with these row numbers."""
        return self._lines(self._rooms.register.rows("posting", rows))

    def _until(self, until: str) -> str:
        return day_of(until).isoformat() if until else self._today

    @property
    def _today(self) -> str:
        return self._rooms.clock.today().isoformat()

    def _lines(self, rows: Sequence[Row]) -> tuple[DueLine, ...]:
        wanted = {str(row["case"]) for row in rows if row["case"]}
        cases = {
            one.id: one for one in self._rooms.register.find("case", id=tuple(wanted))
        } if wanted else {}  # fmt: skip
        return tuple(self._line(row, cases.get(str(row["case"]))) for row in rows)

    def _line(self, row: Row, case: Row | None) -> DueLine:
        day = str(row["next_check"] or "")
        return DueLine(
            posting=row.id,
            case=str(row["case"] or ""),
            number=str(case["number"] or "") if case else "",
            alias=str(case["alias"] or "") if case else "",
            host=host_of(str(row["url"] or "")),
            next_check=day,
            result_text=row.label("result", self._rooms.language),
            overdue=day < self._today,
        )


def _due(until: str) -> ListQuery:
    return ListQuery(
        "posting", where=(Where("next_check", "<=", until),), order=("next_check",)
    )


def due_rechecks(rooms: Rooms) -> tuple[TodayAction, ...]:
    """Return for the page of today how many postings of which cases are due."""
    today = rooms.clock.today().isoformat()
    looked_at, most = (-1, -1) if rooms.sight.veiled else (_LOOKED_AT, _CASES)
    with rooms.vault.reading() as db:
        found = due_by_case(db, today, looked_at, most)
    lines = []
    for case, number, first in found:
        row = rooms.register.get("case", case)
        if row is not None and not row.gone and rooms.sight.sees(case):
            facts: dict[str, str | int] = {
                "count": number,
                "alias": str(row["alias"] or ""),
                "number": str(row["number"] or ""),
            }
            lines.append(TodayAction("next-recheck", facts, case, first))
    return tuple(lines[:_CASES])
