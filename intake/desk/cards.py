"""Number and name of cases that a list of other things mentions: each case is read once."""

from typing import TypedDict

from intake.desk.rooms import Rooms
from intake.register import Row


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

    def facts(self, case: str) -> Card:
        """Return how a case is named."""
        if case not in self._known:
            self._known[case] = card_of(case, self._rooms.register.get("case", case))
        return self._known[case]
