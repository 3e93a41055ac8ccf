"""The tables of the yearly report (연간 보고서): one row for each year, A to G as they are printed.

* Every number is a sum of a table of that year, hidden where it is hidden there; a share is said
  of the sum that the report says it of, and only where both are shown.
* A people by sex, B by age, C kinds of harm, D relation, E support with the checks beside it,
  F deletion support by platform, G identity details leaked and their share of deletion support.
* Years are counted one by one: who is supported in two of them stands in both.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from intake.counting.look import Look
from intake.counting.period import Period
from intake.counting.rules import RULES, Rule
from intake.counting.shares import tenths
from intake.counting.tables.every import tables_of
from intake.counting.tables.publishing import OF_PEOPLE, Published, published
from intake.counting.tables.table import ALL, Axis
from intake.progress import Progress, Silent

_QUIET = Silent()
_SHAPES = {"A": "T1", "B": "T2", "C": "T3.sex", "D": "T4", "E": "T5", "F": "T6", "G": "T8"}  # fmt: skip
_CHECKS = "R4"
_WHOLE = {"G": "T6"}  # what the sum itself is a share of


@dataclass(frozen=True, slots=True)
class YearCell:
    """One number of one year; None where it is not shown."""

    value: int | None
    share: int | None = None  # in tenths of a percent


@dataclass(frozen=True, slots=True)
class Yearly:
    """One table of the report."""

    id: str  # A … G
    rule: Rule
    columns: Axis  # the sum first, as the report has it
    years: tuple[str, ...]
    cells: Mapping[tuple[str, str], YearCell] = field(repr=False)  # year, column
    doubtful: int = 0
    hidden: bool = False

    @property
    def title(self) -> str:
        """The text id of its title."""
        return f"counting-year-{self.id.lower()}"


def yearly(
    look: Look,
    years: Sequence[int],
    progress: Progress = _QUIET,
    *,
    whole: bool = False,
) -> tuple[Yearly, ...]:
    """Return A to G; ``whole``: with small numbers of people.

    Raises:
        Cancelled: from ``progress``.
    """
    told: dict[str, Mapping[str, Published]] = {}
    for at, year in enumerate(years):
        step = _Part(progress, at, len(years))
        found = tables_of(look.during(Period(f"{year:04}", f"{year:04}")), step)
        shown = map(Published, found) if whole else published(found)
        told[f"{year:04}"] = {one.table.id: one for one in shown}
    return tuple(_shaped(name, told) for name in _SHAPES) if told else ()


def _shaped(name: str, told: Mapping[str, Mapping[str, Published]]) -> Yearly:
    some = next(iter(told.values()))[_SHAPES[name]].table
    cells = {(year, code): one for year, found in told.items() for code, one in _row(name, found)}  # fmt: skip
    beside = (_CHECKS,) if name == "E" else ()
    columns = Axis(some.rows.title, (ALL, *some.rows.codes, *beside), some.rows.lists)
    doubtful = sum(_doubtful(found[_SHAPES[name]]) for found in told.values())
    hidden = any(one.value is None for one in cells.values())
    return Yearly(name, some.rule, columns, tuple(told), cells, doubtful, hidden)


def _row(name: str, found: Mapping[str, Published]) -> Iterator[tuple[str, YearCell]]:
    """Yield the numbers of one year by the codes of their columns."""
    one = found[_SHAPES[name]]
    total = one.at(ALL, ALL)
    whole = found[_WHOLE[name]].at(ALL, ALL) if name in _WHOLE else None
    yield ALL, YearCell(total, _share(total, whole))
    for code in one.table.rows.codes:
        value = one.at(code, ALL)
        yield code, YearCell(value, _share(value, total))
    if name == "E":
        yield _CHECKS, YearCell(found["T7.checks"].at(ALL, _CHECKS))


def _share(value: int | None, whole: int | None) -> int | None:
    return None if value is None or whole is None else tenths(value, whole)


def _doubtful(one: Published) -> int:
    """Return how many are doubtful; of people nobody is told how few."""
    return 0 if one.table.unit in OF_PEOPLE else one.table.doubtful


def rules_of(table: Yearly) -> tuple[Rule, ...]:
    """Return the rules of its columns: one, and that of the checks beside support."""
    return (table.rule, RULES[_CHECKS]) if table.id == "E" else (table.rule,)


class _Part:
    """Tells of one year's tables as a part of the way."""

    def __init__(self, progress: Progress, at: int, of: int) -> None:
        self._progress, self._at, self._of = progress, at, of

    def step(self, done: int, total: int, what: str) -> None:
        """Tell how far all of it is."""
        self._progress.step(self._at * total + done, self._of * total, what)
