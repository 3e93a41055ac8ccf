"""The tables of the yearly report (통계표): T1 to T12 of one population and one period."""

from intake.counting.selecting import UNDATED
from intake.counting.tables.every import MANY, tables, tables_of
from intake.counting.tables.groups import groups
from intake.counting.tables.harms import average
from intake.counting.tables.table import ALL, UNKNOWN, Axis, Table

__all__ = [
    "ALL",
    "MANY",
    "UNDATED",
    "UNKNOWN",
    "Axis",
    "Table",
    "average",
    "groups",
    "tables",
    "tables_of",
]
