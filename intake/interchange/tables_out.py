"""Printed tables as files (통계표 파일): a workbook with a sheet each, or a zip with one CSV each.

* Everything is made in memory; the same tables give the same bytes on any day.
* Words stay words: nothing is a formula, a link or a number by accident.
"""

import csv
import datetime as dt
import io
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass

from intake.interchange.records import guarded
from intake.interchange.records_out import IN_MEMORY

PrintedCell = str | int | float
_MADE = dt.datetime(2000, 1, 1)  # noqa: DTZ001 - the same for every file: a workbook must name a day
_ZIPPED = (1980, 1, 1, 0, 0, 0)
_WIDTHS = (30, 14)  # of the first column, and of the others


@dataclass(frozen=True, slots=True)
class PrintedTable:
    """One table as it is printed: what it is, then its rows."""

    name: str  # of the sheet, or of the file
    about: tuple[tuple[str, str], ...]  # what, and what it is
    heads: tuple[str, ...]
    rows: tuple[tuple[PrintedCell, ...], ...]


def tables_workbook(tables: Sequence[PrintedTable]) -> bytes:
    """Return a workbook with a sheet for each table."""
    out = io.BytesIO()
    import xlsxwriter  # noqa: PLC0415 - slow to load, and a workbook is rare

    with xlsxwriter.Workbook(out, IN_MEMORY) as book:
        book.set_properties({"created": _MADE})
        strong, number = book.add_format({"bold": True}), book.add_format({"num_format": "#,##0"})  # fmt: skip
        for one in tables:
            sheet = book.add_worksheet(one.name)
            sheet.set_column(0, 0, _WIDTHS[0])
            sheet.set_column(1, max(len(one.heads), 2) - 1, _WIDTHS[1])
            for row, cells in enumerate(_lines(one)):
                style = strong if cells is one.heads else None
                for column, cell in enumerate(cells):
                    if isinstance(cell, str):
                        sheet.write_string(row, column, cell, style)
                    else:
                        sheet.write_number(row, column, cell, number if isinstance(cell, int) else None)  # fmt: skip
    return out.getvalue()


def tables_zip(tables: Sequence[PrintedTable]) -> bytes:
    """Return a zip with a CSV for each table, each with a mark for sheet programs."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        for one in tables:
            member = zipfile.ZipInfo(f"{one.name}.csv", _ZIPPED)
            member.compress_type = zipfile.ZIP_DEFLATED
            packed.writestr(member, _text(one))
    return out.getvalue()


def _text(one: PrintedTable) -> bytes:
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    for cells in _lines(one):
        writer.writerow([guarded(cell) if isinstance(cell, str) else cell for cell in cells])  # fmt: skip
    return out.getvalue().encode("utf-8-sig")


def _lines(one: PrintedTable) -> tuple[Sequence[PrintedCell], ...]:
    """Return every line: what the table is, an empty one, its heads, its rows."""
    between: tuple[tuple[str, ...], ...] = ((),) if one.heads else ()
    return (*one.about, *between, *((one.heads,) if one.heads else ()), *one.rows)
