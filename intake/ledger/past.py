"""All that was said of some records, to find what an action replaced.

Read in a few looks for all records together, and each body once: taking back a step about
ten thousand records asks for the past of some dozens at a time.
"""

import json
from collections.abc import Collection, Iterable
from typing import Any, NamedTuple, TypeAlias

from intake.errors import DamagedVault
from intake.ledger.catalogue import chunks, within
from intake.ledger.change import Deed, EntryId, Value
from intake.ledger.fold import number_in
from intake.vault import Database

Place: TypeAlias = tuple[bytes, str]  # record, entity/field


class _Once(NamedTuple):
    """One operation: its stamp, its tie, the entry it was said in."""

    hlc: int
    tie: bytes
    entry: int


class Past:
    """What is shown of some records, and every operation that ever was."""

    def __init__(self, db: Database, eids: Iterable[str]) -> None:
        """Read what is shown, and which operations of which entries there were."""
        self._db = db
        self.shown: dict[Place, bytes] = {}
        self._said: dict[Place, list[_Once]] = {}
        self._bodies: dict[int, dict[str, Any]] = {}
        for chunk in chunks(sorted({blob_of(eid) for eid in eids})):
            for eid, name, tie in db.all(within(_SHOWN, chunk), chunk):
                self.shown[eid, name] = tie
            for eid, name, *once in db.all(within(_SAID, chunk), chunk):
                self._said.setdefault((eid, name), []).append(_Once(*once))
        self._entries: dict[tuple[bytes, str], set[int]] = {}
        for (eid, name), every in self._said.items():
            entries = self._entries.setdefault((eid, name.partition("/")[0]), set())
            entries.update(once.entry for once in every)

    def is_back(self, place: Place, tie: bytes, value: Value) -> bool:
        """Whether an undo said this very word again: what came after it was taken back."""
        found = next((one for one in self._said.get(place, ()) if one.tie == tie), None)
        if found is None or self._body(found.entry)["d"] != Deed.UNDO.value:
            return False
        shown = self._value(found)
        return type(shown) is type(value) and shown == value

    def before(self, place: Place, base: list[str]) -> tuple[Value, ...]:
        """Return the values an operation replaced, the newest first; each once."""
        ties = {bytes.fromhex(tie) for tie in base}
        known = (one for one in self._said.get(place, ()) if one.tie in ties)
        values = [self._value(one) for one in sorted(known, reverse=True)]
        return tuple({(type(v), v): v for v in values}.values()) or (None,)

    def is_born(self, entity: str, eid: str, entries: Collection[EntryId]) -> bool:
        """Say whether every word about a record was said in these entries."""
        return self._entries.get((blob_of(eid), entity), set()) <= set(entries)

    def _value(self, one: _Once) -> Value:
        value: Value = self._body(one.entry)["o"][number_in(one.tie)][3]
        return value

    def _body(self, entry: int) -> dict[str, Any]:
        if entry not in self._bodies:
            found = self._db.one("select body from entry where id = ?", (entry,))
            if found is None:
                raise DamagedVault
            self._bodies[entry] = json.loads(found[0])
        return self._bodies[entry]


def blob_of(eid: str) -> bytes:
    """Return an id as the tables keep it."""
    return bytes.fromhex(eid.replace("-", ""))


_SHOWN = (
    "select rec.eid, name.name, winner.tie from rec join winner on winner.rec = rec.id"
    " join name on name.id = winner.field where rec.eid in (?*)"
)
_SAID = (
    "select rec.eid, name.name, op.hlc, op.tie, op.entry from rec join op on op.rec = rec.id"
    " join name on name.id = op.field where rec.eid in (?*)"
)
