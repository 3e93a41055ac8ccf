"""Which rows a rule counts (집계 행): one selection serves the number, its rows and its proof.

* A number is never kept without its selection: whoever doubts it opens the rows.
* A date of lower precision that only may lie in the period is *doubtful*, and so is no date at
  all; doubtful rows are counted apart and never added.
* A withdrawn record is in no selection. Which cases are looked at is said by the population;
  ``Look`` leaves training cases (교육용) out of it.
"""

# ruff: noqa: S608 - names of the schema and of the rules stand in a statement

import json
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from intake.counting.period import Period, earliest, latest
from intake.counting.population import Population
from intake.counting.rules import Rule
from intake.register.fold import id_of
from intake.register.schema import SCHEMA
from intake.vault import Database
from intake.vault.database import Row

_FEW = 2_000  # cases that are looked up one by one; for more the whole table is walked once
UNDATED = "UNDATED"  # the month of what has none
_MONTH = len("2024-01")
_EARLIEST = "substr({0} || '-01-01', 1, 10)"
_LATEST = (
    "CASE length({0}) WHEN 4 THEN {0} || '-12-31' "
    "WHEN 7 THEN date({0} || '-01', '+1 month', '-1 day') ELSE {0} END"
)
LEAKED = (
    f'EXISTS (SELECT 1 FROM {SCHEMA["leak"].table} k WHERE k."of" = {{}} '
    "AND k.deleted IS NULL AND k.chosen = 1)"
)
FOUND_AGAIN = (
    "(t.parent IS NOT NULL OR coalesce(t.restored, 0) > 0 "
    "OR coalesce(t.result, '') IN ('REUPLOADED', 'RESTORED'))"
)


@dataclass(frozen=True, slots=True)
class Selection:
    """Rows of one table that a rule counts within a period."""

    table: str
    one: str  # what makes a row one: SQL over ``t``
    where: str
    values: tuple[str, ...] = ()
    dated: str = ""  # the column of the date that decides
    join: str = ""
    many: str = ""  # how many one row is, where it says so itself: SQL over ``t``
    rule: str = ""  # whose rows it has, of any time
    part: str = ""  # which of them: ``APART``, ``FRESH``, or all

    def within(self, period: Period, *, sure: bool = True) -> "Selection":
        """Return the part of it that lies in a period, or that only may."""
        if period.is_all:
            return self if sure else replace(self, where=f"{self.where} AND 0")
        day = f"t.{self.dated}"
        inside, told = _inside(day, period)
        if sure:
            return replace(self, where=f"{self.where} AND {inside}", values=(*self.values, *told))  # fmt: skip
        touching, also = _touching(day, period)
        where = f"{self.where} AND ({day} IS NULL OR ({touching} AND NOT ({inside})))"
        return replace(self, where=where, values=(*self.values, *also, *told))

    def having(self, sql: str, code: str) -> "Selection":
        """Return the rows of it of which something has this value; all of them for no value."""
        if not code:
            return self
        return replace(self, where=f"{self.where} AND {sql} = ?", values=(*self.values, code))  # fmt: skip


def _inside(day: str, period: Period) -> tuple[str, tuple[str, ...]]:
    parts, values = ["1"], []
    if period.first:
        parts.append(f"{_EARLIEST.format(day)} >= ?")
        values.append(earliest(period.first))
    if period.last:
        parts.append(f"{_LATEST.format(day)} <= ?")
        values.append(latest(period.last))
    return " AND ".join(parts), tuple(values)


def _touching(day: str, period: Period) -> tuple[str, tuple[str, ...]]:
    parts, values = ["1"], []
    if period.first:
        parts.append(f"{_LATEST.format(day)} >= ?")
        values.append(earliest(period.first))
    if period.last:
        parts.append(f"{_EARLIEST.format(day)} <= ?")
        values.append(latest(period.last))
    return " AND ".join(parts), tuple(values)


def month_of(column: str) -> str:
    """Return SQL for the month of a date column.

    >>> month_of("t.done_on")
    "CASE WHEN length(t.done_on) >= 7 THEN substr(t.done_on, 1, 7) ELSE 'UNDATED' END"
    """
    return f"CASE WHEN length({column}) >= {_MONTH} THEN substr({column}, 1, {_MONTH}) ELSE '{UNDATED}' END"  # fmt: skip


def selection_of(rule: Rule) -> Selection:
    """Return the rows of a rule about actions or addresses, of any time."""
    if rule.of == "action":
        found = _of("deletion_action", "t.id", rule.kinds, "t.kind", "done_on")
        leaked = f" AND {LEAKED.format('t.posting')}" if rule.leaked else ""
        return replace(found, where=found.where + leaked, rule=rule.id)
    found = _of("posting", "coalesce(t.url_key, t.id)", rule.results, "coalesce(t.result, 'FOUND')", "found_on")  # fmt: skip
    marks = (
        (rule.again, FOUND_AGAIN),
        (rule.leaked, LEAKED.format("t.id")),
        (rule.parallel, "t.police_too = 1"),
    )
    more = "".join(f" AND {sql}" for wanted, sql in marks if wanted)
    return replace(found, where=found.where + more, rule=rule.id)


def _of(
    entity: str, one: str, codes: tuple[str, ...], column: str, dated: str
) -> Selection:
    where = "t.deleted IS NULL"
    if codes:
        where += f" AND {column} IN ({', '.join('?' * len(codes))})"
    return Selection(SCHEMA[entity].table, one, where, codes, dated)


# --- reading ------------------------------------------------------------------------------


def by_case(
    db: Database, chosen: Selection, population: Population
) -> Iterator[tuple[str, int]]:
    """Yield for every case how many there are, each once within it."""
    head = f'SELECT t."case", {_number(chosen)}'
    for case, number in _read(db, head, chosen, population, ' GROUP BY t."case"'):
        if number:
            yield id_of(case), int(number)


def tallied(
    db: Database, chosen: Selection, population: Population, by: tuple[str, ...] = ()
) -> dict[tuple[str, ...], int]:
    """Return for every value of ``by`` how many there are over all the cases, each once in its own.

    ``by`` is SQL over ``t``, and over what the selection joins. Values are never added up over
    cases here that a rule counts once: an address with two outcomes is one of both, and one in all.
    """
    if chosen.one == "t.id":
        groups = ", ".join(str(at + 1) for at in range(len(by)))
        head = f"SELECT {', '.join((*by, _number(chosen)))}"
        tail = f" GROUP BY {groups}" if by else ""
        rows = _read(db, head, chosen, population, tail)
    else:
        rows = _distinctly(db, chosen, population, by)
    return {tuple(map(str, found)): int(number) for *found, number in rows if number}


def _distinctly(
    db: Database, chosen: Selection, population: Population, by: tuple[str, ...]
) -> Iterator[Row]:
    """Count what is one within its case, by values that rows of it may have several of."""
    values = "".join(f", {sql} b{at}" for at, sql in enumerate(by))
    names = [f"b{at}" for at in range(len(by))]
    head = f'SELECT {", ".join((*names, "count(*)"))} FROM (SELECT DISTINCT t."case", {chosen.one}{values}'  # fmt: skip
    tail = f") GROUP BY {', '.join(names)}" if by else ")"
    return _read(db, head, chosen, population, tail)


def records(
    db: Database, chosen: Selection, population: Population
) -> Iterator[tuple[str, str]]:
    """Yield the case and the record of every row, in the order of their ids."""
    if chosen.one == "t.id":
        once = "DISTINCT " if chosen.join else ""  # what was joined may say it twice
        head, tail = f'SELECT {once}t."case", t.id', " ORDER BY 1, 2"
    else:
        head = f'SELECT t."case", min(t.id) r, {chosen.one} o'
        tail = ' GROUP BY t."case", o ORDER BY 1, 2'
    for case, record, *_ in _read(db, head, chosen, population, tail):
        yield id_of(case), id_of(record)


def distinct(db: Database, chosen: Selection, population: Population) -> int:
    """Return how many there are over all the cases together, each once among them all."""
    head = f"SELECT count(DISTINCT {chosen.one})"
    return sum(number for (number,) in _read(db, head, chosen, population, ""))


def cases_with(
    db: Database, chosen: Selection, population: Population
) -> frozenset[str]:
    """Return the cases that have any of them."""
    rows = _read(db, 'SELECT DISTINCT t."case"', chosen, population, "")
    return frozenset(id_of(case) for (case,) in rows)


def pairs(
    db: Database, chosen: Selection, population: Population, other: str
) -> Iterator[tuple[str, str]]:
    """Yield every case with every value of something that its rows have, each pair once."""
    for case, told in _read(db, f'SELECT DISTINCT t."case", {other}', chosen, population, ""):  # fmt: skip
        yield id_of(case), told


def _number(chosen: Selection) -> str:
    return chosen.many or ("count(*)" if chosen.one == "t.id" else f"count(DISTINCT {chosen.one})")  # fmt: skip


def _read(
    db: Database, head: str, chosen: Selection, population: Population, tail: str
) -> Iterator[Row]:
    """Run one statement over the rows of a population, however many cases it has."""
    inside = among('t."case"', population.cases)
    sql = f"{head} FROM {chosen.table} t{walk(population.cases)}{chosen.join} WHERE {chosen.where} AND {inside}{tail}"
    return db.each(sql, (*chosen.values, listed(population.cases)))


def walk(cases: frozenset[str]) -> str:
    """Return how a table is read for these cases: many in one walk, so that no page is read twice."""
    return "" if len(cases) <= _FEW else " NOT INDEXED"


def among(column: str, cases: frozenset[str]) -> str:
    """Return the condition that a column is one of these cases; their list is its one value.

    Of few cases each is looked up; of many every row is looked at once.
    """
    looked = column if len(cases) <= _FEW else f"+{column}"
    return f"{looked} IN (SELECT unhex(value) FROM json_each(?))"


@lru_cache(maxsize=4)
def listed(cases: frozenset[str]) -> str:
    """Return cases as the one value that a statement takes."""
    return json.dumps([case.replace("-", "") for case in sorted(cases)])
