"""Tables of kinds of harm (피해유형, 건): T3 by sex and by age, with the regional annex.

* Population as in T1; every kind of one person counts once, so the sum is more than the people.
* National tables have seven kinds; what regions add stands in the annex and in no national sum.
* 1인당 평균 is two numbers, kinds and people: whoever prints it divides them.
* Doubtful are kinds of people of whom a support only may lie in the period.
"""

from collections.abc import Callable, Iterator

from intake.counting.amounts import Kinds, Persons
from intake.counting.counted import harm_of
from intake.counting.look import Look
from intake.counting.rules import RULES, Rule
from intake.counting.tables.people import AGE, SEX
from intake.counting.tables.table import ALL, Axis, Table, crossed, of_list
from intake.counting.victims import Victim
from intake.register import CODES

HARMS = ("T3.sex", "T3.age", "T3.sex.annex", "T3.age.annex")


def harms(look: Look) -> Iterator[Table]:
    """Yield every table of kinds of harm."""
    for name in HARMS:
        rule, columns, code = _placed(name)
        column = {one.cases[0]: code(one) for one in look.supported}
        told = harm_of(look, rule, look.supported)
        rows = of_list("counting-axis-harm", rule.list, unknown=False)
        cells = crossed((kind, column[person]) for person, kind in told)
        doubtful = len(harm_of(look, rule, look.perhaps))
        yield Table(name, rule, rows, columns, cells, doubtful, annex=rule.id == "H2")


def harmed_in(look: Look, name: str, row: str, column: str) -> Iterator[str]:
    """Yield the cases that tell of a kind of harm, of whoever stands in a column."""
    rule, _, code = _placed(name)
    kinds = {row} if row else {one.code for one in CODES.lists[rule.list]}
    told = {case for case, kind in look.harms if kind in kinds}
    for one in look.supported:
        if column in {ALL, code(one)}:
            yield from (case for case in one.cases if case in told)


def _placed(name: str) -> tuple[Rule, Axis, Callable[[Victim], str]]:
    """Return the rule and the columns of a table, and in which column somebody stands."""
    rule = RULES["H2" if name.endswith(".annex") else "H1"]
    if name.startswith("T3.sex"):
        return rule, SEX, lambda one: SEX.kept(one.sex)
    return rule, AGE, lambda one: AGE.kept(one.band)


def average(look: Look) -> tuple[Kinds, Persons]:
    """Return what stands under T3 as 1인당 평균: national kinds, and people."""
    told = harm_of(look, RULES["H1"], look.supported)
    return Kinds(len(told)), Persons(len(look.supported))
