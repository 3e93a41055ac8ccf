"""How alike two profiles are, and every reason for it (비슷한 정도와 그 근거): never a certainty.

* Weights are thousandths of a bit (log2 of a likelihood ratio), whole numbers, so that they
  can be kept in the ledger and add up the same everywhere.
* ``says`` is a text id; the window and the papers turn a line into a sentence. No line holds
  anything of a victim.
"""

from dataclasses import dataclass, field
from typing import Literal, Protocol, TypeAlias

ENGINE = "2"  # one more whenever a weight or rule changes; kept with every decision

Word: TypeAlias = Literal["VERY_HIGH", "HIGH", "REVIEW", "WEAK"]
LinkKind: TypeAlias = Literal["same_person", "same_network", "same_material"]


@dataclass(frozen=True, slots=True)
class Line:
    """One reason for or against."""

    says: str  # a text id: ``match-says-…``
    kind: str  # kind of identifier; "" where it is no identifier
    weight: int  # thousandths of a bit; negative speaks against
    value: str = field(default="", repr=False)
    holders: int = 0  # other profiles with the same value
    one_records: tuple[str, ...] = ()
    other_records: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Likeness:
    """What was found between two profiles."""

    kind: LinkKind
    weight: int
    word: Word
    lines: tuple[Line, ...]  # the weightiest first, contradictions last
    withheld: str = ""  # a text id: why it is not proposed although something is alike

    @property
    def is_proposed(self) -> bool:
        """Whether somebody should look at it."""
        return self.word != "WEAK" and not self.withheld


class World(Protocol):
    """What is known of everybody, as far as scoring needs it."""

    @property
    def profiles(self) -> int:
        """How many profiles there are."""

    def holders(self, kind: str, value: str) -> int:
        """How many profiles have a value."""

    def is_shared(self, kind: str, value: str) -> bool:
        """Whether many use a value, because somebody said so or because too many have it."""
