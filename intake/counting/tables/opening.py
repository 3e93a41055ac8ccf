"""A cell opened to its rows (칸 열기): the very records that one number of T1 to T11 is made of.

* Tables and their rows read by the same definitions; of people the rows are their cases.
* T12 is not opened here: a group opens where its perpetrator is.
"""

from collections.abc import Iterator

from intake.counting.counted import Source, sources
from intake.counting.look import Look
from intake.counting.tables.addresses import ADDRESSES, addresses_in
from intake.counting.tables.deletion import DELETIONS, deletion_in
from intake.counting.tables.harms import HARMS, harmed_in
from intake.counting.tables.people import PEOPLE, people_in
from intake.counting.tables.support import SUPPORTS, supported_in
from intake.errors import InvalidInput

OPENED = frozenset((*PEOPLE, *HARMS, *SUPPORTS, *DELETIONS, *ADDRESSES))


def cell_rows(look: Look, table: str, row: str = "", column: str = "") -> Iterator[Source]:  # fmt: skip
    """Yield the rows of a cell by case and record; without a row or a column, of a sum.

    Raises:
        InvalidInput: there is no such table, or none that opens.
    """
    if table not in OPENED:
        raise InvalidInput(what="table", why="unknown")
    if table in PEOPLE:
        return _cases(case for one in people_in(look, table, row, column) for case in one.cases)  # fmt: skip
    if table in HARMS:
        return _cases(harmed_in(look, table, row, column))
    if table in SUPPORTS:
        return sources(look, supported_in(table, row, column))
    if table in DELETIONS:
        return sources(look, ((deletion_in(table, row, column), "deletion_action"),))
    return sources(look, ((addresses_in(table, row, column), "posting"),))


def _cases(found: Iterator[str]) -> Iterator[Source]:
    return (Source(case, "case", case) for case in sorted(set(found)))
