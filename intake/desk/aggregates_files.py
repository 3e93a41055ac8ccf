"""Sums of centers' counts as a file (센터별 합 내보내기): a sheet for each table, one that says what it is.

* Whose numbers are in it, whose are missing, and what was set aside and why, stand on the first sheet.
* A hidden number is a word, never a nought; nothing in it is a formula.
"""

from collections.abc import Iterator

from intake.desk.rooms import Rooms
from intake.desk.statistics_files import FORMS
from intake.desk.views.aggregates import AggregateLine, NationView
from intake.desk.views.statistics import CountedRow, CountedTable
from intake.interchange import PrintedTable, tables_workbook, tables_zip

_ABOUT = "about"

Line = tuple[str, str]


def name_of(rooms: Rooms, form: str) -> str:
    """Return what the file is called."""
    return f"ieum-centers-{rooms.clock.today().isoformat()}.{FORMS[form]}"


def file_of(rooms: Rooms, view: NationView, form: str) -> bytes:
    """Return the file."""
    printed = (_about(rooms, view), *(table_of(rooms, one, tuple(_period(rooms, view))) for one in view.tables))  # fmt: skip
    return tables_workbook(printed) if form == "xlsx" else tables_zip(printed)


def table_of(
    rooms: Rooms, table: CountedTable, period: tuple[Line, ...]
) -> PrintedTable:
    """Return one table as a sheet; what it is stands above it."""
    texts = rooms.texts
    about = (
        (texts("counted-about-table"), f"{table.id} {table.title}"),
        (texts("counted-about-unit"), table.unit_label),
        (texts("counted-about-rule"), table.rule),
        (texts("counted-about-how"), table.how),
        *period,
        *_aside(rooms, table),
    )
    shared = _shared(table)
    heads = [table.first]
    for at, column in enumerate(table.columns):
        heads += [column, f"{column} {texts('counted-share')}"] if at in shared else [column]  # fmt: skip
    rows = tuple((row.label, *_cells(rooms, row, shared)) for row in table.rows)
    return PrintedTable(table.id, about, tuple(heads), rows)


def _shared(table: CountedTable) -> frozenset[int]:
    """Return the columns that say a share beside the number."""
    columns = range(len(table.columns))
    return frozenset(at for at in columns if any(row.cells[at].share for row in table.rows))  # fmt: skip


def _cells(rooms: Rooms, row: CountedRow, shared: frozenset[int]) -> Iterator[str | int | float]:  # fmt: skip
    for at, cell in enumerate(row.cells):
        yield rooms.texts("counting-hidden") if cell.value is None else cell.value
        if at in shared:
            yield float(cell.share.rstrip("%")) if cell.share else ""


def _aside(rooms: Rooms, table: CountedTable) -> Iterator[Line]:
    if table.doubtful:
        yield rooms.texts("counted-about-doubtful"), str(table.doubtful)
    if table.note:
        yield rooms.texts("counted-about-note"), table.note


def _about(rooms: Rooms, view: NationView) -> PrintedTable:
    """Return the sheet that says whose numbers these are."""
    texts = rooms.texts
    head = [
        (texts("counted-about-title"), view.title),
        (texts("counted-about-note"), view.note),
        (texts("counted-about-center"), rooms.who.center_name),
        *_period(rooms, view),
    ]
    if view.hidden:
        head.append((texts("counting-hidden"), texts("counting-hidden-note")))
    if view.missing_words:
        head.append((texts("counted-about-note"), view.missing_words))
    rules = {one.rule: one.how for one in view.tables}
    heads = tuple(texts(f"aggregate-column-{one}") for one in ("center", "made", "cases", "state"))  # fmt: skip
    rows = tuple(_center(rooms, one) for one in (*view.counted, *view.aside))
    return PrintedTable(_ABOUT, (*head, *sorted(rules.items())), heads, rows)


def _period(rooms: Rooms, view: NationView) -> Iterator[Line]:
    yield rooms.texts("counted-about-period"), f"{view.first} – {view.last}"
    yield rooms.texts("counted-about-day"), rooms.clock.today().isoformat()


def _center(rooms: Rooms, one: AggregateLine) -> tuple[str | int, ...]:
    state = one.words or rooms.texts("aggregate-counts")
    cases = rooms.texts("counting-hidden") if one.few else one.cases
    return (one.center_name, one.made_on, "" if one.words else cases, state)
