"""Holds whose day has passed (보존 의무의 기한): a supervisor lifts them or says them anew."""

from intake.consent.roles import Act
from intake.desk.rooms import Rooms
from intake.desk.views import TodayAction
from intake.register import ListQuery, Where

_MOST = 20


def due_holds(rooms: Rooms) -> tuple[TodayAction, ...]:
    """Return the holds to look at; whoever does not supervise is not reminded."""
    if not rooms.sight.may(Act.SUPERVISE):
        return ()
    before = Where("hold_until", "<=", rooms.clock.today().isoformat())
    query = ListQuery("case", equals=(("hold", True),), where=(before,))
    rows = rooms.sight.unveiled.first(query, _MOST)
    return tuple(
        TodayAction(
            "next-hold-over",
            {"number": str(row["number"] or "")},
            row.id,
            str(row["hold_until"]),
        )
        for row in rows
    )
