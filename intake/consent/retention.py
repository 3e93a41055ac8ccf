"""How long a case is kept (보유기간): 성폭력방지법 시행규칙 2조의6④, and the reason in words.

* 영구: child and youth exploitation material, or identity details as the material itself; their
  counselling records with them. What leaked beside a recording does not make it one. 10년: what investigators asked to be deleted. 5년: all other.
* 단서: where the person who asked for deletion support asks for it, it is destroyed at once.
* The years begin when the case is closed. Somebody decides about destroying; this only tells.
* Where two duties disagree (to destroy, and to keep evidence: 7조의3③), both are named and a
  person decides.

>>> rule_of(Facts(materials=frozenset({"CSAM"})))
Rule(code='PERM', why='retention-why-csam', years=0)
>>> ends_on(rule_of(Facts()), "2026-11-25")
'2031-11-25'
"""

import datetime as dt
from dataclasses import dataclass
from typing import Final

PERM: Final = "PERM"
Y10: Final = "Y10"
Y5: Final = "Y5"
NOW: Final = "NOW"
YEARS: Final = {PERM: 0, Y10: 10, Y5: 5, NOW: 0}
_LONGEST: Final = {PERM: 3, Y10: 2, Y5: 1, NOW: 0}


@dataclass(frozen=True, slots=True)
class Facts:
    """What the rule asks of a case, in codes."""

    materials: frozenset[str] = frozenset()
    basis: str = ""  # delete_basis
    told: str = ""  # a class that somebody wrote down, or that came with an import


@dataclass(frozen=True, slots=True)
class Rule:
    """The class of a case, the text id of the reason, and the years (0: no end)."""

    code: str
    why: str
    years: int


def rule_of(facts: Facts) -> Rule:
    """Return the class; what somebody wrote down counts where it is longer, or says "now"."""
    derived = _derived(facts)
    if facts.told == NOW:
        return Rule(NOW, "retention-why-asked", 0)
    if _LONGEST.get(facts.told, 0) > _LONGEST[derived.code]:
        return Rule(facts.told, "retention-why-told", YEARS[facts.told])
    return derived


def _derived(facts: Facts) -> Rule:
    if "CSAM" in facts.materials or facts.basis == "CSAM":
        return Rule(PERM, "retention-why-csam", 0)
    if "PII" in facts.materials:
        return Rule(PERM, "retention-why-pii", 0)
    if facts.basis == "POLICE":
        return Rule(Y10, "retention-why-police", YEARS[Y10])
    return Rule(Y5, "retention-why-other", YEARS[Y5])


def ends_on(rule: Rule, start: str) -> str:
    """Return the day the years end; empty where they have no end or have not begun."""
    if not rule.years or not start:
        return ""
    day = _whole(start)
    try:
        return day.replace(year=day.year + rule.years).isoformat()
    except ValueError:  # 29 February
        return day.replace(year=day.year + rule.years, day=28).isoformat()


def is_over(rule: Rule, start: str, today: dt.date) -> bool:
    """Say whether the years are over, or somebody asked for it to be destroyed now."""
    end = ends_on(rule, start)
    return rule.code == NOW or bool(end and end <= today.isoformat())


def duties(facts: Facts, *, held: bool, asked: bool) -> tuple[str, ...]:
    """Return the text ids of duties that speak against destroying (C1); a person decides."""
    against = {
        "duty-hold": held,
        "duty-csam": "CSAM" in facts.materials or facts.basis == "CSAM",
        "duty-evidence": facts.basis in {"POLICE", "CSAM"},
        "duty-asked": asked,
        "duty-public-records": True,
    }
    return tuple(name for name, stands in against.items() if stands)


def _whole(date: str) -> dt.date:
    """Return the last day a date may mean: nobody is destroyed too early by a short date."""
    parts = [int(part) for part in date.split("-")]
    if len(parts) == 3:  # noqa: PLR2004
        return dt.date(*parts)
    year, month = parts[0], parts[1] if len(parts) > 1 else 12
    after = dt.date(year + month // 12, month % 12 + 1, 1)
    return after - dt.timedelta(days=1)
