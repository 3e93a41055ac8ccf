"""What the page asks of the desk (물음): every call in one place, of whatever can be opened."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from intake.text import Texts

if TYPE_CHECKING:
    from intake.desk import Desk
    from intake.desk.views.figures import Asked, FigureLine, SourceLine
    from intake.desk.views.statistics import CountedTable, Picture

MANY = 200
SEVERAL = " · "  # of units: then every column or series says its own
Fetch = Callable[["Desk", int], tuple["SourceLine", ...]]


@dataclass(frozen=True, slots=True)
class Opened:
    """A number that is opened to its rows: what it is, and how its rows are asked for."""

    title: str
    number: str
    how: str
    fetch: Fetch  # the rows after so many
    rule: str = ""  # of a number that can be frozen by itself


def opened_figure(line: "FigureLine", asked: "Asked", number: str) -> Opened:
    """Return a number that stands large, to be opened."""

    def fetch(desk: "Desk", after: int) -> tuple["SourceLine", ...]:
        return desk.figures.rows(line.rule, asked, MANY, after)

    return Opened(line.label, number, line.how, fetch, line.rule)


def opened_cell(table: "CountedTable", row: int, column: int, asked: "Asked", number: str) -> Opened:  # fmt: skip
    """Return a cell of a table, to be opened."""
    line, name = table.rows[row], table.columns[column]
    code, place = line.code, table.codes[column]

    def fetch(desk: "Desk", after: int) -> tuple["SourceLine", ...]:
        return desk.statistics.rows(table.id, code, place, asked, MANY, after)

    return Opened(f"{table.title}: {line.label}, {name}", number, table.how, fetch)


def counted(texts: Texts, value: int, unit: str, label: str) -> str:
    """Return a number with its unit; ``label`` tells whether there is one unit only."""
    return texts.number(value) if SEVERAL in label else texts(f"figure-counted-{unit.lower()}", value=value)  # fmt: skip


def cell_of(picture: "Picture", group: int, series: int) -> tuple[int, int] | None:
    """Return where in the table a bar stands, by row and column; None where nowhere.

    A group is a row and a series a column of the table, or the other way round.
    """
    table = picture.table
    names = [row.label for row in table.rows]
    name, word = picture.groups[group][0], picture.series[series]
    for row, column in ((name, word), (word, name)):
        if row in names and column in table.columns:
            return names.index(row), table.columns.index(column)
    return None
