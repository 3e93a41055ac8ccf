"""Which rows a rule counts (집계 행): one selection serves the number, its rows and its proof.

* A number is never kept without its selection: whoever doubts it opens the rows.
* A date of lower precision that only may lie in the period is *doubtful*, and so is no date at
  all; doubtful rows are counted apart and never added.
* Training cases (교육용) and withdrawn records are in no selection.
"""

# ruff: noqa: S608 - names of the schema and of the rules stand in a statement

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from intake.counting.period import Period, earliest, latest
from intake.counting.population import Population
from intake.counting.rules import Rule
from intake.ledger.catalogue import chunks, within
from intake.register.fold import blob_of, id_of
from intake.register.schema import SCHEMA
from intake.vault import Database
from intake.vault.database import Row

_FEW = 2_000  # cases that are asked for one by one; more are read in one walk
_EARLIEST = "substr({0} || '-01-01', 1, 10)"
_LATEST = (
    "CASE length({0}) WHEN 4 THEN {0} || '-12-31' "
    "WHEN 7 THEN date({0} || '-01', '+1 month', '-1 day') ELSE {0} END"
)
_LEAKED = (
    f'EXISTS (SELECT 1 FROM {SCHEMA["leak"].table} k WHERE k."of" = t.id '
    "AND k.deleted IS NULL AND k.chosen = 1)"
)
_AGAIN = (
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


def selection_of(rule: Rule) -> Selection:
    """Return the rows of a rule about actions or addresses, of any time."""
    if rule.of == "action":
        return _of("deletion_action", "t.id", rule.kinds, "t.kind", "done_on")
    found = _of("posting", "coalesce(t.url_key, t.id)", rule.results, "coalesce(t.result, 'FOUND')", "found_on")  # fmt: skip
    marks = (
        (rule.again, _AGAIN),
        (rule.leaked, _LEAKED),
        (rule.parallel, "t.police_too = 1"),
    )
    more = "".join(f" AND {sql}" for wanted, sql in marks if wanted)
    return replace(found, where=found.where + more)


def _of(
    entity: str, one: str, codes: tuple[str, ...], column: str, dated: str
) -> Selection:
    where = "t.deleted IS NULL"
    if codes:
        where += f" AND {column} IN ({', '.join('?' * len(codes))})"
    return Selection(SCHEMA[entity].table, one, where, codes, dated)


# --- reading ------------------------------------------------------------------------------


def by_case(
    db: Database, chosen: Selection, population: Population, by: tuple[str, ...] = ()
) -> Iterator[tuple[str, tuple[str, ...], int]]:
    """Yield for every case, and every value of ``by``, how many rows there are, each once.

    ``by`` is SQL over ``t``, and over what the selection joins.
    """
    columns = "".join(f", {one}" for one in by)
    groups = ", ".join(str(at + 1) for at in range(1 + len(by)))
    number = "count(*)" if chosen.one == "t.id" else f"count(DISTINCT {chosen.one})"
    head = f'SELECT t."case"{columns}, {number}'
    for case, *found in _read(db, head, chosen, population, f" GROUP BY {groups}"):
        yield case, tuple(str(one or "") for one in found[:-1]), int(found[-1])


def records(
    db: Database, chosen: Selection, population: Population
) -> Iterator[tuple[str, str]]:
    """Yield the case and the record of every row, in no order."""
    head = f'SELECT t."case", min(t.id), {chosen.one}'
    for case, record, *_ in _read(db, head, chosen, population, " GROUP BY 1, 3"):
        yield case, id_of(record)


def distinct(db: Database, chosen: Selection, population: Population) -> set[object]:
    """Return what makes rows one, over all the cases together."""
    head = f'SELECT DISTINCT t."case", {chosen.one}'
    return {one for _, one in _read(db, head, chosen, population, "")}


def _read(
    db: Database, head: str, chosen: Selection, population: Population, tail: str
) -> Iterator[Row]:
    body = f" FROM {chosen.table} t{chosen.join} WHERE {chosen.where}"
    if len(population.cases) > _FEW:
        yield from _walked(db, head + body + tail, chosen.values, population)
        return
    for some in chunks(map(blob_of, sorted(population.cases))):
        sql = within(f'{head}{body} AND t."case" IN (?*){tail}', some)
        values: tuple[str | bytes, ...] = (*chosen.values, *some)
        yield from ((id_of(case), *rest) for case, *rest in db.each(sql, values))


def _walked(
    db: Database, sql: str, values: Iterable[str], population: Population
) -> Iterator[Row]:
    known = {blob_of(case): case for case in population.cases}
    for case, *rest in db.each(sql, tuple(values)):
        if case in known:
            yield (known[case], *rest)
