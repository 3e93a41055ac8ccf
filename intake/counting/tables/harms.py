"""Tables of kinds of harm (피해유형, 건): T3 by sex and by age, with the regional annex.

* Population as in T1; every kind of one person counts once, so the sum is more than the people.
* National tables have seven kinds; what regions add stands in the annex and in no national sum.
* 1인당 평균 is two numbers, kinds and people: whoever prints it divides them.
* Doubtful are kinds of people of whom a support only may lie in the period.
"""

from collections.abc import Iterator

from intake.counting.amounts import Kinds, Persons
from intake.counting.counted import harm_of
from intake.counting.look import Look
from intake.counting.rules import RULES
from intake.counting.tables.people import AGE, SEX
from intake.counting.tables.table import Axis, Table, crossed, of_list

_KINDS = {"H1": "damage_national", "H2": "damage_regional"}


def harms(look: Look) -> Iterator[Table]:
    """Yield every table of kinds of harm."""
    sex = {one.cases[0]: SEX.kept(one.sex) for one in look.supported}
    age = {one.cases[0]: AGE.kept(one.band) for one in look.supported}
    for rule, end in (("H1", ""), ("H2", ".annex")):
        yield _of(f"T3.sex{end}", look, rule, SEX, sex)
        yield _of(f"T3.age{end}", look, rule, AGE, age)


def _of(name: str, look: Look, rule: str, columns: Axis, column: dict[str, str]) -> Table:  # fmt: skip
    told = harm_of(look, RULES[rule], look.supported)
    rows = of_list("counting-axis-harm", _KINDS[rule], unknown=False)
    cells = crossed((kind, column[person]) for person, kind in told)
    doubtful = len(harm_of(look, RULES[rule], look.perhaps))
    return Table(name, RULES[rule], rows, columns, cells, doubtful, annex=rule == "H2")


def average(look: Look) -> tuple[Kinds, Persons]:
    """Return what stands under T3 as 1인당 평균: national kinds, and people."""
    told = harm_of(look, RULES["H1"], look.supported)
    return Kinds(len(told)), Persons(len(look.supported))
