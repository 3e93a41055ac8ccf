"""The tables of the yearly report (통계표): T1 to T12 of one population and one period."""

from intake.counting.tables.table import ALL, Axis, Table

__all__ = ["ALL", "Axis", "Table"]
