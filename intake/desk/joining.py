"""Joining cases (사건 잇기): somebody who came without a name comes again with one.

* The anonymous case keeps every word it holds; it says which case it continues in, and is
  closed as moved. Nothing is copied, and taking the join back leaves both as they were.
* Whether it is the same person is for a person to say; nothing is joined by itself.
"""

from intake.desk.cases import Cases
from intake.desk.rooms import Rooms
from intake.desk.views import CaseLine
from intake.errors import InvalidInput
from intake.ledger import Deed

_LONGEST = 100


class Joining:
    """What can be done about cases of one person."""

    def __init__(self, rooms: Rooms) -> None:
        """Work in these rooms."""
        self._rooms = rooms

    def join(self, case: str, to: str) -> None:
        """Say that a case continues in another one (이어진 사건).

        Raises:
            InvalidInput: a case cannot continue in itself, or in one that continues in it.
        """
        rooms = self._rooms
        rooms.case(case)
        if case in self._onward(to):
            raise InvalidInput(what="case", why="circle")
        today = rooms.clock.today().isoformat()
        with rooms.about_case(Deed.MERGE, case) as say:
            say.set("case", case, "joined_to", to)
            say.set("case", case, "state", "CLOSED")
            say.set("case", case, "close_reason", "MOVED")
            say.set("case", case, "closed_on", today)

    def part(self, case: str) -> None:
        """Say that a case stands by itself again; it is open as if it had been reopened.

        Raises:
            InvalidInput: it continues in no other.
        """
        if not self._rooms.case(case)["joined_to"]:
            raise InvalidInput(what="case", why="not-joined")
        with self._rooms.about_case(Deed.UNMERGE, case) as say:
            say.set("case", case, "joined_to", None)
            say.set("case", case, "state", "REOPENED")
            say.set("case", case, "close_reason", None)
            say.set("case", case, "closed_on", None)

    def joined(self, case: str) -> tuple[CaseLine, ...]:
        """Return the case this one continues in, and those that continue in it."""
        rooms = self._rooms
        onward = rooms.case(case)["joined_to"]
        found = [rooms.register.get("case", str(onward))] if onward else []
        rows = [row for row in found if row is not None and not row.gone]
        rows += rooms.register.find("case", joined_to=case)
        return Cases(rooms).lines([row.row for row in rows])

    def _onward(self, case: str) -> list[str]:
        """Return a case and every one it continues in."""
        seen: list[str] = []
        here: str | None = case
        while here and here not in seen and len(seen) < _LONGEST:
            seen.append(here)
            onward = self._rooms.case(here)["joined_to"]
            here = str(onward) if onward else None
        return seen
