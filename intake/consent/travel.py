"""Which classes of a case may travel to whom, from what was agreed and withdrawn.

* No row, no journey: silence, "later" and "no" are the same to the outside.
* The newest decision for a purpose counts; a withdrawal counts from the next bundle on.
* Only what the person heard read aloud travels. ``CENTRAL`` names the harm, the counselling,
  the suspect's accounts and the postings; who the victim is never leaves the center.
* Words of a story are sensitive data: they need ``SENSITIVE`` as well, and they stay when
  the person asked to keep something back. Court papers need ``COURT`` as well.
* Pure: rows in, verdict out. The reason is a code for the person who reads the plan.

>>> judge([ConsentRow("CENTRAL", "AGREED")], Receiver.CENTRAL).why
'agreed'
>>> judge([], Receiver.CENTRAL)
Verdict(classes=frozenset(), why='undecided')
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from intake.ledger.change import CLASSES

AGREED: Final = "AGREED"
REFUSED: Final = "REFUSED"
WITHDRAWN: Final = "WITHDRAWN"

_CENTRAL: Final = frozenset({"core", "suspect", "material"})


class Receiver(StrEnum):
    """What the receiver is to the case (받는 곳의 종류)."""

    OWN = "own"  # another laptop of the same center
    CENTRAL = "central"
    CENTER = "center"


@dataclass(frozen=True, slots=True)
class ConsentRow:
    """One decision of one person about one purpose (동의)."""

    purpose: str
    decision: str
    said: int = 0
    withdrawn: bool = False
    keeps_back: bool = False  # she asked to withhold something from somebody


@dataclass(frozen=True, slots=True)
class Verdict:
    """What may travel, and why or why not."""

    classes: frozenset[str]
    why: str


def judge(
    rows: Iterable[ConsentRow], receiver: Receiver, *, guarded: bool = True
) -> Verdict:
    """Return which classes of a case may go to a receiver.

    ``guarded`` is False for a child under 14 whose guardian did not consent (개인정보보호법
    22조의2): what rests on consent alone then stays.
    """
    if receiver is Receiver.OWN:
        return Verdict(frozenset(CLASSES), "own-center")
    if receiver is Receiver.CENTER:
        return Verdict(frozenset(), "notices-only")
    verdict = _judge_central(_newest(rows))
    if verdict.classes and not guarded:
        return Verdict(frozenset(), "guardian-missing")
    return verdict


def state_of(row: ConsentRow | None) -> str:
    """Return the state of a purpose: agreed, refused, withdrawn, or not decided."""
    if row is None:
        return "undecided"
    if row.withdrawn or row.decision == WITHDRAWN:
        return "withdrawn"
    return {AGREED: "agreed", REFUSED: "refused"}.get(row.decision, "undecided")


def _newest(rows: Iterable[ConsentRow]) -> Mapping[str, ConsentRow]:
    """The newest row of each purpose; of two said at once, the one that shares less."""
    newest: dict[str, ConsentRow] = {}
    for row in rows:
        held = newest.get(row.purpose)
        if held is None or _rank(held) < _rank(row):
            newest[row.purpose] = row
    return newest


def _rank(row: ConsentRow) -> tuple[int, bool, bool]:
    return (row.said, state_of(row) != "agreed", row.keeps_back)


def _judge_central(newest: Mapping[str, ConsentRow]) -> Verdict:
    states = {purpose: state_of(row) for purpose, row in newest.items()}
    if states.get("RECORD") in {"refused", "withdrawn"}:
        return Verdict(frozenset(), f"record-{states['RECORD']}")
    central = states.get("CENTRAL", "undecided")
    if central != "agreed":
        match_only = central != "withdrawn" and states.get("MATCH") == "agreed"
        return Verdict(frozenset(), "match-only" if match_only else central)
    classes = set(_CENTRAL)
    keeps_back = any(row.keeps_back for row in newest.values())
    if states.get("SENSITIVE") == "agreed" and not keeps_back:
        classes.add("narrative")
    if states.get("COURT") == "agreed":
        classes.add("court")
    return Verdict(frozenset(classes), "agreed")
