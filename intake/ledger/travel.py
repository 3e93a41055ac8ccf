"""What this vault holds, what others lack, and segments cut for the road.

* A receipt says which segments of which log lie there whole; what to send again is a
  function of the log and that, nothing else.
* ``allow`` decides class by class what may be read; the leaf of everything else travels.
* A body nobody here can read has the scope ``unread/00000000-…``: laptops of one center
  pass it on, a rule made of consents never names it.
* Orders to destroy and clock fixes always travel: they name hashes and logs, nobody.
"""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from typing import TypeAlias

from intake.errors import NotFound
from intake.ids import Scope
from intake.ledger import body as bodies
from intake.ledger.places import PLACES
from intake.ledger.segment import WireSegment
from intake.vault import Database

Acks: TypeAlias = Mapping[str, Sequence[Sequence[int]]]
Allow: TypeAlias = Callable[[Scope, str], bool]


def acks(db: Database) -> dict[str, list[list[int]]]:
    """Return the segments that lie here whole, as ranges of each log."""
    found: dict[str, list[list[int]]] = {}
    for log, n in _whole(db):
        ranges = found.setdefault(log, [])
        if ranges and ranges[-1][1] >= n - 1:
            ranges[-1][1] = n
        else:
            ranges.append([n, n])
    return found


def missing(db: Database, theirs: Acks) -> list[tuple[str, int]]:
    """Return the segments held here that are in nobody's receipt."""
    return [
        (log, n)
        for log, n in dict.fromkeys(_whole(db))
        if not any(low <= n <= high for low, high in theirs.get(log, ()))
    ]


def about(db: Database, scopes: Collection[Scope]) -> list[tuple[str, int]]:
    """Return the sealed segments that hold a body of one of these scopes."""
    found: set[tuple[str, int]] = set()
    for scope in sorted(scopes):
        found |= {
            (log, n)
            for log, n in db.all(
                "select distinct log.log, segment.n from scope join part on part.scope = scope.id"
                " join entry on entry.part = part.id join segment on segment.id = entry.id / ?"
                " join log on log.id = segment.log"
                " where scope.scope = ? and segment.state = 'ok'",
                (PLACES, scope),
            )
        }
    return sorted(found)


def wire(db: Database, log: str, n: int, allow: Allow) -> tuple[WireSegment, ...]:
    """Return a segment for the road; several where a cloned device made twins.

    Raises:
        NotFound: it is not here, or still open.
    """
    rows = db.all(
        "select segment.id, header, sig, leaves from segment join log on log.id = segment.log"
        " where log.log = ? and n = ? and segment.state <> 'open' order by hash",
        (log, n),
    )
    if not rows:
        raise NotFound(entity="segment", log=log, n=n)
    return tuple(
        _cut(db, row[0], bytes(row[1]), row[2], bytes(row[3]), allow) for row in rows
    )


def position(db: Database) -> dict[str, int]:
    """Return how many entries of each log this vault knows of: the as-of vector."""
    rows = db.all(
        "select log.log, sum(segment.count) from log join segment on segment.log = log.id"
        " where segment.count > 0 group by log.log order by log.log"
    )
    return {log: int(count) for log, count in rows}


def _cut(
    db: Database, segment: int, header: bytes, sig: str, leaves: bytes, allow: Allow
) -> WireSegment:
    rows = db.all(
        "select entry.id, salt, body, scope.scope, part.cls from entry"
        " join part on part.id = entry.part join scope on scope.id = part.scope"
        " where entry.id between ? and ? order by entry.id",
        (segment * PLACES, segment * PLACES + PLACES - 1),
    )
    may: dict[tuple[str, str], bool] = {}
    for _, _, _, scope, cls in rows:
        if (scope, cls) not in may:
            may[scope, cls] = allow(Scope(scope), cls)
    cut: Iterable[tuple[int, bytes, bytes]] = (
        (number - segment * PLACES, bytes(salt), bytes(body))
        for number, salt, body, scope, cls in rows
        if may[scope, cls] or is_order(bytes(body))
    )
    return WireSegment(header, sig, leaves, tuple(cut))


def is_order(body: bytes) -> bool:
    """Say whether a body is an order or a clock fix and nothing else."""
    if b'"e":[' not in body and b'"f":[' not in body:
        return False
    data = bodies.read(body)
    return data is not None and not data["o"] and ("e" in data or "f" in data)


def _whole(db: Database) -> list[tuple[str, int]]:
    return [
        (log, n)
        for log, n in db.all(
            "select log.log, n from segment join log on log.id = segment.log"
            " where segment.state = 'ok' order by log.log, n"
        )
    ]
