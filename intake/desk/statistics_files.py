"""Statistics as a file (통계 내보내기): a sheet or a CSV for each table, and one that says what it is.

Under every title stand unit, rule, period, the day and the position of the logs: whoever has the
same records counts the same numbers. A hidden number is a word, never a nought.
"""

from collections.abc import Iterator

from intake.desk.rooms import Rooms
from intake.desk.statistics_counting import Taken
from intake.desk.statistics_words import tables_in_words
from intake.desk.views.figures import Asked
from intake.desk.views.statistics import CountedRow, CountedTable
from intake.errors import InvalidInput
from intake.interchange import PrintedTable, tables_workbook, tables_zip

FORMS = {"xlsx": "xlsx", "csv": "zip"}
_ABOUT = "about"


def check_form(form: str) -> None:
    """Check that there is such a form.

    Raises:
        InvalidInput: there is none.
    """
    if form not in FORMS:
        raise InvalidInput(what="form", why="unknown")


def file_of(rooms: Rooms, told: Taken, form: str) -> bytes:
    """Return the file."""
    tables = tables_in_words(rooms, told)
    printed = (_about(rooms, told, tables), *(_printed(rooms, told, one) for one in tables))  # fmt: skip
    return tables_workbook(printed) if form == "xlsx" else tables_zip(printed)


def name_of(rooms: Rooms, form: str) -> str:
    """Return what a file is called: never whom it is about."""
    day = rooms.clock.today().isoformat()
    return f"ieum-statistics-{rooms.who.center_code}-{day}.{FORMS[form]}"


def period_in_words(rooms: Rooms, asked: Asked) -> str:
    """Return a period as a sentence has it."""
    texts = rooms.texts
    said = [texts.day(one.strip()) if one.strip() else "" for one in (asked.first, asked.last)]  # fmt: skip
    if not any(said):
        return texts("counted-always")
    return " – ".join(dict.fromkeys(said)).strip()


# --- the sheets ----------------------------------------------------------------------------


def _about(rooms: Rooms, told: Taken, tables: tuple[CountedTable, ...]) -> PrintedTable:
    """Return the sheet that says what the file is, and by which rules was counted."""
    texts = rooms.texts
    rules = {one.rule: one.how for one in tables}
    head = (
        (texts("counted-about-title"), texts("counted-about-name")),
        (texts("counted-about-center"), rooms.who.center_name),
        (texts("counted-about-whom"), texts(f"counted-of-{told.asked.about_kind.lower()}")),
        *_moment(rooms, told),
    )  # fmt: skip
    hidden = ((texts("counting-hidden"), texts("counting-hidden-note")),) if told.hidden else ()  # fmt: skip
    return PrintedTable(_ABOUT, (*head, *hidden, *sorted(rules.items())), (), ())


def _moment(rooms: Rooms, told: Taken) -> tuple[tuple[str, str], ...]:
    texts = rooms.texts
    return (
        (texts("counted-about-period"), period_in_words(rooms, told.asked)),
        (texts("counted-about-day"), rooms.clock.today().isoformat()),
        (texts("counted-about-position"), told.position),
    )


def _printed(rooms: Rooms, told: Taken, table: CountedTable) -> PrintedTable:
    texts = rooms.texts
    about = (
        (texts("counted-about-table"), f"{table.id} {table.title}"),
        (texts("counted-about-unit"), table.unit_label),
        (texts("counted-about-rule"), table.rule),
        (texts("counted-about-how"), table.how),
        *_moment(rooms, told),
        *_aside(rooms, table),
    )
    shared = any(_share(table, row) for row in table.rows)
    heads = (table.first, *table.columns, *((texts("counted-share"),) if shared else ()))  # fmt: skip
    rows = tuple(tuple(_cells(rooms, table, row, shared=shared)) for row in table.rows)
    return PrintedTable(table.id, about, heads, rows)


def _aside(rooms: Rooms, table: CountedTable) -> Iterator[tuple[str, str]]:
    if table.doubtful:
        yield rooms.texts("counted-about-doubtful"), str(table.doubtful)
    if table.note:
        yield rooms.texts("counted-about-note"), table.note


def _share(table: CountedTable, row: CountedRow) -> str:
    """Return the share of a row in the sum; nothing where the table has no sum of rows."""
    return row.cells[table.codes.index("")].share if "" in table.codes else ""


def _cells(rooms: Rooms, table: CountedTable, row: CountedRow, *, shared: bool) -> Iterator[str | int | float]:  # fmt: skip
    yield row.label
    for cell in row.cells:
        yield rooms.texts("counting-hidden") if cell.value is None else cell.value
    if shared:
        share = _share(table, row)
        yield float(share.rstrip("%")) if share else ""
