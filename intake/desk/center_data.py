"""What a center says of itself on paper (센터 정보): its name, where it is, how it is reached.

* Each line is a setting of this laptop; one that nobody noted is an empty line on the paper and a
  sentence in the preview.
"""

from collections.abc import Iterator

from intake.desk.rooms import Rooms
from intake.documents import Office

LINES = ("address", "phone", "email")


def office_of(rooms: Rooms) -> Office:
    """Return the lines of this center."""
    said = {name: _line(rooms, name) for name in LINES}
    return Office(rooms.who.center_name, **said)


def missing_lines(rooms: Rooms) -> Iterator[str]:
    """Yield a sentence for every line that nobody noted."""
    for name in LINES:
        if not _line(rooms, name):
            yield rooms.texts(f"paper-missing-center-{name}")


def _line(rooms: Rooms, name: str) -> str:
    return str(rooms.setting(f"center_{name}")).strip()
