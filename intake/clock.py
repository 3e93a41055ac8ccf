"""Hybrid logical stamps, and the only reader of the wall clock.

* A stamp is one signed 64-bit integer: Unix milliseconds ≪ 16 | counter.
* Stamps of one clock strictly increase, whatever the wall clock does.
* A remote stamp pulls the clock forward by at most a day beyond the wall: a laptop with a
  wrong year is marked, never refused, and never drags everybody else into that year.

>>> clock = Clock(wall=lambda: 1_000)
>>> clock.next() < clock.next()
True
"""

import datetime as dt
import time
from collections.abc import Callable

DAY_MS = 24 * 60 * 60 * 1000
FLOOR_MS = 1_767_225_600_000  # 2026 began: no word of this program is older
_COUNTER_BITS = 16


def wall_ms() -> int:
    """Return Unix milliseconds from the computer's clock."""
    return time.time_ns() // 1_000_000  # noqa: TID251 - this room is the exception


def stamp_at(ms: int, counter: int = 0) -> int:
    """Return the stamp of a moment."""
    return ms << _COUNTER_BITS | counter


def ms_of(stamp: int) -> int:
    """Return the Unix milliseconds of a stamp."""
    return stamp >> _COUNTER_BITS


def utc(ms: int) -> str:
    """Return a moment as RFC 3339 in UTC, to the second."""
    moment = dt.datetime.fromtimestamp(ms / 1000, tz=dt.UTC)
    return moment.strftime("%Y-%m-%dT%H:%M:%SZ")


def local(ms: int) -> dt.datetime:
    """Return a moment on this computer's calendar, for screens and papers."""
    return dt.datetime.fromtimestamp(ms / 1000).astimezone()


class Clock:
    """Makes the stamps (시각표) of one device."""

    def __init__(self, wall: Callable[[], int] = wall_ms, last: int = 0) -> None:
        """Continue after ``last``, the newest own stamp in the ledger."""
        self.wall = wall
        self._last = last

    @property
    def last(self) -> int:
        """The newest stamp made or heard."""
        return self._last

    def next(self) -> int:
        """Return a stamp later than every one made or followed before."""
        self._last = max(stamp_at(self.wall()), self._last + 1)
        return self._last

    def hear(self, remote: int) -> bool:
        """Follow a stamp from elsewhere; False when it lies more than a day ahead."""
        limit = stamp_at(self.wall() + DAY_MS)
        self._last = max(self._last, min(remote, limit))
        return remote <= limit

    @property
    def ahead_ms(self) -> int:
        """How far the newest stamp lies ahead of the wall: more than a day after a wrong year."""
        return ms_of(self._last) - self.wall()

    def begin_anew(self) -> int:
        """Go on from the wall, with the stamps of a new log; return where it begins."""
        self._last = stamp_at(self.wall())
        return self._last

    def today(self) -> dt.date:
        """Return today on this computer's calendar."""
        return local(self.wall()).date()
