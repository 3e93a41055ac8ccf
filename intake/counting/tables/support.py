"""Tables of support (지원, 건): T5 kind by month with the regional annex, T11 who was asked to help.

* T5 counts what was recorded by its quantity, and deletion support by R1, each in the month it
  was done; what regions add stands in the annex and in no national sum.
* T11 counts recorded support of another body (수사·법률, 의료, 심리, 유관기관) by the kind of the
  body; where none is named it stands under 미상. Offers that nobody took up are no support.
"""

from collections.abc import Iterator
from dataclasses import replace

from intake.counting.counted import (
    DELETE,
    MONTH_DONE,
    support_by,
    support_kinds,
    supports,
    undecided_support,
)
from intake.counting.look import Look
from intake.counting.rules import RULES
from intake.counting.selecting import Selection
from intake.counting.tables.months import month_of, months
from intake.counting.tables.places import in_groups
from intake.counting.tables.table import UNKNOWN, Axis, Table, of_list, summed
from intake.register import SCHEMA

SUPPORTS = ("T5", "T5.annex", "T11")
_LISTS = ("support", "support_regional")
_BODIES = of_list("counting-axis-body", "agency_kind")
_BODY = f" LEFT JOIN {SCHEMA['agency'].table} a ON a.id = t.agency AND a.deleted IS NULL"  # fmt: skip


def support(look: Look) -> Iterator[Table]:
    """Yield every table of support."""
    yield _by_month("T5", look, "S1")
    yield _by_month("T5.annex", look, "S2")
    yield _bodies(look)


def supported_in(name: str, row: str, column: str) -> tuple[tuple[Selection, str], ...]:  # fmt: skip
    """Return the rows of a cell, each selection with the kind of its records."""
    rule = RULES[{"T5": "S1", "T5.annex": "S2", "T11": "S3"}[name]]
    kind, by, code = (column, _body(), row) if name == "T11" else (row, month_of("t.done_on"), column)  # fmt: skip
    join = _BODY if name == "T11" else ""
    found = []
    for chosen, entity in supports(rule):
        own = "t.kind" if entity == "support_action" else f"'{DELETE}'"
        told = replace(chosen, join=join).having(own, kind).having(by, code)
        found.append((told, entity))
    return tuple(found)


def _by_month(name: str, look: Look, rule: str) -> Table:
    cells = summed(support_by(look, RULES[rule], MONTH_DONE))
    rows = of_list("counting-axis-support", RULES[rule].list, unknown=False)
    columns = months(look.period, (month for _, month in cells if month))
    doubtful = undecided_support(look, RULES[rule])
    return Table(name, RULES[rule], rows, columns, cells, doubtful, annex=rule == "S2")


def _bodies(look: Look) -> Table:
    rule = RULES["S3"]
    found = support_by(look, rule, _body(), _BODY)
    cells = summed({(body, kind): n for (kind, body), n in found.items()})
    columns = Axis("counting-axis-support", support_kinds(rule), _LISTS)
    return Table("T11", rule, _BODIES, columns, cells, undecided_support(look, rule))


def _body() -> str:
    """Return SQL for the kind of the body that was asked; what no list has is unknown."""
    known = {code: (code,) for code in _BODIES.codes if code != UNKNOWN}
    return in_groups("a.kind", known, UNKNOWN)
