"""Whether somebody under 14 is spoken for (법정대리인 동의), asked at every way out.

* One answer for the page, the open file, the referral and whatever else gives something away.
* The careful reading: a year of birth that leaves it open is a child, and so is one of whom it
  was only said that she is under 14 (개인정보보호법 22조의2).
"""

from intake.consent import CONSENT_AGE, gate
from intake.desk.people import age_of, victim_of
from intake.desk.rooms import Rooms
from intake.desk.standing import consent_of
from intake.register import Row


def consent_age_of(rooms: Rooms, case: str) -> int | None:
    """Return the age that counts for consent; None where nobody said anything of it."""
    victim = rooms.register.get("person", victim_of(case))
    age = age_of(victim, rooms.clock.today())
    if victim is None or victim["under_14"] != "YES":
        return age
    grown = age is not None and age >= CONSENT_AGE and victim["birth"] is not None
    return age if grown else min(CONSENT_AGE - 1, age if age is not None else CONSENT_AGE)  # fmt: skip


def recording_of(rooms: Rooms, case: str) -> Row | None:
    """Return the consent to recording, where the guardian's word is kept."""
    return rooms.register.get("consent", consent_of(rooms, case, "RECORD"))


def is_guarded(rooms: Rooms, case: str) -> bool:
    """Whether what rests on consent alone may be given: grown enough, or spoken for."""
    row = recording_of(rooms, case)
    told = str(row["guardian_confirm"] or "") if row else ""
    return gate(consent_age_of(rooms, case), told).may_give
