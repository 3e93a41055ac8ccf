"""What the desk does once words have come (받은 뒤): each step is by rule, and said in the ledger.

* Every step may be stopped; what it had done stands, and the next receiving goes on with it.
"""

from intake.desk.accident_keeping import sent_in_time, told
from intake.desk.accidents import Accidents
from intake.desk.copies import settle_copies
from intake.desk.joint import Joint
from intake.desk.link_telling import settle
from intake.desk.matches import Matches
from intake.desk.rooms import Rooms
from intake.desk.traced import note_cases
from intake.desk.views import ReceivedView, ReceiveView
from intake.exchange import Received, receive_all
from intake.exchange.handing import orders_to_repeat
from intake.mailbox import Mailbox
from intake.progress import Progress


def take_in(rooms: Rooms, mailbox: Mailbox, progress: Progress) -> ReceiveView:
    """Take in everything for us from a mailbox, and bring everything here up to it.

    Raises:
        Unreachable: it went away; what was merged before stays merged.
        Cancelled: from ``progress``; likewise.
    """
    report = receive_all(rooms.exchange, mailbox, progress)
    rooms.touched.add("exchange", *report.touched)
    spoken = (scope.partition("/") for scope in sorted(report.scopes))
    cases = [case for kind, _, case in spoken if kind == "case"]
    note_cases(rooms.log, "import", cases)
    after_receiving(rooms, progress)
    if rooms.ledger.settle_clock():
        sent_in_time(rooms)
    if report.scopes or report.troubled or told(rooms).count:
        Accidents(rooms).look_again()
    return ReceiveView(
        items=tuple(map(received_line, report.items)),
        touched_cases=len(cases),
        withdrawn=len(report.withdrawn),
        unanswered=report.unanswered,
    )


def received_line(one: Received) -> ReceivedView:
    """Return one arrival as it is shown."""
    return ReceivedView(
        number=one.number,
        sender=one.sender,
        ms=one.ms,
        state_text_id=f"received-{one.state}",
        records=one.records,
        reason_text_id=one.reason,
        facts=one.facts,
    )


def after_receiving(rooms: Rooms, progress: Progress) -> None:
    """Bring everything that rests on the words of others up to what is known now."""
    _repeat_orders(rooms)
    settle_copies(rooms)
    Matches(rooms).refresh(progress)
    settle(rooms, progress)
    Joint(rooms).forward(progress)


def _repeat_orders(rooms: Rooms) -> None:
    """Order on what was destroyed here by the center that a case went on to."""
    if rooms.who.role != "center" or not rooms.ledger.is_certified:
        return
    with rooms.vault.writing() as db:
        for part, ground in orders_to_repeat(db, rooms.who.center_code):
            rooms.ledger.order_again(part, ground, actor=rooms.who.counselor)
