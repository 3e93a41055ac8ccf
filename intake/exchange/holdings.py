"""What lies in the ledger, seen from outside: which segments speak of which classes.

* Only logs that one may speak for: to another organisation the center's own logs, to a
  laptop of the same center every log.
* Counts are entries with a body; withheld and erased ones count for nobody.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Final, TypeAlias

from intake.ids import Scope
from intake.vault import Database

Part: TypeAlias = tuple[Scope, str]  # a class of a scope
Acks: TypeAlias = Mapping[str, Collection[tuple[int, int]]]

_PLACES: Final = 1024  # entries of one segment have the numbers id * 1024 …


@dataclass(frozen=True, slots=True, order=True)
class Held:
    """One segment here: its number in the file, its log, its place in the log."""

    id: int
    log: str
    n: int
    open: bool


def held_segments(db: Database, center: str | None) -> tuple[Held, ...]:
    """Return the segments of a center's logs, or of every log."""
    sql = (
        "select segment.id, log.log, segment.n, segment.state from segment"
        " join log on log.id = segment.log"
        " where segment.state <> 'arriving' and (? is null or log.center = ?)"
        " order by log.id, segment.n, segment.id"
    )
    rows = db.all(sql, (center, center))
    return tuple(
        Held(number, log, n, state == "open") for number, log, n, state in rows
    )


def lost_by(db: Database, center: str) -> tuple[Held, ...]:
    """Return what a center said and one of its laptops may have lost (돌려줄 것).

    A laptop that was put back to an earlier state goes on in a new log behind some segment:
    what its former log said after that one. And, of two that went on in one log, everything
    from where they parted.
    """
    rows = db.all(_LOST, (center, center))
    return tuple(Held(number, log, n, open=False) for number, log, n in rows)


def begun_anew(db: Database) -> dict[str, tuple[str, str, int]]:
    """Return the logs that continue another one: device, center, and their first stamp."""
    rows = db.all(
        "select log.log, log.device, log.center, coalesce((select min(entry.hlc) from entry"
        " where entry.id between child.id * 1024 and child.id * 1024 + 1023), 0)"
        " from segment child join log on log.id = child.log"
        " where child.n = 0 and child.prev is not null and log.own = 0"
    )
    return {log: (device, center, first) for log, device, center, first in rows}


# In this order: few logs continue another one, and hardly any is forked.
_LOST: Final = """
select s.id, log.log, s.n from segment child
cross join segment before on before.hash = child.prev and before.log <> child.log
cross join segment s on s.log = before.log and s.n > before.n
cross join log on log.id = s.log
where child.n = 0 and child.prev is not null and log.center = ? and s.state = 'ok'
union
select s.id, log.log, s.n from log cross join segment s on s.log = log.id
where log.center = ? and log.state = 'forked' and s.state = 'ok' and s.n >= (
  select min(one.n) from segment one join segment other
  on other.log = one.log and other.n = one.n and other.id <> one.id where one.log = s.log)
order by 2, 3, 1"""


def sealed_up_to(db: Database) -> dict[str, int]:
    """Return the number of the last sealed segment of every log."""
    sql = (
        "select log.log, max(segment.n) from segment join log on log.id = segment.log"
        " where segment.state <> 'open' group by log.log"
    )
    return dict(db.all(sql))


def logs_of(db: Database, center: str) -> frozenset[str]:
    """Return the names of a center's logs."""
    rows = db.all("select log from log where center = ?", (center,))
    return frozenset(log for (log,) in rows)


def centers_of_logs(db: Database) -> dict[str, str]:
    """Return which center each known log belongs to."""
    return dict(db.all("select log, center from log"))


def unacknowledged(segments: Iterable[Held], acks: Acks) -> tuple[Held, ...]:
    """Return what somebody with these acknowledgements has not yet got.

    The open tail is never acknowledged; of two segments at one place (a fork) both go
    while the place is not acknowledged.
    """
    return tuple(
        segment
        for segment in segments
        if segment.open
        or not any(a <= segment.n <= b for a, b in acks.get(segment.log, ()))
    )


def count_parts(db: Database, segments: Iterable[Held]) -> Counter[Part]:
    """Return how many entries of which class of which scope these segments hold."""
    found: Counter[int] = Counter()
    sql = "select part, count(*) from entry where id between ? and ? group by part"
    for segment in segments:
        first = segment.id * _PLACES
        for part, count in db.all(sql, (first, first + _PLACES - 1)):
            found[part] += count
    names = all_parts(db)
    return Counter({names[part]: count for part, count in found.items()})


def all_parts(db: Database) -> dict[int, Part]:
    """Return every class of every scope that anything was said in."""
    sql = "select part.id, scope.scope, part.cls from part join scope on scope.id = part.scope"
    return {number: (Scope(scope), cls) for number, scope, cls in db.all(sql)}


def segments_with(
    db: Database, segments: Iterable[Held], parts: Collection[Part]
) -> dict[Held, Counter[Part]]:
    """Return those of the segments that speak of these classes, with their counts."""
    by_id = {segment.id: segment for segment in segments}
    sql = "select id / 1024, count(*) from entry where part = ? group by id / 1024"
    found: dict[Held, Counter[Part]] = {}
    for number, part in all_parts(db).items():
        if part not in parts:
            continue
        for segment, count in db.all(sql, (number,)):
            if segment in by_id:
                found.setdefault(by_id[segment], Counter())[part] += count
    return found
