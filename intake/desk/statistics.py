"""Statistics (통계): the tables of the yearly report and what explains them, of one moment.

* Of a case, of a perpetrator, of this center, of everybody here; small numbers of people are hidden
  unless somebody who sees content asks for all of it.
* Whoever may ask for a number may see its statistics; a cell opens to its rows for whoever works on
  cases.
"""

from dataclasses import replace
from pathlib import Path

from intake.consent.roles import Act
from intake.counting import Counted, Look
from intake.counting.tables.opening import cell_rows
from intake.counting.tables.publishing import OF_PEOPLE
from intake.desk.asking import (
    check_leaving,
    chosen_of,
    line_of,
    page_of,
    period_of,
    source_of,
)
from intake.desk.laying import laid, show
from intake.desk.policies_drives import check_drive
from intake.desk.rooms import Rooms
from intake.desk.statistics_counting import Taken, taken
from intake.desk.statistics_files import check_form, file_of, name_of
from intake.desk.statistics_pictures import cell_behind, pictures_in_words
from intake.desk.statistics_words import tables_in_words
from intake.desk.statistics_years import years_in_words
from intake.desk.views import NamedBytes
from intake.desk.views.figures import Asked, FigureLine, SourceLine
from intake.desk.views.statistics import CountedTable, StatisticsView
from intake.progress import Progress, Silent

_QUIET, _HERE = Silent(), Asked()


class Statistics:
    """What can be shown of many cases."""

    def __init__(self, rooms: Rooms) -> None:
        """Work in these rooms."""
        self._rooms = rooms

    def view(self, asked: Asked, progress: Progress = _QUIET, *, whole: bool = False) -> StatisticsView:  # fmt: skip
        """Return cards, pictures and tables about a case, a perpetrator, this center or all here.

        ``whole``: with small numbers of people; only who sees content is heard.

        Raises:
            InvalidInput: there is no such kind, or no such day.
            NotFound: nobody knows the case or the suspect.
            NotThisStep: somebody of that perpetrator's cases is interviewed now.
            NotYours: what is true of one case, or of who agreed, is not for the person here.
            Cancelled: from ``progress``; nothing is kept.
        """
        rooms = self._rooms
        told = taken(rooms, asked, progress, whole=whole)
        away = tuple(one.rule.name(rooms.language) for one in told.cards if told.is_hidden(one))  # fmt: skip
        supervises = bool(asked.court) and rooms.sight.may(Act.SUPERVISE)
        return StatisticsView(
            asked,
            told.as_of,
            told.position,
            self._cards(told),
            pictures_in_words(rooms, told),
            tables_in_words(rooms, told),
            told.hidden,
            away,
            told.chosen.left_out if supervises else None,
            rooms.texts("counting-hidden-note") if told.hidden else "",
        )

    def rows(
        self,
        table: str,
        row: str,
        column: str,
        asked: Asked,
        limit: int = 200,
        after: int = 0,
    ) -> tuple[SourceLine, ...]:
        """Return the rows of one cell, by case; without a row or a column, of a sum.

        Raises:
            InvalidInput: there is no such table, or its cells do not open.
            NotYours: rows are not for the person here.
        """
        rooms, period = self._rooms, period_of(asked)
        rooms.sight.must(Act.CASEWORK)
        with rooms.vault.one_moment() as db:
            look = Look(db, chosen_of(rooms, asked).population, period)
            cell = cell_behind(table, row, column)
            found = page_of(cell_rows(look, *cell), limit, after)
        return tuple(source_of(rooms, one) for one in found)

    def years(
        self,
        first_year: int,
        last_year: int,
        asked: Asked = _HERE,
        progress: Progress = _QUIET,
        *,
        whole: bool = False,
    ) -> tuple[CountedTable, ...]:
        """Return the tables of the yearly report, A to G, with a row for each year.

        Raises:
            InvalidInput: these are no years, or too many.
            NotYours: what is true of one case, or of who agreed, is not for the person here.
            Cancelled: from ``progress``; nothing is kept.
        """
        years = first_year, last_year
        return years_in_words(self._rooms, years, asked, progress, whole=whole)

    def make(self, asked: Asked, form: str, progress: Progress = _QUIET, *, whole: bool = False) -> NamedBytes:  # fmt: skip
        """Return the tables as a file: ``xlsx``, or ``csv`` in a zip.

        Raises:
            InvalidInput: there is no such form, kind or day.
            NotYours: it is not for the person here, or one of the cases is not.
            Cancelled: from ``progress``; nothing left.
        """
        rooms = self._rooms
        check_form(form)
        told = taken(rooms, asked, progress, whole=whole)
        check_leaving(rooms, asked, told.chosen)
        return NamedBytes(name_of(rooms, form), file_of(rooms, told, form))

    def save(
        self,
        asked: Asked,
        form: str,
        file: Path,
        progress: Progress = _QUIET,
        *,
        whole: bool = False,
    ) -> NamedBytes:
        """Write the same file to a place: whole, or not at all.

        Raises:
            ReadOnlyPlace: nothing can be written there.
            PolicyForbids: it lies on a drive that IT does not allow.
        """
        check_drive(self._rooms.policy, Path(file).parent)
        made = self.make(asked, form, progress, whole=whole)
        show(laid(Path(file), made.data), Path(file))
        return made

    def _cards(self, told: Taken) -> tuple[FigureLine, ...]:
        return tuple(self._card(told, one) for one in told.cards if not told.is_hidden(one))  # fmt: skip

    def _card(self, told: Taken, one: Counted) -> FigureLine:
        """Return a headline figure; of people it says that no period narrows it."""
        line = line_of(self._rooms, one.rule, one.amount.value, told.doubtful(one))
        asked = told.asked
        if one.rule.unit not in OF_PEOPLE or not (asked.first or asked.last):
            return line
        return replace(line, how=f"{line.how} {self._rooms.texts('counted-all-time')}")
