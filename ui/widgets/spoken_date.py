"""A date as people say it, read as far as it was said (대략의 날짜).

* ``2026``, ``2026-03``, ``2026년 3월쯤``, ``작년 5월``, ``어제``, ``March 2026``, ``last year``.
* Precision is kept: a month stays a month. What is no date is None and stays as it was typed.
* A month without a year is the last such month that has begun; for an appointment
  (``ahead``) it is the next one.

>>> today = dt.date(2026, 11, 25)
>>> read_date("2026년 3월쯤", today), read_date("12월", today), read_date("어제", today)
('2026-03', '2025-12', '2026-11-24')
>>> read_date("12월 3일", today, ahead=True), read_date("1월 3일", today, ahead=True)
('2026-12-03', '2027-01-03')
"""

import datetime as dt
import re
from dataclasses import dataclass

from intake.text import Texts

_MONTHS = (
    *("january", "february", "march", "april", "may", "june", "july"),
    *("august", "september", "october", "november", "december"),
)
_ABOUT = re.compile(
    r"\s*(쯤|경|정도|무렵|즈음|부터|에|중)\s*$|^(약|대략|about|around|in|on|since)\s+",
    re.IGNORECASE,
)
_DIGITS = re.compile(r"(\d{4})(?:[-./](\d{1,2})(?:[-./](\d{1,2}))?)?[.]?\Z")
_RECORDED = re.compile(r"\d{4}-\d\d(-\d\d)?\Z")
_PACKED = re.compile(r"(\d{4})(\d\d)(\d\d)?\Z")
_KOREAN = re.compile(r"(?:(\d{4})년)?\s*(?:(\d{1,2})월)?\s*(?:(\d{1,2})일)?\Z")
_DAY_FIRST = re.compile(r"(?:(\d{1,2})\s+)?([a-z]{3,9})\.?,?(?:\s+(\d{4}))?\Z")
_MONTH_FIRST = re.compile(r"([a-z]{3,9})\.?\s+(\d{1,2})(?:,?\s+(\d{4}))?\Z")
_YEARS = {"올해": 0, "금년": 0, "작년": 1, "지난해": 1, "재작년": 2, "this year": 0, "last year": 1}  # fmt: skip
_DAYS = {
    "오늘": 0,
    "어제": 1,
    "그제": 2,
    "그저께": 2,
    "today": 0,
    "yesterday": 1,
    "내일": -1,
    "모레": -2,
    "tomorrow": -1,
}
_THIS_MONTH = {"이번 달", "이번달", "this month"}
_LAST_MONTH = {"지난달", "지난 달", "last month"}


@dataclass(frozen=True, slots=True)
class _Near:
    today: dt.date
    ahead: bool

    def year_of(self, month: int, day: int) -> int:
        now = (self.today.month, self.today.day)
        if self.ahead:
            return self.today.year + ((month, day) < now)
        return self.today.year - ((month, day) > now)


def read_date(text: str, today: dt.date, *, ahead: bool = False) -> str | None:
    """Return ``YYYY``, ``YYYY-MM`` or ``YYYY-MM-DD``, or None for what is no date."""
    said = _bare(text)
    if said in _DAYS:
        return (today - dt.timedelta(days=_DAYS[said])).isoformat()
    if said in _THIS_MONTH:
        return f"{today:%Y-%m}"
    if said in _LAST_MONTH:
        return f"{today.replace(day=1) - dt.timedelta(days=1):%Y-%m}"
    for word, back in _YEARS.items():
        if said.startswith(word):
            year, rest = today.year - back, said.removeprefix(word).strip()
            return _written(year, *_korean_rest(rest)) if rest else str(year)
    return _in_figures(said, _Near(today, ahead))


def shown_date(text: str, texts: Texts) -> str:
    """Return a recorded day in words; anything else as it is."""
    return texts.day(text) if _RECORDED.match(text) else text


def _bare(text: str) -> str:
    said = " ".join(text.casefold().split())
    while (shorter := _ABOUT.sub("", said).strip()) != said:
        said = shorter
    return said


def _korean_rest(rest: str) -> tuple[int | None, int | None]:
    found = _KOREAN.match(rest)
    if found is None or found[1] is not None:
        return -1, None
    return _number(found[2]), _number(found[3])


def _in_figures(said: str, near: _Near) -> str | None:
    if found := _DIGITS.match(said) or _PACKED.match(said):
        return _written(int(found[1]), _number(found[2]), _number(found[3]))
    if said and (found := _KOREAN.match(said)):
        month, day = _number(found[2]), _number(found[3])
        return _with_year(_number(found[1]), month, day, near)
    if found := _DAY_FIRST.match(said):
        return _with_year(_number(found[3]), _month(found[2]), _number(found[1]), near)
    if found := _MONTH_FIRST.match(said):
        return _with_year(_number(found[3]), _month(found[1]), _number(found[2]), near)
    return None


def _with_year(
    year: int | None, month: int | None, day: int | None, near: _Near
) -> str | None:
    if year is None and month is None:
        return None
    if year is None and month is not None:
        year = near.year_of(month, day or 1)
    return _written(year or 0, month, day)


def _written(year: int, month: int | None, day: int | None) -> str | None:
    if month is None:
        return f"{year:04}" if day is None else None
    try:
        whole = dt.date(year, month, day or 1)
    except ValueError:
        return None
    return f"{whole:%Y-%m-%d}" if day else f"{whole:%Y-%m}"


def _month(name: str) -> int:
    found = [at for at, month in enumerate(_MONTHS, 1) if month.startswith(name)]
    return found[0] if found else -1


def _number(text: str | None) -> int | None:
    return int(text) if text else None
