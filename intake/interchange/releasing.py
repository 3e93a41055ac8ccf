"""What may leave in an open file, by purpose and consent (내보내기 범위).

* ``MOVE`` stays with the center: another system of its own. Everything else needs the consent
  of its own line (개인정보보호법 17조), judged case by case.
* Who the victim is (identity) leaves only where the person at the desk asks for it and the
  purpose can carry it. Keys never leave.
* ``STATS`` carries codes, numbers and months; no words, no addresses, no ids.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from intake.consent import ConsentRow, Line, Receiver, judge, may_give
from intake.register import SCHEMA, Entity, Field, Sensitivity, Type

PURPOSES: Final = ("MOVE", "CENTRAL", "COURT", "LAWYER", "POLICE", "STATS")
RECEIVERS: Final[Mapping[str, str]] = {
    "CENTRAL": "CENTRAL",
    "COURT": "COURT",
    "LAWYER": "LAWYER",
    "POLICE": "POLICE",
}
MAY_CARRY_IDENTITY: Final = frozenset({"MOVE", "LAWYER"})
# Access to this laptop, and the center's own books about it: never part of a file of records.
_NEVER: Final = frozenset(
    {"access_mark", "access_review", "role_grant", "break_glass", "destruction"}
)
_STAY: Final = frozenset(
    {"attachment", "deleted"}
)  # a file that stays here; a withdrawal
# Whom else she spoke to, and what the center still means to do: of no use to who gets the facts.
_NOT_TOLD_ON: Final = frozenset({"disclosure", "referral", "consent", "task"})
_TELLS_ON: Final = frozenset({"LAWYER", "POLICE", "COURT"})
_FACTS: Final = frozenset({"core", "suspect", "material"})
_CODED: Final = frozenset({Type.CODE, Type.INT, Type.BOOL, Type.DATE})


@dataclass(frozen=True, slots=True)
class Release:
    """Which classes of a case may leave, and why (not)."""

    classes: frozenset[str]
    why: str


def release(
    purpose: str,
    lines: Iterable[Line],
    *,
    name: str,
    identity: bool,
    guarded: bool = True,
) -> Release:
    """Judge one case; ``guarded`` is False where a guardian's consent is missing (22조의2)."""
    held = tuple(lines)
    told = identity and purpose in MAY_CARRY_IDENTITY
    extra = frozenset({"identity"}) if told else frozenset()
    if purpose == "MOVE":
        return _moved(held, extra)
    if purpose == "CENTRAL":
        rows = [_row(one) for one in held]
        verdict = judge(rows, Receiver.CENTRAL, guarded=guarded)
        return Release(verdict.classes, verdict.why)
    answer = may_give(held, purpose, name, guarded=guarded)
    if not answer.may:
        return Release(frozenset(), answer.why)
    if purpose == "STATS":
        return Release(frozenset({"core"}), answer.why)
    classes = _FACTS | (frozenset({"court"}) if purpose != "POLICE" else frozenset())
    return Release(classes | extra | _narrative(held), answer.why)


def _moved(held: Collection[Line], extra: frozenset[str]) -> Release:
    """Whoever refused the record, or took it back, does not move either."""
    standing = may_give(held, "RECORD")
    if standing.why in {"record-refused", "record-withdrawn"}:
        return Release(frozenset(), standing.why)
    return Release(_FACTS | {"narrative", "court"} | extra, "own-center")


def _narrative(held: Collection[Line]) -> frozenset[str]:
    """Words of a story need the consent for sensitive data, and nothing kept back."""
    agreed = may_give(held, "SENSITIVE").may and not any(one.keeps_back for one in held)
    return frozenset({"narrative"}) if agreed else frozenset()


def _row(line: Line) -> ConsentRow:
    return ConsentRow(
        line.purpose, line.decision, line.said, line.withdrawn, line.keeps_back
    )


def entities(purpose: str) -> tuple[Entity, ...]:
    """Return the kinds of record that a file for a purpose can hold, cases first."""
    kept = [one for one in SCHEMA.values() if one.name not in _NEVER]
    if purpose != "MOVE":
        kept = [
            one for one in kept if one.scope == "case" and one.name != "own_account"
        ]
    if purpose in _TELLS_ON:
        kept = [one for one in kept if one.name not in _NOT_TOLD_ON]
    return tuple(sorted(kept, key=lambda one: one.name != "case"))


def fields(entity: Entity, classes: frozenset[str], purpose: str) -> tuple[Field, ...]:
    """Return the fields of a record that may leave."""
    kept = (
        one
        for one in entity.fields
        if one.cls in classes
        and one.sensitive is not Sensitivity.SECRET
        and one.name not in _STAY
    )
    if purpose != "STATS":
        return tuple(kept)
    return tuple(
        one for one in kept if one.type in _CODED and one.sensitive is Sensitivity.PLAIN
    )
