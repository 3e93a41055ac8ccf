"""What waits on the pages beside a case (할 일): who may be one, and what two laptops differ in.

* Counted where it is kept: nobody is compared to draw the page of the day.
* A number and nothing else, one line for each. Her own decisions wait for somebody else.
"""

from intake.consent.roles import sees_content
from intake.desk.conflicts import Conflicts
from intake.desk.matches_queue import KINDS
from intake.desk.rooms import Rooms
from intake.desk.views import TodayAction
from intake.matching.decided import same_writer
from intake.vault import Database

_PROPOSED = "SELECT count(*) FROM m_pair WHERE withheld = ''"
_DECIDED = """
SELECT count(*) FROM m_pair p WHERE p.withheld = '' AND (p.one, p.other) IN (
  SELECT a.profile, b.profile FROM r_link l JOIN m_sight a ON a.id = l.one
    JOIN m_sight b ON b.id = l.other
    WHERE l.deleted IS NULL AND l.decision IS NOT NULL AND l.kind IN (?1, ?2, ?3)
  UNION SELECT b.profile, a.profile FROM r_link l JOIN m_sight a ON a.id = l.one
    JOIN m_sight b ON b.id = l.other
    WHERE l.deleted IS NULL AND l.decision IS NOT NULL AND l.kind IN (?1, ?2, ?3))"""
_SECOND = """
SELECT writer, count(*) FROM m_link
WHERE state = 'SECOND' AND older = 0 AND kind IN (?, ?, ?) GROUP BY writer"""


def due_elsewhere(rooms: Rooms) -> tuple[TodayAction, ...]:
    """Return a line for what waits on a page of its own; nothing for who sees no content."""
    if not sees_content(rooms.sight.roles):
        return ()
    told = {
        "next-alike-new": new_pairs(rooms),
        "next-alike-second": _seconds(rooms),
        "next-conflicts": Conflicts(rooms).counts()["fields"],
    }
    return tuple(TodayAction(one, {"count": n}, "") for one, n in told.items() if n)


def new_pairs(rooms: Rooms) -> int:
    """Return how many proposed pairs nobody has said anything about, as last compared."""
    with rooms.vault.reading() as db:
        return _one(db, _PROPOSED) - _one(db, _DECIDED, *KINDS)


def _seconds(rooms: Rooms) -> int:
    """Return how many decisions of others wait for a second person."""
    with rooms.vault.reading() as db:
        waiting = db.all(_SECOND, KINDS)
    me = rooms.who.counselor
    return sum(many for writer, many in waiting if not same_writer(writer, me))


def _one(db: Database, sql: str, *values: str) -> int:
    found = db.one(sql, values)
    return int(found[0]) if found else 0
