"""Reading a workbook (XLSX): values as text, merged cells filled, nothing recalculated.

* A formula counts as the value stored with it; where none is stored, or it is an error, the
  row is refused with that reason.
* A number that is whole keeps all its digits; beyond the fifteen that a sheet keeps it is
  refused, for the rest is lost already.
* The older forms (.xls, .xlsb) and .ods are refused with a word how to save them: one reader, looked
  at closely, and none that opens a file nobody has looked at.
"""

import datetime as dt
import io
from collections.abc import Callable, Iterator, Sequence

from python_calamine import CalamineError, CalamineSheet, CalamineWorkbook

from intake.errors import SheetUnread
from intake.interchange.guarding import SheetFacts, look_inside
from intake.interchange.limits import CELL_CHARS
from intake.interchange.table import Cells, Line, Source, Table, table_of
from intake.progress import Progress

_DIGITS = 10**15
_MIDNIGHT = dt.time()
_Cell = str | int | float | bool | dt.date | dt.datetime | dt.time | dt.timedelta


def open_workbook(
    data: bytes, sheet: str, score: Callable[[Cells], int], progress: Progress
) -> Table:
    """Return the table of one sheet; of the first that holds anything where none is named.

    Raises:
        SheetUnread: it is no workbook, too large, locked, or has no such sheet.
    """
    facts = look_inside(data, progress)
    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(data))
        names = tuple(book.sheet_names)
        chosen = sheet or next((n for n in names if _filled(facts, n)), names[0])
        if chosen not in names:
            raise SheetUnread(why="no-sheet")
        opened = book.get_sheet_by_name(chosen)
    except (CalamineError, IndexError, OSError) as error:
        raise SheetUnread(why="damaged") from error
    return _table(opened, names, facts.get(chosen, SheetFacts()), score)


def sheet_names(data: bytes, progress: Progress) -> tuple[str, ...]:
    """Return the names of the sheets."""
    return tuple(look_inside(data, progress))


def _filled(facts: dict[str, SheetFacts], name: str) -> bool:
    return name in facts and facts[name].rows > 0


def _table(
    opened: CalamineSheet,
    names: tuple[str, ...],
    facts: SheetFacts,
    score: Callable[[Cells], int],
) -> Table:
    merged = _merged(opened)
    notes = tuple(
        note
        for note, there in (
            ("table-note-merged", bool(merged)),
            ("table-note-formulas", facts.formulas > 0),
        )
        if there
    )
    source = Source(
        "xlsx",
        sheet=opened.name,
        sheets=names,
        rows=facts.rows,
        notes=notes,
    )
    return table_of(source, lambda: _lines(opened, merged, facts), score)


def _merged(opened: CalamineSheet) -> dict[int, list[tuple[int, int, int]]]:
    """Return, for every row in a merged block, (first row, first column, last column)."""
    found: dict[int, list[tuple[int, int, int]]] = {}
    for (top, left), (bottom, right) in opened.merged_cell_ranges or ():
        for row in range(top, bottom + 1):
            found.setdefault(row, []).append((top, left, right))
    return found


def _lines(
    opened: CalamineSheet,
    merged: dict[int, list[tuple[int, int, int]]],
    facts: SheetFacts,
) -> Iterator[Line]:
    held: dict[tuple[int, int], str] = {}
    troubled: dict[int, dict[int, str]] = {}
    for (row, column), why in facts.troubled.items():
        troubled.setdefault(row, {})[column] = why
    for at, raw in enumerate(opened.iter_rows()):
        line = _line(at + 1, raw, dict(troubled.get(at, {})))
        blocks = merged.get(at)
        yield _repeated(line, at, blocks, held) if blocks else line


def _repeated(
    line: Line,
    at: int,
    blocks: list[tuple[int, int, int]],
    held: dict[tuple[int, int], str],
) -> Line:
    """Return a row whose merged cells all say what the top left one says."""
    cells = list(line.cells)
    for top, left, right in blocks:
        cells += [""] * (left + 1 - len(cells))
        if top == at:
            held[top, left] = cells[left]
        last = min(right, len(cells) - 1)
        cells[left : last + 1] = [held.get((top, left), "")] * (last + 1 - left)
    return Line(line.number, tuple(cells), line.faults)


def _line(number: int, raw: Sequence[_Cell], faults: dict[int, str]) -> Line:
    cells = []
    for at, value in enumerate(raw):
        text = value if isinstance(value, str) else _text(value)
        if (
            isinstance(value, int | float)
            and abs(value) >= _DIGITS
            and at not in faults
        ):
            faults[at] = "digits-lost"
        elif len(text) > CELL_CHARS or "\0" in text:
            faults[at] = "too-long"
        cells.append(text)
    return Line(number, tuple(cells), faults)


def _text(value: _Cell) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() else repr(value)
    if isinstance(value, dt.datetime):
        return (
            value.date().isoformat()
            if value.time() == _MIDNIGHT
            else value.isoformat(" ")
        )
    return value.isoformat() if isinstance(value, dt.date | dt.time) else str(value)
