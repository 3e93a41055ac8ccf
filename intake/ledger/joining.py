"""Merge segments from elsewhere: check everything, then fold in short transactions.

* Not one word is applied before every segment given was verified, signature included.
* Then a few thousand operations at a time: the person who types never waits long, and
  between two transactions the work can be cancelled or the computer can die. Merging the
  same segments again goes on where it stopped; nothing is counted or folded twice.
* A segment is acknowledged only when its last body lies here.
"""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import NamedTuple

from intake.clock import DAY_MS, stamp_at
from intake.crypto.sign import read_signature
from intake.ledger import chain
from intake.ledger.catalogue import Catalogue
from intake.ledger.fixes import Fixes
from intake.ledger.gate import Gate, Incoming, incoming
from intake.ledger.means import Authority, CheckSigner, Means, SignerFacts
from intake.ledger.places import LEAF12, PLACES
from intake.ledger.report import MergeReport
from intake.ledger.segment import LEAF, NAMESPACE, SegmentHeader, WireSegment
from intake.ledger.tail import Tail, keep_clock, own_log
from intake.ledger.telling import Applied, Arrived, Origin, Teller
from intake.ledger.waiting import Why, note_late
from intake.progress import Progress
from intake.vault import Database, Vault

OPS_AT_ONCE = 3_000
_MANY = 16
_ROOM_KIB = 192 * 1024


class Verified(NamedTuple):
    """A segment that kept every rule, and who signed it."""

    header: SegmentHeader
    signer: SignerFacts


@dataclass(slots=True)
class _Tally:
    """Counts while merging."""

    new_entries: int = 0
    filled: int = 0
    duplicates: int = 0
    dropped: int = 0
    parked: int = 0
    set_aside: int = 0
    clock_marked: int = 0
    forked: set[str] = field(default_factory=set)
    touched: set[str] = field(default_factory=set)
    scopes: set[str] = field(default_factory=set)


def verify(
    means: Means,
    segments: Iterable[WireSegment],
    total: int,
    check_signer: CheckSigner,
    progress: Progress,
) -> dict[bytes, Verified]:
    """Check every segment; return them by hash.

    Raises:
        Untrusted, TooNew: one of them breaks a rule; nothing was changed.
    """
    verified: dict[bytes, Verified] = {}
    for done, segment in enumerate(segments):
        progress.step(done, total, "progress-verifying")
        header = chain.check(segment)
        verified[segment.hash] = Verified(header, check_signer(segment, NAMESPACE))
        chain.check_key(header, read_signature(segment.signature).public)
    with means.vault.reading() as db:
        for one in verified.values():
            _check_place(db, verified, one.header)
    return verified


def _check_place(
    db: Database, verified: dict[bytes, Verified], header: SegmentHeader
) -> None:
    """Check that a segment continues its log, where its predecessor is known."""
    prev = bytes.fromhex(header.prev)
    before = verified.get(prev)
    if before is not None:
        chain.check_continues(header, (before.header.log, before.header.n))
        return
    row = db.one(
        "select log.log, n from segment join log on log.id = segment.log where hash = ?",
        (prev,),
    )
    if row is not None:
        chain.check_continues(header, (row[0], row[1]))


@contextmanager
def roomy(vault: Vault, segments: int) -> Iterator[None]:
    """Give the writing lane room for the pages that many segments touch again and again.

    Without it a merge of hundreds of segments decrypts the same pages hundreds of times.
    """
    if segments < _MANY:
        yield
        return
    with vault.lane_for_migration() as db:
        before = db.one("pragma cache_size")
        db.execute(f"pragma cache_size = -{_ROOM_KIB}")
    try:
        yield
    finally:
        with vault.lane_for_migration() as db:
            db.execute(f"pragma cache_size = {before[0] if before else 0}")
            db.execute("pragma shrink_memory")


class Joiner:
    """Folds verified segments into the vault."""

    def __init__(self, means: Means, authority: Authority) -> None:
        """Begin with nothing counted."""
        self._means = means
        self._authority = authority
        self._gate = Gate(means, authority)
        self._tally = _Tally()

    def join(self, segment: WireSegment, verified: Verified) -> Iterator[None]:
        """Fold one segment; gives the turn back after every transaction."""
        signer, header = verified.signer, verified.header
        origin = Origin(header.log, header.n, signer.device, signer.center)
        with self._means.vault.reading() as db:
            place = _find(db, segment.hash)
            missing = _missing(db, place, segment)
            self._tally.duplicates += len(segment.bodies) - len(missing)
            welcome = self._gate.welcome(db, missing, origin)
        self._tally.dropped += len(missing) - len(welcome)
        if place is not None and place.whole and not welcome:
            return
        batches = list(_batches(welcome)) or [[]]
        is_new = place is None or not place.whole
        for number, batch in enumerate(batches):
            with self._means.vault.writing() as db:
                seg = self._place(db, segment, verified)
                self._fold(db, seg, origin, batch, is_new=is_new)
                if number == len(batches) - 1:
                    db.execute("update segment set state = 'ok' where id = ?", (seg,))
            yield

    def _place(self, db: Database, segment: WireSegment, verified: Verified) -> int:
        """Return the number of a segment's row, made where it is missing."""
        found = _find(db, segment.hash)
        if found is not None:
            return found.id
        header = verified.header
        self._step_aside(db, header)
        log = _log_row(db, header, verified.signer)
        self._flag_twins(db, log, header)
        db.execute(
            "insert into segment (log, n, hash, prev, count, bytes, leaves, header, sig, state)"
            " values (?, ?, ?, ?, ?, ?, ?, ?, ?, 'arriving')",
            (
                log,
                header.n,
                segment.hash,
                bytes.fromhex(header.prev) or None,
                header.count,
                sum(len(body) for _, _, body in segment.bodies),
                segment.leaves,
                segment.header,
                segment.signature,
            ),
        )
        found = _find(db, segment.hash)
        return found.id if found else 0

    def _step_aside(self, db: Database, header: SegmentHeader) -> None:
        """Begin a new own log when somebody else holds more of ours than we do."""
        own = own_log(db)
        if own is None or own.log != header.log:
            return
        Tail(db, self._means.device).begin_log()

    def _flag_twins(self, db: Database, log: int, header: SegmentHeader) -> None:
        """Flag a log of which two different segments claim the same place."""
        twin = db.one(
            "select 1 from segment where log = ? and n = ? and hash is not null",
            (log, header.n),
        )
        if twin is not None:
            db.execute("update log set state = 'forked' where id = ?", (log,))
            self._tally.forked.add(header.log)

    def _fold(
        self,
        db: Database,
        seg: int,
        origin: Origin,
        batch: Sequence[Incoming],
        *,
        is_new: bool,
    ) -> None:
        batch = self._gate.welcome(db, batch, origin)
        if not batch:
            return
        catalogue = Catalogue(db, self._means.vocabulary)
        catalogue.load_fields()
        catalogue.load_places({(one.scope, one.cls) for one in batch})
        arrived = self._enter(db, catalogue, seg, origin, batch)
        teller = Teller(self._means, db, catalogue, self._authority)
        applied = teller.tell(arrived)
        teller.project(applied.dirty)
        keep_clock(db, self._means.clock.last)
        if not is_new:
            note_late(db, (one.entry for one in arrived), self._means.clock.last)
        self._count(applied, arrived, is_new=is_new)

    def _enter(
        self,
        db: Database,
        catalogue: Catalogue,
        seg: int,
        origin: Origin,
        batch: Sequence[Incoming],
    ) -> list[Arrived]:
        """Give the bodies their rows."""
        clock, fixes = self._means.clock, Fixes(db)
        horizon = stamp_at(clock.wall() + DAY_MS)
        rows, arrived = [], []
        for one in batch:
            part = catalogue.part(one.scope, one.cls, origin.center)
            scope = catalogue.scope(one.scope, origin.center)
            said = one.data["t"] if one.data else 0
            stamp = fixes.effective(said, origin.log, origin.n)
            number = seg * PLACES + one.idx
            rows.append((number, stamp, part, int(said > horizon), one.salt, one.body))
            stem = one.leaf[:LEAF12]
            arrived.append(Arrived(number, stem, stamp, part, scope, one.data, origin))
        db.executemany(
            "insert into entry (id, hlc, part, mark, salt, body) values (?, ?, ?, ?, ?, ?)"
            " on conflict do nothing",
            rows,
        )
        clock.hear(max(one.stamp for one in arrived))
        self._tally.clock_marked += sum(row[3] for row in rows)
        return arrived

    def _count(
        self, applied: Applied, arrived: Sequence[Arrived], *, is_new: bool
    ) -> None:
        tally = self._tally
        if is_new:
            tally.new_entries += len(arrived)
        else:
            tally.filled += len(arrived)
        tally.parked += applied.count(Why.NEWER, Why.UNREAD)
        tally.set_aside += applied.count(Why.ASIDE, Why.ELSEWHERE)
        tally.touched |= {entity for entity, _ in applied.dirty}
        tally.scopes |= {one.data["s"] for one in arrived if one.data}

    def report(self) -> MergeReport:
        """Return what was done, with the gaps that remain."""
        with self._means.vault.reading() as db:
            gaps = find_gaps(db)
        tally = self._tally
        return MergeReport(
            new_entries=tally.new_entries,
            filled=tally.filled,
            duplicates=tally.duplicates,
            dropped=tally.dropped,
            parked=tally.parked,
            set_aside=tally.set_aside,
            clock_marked=tally.clock_marked,
            forked_logs=tuple(sorted(tally.forked)),
            gaps=gaps,
            touched=frozenset(tally.touched),
            scopes=frozenset(tally.scopes),
        )


class _Held(NamedTuple):
    """A segment this vault has: its number, and whether its last body has come."""

    id: int
    whole: bool


def _find(db: Database, name: bytes) -> _Held | None:
    row = db.one("select id, state from segment where hash = ?", (name,))
    return _Held(row[0], row[1] == "ok") if row else None


def _missing(db: Database, place: _Held | None, segment: WireSegment) -> list[Incoming]:
    """Return the bodies that do not lie here yet, read."""
    held: set[int] = set()
    if place is not None:
        first = place.id * PLACES
        rows = db.all(
            "select id from entry where id between ? and ?", (first, first + PLACES - 1)
        )
        held = {row[0] - first for row in rows}
    return [
        incoming(idx, salt, body, segment.leaves[idx * LEAF : idx * LEAF + LEAF])
        for idx, salt, body in segment.bodies
        if idx not in held
    ]


def _batches(bodies: Sequence[Incoming]) -> Iterator[list[Incoming]]:
    """Return the bodies in pieces of a few thousand operations."""
    batch: list[Incoming] = []
    ops = 0
    for one in bodies:
        size = len(one.data["o"]) if one.data else 1
        if batch and ops + size > OPS_AT_ONCE:
            yield batch
            batch, ops = [], 0
        batch.append(one)
        ops += size
    if batch:
        yield batch


def _log_row(db: Database, header: SegmentHeader, signer: SignerFacts) -> int:
    """Return the number of a log, made or completed by what a segment says."""
    db.execute(
        "insert into log (log, device, center, parent, state, own, clock)"
        " values (?, ?, ?, null, 'ok', 0, 0) on conflict do nothing",
        (header.log, signer.device, signer.center),
    )
    row = db.one("select id from log where log = ?", (header.log,))
    return int(row[0]) if row else 0


def find_gaps(db: Database) -> tuple[tuple[str, int], ...]:
    """Return the segments whose predecessor is not here."""
    rows = db.all(
        "select log.log, n from segment join log on log.id = segment.log"
        " where prev is not null and not exists"
        " (select 1 from segment before where before.hash = segment.prev) order by log.log, n"
    )
    return tuple((log, n) for log, n in rows)
