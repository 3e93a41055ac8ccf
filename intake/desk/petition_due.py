"""A petition that lies here and not yet with the court (낼 탄원서): said in good time.

* Only where a hearing is known and yet to come: four weeks before it, to be filed two weeks
  before. No term is set by law: once these two weeks have begun, the hearing's day is named.
* Only the center that goes on with the case, and only whoever works on it, is told.
* Nothing is ever said of a petition that nobody wrote: nobody has to.
"""

import datetime as dt

from intake.consent.giving import same_name
from intake.consent.roles import sees_content
from intake.desk.petition_reading import is_ours
from intake.desk.rooms import Rooms
from intake.desk.views import TodayAction
from intake.register import Row

_BEFORE, _AHEAD = dt.timedelta(weeks=2), dt.timedelta(weeks=4)


def due_petitions(rooms: Rooms) -> tuple[TodayAction, ...]:
    """Return a line for every petition that should be filed soon."""
    if not sees_content(rooms.sight.roles):
        return ()
    found = (_due(rooms, row) for row in rooms.register.find("petition", state="RECEIVED"))  # fmt: skip
    return tuple(sorted(filter(None, found), key=lambda one: one.due))


def _due(rooms: Rooms, petition: Row) -> TodayAction | None:
    case = rooms.register.get("case", str(petition["case"] or ""))
    if case is None or not is_ours(rooms, case.id):
        return None
    hearing = _hearing(rooms, petition)
    if hearing is None or hearing - rooms.clock.today() > _AHEAD:
        return None
    facts: dict[str, str | int] = {
        "alias": str(case["alias"] or ""),
        "number": str(case["number"] or ""),
        "hearing": hearing.isoformat(),
    }
    good = hearing - _BEFORE
    due = good if good >= rooms.clock.today() else hearing
    return TodayAction("next-petition-to-file", facts, case.id, due.isoformat())


def _hearing(rooms: Rooms, petition: Row) -> dt.date | None:
    """Return the next hearing before that court, as far as anybody noted one to the day."""
    today, court = rooms.clock.today().isoformat(), str(petition["court"] or "")
    days = [
        str(row["hearing_on"])
        for row in rooms.register.find("trial", case=str(petition["case"]))
        if str(row["hearing_on"] or "") >= today
        and (not row["court"] or _is_of(court, row))
    ]
    whole = [one for one in days if len(one) == len(today)]
    return dt.date.fromisoformat(min(whole)) if whole else None


def _is_of(court: str, trial: Row) -> bool:
    """Whether a petition is for a trial's court, its division (재판부) named or not."""
    named = f"{trial['court']} {trial['division'] or ''}"
    return same_name(court, str(trial["court"])) or same_name(court, named)
