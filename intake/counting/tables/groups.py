"""Groups of one perpetrator (동일 가해자 묶음): T12, victims, centers and deletion support of each.

* People and centers are all that a group has; deletion support is what was done in the period.
* Three tables with the same rows, because three units do not stand in one: print them side by side.
* Sums count whoever is in two groups once.
"""

from collections.abc import Mapping

from intake.counting.counted import counted
from intake.counting.look import Look
from intake.counting.period import Period
from intake.counting.population import Population, together
from intake.counting.rules import RULES
from intake.counting.tables.table import ALL, Axis, Cell, Table, only_sums
from intake.vault import Database

_TOLD = {"T12": "V1", "T12.centers": "C1", "T12.actions": "R1"}


def groups(db: Database, told: Mapping[str, Population], period: Period) -> tuple[Table, ...]:  # fmt: skip
    """Return T12 of groups by their names, in the order they are given."""
    look = Look(db, together(told.values()), period)
    actions = counted(look, RULES["R1"])
    person = {case: at for at, who in enumerate(look.victims) for case in who.cases}
    cells: dict[str, dict[Cell, int]] = {name: {} for name in _TOLD}
    for name, cases in {**{n: one.cases for n, one in told.items()}, ALL: look.asked.cases}.items():  # fmt: skip
        here = cases & person.keys()
        cells["T12"][name, ALL] = len({person[case] for case in here})
        cells["T12.centers"][name, ALL] = len({look.facts[case].center for case in here} - {""})  # fmt: skip
        cells["T12.actions"][name, ALL] = sum(actions.by_case[case] for case in here)
    rows = Axis("counting-axis-group", tuple(told))
    maybe = {"T12.actions": actions.doubtful}
    return tuple(
        Table(name, RULES[rule], rows, only_sums(), cells[name], maybe.get(name, 0))
        for name, rule in _TOLD.items()
    )
