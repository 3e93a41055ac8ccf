"""Numbers that stand in court (집계): each with its rule, its rows and the moment it was true."""

from intake.counting.amounts import Actions, Addresses, Amount, Cases, Kinds, Persons
from intake.counting.counted import Counted, Source, count, counted, rows
from intake.counting.look import Look, supported
from intake.counting.period import Period
from intake.counting.population import Population, grouped
from intake.counting.rules import RULES, Rule
from intake.counting.stamp import AsOf, Stamp, stamped
from intake.counting.victims import Victim, victims_of

__all__ = [
    "RULES",
    "Actions",
    "Addresses",
    "Amount",
    "AsOf",
    "Cases",
    "Counted",
    "Kinds",
    "Look",
    "Period",
    "Persons",
    "Population",
    "Rule",
    "Source",
    "Stamp",
    "Victim",
    "count",
    "counted",
    "grouped",
    "rows",
    "stamped",
    "supported",
    "victims_of",
]
