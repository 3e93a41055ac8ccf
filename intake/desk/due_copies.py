"""Whom to call (전화할 곳): who was told that a copy may not stay, and has not answered for a week."""

from collections import Counter

from intake.clock import DAY_MS
from intake.consent.roles import sees_content
from intake.desk.copies import CopiesNoun
from intake.desk.rooms import Rooms
from intake.desk.views import TodayAction

_MOST = 20
_SAID = {"WITHDRAWN": "next-call-withdrawal", "ERASED": "next-call-erasure"}


def due_copies(rooms: Rooms) -> tuple[TodayAction, ...]:
    """Return a line for each answer that is late, and for whoever asks us to destroy something."""
    if not sees_content(rooms.sight.roles):
        return ()
    copies, now = CopiesNoun(rooms), rooms.clock.wall()
    late = [one for one in copies.open() if one.state == "LATE" and one.said_ms]
    calls = tuple(
        TodayAction(
            _SAID[one.kind],
            {
                "number": one.number or "–",
                "to": one.name,
                "days": (now - one.said_ms) // DAY_MS,
            },
            one.of if one.kind == "WITHDRAWN" else "",
        )
        for one in late[:_MOST]
    )
    asked = Counter(one.name for one in copies.asked() if not one.held)
    return calls + tuple(
        TodayAction("next-asked-to-destroy", {"to": name, "count": n}, "")
        for name, n in sorted(asked.items())
    )
