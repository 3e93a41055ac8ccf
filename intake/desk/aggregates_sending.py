"""Whether a center's counts go along (집계 보내기), of which years, and what became of them.

* Nothing goes until a supervisor wants it; where nothing was counted today, a bundle with nothing
  but counts is worth making.
* The state of one is what receipts say: not sent, under way, or there.
"""

from intake.desk.rooms import Rooms
from intake.exchange.plan import hoped_of, known_by
from intake.ids import scope_of
from intake.register import Row

NOT_SENT, UNDER_WAY, THERE = "NOT_SENT", "UNDER_WAY", "THERE"


def years_sent(rooms: Rooms) -> tuple[str, ...]:
    """Return the years a bundle to the central desk counts anew: the last one and this."""
    year = rooms.clock.today().year
    return str(year - 1), str(year)


def wanted(rooms: Rooms, to: str) -> bool:
    """Say whether counts go along to somebody."""
    central = to in rooms.exchange.trust.central_codes()
    return central and rooms.who.role != "central" and bool(rooms.setting("send_counts"))  # fmt: skip


def due(rooms: Rooms, to: str) -> tuple[str, ...]:
    """Return the years that were not counted today, and would be for a bundle."""
    if not wanted(rooms, to):
        return ()
    today = rooms.clock.today().isoformat()
    made = {str(row["first"])[:4] for row in _own(rooms) if row["made_on"] == today}
    return tuple(one for one in years_sent(rooms) if one not in made)


def sent_states(rooms: Rooms) -> dict[str, str]:
    """Return what became of each of this center's own, by its record; the best of all addressees."""
    found = {row.id: NOT_SENT for row in _own(rooms)}
    for code in sorted(rooms.exchange.trust.central_codes()):
        with rooms.vault.reading() as db:
            told = ((UNDER_WAY, hoped_of(db, code).parts), (THERE, known_by(db, code).parts))  # fmt: skip
        for state, parts in told:
            gone = (one for one in found if (scope_of("record", one), "core") in parts)
            found |= {one: state for one in gone if found[one] != THERE}
    return found


def _own(rooms: Rooms) -> tuple[Row, ...]:
    return tuple(rooms.sight.unveiled.find("aggregate", center=rooms.who.center_code))
