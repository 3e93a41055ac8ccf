"""The sentencing guideline as data (양형기준): which factor which facts of ours may speak to.

* Nothing here says that a factor is fulfilled, and nothing ever says what a sentence might be.
* An edition that no lawyer has signed off is not ``verified``; a paper that uses it says so.
"""

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from intake.text.place import resource


@dataclass(frozen=True, slots=True)
class Factor:
    """One factor, in the words of the guideline."""

    id: str
    mark: str  # ① … as the guideline counts it
    kind: str
    ko: str
    en: str
    facts: tuple[str, ...]  # names of facts; none: nothing that the records could say

    def name(self, language: str) -> str:
        """Return the factor in a language."""
        return self.ko if language == "ko" else self.en


@dataclass(frozen=True, slots=True)
class Guideline:
    """One edition."""

    standard: str
    standard_en: str
    edition: str
    in_force: str
    verified: bool
    source: str
    factors: tuple[Factor, ...]

    def name(self, language: str) -> str:
        """Return what the guideline is called."""
        return self.standard if language == "ko" else self.standard_en


def read_guideline(path: Path) -> Guideline:
    """Read an edition from its file."""
    told = json.loads(path.read_text(encoding="utf-8"))
    factors = tuple(Factor(**{**one, "facts": tuple(one["facts"])}) for one in told.pop("factors"))  # fmt: skip
    return Guideline(**told, factors=factors)


@cache
def guideline() -> Guideline:
    """Return the edition that came with this program."""
    return read_guideline(resource("guideline.json"))
