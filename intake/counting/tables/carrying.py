"""Tables that travel as counts (센터별 집계): written as lines, read with suspicion, added.

* A line is ``row column number``; a sum is ``*``; noughts are left out.
* Nobody's table is believed: every code must be one that this version prints, every number a
  count, every sum must go with its cells. A table of another edition of its rule is never added.
* What is added is what centers counted: a person at two centers is two persons in it.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from intake.counting.kept.sums import Sums
from intake.counting.look import Look
from intake.counting.period import Period
from intake.counting.population import Population
from intake.counting.tables.every import tables_of
from intake.counting.tables.table import ALL, Cell, Table
from intake.vault import Database

MOST = 999_999_999  # nine digits: more of anything than a center has
_LINE = re.compile(r"([A-Z0-9_-]{1,24}|\*) ([A-Z0-9_-]{1,24}|\*) ([1-9][0-9]{0,8})", re.ASCII)  # fmt: skip
# Tables in which one thing may stand in several cells, and once in the sum.
_SEVERAL = frozenset({"T6.addresses", "T6.addresses.annex", "T8", "T8.addresses", "T10"})  # fmt: skip
_UNNAMED = frozenset({"T8", "T8.addresses"})  # in a sum may be what has no kind
# Tables of which all print the same sum.
_SAME_SUM = (("T1", "T2", "T4", "T9"), ("T3.sex", "T3.age"), ("T3.sex.annex", "T3.age.annex"), ("T6", "T7"))  # fmt: skip


def frames(db: Database, period: Period) -> Mapping[str, Table]:
    """Return every table of a period, empty: its rule, its rows and its columns."""
    look = Look(db, Population(), period)
    look.sums = Sums({})  # nobody's: no row is read
    return {one.id: one for one in tables_of(look)}


def written(table: Table) -> str:
    """Return the cells of a table as lines, the same for the same numbers."""
    shown = ((row, column) for row in table.rows_shown for column in table.columns_shown)  # fmt: skip
    lines = (f"{row or '*'} {column or '*'} {table.at(row, column)}" for row, column in shown if table.at(row, column))  # fmt: skip
    return "\n".join(sorted(lines))


def read(frame: Table, lines: str, doubtful: int) -> Table | None:
    """Return a table from its lines; None where it cannot be what somebody counted."""
    cells: dict[Cell, int] = {}
    shown = frozenset((row, column) for row in frame.rows_shown for column in frame.columns_shown)  # fmt: skip
    for line in lines.split("\n") if lines else ():
        found = _LINE.fullmatch(line)
        cell = (found[1].replace("*", ALL), found[2].replace("*", ALL)) if found else None  # fmt: skip
        if found is None or cell not in shown or cell in cells:
            return None
        cells[cell] = int(found[3])
    table = replace(frame, cells=cells, doubtful=doubtful)
    return table if 0 <= doubtful <= MOST and _adds_up(table) else None


def agree(told: Mapping[str, Table]) -> bool:
    """Whether tables that count the same things print the same sums."""
    sums = ([told[name].at(ALL, ALL) for name in names if name in told] for names in _SAME_SUM)  # fmt: skip
    return all(len(set(one)) <= 1 for one in sums)


def added(frame: Table, told: Iterable[Table]) -> Table:
    """Return the sum of several centers' tables."""
    cells: Counter[Cell] = Counter()
    doubtful = 0
    for one in told:
        cells.update(one.cells)
        doubtful += one.doubtful
    return replace(frame, cells=cells, doubtful=doubtful)


def _adds_up(table: Table) -> bool:
    """Whether every sum goes with what it is the sum of."""
    return all(_is_sum(table.id, whole, parts) for whole, parts in _lines_of(table))


def _lines_of(table: Table) -> Iterator[tuple[int, Sequence[int]]]:
    """Yield every printed sum with its cells."""
    if table.across and table.columns.codes:
        for row in table.rows_shown:
            yield table.at(row, ALL), [table.at(row, column) for column in table.columns.codes]  # fmt: skip
    for column in table.columns_shown:
        yield table.at(ALL, column), [table.at(row, column) for row in table.rows.codes]


def _is_sum(name: str, whole: int, parts: Sequence[int]) -> bool:
    if name not in _SEVERAL:
        return whole == sum(parts)
    return max(parts, default=0) <= whole and (name in _UNNAMED or whole <= sum(parts))
