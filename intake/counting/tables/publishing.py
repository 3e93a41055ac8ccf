"""Tables as they may be published (공개용): small numbers of people hidden, in all of them alike.

* Only tables that speak of people are touched: people (명) and kinds of harm (피해유형).
* What one table hides, another that prints the same sum hides too, else one tells on the other:
  the people of each sex stand under T1, T2 and T4.
* Every table alone keeps its secrets; of several together only their sums are looked after.
* A hidden cell is one sign, whether small itself or hidden for another's sake; which of both is
  not told.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from intake.counting.cells import LEAST, hidden
from intake.counting.tables.table import ALL, Cell, Table

OF_PEOPLE = frozenset({"PERSONS", "KINDS"})

_Sum = tuple[str, str, str]  # what it is the same as, wherever it is printed


@dataclass(frozen=True, slots=True)
class Published:
    """A table, and what of it is not shown."""

    table: Table
    hidden: frozenset[Cell] = frozenset()

    def at(self, row: str, column: str) -> int | None:
        """Return a cell; None where it is not shown."""
        return None if (row, column) in self.hidden else self.table.at(row, column)


def published(tables: Sequence[Table], least: int = LEAST) -> tuple[Published, ...]:
    """Return tables that are published together, with their small cells hidden."""
    away: dict[str, frozenset[Cell]] = {one.id: frozenset() for one in tables}
    while True:
        sums = {_sum(one, cell) for one in tables for cell in away[one.id]} - {None}
        then = {one.id: away[one.id] | _hidden(one, sums, least) for one in tables}
        if then == away:
            return tuple(Published(one, away[one.id]) for one in tables)
        away = then


def _hidden(table: Table, sums: Iterable[_Sum | None], least: int) -> frozenset[Cell]:
    if table.unit not in OF_PEOPLE:
        return frozenset()
    numbers = _printed(table)
    also = [cell for cell in numbers if _sum(table, cell) in sums]
    return hidden(numbers, least, also)


def _printed(table: Table) -> Mapping[Cell, int]:
    return {(row, column): table.at(row, column) for row in table.rows_shown for column in table.columns_shown}  # fmt: skip


def _sum(table: Table, cell: Cell) -> _Sum | None:
    """Return what a sum is the number of; None where it is no sum."""
    row, column = cell
    if ALL not in cell:
        return None
    title = table.rows.title if row else table.columns.title if column else ""
    return table.rule.label, title, row or column
