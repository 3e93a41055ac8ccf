"""What a ledger noticed and a person should know of (눈에 띈 일); nothing of it is lost.

* ``forked``: two computers went on in one log, as after copying a whole laptop. Both were kept.
* ``gap``: a segment whose predecessor is not here; what is missing comes with a later bundle.
* ``clock``: words stamped more than a day ahead of when they arrived, and not put right since.
* ``newer``: words of a later version of this program; they wait, byte for byte.
* ``aside``: words about what another center owns; a person decides.
"""

from dataclasses import dataclass
from typing import Final

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


def troubles(db: Database, now_ms: int) -> tuple[Trouble, ...]:
    """Return everything noticed, by kind, then by log."""
    whose = {log: (device, center) for log, device, center in db.all("select log, device, center from log")}  # fmt: skip
    gaps = [(log, n, *whose[log]) for log, n in find_gaps(db)]
    found = [
        *(Trouble("forked", log, device, center, 0, last, count) for log, device, center, last, count in db.all(_FORKED)),
        *(Trouble("gap", log, device, center, n, n, 0) for log, n, device, center in gaps),
        *(Trouble("clock", log, device, center, first, last, count, (newest >> 16) - now_ms) for log, device, center, first, last, count, newest in db.all(_CLOCK)),
        *(Trouble(_KINDS[why], log, device, center, first, last, count) for why, log, device, center, first, last, count in db.all(_WAITING)),
    ]  # fmt: skip
    return tuple(found)


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
_WAITING: Final = (
    "select why, log.log, device, center, min(n), max(n), count(*)"
    " from waiting join segment on segment.id = waiting.entry / 1024"
    " join log on log.id = segment.log where why <> 'batch'"
    " group by case why when 'unread' then 'newer' when 'elsewhere' then 'aside' else why end, log.id"
    " order by why, log.log"
)
