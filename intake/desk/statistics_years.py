"""The yearly report's tables in words (연간 보고서): a row for each year, A to G.

One case is no table of people: of it only what was done is shown.
"""

from collections.abc import Iterator

from intake.consent.roles import Act
from intake.counting import Look
from intake.counting.shares import said
from intake.counting.tables.publishing import OF_PEOPLE
from intake.counting.tables.yearly import YearCell, Yearly, rules_of, yearly
from intake.desk.asking import chosen_of
from intake.desk.rooms import Rooms
from intake.desk.statistics_ready import prepare
from intake.desk.views.figures import Asked
from intake.desk.views.statistics import CountedCell, CountedRow, CountedTable
from intake.errors import InvalidInput
from intake.progress import Progress

_EARLIEST, _LATEST, _MOST = 1900, 2200, 30


def years_in_words(rooms: Rooms, years: tuple[int, int], asked: Asked, progress: Progress, *, whole: bool) -> tuple[CountedTable, ...]:  # fmt: skip
    """Return the tables of some years.

    Raises:
        InvalidInput: these are no years, or too many.
        Cancelled: from ``progress``.
    """
    first, last = years
    if not _EARLIEST <= first <= last <= _LATEST or last - first >= _MOST:
        raise InvalidInput(what="period", why="unknown")
    shows = whole and rooms.sight.may(Act.CASEWORK)
    prepare(rooms, asked, progress)
    with rooms.vault.one_moment() as db:
        look = Look(db, chosen_of(rooms, asked).population)
        found = yearly(look, range(first, last + 1), progress, whole=shows)
    one_case = asked.about_kind == "CASE"
    return tuple(_in_words(rooms, one) for one in found if not (one_case and one.rule.unit in OF_PEOPLE))  # fmt: skip


def _in_words(rooms: Rooms, one: Yearly) -> CountedTable:
    texts, language, rules = rooms.texts, rooms.language, rules_of(one)
    codes = one.columns.codes
    return CountedTable(
        one.id,
        texts(one.title),
        one.rule.unit,
        texts(f"figure-unit-{one.rule.unit.lower()}"),
        " · ".join(rule.label for rule in rules),
        " ".join(rule.how(language) for rule in rules),
        texts("counting-axis-year"),
        tuple(one.columns.label(code, texts) for code in codes),
        tuple(CountedRow(year, year, tuple(_cell(one.cells[year, code]) for code in codes)) for year in one.years),
        one.doubtful,
        note=" ".join(_notes(rooms, one)),
        codes=codes,
    )  # fmt: skip


def _cell(one: YearCell) -> CountedCell:
    return CountedCell(one.value, "" if one.share is None else f"{said(one.share)}%")


def _notes(rooms: Rooms, one: Yearly) -> Iterator[str]:
    own = f"counted-note-year-{one.id.lower()}"
    if rooms.texts.has(own):
        yield rooms.texts(own)
    if one.hidden:
        yield rooms.texts("counting-hidden-note")
