"""Reading text with separators (CSV): letters and separator are found out, rows stream.

* Quotes, line ends of every kind, ragged rows; a NUL or lost letters refuse the row only.
* A sign put before a formula (``'=…``) by whoever wrote the file stays as it is: only our own
  open format takes it away again.
"""

import csv
import io
from collections.abc import Callable, Iterator

from intake.interchange.letters import LOST, encoding_of
from intake.interchange.limits import CELL_CHARS, COLUMNS
from intake.interchange.table import Cells, Line, Source, Table, table_of

_SEPARATORS = (",", ";", "\t", "|")
_LOOK = 64 * 1024
csv.field_size_limit(1 << 20)


def open_text(data: bytes, score: Callable[[Cells], int]) -> Table:
    """Return the table of a text file."""
    encoding = encoding_of(data)
    separator = _separator(data, encoding)
    notes = ("table-note-cp949",) if encoding == "cp949" else ()
    rows = data.count(b"\n") + (not data.endswith(b"\n"))
    source = Source("csv", encoding, separator, rows=rows, notes=notes)
    return table_of(source, lambda: _lines(data, encoding, separator), score)


def _text(data: bytes, encoding: str) -> io.TextIOWrapper:
    return io.TextIOWrapper(
        io.BytesIO(data), encoding=encoding, errors="replace", newline=""
    )


def _separator(data: bytes, encoding: str) -> str:
    """Return the separator that cuts the first rows into the same number of cells."""
    head = _text(data, encoding).read(_LOOK).splitlines(keepends=True)[:10]
    best, most = ",", (0, 0)
    for one in _SEPARATORS:
        try:
            widths = [len(row) for row in csv.reader(head, delimiter=one) if row]
        except csv.Error:
            continue
        width = max(widths, default=0)
        told = (widths.count(width) if width > 1 else 0, width)
        if told > most:
            best, most = one, told
    return best


def _lines(data: bytes, encoding: str, separator: str) -> Iterator[Line]:
    reader = csv.reader(_text(data, encoding), delimiter=separator)
    number = 0
    while True:
        number = reader.line_num + 1
        try:
            row = next(reader)
        except StopIteration:
            return
        except csv.Error:
            yield Line(number, (), {-1: "too-long"})
            continue
        yield _line(number, row)


def _line(number: int, row: list[str]) -> Line:
    faults: dict[int, str] = {}
    if len(row) > COLUMNS:
        faults[-1] = "too-wide"
        row = row[:COLUMNS]
    cells = []
    for at, raw in enumerate(row):
        why = _fault(raw)
        if why:
            faults[at] = why
        cells.append(raw.replace("\0", ""))
    return Line(number, tuple(cells), faults)


def _fault(raw: str) -> str:
    if "\0" in raw:
        return "nul"
    if LOST in raw:
        return "lost-letters"
    return "too-long" if len(raw) > CELL_CHARS else ""
