"""What to do next (할 일), as the first page of a case and of the day shows it."""

from intake.desk.accident_keeping import noticed
from intake.desk.due_certificates import due_certificates
from intake.desk.due_copies import due_copies
from intake.desk.due_elsewhere import due_elsewhere
from intake.desk.due_holds import due_holds
from intake.desk.escrow_reading import due_escrow
from intake.desk.handover_lines import elsewhere
from intake.desk.headers import decisions
from intake.desk.joint_due import due_joint
from intake.desk.link_notices import to_do
from intake.desk.people import age_of, is_minor, victim_of
from intake.desk.petition_due import due_petitions
from intake.desk.rechecks import due_rechecks
from intake.desk.rooms import Rooms
from intake.desk.updates_due import due_updates
from intake.desk.views import TodayAction
from intake.desk.views.support import TaskView
from intake.desk.waiting import BIRTHDAYS, CONTACTS, TASKS, due_by, of_case
from intake.register import Row

_MOST = 50


def next_actions(rooms: Rooms, case: str) -> tuple[TodayAction, ...]:
    """Return what one case waits for."""
    row = rooms.case(case)
    actions = tuple(_action(one) for one in of_case(rooms, row))
    if "CENTRAL" not in decisions(rooms, case):
        actions += (
            TodayAction("next-ask-central", {"number": str(row["number"])}, case),
        )
    return actions + report_duty(rooms, row)


def due_actions(rooms: Rooms) -> tuple[TodayAction, ...]:
    """Return the tasks and agreed contacts due today or before, over all cases."""
    today = rooms.clock.today()
    told = (TASKS, CONTACTS, BIRTHDAYS)
    found = (one for rule in told for one in due_by(rooms, rule, today, _MOST))
    own = tuple(_action(one) for one in found) + due_rechecks(rooms)
    gone = elsewhere(rooms, {one.case for one in own})  # its center is reminded of it
    own = tuple(one for one in own if one.case not in gone)
    return (
        _accidents(rooms)
        + own
        + due_petitions(rooms)
        + due_holds(rooms)
        + due_certificates(rooms)
        + due_copies(rooms)
        + to_do(rooms)
        + due_joint(rooms)
        + due_elsewhere(rooms)
        + due_escrow(rooms)
        + due_updates(rooms)
    )


def _accidents(rooms: Rooms) -> tuple[TodayAction, ...]:
    """Return that something was noticed (눈에 띈 일) when words last came."""
    count = noticed(rooms)
    return (TodayAction("next-accidents", {"count": count}, ""),) if count else ()


def report_duty(rooms: Rooms, case: Row) -> tuple[TodayAction, ...]:
    """Remind of a duty to report (신고의무) where this center has one; never decide it."""
    age = age_of(rooms.register.get("person", victim_of(case.id)), rooms.clock.today())
    duty = str(rooms.setting("duty_to_report"))
    settled = case["duty_reported_on"] or case["duty_not_reported_why"]
    if duty == "NONE" or settled or not is_minor(age):
        return ()
    return (TodayAction("next-duty-to-report", {"basis": duty}, case.id),)


def _action(one: TaskView) -> TodayAction:
    facts = {**one.facts, "alias": one.alias, "number": one.number}
    text_id = {"TASK": "next-task", "CONTACT": "next-contact"}.get(one.kind, one.text_id)  # fmt: skip
    return TodayAction(text_id, facts, one.case, one.due)
