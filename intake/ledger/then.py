"""What every record said at an old position (그때의 기록): folded again from the bodies alone.

* Only what lies within the position is heard, by the rules by which it was folded then: a word
  of another class is left out, an import counts once its closing entry is there, a clock fix from
  then on. Neither history nor winners of today are looked at.
* What waits for a person is not heard. What was destroyed since is gone: ``held`` tells how many
  entries of the position are still read, so that whoever knows how many there were can say so.
* A record belongs to one scope, so scopes are folded one by one and little is held at a time.
"""

import json
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import Any, NamedTuple

from typing_extensions import override

from intake.crypto.digest import leaf
from intake.errors import InvalidAnswer
from intake.ids import RecordId, Scope, natural_id, scope_of
from intake.ledger.change import Value
from intake.ledger.fixes import Fixes
from intake.ledger.fold import tie_of
from intake.ledger.merge import Said, heads
from intake.ledger.places import LEAF12, PLACES
from intake.ledger.position import Reach
from intake.ledger.vocabulary import Vocabulary
from intake.ledger.waiting import Why
from intake.ledger.winners import Record
from intake.vault import Database

_ENTRIES = (
    "select entry.id, salt, body, entry.hlc, part.cls from scope"
    " join part on part.scope = scope.id join entry on entry.part = part.id"
    " where scope.scope = ? and part.cls in ({}) and not exists"
    " (select 1 from waiting where waiting.entry = entry.id and waiting.why <> 'newer')"
    " and not exists (select 1 from late where late.entry = entry.id and late.since > {})"
)
_COUNTED = "select id / 1024, count(*), max(id % 1024) from entry indexed by entry_part group by 1"  # fmt: skip
_UNHEARD = "select entry from waiting where why <> ? union select entry from late where since > ?"  # fmt: skip
EVER = 2**63 - 1
_Words = Mapping[tuple[str, str], Mapping[str, list["_Word"]]]


class _Word(NamedTuple):
    said: Said
    value: Value

    @override
    def __repr__(self) -> str:
        return f"_Word({self.said})"


class Then:
    """Reads what was said until a position."""

    def __init__(
        self, db: Database, vocabulary: Vocabulary, reach: Reach, stamp: int = EVER
    ) -> None:
        """Read in one moment of the vault, as far as the position reaches.

        What came to be heard after ``stamp``, in a place known before, is not heard.
        """
        self._until = stamp
        self._db, self._vocabulary = db, vocabulary
        self._limits = reach.limits
        self._slots: dict[tuple[str, str, str], bool] = {}
        self._fixes, self._places = self._clocks()

    def records(
        self, scope: Scope, entities: Collection[str], classes: Collection[str]
    ) -> Iterator[Record]:
        """Yield what these kinds of record of a scope said then, in these classes."""
        for (entity, eid), fields in self._words(scope, entities, classes).items():
            yield _record(entity, eid, scope, fields)

    def held(self) -> int:
        """Return how many entries of the position are read here now."""
        found = sum(self._within(*row) for row in self._db.all(_COUNTED))
        unheard = self._db.all(_UNHEARD, (Why.NEWER.value, self._until))
        return found - sum(self._is_known(entry) for (entry,) in unheard)

    # --- within ------------------------------------------------------------------------

    def _is_known(self, entry: int) -> bool:
        segment, place = divmod(entry, PLACES)
        return place < self._limits.get(segment, 0)

    def _within(self, segment: int, count: int, last: int) -> int:
        limit = self._limits.get(segment, 0)
        if last < limit or not limit:
            return count if limit else 0
        first = segment * PLACES
        row = self._db.one("select count(*) from entry where id between ? and ?", (first, first + limit - 1))  # fmt: skip
        return int(row[0]) if row else 0

    def _words(self, scope: Scope, entities: Collection[str], classes: Collection[str]) -> _Words:  # fmt: skip
        found: dict[tuple[str, str], dict[str, list[_Word]]] = defaultdict(dict)
        for entry, salt, body, hlc, cls, data in self._heard(scope, classes):
            stem, stamp = leaf(salt, body)[:LEAF12], self._stamp(entry, hlc, data)
            for k, (entity, eid, name, value, base) in enumerate(data["o"]):
                if entity in entities and self._fits(entity, name, cls, value):
                    said = Said(stamp, stem + tie_of(k), bytes.fromhex("".join(base)))
                    found[entity, eid].setdefault(name, []).append(_Word(said, value))
        return found

    def _heard(self, scope: Scope, classes: Collection[str]) -> Iterator[tuple[Any, ...]]:  # fmt: skip
        """Yield the entries of a scope that count, with what they say."""
        told = sorted(classes)
        rows = self._db.all(_ENTRIES.format(", ".join("?" * len(told)), self._until), (scope, *told))  # fmt: skip
        known = [(*row, json.loads(row[2])) for row in rows if self._is_known(row[0])]
        closed = {(one[4], one[5]["b"]) for one in known if one[5].get("z") and "b" in one[5]}  # fmt: skip
        for one in known:
            batch = one[5].get("b", "")
            if not batch or one[5].get("z") or (one[4], batch) in closed:
                yield one

    def _fits(self, entity: str, name: str, cls: str, value: Value) -> bool:
        key = (entity, name, cls)
        if key not in self._slots:
            self._slots[key] = self._vocabulary.class_of(entity, name) == cls
        if not self._slots[key]:
            return False
        if value is None:
            return True
        try:
            self._vocabulary.check(entity, name, value)
        except InvalidAnswer:
            return False
        return True

    # --- clocks ------------------------------------------------------------------------

    def _stamp(self, entry: int, hlc: int, data: dict[str, Any]) -> int:
        """Return where an entry stood: a fix that came later had not moved it yet."""
        if self._fixes is None:
            return hlc
        return self._fixes.effective(data["t"], *self._places[entry // PLACES])

    def _clocks(self) -> tuple[Fixes | None, Mapping[int, tuple[str, int]]]:
        if self._db.one("select 1 from clockfix limit 1") is None:
            return None, {}
        places = self._db.all("select segment.id, log.log, n from segment join log on log.id = segment.log")  # fmt: skip
        return Fixes(self._db, self._was_fixed), {one: (log, n) for one, log, n in places}  # fmt: skip

    def _was_fixed(self, log: str, tie: bytes) -> bool:
        """Whether a fix was said within the position; of one whose entry is gone nobody knows."""
        scope = scope_of("record", natural_id("clockfix", log))
        rows = self._db.all(_ENTRIES.format("?", self._until), (scope, "core"))
        told = [row[0] for row in rows if leaf(row[1], row[2])[:LEAF12] == tie[:LEAF12]]
        return not told or any(map(self._is_known, told))


def _record(entity: str, eid: str, scope: Scope, fields: Mapping[str, list[_Word]]) -> Record:  # fmt: skip
    values: dict[str, Value] = {}
    conflicts, said = set(), 0
    for name, words in fields.items():
        if len(words) == 1:  # nearly every field: said once
            values[name], said = words[0].value, max(said, words[0].said.hlc)
            continue
        standing = heads(one.said for one in words)
        by_tie = {one.said.tie: one.value for one in words}
        values[name], said = by_tie[standing[0].tie], max(said, standing[0].hlc)
        if len({(type(by_tie[one.tie]), by_tie[one.tie]) for one in standing}) > 1:
            conflicts.add(name)  # two different words, said without knowing each other
    return Record(entity, RecordId(eid), scope, said, MappingProxyType(values), frozenset(conflicts))  # fmt: skip


def scopes_of(db: Database, kinds: Iterable[str]) -> Iterator[Scope]:
    """Yield every scope of these kinds that anything is known of, the first noted first."""
    for kind in kinds:
        rows = db.all("select scope from scope where scope like ? order by id", (f"{kind}/%",))  # fmt: skip
        yield from (Scope(scope) for (scope,) in rows)
