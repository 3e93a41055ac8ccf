"""Days and clock times as the desk takes and gives them: ISO days, HH:MM of this computer."""

import datetime as dt
import re

from intake.clock import local, utc
from intake.errors import InvalidInput
from intake.register import Value

_WHOLE = len("2026-11-25")
_CLOCK = re.compile(r"([01]?\d|2[0-3]):[0-5]\d")


def day_of(text: str) -> dt.date:
    """Return a day.

    Raises:
        InvalidInput: it is none.
    """
    try:
        return dt.date.fromisoformat(text[:10])
    except ValueError as error:
        raise InvalidInput(what="date", why="not-a-day") from error


def is_day(said: Value) -> bool:
    """Whether a date was said to the day; a month or a year is no day."""
    return isinstance(said, str) and len(said) == _WHOLE


def clock_of(text: str) -> dt.time:
    """Return a clock time.

    Raises:
        InvalidInput: it is none.
    """
    if not _CLOCK.fullmatch(text):
        raise InvalidInput(what="time", why="not-a-time")
    hour, minute = text.split(":")
    return dt.time(int(hour), int(minute))


def moment_of(on: str, at: str) -> str:
    """Return the instant of a clock time on a day of this computer's calendar."""
    moment = dt.datetime.combine(day_of(on), clock_of(at)).astimezone()
    return utc(int(moment.timestamp() * 1000))


def hour_of(instant: Value) -> str:
    """Return the clock time of an instant; nothing where there is none."""
    if not isinstance(instant, str):
        return ""
    return f"{local(int(dt.datetime.fromisoformat(instant).timestamp() * 1000)):%H:%M}"
