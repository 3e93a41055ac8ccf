"""Sending and receiving (보내기·받기): what goes, what stays and why, and what came.

* A bundle is sealed into the outbox first; a mailbox only gets copies of it.
* What is delivered is read back from the medium and compared before anybody is told so.
* A bad bundle is set aside with its reason, and the next one is taken.
"""

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from intake import documents
from intake import exchange as rooms_of_exchange
from intake.clock import DAY_MS, ms_of
from intake.desk.aggregates import offer
from intake.desk.aggregates_sending import due, wanted
from intake.desk.arriving import received_line, take_in
from intake.desk.library_keeping import check_fresh
from intake.desk.place_opening import try_letter
from intake.desk.policies_drives import check_drive
from intake.desk.rooms import Rooms
from intake.desk.traced import note_cases
from intake.desk.views import (
    Addressee,
    PlanLineView,
    ReceivedView,
    ReceiveView,
    SealedView,
    SendPlanView,
    SentView,
)
from intake.exchange import PlanLine, Sealed, SendPlan, Sent
from intake.exchange.done_saying import answers_due
from intake.exchange.dropping import DROPPED
from intake.exchange.holdings import Part
from intake.mailbox import FolderMailbox
from intake.progress import Progress

_LOST_MS = 14 * DAY_MS  # a bundle without a receipt for so long


class ExchangeNoun:
    """What can be sent and received."""

    def __init__(self, rooms: Rooms) -> None:
        """Work in these rooms."""
        self._rooms = rooms
        self._shown: dict[
            str, SendPlan
        ] = {}  # what a person saw before making a bundle

    # --- sending -------------------------------------------------------------------

    def addressees(self) -> tuple[Addressee, ...]:
        """Return everybody a bundle can be sealed to."""
        return tuple(
            Addressee(one.name, one.title, one.kind)
            for one in self._rooms.exchange.trust.parties()
        )

    def plan(self, to: str) -> SendPlanView:
        """Return what would go to somebody, and what would stay and why.

        Raises:
            NotEnrolled: their keys have not been compared and accepted.
        """
        planned = rooms_of_exchange.plan_send(self._rooms.exchange, to)
        self._shown[to] = planned
        return SendPlanView(
            to=to,
            goes=tuple(self._line(one) for one in planned.goes),
            stays=tuple(self._line(one) for one in planned.stays),
            records=planned.records,
            size_estimate=planned.size_estimate,
            taken_back=tuple(planned.taken_back),
            notices=planned.notices,
            returned=planned.returned,
            counts=due(self._rooms, to),
            answers=answers_due(self._rooms.exchange, to),
        )

    def make(self, plan: SendPlanView, progress: Progress) -> SealedView:
        """Seal a bundle of what the plan showed, less what was withdrawn since.

        Raises:
            NothingToSend: everything that may travel has travelled.
            LibraryRefused: what is known of the others is older than policy allows.
            NoRoom, Cancelled: nothing is left behind.
        """
        check_fresh(self._rooms, plan.to)
        counts = self._counts(plan.to, progress)
        planned = rooms_of_exchange.plan_send(self._rooms.exchange, plan.to)
        shown = self._shown.pop(plan.to, planned)
        planned = replace(planned, allowed=planned.allowed & (shown.allowed | counts))
        sealed = rooms_of_exchange.make_bundle(self._rooms.exchange, planned, progress)
        seen = {one.case for one in shown.goes}
        self._noted(one.case for one in planned.goes if one.case in seen)
        return _sealed(sealed)

    def make_more(self, to: str, progress: Progress) -> SealedView:
        """Seal what may travel and is in no bundle that still waits here for its receipt.

        Only for whoever goes on delivering what waits (``sync``): a bundle that waits longer than
        a fortnight is counted as lost, and what was in it goes again.

        Raises:
            NothingToSend: everything that may travel has travelled, or waits here.
            LibraryRefused: what is known of the others is older than policy allows.
            NoRoom, Cancelled: nothing is left behind.
        """
        rooms = self._rooms
        check_fresh(rooms, to)
        if due(rooms, to):
            self._counts(to, progress)
        since = rooms.clock.wall() - _LOST_MS
        beside = [one for one in rooms_of_exchange.outbox(rooms.exchange) if one.to == to and one.made_ms > since]  # fmt: skip
        planned = rooms_of_exchange.plan_send(rooms.exchange, to)
        sealed = rooms_of_exchange.make_bundle(rooms.exchange, planned, progress, beside)  # fmt: skip
        self._noted(one.case for one in planned.goes if beside == [] or one.why == "new")  # fmt: skip
        return _sealed(sealed)

    def _noted(self, cases: Iterable[str]) -> None:
        """Note whose words left, and until when everything was looked at."""
        rooms = self._rooms
        note_cases(rooms.log, "bundle", list(cases))
        rooms.vault.keep_fact("sent/until", str(ms_of(rooms.ledger.clock.last)))
        rooms.touched.add("exchange", "case")

    def _counts(self, to: str, progress: Progress) -> frozenset[Part]:
        """Count this center's tables for the central desk, where it wants that (센터별 집계)."""
        if not wanted(self._rooms, to):
            return frozenset()
        return frozenset((scope, "core") for scope in offer(self._rooms, progress))

    def deliver(self, sealed: SealedView, folder: Path, progress: Progress) -> None:
        """Copy a sealed bundle into the mailbox on a folder or stick."""
        check_drive(self._rooms.policy, folder)
        mailbox = FolderMailbox(folder, wall=self._rooms.clock.wall)
        rooms_of_exchange.deliver(
            self._rooms.exchange, self._of(sealed), mailbox, progress
        )
        self._rooms.touched.add("exchange")

    def verify(self, sealed: SealedView, folder: Path, progress: Progress) -> None:
        """Read a delivered bundle back and compare every byte.

        Raises:
            Altered, Cut: the medium holds something else; deliver again.
        """
        check_drive(self._rooms.policy, folder)
        mailbox = FolderMailbox(folder, wall=self._rooms.clock.wall)
        rooms_of_exchange.verify_delivered(
            self._rooms.exchange, self._of(sealed), mailbox, progress
        )

    def slip(self, sealed: SealedView) -> bytes:
        """Return the hand-over slip (전달표) as a PDF; nothing of a case is on it."""
        rooms, bundle = self._rooms, self._of(sealed)
        title = {one.code: one.name for one in self.addressees()}.get(
            bundle.to, bundle.to
        )
        slip = documents.BundleSlip(
            number=bundle.number,
            sender=f"{rooms.who.center_name} ({rooms.who.center_code})",
            receivers=(f"{title} ({bundle.to})",),
            made_ms=bundle.made_ms,
            records=bundle.records,
            attachments=bundle.attachments,
            size=bundle.size,
            sha256=bundle.sha,
        )
        return documents.draw_bundle_slip(slip, rooms.language)

    def outbox(self) -> tuple[SealedView, ...]:
        """Return the bundles that wait here, newest first."""
        return tuple(
            _sealed(one) for one in rooms_of_exchange.outbox(self._rooms.exchange)
        )

    def sent(self) -> tuple[SentView, ...]:
        """Return what left, and which receipts came home."""
        return tuple(
            SentView(one.number, one.to, one.made_ms, _state(one), one.receipt_ms)
            for one in rooms_of_exchange.sent(self._rooms.exchange)
        )

    # --- receiving --------------------------------------------------------------------

    def receive(self, folder: Path, progress: Progress) -> ReceiveView:
        """Take in everything for us from the mailbox on a folder or stick.

        Raises:
            Unreachable: it went away; what was merged before stays merged.
        """
        check_drive(self._rooms.policy, folder)
        mailbox = FolderMailbox(folder, wall=self._rooms.clock.wall)
        return take_in(self._rooms, mailbox, progress)

    def received(self) -> tuple[ReceivedView, ...]:
        """Return what arrived, newest first."""
        return tuple(
            received_line(one)
            for one in rooms_of_exchange.received(self._rooms.exchange)
        )

    # --- the usual mailbox ---------------------------------------------------------------

    def mailbox(self) -> str | None:
        """Return the usual mailbox's place, or None."""
        if self._rooms.setting("mailbox_kind") == "none":
            return None
        return str(self._rooms.setting("mailbox_place"))

    def set_mailbox(self, kind: str, place: str) -> None:
        """Choose the usual mailbox; a folder must be there.

        Raises:
            MailboxAway: there is no such folder.
        """
        if kind == "folder":
            FolderMailbox(Path(place))
        self._rooms.set_setting("mailbox_kind", kind)
        self._rooms.set_setting("mailbox_place", place)
        self._rooms.vault.keep_fact("setup/mailbox", "yes")

    def try_mailbox(self, folder: Path) -> None:
        """Leave a test letter (시험 편지), read it back, and take it away again.

        Raises:
            MailboxAway, ReadOnlyPlace, NoRoom: no bundle can be left there now, or the
            medium gives back something else.
        """
        check_drive(self._rooms.policy, folder)
        mailbox = FolderMailbox(folder, wall=self._rooms.clock.wall)
        try_letter(mailbox, self._rooms.who.center_code)

    def _of(self, sealed: SealedView) -> Sealed:
        return rooms_of_exchange.sealed_of(self._rooms.exchange, sealed.sha)

    def _line(self, line: PlanLine) -> PlanLineView:
        row = self._rooms.register.get("case", line.case)
        number = str(row["number"] or "") if row else ""
        alias = str(row["alias"] or "") if row else ""
        return PlanLineView(line.case, number, alias, line.records, f"plan-{line.why}")


def _state(one: Sent) -> str:
    """Return the words for what became of a bundle; one that was taken out was refused by nobody."""
    dropped = one.state == "refused" and one.reason == DROPPED
    return "sent-dropped" if dropped else f"sent-{one.state}"


def _sealed(one: Sealed) -> SealedView:
    return SealedView(one.number, one.sha, one.size, one.to, one.made_ms)
