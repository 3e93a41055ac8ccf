"""The cells of an XLSForm as a spreadsheet shows them."""

import re
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from intake.errors import Malformed, NotFound, Oversized

MOST_BYTES = 8 * 1024 * 1024
MOST_UNPACKED = 128 * 1024 * 1024
MOST_ROWS = 20_000
_LANGUAGE = re.compile(r"\(([A-Za-z-]+)\)\s*\Z")


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing wrong with a sheet: where a spreadsheet shows it, and why (a code)."""

    sheet: str
    row: int
    column: str
    why: str
    what: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """One row: its number and its cells by column."""

    row: int
    cells: Mapping[str, str]

    def get(self, column: str) -> str:
        """Return a cell, blank where there is none."""
        return self.cells.get(column, "")


@dataclass(frozen=True, slots=True)
class Sheets:
    """The sheets of a form."""

    columns: Mapping[str, tuple[str, ...]]
    lines: Mapping[str, tuple[Line, ...]]
    settings: Mapping[str, str] = field(default_factory=dict)

    def of(self, sheet: str) -> Iterator[Line]:
        """Yield the rows of a sheet."""
        yield from self.lines.get(sheet, ())

    def row_of(self, name: str) -> int:
        """Return the row of a question by its name; the header's where there is none."""
        rows = (
            line.row for line in self.of("survey") if name and line.get("name") == name
        )
        return next(rows, 1)

    def in_language(self, sheet: str, family: str, code: str) -> str | None:
        """Return the column of a family in a language: ``label::한국어 (ko)``."""
        for column in self.columns.get(sheet, ()):
            name, _, language = column.partition("::")
            match = _LANGUAGE.search(language)
            if name.strip() == family and code in {
                language.strip(),
                match[1] if match else "",
            }:
                return column
        return None


def read_sheets(xlsx: Path) -> Sheets:
    """Read a spreadsheet's cells.

    Raises:
        NotFound: no such file.
        Malformed: not a spreadsheet.
        Oversized: too large, packed or unpacked.
    """
    from openpyxl import (  # type: ignore[import-untyped,unused-ignore]  # noqa: PLC0415 - an extra
        load_workbook,
    )

    _check_size(xlsx)
    try:
        book = load_workbook(xlsx, read_only=True, data_only=True)
    except Exception:  # noqa: BLE001 - openpyxl raises whatever the XML inside made it raise
        raise Malformed(what="xlsx") from None
    columns: dict[str, tuple[str, ...]] = {}
    lines: dict[str, tuple[Line, ...]] = {}
    try:
        for page in book.worksheets:
            name = page.title.strip().lower()
            columns[name], lines[name] = _read(page.iter_rows(values_only=True))
    finally:
        book.close()
    first = next(iter(lines.get("settings", ())), None)
    return Sheets(columns, lines, first.cells if first else {})


def _check_size(xlsx: Path) -> None:
    if not xlsx.is_file():
        raise NotFound(entity="form")
    if xlsx.stat().st_size > MOST_BYTES:
        raise Oversized(limit=MOST_BYTES)
    try:
        with zipfile.ZipFile(xlsx) as packed:
            unpacked = sum(member.file_size for member in packed.infolist())
    except zipfile.BadZipFile:
        raise Malformed(what="xlsx") from None
    if unpacked > MOST_UNPACKED:
        raise Oversized(limit=MOST_UNPACKED)


def _read(
    rows: Iterator[tuple[object, ...]],
) -> tuple[tuple[str, ...], tuple[Line, ...]]:
    header = tuple(_text(cell) for cell in next(rows, ()))
    found: list[Line] = []
    for number, row in enumerate(rows, 2):
        if number > MOST_ROWS:
            raise Oversized(limit=MOST_ROWS)
        cells = {
            column: _text(cell)
            for column, cell in zip(header, row, strict=False)
            if column and cell is not None
        }
        if any(cells.values()):
            found.append(Line(number, cells))
    return header, tuple(found)


def _text(cell: object) -> str:
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "true" if cell else "false"
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return str(cell).strip()
