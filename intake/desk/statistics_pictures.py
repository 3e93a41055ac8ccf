"""Pictures of statistics (그림): months, waves, platforms and ages, each with the table behind it.

Of a long time only the last three years are drawn; the table has all of it.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from intake.counting import RULES
from intake.counting.tables import ALL, UNDATED
from intake.counting.tables.publishing import Published
from intake.desk.rooms import Rooms
from intake.desk.statistics_counting import Taken
from intake.desk.statistics_words import in_words, label_in_words
from intake.desk.views.statistics import (
    CountedCell,
    CountedRow,
    CountedTable,
    Picture,
)

_MOST = 36  # months that are drawn
_DELETE, _REMOVED = "DELETE", "R3"
MONTHS = "months"
_OF = (("waves", "T10"), ("platforms", "T6.addresses"), ("ages", "T2"))


def pictures_in_words(rooms: Rooms, told: Taken) -> tuple[Picture, ...]:
    """Return what is drawn of a question."""
    return tuple(_pictures(rooms, told))


def _pictures(rooms: Rooms, told: Taken) -> Iterator[Picture]:
    asked, went = told.named("T5"), told.named("T10")
    if asked is not None and went is not None:
        yield _drawn(rooms, MONTHS, _by_month(rooms, asked, went, told))
    for name, table in _OF:
        found = told.named(table)
        if found is not None:
            yield _drawn(rooms, name, in_words(rooms, found, told))


def _drawn(rooms: Rooms, name: str, table: CountedTable) -> Picture:
    """Return a picture of everything in a table but its sums, and but an empty rest."""
    series = tuple(at for at, code in enumerate(table.codes) if code != ALL)
    rows = [row for row in table.rows if not row.total and not _is_empty_rest(row)]
    most = len(rows) - _MOST if name in {MONTHS, "waves"} else 0
    how = (table.how, rooms.texts("counted-last-months", months=_MOST)) if most > 0 else (table.how,)  # fmt: skip
    return Picture(
        name,
        rooms.texts(f"counted-picture-{name}"),
        table.unit_label,
        " ".join(how),
        tuple(table.columns[at] for at in series),
        tuple((row.label, tuple(row.cells[at].value for at in series)) for row in rows[max(most, 0) :]),
        table,
    )  # fmt: skip


def _is_empty_rest(row: CountedRow) -> bool:
    return row.code in {UNDATED, "U"} and all(cell.value == 0 for cell in row.cells)


def cell_behind(table: str, row: str, column: str) -> tuple[str, str, str]:
    """Return which cell of the report stands behind a cell of a picture's own table."""
    if table != MONTHS:
        return table, row, column
    return ("T10", row, _REMOVED) if column == _REMOVED else ("T5", _DELETE, row)


# --- deletion support and what it led to, month by month -----------------------------------


def _by_month(rooms: Rooms, asked: Published, went: Published, told: Taken) -> CountedTable:  # fmt: skip
    """Return two numbers of every month: what was asked for (건), and addresses removed (주소)."""
    texts, whole = rooms.texts, in_words(rooms, went, told)
    months = sorted({*asked.table.columns.codes, *went.table.rows.codes} - {UNDATED})
    cells = {code: (asked.table.at(_DELETE, code), went.table.at(code, _REMOVED)) for code in (*months, UNDATED, ALL)}  # fmt: skip
    rules = RULES["R1"], RULES["R3"]
    units = [texts(f"figure-unit-{one.unit.lower()}") for one in rules]
    heads = (texts("counted-with-unit", name=one.name(rooms.language), unit=unit) for one, unit in zip(rules, units, strict=True))  # fmt: skip
    return replace(
        whole,
        id=MONTHS,
        title=texts("counted-picture-months"),
        unit="ACTIONS",
        unit_label=" · ".join(units),
        rule=" · ".join(one.label for one in rules),
        how=" ".join(one.how(rooms.language) for one in rules),
        columns=tuple(heads),
        codes=("R1", "R3"),
        rows=tuple(_row(rooms, went, code, cells[code]) for code in cells),
        doubtful=0,
        note="",
    )  # fmt: skip


def _row(rooms: Rooms, went: Published, code: str, values: Sequence[int]) -> CountedRow:
    label = label_in_words(went.table.rows, code, rooms.texts)
    return CountedRow(code, label, tuple(map(CountedCell, values)), code == ALL)
