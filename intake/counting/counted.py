"""One number by one rule (집계): its amount, what was doubtful, and the rows it is made of.

* ``count`` and ``rows`` read by the same selection: a number always opens to as many rows.
* People and cases are counted over the whole population; a period narrows what was done, and
  ``supported`` narrows a population to whom something was done for.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from heapq import merge

from intake.counting.amounts import OF_UNIT, Amount
from intake.counting.kept.packing import EXTRA, Act, Address
from intake.counting.kept.sums import By, Sums, nothing
from intake.counting.look import ALWAYS, SUPPORT, Look, supported
from intake.counting.period import Period
from intake.counting.population import Population
from intake.counting.rules import RULES, Rule
from intake.counting.selecting import (
    Selection,
    by_case,
    distinct,
    month_of,
    records,
    selection_of,
    tallied,
)
from intake.counting.victims import Victim
from intake.register import CODES
from intake.vault import Database

__all__ = ["ALWAYS", "Counted", "Source", "count", "counted", "rows", "supported"]

DELETE = "DELETE"  # the kind of support that R1 counts
MONTH_DONE = month_of("t.done_on")
_QUANTITY = "sum(coalesce(t.quantity, 1))"


@dataclass(frozen=True, slots=True)
class Counted:
    """A number, and what stands beside it."""

    rule: Rule
    amount: Amount
    doubtful: int = 0  # may lie in the period, or may have been a minor: never added
    by_case_of: Callable[[], Counter[str]] = field(default=Counter, repr=False, compare=False)  # fmt: skip

    @property
    def by_case(self) -> Counter[str]:
        """How many there are of every case; counted when it is asked for."""
        return self.by_case_of()


@dataclass(frozen=True, slots=True)
class Source:
    """One row of a number: what the screen opens."""

    case: str
    entity: str
    record: str


def count(db: Database, rule: Rule, population: Population, period: Period = ALWAYS) -> Counted:  # fmt: skip
    """Count by a rule."""
    return counted(Look(db, population, period), rule)


def counted(look: Look, rule: Rule) -> Counted:
    """Count by a rule, with what was read for another one already."""
    if rule.of in {"action", "posting"}:
        return _rows(look, rule)
    if rule.of == "support":
        return _support(look, rule)
    if rule.of == "harm":
        return _harm(look, rule)
    return _people(look, rule)


def rows(db: Database, rule: Rule, population: Population, period: Period = ALWAYS) -> Iterator[Source]:  # fmt: skip
    """Yield every row of a number by case and record; of people, one for each case they have."""
    look = Look(db, population, period)
    if rule.of in {"victim", "case", "center", "harm"}:
        cases = (case for one in look.victims if _is_counted(one, rule) for case in one.cases)  # fmt: skip
        return (Source(case, "case", case) for case in sorted(cases))
    if rule.of == "support":
        return sources(look, supports(rule))
    entity = "deletion_action" if rule.of == "action" else "posting"
    return sources(look, ((selection_of(rule), entity),))


def sources(look: Look, chosen: Iterable[tuple[Selection, str]]) -> Iterator[Source]:
    """Yield the rows of selections, each of a kind of record, by case and record."""

    def told(one: Selection, entity: str) -> Iterator[Source]:
        found = records(look.db, one.within(look.period), look.population)
        return (Source(case, entity, record) for case, record in found)

    return merge(*(told(*one) for one in chosen), key=lambda one: (one.case, one.record))  # fmt: skip


def _rows(look: Look, rule: Rule) -> Counted:
    chosen, unit = selection_of(rule), OF_UNIT[rule.unit]
    maybe = undecided(look, chosen)
    if look.sums is not None and rule.distinct != "nation":
        total = sum(tally(look, chosen).values())
        return Counted(rule, unit(total), maybe, lambda: _by_case(look, chosen))
    found = _by_case(look, chosen)
    total = distinct(look.db, chosen.within(look.period), look.population) if rule.distinct == "nation" else found.total()  # fmt: skip
    return Counted(rule, unit(total), maybe, lambda: found)


def _by_case(look: Look, chosen: Selection) -> Counter[str]:
    """Return how many there are of every case, each once within it."""
    sure, sums = chosen.within(look.period), look.sums
    if sums is None:
        return Counter(dict(by_case(look.db, sure, look.population)))
    if RULES[chosen.rule].of == "action":
        found = sums.acts_by_case(look.period, lambda one: acts_of(chosen, one))
    else:
        found = sums.addresses_by_case(look.period, lambda one: has_address(chosen, one))  # fmt: skip
    return found + Counter(dict(by_case(look.db, sure, look.odd))) if look.odd.cases else found  # fmt: skip


def acts_of(chosen: Selection, one: Act) -> bool:
    """Whether a selection has an action, of any time."""
    rule = RULES[chosen.rule]
    return one.kind in rule.kinds and (not rule.leaked or bool(one.leaked))


def has_address(chosen: Selection, one: Address) -> bool:
    """Whether a selection has an address, of any time."""
    rule = RULES[chosen.rule]
    return (
        (not rule.results or one.result in rule.results)
        and (not rule.again or one.again)
        and (not rule.leaked or bool(one.leaked))
        and (not rule.parallel or one.parallel)
        and (chosen.part != "APART" or one.platform in EXTRA)
        and (chosen.part != "FRESH" or not one.again)
    )


def tally(look: Look, chosen: Selection, by: tuple[str, ...] = (), told: By = nothing, *, sure: bool = True) -> Counter[tuple[str, ...]]:  # fmt: skip
    """Return how many there are over all the cases, each once in its own, for every value of ``by``.

    ``told`` says of what is kept the same as ``by`` says of rows.
    """
    within, sums = chosen.within(look.period, sure=sure), look.sums
    if sums is None:
        return Counter(tallied(look.db, within, look.population, by))
    found: Counter[tuple[str, ...]] = Counter()
    if RULES[chosen.rule].of == "action":
        acts = sums.acts(look.period, sure=sure)
        found[()] = sum(number for _, one, number in acts if acts_of(chosen, one))
    else:
        ended = chosen.dated == "result_on"
        found = sums.addresses(look.period, lambda one: has_address(chosen, one), told, sure=sure, ended=ended)  # fmt: skip
    if look.odd.cases:
        found.update(tallied(look.db, within, look.odd, by))
    return found


def undecided(look: Look, chosen: Selection) -> int:
    """Return how many only may lie in the period."""
    if look.period.is_all:
        return 0
    if chosen not in look.kept:
        look.kept[chosen] = sum(tally(look, chosen, sure=False).values())
    return look.kept[chosen]


# --- support -------------------------------------------------------------------------------


def support_kinds(rule: Rule) -> tuple[str, ...]:
    """Return the kinds of support that a rule counts, in the order of their list."""
    return rule.kinds or tuple(one.code for one in CODES.lists[rule.list])


def supports(rule: Rule) -> tuple[tuple[Selection, str], ...]:
    """Return the selections of support: what was recorded, and what R1 counts."""
    own = tuple(one for one in support_kinds(rule) if one != DELETE)
    where = f"{SUPPORT.where} AND t.kind IN ({', '.join('?' * len(own))})"
    recorded = replace(SUPPORT, where=where, values=own, many=_QUANTITY, rule=rule.id)
    listed = ((recorded, "support_action"),)
    if DELETE in support_kinds(rule):
        return (*listed, (selection_of(RULES["R1"]), "deletion_action"))
    return listed


def _support(look: Look, rule: Rule) -> Counted:
    total = support_by(look, rule).total()
    maybe = undecided_support(look, rule)
    return Counted(rule, OF_UNIT[rule.unit](total), maybe, lambda: _support_by_case(look, rule))  # fmt: skip


def _support_by_case(look: Look, rule: Rule) -> Counter[str]:
    found: Counter[str] = Counter()
    for chosen, _ in supports(rule):
        found.update(dict(by_case(look.db, chosen.within(look.period), look.population)))  # fmt: skip
    return found


def undecided_support(look: Look, rule: Rule) -> int:
    """Return how much support only may lie in the period."""
    return 0 if look.period.is_all else support_by(look, rule, sure=False).total()


def support_by(look: Look, rule: Rule, by: str = "''", join: str = "", *, sure: bool = True) -> Counter[tuple[str, str]]:  # fmt: skip
    """Return how much support of every kind there was, by something else of the record.

    ``by`` and ``join`` are SQL over ``t``; both the recorded support and R1 must have it.
    """
    found = _support_read(look, look.population, rule, by, join, sure=sure) if look.sums is None else _support_kept(look.sums, look.period, rule, by, sure=sure)  # fmt: skip
    if look.odd.cases:
        found.update(_support_read(look, look.odd, rule, by, join, sure=sure))
    return found


def _support_read(look: Look, population: Population, rule: Rule, by: str, join: str, *, sure: bool) -> Counter[tuple[str, str]]:  # fmt: skip
    found: Counter[tuple[str, str]] = Counter()
    for chosen, entity in supports(rule):
        told = replace(chosen.within(look.period, sure=sure), join=join)
        kind = "t.kind" if entity == "support_action" else f"'{DELETE}'"
        for (code, other), number in tallied(look.db, told, population, (kind, by)).items():  # fmt: skip
            found[code, other] += number
    return found


def _support_kept(sums: Sums, period: Period, rule: Rule, by: str, *, sure: bool) -> Counter[tuple[str, str]]:  # fmt: skip
    found: Counter[tuple[str, str]] = Counter()
    kinds = support_kinds(rule)
    monthly = by == MONTH_DONE
    for month, one, number in sums.supports(period, sure=sure):
        if one.kind in kinds and one.kind != DELETE and one.quantity:
            found[one.kind, month if monthly else one.body] += number * one.quantity
    for month, act, number in sums.acts(period, sure=sure) if DELETE in kinds else ():
        if act.kind in RULES["R1"].kinds:
            found[DELETE, month if monthly else ""] += number
    return found


# --- people ----------------------------------------------------------------------------------


def _people(look: Look, rule: Rule) -> Counted:
    unit = OF_UNIT[rule.unit]
    if rule.of == "center":
        return Counted(rule, unit(len({name for one in look.victims for name in one.centers})))  # fmt: skip
    if rule.of == "case":
        every = look.population.cases
        return Counted(rule, unit(len(every)), 0, lambda: Counter(dict.fromkeys(every, 1)))  # fmt: skip
    if rule.sure == "least":
        return Counted(rule, unit(len(look.population.persons("least"))))
    here = [one for one in look.victims if _is_counted(one, rule)]
    maybe = sum(_is_open(one, rule) for one in look.victims) if rule.under else 0
    return Counted(rule, unit(len(here)), maybe, lambda: Counter(one.cases[0] for one in here))  # fmt: skip


def _is_counted(one: Victim, rule: Rule) -> bool:
    return {0: True, 14: one.under_14 is True, 19: one.minor is True}[rule.under]


def _is_open(one: Victim, rule: Rule) -> bool:
    return (one.under_14 if rule.under == 14 else one.minor) is None  # noqa: PLR2004 - years


# --- kinds of harm ------------------------------------------------------------------------


def _harm(look: Look, rule: Rule) -> Counted:
    told = harm_of(look, rule, look.victims)
    return Counted(rule, OF_UNIT[rule.unit](len(told)), 0, lambda: Counter(person for person, _ in told))  # fmt: skip


def harm_of(look: Look, rule: Rule, victims: Iterable[Victim]) -> set[tuple[str, str]]:
    """Return every one of these people, by her first case, with every kind of harm she told of."""
    known = {one.code for one in CODES.lists[rule.list]}
    person = {case: one.cases[0] for one in victims for case in one.cases}
    return {
        (person[case], kind)
        for case, kind in look.harms
        if kind in known and case in person
    }
