"""Apply again what waited, or everything.

* A bulk import whose closing entry has come, words of a newer version after an update,
  what a person accepted: each in short transactions, each may be cut off and goes on later.
* Rebuilding derives history, winners and projections from the bodies alone, in one
  transaction: at every moment the old or the new tables are whole.
"""

from collections.abc import Callable, Iterable, Sequence

from intake.clock import DAY_MS, stamp_at
from intake.ids import Scope
from intake.ledger import waiting
from intake.ledger.catalogue import Catalogue
from intake.ledger.change import EntryId
from intake.ledger.fixes import Fixes
from intake.ledger.fold import refold
from intake.ledger.means import Authority, Means
from intake.ledger.telling import Arrived, Teller, load
from intake.ledger.unfold import Kept, places, records_in, take_out
from intake.ledger.waiting import Why
from intake.progress import Progress
from intake.vault import Database

_AT_ONCE = 500


def fold_closed(means: Means, progress: Progress) -> frozenset[str]:
    """Fold bulk imports whose closing entry has come; return the entities touched."""
    touched: set[str] = set()
    done = 0
    while True:
        with means.vault.writing() as db:
            entries = waiting.closed(db, _AT_ONCE)
            touched |= _tell_again(means, db, entries, None)
        if not entries:
            return frozenset(touched)
        done += len(entries)
        progress.step(done, 0, "progress-merging")


def catch_up(means: Means, authority: Authority, progress: Progress) -> frozenset[str]:
    """Fold what a former version of this program could not; return the entities touched."""
    touched: set[str] = set()
    judged: tuple[tuple[Why, Authority | None], ...] = (
        (Why.NEWER, None),
        (Why.UNREAD, authority),
    )
    for why, judge in judged:
        after = 0
        while True:
            with means.vault.writing() as db:
                entries = waiting.waiting_for(db, why, after, _AT_ONCE)
                touched |= _tell_again(means, db, entries, judge)
            if not entries:
                break
            after = entries[-1]
            progress.step(0, 0, "progress-merging")
    return frozenset(touched)


def reconsider(
    means: Means, authority: Authority, progress: Progress
) -> frozenset[str]:
    """Judge again what was set aside; return the entities touched.

    Who may speak of a thing changes when it goes over to somebody (이관), and the words may
    have come before the handover did.
    """
    touched: set[str] = set()
    after = 0
    while True:
        with means.vault.writing() as db:
            entries = waiting.waiting_for(db, Why.ASIDE, after, _AT_ONCE)
            touched |= _tell_again(means, db, entries, authority)
        if not entries:
            return frozenset(touched)
        after = entries[-1]
        progress.step(0, 0, "progress-merging")


def put_aside(
    means: Means, scope: Scope, center: str, after: int, until: int
) -> frozenset[str]:
    """Set aside what a center said of a scope between two stamps; return the entities touched.

    It was believed when it came, and would not be if it came now: the order in which words
    arrive must not decide which of them count.
    """
    with means.vault.writing() as db:
        kept = [
            Kept(*row) for row in db.all(_SAID_AFTER, (scope, center, after, until))
        ]
        if not kept:
            return frozenset()
        catalogue = Catalogue(db, means.vocabulary)
        gone = list(places(catalogue, kept))
        take_out(db, gone)
        refold(db, {place.cell for place in gone})
        waiting.keep_waiting(db, (one.entry for one in kept), Why.ASIDE)
        dirty = records_in(kept)
        Teller(means, db, catalogue, None).project(dirty)
    return frozenset(entity for entity, _ in dirty)


_SAID_AFTER = (
    "select entry.id, entry.hlc, entry.salt, entry.body from entry"
    " join part on part.id = entry.part join scope on scope.id = part.scope"
    " join segment on segment.id = entry.id / 1024 join log on log.id = segment.log"
    " where scope.scope = ? and log.center = ? and entry.hlc > ? and entry.hlc < ?"
    " and not exists (select 1 from waiting where waiting.entry = entry.id)"
)


def accept(means: Means, entries: Iterable[EntryId]) -> frozenset[str]:
    """Fold entries that a person has looked at and believes."""
    with means.vault.writing() as db:
        return frozenset(_tell_again(means, db, sorted(entries), None))


def _tell_again(
    means: Means, db: Database, entries: Sequence[int], authority: Authority | None
) -> set[str]:
    catalogue = Catalogue(db, means.vocabulary)
    arrived = _placed(means, db, catalogue, load(db, entries))
    numbers = [one.entry for one in arrived]
    waiting.note_late(db, waiting.unheard(db, numbers), means.clock.last)
    waiting.release(db, numbers)
    teller = Teller(means, db, catalogue, authority)
    applied = teller.tell(arrived)
    teller.project(applied.dirty)
    return {entity for entity, _ in applied.dirty}


def _placed(
    means: Means, db: Database, catalogue: Catalogue, arrived: Sequence[Arrived]
) -> list[Arrived]:
    """Put entries that could not be read before under their own stamp, scope and class."""
    fixes, horizon = Fixes(db), stamp_at(means.clock.wall() + DAY_MS)
    found = []
    for one in arrived:
        if one.data is None or one.stamp:
            found.append(one)
            continue
        said, center = one.data["t"], one.origin.center
        part = catalogue.part(one.data["s"], one.data["c"], center)
        stamp = fixes.effective(said, one.origin.log, one.origin.n)
        db.execute(
            "update entry set hlc = ?, part = ?, mark = ? where id = ?",
            (stamp, part, int(said > horizon), one.entry),
        )
        scope = catalogue.scope(one.data["s"], center)
        found.append(one._replace(stamp=stamp, part=part, scope=scope))
    return found


def rebuild(means: Means, progress: Progress) -> None:
    """Derive history, winners and every projection from the bodies."""
    with means.vault.writing() as db:
        for table in ("winner", "op", "rec", "batch"):
            db.execute(f"delete from {table}")  # noqa: S608 - our own names
        db.execute("delete from waiting where why not in ('aside', 'unread')")
        total = _count(db, "select count(*) from entry")
        _replay(
            means, db, lambda done: progress.step(done, total, "progress-rebuilding")
        )
        for projection in means.projections:
            projection.rebuild(db, progress)


def _replay(means: Means, db: Database, step: Callable[[int], None]) -> None:
    catalogue = Catalogue(db, means.vocabulary)
    catalogue.load_fields()
    teller = Teller(means, db, catalogue, None, replay=True)
    after, done = -1, 0
    while entries := _next(db, after):
        teller.tell(load(db, entries))
        after, done = entries[-1], done + len(entries)
        step(done)
    while entries := waiting.closed(db, _AT_ONCE):
        waiting.release(db, entries)
        teller.tell(load(db, entries))


def _next(db: Database, after: int) -> list[int]:
    rows = db.all(
        "select id from entry where id > ? and not exists"
        " (select 1 from waiting where waiting.entry = entry.id) order by id limit ?",
        (after, _AT_ONCE),
    )
    return [row[0] for row in rows]


def _count(db: Database, sql: str) -> int:
    row = db.one(sql)
    return int(row[0]) if row else 0
