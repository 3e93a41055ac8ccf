"""The figures of one perpetrator by the rules of the papers (프로필의 수치): page and paper say the same.

* Whoever was a child is so by the day it happened, an address is one however it is spelled.
* Every number is also known of each of its cases, so that it opens to them.
"""

from collections import Counter
from dataclasses import replace

from intake.counting import RULES, Counted, Look, Period, Victim, counted
from intake.desk.populations import population_of
from intake.desk.rooms import Rooms
from intake.desk.views.joint import CaseOfProfile
from intake.vault import Database

_FIRST = ("R1-FIRST", "R1-SEARCH", "R1-KMCSC")


class Numbers:
    """What was counted of one perpetrator's cases; within one moment."""

    def __init__(self, db: Database, rooms: Rooms, profile: str) -> None:
        """Look at everybody whom this perpetrator harmed."""
        population = population_of(rooms, "PROFILE", profile).population
        self._look = Look(db, population, Period())
        self._found: dict[str, Counted] = {}
        self._by_case: dict[str, Counter[str]] = {}

    def value(self, rule: str) -> int:
        """Return a number."""
        return self._counted(rule).amount.value

    @property
    def first_requests(self) -> int:
        """What was asked for the first time, wherever."""
        return sum(map(self.value, _FIRST))

    def line(self, line: CaseOfProfile) -> CaseOfProfile:
        """Return a case with its part of every number."""
        case = line.case
        victim = next((one for one in self._look.victims if case in one.cases), None)
        return replace(
            line,
            actions=self._of("R1", case),
            postings=self._of("R2", case),
            removed=self._of("R3", case),
            blocked=self._of("R3-BLOCKED", case),
            refused=self._of("R3-REFUSED", case),
            temporary=self._of("R3-TEMPORARY", case),
            open=self._of("R3-OPEN", case),
            minor=_is(victim, "minor"),
            under_14=_is(victim, "under_14"),
        )

    def _counted(self, rule: str) -> Counted:
        if rule not in self._found:
            self._found[rule] = counted(self._look, RULES[rule])
        return self._found[rule]

    def _of(self, rule: str, case: str) -> int:
        if rule not in self._by_case:
            self._by_case[rule] = self._counted(rule).by_case
        return self._by_case[rule][case]


def _is(victim: Victim | None, what: str) -> bool:
    return victim is not None and getattr(victim, what) is True
