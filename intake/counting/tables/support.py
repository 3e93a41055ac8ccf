"""Tables of support (지원, 건): T5 kind by month with the regional annex, T11 who was asked to help.

* T5 counts what was recorded by its quantity, and deletion support by R1, each in the month it
  was done; what regions add stands in the annex and in no national sum.
* T11 counts recorded support of another body (수사·법률, 의료, 심리, 유관기관) by the kind of the
  body; where none is named it stands under 미상. Offers that nobody took up are no support.
"""

from collections.abc import Iterator

from intake.counting.counted import support_by, support_kinds, undecided_support
from intake.counting.look import Look
from intake.counting.rules import RULES
from intake.counting.tables.months import month_of, months
from intake.counting.tables.table import UNKNOWN, Axis, Table, of_list, summed
from intake.register import SCHEMA

_LISTS = ("support", "support_regional")
_BODY = f" LEFT JOIN {SCHEMA['agency'].table} a ON a.id = t.agency AND a.deleted IS NULL"  # fmt: skip


def support(look: Look) -> Iterator[Table]:
    """Yield every table of support."""
    yield _by_month("T5", look, "S1")
    yield _by_month("T5.annex", look, "S2")
    yield _bodies(look)


def _by_month(name: str, look: Look, rule: str) -> Table:
    cells = summed(support_by(look, RULES[rule], month_of("t.done_on")))
    rows = of_list("counting-axis-support", RULES[rule].list, unknown=False)
    columns = months(look.period, (month for _, month in cells if month))
    doubtful = undecided_support(look, RULES[rule])
    return Table(name, RULES[rule], rows, columns, cells, doubtful, annex=rule == "S2")


def _bodies(look: Look) -> Table:
    rule, rows = RULES["S3"], of_list("counting-axis-body", "agency_kind")
    found = support_by(look, rule, f"coalesce(a.kind, '{UNKNOWN}')", _BODY)
    cells = summed({(rows.kept(body), kind): n for (kind, body), n in found.items()})
    columns = Axis("counting-axis-support", support_kinds(rule), _LISTS)
    return Table("T11", rule, rows, columns, cells, undecided_support(look, rule))
