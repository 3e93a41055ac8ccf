"""What a number rests on (근거), so that it can be proved later: rule, filter, position, rows.

* ``AsOf`` is the position of every log, as a hash (ruling 13); a wall clock proves nothing.
* The rows are hashed by their ids in order: whoever has the same records gets the same hash,
  and no id can be read out of it.
* ``query`` is what a footer prints: the hash of all of it together with the amount.
"""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, field

from intake.counting.counted import Counted, Source
from intake.counting.period import Period
from intake.counting.population import Population
from intake.crypto.digest import canonical_json

_SHOWN = 16  # letters of a hash on paper


@dataclass(frozen=True, slots=True)
class AsOf:
    """Until which word of every log was counted."""

    position: str  # SHA-256 of every log's position
    day: str  # for people; proves nothing
    told: str = field(default="", repr=False)  # the position itself, to be kept with it


@dataclass(frozen=True, slots=True)
class Stamp:
    """What a number was counted by, from what, and until when."""

    rule: str
    first: str
    last: str
    as_of: AsOf
    people: str  # hash of who is whom in the population
    rows: str  # hash of the rows
    value: int

    @property
    def query(self) -> str:
        """The hash that a footer prints."""
        told = {
            "rule": self.rule,
            "period": [self.first, self.last],
            "position": self.as_of.position,
            "people": self.people,
            "rows": self.rows,
            "value": self.value,
        }
        return hashlib.sha256(canonical_json(told)).hexdigest()[:_SHOWN]


def stamped(
    counted: Counted,
    population: Population,
    period: Period,
    as_of: AsOf,
    sources: Iterable[Source],
) -> Stamp:
    """Return what a number rests on; ``sources`` are its rows, in the order of ``rows``."""
    return Stamp(
        counted.rule.label,
        period.first,
        period.last,
        as_of,
        _hashed(sorted(" ".join(sorted(one)) for one in population.persons())),
        _hashed(f"{one.case} {one.record}" for one in sources),
        counted.amount.value,
    )


def _hashed(told: Iterable[str]) -> str:
    """Hash lines as they come: a register of millions of rows is never held."""
    found = hashlib.sha256()
    for one in told:
        found.update(one.encode() + b"\n")
    return found.hexdigest()
