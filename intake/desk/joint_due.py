"""What other centers wait for (할 일): requests to answer, cases to take over."""

from collections.abc import Iterator

from intake.desk.handover_lines import lines_of
from intake.desk.joint_lines import asked_of
from intake.desk.joint_standing import LATER, reply_of
from intake.desk.lines import names_of_centers
from intake.desk.rooms import Rooms
from intake.desk.views import TodayAction
from intake.exchange.handing import OFFERED


def due_joint(rooms: Rooms) -> tuple[TodayAction, ...]:
    """Return what another center asked and nobody here has answered for good."""
    if rooms.who.role == "central":
        return ()
    return (*_requests(rooms), *_offers(rooms))


def _requests(rooms: Rooms) -> Iterator[TodayAction]:
    named = names_of_centers(rooms)
    for row in asked_of(rooms):
        case = str(row["about_case"] or "")
        held = rooms.register.get("case", case) if case else None
        if held is None or not rooms.sight.sees(case):
            continue
        if reply_of(rooms, row) in {"", LATER}:
            center = named(str(row["other_center"] or ""))
            facts = {"number": str(held["number"]), "center": center}
            yield TodayAction("next-joint-request", facts, case)


def _offers(rooms: Rooms) -> Iterator[TodayAction]:
    for one in lines_of(rooms):
        if one.incoming and one.state == OFFERED and rooms.sight.sees(one.case):
            facts = {"number": one.number, "center": one.from_name}
            yield TodayAction("next-handover-offered", facts, one.case)
