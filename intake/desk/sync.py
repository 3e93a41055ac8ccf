"""Sending and receiving by itself (자동 보내기·받기): rounds through every place, one after the other.

* Nothing is sent to anybody at a place before a person saw what leaves, what stays and why, and
  said so once (``allow``). Receiving asks nobody.
* A round is: take in what lies there for us, seal what may travel and has not, put what is
  missing. Running it again puts nothing twice; stopping it anywhere loses nothing.
* A place that is away stops nobody else's round. A bundle that waits for a person is set aside
  with its reason, and the next one goes.
* What changed since is asked again at the moment of sealing and of leaving: consent, withdrawal.
  A bundle that lies there and may not any longer is taken away again.
* A bundle may be taken out (``drop``): its parts are removed from the place, at once or in the
  next round, and what was in it is sealed anew.
"""

import contextlib
from dataclasses import replace

from intake.clock import DAY_MS
from intake.desk.arriving import take_in
from intake.desk.exchange import ExchangeNoun
from intake.desk.library_rounds import LibraryRounds
from intake.desk.place_keeping import Place, place_of, places
from intake.desk.place_opening import opened
from intake.desk.rooms import Rooms
from intake.desk.sync_going import RECEIVING, SEALING, SENDING, Going, Watched
from intake.desk.sync_keeping import Known, Trouble, known, leave_place, remember
from intake.desk.updates_rounds import UpdateRounds
from intake.desk.views.sync import SyncGoing, SyncItem, SyncPlace, SyncReport, SyncView
from intake.errors import (
    Busy,
    Cancelled,
    ConsentMissing,
    IntakeError,
    Locked,
    MailboxAway,
    NotFound,
    NothingToSend,
    Unreachable,
)
from intake.exchange import Sealed, deliver, outbox, sealed_of, take_away, take_out
from intake.exchange.books import DELIVERED
from intake.exchange.escrow.going import go as match_only
from intake.mailbox import Mailbox
from intake.progress import Progress

HOUR_MS = 3_600_000
LATE_DAYS = 7  # without a receipt for so long, somebody calls
_OURS = (
    Locked,
    Cancelled,
)  # a keyring that sleeps and a hand that stops are no place's fault


_PASSING = (MailboxAway, Busy)  # goes away by itself


class Sync:
    """What can be done about sending and receiving by itself."""

    def __init__(self, rooms: Rooms, exchange: ExchangeNoun) -> None:
        """Work in these rooms; ``exchange`` seals."""
        self._library, self._updates = LibraryRounds(rooms), UpdateRounds(rooms)
        self._rooms, self._exchange, self._going = rooms, exchange, Going()
        self._was_paused = False  # when the round began that goes on

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

    def going(self) -> SyncGoing | None:
        """Return what a round is doing this moment, or None; it asks nothing of the vault."""
        return self._going.now

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

    def drop(self, item: str, progress: Progress) -> None:
        """Take a bundle out: what was in it is sealed anew with the next round.

        Whatever lies of it at its place is removed there now, or when that can be reached again.

        Raises:
            NotFound: it is on its way no longer.
        """
        rooms = self._rooms
        place = leave_place(rooms, sealed_of(rooms.exchange, item))
        rooms.log.note("bundle-dropped", loud=True)
        rooms.touched.add("exchange")
        if place:  # away now: the next round that comes there takes it away
            with contextlib.suppress(Unreachable, NotFound), opened(rooms, place, progress, tries=1) as mailbox:  # fmt: skip
                self._taken_away(place, mailbox)

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
        report, watched = SyncReport(), Watched(progress, self._going)
        self._was_paused = self._is_paused(known(self._rooms))
        try:
            for place in places(self._rooms).values():
                if self._is_held_up():
                    break
                report = self._round(place, report, watched)
        finally:
            self._going.end()
        return report

    # --- one round at one place ----------------------------------------------------------

    def _round(self, place: Place, report: SyncReport, progress: Progress) -> SyncReport:  # fmt: skip
        rooms, going = self._rooms, self._going
        trouble = Trouble()
        going.begin(RECEIVING, place.name)
        try:
            with opened(rooms, place.id, progress) as mailbox:
                self._taken_away(place.id, mailbox)
                report = self._received(mailbox, report, progress)
                self._library.go_round(place.id, mailbox, progress)
                match_only(rooms.exchange, progress)
                for to in known(rooms).to(place.id):
                    if self._is_held_up():
                        break
                    going.begin(SEALING, place.name)
                    report = self._sealed(to, report, progress)
                    going.begin(SENDING, place.name)
                    report = self._sent(to, mailbox, report, progress)
                self._updates.go_round(place.id, mailbox, progress)  # the largest, last
        except _OURS:
            raise
        except IntakeError as error:
            trouble = Trouble.of(error)
            report = replace(report, away=(*report.away, place.name))
            if not isinstance(error, _PASSING):
                report = replace(report, needs=(*report.needs, place.name))
        self._went(place.id, trouble)
        return report

    def _went(self, place: str, trouble: Trouble) -> None:
        """Remember how a round at a place went, and since when it does not go."""
        told, now = known(self._rooms), self._rooms.clock.wall()
        away = {one: ms for one, ms in (told.away or {}).items() if one != place}
        if trouble.kind:
            away[place] = (told.away or {}).get(place, now)
        rounds = {**(told.rounds or {}), place: now}
        places_now = {**(told.places or {}), place: trouble}
        remember(self._rooms, rounds=rounds, places=places_now, away=away)

    def _taken_away(self, place: str, mailbox: Mailbox) -> None:
        """Remove from a place what was taken out and lies there still."""
        rooms = self._rooms
        for sha, one in (known(rooms).leaving or {}).items():
            if one.place == place:
                gone = Sealed(sha, "", one.size, rooms.exchange.outbox / f"{sha}.age", one.to, one.made_ms, 0)  # fmt: skip
                take_away(mailbox, gone.letter(rooms.exchange.suffix))
                rest = {n: left for n, left in (known(rooms).leaving or {}).items() if n != sha}  # fmt: skip
                remember(rooms, leaving=rest)

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
        rooms, waits = self._rooms, known(self._rooms).items or {}
        going = [one for one in outbox(rooms.exchange) if one.to == to and one.sha not in waits]  # fmt: skip
        fresh = [one for one in going if one.state != DELIVERED]
        for one in going:
            if self._is_held_up():
                break
            if one in fresh:
                self._going.take(one, fresh.index(one) + 1, len(fresh))
            try:
                parts = deliver(rooms.exchange, one, mailbox, progress)
            except (Unreachable, *_OURS):
                raise
            except IntakeError as error:
                if isinstance(error, ConsentMissing) and one.path.is_file():
                    take_out(
                        rooms.exchange, one
                    )  # it lies there: nobody fetched it yet
                    take_away(mailbox, one.letter(rooms.exchange.suffix))
                if not one.path.is_file():  # what may no longer leave is gone already
                    gone = (*report.taken_back, one.sha)
                    report = replace(report, taken_back=gone)
                    continue
                now = known(rooms).items or {}  # somebody may have pressed something
                remember(rooms, items={**now, one.sha: Trouble.of(error)})
                report = replace(report, held=(*report.held, one.sha))
                continue
            report = replace(report, parts=report.parts + parts, sent=report.sent + bool(parts))  # fmt: skip
            rooms.touched.add("exchange")
        return report

    # --- within --------------------------------------------------------------------------

    def _is_held_up(self) -> bool:
        """Whether somebody paused since the round began; one asked for during a pause goes on."""
        return not self._was_paused and self._is_paused(known(self._rooms))

    def _is_paused(self, told: Known) -> bool:
        ends = told.until_ms and self._rooms.clock.wall() >= told.until_ms
        return told.paused and not ends

    def _place(self, place: Place, told: Known) -> SyncPlace:
        trouble = (told.places or {}).get(place.id, Trouble())
        sentence, remedy = trouble.said(self._rooms)
        label = self._rooms.texts(f"place-kind-{place.kind}")
        last = (told.rounds or {}).get(place.id, 0)
        away = (told.away or {}).get(place.id, 0)
        return SyncPlace(place.id, place.name, label, told.to(place.id), last, not trouble.kind, sentence, remedy, away)  # fmt: skip

    def _item(self, one: Sealed, told: Known, kept: dict[str, Place]) -> SyncItem:
        texts = self._rooms.texts
        way = next((kept[place] for place, to in told.allowed if to == one.to and place in kept), None)  # fmt: skip
        trouble = (told.items or {}).get(one.sha, Trouble())
        away = (told.places or {}).get(way.id, Trouble()) if way else Trouble()
        state, sentence, remedy = "WAITING", "", ""
        days = (self._rooms.clock.wall() - one.made_ms) // DAY_MS
        if trouble.kind:
            state, (sentence, remedy) = "HELD", trouble.said_sending(self._rooms)
        elif one.state == DELIVERED and days >= LATE_DAYS:
            state, sentence = "LATE", texts("sync-late", days=days)
            remedy = texts("sync-late-next", number=one.number)
        elif one.state == DELIVERED:
            state = "SENT"
        elif away.kind:
            state, (sentence, remedy) = "AWAY", away.said(self._rooms)
        label = texts(f"sync-state-{state.lower()}")
        return SyncItem(one.sha, one.number, one.to, way.name if way else "", state, label, one.size, one.made_ms, sentence, remedy)  # fmt: skip
