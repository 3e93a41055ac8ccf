"""One record as the rest of the program sees it: frozen, and silent in ``repr``.

* Every declared field is there; a field nobody spoke about is ``None``.
* ``state`` tells the four answer states apart: 응답 / 미상 / 미입력 / 응답 거부.

>>> row = Row(SCHEMA["case"], 1, "7d1d7a52-6b0c-7f0e-9a51-2f6f5d0a1e01", 0, {"alias": "새벽"})
>>> row["alias"], row["route"], row
('새벽', None, <case 7d1d7a52-6b0c-7f0e-9a51-2f6f5d0a1e01>)
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from typing import Any

from typing_extensions import override

from intake.ids import Scope, scope_of
from intake.register.codes import CODES
from intake.register.fold import Cell, id_of
from intake.register.schema import SCHEMA, Entity, Type
from intake.register.vocabulary import Value


class Row(Mapping[str, Value]):
    """A record of the register (기록)."""

    __slots__ = ("_values", "entity", "id", "row", "said")

    def __init__(
        self,
        entity: Entity,
        row: int,
        record: str,
        said: int,
        values: Mapping[str, Value],
    ) -> None:
        """Hold what one row of a table says."""
        self.entity = entity
        self.row = row
        self.id = record
        self.said = said
        self._values = values

    @property
    def scope(self) -> Scope | None:
        """The scope its words were said in; None where its case is not known here."""
        if self.entity.scope != "case":
            return scope_of(self.entity.scope, self.id)
        case = self.id if self.entity.name == "case" else self._values.get("case")
        return scope_of("case", case) if isinstance(case, str) else None

    @property
    def gone(self) -> bool:
        """Whether it was withdrawn."""
        return self._values.get("deleted") is not None

    @property
    def missing(self) -> tuple[str, ...]:
        """The mandatory fields that nobody has filled; there are five, all of a case."""
        required = (field.name for field in self.entity.fields if field.required)
        return tuple(name for name in required if self[name] is None)

    def state(self, name: str) -> str:
        """Return the answer state (``OK``, ``UNK``, ``NOTASKED``, ``DECLINED``) of a field."""
        if self[name] is not None:
            return "OK"
        said = self._values.get(f"{name}_state")
        return said if isinstance(said, str) and said != "OK" else "NOTASKED"

    def label(self, name: str, language: str) -> str:
        """Return a code in official words, another value as text, nothing as empty."""
        value, field = self[name], self.entity.by_name[name]
        if value is None:
            return ""
        if field.type is Type.CODE:
            return CODES.label_in(field.choices, str(value), language)
        return str(value)

    @override
    def __getitem__(self, name: str) -> Value:
        if name not in self.entity.by_name:
            raise KeyError(name)
        return self._values.get(name)

    @override
    def __iter__(self) -> Iterator[str]:
        return iter(self.entity.by_name)

    @override
    def __len__(self) -> int:
        return len(self.entity.by_name)

    @override
    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Row):
            return NotImplemented
        return self.id == other.id and self._values == other._values

    @override
    def __hash__(self) -> int:
        return hash(self.id)

    @override
    def __repr__(self) -> str:
        return f"<{self.entity.name} {self.id}>"


_VALUE: dict[Type, Callable[[Cell], Value]] = {
    Type.ID: lambda cell: id_of(cell) if isinstance(cell, bytes) else None,
    Type.BOOL: bool,
}


@cache
def _values(name: str) -> tuple[tuple[str, Callable[[Cell], Value] | None], ...]:
    return tuple((f.name, _VALUE.get(f.type)) for f in SCHEMA[name].fields)


def read_row(entity: Entity, cells: Sequence[Any]) -> Row:
    """Return the row that ``row, id, said`` and every field of a table spell."""
    row, eid, said, *rest = cells
    values = {
        name: value(cell) if value else cell
        for (name, value), cell in zip(_values(entity.name), rest, strict=True)
        if cell is not None
    }
    return Row(entity, row, id_of(eid), said, values)


@cache
def selected(name: str) -> str:
    """Return the columns of an entity that ``read_row`` reads."""
    names = ("row", "id", "said", *(field.name for field in SCHEMA[name].fields))
    return ", ".join(f't."{one}"' for one in names)
