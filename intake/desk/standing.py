"""Which record holds a decision (서 있는 동의): the one that is there, or the one to be made.

* A decision said here has the same id on every laptop. One that came from another system keeps
  the id of its file; what is said later is said of that record, so taking it back takes it back.
"""

from collections.abc import Iterable

from intake.desk.rooms import Rooms
from intake.ids import natural_id
from intake.register import Row


def consent_id(case: str, purpose: str) -> str:
    """Return the id of the decision about a purpose; the same on every laptop."""
    return natural_id("consent", case, purpose)


def decided_rows(rooms: Rooms, case: str, purpose: str) -> tuple[Row, ...]:
    """Return the decisions about a purpose that name no single receiver, the newest last."""
    found = rooms.register.find("consent", case=case, purpose=purpose)
    return in_order(row for row in found if not row["receiver_name"])


def in_order(rows: Iterable[Row]) -> tuple[Row, ...]:
    """Return decisions, the newest last; of two at once the one that shares less is later."""
    decided = (row for row in rows if row["decision"] is not None)
    return tuple(sorted(decided, key=lambda row: (row.said, _is_no(row))))


def consent_of(rooms: Rooms, case: str, purpose: str) -> str:
    """Return the record in which the decision about a purpose stands, or will stand."""
    own, rows = consent_id(case, purpose), decided_rows(rooms, case, purpose)
    return own if not rows or own in {row.id for row in rows} else rows[-1].id


def _is_no(row: Row) -> bool:
    withdrawn = row["withdrawn_at"] is not None or row["withdrawn_on"] is not None
    return withdrawn or row["decision"] != "AGREED"
