"""What a second opinion (두 번째 의견) differs in: ids, codes and sentences; no value, no name."""

from dataclasses import dataclass
from typing import Literal, TypeAlias

Difference: TypeAlias = Literal["UNPROPOSED", "UNLIKELY"]


@dataclass(frozen=True, slots=True)
class OpinionLine:
    """One pair that the two engines see differently (다르게 본 쌍)."""

    kind: Difference  # it is sure and we propose nothing; we joined and it does not see why
    kind_label: str
    one: str  # suspects
    other: str
    one_case: str
    other_case: str
    one_number: str
    other_number: str
    centers: tuple[str, ...]
    link: str = ""  # the decision that stands, where there is one
    why: str = ""  # why we do not propose it, as a sentence


@dataclass(frozen=True, slots=True)
class OpinionView:
    """The newest second opinion; without one ``made_ms`` is 0."""

    made_ms: int
    engine: str  # whose opinion it is, with its version
    sightings: int  # suspects it looked at
    both: int  # pairs that both see
    differences: tuple[OpinionLine, ...]
    more: int = 0  # differences beyond the first ones
