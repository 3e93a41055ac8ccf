"""Match-only (일치 확인): whether others name the same person, and nothing else is shared.

* Two parties, the central desk and a second one (제2기관), answer blinded questions; neither alone
  can tell what was asked. What is filed is sealed until another person's filing opens it.
* Nothing is told by itself: a person at the central desk calls first, and then tells.
"""

from intake.desk.rooms import Rooms
from intake.desk.views.escrow import (
    EscrowCase,
    EscrowDay,
    EscrowFound,
    EscrowMatch,
    EscrowParty,
    EscrowView,
)
from intake.progress import Progress

QUOTA = 500


class Escrow:
    """What can be done about match-only."""

    def __init__(self, rooms: Rooms) -> None:
        """Work in these rooms."""
        self._rooms = rooms

    def state(self) -> EscrowView:
        """Return how match-only stands for this workspace."""
        rooms = self._rooms
        known = rooms.exchange.trust.enrolled()
        parties = tuple(EscrowParty(one.code, one.kind, one.name, "", is_ready=False) for one in known if one.kind in {"central", "escrow"})  # fmt: skip
        year = rooms.clock.today().year
        return EscrowView(rooms.who.role, year, False, parties, QUOTA, 0, 0, 0, 0, 0)

    def of_case(self, case: str) -> EscrowCase:
        """Return how match-only stands for one case."""
        self._rooms.case(case)
        return EscrowCase(case, "OFF", "", 0, 0, "")

    def found(self) -> tuple[EscrowFound, ...]:
        """Return what this center was told, newest first."""
        return ()

    def seen(self, found: str) -> None:
        """Note that a counselor has seen what was told."""

    def matches(self) -> tuple[EscrowMatch, ...]:
        """Return the filings that opened one another, newest first (central desk)."""
        return ()

    def tell(self, match: str) -> None:
        """Tell the centers of a match: a person has called there first (central desk)."""

    def days(self, month: str = "") -> tuple[EscrowDay, ...]:
        """Return what each center asked on each day, as both parties counted it."""
        return ()

    def begin_epoch(self) -> EscrowView:
        """Make this party's part of this year's key, where there is none yet."""
        return self.state()

    def go(self, progress: Progress) -> int:
        """Do whatever is due; return how many bundles were sealed."""
        return 0
