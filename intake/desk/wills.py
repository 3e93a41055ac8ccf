"""The victim's will (의사) about each support line, kept where every outgoing act looks.

* A line is one record of a case, found by rule: two laptops that open it speak of the same one.
* A clear no (원하지 않음) closes what goes out on the line (성폭력방지법 24조); holding back and
  not yet asked close nothing, but they are shown.
* What was done before the no stays what it is: a record of the past is no outgoing act.
"""

from intake.desk.rooms import Rooms
from intake.errors import AgainstWill, InvalidInput
from intake.ids import natural_id
from intake.register import CODES, Row

LINES = tuple(one.code for one in CODES.lists["support_line"])
WILLS = tuple(one.code for one in CODES.lists["will"])


def line_id(case: str, kind: str) -> str:
    """Return the id of a support line of a case; the same on every laptop."""
    if kind not in LINES:
        raise InvalidInput(what="support-line", why="unknown-code")
    return natural_id("support_line", case, kind)


def line_of(rooms: Rooms, case: str, kind: str) -> Row | None:
    """Return a support line, or None where nobody spoke of it."""
    row = rooms.register.get("support_line", line_id(case, kind))
    return None if row is None or row.gone else row


def is_refused(line: Row | None, on: str = "") -> bool:
    """Whether a clear no stood on a day; now where no day is given."""
    if line is None or line["wish"] != "REFUSED":
        return False
    since = str(line["wish_on"] or "")
    return not (on and since and on < since)


def check_will(rooms: Rooms, case: str, kind: str, on: str = "") -> None:
    """Let an outgoing act of a line pass.

    Raises:
        AgainstWill: the person does not want it.
    """
    if kind in LINES and is_refused(line_of(rooms, case, kind), on):
        raise AgainstWill(line=kind)
