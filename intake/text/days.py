"""Days, times, sizes and waits as a language writes them.

* A date said with less precision (2026, 2026-11) is shown with less.
* Moments are Unix milliseconds and appear on this computer's calendar, 24 hours.

>>> Calendar("ko").day("2026-11"), Calendar("en").day("2026-11-25")
('2026년 11월', '25 November 2026')
>>> Calendar("ko").wait(75), Calendar("en").size(3_200_000)
('1분 15초', '3.2 MB')
"""

import datetime as dt
from dataclasses import dataclass

_MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)
_KILO = 1000  # as disks are sold
_TENTHS_BELOW = 10


@dataclass(frozen=True, slots=True)
class Calendar:
    """How one language writes what a clock, a calendar or a disk says."""

    language: str

    def day(self, value: dt.date | str | int) -> str:
        """Return a date, an ISO text of any precision or a moment as a day in words."""
        parts = _parts(value)
        return _korean(parts) if self.language == "ko" else _english(parts)

    def time(self, ms: int, *, seconds: bool = False) -> str:
        """Return the clock time of a moment."""
        return _local(ms).strftime("%H:%M:%S" if seconds else "%H:%M")

    def moment(self, ms: int, *, seconds: bool = False) -> str:
        """Return day and time of a moment."""
        comma = "" if self.language == "ko" else ","
        return f"{self.day(ms)}{comma} {self.time(ms, seconds=seconds)}"

    def wait(self, seconds: int) -> str:
        """Return how long something takes, in minutes and seconds."""
        minutes, rest = divmod(seconds, 60)
        minute, second = ("분", "초") if self.language == "ko" else (" min", " s")
        words = [f"{minutes:,}{minute}"] if minutes else []
        return " ".join([*words, f"{rest}{second}"] if rest or not minutes else words)

    def size(self, count: int) -> str:
        """Return a number of bytes in the unit a person would choose."""
        size, units = float(count), ["B", "KB", "MB", "GB", "TB"]
        while size >= _KILO and len(units) > 1:
            size, units = size / _KILO, units[1:]
        whole = size >= _TENTHS_BELOW or units[0] == "B"
        return f"{size:,.{0 if whole else 1}f} {units[0]}"


def _local(ms: int) -> dt.datetime:
    return dt.datetime.fromtimestamp(ms / 1000).astimezone()


def _parts(value: dt.date | str | int) -> tuple[int, ...]:
    if isinstance(value, int):
        value = _local(value).date()
    if isinstance(value, dt.date):
        return value.year, value.month, value.day
    return tuple(int(part) for part in value[:10].split("-"))


def _korean(parts: tuple[int, ...]) -> str:
    units = zip(parts, "년월일", strict=False)
    return " ".join(f"{part}{unit}" for part, unit in units)


def _english(parts: tuple[int, ...]) -> str:
    year, *rest = parts
    day = [str(number) for number in rest[1:]]
    month = [_MONTHS[number - 1] for number in rest[:1]]
    return " ".join([*day, *month, str(year)])
