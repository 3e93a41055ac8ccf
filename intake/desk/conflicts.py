"""Conflicts of two laptops (엇갈린 기록): both values in sight, settled by a person.

* Nothing is lost while it stands: every page shows the newer word, the other waits here.
* One of the values is kept, or a third one is given; every word stays in the history. A
  settling is undone like any other step: both words stand again, each as whose it was.
* Of a case that is not hers to see, only the number and the field are shown. What another
  center says of its own case only that center settles.
"""

from functools import partial

from intake.clock import ms_of
from intake.consent.reserved import BOOKS, is_reserved
from intake.desk.lines import names_of_centers
from intake.desk.records import Records
from intake.desk.rooms import Rooms
from intake.desk.views.conflicts import ConflictLine, ConflictSide
from intake.errors import HandedOver, InvalidInput, NotFound
from intake.exchange.handing import owner_of
from intake.ids import record_of
from intake.ledger import Deed
from intake.ledger.report import Conflict, Head
from intake.register import CODES, SCHEMA, Field, Sensitivity, Type, Value
from intake.trust import read_card

_MOST = 200
_AGAIN = frozenset({Deed.UNDO, Deed.SETTLE})  # they say a word again


class Conflicts:
    """What can be done where two people wrote down something different."""

    def __init__(self, rooms: Rooms) -> None:
        """Work in these rooms."""
        self._rooms = rooms

    def listing(self, limit: int = _MOST) -> tuple[ConflictLine, ...]:
        """Return what waits to be settled over all cases, the newest difference first."""
        found = sorted(self._all(), key=_newest, reverse=True)
        return tuple(self._line(one) for one in found[:limit])

    def of_case(self, case: str) -> tuple[ConflictLine, ...]:
        """Return what waits in one case."""
        return tuple(self._line(one) for one in self._all() if _case_of(one) == case)

    def counts(self) -> dict[str, int]:
        """Return how many wait, in how many cases, for the page of the day."""
        found = self._all()
        cases = {case for one in found if (case := _case_of(one))}
        return {"fields": len(found), "cases": len(cases)}

    def settle(
        self,
        entity: str,
        record: str,
        field: str,
        keep: str = "",
        instead: str | int | bool | None = None,
    ) -> None:
        """Settle one: ``keep`` is the side that stays, ``instead`` a third value.

        Raises:
            NotFound: nothing differs there (any more).
            InvalidInput: neither is given, or ``keep`` is none of the sides.
            NotYours: it is not hers to say, or has a verb of its own.
            HandedOver: another center settles it.
        """
        standing = self._one(entity, record, field)
        if not self._is_ours(standing):
            raise HandedOver(what="case")
        value: Value = instead
        if keep:
            value = _kept(standing, keep)
        elif instead is None:
            raise InvalidInput(what="value", why="empty")
        elif SCHEMA[entity].by_name[field].type is Type.INT:
            value = _number(instead)
        Records(self._rooms).settle(entity, record, field, value)

    def _all(self) -> tuple[Conflict, ...]:
        """Return every conflict of a record that is still there."""
        return tuple(one for one in self._rooms.ledger.conflicts() if self._counts(one))

    def _counts(self, one: Conflict) -> bool:
        known = SCHEMA.get(one.entity)
        if known is None or one.field not in known.by_name or one.entity in BOOKS:
            return False
        row = self._rooms.register.get(one.entity, one.eid)
        return row is not None and not row.gone

    def _one(self, entity: str, record: str, field: str) -> Conflict:
        for one in self._all():
            if (one.entity, one.eid, one.field) == (entity, record, field):
                return one
        raise NotFound(entity=entity if entity in SCHEMA else "record")

    def _line(self, one: Conflict) -> ConflictLine:
        rooms, case = self._rooms, _case_of(one)
        said = SCHEMA[one.entity].by_name[one.field]
        seen = rooms.sight.sees(case) if case else rooms.sight.sees_record(one.entity, one.eid)  # fmt: skip
        masked = not seen
        row = rooms.register.get("case", case) if case else None
        return ConflictLine(
            case=case,
            number=str(row["number"] or "") if row else "",
            entity=one.entity,
            record=one.eid,
            field=one.field,
            entity_label_id=SCHEMA[one.entity].label_id,
            label_id=said.label_id,
            sides=tuple(
                self._side(head, said, masked=masked, shown=not place)
                for place, head in enumerate(
                    map(partial(self._first_said, one), one.heads)
                )
            ),
            masked=masked,
            may_settle=not masked and self._is_ours(one),
            free=not is_reserved(one.entity, one.field),
            choices=tuple(
                (code, CODES.label_in(said.choices, code, rooms.language))
                for code in _codes(said)
            ),
        )

    def _side(
        self, head: Head, said: Field, *, masked: bool, shown: bool
    ) -> ConflictSide:
        hidden = masked or said.sensitive is Sensitivity.SECRET
        return ConflictSide(
            ref=head.ref,
            text="" if hidden else self._shown(said, head.value),
            who=head.actor,
            ms=ms_of(head.stamp),
            device=self._laptops().get(head.device, head.device),
            center=head.center,
            center_name=names_of_centers(self._rooms)(head.center),
            shown=shown,
        )

    def _first_said(self, one: Conflict, head: Head) -> Head:
        """Return a word with who said it first: taking a settling back only says it again."""
        words = self._rooms.ledger.history(one.entity, one.eid, one.field)
        known = {word.ref: word for word in words}
        again = known.get(head.ref)
        if again is None or again.deed != Deed.UNDO:
            return head
        for word in words:
            same = type(word.value) is type(head.value) and word.value == head.value
            if same and word.deed not in _AGAIN and word.stamp < head.stamp:
                return Head(head.ref, head.value, word.actor, word.stamp, word.log, word.device, word.center)  # fmt: skip
        return head

    def _laptops(self) -> dict[str, str]:
        """Return what this center calls its laptops."""
        trust = self._rooms.exchange.trust
        return {one.device: one.name for one in read_card(trust.card_file()).devices}

    def _shown(self, said: Field, value: Value) -> str:
        if value is None:
            return ""
        if said.type is Type.CODE:
            return CODES.label_in(said.choices, str(value), self._rooms.language)
        if said.type is Type.BOOL:
            return self._rooms.texts("conflict-yes" if value else "conflict-no")
        return str(value)

    def _is_ours(self, one: Conflict) -> bool:
        with self._rooms.vault.reading() as db:
            owner = owner_of(db, one.scope)
        return owner in {"", self._rooms.who.center_code}


def _case_of(one: Conflict) -> str:
    return record_of(one.scope) if one.scope.startswith("case/") else ""


def _newest(one: Conflict) -> tuple[int, str, str]:
    return (max(head.stamp for head in one.heads), one.eid, one.field)


def _kept(one: Conflict, ref: str) -> Value:
    for head in one.heads:
        if head.ref == ref:
            return head.value
    raise InvalidInput(what="value", why="not-one-of-them")


def _number(said: str | int | bool) -> int:
    try:
        return int(said)
    except ValueError as error:
        raise InvalidInput(what="value", why="not-a-number") from error


def _codes(said: Field) -> tuple[str, ...]:
    if said.type is not Type.CODE:
        return ()
    return tuple(code.code for name in said.choices for code in CODES.lists[name])
