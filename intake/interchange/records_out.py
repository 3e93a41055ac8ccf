"""Writing the open format (기록 파일 쓰기): JSON lines, one CSV, or a workbook.

* A workbook is made in memory: no temporary file ever holds a word of a case.
* Strings stay strings: nothing is a formula, a link or a number by accident.
"""

import csv
import io
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from intake.interchange.records import FORMAT, MARK, VERSION, guarded, spelled
from intake.register import SCHEMA, Field, Value
from intake.register.schema.whole import VERSION as SCHEMA_VERSION

IN_MEMORY = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}


@dataclass(frozen=True, slots=True)
class Leaving:
    """One record that leaves, with the fields that may."""

    entity: str
    id: str
    case: str
    said: Mapping[str, Value] = field(repr=False)


@dataclass(frozen=True, slots=True)
class Head:
    """What a file says of itself."""

    source: str  # the center's code; ids of the file's own are local to it
    made: str  # a moment in UTC
    purpose: str

    def lines(self) -> dict[str, str | int]:
        """Return it as it is written."""
        return {
            "format": FORMAT,
            "version": VERSION,
            "schema": SCHEMA_VERSION,
            "source": self.source,
            "made": self.made,
            "purpose": self.purpose,
        }


def as_json(head: Head, leaving: Iterable[Leaving]) -> bytes:
    """Return JSON lines: the head, then one record each."""
    out = io.StringIO()
    out.write(json.dumps(head.lines(), ensure_ascii=False) + "\n")
    for one in leaving:
        line: dict[str, object] = {"entity": one.entity, "id": one.id}
        if SCHEMA[one.entity].in_case:
            line["case"] = one.case
        line["fields"] = dict(one.said)
        out.write(json.dumps(line, ensure_ascii=False) + "\n")
    return out.getvalue().encode()


def as_text(entity: str, leaving: Iterable[Leaving]) -> bytes:
    """Return the records of one kind as CSV with a mark for sheet programs."""
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    records = [one for one in leaving if one.entity == entity]
    names = _names(entity, records)
    writer.writerow(_header(entity, names))
    for one in records:
        writer.writerow([guarded(cell) for cell in _cells(one, names)])
    return out.getvalue().encode("utf-8-sig")


def as_workbook(head: Head, leaving: Sequence[Leaving]) -> bytes:
    """Return a workbook: what the file is, then one sheet for each kind of record."""
    out = io.BytesIO()
    import xlsxwriter  # noqa: PLC0415 - slow to load, and a workbook is rare

    with xlsxwriter.Workbook(out, IN_MEMORY) as book:
        first = book.add_worksheet(FORMAT)
        for row, (name, value) in enumerate(head.lines().items()):
            first.write_string(row, 0, name)
            first.write_string(row, 1, str(value))
        for entity in dict.fromkeys(one.entity for one in leaving):
            sheet = book.add_worksheet(entity)
            records = [one for one in leaving if one.entity == entity]
            for row, cells in enumerate(_rows(entity, records)):
                for column, cell in enumerate(cells):
                    if cell:
                        sheet.write_string(row, column, cell)
    return out.getvalue()


def table_text(header: Sequence[str], rows: Iterable[Sequence[str]]) -> bytes:
    """Return any small table as CSV, guarded."""
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow([guarded(cell) for cell in header])
    writer.writerows([guarded(cell) for cell in row] for row in rows)
    return out.getvalue().encode("utf-8-sig")


def _rows(entity: str, records: Sequence[Leaving]) -> Iterator[Sequence[str]]:
    names = _names(entity, records)
    yield _header(entity, names)
    for one in records:
        yield _cells(one, names)


def _names(entity: str, records: Iterable[Leaving]) -> tuple[Field, ...]:
    """Return the fields anybody filled, in the order of the schema."""
    said = {name for one in records for name in one.said}
    return tuple(one for one in SCHEMA[entity].fields if one.name in said)


def _header(entity: str, names: Sequence[Field]) -> list[str]:
    linked = ["case"] if SCHEMA[entity].in_case else []
    return [f"{MARK}{entity}", *linked, *(one.name for one in names)]


def _cells(one: Leaving, names: Sequence[Field]) -> list[str]:
    linked = [one.case] if SCHEMA[one.entity].in_case else []
    values = (
        spelled(field, one.said[field.name]) if field.name in one.said else ""
        for field in names
    )
    return [one.id, *linked, *values]
