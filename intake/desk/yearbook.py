"""The yearly report's tables as a file (연보 표 내보내기): A to G, a row for each year.

* Of this center; at the central desk of every case it has. Never of one case or one perpetrator.
* The file says by which rules was counted, on which day, at which position of the logs; what is
  hidden on the screen is hidden there, and says so in a word.
"""

from collections.abc import Iterator

from intake.consent.roles import Act
from intake.desk.aggregates_files import table_of
from intake.desk.rooms import Rooms
from intake.desk.statistics_files import FORMS, check_form
from intake.desk.statistics_years import years_in_words
from intake.desk.views import NamedBytes
from intake.desk.views.figures import Asked
from intake.desk.views.statistics import CountedTable
from intake.interchange import PrintedTable, tables_workbook, tables_zip
from intake.progress import Progress, Silent

_QUIET = Silent()
_ABOUT = "about"


class Yearbook:
    """The yearly report."""

    def __init__(self, rooms: Rooms) -> None:
        """Work in these rooms."""
        self._rooms = rooms

    def file(self, first_year: int, last_year: int, form: str = "xlsx", progress: Progress = _QUIET, *, whole: bool = False) -> NamedBytes:  # fmt: skip
        """Return the tables as a file: ``xlsx``, or ``csv`` in a zip.

        Raises:
            InvalidInput: these are no years, too many, or there is no such form.
            NotYours: the person here sees no content.
            Cancelled: from ``progress``; nothing left.
        """
        rooms = self._rooms
        check_form(form)
        rooms.sight.must(Act.CASEWORK)
        about = "NATION" if rooms.who.role == "central" else "CENTER"
        tables = years_in_words(rooms, (first_year, last_year), Asked(about), progress, whole=whole)  # fmt: skip
        period = ((rooms.texts("counted-about-period"), f"{first_year} – {last_year}"), *_moment(rooms))  # fmt: skip
        printed = (_about(rooms, about, period, tables), *(table_of(rooms, one, period) for one in tables))  # fmt: skip
        data = tables_workbook(printed) if form == "xlsx" else tables_zip(printed)
        name = f"ieum-years-{rooms.who.center_code}-{first_year}-{last_year}.{FORMS[form]}"  # fmt: skip
        return NamedBytes(name, data)


def _moment(rooms: Rooms) -> Iterator[tuple[str, str]]:
    texts = rooms.texts
    yield texts("counted-about-day"), rooms.clock.today().isoformat()
    yield texts("counted-about-position"), rooms.ledger.position_hash()


def _about(rooms: Rooms, about: str, period: tuple[tuple[str, str], ...], tables: tuple[CountedTable, ...]) -> PrintedTable:  # fmt: skip
    """Return the sheet that says what the file is."""
    texts = rooms.texts
    head = (
        (texts("counted-about-title"), texts("yearbook-name")),
        (texts("counted-about-center"), rooms.who.center_name),
        (texts("counted-about-whom"), texts(f"counted-of-{about.lower()}")),
        *period,
    )
    return PrintedTable(_ABOUT, (*head, *sorted({one.rule: one.how for one in tables}.items())), (), ())  # fmt: skip
