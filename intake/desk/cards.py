"""Number and name of cases that a list of other things mentions: each case is read once."""

from collections.abc import Iterable
from typing import TypedDict

from intake.desk.rooms import Rooms
from intake.register import ListQuery, Row

_AT_ONCE = 200


class Card(TypedDict):
    """How a case is named in a line about something else."""

    case: str
    number: str
    alias: str


def card_of(case: str, row: Row | None) -> Card:
    """Return how a case is named; an unknown one has only its id."""
    number, alias = (row["number"], row["alias"]) if row else ("", "")
    return Card(case=case, number=str(number or ""), alias=str(alias or ""))


class Cards:
    """Remembers the cases it was asked about, for the length of one list."""

    def __init__(self, rooms: Rooms) -> None:
        """Know nothing yet."""
        self._rooms = rooms
        self._known: dict[str, Card] = {}

    def know(self, cases: Iterable[str]) -> None:
        """Read many cases at once."""
        wanted = tuple({*cases} - self._known.keys())
        for at in range(0, len(wanted), _AT_ONCE):
            some = ListQuery("case", among=wanted[at : at + _AT_ONCE], gone=True)
            for row in self._rooms.register.first(some, -1):
                self._known[row.id] = card_of(row.id, row)

    def facts(self, case: str) -> Card:
        """Return how a case is named."""
        if case not in self._known:
            self._known[case] = card_of(case, self._rooms.register.get("case", case))
        return self._known[case]
