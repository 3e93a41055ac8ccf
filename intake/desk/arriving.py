"""What the desk does once words have come (받은 뒤): each step is by rule, and said in the ledger.

* Every step may be stopped; what it had done stands, and the next receiving goes on with it.
"""

from intake.desk.joint import Joint
from intake.desk.link_telling import settle
from intake.desk.matches import Matches
from intake.desk.rooms import Rooms
from intake.progress import Progress


def after_receiving(rooms: Rooms, progress: Progress) -> None:
    """Bring everything that rests on the words of others up to what is known now."""
    Matches(rooms).refresh(progress)
    settle(rooms, progress)
    Joint(rooms).forward(progress)
