"""All the tables of one population and one period (통계표), read in one look."""

from itertools import chain

from intake.counting.look import Look
from intake.counting.period import Period
from intake.counting.population import Population
from intake.counting.tables.deletion import deletion
from intake.counting.tables.harms import harms
from intake.counting.tables.people import people
from intake.counting.tables.support import support
from intake.counting.tables.table import Table
from intake.progress import Progress, Silent
from intake.vault import Database

MANY = 20  # how many there are
_QUIET = Silent()


def tables(
    db: Database, population: Population, period: Period, progress: Progress = _QUIET
) -> tuple[Table, ...]:
    """Return T1 to T11 with their annexes, in the order of their numbers; ``groups`` is T12.

    Raises:
        Cancelled: from ``progress``, between two tables.
    """
    return tables_of(Look(db, population, period), progress)


def tables_of(look: Look, progress: Progress = _QUIET) -> tuple[Table, ...]:
    """Return the same of what is looked at already.

    Raises:
        Cancelled: from ``progress``, between two tables.
    """
    told = []
    for one in chain(people(look), harms(look), support(look), deletion(look)):
        told.append(one)
        progress.step(len(told), MANY, "progress-figures")
    return tuple(sorted(told, key=_number))


def _number(table: Table) -> int:
    return int(table.id[1:].partition(".")[0])
