"""Dates and times as ODK forms write and read them.

* Times are on this computer's calendar; a written offset is kept as written.
* A date with its precision lost does not become another date: what does not parse stays blank.

>>> format_moment("2026-03-05", "%Y년 %n월 %e일")
'2026년 3월 5일'
"""

import datetime as dt
import math

from intake.clock import local
from intake.forms.values import DAY_SECONDS, days_of

_EPOCH = dt.datetime.fromisoformat("1970-01-01")  # form times carry no zone
_LATEST = 2_932_896  # 9999-12-31, the last day the calendar of Python knows


def today_text(wall_ms: int) -> str:
    """Return today as ``YYYY-MM-DD``."""
    return local(wall_ms).date().isoformat()


def now_text(wall_ms: int) -> str:
    """Return this moment with its offset, to the millisecond."""
    return local(wall_ms).isoformat(timespec="milliseconds")


def date_text(value: str | float) -> str:
    """Return a number of days, or the date part of a text, as ``YYYY-MM-DD``."""
    days = value if isinstance(value, float) else days_of(value)
    if isinstance(value, str) and not math.isnan(days):
        return value.strip()[:10]
    moment = _moment(math.floor(days) if math.isfinite(days) else days)
    return "" if moment is None else moment.date().isoformat()


def date_time_text(value: str | float) -> str:
    """Return a number of days, or a text, as a date with time."""
    if isinstance(value, str):
        return value.strip() if not math.isnan(days_of(value)) else ""
    moment = _moment(value)
    return "" if moment is None else moment.isoformat(timespec="milliseconds")


def _moment(days: float) -> dt.datetime | None:
    if not math.isfinite(days) or not -_LATEST < days <= _LATEST:
        return None
    try:
        return _EPOCH + dt.timedelta(days=days)
    except OverflowError:
        return None


def day_fraction(text: str) -> float:
    """Return the part of the day that a time ``HH:MM[:SS]`` stands for."""
    parts = text.strip().rstrip("Z").split("+")[0].split("-")[0].split(":")
    try:
        hours, minutes, *rest = (float(part) for part in parts)
    except ValueError:
        return math.nan
    return (hours * 3600 + minutes * 60 + (rest[0] if rest else 0)) / DAY_SECONDS


def format_moment(text: str, pattern: str) -> str:
    """Write a date or time by an ODK pattern (``%Y %y %m %n %b %d %e %H %h %M %S %3 %a``)."""
    moment = _parse(text)
    if moment is None:
        return ""
    letters = iter(pattern)
    return "".join(
        _part(moment, next(letters, "")) if letter == "%" else letter
        for letter in letters
    )


def _parse(text: str) -> dt.datetime | None:
    text = text.strip()
    if math.isnan(days_of(text)):
        try:
            return _moment(float(text))
        except ValueError:
            return None
    try:
        return dt.datetime.fromisoformat(text).replace(tzinfo=None)
    except ValueError:
        return None


def _part(moment: dt.datetime, letter: str) -> str:
    parts = {
        "Y": f"{moment.year:04}",
        "y": f"{moment.year % 100:02}",
        "m": f"{moment.month:02}",
        "n": str(moment.month),
        "b": moment.strftime("%b"),
        "d": f"{moment.day:02}",
        "e": str(moment.day),
        "H": f"{moment.hour:02}",
        "h": str(moment.hour),
        "M": f"{moment.minute:02}",
        "S": f"{moment.second:02}",
        "3": f"{moment.microsecond // 1000:03}",
        "a": moment.strftime("%a"),
        "%": "%",
    }
    return parts.get(letter, "")
