"""All the tables of one population and one period (통계표), read in one look."""

from intake.counting.look import Look
from intake.counting.period import Period
from intake.counting.population import Population
from intake.counting.tables.deletion import deletion
from intake.counting.tables.harms import harms
from intake.counting.tables.people import people
from intake.counting.tables.support import support
from intake.counting.tables.table import Table
from intake.vault import Database


def tables(db: Database, population: Population, period: Period) -> tuple[Table, ...]:
    """Return T1 to T11 with their annexes, in the order of their numbers; ``groups`` is T12."""
    look = Look(db, population, period)
    told = (*people(look), *harms(look), *support(look), *deletion(look))
    return tuple(sorted(told, key=lambda one: int(one.id[1:].partition(".")[0])))
