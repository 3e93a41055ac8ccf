"""Match-only (일치 확인): whether others name the same person, and nothing else is shared.

* Two parties, the central desk and a second one (제2기관), answer blinded questions; neither alone
  can tell what was asked. What is filed is sealed until another person's filing opens it.
* Nothing is told by itself: a person at the central desk calls first, and then tells.
* What is due is done in every round of sending and receiving (``go``).
"""

from intake.desk.escrow_reading import (
    case_view,
    contact_of,
    day_view,
    found_lines,
    view,
)
from intake.desk.rooms import Rooms
from intake.desk.views.escrow import (
    EscrowCase,
    EscrowDay,
    EscrowFound,
    EscrowMatch,
    EscrowView,
)
from intake.errors import NotFound, NotYours
from intake.exchange.escrow import epochs, going, keeping, totals
from intake.exchange.escrow.who import acts, is_party
from intake.progress import Progress


class Escrow:
    """What can be done about match-only."""

    def __init__(self, rooms: Rooms) -> None:
        """Work in these rooms."""
        self._rooms = rooms

    # --- how it stands -----------------------------------------------------------------

    def state(self) -> EscrowView:
        """Return how match-only stands for this workspace."""
        return view(self._rooms)

    def of_case(self, case: str) -> EscrowCase:
        """Return how match-only stands for one case.

        Raises:
            NotFound: there is no such case here.
        """
        return case_view(self._rooms, self._rooms.case(case).id)

    # --- a center --------------------------------------------------------------------------

    def found(self) -> tuple[EscrowFound, ...]:
        """Return what this center was told, newest first; of the cases that are seen here."""
        lines = found_lines(self._rooms)
        return tuple(one for one in lines if self._rooms.sight.sees(one.case))

    def seen(self, found: str) -> None:
        """Note that a counselor has seen what was told.

        Raises:
            NotFound: nothing of that name was told here.
        """
        rooms = self._rooms
        if found not in {one.id for one in self.found()}:
            raise NotFound(entity="escrow")
        entry, _, _ = found.partition(":")
        with rooms.vault.writing() as db:
            sql = "update escrow_found set seen = ? where id = ? and seen = 0"
            db.execute(sql, (rooms.clock.wall(), bytes.fromhex(entry)))
        rooms.touched.add("escrow")

    # --- the central desk ----------------------------------------------------------------------

    def matches(self) -> tuple[EscrowMatch, ...]:
        """Return the filings that opened one another, newest first (central desk).

        Raises:
            NotYours: this is not the central desk.
        """
        self._must_be_central()
        found = keeping.matches(self._rooms.exchange)
        return tuple(
            EscrowMatch(
                one.id,
                one.centers,
                one.filings,
                one.opened_ms,
                tuple(contact_of(*line) for line in one.contacts),
                one.told_ms,
                one.is_over,
            )
            for one in found
        )

    def tell(self, match: str) -> None:
        """Tell the centers of a match: a person has called there first (central desk).

        Raises:
            NotYours: this is not the central desk.
            NotFound: there is no such match, or it is over.
        """
        self._must_be_central()
        if not keeping.tell(self._rooms.exchange, match):
            raise NotFound(entity="escrow")
        self._rooms.log.note("escrow-tell", loud=True)
        self._rooms.touched.add("escrow")

    # --- a party -----------------------------------------------------------------------------------

    def days(self, month: str = "") -> tuple[EscrowDay, ...]:
        """Return what each center asked on each day, as both parties counted it.

        Args:
            month: YYYY-MM; all of them where it is left out.
        """
        if not is_party(self._rooms.exchange):
            return ()
        return tuple(map(day_view, totals.days(self._rooms.exchange, month)))

    def begin_epoch(self) -> EscrowView:
        """Make this party's part of this year's key, where there is none yet.

        Raises:
            NotYours: this workspace is no party, or the laptop that does it is another one.
        """
        ctx = self._rooms.exchange
        if not (is_party(ctx) and acts(ctx)):
            raise NotYours(what="escrow")
        if epochs.begin(ctx):
            self._rooms.touched.add("escrow")
        return self.state()

    # --- going on --------------------------------------------------------------------------------------

    def go(self, progress: Progress) -> int:
        """Do whatever is due; return how many bundles were sealed.

        Raises:
            NoRoom, Cancelled: what was done stays done, nothing half lies anywhere.
        """
        sealed = going.go(self._rooms.exchange, progress)
        if sealed:
            self._rooms.touched.add("escrow", "exchange")
        return sealed

    def _must_be_central(self) -> None:
        if self._rooms.who.role != "central":
            raise NotYours(what="escrow")
