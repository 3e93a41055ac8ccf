"""Bringing records in from a file (가져오기): look, match, try, bring.

* Trying writes nothing; bringing does what the trial said, all of it or nothing.
* How columns were matched is remembered for every set of headers.
* Taken back as one step, like any other deed.
"""

import contextlib
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path

from intake.crypto.digest import sha256
from intake.desk.brought import leave_numbers, look_again
from intake.desk.matches_settling import compare_again
from intake.desk.rooms import Rooms
from intake.desk.traced import note_cases
from intake.desk.views import NamedBytes
from intake.desk.views.interchange import (
    ColumnChoice,
    DryRun,
    FileView,
    Imported,
    ImportPlan,
    RefusedRow,
    TargetChoice,
)
from intake.errors import Cancelled, InvalidInput, SheetUnread
from intake.ids import new_id
from intake.interchange import (
    TARGETS,
    CaseBook,
    Column,
    Compared,
    Comparing,
    Matched,
    Records,
    Refusal,
    Table,
    Taking,
    Understanding,
    best_target,
    bring,
    guess,
    is_records,
    open_table,
    table_text,
)
from intake.ledger import Deed
from intake.progress import Progress
from intake.register import SCHEMA
from intake.register.postings import addresses_in
from intake.text import Texts

_SAMPLE = 5
_MOST = 128 << 20


@dataclass(slots=True)
class _Held:
    """The file that was opened last."""

    path: Path
    stamp: tuple[int, int]
    sheet: str
    data: bytes = field(repr=False)
    table: Table | None = field(default=None, repr=False)
    records: Records | None = field(default=None, repr=False)


class Imports:
    """What can be done with files of records."""

    def __init__(self, rooms: Rooms) -> None:
        """Work in these rooms."""
        self._rooms = rooms
        self._last: _Held | None = None

    def look(
        self, file: Path, sheet: str = "", target: str = "", *, progress: Progress
    ) -> FileView:
        """Return what is in a file, and how its columns are probably meant.

        Raises:
            SheetUnread: it cannot be read at all.
        """
        held = self._open(file, sheet, progress)
        if held.records is not None:
            form, rows = held.records.form, held.records.rows
            return FileView(
                True, form, "utf-8", "", "", (), rows, (), (), (), "records", (), False
            )
        return self._seen(_table(held), target)

    def _seen(self, table: Table, target: str) -> FileView:
        chosen = target or best_target(table.header)
        if chosen not in TARGETS:
            raise InvalidInput(what="target", why="unknown")
        kept, source = self._remembered(chosen, table.header), table.source
        return FileView(
            records=False,
            kind=source.kind,
            encoding=source.encoding,
            delimiter=source.delimiter,
            sheet=source.sheet,
            sheets=source.sheets,
            rows=source.rows,
            header=table.header,
            sample=tuple(line.cells for line in islice(table.each(), _SAMPLE)),
            notes=source.notes,
            target=chosen,
            columns=kept or guess(table.header, TARGETS[chosen]),
            remembered=bool(kept),
        )

    def targets(self) -> tuple[TargetChoice, ...]:
        """Return what rows may become."""
        return tuple(TargetChoice(name, f"import-target-{name}") for name in TARGETS)

    def columns(self, target: str) -> tuple[ColumnChoice, ...]:
        """Return the fields a column may become.

        Raises:
            InvalidInput: there is no such target.
        """
        if target not in TARGETS:
            raise InvalidInput(what="target", why="unknown")
        chosen, texts = TARGETS[target], self._rooms.texts
        return tuple(
            ColumnChoice(
                one.key,
                _named(one, texts),
                one.key in chosen.needs,
            )
            for one in chosen.columns
        )

    def dry_run(self, file: Path, plan: ImportPlan, progress: Progress) -> DryRun:
        """Return what an import would do; nothing is written."""
        compared = self._compared(file, plan, progress)
        return DryRun(
            new=compared.new,
            changed=compared.changed,
            here=compared.here,
            refused=len(compared.refusals),
            twice=compared.twice,
            cases=len(compared.cases),
            records=tuple(
                (SCHEMA[entity].label_id, count)
                for entity, count in compared.records.items()
            ),
            refusals=tuple(map(_shown, compared.refusals)),
            left=tuple(compared.left.items()),
        )

    def run(self, file: Path, plan: ImportPlan, progress: Progress) -> Imported:
        """Bring a file in: all that is not refused, or nothing.

        Raises:
            Cancelled, NoRoom: nothing was written.
        """
        compared = self._compared(file, plan, progress)
        if plan.only_new:
            compared.keep_only_new()
        batch = new_id(self._rooms.clock.wall())
        if compared.changes:
            self._bring(batch, compared, progress)
            with contextlib.suppress(Cancelled):  # whoever is left stays due
                compare_again(self._rooms, progress)
        if plan.columns and self._last is not None and self._last.table is not None:
            self._remember(plan, self._last.table.header)
        self.forget()
        cases = compared.cases
        return Imported(
            batch=batch,
            new=compared.new,
            changed=compared.changed,
            here=compared.here,
            refused=len(compared.refusals),
            cases=cases,
            case=cases[0] if len(cases) == 1 else "",
        )

    def refused(self, file: Path, plan: ImportPlan, progress: Progress) -> NamedBytes:
        """Return the refused rows with their reasons as CSV, to be put right and tried again."""
        compared = self._compared(file, plan, progress)
        held = self._open(file, plan.sheet, progress)
        texts = self._rooms.texts
        why = {one.row: one for one in reversed(compared.refusals)}
        header: Sequence[str] = held.table.header if held.table else ()
        titles = [texts("import-refused-row"), texts("import-refused-column")]
        titles += [texts("import-refused-why"), *header]
        rows = []
        cells = {row: line for row, line in _lines(held) if row in why}
        for number, one in why.items():
            reason = texts(_shown(one).text_id)
            rows.append([str(number), one.column, reason, *cells.get(number, ())])
        rows.sort(key=lambda row: int(row[0]))
        return NamedBytes("refused.csv", table_text(titles, rows))

    def forget(self) -> None:
        """Let go of the file that was opened last."""
        self._last = None

    # --- inside ---------------------------------------------------------------------

    def _bring(self, batch: str, compared: Compared, progress: Progress) -> None:
        rooms = self._rooms
        with rooms.one_step(Deed.IMPORT):
            brought = bring(
                rooms.vault,
                rooms.ledger,
                compared.changes,
                batch=batch,
                actor=rooms.who.counselor,
                rows=compared.new + compared.changed + compared.here,
                heard=lambda say: rooms.sight.check_words(say.spoken),
                progress=progress,
            )
            leave_numbers(rooms, compared.changes)
            for entries in brought.outcomes:
                rooms.done.note(Deed.IMPORT, entries)
        rooms.touched.add(*brought.touched)
        note_cases(rooms.log, Deed.IMPORT.value, compared.cases)

    def _compared(self, file: Path, plan: ImportPlan, progress: Progress) -> Compared:
        rooms, held = self._rooms, self._open(file, plan.sheet, progress)
        own, sees = rooms.who.center_code, rooms.sight.sees
        book = CaseBook(rooms.register, own, sees, self._noted)
        if held.records is not None:
            gathered = Taking(held.records, book).gather(progress)
        else:
            matched = self._matched(_table(held), plan)
            gathered = Understanding(_table(held), matched, book).gather(progress)
            look_again(rooms, gathered.facts.values())
        return Comparing(rooms.vault, rooms.register).compare(gathered, progress)

    def _noted(self, case: str) -> tuple[tuple[str, str, bool], ...]:
        with self._rooms.vault.reading() as db:
            return addresses_in(db, case)

    def _matched(self, table: Table, plan: ImportPlan) -> Matched:
        view = self._seen(table, plan.target)
        columns = tuple(plan.columns) or view.columns
        known = TARGETS[view.target].by_key
        named = [one for one in columns if one]
        if len(set(named)) != len(named) or any(one not in known for one in named):
            raise InvalidInput(what="columns", why="unknown-or-twice")
        missing = set(TARGETS[view.target].needs) - set(named)
        if missing or len(columns) > len(table.header):
            raise InvalidInput(what="columns", why="missing")
        return Matched(view.target, columns, plan.case, self._rooms.who.counselor)

    def _open(self, file: Path, sheet: str, progress: Progress) -> _Held:
        """Return the file, opened again only where it is another or has changed."""
        path = Path(file)
        try:
            told = path.stat()
            stamp = (told.st_mtime_ns, told.st_size)
            last = self._last
            if last and (last.path, last.stamp, last.sheet) == (path, stamp, sheet):
                return last
            if told.st_size > _MOST:
                raise SheetUnread(why="too-large")
            data = path.read_bytes()
        except OSError as error:
            raise SheetUnread(why="damaged") from error
        self._last = self._read(path, stamp, sheet, data, progress)
        return self._last

    def _read(
        self,
        path: Path,
        stamp: tuple[int, int],
        sheet: str,
        data: bytes,
        progress: Progress,
    ) -> _Held:
        held, form = _Held(path, stamp, sheet, data), is_records(data)
        if form:
            held.records = Records(data, form, progress)
        else:
            held.table = open_table(data, sheet, progress)
        return held

    # --- how columns were matched -----------------------------------------------------

    def _remember(self, plan: ImportPlan, header: Sequence[str]) -> None:
        words = " ".join(one or "-" for one in plan.columns)
        self._rooms.vault.keep_fact(_fact(plan.target, header), words)

    def _remembered(self, target: str, header: Sequence[str]) -> tuple[str, ...]:
        kept = (self._rooms.vault.fact(_fact(target, header)) or "").split()
        known = TARGETS[target].by_key
        names = tuple("" if one == "-" else one for one in kept)
        fits = len(names) == len(header) and all(n in known for n in names if n)
        return names if fits else ()


def _fact(target: str, header: Sequence[str]) -> str:
    """Return where a matching is kept: by the hash of the headers, not by their words."""
    worn = "\x1f".join("".join(name.split()).casefold() for name in header)
    return f"import/{target}/{sha256(worn.encode()).hex()[:24]}"


def _table(held: _Held) -> Table:
    if held.table is None:
        raise SheetUnread(why="not-a-workbook")
    return held.table


def _named(one: Column, texts: Texts) -> str:
    label = one.label(texts)
    return label if one.many else f"{texts(SCHEMA[one.entity].label_id)} · {label}"


def _shown(one: Refusal) -> RefusedRow:
    return RefusedRow(one.row, one.column, f"refused-{one.why}")


def _lines(held: _Held) -> "list[tuple[int, tuple[str, ...]]]":
    if held.table is None:
        return []
    return [(line.number, line.cells) for line in held.table.each()]
