"""Reading the register: single records, pages, and whole lists as numbers.

* A list is shown by ``first`` at once; ``ids`` then gives every row's number in order, and
  ``rows`` the records of the part in sight. Any filter, any order, millions of rows.
* A running ``ids`` ends with ``Cancelled`` when its reader is interrupted or its progress
  says so.
* Withdrawn records are left out unless asked for.
"""

# ruff: noqa: S608 - every name in a statement comes from the schema

from array import array
from collections.abc import Iterable, Sequence
from itertools import islice

from intake.progress import Progress
from intake.register.fold import blob_of, id_of
from intake.register.query import ListQuery, Wanted, entity_of, sql_of
from intake.register.row import Row, read_row, selected
from intake.register.tables import COUNTS
from intake.vault import Database, Vault

_CHUNK = 16_384
_AT_ONCE = 500  # values in one statement


class Reader:
    """What can be asked of the register."""

    def __init__(self, vault: Vault) -> None:
        """Read from the vault, on the lane of the calling thread."""
        self._vault = vault

    def get(self, entity: str, record: str) -> Row | None:
        """Return one record, withdrawn or not; None where there is none."""
        found = self._page(ListQuery(entity, among=(record,), gone=True), 1)
        return found[0] if found else None

    def find(self, entity: str, **equals: Wanted) -> tuple[Row, ...]:
        """Return the records whose fields have these values, in the order first noted."""
        return self._page(ListQuery(entity, equals=tuple(equals.items())), -1)

    def first(self, query: ListQuery, limit: int) -> tuple[Row, ...]:
        """Return the first records of a list."""
        return self._page(query, limit)

    def count(self, query: ListQuery) -> int:
        """Return how many records a list has."""
        sql = sql_of(query)
        body = sql.text.partition(" ORDER BY ")[0]
        with self._vault.reading() as db:
            found = db.one(f"SELECT count(*) {body}", sql.values)
        return int(found[0]) if found else 0

    def ids(self, query: ListQuery, progress: Progress) -> "array[int]":
        """Return the row number of every record of a list, in its order."""
        sql, vector = sql_of(query), array("q")
        with self._vault.reading() as db:
            rows = db.each(f"SELECT t.row {sql.text}", sql.values)
            while chunk := [row for (row,) in islice(rows, _CHUNK)]:
                vector.extend(chunk)
                progress.step(len(vector), 0, "progress-listing")
        return vector

    def rows(self, entity: str, numbers: Sequence[int]) -> tuple[Row, ...]:
        """Return the records with these row numbers, in this order; a gone one is left out."""
        found: dict[int, Row] = {}
        with self._vault.reading() as db:
            for start in range(0, len(numbers), _AT_ONCE):
                some = tuple(numbers[start : start + _AT_ONCE])
                found |= {row.row: row for row in _by_number(db, entity, some)}
        return tuple(found[number] for number in numbers if number in found)

    def counts(self, cases: Sequence[str]) -> dict[str, dict[str, int | None]]:
        """Return the kept counts (``tables.COUNTS``) of cases, by case."""
        found: dict[str, dict[str, int | None]] = {}
        listed = ", ".join(COUNTS)
        with self._vault.reading() as db:
            for start in range(0, len(cases), _AT_ONCE):
                some = tuple(blob_of(case) for case in cases[start : start + _AT_ONCE])
                marks = ", ".join("?" * len(some))
                text = (
                    f'SELECT "case", {listed} FROM r_case_counts '
                    f'WHERE "case" IN ({marks})'
                )
                for case, *numbers in db.all(text, some):
                    found[id_of(case)] = dict(zip(COUNTS, numbers, strict=True))
        return found

    def _page(self, query: ListQuery, limit: int) -> tuple[Row, ...]:
        entity, sql = entity_of(query.entity), sql_of(query)
        text = f"SELECT {selected(entity.name)} {sql.text} LIMIT ?"
        with self._vault.reading() as db:
            return tuple(
                read_row(entity, r) for r in db.all(text, (*sql.values, limit))
            )


def _by_number(db: Database, name: str, numbers: tuple[int, ...]) -> Iterable[Row]:
    entity = entity_of(name)
    marks = ", ".join("?" * len(numbers))
    text = (
        f"SELECT {selected(entity.name)} FROM {entity.table} t WHERE t.row IN ({marks})"
    )
    return (read_row(entity, cells) for cells in db.all(text, numbers))
