"""The people and principal records of a case (당사자): found by rule, so two laptops agree."""

import datetime as dt

from intake.ids import natural_id
from intake.register import Row
from intake.register.counters import age_on

MAJORITY, CONSENT_AGE = 19, 14  # 청소년성보호법 2조; 개인정보보호법 22조의2

# The record a form's answer goes to when the question stands outside a repeat.
_PRINCIPAL = {
    "person": "victim",
    "incident": "main",
    "suspect": "main",
}


def victim_of(case: str) -> str:
    """Return the id of the victim's record of a case."""
    return natural_id("person", case, "victim")


def principal_of(entity: str, case: str, interview: str) -> str:
    """Return the record of an entity that an interview speaks about outside repeats.

    A person, incident or suspect belongs to the case; a risk assessment or safety plan to
    the interview it was made in; the case and the interview are themselves.
    """
    if entity == "case":
        return case
    if entity == "interview":
        return interview
    if entity in _PRINCIPAL:
        return natural_id(entity, case, _PRINCIPAL[entity])
    return natural_id(entity, interview, "main")


def age_of(victim: Row | None, today: dt.date) -> int | None:
    """Return the age in full years (만 나이) as told, or as the birth allows; None if unknown.

    A birth of which only the year is known gives the lower of two ages: the careful reading.
    """
    if victim is None:
        return None
    told, birth = victim["age"], victim["birth"]
    return age_on(
        int(told) if isinstance(told, int) else None,
        str(birth) if birth else None,
        today.isoformat(),
    )


def is_minor(age: int | None) -> bool:
    """Whether a person of this age is a child or youth (아동·청소년) under the law."""
    return age is not None and age < MAJORITY


def is_under_consent_age(age: int | None) -> bool:
    """Whether the legal guardian's consent is needed where consent is the basis."""
    return age is not None and age < CONSENT_AGE
