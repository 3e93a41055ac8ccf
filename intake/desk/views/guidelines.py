"""The sentencing guideline as the desk shows it (양형기준): editions, who stands behind them.

No range of months is in any of these: nothing that is shown predicts a sentence.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class GuidelineFactor:
    """One factor, and the facts that may speak to it."""

    id: str
    mark: str
    kind: str
    kind_label: str
    name: str
    note: str
    only_for: tuple[str, ...]  # crimes; none: every one
    facts: tuple[str, ...]  # names of facts this program knows
    unknown: tuple[str, ...]  # names it does not know: set aside
    negative: bool  # speaks against probation (집행유예)


@dataclass(frozen=True, slots=True)
class GuidelineLine:
    """One edition that was taken, or the one that came with the program."""

    id: str  # of the file; empty for the one that came along
    name: str
    edition: str
    in_force: str
    made_ms: int
    verified: bool
    verified_by: str
    verified_on: str
    signed_by: str  # the organisation; empty: nobody, it came along
    signed_device: str
    taken_on: str
    current: bool
    source: str
    note: str
    words: tuple[
        str, ...
    ]  # sentences: verified or not, not in force yet, what was set aside
    factors: tuple[GuidelineFactor, ...]
