"""One action being said: collect words, then write them as one entry for each class.

* What is already shown is not said again.
* ``base`` names the operation shown now: what the person saw. Where others' words stand
  beside it unseen, they stay beside it; only ``settle`` names them all.
* Text is NFC. A word too long for a body is refused where it is said.
"""

import unicodedata
import uuid
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple, TypeAlias

from typing_extensions import override

from intake.errors import InvalidAnswer
from intake.ids import RecordId, Scope
from intake.ledger import body as bodies
from intake.ledger.catalogue import Catalogue, chunks, within
from intake.ledger.change import (
    BODY_LIMIT,
    CLASSES,
    DELETED,
    Deed,
    Entry,
    EntryId,
    Op,
    Outcome,
    Ref,
    Value,
)
from intake.ledger.erasure import is_destroyed
from intake.ledger.fold import value_at
from intake.ledger.means import Means
from intake.ledger.merge import Said, heads
from intake.ledger.tail import Tail, keep_clock
from intake.ledger.telling import Arrived, Origin, Teller
from intake.ledger.waiting import Why
from intake.vault import Database

_LARGEST = 2**53 - 1
_FEW = 3  # words that are quicker asked about one by one

_Place: TypeAlias = tuple[str, str, str]  # entity, record, field


@dataclass(frozen=True, slots=True)
class Act:
    """Who does what, about which scope, as part of which bulk import."""

    deed: Deed
    scope: Scope
    actor: str
    batch: str = ""


class _Word(NamedTuple):
    value: Value
    settles: bool
    beside: tuple[Value, ...] = ()  # said again as well: they stand beside the value

    @override
    def __repr__(self) -> str:
        return f"_Word(settles={self.settles})"


class _Shown(NamedTuple):
    """The field as it stands: the value shown, the operation that gave it, all heads."""

    value: Value
    tie: bytes
    heads: tuple[bytes, ...]

    @override
    def __repr__(self) -> str:
        return f"_Shown({self.tie.hex()}, heads={len(self.heads)})"


class Say:
    """Takes the words of one action; written when the ``with`` block ends."""

    def __init__(self, means: Means, db: Database, act: Act) -> None:
        """Begin with nothing said."""
        self._means = means
        self._db = db
        self._act = act
        self._words: dict[_Place, _Word] = {}
        self._ids: dict[str, RecordId] = {}
        self._classes: dict[tuple[str, str], str | None] = {}
        self._outcome: Outcome | None = None

    @property
    def outcome(self) -> Outcome:
        """What was written; known when the block has ended."""
        return self._outcome or Outcome((), frozenset(), self._act.scope)

    @property
    def spoken(self) -> tuple[tuple[str, str, Value], ...]:
        """What was said so far: entity, field and value; asked before it is written."""
        return tuple(
            (entity, field, word.value)
            for (entity, _, field), word in self._words.items()
        )

    def set(self, entity: str, eid: str, field: str, value: Value) -> None:
        """Say that a field of a record has a value; None takes the word back.

        Raises:
            InvalidAnswer: the field is unknown, or the value does not fit it.
        """
        self._take(entity, eid, field, value, settles=False)

    def settle(self, entity: str, eid: str, field: str, value: Value) -> None:
        """Settle a conflict (엇갈림): this value, having seen all that stand there."""
        self._take(entity, eid, field, value, settles=True)

    def retract(self, entity: str, eid: str, reason: str) -> None:
        """Take a record back, for a reason."""
        self.set(entity, eid, DELETED, reason)

    def reopen(
        self, entity: str, eid: str, field: str, values: Sequence[Value]
    ) -> None:
        """Say words again that stood beside each other (엇갈림), the one to be shown first."""
        for value in reversed(values):
            self._take(entity, eid, field, value, settles=False)
        place = (entity, self._id(f"{entity}/{field}", eid), field)
        self._words[place] = self._words[place]._replace(beside=tuple(values[1:]))

    def heads(self, entity: str, eid: str, field: str) -> tuple[Ref, ...]:
        """Return the operations that stand in a field, the one shown first."""
        shown = shown_now(self._db, entity, eid, field)
        return tuple(tie.hex() for tie in shown.heads) if shown else ()

    def _take(
        self, entity: str, eid: str, field: str, value: Value, *, settles: bool
    ) -> None:
        vocabulary = self._means.vocabulary
        question = f"{entity}/{field}"
        if self._class_of(entity, field) is None:
            raise InvalidAnswer(question=question, why="unknown-field")
        if isinstance(value, str):
            value = unicodedata.normalize("NFC", value)
            value = vocabulary.clean(entity, field, value)
        _check_scalar(question, value)
        if value is not None:
            vocabulary.check(entity, field, value)
        self._words[entity, self._id(question, eid), field] = _Word(value, settles)

    def _class_of(self, entity: str, field: str) -> str | None:
        """Return the class of a field; each is looked up once."""
        key = (entity, field)
        if key not in self._classes:
            self._classes[key] = self._means.vocabulary.class_of(entity, field)
        return self._classes[key]

    def _id(self, question: str, eid: str) -> RecordId:
        """Return the canonical spelling of an id; each is looked at once."""
        known = self._ids.get(eid)
        if known is None:
            known = self._ids[eid] = _uuid(question, eid)
        return known

    def write(self) -> None:
        """Write what was said: one entry for each class touched, and let everybody follow."""
        catalogue = Catalogue(self._db, self._means.vocabulary, checked=True)
        ops = self._ops()
        arrived = [
            self._append(catalogue, cls, ops[cls]) for cls in CLASSES if ops.get(cls)
        ]
        told = sum(
            len({(op.entity, op.eid, op.field) for op in every})
            for every in ops.values()
        )
        dropped = len(self._words) - told
        touched = {op.entity for cls in ops for op in ops[cls]}
        if arrived:
            teller = Teller(self._means, self._db, catalogue, None)
            applied = teller.tell(arrived)
            if applied.count(Why.ELSEWHERE, Why.NEWER):
                raise InvalidAnswer(question=str(self._act.scope), why="elsewhere")
            teller.project(applied.dirty)
        self._outcome = Outcome(
            tuple(EntryId(one.entry) for one in arrived),
            frozenset(touched),
            self._act.scope,
            dropped,
        )

    def _ops(self) -> dict[str, list[Op]]:
        """Return the operations by class, without those that say what is shown already."""
        found: dict[str, list[Op]] = {}
        standing = shown_in(self._db, self._words)
        for place, word in self._words.items():
            entity, _, field = place
            cls = self._class_of(entity, field)
            told = _told(place, word, standing.get(place))
            if told and cls is not None:
                found.setdefault(cls, []).extend(told)
        return found

    def _append(self, catalogue: Catalogue, cls: str, ops: Iterable[Op]) -> Arrived:
        act, means = self._act, self._means
        if is_destroyed(self._db, act.scope, cls):
            raise InvalidAnswer(question=f"{act.scope}", why="destroyed")
        entry = Entry(
            stamp=means.clock.next(),
            scope=act.scope,
            cls=cls,
            actor=act.actor,
            deed=str(act.deed),
            schema=means.vocabulary.version,
            ops=tuple(ops),
            batch=act.batch,
        )
        return append(means, self._db, catalogue, entry)


def append(means: Means, db: Database, catalogue: Catalogue, entry: Entry) -> Arrived:
    """Write an entry at the end of the own log; return it ready to be applied."""
    body = bodies.write(entry)
    if len(body) > BODY_LIMIT:
        raise InvalidAnswer(question=f"{entry.scope}", why="too-long", limit=BODY_LIMIT)
    place = Tail(db, means.device).append(catalogue, entry, body)
    keep_clock(db, entry.stamp)
    origin = Origin(place.log, place.n, means.device.device, means.device.center)
    data = bodies.read(body)
    return Arrived(
        place.entry, place.leaf, place.stamp, place.part, place.scope, data, origin
    )


def shown_now(db: Database, entity: str, eid: str, field: str) -> _Shown | None:
    """Return what stands in a field; None when nobody has spoken of it."""
    row = db.one(
        f"{_CELL} where rec.eid = ? and rec.entity = ? and name.name = ?",
        (_blob(eid), entity, f"{entity}/{field}"),
    )
    return None if row is None else _shown(db, row[2:])


def shown_in(db: Database, wanted: Collection[_Place]) -> dict[_Place, _Shown]:
    """Return what stands in many fields; those nobody has spoken of are not among them.

    Records said together are asked about together: hundreds of words cost a look or two.
    """
    if len(wanted) <= _FEW:
        each = {place: shown_now(db, *place) for place in wanted}
        return {place: shown for place, shown in each.items() if shown}
    names = {(_blob(p[1]), f"{p[0]}/{p[2]}"): p for p in wanted}
    found = {}
    for chunk in chunks(sorted({eid for eid, _ in names})):
        sql = within(f"{_CELL} where rec.eid in (?*)", chunk)
        for eid, name, *cell in db.all(sql, chunk):
            place = names.get((eid, name))
            if place is not None:
                found[place] = _shown(db, cell)
    return found


def _shown(db: Database, cell: Sequence[Any]) -> _Shown:
    rec, number, hlc, tie, count, text = cell
    value = value_at(db, (rec, number), hlc, tie, text)
    return _Shown(value, tie, (tie,) if count == 1 else _heads(db, rec, number))


def _blob(eid: str) -> bytes:
    return bytes.fromhex(eid.replace("-", ""))


def _heads(db: Database, rec: int, number: int) -> tuple[bytes, ...]:
    sql = "select hlc, tie, base from op where rec = ? and field = ?"
    return tuple(
        one.tie for one in heads(Said(*row) for row in db.all(sql, (rec, number)))
    )


def _told(place: _Place, word: _Word, shown: _Shown | None) -> list[Op]:
    """Return the operations of a word; of several beside each other the last is shown."""
    if word.beside and shown is not None:
        base = (shown.tie.hex(),)
        values = (*reversed(word.beside), word.value)
        return [Op(*place, value, base) for value in values]
    op = _op(place, word, shown)
    return [] if op is None else [op]


def _op(place: _Place, word: _Word, shown: _Shown | None) -> Op | None:
    """Return the operation, or None where it would say nothing new."""
    if shown is None:
        return None if word.value is None else Op(*place, word.value)
    same = type(shown.value) is type(word.value) and shown.value == word.value
    if same and not (word.settles and len(shown.heads) > 1):
        return None
    base = shown.heads if word.settles else (shown.tie,)
    return Op(*place, word.value, tuple(tie.hex() for tie in base))


def _check_scalar(question: str, value: Value) -> None:
    if isinstance(value, str):
        if not bodies.is_text(value):
            raise InvalidAnswer(question=question, why="not-text")
        if len(value.encode()) > BODY_LIMIT - 1024:
            raise InvalidAnswer(question=question, why="too-long", limit=BODY_LIMIT)
    elif isinstance(value, int) and abs(value) > _LARGEST:
        raise InvalidAnswer(question=question, why="out-of-bounds")
    elif not isinstance(value, int | None):
        raise InvalidAnswer(question=question, why="not-a-value")


def _uuid(question: str, eid: str) -> RecordId:
    try:
        return RecordId(str(uuid.UUID(eid)))
    except (ValueError, AttributeError, TypeError) as error:
        raise InvalidAnswer(question=question, why="not-an-id") from error


_CELL = (
    "select rec.eid, name.name, winner.rec, winner.field, hlc, tie, heads, value from rec"
    " join winner on winner.rec = rec.id join name on name.id = winner.field"
)
