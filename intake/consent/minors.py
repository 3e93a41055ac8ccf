"""Two ages at which the law changes (미성년): 14, for consent, and 19, for everything else.

* Under 14, where consent is the basis, the legal guardian consents (개인정보보호법 22조의2).
  A guardian who is not told, for a reason that is kept, does not stop counselling or deletion
  support; nothing that rests on consent alone is given to others meanwhile.
* From 14 the person consents alone; until 19 she is a child or youth (청소년성보호법 2조).
* At 14 and at 19 what was agreed before is asked again, of herself.

>>> gate(13, guardian="NOT_TOLD").may_give, gate(15).may_give
(False, True)
"""

import datetime as dt
from dataclasses import dataclass
from typing import Literal

CONSENT_AGE, MAJORITY = 14, 19
AGREED_BY = frozenset({"PAPER", "PHONE", "MESSAGE", "PRESENT"})

Kind = Literal["unknown", "child", "youth", "adult"]


@dataclass(frozen=True, slots=True)
class Gate:
    """What an age asks for."""

    kind: Kind
    guardian_needed: bool
    may_give: bool


def kind_of(age: int | None) -> Kind:
    """Return what the law calls somebody of this age."""
    if age is None:
        return "unknown"
    if age < CONSENT_AGE:
        return "child"
    return "youth" if age < MAJORITY else "adult"


def gate(age: int | None, guardian: str | None = None) -> Gate:
    """Judge an age with how the guardian's consent was confirmed (``guardian_confirm``)."""
    kind = kind_of(age)
    needed = kind == "child" and guardian not in AGREED_BY
    return Gate(kind, needed, not needed)


def turns(birth: str | None, age: int) -> dt.date | None:
    """Return the day somebody born on a day becomes this old; None where only a year is known.

    Born on 29 February, she is a year older on 1 March (민법 160조).
    """
    if birth is None or len(birth) < len("2000-01-01"):
        return None
    born = dt.date.fromisoformat(birth)
    try:
        return born.replace(year=born.year + age)
    except ValueError:
        return dt.date(born.year + age, 3, 1)


def turned_since(birth: str | None, since: str, today: dt.date) -> int | None:
    """Return 14 or 19 where a birthday passed after a consent of that day was given."""
    for age in (MAJORITY, CONSENT_AGE):
        day = turns(birth, age)
        if day is not None and since < day.isoformat() <= today.isoformat():
            return age
    return None
