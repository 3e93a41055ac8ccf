"""A table as people read it (표): rows and columns of codes, one unit, every cell countable.

* Rows and columns stand in the order of their code lists; a row of noughts is printed, and
  "unknown" (미상) is always a row.
* ``sums`` are counted by themselves, never added up: people who are in two rows are one person.
* Nothing is hidden here; ``cells`` says what a published table must not show.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from intake.counting.rules import Rule

ALL = ""  # the name of a total


@dataclass(frozen=True, slots=True)
class Axis:
    """The names along one side of a table."""

    title: str  # a text id
    list: str  # the code list that the names are of; "" where they speak for themselves
    codes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """One table of ``domain.md`` 2.8."""

    id: str  # T1 … T12, with its part: "T3.age"
    title: str  # a text id
    unit: str
    rule: Rule
    rows: Axis
    columns: Axis
    cells: Mapping[tuple[str, str], int] = field(
        repr=False
    )  # (row, column); ALL: a total
    doubtful: int = 0  # not in any cell: what only may lie in the period
    annex: bool = False  # regional: printed apart, in no national sum

    def at(self, row: str, column: str) -> int:
        """Return a cell; nothing was counted where there is none."""
        return self.cells.get((row, column), 0)
