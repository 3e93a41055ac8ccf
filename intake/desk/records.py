"""Any record of any kind (기록): for the terminal, for import, and for pages of single entities.

* Every field is checked by the register's vocabulary; an unknown field is refused.
* A record is never deleted, only withdrawn with a reason; its history stays.
* What has a verb of its own (custody, consent, a hold) is said by that verb and not here; the
  key of a sealed file is shown to nobody.
"""

import dataclasses
import re
from collections.abc import Collection, Mapping

from intake.clock import ms_of
from intake.consent.reserved import is_reserved
from intake.desk.addresses import Addresses
from intake.desk.rooms import Rooms
from intake.desk.views import ConflictHead, ConflictView
from intake.errors import InvalidInput, NotYours, OnHold
from intake.ids import Scope, new_id, scope_of
from intake.ledger import Deed
from intake.ledger.change import DELETED
from intake.ledger.report import Conflict, Word
from intake.register import CODES, SCHEMA, Row, Sensitivity, Type, Value
from intake.register.keys import identifier_id

_REASON = re.compile(r"[a-z]{1,16}(-[a-z]{1,16}){0,3}")


class Records:
    """What can be done with any record."""

    def __init__(self, rooms: Rooms) -> None:
        """Work in these rooms."""
        self._rooms = rooms

    def list(self, entity: str, case: str = "") -> tuple[Row, ...]:
        """Return the records of one kind, of one case or of all."""
        found = self._rooms.register.find(entity, **({"case": case} if case else {}))
        return tuple(map(_without_keys, found))

    def get(self, entity: str, record: str) -> Row:
        """Return one record, withdrawn or not.

        Raises:
            NotFound: there is none.
        """
        return _without_keys(self._rooms.record(entity, record))

    def add(self, entity: str, case: str, said: Mapping[str, Value]) -> str:
        """Add a record; a fact with a natural key that is there already is that record.

        An account of the victim's own becomes an ``own_account``: it is identity and stays.

        Raises:
            NotYours: it has a verb of its own.
        """
        if entity == "identifier" and said.get("role") == "VICTIM":
            own = {
                name: said[name] for name in ("kind", "value", "site") if name in said
            }
            return self.add("own_account", case, own)
        record, said = self._placed(entity, case, said)
        _check_open(entity, said)
        with self._rooms.saying(Deed.ADD, self._scope(entity, case, record)) as say:
            if SCHEMA[entity].in_case:
                say.set(entity, record, "case", case)
            for name, value in said.items():
                say.set(entity, record, name, value)
        return record

    def change(self, entity: str, record: str, said: Mapping[str, Value]) -> None:
        """Change fields of a record, all in one action.

        Raises:
            NotYours: one of them has a verb of its own.
        """
        _check_open(entity, said)
        with self._rooms.saying(Deed.CHANGE, self._scope_of(entity, record)) as say:
            for name, value in said.items():
                say.set(entity, record, name, value)

    def retract(self, entity: str, record: str, reason: str) -> None:
        """Withdraw a record for a reason: a code, for it travels with the record's own class.

        Raises:
            InvalidInput: the reason is in words.
            NotYours: it has a verb of its own. OnHold: the case must be kept.
        """
        if not _REASON.fullmatch(reason):
            raise InvalidInput(what="reason", why="words")
        _check_open(entity, (DELETED,))
        self._check_kept(entity, record)
        with self._rooms.saying(Deed.RETRACT, self._scope_of(entity, record)) as say:
            say.retract(entity, record, reason)

    def history(self, entity: str, record: str) -> tuple[Word, ...]:
        """Return everything that was ever said of a record, newest first."""
        words = self._rooms.ledger.history(entity, record)
        keys = _keys(entity)
        return tuple(
            dataclasses.replace(one, value=None) if one.field in keys else one
            for one in words
        )

    def conflicts(self, case: str) -> tuple[ConflictView, ...]:
        """Return the fields of a case about which two people did not see each other's words."""
        found = self._rooms.ledger.conflicts(scope_of("case", case))
        return tuple(_conflict(one, self._rooms.language) for one in found)

    def settle(self, entity: str, record: str, name: str, value: Value) -> None:
        """Settle a conflict with a person's decision; every word stays in the history.

        Raises:
            NotYours: it has a verb of its own, and nobody said this of it.
        """
        if is_reserved(entity, name):
            self._check_said(entity, record, name, value)
        with self._rooms.saying(Deed.SETTLE, self._scope_of(entity, record)) as say:
            say.settle(entity, record, name, value)

    def _check_said(self, entity: str, record: str, name: str, value: Value) -> None:
        """Of two words that stand, one may be chosen; a third has its own verb."""
        place = (entity, record, name)
        said = [
            head.value
            for one in self._rooms.ledger.conflicts(self._scope_of(entity, record))
            if (one.entity, one.eid, one.field) == place
            for head in one.heads
        ]
        if value not in said:
            raise NotYours(what="own-verb")

    def _check_kept(self, entity: str, record: str) -> None:
        """Neither a case that must be kept goes, nor a piece of its evidence."""
        if entity not in {"case", "evidence"}:
            return
        row = self._rooms.record(entity, record)
        case = row if entity == "case" else self._rooms.case(str(row["case"]))
        if case["hold"] or case["keep_evidence"]:
            raise OnHold(cls=entity)

    def _placed(
        self, entity: str, case: str, said: Mapping[str, Value]
    ) -> tuple[str, Mapping[str, Value]]:
        """Return the record, and what is said of it: an address in its one spelling."""
        if entity != "posting" or not said.get("url"):
            return self._id_for(entity, case, said), said
        spot = Addresses(self._rooms, case).spot(str(said["url"]))
        rest = {name: value for name, value in said.items() if name != "url"}
        return spot.record, {**spot.said, **rest}

    def _id_for(self, entity: str, case: str, said: Mapping[str, Value]) -> str:
        if entity not in SCHEMA:
            raise InvalidInput(what="entity", why="unknown")
        if entity in {"identifier", "own_account"} and said.get("value"):
            return identifier_id(case, str(said.get("kind")), str(said["value"]))
        return new_id(self._rooms.clock.wall())

    def _scope(self, entity: str, case: str, record: str) -> Scope:
        return (
            scope_of("case", case)
            if SCHEMA[entity].in_case
            else scope_of("record", record)
        )

    def _scope_of(self, entity: str, record: str) -> Scope:
        row = self._rooms.record(entity, record)
        if row.scope is None:
            raise InvalidInput(what="record", why="no-case")
        return row.scope


def _check_open(entity: str, names: Collection[str]) -> None:
    """Check that no name has a verb of its own; a record stays in its case."""
    moves = "case" in names and entity in SCHEMA and SCHEMA[entity].in_case
    if moves or any(is_reserved(entity, name) for name in names):
        raise NotYours(what="own-verb")


def _keys(entity: str) -> frozenset[str]:
    fields = SCHEMA[entity].fields if entity in SCHEMA else ()
    return frozenset(f.name for f in fields if f.sensitive is Sensitivity.SECRET)


def _without_keys(row: Row) -> Row:
    """Return a record without the keys in it: nobody reads those."""
    keys = _keys(row.entity.name)
    if not any(row[name] for name in keys):
        return row
    kept = {name: value for name, value in row.items() if name not in keys}
    return Row(row.entity, row.row, row.id, row.said, kept)


def _conflict(one: Conflict, language: str) -> ConflictView:
    field = SCHEMA[one.entity].by_name[one.field]
    heads = tuple(
        ConflictHead(
            _shown(field.type, field.choices, head.value, language),
            head.actor,
            ms_of(head.stamp),
            head.ref,
        )
        for head in one.heads
    )
    return ConflictView(one.entity, one.eid, one.field, field.label_id, heads)


def _shown(kind: Type, choices: tuple[str, ...], value: Value, language: str) -> str:
    if kind is Type.CODE and value is not None:
        return CODES.label_in(choices, str(value), language)
    return "" if value is None else str(value)
