"""Take folded entries out of history and winners, or move them in time.

Both need to find an entry's operations again; the body says which records and fields.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, NamedTuple

from typing_extensions import override

from intake.crypto.digest import leaf
from intake.ledger import body as bodies
from intake.ledger.catalogue import Catalogue, RecKey
from intake.ledger.fold import CellKey, tie_of
from intake.ledger.places import LEAF12
from intake.vault import Database


class Kept(NamedTuple):
    """An entry row: its number, effective stamp, salt and body."""

    entry: int
    hlc: int
    salt: bytes
    body: bytes

    @override
    def __repr__(self) -> str:
        return f"Kept({self.entry}, {self.hlc})"


class Place(NamedTuple):
    """Where one operation lies in the history."""

    rec: int
    field: int
    hlc: int
    tie: bytes

    @property
    def cell(self) -> CellKey:
        """The field it speaks of."""
        return self.rec, self.field


def records_in(kept: Iterable[Kept]) -> set[tuple[str, str]]:
    """Return the (entity, id) these entries speak of."""
    return {(op[0], op[1]) for one in kept for op in _ops(one.body)}


def places(catalogue: Catalogue, kept: Sequence[Kept]) -> Iterator[Place]:
    """Return where the operations of these entries lie, if they were folded."""
    wanted: dict[RecKey, int] = {
        (bytes.fromhex(eid.replace("-", "")), entity): 0
        for entity, eid in records_in(kept)
    }
    recs = catalogue.known(wanted)
    for one in kept:
        stem = leaf(one.salt, one.body)[:LEAF12]
        for k, (entity, eid, name, _, _) in enumerate(_ops(one.body)):
            rec = recs.get((bytes.fromhex(eid.replace("-", "")), entity))
            if rec is not None:
                yield Place(
                    rec.id, catalogue.field(entity, name), one.hlc, stem + tie_of(k)
                )


def take_out(db: Database, found: Iterable[Place]) -> None:
    """Remove operations from the history; winners are chosen again by the caller."""
    db.executemany(
        "delete from op where rec = ? and field = ? and hlc = ? and tie = ?", found
    )


def _ops(body: bytes) -> Sequence[Any]:
    data = bodies.read(body)
    return data["o"] if data else ()
