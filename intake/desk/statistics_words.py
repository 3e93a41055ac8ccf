"""Statistics in words (통계를 말로): a counted table with its labels, its rule, its shares.

A share is said only where its number and the sum it is of are both shown.
"""

from collections.abc import Iterator

from intake.counting.shares import mean, said, tenths
from intake.counting.tables import ALL, Axis
from intake.counting.tables.opening import OPENED
from intake.counting.tables.publishing import Published
from intake.desk.rooms import Rooms
from intake.desk.statistics_counting import Taken
from intake.desk.views.statistics import CountedCell, CountedRow, CountedTable
from intake.text import Texts

_NO_SHARES = ("T10", "T12")  # their rows are no parts of a sum


def tables_in_words(rooms: Rooms, told: Taken) -> tuple[CountedTable, ...]:
    """Return every table of a question in words."""
    return tuple(in_words(rooms, one, told) for one in told.tables)


def in_words(rooms: Rooms, one: Published, told: Taken) -> CountedTable:
    """Return one table in words."""
    table, texts = one.table, rooms.texts
    unit = texts(f"figure-unit-{table.unit.lower()}")
    columns = table.columns_shown
    heads = (label_in_words(table.columns, code, texts) for code in columns)
    return CountedTable(
        table.id,
        texts(table.title),
        table.unit,
        unit,
        table.rule.label,
        table.rule.how(rooms.language),
        texts(table.rows.title),
        tuple(heads) if len(columns) > 1 else (_capital(unit),),
        tuple(
            CountedRow(row, label_in_words(table.rows, row, texts), tuple(_cell(one, row, column) for column in columns), row == ALL)
            for row in table.rows_shown
        ),
        told.doubtful(table),
        table.annex,
        " ".join(_notes(rooms, one, told)),
        columns,
        table.id in OPENED,
    )  # fmt: skip


def _capital(word: str) -> str:
    """Return a word as the head of a column has it."""
    return word[:1].upper() + word[1:]


def _cell(one: Published, row: str, column: str) -> CountedCell:
    value, whole = one.at(row, column), one.at(ALL, column)
    if value is None or whole is None or one.table.id.startswith(_NO_SHARES):
        return CountedCell(value)
    return CountedCell(value, share_in_words(value, whole))


def label_in_words(axis: Axis, code: str, texts: Texts) -> str:
    """Return the name of a row or a column; a month as people write it (2024.03)."""
    label = axis.label(code, texts)
    return label.replace("-", ".") if axis.title == "counting-axis-month" else label


def share_in_words(value: int | None, whole: int | None) -> str:
    """Return a share with its sign; nothing where it cannot be said."""
    share = None if value is None or whole is None else tenths(value, whole)
    return "" if share is None else f"{said(share)}%"


def _notes(rooms: Rooms, one: Published, told: Taken) -> Iterator[str]:
    texts, name = rooms.texts, one.table.id
    if name.startswith("T3.") and not one.table.annex and told.each is not None:
        each = mean(*(amount.value for amount in told.each))
        if each:
            yield texts("counted-note-each", mean=each)
    own = f"counted-note-{name.partition('.')[0].lower()}"
    if texts.has(own):
        yield texts(own)
    if one.table.annex:
        yield texts("counted-note-annex")
    if told.doubtful(one.table) != one.table.doubtful:
        yield texts("counted-note-doubtful")
    if one.hidden:
        yield texts("counting-hidden-note")
