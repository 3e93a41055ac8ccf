"""Append and read: the one door through which anything is said (원장).

* What is said, its entry, history, winners and every projection change in one transaction.
* Nothing said is ever changed; undoing says the former words again.
* What comes from elsewhere is believed only after every byte of it was checked.
* Merging again, in any order, in any pieces, gives the same state.

>>> with ledger.saying(Deed.NOTE, scope=case, actor=kim) as say:  # doctest: +SKIP
...     say.set("note", note, "text", "어머니와 통화함")
>>> say.outcome.touched  # doctest: +SKIP
frozenset({'note'})
"""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager

from intake.clock import DAY_MS, Clock
from intake.crypto.digest import canonical_json, sha256
from intake.errors import Altered, OnHold
from intake.ids import Scope, natural_id, scope_of
from intake.ledger import again, chain, checking, erasure, reading, travel, waiting
from intake.ledger.catalogue import Catalogue
from intake.ledger.change import (
    ClockFix,
    Deed,
    Entry,
    EntryId,
    Erasure,
    Ground,
    Outcome,
)
from intake.ledger.joining import Joiner, roomy, verify
from intake.ledger.means import (
    Authority,
    CheckSigner,
    DeviceSigner,
    Hold,
    Means,
    nothing_held,
)
from intake.ledger.report import (
    AsideEntry,
    Conflict,
    Erased,
    LedgerReport,
    MergeReport,
    TimelineEntry,
    Word,
)
from intake.ledger.saying import Act, Say, append
from intake.ledger.segment import WireSegment
from intake.ledger.tail import Tail, is_fresh, newest_stamp, own_log
from intake.ledger.telling import Teller
from intake.ledger.undo import plan
from intake.ledger.vocabulary import Projection, Vocabulary
from intake.ledger.waiting import Why
from intake.progress import Progress
from intake.vault import Database, Vault

_ANCHOR = re.compile(r"[0-9a-f]+:[0-9]{1,9}:[0-9a-f]{64}")


class Ledger:
    """Everything that was ever said in one vault."""

    def __init__(
        self,
        vault: Vault,
        *,
        device: DeviceSigner,
        clock: Clock,
        vocabulary: Vocabulary,
        projections: Sequence[Projection] = (),
        hold: Hold = nothing_held,
    ) -> None:
        """Continue where the vault left off, with the wall of ``clock``.

        The ledger's own clock goes on after the newest stamp in the vault, unclamped: a
        computer that comes back with a clock years behind still never repeats itself.
        """
        with vault.reading() as db:
            self.clock = Clock(clock.wall, max(clock.last, newest_stamp(db)))
        self._means = Means(
            vault, device, self.clock, vocabulary, tuple(projections), hold
        )
        self._vault = vault

    @property
    def is_certified(self) -> bool:
        """Whether others will believe what is said here: this laptop has its certificate.

        One that was just let in has it from the next opening on.
        """
        return self._means.device.certificate is not None

    # --- saying ---------------------------------------------------------------

    @contextmanager
    def saying(
        self, deed: Deed, *, scope: Scope, actor: str, batch: str = ""
    ) -> Iterator[Say]:
        """Say something: one action of one person in one scope.

        The whole block is one transaction; an exception leaves nothing behind. Inside
        another transaction of the vault it joins that one. With a ``batch`` nothing shows
        until ``close_batch``.

        Raises:
            InvalidAnswer: the words of one class are together too long for one entry, speak
                of a record of another scope, or of a class that was destroyed.
        """
        with self._vault.writing() as db:
            say = Say(self._means, db, Act(deed, scope, actor, batch))
            yield say
            say.write()

    def undo(self, entries: EntryId | Iterable[EntryId], *, actor: str) -> Outcome:
        """Undo one action, given the entries of its outcome.

        Raises:
            OutOfDate: somebody has spoken of one of its fields since.
            NotFound: an entry is not here.
        """
        wanted = (EntryId(entries),) if isinstance(entries, int) else tuple(entries)
        with self._vault.writing() as db:
            undoing = plan(db, wanted)
            with self.saying(Deed.UNDO, scope=undoing.scope, actor=actor) as say:
                undoing.say(say)
        return say.outcome

    def close_batch(
        self, batch: str, *, actor: str, progress: Progress
    ) -> frozenset[str]:
        """Make a bulk import visible: closing entries in one transaction, then the fold.

        Cut off in between, ``resume`` or the next ``close_batch`` goes on.
        """
        with self._vault.writing() as db:
            catalogue = Catalogue(db, self._means.vocabulary)
            for scope, cls in waiting.open_parts(db, batch):
                entry = self._entry(
                    Scope(scope), cls, Deed.IMPORT, actor, batch=batch, closes=True
                )
                arrived = append(self._means, db, catalogue, entry)
                Teller(self._means, db, catalogue, None).tell([arrived])
        return again.fold_closed(self._means, progress)

    def erase(self, scope: Scope, cls: str, ground: Ground | str, actor: str) -> Erased:
        """Destroy (파기) a class of a scope, here and wherever this ledger travels.

        Raises:
            InvalidAnswer: the ground is not one of ``Ground``.
            OnHold: it must be kept.
        """
        code = erasure.ground_code(ground)
        if self._means.held(scope, cls):
            raise OnHold(cls=cls)
        part = erasure.part_hash(scope, cls)
        with self._vault.writing() as db:
            Tail(db, self._means.device).seal()
            order = self._entry(
                erasure.order_scope(part),
                "core",
                Deed.ERASE,
                actor,
                erasures=(Erasure(part.hex(), code),),
            )
            stamp = self._order(db, order)
            row = db.one(
                "select sum(gone), min(hlc) from erased where part = ?", (part,)
            )
        self._leave_no_trace()
        gone, kept_stamp = row or (0, stamp)
        return Erased(part.hex(), code, gone or 0, kept_stamp or stamp)

    def order_again(self, part: bytes, ground: str, *, actor: str) -> None:
        """Order as ourselves what another center's order destroyed here (파기를 이어 알림).

        Whoever knows the case only through us obeys nobody else.
        """
        with self._vault.writing() as db:
            Tail(db, self._means.device).seal()
            erasures = (Erasure(part.hex(), ground),)
            scope = erasure.order_scope(part)
            order = self._entry(scope, "core", Deed.ERASE, actor, erasures=erasures)
            self._order(db, order)

    def fix_clock(self, fix: ClockFix, *, actor: str, progress: Progress) -> None:
        """Put segments stamped by a wrong clock where they belong (시각 바로잡기).

        Where they are this computer's own, it goes on in a new log with the right time: in one
        log no stamp ever goes back.
        """
        self.close_segment(progress)
        if self._is_ahead(fix.log):
            self._begin_in_time()
        scope = scope_of("record", natural_id("clockfix", fix.log))
        with self._vault.writing() as db:
            order = self._entry(scope, "core", Deed.FIX_CLOCK, actor, fixes=(fix,))
            self._order(db, order)

    def settle_clock(self) -> bool:
        """Go on with the right time once others put our own words right; True where it did."""
        with self._vault.reading() as db:
            own = own_log(db)
            fixed = own and db.one(
                "select 1 from clockfix where log = ? and n1 >= (select max(n) from segment"
                " where log = ? and hash is not null)",
                (own.log, own.id),
            )
        if own is None or not fixed or not self._is_ahead(own.log):
            return False
        self._begin_in_time()
        return True

    def _is_ahead(self, log: str) -> bool:
        """Whether a log is the one we append to, and runs more than a day ahead of the wall."""
        with self._vault.reading() as db:
            own = own_log(db)
        return own is not None and own.log == log and self.clock.ahead_ms > DAY_MS

    def _begin_in_time(self) -> None:
        with self._vault.writing() as db:
            Tail(db, self._means.device).begin_log(self.clock.begin_anew())

    def _leave_no_trace(self) -> None:
        """Move the write-ahead log into the file, where freed pages are overwritten."""
        with self._vault.lane_for_migration() as db:
            if not db.in_transaction:
                db.all("PRAGMA wal_checkpoint(TRUNCATE)")

    def _order(self, db: Database, order: Entry) -> int:
        """Write an order and carry it out; return its stamp."""
        catalogue = Catalogue(db, self._means.vocabulary)
        teller = Teller(self._means, db, catalogue, None)
        applied = teller.tell([append(self._means, db, catalogue, order)])
        teller.project(applied.dirty)
        return order.stamp

    def _entry(
        self,
        scope: Scope,
        cls: str,
        deed: Deed,
        actor: str,
        *,
        batch: str = "",
        closes: bool = False,
        erasures: tuple[Erasure, ...] = (),
        fixes: tuple[ClockFix, ...] = (),
    ) -> Entry:
        return Entry(
            stamp=self.clock.next(),
            scope=scope,
            cls=cls,
            actor=actor,
            deed=deed.value,
            schema=self._means.vocabulary.version,
            batch=batch,
            closes=closes,
            erasures=erasures,
            fixes=fixes,
        )

    # --- sealing --------------------------------------------------------------

    def close_segment(self, progress: Progress) -> tuple[str, int] | None:
        """Seal the open end; return (log, n), or None where nothing new was said."""
        progress.step(0, 1, "progress-sealing")
        with self._vault.writing() as db:
            return Tail(db, self._means.device).seal()

    def anchor(self) -> str | None:
        """Return what the computer's keyring remembers: the last seal of the own log."""
        with self._vault.reading() as db:
            row = db.one(
                "select log.log, n, hash from segment join log on log.id = segment.log"
                " where own = 1 and hash is not null order by n desc, segment.id limit 1"
            )
        return f"{row[0]}:{row[1]}:{bytes(row[2]).hex()}" if row else None

    def resume(self, anchor: str | None) -> bool:
        """Compare with what the keyring remembers; True where a new log had to begin.

        A vault that lacks its own last seal was restored from a backup or copied. It must
        not go on where it stands: others may hold what it has forgotten.
        """
        if anchor is None or not _ANCHOR.fullmatch(anchor):
            return False
        log, n, name = anchor.split(":")
        with self._vault.writing() as db:
            own = own_log(db)
            row = db.one(
                "select hash from segment join log on log.id = segment.log"
                " where log.log = ? and n = ? and hash = ?",
                (log, int(n), bytes.fromhex(name)),
            )
            if row is not None or own is None or (own.log != log and is_fresh(db, own)):
                return False
            Tail(db, self._means.device).begin_log()
        return True

    def begin_log(self) -> str:
        """Begin a new log that continues the present one; return its name."""
        with self._vault.writing() as db:
            return Tail(db, self._means.device).begin_log()

    # --- travelling -----------------------------------------------------------

    def acks(self) -> dict[str, list[list[int]]]:
        """Return the segments that lie here whole, as ranges of each log."""
        with self._vault.reading() as db:
            return travel.acks(db)

    def segments_missing(self, acks: travel.Acks) -> list[tuple[str, int]]:
        """Return the sealed segments held here that a receipt does not name."""
        with self._vault.reading() as db:
            return travel.missing(db, acks)

    def segments_about(self, scopes: Collection[Scope]) -> list[tuple[str, int]]:
        """Return the sealed segments that hold words of these scopes (handover, late consent)."""
        with self._vault.reading() as db:
            return travel.about(db, scopes)

    def wire_segment(self, log: str, n: int, allow: travel.Allow) -> WireSegment:
        """Return a sealed segment with the bodies that may be read there.

        Raises:
            NotFound: it is not here, or still open.
        """
        return self.wire_twins(log, n, allow)[0]

    def wire_twins(
        self, log: str, n: int, allow: travel.Allow
    ) -> tuple[WireSegment, ...]:
        """Return a sealed segment and any other that claims the same place."""
        with self._vault.reading() as db:
            return travel.wire(db, log, n, allow)

    def merge(
        self,
        segments: Iterable[WireSegment],
        *,
        check_signer: CheckSigner,
        authority: Authority,
        progress: Progress,
    ) -> MergeReport:
        """Verify every segment, then fold them (합침).

        Give a collection, or an object that can be iterated twice, when the segments are
        many: they are read once to verify and once to fold. Cancelled or cut off, the same
        call goes on where it stopped.

        Raises:
            Untrusted, TooNew: nothing was changed.
        """
        held = tuple(segments) if isinstance(segments, Iterator) else segments
        total = len(held) if isinstance(held, Collection) else 0
        verified = verify(self._means, held, total, check_signer, progress)
        joiner = Joiner(self._means, authority)
        with roomy(self._vault, len(verified)):
            for done, segment in enumerate(held):
                facts = verified.get(segment.hash)
                if facts is None:
                    raise Altered(member="segment")
                if not isinstance(held, Sequence):
                    chain.check(segment)
                progress.step(done, total, "progress-merging")
                for _ in joiner.join(segment, facts):
                    progress.step(done, total, "progress-merging")
            again.fold_closed(self._means, progress)
        return joiner.report()

    def catch_up(self, authority: Authority, progress: Progress) -> frozenset[str]:
        """Fold what could not be folded before: after an update, or a crash in an import."""
        touched = again.catch_up(self._means, authority, progress)
        return touched | again.fold_closed(self._means, progress)

    def reconsider(self, authority: Authority, progress: Progress) -> frozenset[str]:
        """Judge again what was set aside, as after a handover; return the entities touched."""
        touched = again.reconsider(self._means, authority, progress)
        return touched | again.fold_closed(self._means, progress)

    def put_aside(
        self, scope: Scope, center: str, after: int, until: int
    ) -> frozenset[str]:
        """Set aside what a center said of a scope between two stamps; return the entities touched."""
        return again.put_aside(self._means, scope, center, after, until)

    def look_again(self, scopes: Iterable[Scope] = ()) -> None:
        """Let the projections follow what changed without a word: whose a scope is, who is heard."""
        records = sorted({scope.partition("/")[::2] for scope in scopes})
        with self._vault.writing() as db:
            for projection in self._means.projections:
                projection.apply(db, records)

    def accept(self, entries: Iterable[EntryId]) -> frozenset[str]:
        """Fold entries that were set aside, when a person has looked at them."""
        return again.accept(self._means, entries)

    # --- reading --------------------------------------------------------------

    def conflicts(self, scope: Scope | None = None) -> tuple[Conflict, ...]:
        """Return the fields about which people did not see each other's words."""
        with self._vault.reading() as db:
            return reading.conflicts(db, scope)

    def history(
        self, entity: str, eid: str, field: str | None = None
    ) -> tuple[Word, ...]:
        """Return everything said about a record or one of its fields, newest first."""
        with self._vault.reading() as db:
            return reading.history(db, entity, eid, field)

    def timeline(self, scope: Scope) -> tuple[TimelineEntry, ...]:
        """Return every entry of a scope, newest first."""
        with self._vault.reading() as db:
            return reading.timeline(db, scope)

    def set_aside(self) -> tuple[AsideEntry, ...]:
        """Return what waits for a person's decision."""
        with self._vault.reading() as db:
            return tuple(reading.set_aside(db))

    def parked_count(self) -> int:
        """Return how many entries wait for a newer version of this program."""
        with self._vault.reading() as db:
            kept = waiting.count(db)
        return kept.get(Why.NEWER, 0) + kept.get(Why.UNREAD, 0)

    def position(self) -> dict[str, int]:
        """Return how many entries of each log are known: the as-of vector (기준 시점)."""
        with self._vault.reading() as db:
            return travel.position(db)

    def position_hash(self) -> str:
        """Return the hash of the as-of vector, for the foot of a paper."""
        return sha256(canonical_json(self.position())).hex()

    def logs(self) -> tuple[tuple[str, str, str, str], ...]:
        """Return every log as (log, device, center, state)."""
        with self._vault.reading() as db:
            rows = db.all("select log, device, center, state from log order by log")
        return tuple(
            (log, device, center, state) for log, device, center, state in rows
        )

    # --- checking -------------------------------------------------------------

    def verify(
        self, progress: Progress, check_signer: CheckSigner | None = None
    ) -> LedgerReport:
        """Check every chain, leaf, body and winner; signatures too where a check is given."""
        with self._vault.reading() as db:
            return checking.verify(db, check_signer, progress)

    def state_digest(self) -> str:
        """Return one hash of everything known; equal wherever the same is known."""
        with self._vault.reading() as db:
            return checking.state_digest(db)

    def rebuild(self, progress: Progress) -> None:
        """Derive history, winners and every projection again from the bodies."""
        again.rebuild(self._means, progress)
