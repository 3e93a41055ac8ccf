"""One number by one rule (집계): its amount, what was doubtful, and the rows it is made of.

* ``count`` and ``rows`` read by the same selection: a number always opens to as many rows.
* People and cases are counted over the whole population; a period narrows what was done, and
  ``supported`` narrows a population to whom something was done for.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from intake.counting.amounts import OF_UNIT, Amount
from intake.counting.period import Period
from intake.counting.population import Population
from intake.counting.rules import RULES, Rule
from intake.counting.selecting import (
    Selection,
    by_case,
    distinct,
    records,
    selection_of,
)
from intake.counting.victims import Victim, victims_of
from intake.register import CODES, SCHEMA
from intake.vault import Database

ALWAYS = Period()
DELETE = "DELETE"  # the kind of support that R1 counts
_SUPPORT = Selection(SCHEMA["support_action"].table, "t.id", "t.deleted IS NULL", (), "done_on")  # fmt: skip
_HARM = Selection(SCHEMA["harm"].table, "t.kind", "t.deleted IS NULL AND t.chosen = 1")


@dataclass(frozen=True, slots=True)
class Counted:
    """A number, and what stands beside it."""

    rule: Rule
    amount: Amount
    doubtful: int = 0  # may lie in the period, or may have been a minor: never added
    by_case: Counter[str] = field(default_factory=Counter, repr=False)


@dataclass(frozen=True, slots=True)
class Source:
    """One row of a number: what the screen opens."""

    case: str
    entity: str
    record: str


def count(db: Database, rule: Rule, population: Population, period: Period = ALWAYS) -> Counted:  # fmt: skip
    """Count by a rule."""
    if rule.of in {"action", "posting"}:
        return _rows(db, rule, population, period)
    if rule.of == "support":
        return _support(db, rule, population, period)
    if rule.of == "harm":
        return _harm(db, rule, population)
    return _people(db, rule, population)


def rows(db: Database, rule: Rule, population: Population, period: Period = ALWAYS) -> Iterator[Source]:  # fmt: skip
    """Yield every row of a number; of people, one row for each case they have."""
    if rule.of in {"action", "posting"}:
        chosen = selection_of(rule).within(period)
        entity = "deletion_action" if rule.of == "action" else "posting"
        yield from _sources(db, chosen, population, entity)
    elif rule.of == "support":
        for chosen, entity in _supports(rule):
            yield from _sources(db, chosen.within(period), population, entity)
    else:
        for case in sorted(_cases_of(db, rule, population)):
            yield Source(case, "case", case)


def supported(db: Database, population: Population, period: Period) -> Population:
    """Return whoever something was done for in a period: the population of the tables."""
    chosen = (_SUPPORT, selection_of(RULES["R1"]))
    found = {
        case
        for one in chosen
        for case, _, number in by_case(db, one.within(period), population)
        if number
    }
    return population.only(found)


def _sources(db: Database, chosen: Selection, population: Population, entity: str) -> Iterator[Source]:  # fmt: skip
    for case, record in records(db, chosen, population):
        yield Source(case, entity, record)


def _rows(db: Database, rule: Rule, population: Population, period: Period) -> Counted:
    chosen = selection_of(rule)
    found = Counter({case: number for case, _, number in by_case(db, chosen.within(period), population)})  # fmt: skip
    maybe = sum(number for *_, number in by_case(db, chosen.within(period, sure=False), population))  # fmt: skip
    total = found.total()
    if rule.distinct == "nation":
        total = len(distinct(db, chosen.within(period), population))
    return Counted(rule, OF_UNIT[rule.unit](total), maybe, found)


# --- support -------------------------------------------------------------------------------


def _supports(rule: Rule) -> tuple[tuple[Selection, str], ...]:
    """Return the selections of support: what was recorded, and what R1 counts."""
    own = replace(_SUPPORT, where=f"{_SUPPORT.where} AND coalesce(t.kind, '') <> ?", values=(DELETE,))  # fmt: skip
    listed = ((own, "support_action"),)
    if rule.list == "support":
        return (*listed, (selection_of(RULES["R1"]), "deletion_action"))
    return listed


def _support(db: Database, rule: Rule, population: Population, period: Period) -> Counted:  # fmt: skip
    found: Counter[str] = Counter()
    for (_, case), number in support_by(db, rule, population, period).items():
        found[case] += number
    return Counted(rule, OF_UNIT[rule.unit](found.total()), 0, found)


def support_by(db: Database, rule: Rule, population: Population, period: Period) -> Counter[tuple[str, str]]:  # fmt: skip
    """Return for every kind of support and case how much there was; quantities are summed."""
    known = {one.code for one in CODES.lists[rule.list]}
    found: Counter[tuple[str, str]] = Counter()
    by = ("t.kind", "coalesce(t.quantity, 1)")
    chosen = _supports(rule)[0][0].within(period)
    for case, (kind, quantity), number in by_case(db, chosen, population, by):
        if kind in known:
            found[kind, case] += number * int(quantity)
    if rule.list == "support":
        for case, _, number in by_case(db, selection_of(RULES["R1"]).within(period), population):  # fmt: skip
            found[DELETE, case] += number
    return found


# --- people ----------------------------------------------------------------------------------


def _people(db: Database, rule: Rule, population: Population) -> Counted:
    unit = OF_UNIT[rule.unit]
    if rule.of == "case":
        found = Counter(dict.fromkeys(_live(db, population), 1))
        return Counted(rule, unit(found.total()), 0, found)
    if rule.sure == "least":
        live = population.only(_live(db, population))
        return Counted(rule, unit(len(live.persons("least"))))
    victims = victims_of(db, population)
    here = [one for one in victims if _is_counted(one, rule)]
    maybe = sum(_is_open(one, rule) for one in victims) if rule.under else 0
    return Counted(rule, unit(len(here)), maybe, Counter(one.cases[0] for one in here))


def _is_counted(one: Victim, rule: Rule) -> bool:
    return {0: True, 14: one.under_14 is True, 19: one.minor is True}[rule.under]


def _is_open(one: Victim, rule: Rule) -> bool:
    return (one.under_14 if rule.under == 14 else one.minor) is None  # noqa: PLR2004 - years


def _live(db: Database, population: Population) -> set[str]:
    return {case for one in victims_of(db, population) for case in one.cases}


def _cases_of(db: Database, rule: Rule, population: Population) -> set[str]:
    victims = victims_of(db, population)
    return {case for one in victims if not rule.under or _is_counted(one, rule) for case in one.cases}  # fmt: skip


# --- kinds of harm ------------------------------------------------------------------------


def _harm(db: Database, rule: Rule, population: Population) -> Counted:
    told = harm_by(db, rule, population)
    found = Counter(person for person, _ in told)
    return Counted(rule, OF_UNIT[rule.unit](len(told)), 0, found)


def harm_by(db: Database, rule: Rule, population: Population) -> set[tuple[str, str]]:
    """Return every person, by her least case, with every kind of harm she told of."""
    known = {one.code for one in CODES.lists[rule.list]}
    person = population.only(_live(db, population)).person_of()
    kinds = by_case(db, _HARM, population, ("t.kind",))
    return {(person[case], kind) for case, (kind,), _ in kinds if kind in known and case in person}  # fmt: skip
