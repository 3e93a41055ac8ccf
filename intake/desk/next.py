"""What to do next (할 일): appointments, promises, consents left open, interviews to finish."""

import datetime as dt

from intake.desk.headers import decisions
from intake.desk.people import age_of, is_minor, victim_of
from intake.desk.rooms import Rooms
from intake.desk.views import TodayAction
from intake.register import ListQuery, Row, Where

_MOST = 50


def next_actions(rooms: Rooms, case: str) -> tuple[TodayAction, ...]:
    """Return what one case waits for."""
    row = rooms.case(case)
    actions = _tasks(rooms, (("case", case),), None)
    if "CENTRAL" not in decisions(rooms, case):
        actions += (
            TodayAction("next-ask-central", {"number": str(row["number"])}, case),
        )
    return actions + _report(rooms, row)


def due_actions(rooms: Rooms) -> tuple[TodayAction, ...]:
    """Return what is due today or before, over all cases."""
    today = rooms.clock.today()
    return _tasks(rooms, (), today) + _contacts(rooms, today)


def _tasks(
    rooms: Rooms, about: tuple[tuple[str, str], ...], until: dt.date | None
) -> tuple[TodayAction, ...]:
    where: tuple[Where, ...] = (Where("state", "=", "OPEN"),)
    if until is not None:
        where = (Where("due_on", "<=", until.isoformat()), Where("state", "=", "OPEN"))
    found = rooms.register.first(
        ListQuery("task", equals=about, where=where, order=("due_on",)), _MOST
    )
    return tuple(_task(row) for row in found)


def _task(row: Row) -> TodayAction:
    facts = {"words": str(row["words"] or "")}
    return TodayAction(
        "next-task", facts, str(row["case"] or ""), str(row["due_on"] or "")
    )


def _contacts(rooms: Rooms, today: dt.date) -> tuple[TodayAction, ...]:
    where = (
        Where("next_contact", "<=", today.isoformat()),
        Where("state", "=", "FINISHED"),
    )
    found = rooms.register.first(
        ListQuery("interview", where=where, order=("next_contact",)), _MOST
    )
    lines = []
    for row in found:
        case = rooms.register.get("case", str(row["case"]))
        if case is not None and not _spoken_since(rooms, row):
            facts = {
                "alias": str(case["alias"] or ""),
                "number": str(case["number"] or ""),
            }
            lines.append(
                TodayAction("next-contact", facts, case.id, str(row["next_contact"]))
            )
    return tuple(lines)


def _spoken_since(rooms: Rooms, interview: Row) -> bool:
    """Whether a later interview already kept the appointment."""
    others = rooms.register.find("interview", case=str(interview["case"]))
    return any(str(one["started_at"]) > str(interview["started_at"]) for one in others)


def _report(rooms: Rooms, case: Row) -> tuple[TodayAction, ...]:
    """Remind of a duty to report (신고의무) where this center has one; never decide it."""
    age = age_of(rooms.register.get("person", victim_of(case.id)), rooms.clock.today())
    duty = str(rooms.setting("duty_to_report"))
    settled = case["duty_reported_on"] or case["duty_not_reported_why"]
    if duty == "NONE" or settled or not is_minor(age):
        return ()
    return (TodayAction("next-duty-to-report", {"basis": duty}, case.id),)
