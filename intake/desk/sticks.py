"""The way over a stick (USB로 주고받기), both directions in one: take in, leave, read back, let go.

* Nothing leaves for anybody on a stick before a person saw what leaves, what stays and why, and
  said so for this stick (``allow``), as at every other place.
* A stick is known again by its mark and its label together; the mark is 32 random digits.
* Stopping leaves nothing of what this way brought; a stick that is pulled is gone on with later:
  what lies there whole is not copied twice.
"""

import contextlib
from dataclasses import replace
from pathlib import Path
from typing import Final

from intake.desk.arriving import take_in
from intake.desk.exchange import ExchangeNoun
from intake.desk.library_rounds import LibraryRounds
from intake.desk.policies_drives import check_drive
from intake.desk.rooms import Rooms
from intake.desk.sticks_keeping import Stick, keep_stick, stick_of
from intake.desk.views import ReceiveView, SealedView
from intake.desk.views.sticks import (
    StickLeft,
    StickLook,
    StickOut,
    StickReport,
    StickTo,
)
from intake.errors import (
    Cancelled,
    ConsentMissing,
    MailboxAway,
    NothingToSend,
    Unreachable,
)
from intake.exchange import (
    Sealed,
    deliver,
    outbox,
    received,
    take_away,
    take_out,
    verify_delivered,
)
from intake.exchange.escrow.going import go as match_only
from intake.mailbox import FolderMailbox, address, find_letters, let_go, medium_of
from intake.progress import Progress

_MOST: Final = 64  # bundles sealed in one way; what is more goes with the next


class Sticks:
    """What can be done with a stick."""

    def __init__(self, rooms: Rooms, exchange: ExchangeNoun) -> None:
        """Work in these rooms; ``exchange`` plans and seals."""
        self._rooms, self._exchange = rooms, exchange
        self._library = LibraryRounds(rooms)

    def look(self, folder: Path, *, sends: bool = True) -> StickLook:
        """Return what lies on a stick for us, and what could leave on it; writes nothing.

        Args:
            folder: where the stick is.
            sends: False where only what came is wanted.

        Raises:
            MailboxAway: it is not there.
            PolicyForbids: IT does not allow this stick.
        """
        rooms, box = self._rooms, self._box(folder)
        label = medium_of(folder).label
        known = stick_of(rooms, box.marked(), label)
        names = sorted({address(name) for name in rooms.exchange.addressee.names})
        letters = [one for name in names for one in find_letters(box, name)]
        had = {one.sha for one in received(rooms.exchange)}
        fresh = [one for one in letters if one.sha256 not in had]
        return StickLook(
            label=label,
            known=bool(known.mark),
            last_ms=known.last_ms,
            letters=len(letters),
            fresh=len(fresh),
            size=sum(one.size for one in fresh),
            strangers=box.strangers(),
            to=tuple(self._to(known)) if sends else (),
            sends=sends,
        )

    def allow(self, folder: Path, to: str) -> None:
        """Let bundles for somebody leave on this stick; a person saw what leaves and what stays.

        Raises:
            NotEnrolled: their keys have not been compared and accepted.
            Unreachable: the stick is away, read-only or full.
        """
        self._rooms.exchange.trust.party(to)
        known = self._known(folder)
        keep_stick(self._rooms, replace(known, to=tuple(sorted({*known.to, to}))))

    def forbid(self, folder: Path, to: str) -> None:
        """Let nothing more leave for them on this stick; what lies there stays.

        Raises:
            Unreachable: the stick is away, read-only or full.
        """
        known = self._known(folder)
        keep_stick(self._rooms, replace(known, to=tuple(one for one in known.to if one != to)))  # fmt: skip

    def carry(self, folder: Path, progress: Progress) -> StickReport:
        """Take in what lies there for us, then leave what may leave, read back and compared.

        Raises:
            Unreachable: the stick went away; run it again, it goes on from there.
            Altered, Cut: the stick gives back something else than it was given.
            Cancelled: from ``progress``; nothing that this way brought is left on the stick.
        """
        box = self._box(folder)
        came = take_in(self._rooms, box, progress)
        known = stick_of(self._rooms, box.marked(), medium_of(folder).label)
        self._library.go_round(f"stick-{known.mark}", box, progress)
        match_only(self._rooms.exchange, progress)
        leaving = _Leaving(self._rooms, self._exchange, box, known.mark)
        try:
            for to in known.to:
                leaving.seal(to, progress)
                leaving.copy(to, progress)
        except Cancelled:
            leaving.undo()
            raise
        if known.mark:
            keep_stick(self._rooms, replace(known, last_ms=self._rooms.clock.wall()))
        self._rooms.touched.add("exchange")
        return leaving.report(came)

    def release(self, folder: Path) -> StickOut:
        """Write back what is still to be written, and let the stick go.

        Nobody needs a privilege for it; where the system does not let the program do it, a person
        does (``HAND``), and nothing says that it may be pulled.
        """
        medium = medium_of(folder)
        return StickOut(let_go(medium), medium.label)

    # --- within ------------------------------------------------------------------------

    def _box(self, folder: Path) -> FolderMailbox:
        check_drive(self._rooms.policy, folder)
        label = medium_of(folder).label
        return FolderMailbox(folder, name=label, wall=self._rooms.clock.wall)

    def _known(self, folder: Path) -> Stick:
        mark, label = self._box(folder).mark(), medium_of(folder).label
        known = stick_of(self._rooms, mark, label)
        return known if known.mark else Stick(mark, label)

    def _to(self, known: Stick) -> list[StickTo]:
        waits = outbox(self._rooms.exchange)
        return [
            StickTo(
                one.code,
                one.name,
                one.code in known.to,
                self._exchange.plan(one.code),
                tuple(_sealed(bundle) for bundle in waits if bundle.to == one.code),
            )
            for one in self._exchange.addressees()
        ]


class _Leaving:
    """What one way brings to a stick, so that it can be taken away again."""

    def __init__(
        self, rooms: Rooms, exchange: ExchangeNoun, box: FolderMailbox, mark: str
    ) -> None:
        self._rooms, self._exchange, self._box, self._mark = rooms, exchange, box, mark
        self._made: list[str] = []
        self._brought: list[Sealed] = []
        self._left: list[StickLeft] = []
        self._held: list[str] = []
        self._names = {one.code: one.name for one in exchange.addressees()}

    def seal(self, to: str, progress: Progress) -> None:
        """Seal whatever may travel and is in no bundle that waits."""
        with contextlib.suppress(NothingToSend):
            for _ in range(_MOST):
                self._made.append(self._exchange.make_more(to, progress).sha)

    def copy(self, to: str, progress: Progress) -> None:
        """Put what is missing there, and read it back."""
        exchange = self._rooms.exchange
        for one in outbox(exchange):
            if one.to != to:
                continue
            if self._box.marked() != self._mark:  # another one was plugged in here
                raise MailboxAway(mailbox=self._box.name)
            self._brought.append(one)
            try:
                parts = deliver(exchange, one, self._box, progress)
            except ConsentMissing:  # she took it back since it was sealed
                take_away(self._box, one.letter(exchange.suffix))
                self._held.append(one.number)
                continue
            if not parts:
                self._brought.remove(one)  # it lay there whole before
            verify_delivered(exchange, one, self._box, progress)
            self._left.append(StickLeft(_sealed(one), self._names.get(to, to), parts))

    def undo(self) -> None:
        """Take away what was brought, and take out of the outbox what was sealed for it."""
        exchange = self._rooms.exchange
        for one in self._brought:
            with contextlib.suppress(Unreachable):
                take_away(self._box, one.letter(exchange.suffix))
        for one in outbox(exchange):
            if one.sha in self._made:
                take_out(exchange, one)
        self._rooms.touched.add("exchange")

    def report(self, came: ReceiveView) -> StickReport:
        """Return what was done."""
        return StickReport(came, tuple(self._left), tuple(self._held))


def _sealed(one: Sealed) -> SealedView:
    return SealedView(one.number, one.sha, one.size, one.to, one.made_ms)
