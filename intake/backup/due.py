"""When a backup and a drill are due (때가 된 백업과 복구 연습).

>>> due(Kept(now=50 * HOUR, made=49 * HOUR, drilled=0, begun=0, placed=True)).backup
False
>>> due(Kept(now=50 * HOUR, made=10 * HOUR, drilled=0, begun=0, placed=True)).backup
True
"""

from dataclasses import dataclass
from typing import Final

HOUR: Final = 60 * 60 * 1000
DAY: Final = 24 * HOUR
_NIGHTLY, _OLD, _DRILL = 20 * HOUR, 7 * DAY, 90 * DAY


@dataclass(frozen=True, slots=True)
class Kept:
    """What a vault remembers of its backups; milliseconds, 0 for never."""

    now: int
    made: int
    drilled: int
    begun: int  # when this was first asked: before it nothing could be late
    placed: bool


@dataclass(frozen=True, slots=True)
class Due:
    """What should be done."""

    backup: bool  # make one now, by itself
    late: bool  # tell a person: for a week there was none
    drill: bool  # tell a person: nobody tried one for ninety days


def due(kept: Kept) -> Due:
    """Return what is due; a clock that went back makes a backup due, not young for ever."""
    age = kept.now - kept.made
    since = kept.made or kept.begun
    tried = kept.drilled or kept.begun
    return Due(
        backup=kept.placed and not 0 <= age <= _NIGHTLY,
        late=kept.now - since > _OLD,
        drill=bool(kept.made) and kept.now - tried > _DRILL,
    )
