"""Hiding small numbers of people (작은 수 가림): one measure, whichever view a number stands in.

* A number that is hidden as the sum of a table is hidden as a headline too, and so is what would
  give it away: else one view would tell what the other keeps.
* How many are children is told to nobody who sees no content: beside all people it tells how few
  are of age.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from intake.counting import Rule
from intake.counting.cells import LEAST
from intake.counting.tables import ALL
from intake.counting.tables.publishing import OF_PEOPLE, Published

_SUM_OF = {"V1": "T1", "V2": "T1", "H1": "T3.sex", "H2": "T3.sex.annex"}
_OF_AGE = frozenset({"M1", "M2"})


@dataclass(frozen=True, slots=True)
class Measure:
    """What of one question is hidden."""

    away: frozenset[str]  # tables whose sum is not shown
    everybody: int  # how many people there are by V1
    veiled: bool  # from somebody who sees no content

    def hides(self, rule: Rule, *values: int) -> bool:
        """Whether a number is not shown, of which these are the values it has or had."""
        if rule.unit not in OF_PEOPLE:
            return False
        if any(0 < one < LEAST for one in values):
            return True
        if rule.id in _OF_AGE:
            return self.veiled or any(0 < self.everybody - one < LEAST for one in values)  # fmt: skip
        return _SUM_OF.get(rule.id, "") in self.away

    def doubtful(self, unit: str, doubtful: int) -> int:
        """Return how many are doubtful; of people never so few that they can be guessed."""
        return 0 if unit in OF_PEOPLE and doubtful < LEAST else doubtful


NOTHING_TOLD = Measure(frozenset(_SUM_OF.values()), 0, veiled=True)


def measured(tables: Iterable[Published], everybody: int, *, veiled: bool) -> Measure:
    """Return the measure of tables that are published together."""
    away = frozenset(one.table.id for one in tables if one.at(ALL, ALL) is None)
    return Measure(away, everybody, veiled)
