"""What the desk does once words have come (받은 뒤): each step is by rule, and said in the ledger.

* Every step may be stopped; what it had done stands, and the next receiving goes on with it.
"""

from intake.desk.joint import Joint
from intake.desk.link_telling import settle
from intake.desk.matches import Matches
from intake.desk.rooms import Rooms
from intake.exchange.handing import orders_to_repeat
from intake.progress import Progress


def after_receiving(rooms: Rooms, progress: Progress) -> None:
    """Bring everything that rests on the words of others up to what is known now."""
    _repeat_orders(rooms)
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
