"""Undo by saying the former words again.

* Only what is still shown can be undone: where somebody has spoken since, look again first.
  What came since and was itself taken back does not count: then the very word stands again.
* A record that the action brought into being is taken back whole.
"""

from collections.abc import Iterable
from typing import NamedTuple

from typing_extensions import override

from intake.errors import NotFound, OutOfDate
from intake.ids import Scope
from intake.ledger.change import Deed, EntryId, Value
from intake.ledger.fold import tie_of, value_in
from intake.ledger.reading import Row, rows_of
from intake.ledger.saying import Say
from intake.vault import Database

REASON = "undo"


class Former(NamedTuple):
    """A field and what it said before."""

    entity: str
    eid: str
    field: str
    value: Value

    @override
    def __repr__(self) -> str:
        return f"Former({self.entity!r}, {self.eid!r}, {self.field!r})"


class Undoing(NamedTuple):
    """What undoing an action says again."""

    scope: Scope
    words: tuple[Former, ...]
    born: frozenset[tuple[str, str]]

    def say(self, say: Say) -> None:
        """Say it."""
        for entity, eid in sorted(self.born):
            say.retract(entity, eid, REASON)
        for word in self.words:
            if (word.entity, word.eid) not in self.born:
                say.set(*word)


def plan(db: Database, entries: Iterable[EntryId]) -> Undoing:
    """Find what the entries of one action replaced.

    Raises:
        NotFound: an entry is not here, or was destroyed.
        OutOfDate: somebody has spoken of one of the fields since.
    """
    wanted = sorted(set(entries))
    rows = rows_of(db, list(wanted))
    if not rows or len(rows) != len(wanted):
        raise NotFound(entity="entry")
    words = [word for number in wanted for word in _formers(db, rows[number])]
    said = {(word.entity, word.eid) for word in words}
    born = frozenset(key for key in said if _is_born(db, *key, wanted))
    return Undoing(Scope(rows[wanted[0]].scope), tuple(words), born)


def _formers(db: Database, row: Row) -> list[Former]:
    found = []
    for k, (entity, eid, field, value, base) in enumerate(row.data["o"]):
        place = db.one(
            "select winner.rec, winner.field, winner.hlc, winner.tie from rec"
            " join winner on winner.rec = rec.id join name on name.id = winner.field"
            " where rec.eid = ? and rec.entity = ? and name.name = ?",
            (bytes.fromhex(eid.replace("-", "")), entity, f"{entity}/{field}"),
        )
        stands = place is not None and place[3] == row.stem + tie_of(k)
        if place is None or not (stands or _is_back(db, place, value)):
            raise OutOfDate(entity=entity)
        found.append(
            Former(entity, eid, field, _before(db, (place[0], place[1]), base))
        )
    return found


def _is_back(db: Database, place: tuple[int, int, int, bytes], value: Value) -> bool:
    """Whether an undo said this very word again: what came after it was taken back."""
    rec, field, hlc, tie = place
    found = db.one(
        "select entry from op where rec = ? and field = ? and tie = ?",
        (rec, field, tie),
    )
    said = rows_of(db, [EntryId(found[0])]).get(EntryId(found[0])) if found else None
    if said is None or said.data["d"] != Deed.UNDO.value:
        return False
    shown = value_in(db, (rec, field), hlc, tie)
    return type(shown) is type(value) and shown == value


def _before(db: Database, key: tuple[int, int], base: list[str]) -> Value:
    """Return the newest of the values an operation replaced."""
    ties = {bytes.fromhex(tie) for tie in base}
    ops = db.all(
        "select hlc, tie from op where rec = ? and field = ? order by hlc desc, tie desc",
        key,
    )
    for hlc, tie in ops:
        if tie in ties:
            return value_in(db, key, hlc, tie)
    return None


def _is_born(db: Database, entity: str, eid: str, entries: list[EntryId]) -> bool:
    """Say whether every word about a record was said in these entries."""
    said = db.all(
        "select distinct op.entry from rec join op on op.rec = rec.id"
        " where rec.eid = ? and rec.entity = ?",
        (bytes.fromhex(eid.replace("-", "")), entity),
    )
    return {row[0] for row in said} <= set(entries)
