"""One look at a register (보기): whatever is asked together reads its people once.

* Training cases (교육용) and cases that are gone are in nothing that is counted.
* Whoever was *supported* in a period has at least one support in it: an action that R1 counts, or
  a support that was noted. All her cases describe her, also those in which nothing was done then.
* Of many cases what each adds is kept (``kept``); of few, and where too much is not, rows are read.
"""

from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import Any

from intake.counting.kept.keeping import read
from intake.counting.kept.sums import Sums
from intake.counting.period import Period
from intake.counting.population import Population
from intake.counting.rules import RULES
from intake.counting.selecting import Selection, cases_with, pairs, selection_of
from intake.counting.victims import CaseFacts, Victim, case_facts, living, people_of
from intake.register.schema import SCHEMA
from intake.vault import Database

ALWAYS = Period()
MANY_CASES = 200  # from here on what is kept is quicker than the rows
_MOST_NOT_KEPT = 2_000
_SUPPORTING = RULES["R1"].kinds
HARM = Selection(SCHEMA["harm"].table, "t.id", "t.deleted IS NULL AND t.chosen = 1")
SUPPORT = Selection(SCHEMA["support_action"].table, "t.id", "t.deleted IS NULL", (), "done_on")  # fmt: skip


class Look:
    """Whom figures are about, of which time, and what was read of them so far."""

    def __init__(
        self, db: Database, population: Population, period: Period = ALWAYS
    ) -> None:
        """Look at a population through one lane, within one transaction."""
        self.db = db
        self.asked = population
        self.period = period
        self.kept: dict[Selection, int] = {}  # what may lie in the period, counted once

    def during(self, period: Period) -> "Look":
        """Return a look at another time of the same people, who are not read again."""
        other = Look(self.db, self.asked, period)
        for name in ("sums", "population", "victims", "harms"):
            setattr(other, name, getattr(self, name))
        return other

    @cached_property
    def sums(self) -> Sums | None:
        """What these cases add together, as it is kept; None where their rows are read."""
        if len(self.asked.cases) < MANY_CASES:
            return None
        told = read(self.db, self.asked.cases, _MOST_NOT_KEPT)
        return None if told is None else Sums(told)

    @cached_property
    def odd(self) -> Population:
        """The cases that are in no sum."""
        return self.population.only(self.sums.odd if self.sums else ())

    @cached_property
    def population(self) -> Population:
        """The cases that count."""
        if self.sums is not None:
            return self.asked.only(self.sums.live)
        return self.asked.only(living(self.db, self.asked.cases))

    @cached_property
    def facts(self) -> Mapping[str, CaseFacts]:
        """What each case says of its victim."""
        return case_facts(self.db, self.population.cases)

    @cached_property
    def victims(self) -> tuple[Victim, ...]:
        """Every person."""
        if self.sums is not None:
            return tuple(self._known(self.sums))
        return people_of(self.facts, self.population)

    @cached_property
    def supported(self) -> tuple[Victim, ...]:
        """Every person with at least one support in the period."""
        return tuple(one for one in self.victims if self._when_sure & set(one.cases))

    @cached_property
    def perhaps(self) -> tuple[Victim, ...]:
        """Every other person of whom a support only may lie in the period."""
        maybe = self._supported(sure=False)
        others = (one for one in self.victims if not self._when_sure & set(one.cases))
        return tuple(one for one in others if maybe & set(one.cases))

    @cached_property
    def harms(self) -> frozenset[tuple[str, str]]:
        """Every case with every kind of harm that was ticked in it."""
        if self.sums is not None:
            return self.sums.harms
        return frozenset(pairs(self.db, HARM, self.population, "coalesce(t.kind, '')"))

    @cached_property
    def _when_sure(self) -> frozenset[str]:
        return self._supported(sure=True)

    def _known(self, sums: Sums) -> Iterator[Victim]:
        """Yield every person: whoever has several cases out of what they say together."""
        groups = self.population.persons()
        several = self.population.only(case for one in groups if len(one) > 1 for case in one)  # fmt: skip
        told = {one.cases[0]: one for one in people_of(case_facts(self.db, several.cases), several)} if several.cases else {}  # fmt: skip
        joint = {case: one for one in told.values() for case in one.cases}
        for group in groups:
            case = min(group)
            yield joint[case] if len(group) > 1 else _alone(case, sums.who[case])

    def _supported(self, *, sure: bool) -> frozenset[str]:
        if self.sums is None:
            return self._supported_in(self.population, sure=sure)
        told = self.sums.supported(self.period, _SUPPORTING, sure=sure)
        return (
            told | self._supported_in(self.odd, sure=sure) if self.odd.cases else told
        )

    def _supported_in(self, population: Population, *, sure: bool) -> frozenset[str]:
        chosen = (one.within(self.period, sure=sure) for one in (SUPPORT, selection_of(RULES["R1"])))  # fmt: skip
        return frozenset().union(*(cases_with(self.db, one, population) for one in chosen))  # fmt: skip


def _alone(case: str, said: list[Any]) -> Victim:
    sex, band, relation, route, received, intake, centers, minor, under_14, _ = said
    return Victim((case,), sex, band, relation, route, received, intake, tuple(centers), minor, under_14)  # fmt: skip


def supported(db: Database, population: Population, period: Period) -> Population:
    """Return whoever something was done for in a period, with all their cases."""
    look = Look(db, population, period)
    return population.only(case for one in look.supported for case in one.cases)
