"""What a ledger noticed and a person should know of (눈에 띈 일); nothing of it is lost.

* ``forked``: two computers went on in one log, as after copying a whole laptop. Both were kept.
* ``gap``: a segment whose predecessor is not here; what is missing comes with a later bundle.
* ``clock``: words stamped more than a day ahead of when they arrived, or before this program was
  there, or by this computer for a time that has not come; and not put right since.
* ``behind``: this computer's own clock stands in a year that is over.
* ``newer``: words of a later version of this program; they wait, byte for byte.
* ``aside``: words about what another center owns; a person decides.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from intake.clock import DAY_MS, FLOOR_MS, stamp_at
from intake.ledger.joining import find_gaps
from intake.vault import Database


@dataclass(frozen=True, slots=True)
class Trouble:
    """One thing that was noticed about a log: where it begins, where it ends, how many entries."""

    kind: str
    log: str
    device: str
    center: str
    first: int
    last: int
    entries: int
    ahead_ms: int = 0  # how far the newest of the marked stamps is from the wall's now


def troubles(db: Database, now_ms: int, device: str = "") -> tuple[Trouble, ...]:
    """Return everything noticed, by kind, then by log; ``device`` is this computer."""
    whose = {log: (device, center) for log, device, center in db.all("select log, device, center from log")}  # fmt: skip
    gaps = [(log, n, *whose[log]) for log, n in find_gaps(db)]
    found = [
        *(Trouble("forked", log, whose, center, 0, last, count) for log, whose, center, last, count in db.all(_FORKED)),
        *(Trouble("gap", log, whose, center, n, n, 0) for log, n, whose, center in gaps),
        *_clocks(db, now_ms, device),
        *(Trouble(_KINDS[why], log, whose, center, first, last, count) for why, log, whose, center, first, last, count in db.all(_WAITING)),
    ]  # fmt: skip
    return tuple(found)


def _clocks(db: Database, now_ms: int, device: str) -> Iterator[Trouble]:
    """Yield the logs whose stamps cannot be right, each once."""
    if now_ms < FLOOR_MS:  # what is ahead of such a clock is ahead of nothing
        yield Trouble("behind", "", device, "", 0, 0, 0, now_ms - FLOOR_MS)
        return
    floor, later = stamp_at(FLOOR_MS), stamp_at(now_ms + DAY_MS + _HOUR_MS)
    found = [
        *db.all(_CLOCK),
        *db.all(_BEHIND, (floor, floor)),
        *db.all(_OWN_AHEAD, (device, later, later)),
    ]
    told = set()
    for log, whose, center, first, last, count, newest in found:
        if log not in told:
            told.add(log)
            yield Trouble("clock", log, whose, center, first, last, count, (newest >> 16) - now_ms)  # fmt: skip


_HOUR_MS: Final = 3_600_000
_KINDS: Final = {"newer": "newer", "unread": "newer", "aside": "aside", "elsewhere": "aside"}  # fmt: skip
_FORKED: Final = (
    "select log.log, device, center, max(n), sum(count) from log"
    " join segment on segment.log = log.id where log.state = 'forked'"
    " group by log.id order by log.log"
)
_CLOCK: Final = (
    "select log.log, device, center, min(n), max(n), count(*), max(entry.hlc)"
    " from entry join segment on segment.id = entry.id / 1024 join log on log.id = segment.log"
    " where entry.mark = 1 and not exists (select 1 from clockfix"
    " where clockfix.log = log.log and n between n0 and n1)"
    " group by log.id order by log.log"
)
_NOT_FIXED: Final = (
    " and not exists (select 1 from clockfix where clockfix.log = log.log and n between n0 and n1)"
    " group by log.id order by log.log"
)
_SPAN: Final = (
    "select log.log, device, center, min(n), max(n), count(*), max(entry.hlc)"
    " from log cross join segment on segment.log = log.id"  # in this order: few logs fit
    " cross join entry on entry.id between segment.id * 1024 and segment.id * 1024 + 1023"
)
# Stamps of a log only go forward: where its first words are of no such year, none is asked further.
_BEHIND: Final = (
    _SPAN + " where entry.hlc < ? and log.id in (select one.log from segment one"  # noqa: S608 - our own names
    " where one.n = 0 and exists (select 1 from entry first where first.id between"
    " one.id * 1024 and one.id * 1024 + 1023 and first.hlc < ?))" + _NOT_FIXED
)
_OWN_AHEAD: Final = (
    _SPAN + " where log.device = ? and log.clock > ? and entry.hlc > ?" + _NOT_FIXED
)
_WAITING: Final = (
    "select why, log.log, device, center, min(n), max(n), count(*)"
    " from waiting join segment on segment.id = waiting.entry / 1024"
    " join log on log.id = segment.log where why <> 'batch'"
    " group by case why when 'unread' then 'newer' when 'elsewhere' then 'aside' else why end, log.id"
    " order by why, log.log"
)
