"""Whose birthday passed since she was asked (나이가 찬 사람): answered by the index of birth.

* At 14 she consents herself, at 19 for everything (개인정보보호법 22조의2; 청소년성보호법 2조).
* Only a birth that is known to the day has a birthday. Born on 29 February, she is older on
  1 March (민법 160조): the calendar of the database counts so as well.
"""

import datetime as dt
from collections.abc import Iterable
from typing import NamedTuple

from intake.register.fold import id_of
from intake.vault import Database

_TURNED = """
SELECT p."case", date(p.birth, ?) AS day, c.given_on
FROM r_person p
JOIN r_consent c ON c."case" = p."case" AND c.deleted IS NULL AND c.purpose = 'RECORD'
JOIN r_case k ON k.id = p."case" AND k.deleted IS NULL
WHERE p.deleted IS NULL AND p.birth > ? AND p.birth <= ? AND length(p.birth) = 10
AND p.role = 'VICTIM' AND k.closed_on IS NULL AND c.decision = 'AGREED'
AND c.withdrawn_on IS NULL AND c.given_on < day AND day <= ?
ORDER BY p.birth"""


class Birthday(NamedTuple):
    """A birthday that changes who consents."""

    case: str
    age: int
    day: str
    asked_on: str


def turned(
    db: Database, today: dt.date, ages: Iterable[int], within: int
) -> tuple[Birthday, ...]:
    """Return who turned one of these ages within some days and was not asked again since."""
    found: list[Birthday] = []
    for age in ages:
        since, until = (_before(day, age) for day in (today - dt.timedelta(within), today))  # fmt: skip
        values = (f"+{age} years", since, until, today.isoformat())
        found += [
            Birthday(id_of(case), age, str(day), str(asked))
            for case, day, asked in db.all(_TURNED, values)
        ]
    return tuple(sorted(found, key=lambda one: one.day))


def _before(day: dt.date, years: int) -> str:
    """Return the day so many years ago, as it sorts; no such day is needed."""
    return f"{day.year - years:04}-{day:%m-%d}"
