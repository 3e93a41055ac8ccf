"""What a list asks for, as a value; and its SQL, made from the schema only.

* Names that are not declared are refused, so nothing typed ever becomes SQL.
* A list of cases may also filter and sort by the counters of ``counters``.

>>> sql_of(ListQuery("task", equals=(("state", "OPEN"),), order=("due_on",))).text
'FROM r_task t WHERE t."state" = ? AND t."deleted" IS NULL ORDER BY t."due_on", t.row'
"""

from dataclasses import dataclass
from typing import TypeAlias

from intake.errors import InvalidInput
from intake.register.fold import Cell, blob_of, cell
from intake.register.schema import SCHEMA, Entity
from intake.register.tables import COUNTS
from intake.register.vocabulary import Value

Wanted: TypeAlias = Value | tuple[Value, ...]

_OPS = ("=", "!=", "<", "<=", ">", ">=")


@dataclass(frozen=True, slots=True)
class Where:
    """One condition: an operator of ``= != < <= > >= in empty filled starts``."""

    name: str
    op: str
    value: Wanted = None


@dataclass(frozen=True, slots=True)
class ListQuery:
    """A list: which records, in which order; ``-name`` sorts newest or largest first."""

    entity: str
    equals: tuple[tuple[str, Wanted], ...] = ()
    where: tuple[Where, ...] = ()
    order: tuple[str, ...] = ()
    among: tuple[str, ...] | None = None  # only these records
    gone: bool = False  # withdrawn records too


@dataclass(frozen=True, slots=True)
class Sql:
    """The part of a statement from FROM on, with its values."""

    text: str
    values: tuple[Cell | str, ...]


def _unknown(entity: str, name: str) -> InvalidInput:
    return InvalidInput(what="list", why="unknown-name", name=f"{entity}/{name}")


def entity_of(name: str) -> Entity:
    """Return a declared entity.

    Raises:
        InvalidInput: there is none of that name.
    """
    if name not in SCHEMA:
        raise _unknown(name, "")
    return SCHEMA[name]


def _blob(record: str) -> bytes:
    try:
        return blob_of(record)
    except ValueError as error:
        raise InvalidInput(what="id", why="not-an-id") from error


class _Writer:
    def __init__(self, query: ListQuery) -> None:
        self.query = query
        self.entity = entity_of(query.entity)
        self.values: list[Cell | str] = []
        self.joined = False

    def column(self, name: str) -> str:
        if self.entity.name == "case" and name in COUNTS:
            self.joined = True
            return f"c.{name}"
        plain = name in {"row", "id", "said"} or name in self.entity.derived
        if not plain and name not in self.entity.by_name:
            raise _unknown(self.entity.name, name)
        return f't."{name}"'

    def bind(self, name: str, value: Value) -> str:
        field = self.entity.by_name.get(name)
        bound: Cell = cell(field, value) if field else value
        self.values.append(_blob(str(value)) if name == "id" else bound)
        return "?"

    def equal(self, name: str, wanted: Wanted) -> str:
        if isinstance(wanted, tuple):
            return self.test(Where(name, "in", wanted))
        return self.test(Where(name, "empty" if wanted is None else "=", wanted))

    def test(self, where: Where) -> str:
        column, value = self.column(where.name), where.value
        match where.op:
            case "empty":
                return f"{column} IS NULL"
            case "filled":
                return f"{column} IS NOT NULL"
            case "in" if isinstance(value, tuple):
                marks = ", ".join(self.bind(where.name, one) for one in value)
                return f"{column} IN ({marks})"
            case "starts" if isinstance(value, str):
                self.values += [value, value + "\U0010ffff"]
                return f"{column} >= ? AND {column} < ?"
            case op if op in _OPS and not isinstance(value, tuple):
                return f"{column} {op} {self.bind(where.name, value)}"
            case _:
                raise InvalidInput(what="list", why="unknown-operator")

    def among(self) -> str:
        marks = ", ".join(self.bind("id", one) for one in self.query.among or ())
        return f"t.id IN ({marks})"

    def conditions(self) -> list[str]:
        query = self.query
        tests = [self.equal(name, wanted) for name, wanted in query.equals]
        tests += [self.test(where) for where in query.where]
        tests += [self.among()] if query.among is not None else []
        return tests

    def alive(self) -> list[str]:
        """Leave out the withdrawn; the sign keeps the test from choosing an index."""
        sign = "" if self.served() else "+"
        return [] if self.query.gone else [f'{sign}t."deleted" IS NULL']

    def served(self) -> bool:
        """Whether an index that leads with the withdrawal fits what is asked."""
        query = self.query
        asked = {name for name, _ in query.equals} | {one.name for one in query.where}
        asked |= {name.removeprefix("-") for name in query.order[:1]}
        leading = {names[0] for names in self.entity.indexes} | {*self.entity.derived}
        return not self.joined and query.among is None and bool(asked & leading)

    def ordering(self) -> str:
        """Ties run the way of the last name, on the rowid that its index ends with."""
        parts, tie = [], "t.row"
        for name in self.query.order:
            down = name.startswith("-")
            column = self.column(name.removeprefix("-"))
            parts.append(column + " DESC" * down)
            tie = ("c.rowid" if column.startswith("c.") else "t.row") + " DESC" * down
        return ", ".join([*parts, tie])


def sql_of(query: ListQuery) -> Sql:
    """Return the SQL of a list.

    Raises:
        InvalidInput: a name or operator that no list has.
    """
    writer = _Writer(query)
    tests, ordering = writer.conditions(), writer.ordering()
    joined = 'JOIN r_case_counts c ON c."case" = t.id' if writer.joined else ""
    tests += writer.alive()
    where = "WHERE " + " AND ".join(tests) if tests else ""
    table = f"{writer.entity.table} t"
    parts = ("FROM", table, joined, where, "ORDER BY", ordering)
    return Sql(" ".join(part for part in parts if part), tuple(writer.values))
