"""Put segments stamped by a wrong clock where they belong.

* A fix says: segments ``n0`` to ``n1`` of a log are ``delta`` milliseconds off. Bodies keep
  the stamp they were written with; the fix changes where they stand among others.
* Of several fixes over one segment the newest holds; they never add up.
* Winners of every field the segments touch are chosen again.
"""

from collections.abc import Iterable

from intake.ledger import body as bodies
from intake.ledger.catalogue import Catalogue
from intake.ledger.change import ClockFix
from intake.ledger.fixes import Fixes
from intake.ledger.fold import refold
from intake.ledger.places import PLACES
from intake.ledger.unfold import Kept, Place, places, records_in
from intake.vault import Database


def keep(db: Database, fix: ClockFix, hlc: int, tie: bytes) -> None:
    """Keep a fix."""
    db.execute(
        "insert into clockfix (hlc, tie, log, n0, n1, delta) values (?, ?, ?, ?, ?, ?)"
        " on conflict do nothing",
        (hlc, tie, fix.log, fix.n0, fix.n1, fix.delta),
    )


def move(
    db: Database, catalogue: Catalogue, fixes: Iterable[ClockFix]
) -> set[tuple[str, str]]:
    """Move the entries these fixes speak of; return the records to look at again."""
    known, dirty = Fixes(db), set()
    for segment, log, n in sorted(_segments(db, fixes)):
        dirty |= _move_segment(db, catalogue, known, log, segment, n)
    return dirty


def _segments(db: Database, fixes: Iterable[ClockFix]) -> set[tuple[int, str, int]]:
    """Return the segments spoken of, each once: a thousand fixes may name the same."""
    return {
        (segment, fix.log, n)
        for fix in dict.fromkeys(fixes)
        for segment, n in db.all(
            "select segment.id, n from segment join log on log.id = segment.log"
            " where log.log = ? and n between ? and ?",
            (fix.log, fix.n0, fix.n1),
        )
    }


def _move_segment(
    db: Database, catalogue: Catalogue, fixes: Fixes, log: str, segment: int, n: int
) -> set[tuple[str, str]]:
    rows = db.all(
        "select id, hlc, salt, body from entry where id between ? and ?",
        (segment * PLACES, segment * PLACES + PLACES - 1),
    )
    kept = [Kept(*row) for row in rows]
    moved = {one.entry: _where(fixes, one, log, n) for one in kept}
    found = [
        (place, moved[one.entry]) for one in kept for place in places(catalogue, [one])
    ]
    _move_ops(db, found)
    db.executemany(
        "update entry set hlc = ? where id = ?", [(hlc, e) for e, hlc in moved.items()]
    )
    refold(db, {place.cell for place, _ in found})
    return records_in(kept)


def _where(fixes: Fixes, one: Kept, log: str, n: int) -> int:
    data = bodies.read(one.body)
    return fixes.effective(data["t"], log, n) if data else one.hlc


def _move_ops(db: Database, found: Iterable[tuple[Place, int]]) -> None:
    db.executemany(
        "update op set hlc = ? where rec = ? and field = ? and hlc = ? and tie = ?",
        [(hlc, *place) for place, hlc in found],
    )
