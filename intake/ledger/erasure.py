"""Destroy a class of a scope and keep the chain.

* Bodies, salts, operations, winners and every name of the scope in that class go; leaves
  and signatures stay, so every chain verifies as before.
* What remains is SHA-256(scope ‖ class), the code of the ground, who ordered it and how many
  entries went. The hash cannot be guessed: a scope holds 74 random bits.
* The order is itself an entry. It holds the hash and not the scope, so it may travel
  everywhere, and everywhere the same is destroyed, before or after the bodies arrive.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from intake.crypto.digest import sha256
from intake.errors import InvalidAnswer
from intake.ids import Scope, natural_id, scope_of
from intake.ledger.catalogue import Catalogue, chunks, within
from intake.ledger.change import CLASSES, Ground
from intake.ledger.fold import refold
from intake.ledger.means import Means
from intake.ledger.places import PLACES
from intake.ledger.tail import Tail
from intake.ledger.unfold import Kept, places, records_in, take_out
from intake.vault import Database

_CLASS_PLACES = 8  # room for the six classes of a scope in the numbers of part_hash
_CODE = re.compile(r"[A-Z][A-Z0-9_]{0,31}")
_GROUNDS = frozenset(Ground)


@dataclass(slots=True)
class Destroyed:
    """What an order took away: numbers of parts, records to look at again, entries."""

    parts: set[int] = field(default_factory=set)
    dirty: set[tuple[str, str]] = field(default_factory=set)
    entries: int = 0


def part_hash(scope: str, cls: str) -> bytes:
    """Return what an erasure remembers."""
    return sha256(f"{scope}{cls}".encode())


def order_scope(part: bytes) -> Scope:
    """Return the scope of the order itself: derived from the hash, naming nobody."""
    return scope_of("record", natural_id("erasure", part.hex()))


def ground_code(ground: Ground | str) -> str:
    """Return the code of a ground that somebody here gives.

    Raises:
        InvalidAnswer: it is not one of them; free text would travel to everybody.
    """
    if ground not in _GROUNDS:
        raise InvalidAnswer(question="erasure/ground", why="unknown-code")
    return str(ground)


def _kept_ground(ground: str) -> str:
    """Return the code of a ground from elsewhere, ours or a newer one; never free text."""
    return ground if _CODE.fullmatch(ground) else Ground.OTHER.value


def remember(db: Database, part: bytes, ground: str, hlc: int, center: str) -> None:
    """Keep an order; of two orders of one center the earlier stays."""
    db.execute(
        "insert into erased (part, ground, hlc, center, gone) values (?, ?, ?, ?, 0)"
        " on conflict (part, center) do update set hlc = excluded.hlc, ground = excluded.ground"
        " where excluded.hlc < erased.hlc",
        (part, _kept_ground(ground), hlc, center),
    )


def is_destroyed(db: Database, scope: str, cls: str) -> bool:
    """Say whether a class of a scope was ordered destroyed; nothing may be said there."""
    sql = "select 1 from erased where part = ?"
    return db.one(sql, (part_hash(scope, cls),)) is not None


def has_orders(db: Database) -> bool:
    """Say whether anything was ever ordered destroyed."""
    return db.one("select 1 from erased limit 1") is not None


def orders(db: Database, parts: Iterable[bytes]) -> dict[bytes, set[str]]:
    """Return the centers that ordered each of these destroyed, where somebody did."""
    found: dict[bytes, set[str]] = {}
    for chunk in chunks(sorted(parts)):
        sql = within("select part, center from erased where part in (?*)", chunk)
        for part, center in db.all(sql, chunk):
            found.setdefault(bytes(part), set()).add(center)
    return found


def find_target(db: Database, part: bytes) -> tuple[Scope, str] | None:
    """Return which class of which known scope an order means; a look-up."""
    _hash_new_scopes(db)
    rows = db.all(
        "select part_hash.id % ?, scope.scope from part_hash"
        " join scope on scope.id = part_hash.id / ? where part_hash.hash = ?",
        (_CLASS_PLACES, _CLASS_PLACES, _short(part)),
    )
    for place, scope in rows:
        if part_hash(scope, CLASSES[place]) == part:
            return Scope(scope), CLASSES[place]
    return None


def _hash_new_scopes(db: Database) -> None:
    """Hash the scopes that came since the last order, each class of each once for ever."""
    scopes = db.all(
        "select id, scope from scope"
        " where id > (select coalesce(max(id) / ?, 0) from part_hash)",
        (_CLASS_PLACES,),
    )
    db.executemany(
        "insert into part_hash (id, hash) values (?, ?)",
        [
            (number * _CLASS_PLACES + place, _short(part_hash(scope, cls)))
            for number, scope in scopes
            for place, cls in enumerate(CLASSES)
        ],
    )


def _short(part: bytes) -> int:
    """Return as much of a hash as the look-up keeps."""
    return int.from_bytes(part[:8], "big", signed=True)


def destroy(
    means: Means, db: Database, catalogue: Catalogue, scope: Scope, cls: str
) -> Destroyed:
    """Take every word of a class of a scope out of this vault."""
    result = Destroyed()
    found = db.one(
        "select part.id, part.scope from part join scope on scope.id = part.scope"
        " where scope.scope = ? and cls = ?",
        (scope, cls),
    )
    if found is not None:
        part, number = found
        _seal_before(means, db, part)
        _take_out(db, catalogue, part, result)
        _forget_names(db, part, number)
        result.parts.add(part)
        catalogue.forget(scope, cls)
        db.execute(
            "update erased set gone = gone + ? where part = ?",
            (result.entries, part_hash(scope, cls)),
        )
    for projection in means.projections:
        projection.erase(db, scope, cls)
    return result


def _seal_before(means: Means, db: Database, part: int) -> None:
    """Seal the open segment when it holds such entries: afterwards their leaves are unknown."""
    inside = db.one(
        "select 1 from segment join entry on entry.id between segment.id * ? and"
        " segment.id * ? + segment.count where segment.state = 'open' and entry.part = ?",
        (PLACES, PLACES, part),
    )
    if inside is not None:
        Tail(db, means.device).seal()


def _take_out(db: Database, catalogue: Catalogue, part: int, result: Destroyed) -> None:
    kept = [
        Kept(*row)
        for row in db.all(
            "select id, hlc, salt, body from entry where part = ?", (part,)
        )
    ]
    gone = list(places(catalogue, kept))
    take_out(db, gone)
    refold(db, {place.cell for place in gone})
    result.entries += len(kept)
    result.dirty |= records_in(kept)


def _forget_names(db: Database, part: int, scope: int) -> None:
    """Remove the rows that still name the part, and the scope if nothing else of it is left."""
    db.execute(
        "delete from waiting where entry in (select id from entry where part = ?)",
        (part,),
    )
    db.execute("delete from batch where part = ?", (part,))
    db.execute("delete from entry where part = ?", (part,))
    db.execute("delete from part where id = ?", (part,))
    db.execute(
        "delete from rec where scope = ? and not exists (select 1 from op where op.rec = rec.id)",
        (scope,),
    )
    _forget_scope(db, scope)


def _forget_scope(db: Database, scope: int) -> None:
    """Remove a scope of which nothing is left; its number may be given again."""
    db.execute(
        "delete from scope where id = ?"
        " and not exists (select 1 from part where part.scope = scope.id)"
        " and not exists (select 1 from rec where rec.scope = scope.id)",
        (scope,),
    )
    first = scope * _CLASS_PLACES
    db.execute(
        "delete from part_hash where id between ? and ?"
        " and not exists (select 1 from scope where scope.id = ?)",
        (first, first + _CLASS_PLACES - 1, scope),
    )
