"""A sheet as rows of text (표), whatever file it came from.

* Every cell is text: a number keeps its digits, a day is ``2024-01-31``, yes is ``true``.
* What could not be read of a cell is a fault with a code; the row goes on.
* ``repr`` never shows a cell.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import TypeAlias

from intake.interchange.limits import COLUMNS, TITLES

Cells: TypeAlias = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Line:
    """One row of a sheet: its number as the sheet shows it, its cells, what is wrong."""

    number: int
    cells: Cells = field(repr=False)
    faults: Mapping[int, str] = field(
        default_factory=dict
    )  # column -> code; -1: the row


@dataclass(frozen=True, slots=True)
class Source:
    """What a file is: its kind, its letters or its sheets."""

    kind: str  # csv, xlsx, jsonl
    encoding: str = ""
    delimiter: str = ""
    sheet: str = ""
    sheets: tuple[str, ...] = ()
    rows: int = 0  # about how many, those of the header not among them
    notes: tuple[str, ...] = ()  # text ids: ``table-note-…``


@dataclass(frozen=True, slots=True)
class Table:
    """A sheet whose rows can be read again and again."""

    source: Source
    header: Cells = field(repr=False)
    header_row: int
    each: Callable[[], Iterator[Line]] = field(repr=False)


def table_of(
    source: Source,
    lines: Callable[[], Iterator[Line]],
    score: Callable[[Cells], int],
) -> Table:
    """Return the table under its header: of the first rows, the one whose words are known.

    Titles and blank rows above it (a merged title is common) are left aside.
    """
    first = [line for line, _ in zip(lines(), range(TITLES), strict=False)]
    filled = [line for line in first if _says(line.cells)]
    best = max(filled, key=lambda line: (score(line.cells), -line.number), default=None)
    if best is None:
        return Table(source, (), 0, lambda: iter(()))
    header = numbered(best.cells)
    source = replace(source, rows=max(source.rows - best.number, 0))

    def under() -> Iterator[Line]:
        return (
            line
            for line in lines()
            if line.number > best.number and (line.faults or _says(line.cells))
        )

    return Table(source, header, best.number, under)


def numbered(header: Cells) -> Cells:
    """Return a header whose every name is its own: the second 비고 is 비고 (2).

    >>> numbered(("비고", "", "비고"))
    ('비고', '', '비고 (2)')
    """
    seen: dict[str, int] = {}
    names = []
    for raw in header[:COLUMNS]:
        name = " ".join(raw.split())
        seen[name] = seen.get(name, 0) + 1
        names.append(f"{name} ({seen[name]})" if name and seen[name] > 1 else name)
    while names and not names[-1]:
        names.pop()
    return tuple(names)


def _says(cells: Cells) -> bool:
    """Whether anything stands in a row."""
    return any(cell and not cell.isspace() for cell in cells)
