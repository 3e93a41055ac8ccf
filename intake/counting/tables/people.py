"""Tables of people (명): T1 sex, T2 age, T4 relation, T9 route.

* Population: every person of whom at least one support lies in the period, once however many
  cases she has.
* 신규/지속: 지속 is who was there before, that is whose earliest case was received wholly before the
  period or says that it continues or comes again; everybody else is 신규.
* Age is that on the day of intake; relation is that to the main perpetrator, as her earliest
  case that says one has it.
* Doubtful are people of whom a support only may lie in the period.
"""

from collections.abc import Callable, Iterator

from intake.counting.look import Look
from intake.counting.period import Period, earliest, latest
from intake.counting.rules import RULES
from intake.counting.tables.table import (
    ALL,
    Axis,
    Cell,
    Table,
    crossed,
    of_list,
    only_sums,
)
from intake.counting.victims import Victim

SEX = of_list("counting-axis-sex", "sex")
AGE = of_list("counting-axis-age", "age_band")
_RELATION = of_list("counting-axis-relation", "relation")
_ROUTE = of_list("counting-axis-route", "route")
_SINCE = Axis("counting-axis-since", ("NEW", "CONTINUED"), ("intake_kind",))
_BEFORE = frozenset({"CONTINUED", "AGAIN"})
PEOPLE = ("T1", "T2", "T4", "T9")


def people(look: Look) -> Iterator[Table]:
    """Yield every table of people."""
    for name in PEOPLE:
        rows, columns, place = _placed(name, look.period)
        cells = crossed(map(place, look.supported))
        yield Table(name, RULES["V1"], rows, columns, cells, len(look.perhaps))


def people_in(look: Look, name: str, row: str, column: str) -> Iterator[Victim]:
    """Yield whoever stands in a cell."""
    *_, place = _placed(name, look.period)
    for one in look.supported:
        at = place(one)
        if row in {ALL, at[0]} and column in {ALL, at[1]}:
            yield one


def _placed(name: str, period: Period) -> tuple[Axis, Axis, Callable[[Victim], Cell]]:
    """Return rows and columns of a table, and where in it somebody stands."""
    told: dict[str, tuple[Axis, Axis, Callable[[Victim], Cell]]] = {
        "T1": (SEX, _SINCE, lambda one: (SEX.kept(one.sex), since(one, period))),
        "T2": (AGE, SEX, lambda one: (AGE.kept(one.band), SEX.kept(one.sex))),
        "T4": (_RELATION, SEX, lambda one: (_related(one), SEX.kept(one.sex))),
        "T9": (_ROUTE, only_sums(), lambda one: (_ROUTE.kept(one.route), ALL)),
    }
    return told[name]


def since(one: Victim, period: Period) -> str:
    """Return whether somebody is new (신규) in a period or was there before (지속)."""
    before = (
        one.received and period.first and latest(one.received) < earliest(period.first)
    )
    return "CONTINUED" if before or one.intake in _BEFORE else "NEW"


def _related(one: Victim) -> str:
    return one.relation if one.relation in _RELATION.codes else "UNKNOWN"
