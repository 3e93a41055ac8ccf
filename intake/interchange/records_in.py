"""Reading the open format (기록 파일 읽기): records with ids, or with names of the file's own.

* Every line is judged by itself; a line nobody can read is refused with its number.
* A record of a case that is neither in the file nor here, or that another center owns, is
  refused. Who owns a case that comes is the center that takes it in.
* Keys, attachments and withdrawals are set aside and counted: they do not travel this way.
"""

import io
import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from zipfile import BadZipFile, ZipFile

from intake.errors import SheetUnread
from intake.interchange.casebook import CaseBook
from intake.interchange.commas import open_text
from intake.interchange.facts import Fact, Gathered, Refusal
from intake.interchange.letters import encoding_of
from intake.interchange.records import (
    FORMAT,
    VERSION,
    Record,
    id_in,
    marked,
    unguarded,
    unspelled,
)
from intake.interchange.sheets import open_workbook, sheet_names
from intake.interchange.table import Cells, Table
from intake.matching import Address
from intake.progress import Progress
from intake.register import SCHEMA, Entity, Sensitivity, Type, Value
from intake.register.guard import mask_numbers
from intake.register.spelling import key_of
from intake.register.vocabulary import is_id, why_not

_ASIDE = frozenset({"attachment", "deleted"})
_SPELLING = frozenset({"url", "typed"})
_STEP = 500
_LONGEST = 1 << 20
_HERE = frozenset(
    {"access_mark", "access_review", "role_grant", "break_glass", "destruction"}
)


class _Refused(Exception):
    def __init__(self, column: str, why: str) -> None:
        super().__init__(why)
        self.column, self.why = column, why


def is_records(data: bytes) -> str:
    """Return the form of an open file (jsonl, csv, xlsx); empty where it is none."""
    head = data[:4096]
    if head.startswith(b"PK"):
        return "xlsx" if FORMAT.encode() in _names_inside(data) else ""
    text = head.decode(encoding_of(head), errors="replace").lstrip("\ufeff")
    if text.startswith("{") and f'"{FORMAT}"' in text.partition("\n")[0]:
        return "jsonl"
    first = text.splitlines()[0] if text.strip() else ""
    return "csv" if marked(first.partition(",")[0].strip('"')) else ""


def _names_inside(data: bytes) -> bytes:
    """Return the list of sheets of a workbook as it stands in the file, or nothing."""
    try:
        with ZipFile(io.BytesIO(data)) as packed:
            return packed.open("xl/workbook.xml").read(1 << 16)
    except (BadZipFile, KeyError, OSError, RuntimeError, NotImplementedError):
        return b""


class Records:
    """The records of one open file."""

    def __init__(self, data: bytes, form: str, progress: Progress) -> None:
        """Look at its head.

        Raises:
            SheetUnread: a newer version, or no such file.
        """
        self.form, self.source, self.refused = form, "", list[Refusal]()
        self._data, self._progress = data, progress
        self._tables: tuple[Table, ...] = ()
        if form == "jsonl":
            self._read_head(_object(data.partition(b"\n")[0]) or {})
        else:
            self._tables = tuple(self._marked_tables())

    def _read_head(self, head: Mapping[str, object]) -> None:
        version = head.get("version")
        if not isinstance(version, int) or version < 1:
            raise SheetUnread(why="damaged")
        if version > VERSION:
            raise SheetUnread(why="newer")
        self.source = str(head.get("source") or "")

    def _marked_tables(self) -> Iterator[Table]:
        if self.form == "csv":
            yield self._checked(open_text(self._data, _is_header))
            return
        for name in sheet_names(self._data, self._progress):
            table = open_workbook(self._data, name, _is_header, self._progress)
            if name == FORMAT:
                self._read_first(table)
            elif table.header and marked(table.header[0]):
                yield self._checked(table)

    def _read_first(self, table: Table) -> None:
        rows = [table.header, *(line.cells for line in table.each())]
        said = {row[0]: row[1] for row in rows if len(row) > 1}
        version = said.get("version", "")
        self._read_head(
            {
                "version": int(version) if version.isdecimal() else 0,
                "source": said.get("source", ""),
            }
        )

    def _checked(self, table: Table) -> Table:
        told = marked(table.header[0])
        if told is None:
            raise SheetUnread(why="damaged")
        if told[0] > VERSION:
            raise SheetUnread(why="newer")
        return table

    @property
    def rows(self) -> int:
        """About how many records there are."""
        if self.form == "jsonl":
            return max(self._data.count(b"\n") - 1, 0)
        return sum(table.source.rows for table in self._tables)

    def each(self) -> Iterator[Record | Refusal]:
        """Yield every record, or the refusal of its line."""
        if self.form == "jsonl":
            yield from self._lines()
            return
        for table in self._tables:
            yield from _records_of(table, plain=self.form == "csv")

    def _lines(self) -> Iterator[Record | Refusal]:
        start, number = self._data.find(b"\n") + 1, 1
        while 0 < start < len(self._data):
            end = self._data.find(b"\n", start)
            end = len(self._data) if end < 0 else end
            number += 1
            line = self._data[start:end]
            start = end + 1
            if line.strip():
                yield _record(number, line)


def _is_header(cells: Cells) -> int:
    return 1000 if cells and marked(cells[0]) else 0


def _object(line: bytes) -> dict[str, object] | None:
    if len(line) > _LONGEST:
        return None
    try:
        found = json.loads(line)
    except (ValueError, RecursionError):
        return None
    return found if isinstance(found, dict) else None


def _record(number: int, line: bytes) -> Record | Refusal:
    told = _object(line)
    fields = told.get("fields") if told else None
    if told is None or not isinstance(fields, dict):
        return Refusal(number, "", "not-a-record")
    entity, name, case = told.get("entity"), told.get("id"), told.get("case", "")
    if not (
        isinstance(entity, str) and isinstance(name, str) and isinstance(case, str)
    ):
        return Refusal(number, "", "not-a-record")
    return Record(number, entity, name, case, fields)


def _records_of(table: Table, *, plain: bool) -> Iterator[Record | Refusal]:
    told = marked(table.header[0])
    entity = told[1] if told else ""
    linked = entity in SCHEMA and SCHEMA[entity].in_case
    clean: Callable[[str], str] = unguarded if plain else str
    for line in table.each():
        if line.faults:
            at, why = next(iter(line.faults.items()))
            column = table.header[at] if 0 <= at < len(table.header) else ""
            yield Refusal(line.number, column, why)
            continue
        cells = [clean(cell) for cell in line.cells]
        cells += [""] * (2 - len(cells))
        named = zip(table.header[1 + linked :], cells[1 + linked :], strict=False)
        fields = {
            name: _cell(entity, name, cell) for name, cell in named if cell and name
        }
        yield Record(line.number, entity, cells[0], cells[1] if linked else "", fields)


def _cell(entity: str, name: str, cell: str) -> Value:
    declared = SCHEMA[entity].by_name.get(name) if entity in SCHEMA else None
    return unspelled(declared, cell) if declared else cell


class Taking:
    """Turns records into facts."""

    def __init__(self, records: Records, book: CaseBook) -> None:
        """Take them into the register of this center."""
        self._records, self._book = records, book
        self._coming: set[str] = set()
        self._same: dict[str, str] = {}  # postings of the file: which they are here
        self._numbers: dict[str, str] = {}  # of cases that come: whose
        self._gathered = Gathered()

    def gather(self, progress: Progress) -> Gathered:
        """Return what the file says."""
        found, total = self._gathered, self._records.rows
        self._coming = {
            self._id("case", one.id)
            for one in self._records.each()
            if isinstance(one, Record) and one.entity == "case" and one.id
        }
        self._find_places()
        for done, one in enumerate(self._records.each()):
            if done % _STEP == 0:
                progress.step(min(done, total), total, "progress-reading")
            if isinstance(one, Refusal):
                found.refusals.append(one)
                continue
            try:
                found.take(one.row, (self._fact(one),))
            except _Refused as refused:
                found.refuse(one.row, refused.column, refused.why)
        return found

    def _id(self, entity: str, name: str) -> str:
        record = id_in(self._records.source, entity, name)
        return self._same.get(record, record) if entity == "posting" else record

    def _find_places(self) -> None:
        """Find the postings whose address the case has already: one address is one posting."""
        for one in self._records.each():
            url = one.fields.get("url") if isinstance(one, Record) else None
            if isinstance(one, Record) and one.entity == "posting" and one.id and url:
                self._find_place(one, str(url))

    def _find_place(self, one: Record, url: str) -> None:
        record, case = self._id("posting", one.id), self._id("case", one.case)
        read = None if _unsayable(url) else self._book.read(url)
        if not isinstance(read, Address) or not is_id(case):
            return
        known = self._book.addresses(case)
        here = known.find(read.key)
        if here and here != record and not known.knows(record):
            self._same[record] = here
        elif not here:
            known.take(((record, read.url, False),))

    def _fact(self, one: Record) -> Fact:
        entity = SCHEMA.get(one.entity)
        if entity is None or entity.name in _HERE:
            raise _Refused("", "unknown-entity")
        if not one.id:
            raise _Refused("id", "empty")
        case = self._case(entity, one)
        said = dict(self._said(entity, one.fields))
        record = self._id(entity.name, one.id)
        if (
            id_in(self._records.source, entity.name, one.id) in self._same
        ):  # its spelling stands
            said = {name: said[name] for name in said if name not in _SPELLING}
        if entity.name == "case":
            self._check_number(case, said.get("number"))
            said |= {"owner": self._book.center}
        if entity.name == "identifier" and said.get("role") == "VICTIM":
            raise _Refused("role", "own-account")
        outside = bool(said.get("outside_system") and said.get("outside_number"))
        return Fact(
            entity.name,
            record,
            case,
            said,
            counted_outside=outside,
        )

    def _check_number(self, case: str, number: Value) -> None:
        """No two cases go by one number: nothing would be found by it again."""
        key = key_of(str(number)) if number else ""
        if not key:
            return
        known = self._book.find(key)
        holder = known.id if known else self._numbers.setdefault(key, case)
        if holder != case:
            raise _Refused("number", "number-here")

    def _case(self, entity: Entity, one: Record) -> str:
        if entity.scope != "case":
            return ""
        case = self._id("case", one.id if entity.name == "case" else one.case)
        known = self._book.by_id(case)
        if known is not None and (why := self._book.why_not(known)):
            raise _Refused("case", why)
        if known is None and case not in self._coming:
            raise _Refused("case", "unknown-case")
        return case

    def _said(
        self, entity: Entity, fields: Mapping[str, object]
    ) -> Iterable[tuple[str, Value]]:
        for name, raw in fields.items():
            declared = entity.by_name.get(name)
            if declared is None:
                raise _Refused(str(name), "unknown-field")
            if declared.sensitive is Sensitivity.SECRET or name in _ASIDE:
                left = self._gathered.left
                left["import-left-keys"] = left.get("import-left-keys", 0) + 1
                continue
            if not isinstance(raw, str | int | bool | None) or name == "case":
                if name != "case":
                    raise _Refused(name, "not-a-value")
                continue
            value: Value = raw
            if isinstance(raw, str):
                value = mask_numbers(raw)
                if declared.type is Type.ID:
                    value = self._id(declared.refers or entity.name, raw)
            why = why_not(declared, value) or _unsayable(value)
            if why:
                raise _Refused(name, why)
            yield name, value


def _unsayable(value: Value) -> str:
    """Return why the ledger would not take a value of the right type."""
    if isinstance(value, str):
        try:
            value.encode()
        except UnicodeEncodeError:
            return "lost-letters"
        return "nul" if "\0" in value else ""
    fits = not isinstance(value, int) or abs(value) < 1 << 53
    return "" if fits else "out-of-bounds"
