"""Sending and receiving by itself (자동 보내기·받기): rounds through every place, one after the other.

* Nothing is sent to anybody at a place before a person saw what leaves, what stays and why, and
  said so once (``allow``). Receiving asks nobody.
* A round is: take in what lies there for us, seal what may travel and has not, put what is
  missing. Running it again puts nothing twice; stopping it anywhere loses nothing.
* A place that is away stops nobody else's round. A bundle that waits for a person is set aside
  with its reason, and the next one goes.
* What changed since is asked again at the moment of sealing and of leaving: consent, withdrawal.
"""

from dataclasses import replace

from intake.desk.arriving import take_in
from intake.desk.exchange import ExchangeNoun
from intake.desk.place_keeping import Place, place_of, places
from intake.desk.place_opening import opened
from intake.desk.rooms import Rooms
from intake.desk.sync_keeping import Known, Trouble, known, remember
from intake.desk.views.sync import SyncItem, SyncPlace, SyncReport, SyncView
from intake.errors import (
    Busy,
    Cancelled,
    IntakeError,
    Locked,
    MailboxAway,
    NotFound,
    NothingToSend,
    Unreachable,
)
from intake.exchange import Sealed, deliver, outbox
from intake.exchange.books import DELIVERED
from intake.mailbox import Mailbox
from intake.progress import Progress

HOUR_MS = 3_600_000
_OURS = (
    Locked,
    Cancelled,
)  # a keyring that sleeps and a hand that stops are no place's fault


_PASSING = (MailboxAway, Busy)  # goes away by itself


class Sync:
    """What can be done about sending and receiving by itself."""

    def __init__(self, rooms: Rooms, exchange: ExchangeNoun) -> None:
        """Work in these rooms; ``exchange`` seals."""
        self._rooms, self._exchange = rooms, exchange

    # --- how it stands -----------------------------------------------------------------

    def state(self) -> SyncView:
        """Return every place, and every bundle on its way."""
        rooms, told = self._rooms, known(self._rooms)
        kept = places(rooms)
        lines = tuple(self._place(one, told) for one in kept.values())
        items = tuple(self._item(one, told, kept) for one in outbox(rooms.exchange))
        last = max((line.last_ms for line in lines), default=0)
        minutes = int(str(rooms.setting("sync_minutes")))
        return SyncView(lines, items, self._is_paused(told), told.until_ms, minutes, last)  # fmt: skip

    # --- who may be sent to ------------------------------------------------------------

    def allow(self, place: str, to: str) -> None:
        """Send to somebody at a place from now on; a person saw what leaves and what stays.

        Raises:
            NotFound: there is no such place.
            NotEnrolled: their keys have not been compared and accepted.
        """
        rooms = self._rooms
        place_of(rooms, place)
        rooms.exchange.trust.party(to)
        others = [
            one for one in known(rooms).allowed if one[1] != to
        ]  # by one way each
        remember(rooms, allowed=(*others, (place, to)))

    def forbid(self, place: str, to: str) -> None:
        """Send nothing to them there any more; what lies there stays until it is fetched."""
        allowed = known(self._rooms).allowed
        remember(self._rooms, allowed=tuple(one for one in allowed if one != (place, to)))  # fmt: skip

    # --- going on ------------------------------------------------------------------------

    def pause(self, hours: int = 0) -> None:
        """Do nothing by itself for so many hours; 0: until ``resume``."""
        until = self._rooms.clock.wall() + hours * HOUR_MS if hours > 0 else 0
        remember(self._rooms, paused=True, until_ms=until)

    def resume(self) -> None:
        """Go on."""
        remember(self._rooms, paused=False, until_ms=0)

    def again(self, item: str) -> None:
        """Try a bundle again that waited for a person.

        Raises:
            NotFound: it does not wait.
        """
        waits = dict(known(self._rooms).items or {})
        if waits.pop(item, None) is None:
            raise NotFound(entity="bundle")
        remember(self._rooms, items=waits)

    def is_due(self) -> bool:
        """Whether a round should go now by itself: not paused, and a place waited long enough.

        A place that a stopped round did not come to is due at once.
        """
        told, minutes = known(self._rooms), int(str(self._rooms.setting("sync_minutes")))  # fmt: skip
        if not minutes or self._is_paused(told):
            return False
        now, went = self._rooms.clock.wall(), told.rounds or {}
        return any(abs(now - went.get(one, 0)) >= minutes * 60_000 for one in places(self._rooms))  # fmt: skip

    def run(self, progress: Progress) -> SyncReport:
        """Go one round through every place; return what it did.

        Raises:
            KeyringSilent, KeyringLocked: an account cannot be had now.
            Cancelled: from ``progress``; what was done stays done, nothing half lies anywhere.
        """
        report = SyncReport()
        for place in places(self._rooms).values():
            report = self._round(place, report, progress)
        return report

    # --- one round at one place ----------------------------------------------------------

    def _round(self, place: Place, report: SyncReport, progress: Progress) -> SyncReport:  # fmt: skip
        rooms = self._rooms
        trouble = Trouble()
        try:
            with opened(rooms, place.id, progress) as mailbox:
                report = self._received(mailbox, report, progress)
                for to in known(rooms).to(place.id):
                    report = self._sealed(to, report, progress)
                    report = self._sent(to, mailbox, report, progress)
        except _OURS:
            raise
        except IntakeError as error:
            trouble = Trouble.of(error)
            report = replace(report, away=(*report.away, place.name))
            if not isinstance(error, _PASSING):
                report = replace(report, needs=(*report.needs, place.name))
        told = known(rooms)
        went = {place.id: rooms.clock.wall()}
        remember(rooms, rounds={**(told.rounds or {}), **went}, places={**(told.places or {}), place.id: trouble})  # fmt: skip
        return report

    def _received(self, mailbox: Mailbox, report: SyncReport, progress: Progress) -> SyncReport:  # fmt: skip
        came = take_in(self._rooms, mailbox, progress)
        refused = sum(bool(one.reason_text_id) for one in came.items)
        return replace(
            report,
            received=report.received + len(came.items) - refused,
            set_aside=report.set_aside + refused,
            touched_cases=report.touched_cases + came.touched_cases,
        )

    def _sealed(self, to: str, report: SyncReport, progress: Progress) -> SyncReport:
        try:
            self._exchange.make_more(to, progress)
        except NothingToSend:
            return report
        return replace(report, sealed=report.sealed + 1)

    def _sent(self, to: str, mailbox: Mailbox, report: SyncReport, progress: Progress) -> SyncReport:  # fmt: skip
        rooms, waits = self._rooms, dict(known(self._rooms).items or {})
        for one in outbox(rooms.exchange):
            if one.to != to or one.sha in waits:
                continue
            try:
                parts = deliver(rooms.exchange, one, mailbox, progress)
            except (Unreachable, *_OURS):
                raise
            except IntakeError as error:
                if not one.path.is_file():  # what may no longer leave is gone already
                    gone = (*report.taken_back, one.sha)
                    report = replace(report, taken_back=gone)
                    continue
                waits[one.sha] = Trouble.of(error)
                remember(rooms, items=waits)
                report = replace(report, held=(*report.held, one.sha))
                continue
            report = replace(report, parts=report.parts + parts, sent=report.sent + bool(parts))  # fmt: skip
            rooms.touched.add("exchange")
        return report

    # --- within --------------------------------------------------------------------------

    def _is_paused(self, told: Known) -> bool:
        ends = told.until_ms and self._rooms.clock.wall() >= told.until_ms
        return told.paused and not ends

    def _place(self, place: Place, told: Known) -> SyncPlace:
        trouble = (told.places or {}).get(place.id, Trouble())
        sentence, remedy = trouble.said(self._rooms)
        label = self._rooms.texts(f"place-kind-{place.kind}")
        last = (told.rounds or {}).get(place.id, 0)
        return SyncPlace(place.id, place.name, label, told.to(place.id), last, not trouble.kind, sentence, remedy)  # fmt: skip

    def _item(self, one: Sealed, told: Known, kept: dict[str, Place]) -> SyncItem:
        trouble = (told.items or {}).get(one.sha, Trouble())
        sentence, remedy = trouble.said(self._rooms)
        state = "HELD" if trouble.kind else "SENT" if one.state == DELIVERED else "WAITING"  # fmt: skip
        way = next((kept[place].name for place, to in told.allowed if to == one.to and place in kept), "")  # fmt: skip
        label = self._rooms.texts(f"sync-state-{state.lower()}")
        return SyncItem(one.sha, one.number, one.to, way, state, label, one.size, one.made_ms, sentence, remedy)  # fmt: skip
