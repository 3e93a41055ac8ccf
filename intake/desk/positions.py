"""Keeping until which word was counted (기준 위치), so that a figure can be counted again.

* A figure names the hash of its position; the position itself is a record of that name, said once
  for everything that was frozen at it. It is a book of the center: it stays at home, and lies on
  each of its laptops.
* Beside the logs it keeps what decides and is in no log: who was believed as a central desk, and
  which cases their centers wanted destroyed (철회), each as a short hash that names nobody.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256

from intake import exchange
from intake.counting import AsOf
from intake.crypto.digest import canonical_json
from intake.desk.rooms import Rooms
from intake.errors import NotFound
from intake.ids import Scope, natural_id, scope_of
from intake.ledger import Deed
from intake.ledger.position import Position
from intake.ledger.then import EVER, Then
from intake.register import VOCABULARY

_PIECE = 15_000  # letters; a long text holds 16,000
_SHORT = 12  # hexadecimal digits of a hash that says which case was taken back


@dataclass(frozen=True, slots=True)
class KeptPosition:
    """A position that was kept, with what decides beside it."""

    hash: str
    position: Position
    held: int  # entries that were read then
    central: frozenset[str] = frozenset()
    away: frozenset[str] = frozenset()
    stamp: int = EVER  # the newest that was known

    def is_away(self, scope: Scope) -> bool:
        """Whether its center wanted a case destroyed already."""
        return bool(self.away) and _short(self.hash, scope) in self.away


def as_of_now(rooms: Rooms) -> AsOf:
    """Return the position of this moment, with all it takes to come back to it."""
    day = rooms.clock.today().isoformat()
    with rooms.vault.reading() as db:
        position = Position.now(db)
    name = position.hash
    away = sorted({_short(name, one.scope) for one in exchange.withdrawn(rooms.exchange)})  # fmt: skip
    central = sorted(rooms.exchange.trust.central_codes())
    told = {
        "away": away,
        "central": central,
        "logs": json.loads(position.text),
        "stamp": rooms.ledger.clock.last,
    }
    return AsOf(name, day, canonical_json(told).decode())


def keep_position(rooms: Rooms, as_of: AsOf) -> None:
    """Keep a position, where it is not kept yet."""
    if not as_of.told or _pieces(rooms, as_of.position):
        return
    kept = _read(as_of.position, as_of.told, 0)
    if kept is None:
        return
    with rooms.vault.reading() as db:
        held = Then(db, VOCABULARY, kept.position.here(db), kept.stamp).held()
    for place, piece in enumerate(_cut(as_of.told)):
        record = _id(as_of.position, place)
        with rooms.saying(Deed.PAPER, scope_of("record", record)) as say:
            say.set("position", record, "hash", as_of.position)
            say.set("position", record, "place", place)
            say.set("position", record, "told", piece)
            say.set("position", record, "held", held)


def position_of(rooms: Rooms, name: str) -> KeptPosition:
    """Return a position by its hash.

    Raises:
        NotFound: it was never kept, not all of it is here, or it is not what its name says.
    """
    pieces = _pieces(rooms, name)
    told = "".join(text for text, _ in pieces)
    kept = _read(name, told, pieces[0][1]) if pieces else None
    if kept is None:
        raise NotFound(entity="position")
    return kept


def _pieces(rooms: Rooms, name: str) -> list[tuple[str, int]]:
    """Return the pieces of a position in order; one that somebody put beside them is none."""
    found: list[tuple[str, int]] = []
    while name:
        row = rooms.register.get("position", _id(name, len(found)))
        if row is None or row["hash"] != name:
            break
        found.append((str(row["told"] or ""), int(row["held"] or 0)))
    return found


def _read(name: str, told: str, held: int) -> KeptPosition | None:
    try:
        said = json.loads(told)
        logs = json.dumps(said["logs"])
        central, away = (frozenset(map(str, said[one])) for one in ("central", "away"))
        stamp = int(said["stamp"])
    except (ValueError, TypeError, KeyError, RecursionError):
        return None
    position = Position.read(logs)
    if position is None or position.hash != name or not 0 <= stamp <= EVER:
        return None
    return KeptPosition(name, position, held, central, away, stamp)


def _cut(told: str) -> Iterator[str]:
    return (told[at : at + _PIECE] for at in range(0, len(told), _PIECE))


def _id(name: str, place: int) -> str:
    return natural_id("position", name, str(place))


def _short(name: str, scope: Scope) -> str:
    return sha256(f"{name}/{scope}".encode()).hexdigest()[:_SHORT]
