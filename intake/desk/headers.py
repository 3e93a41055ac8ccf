"""Who a page is about: the line at the top of every page of a case."""

from intake.consent import ConsentRow, state_of
from intake.desk.people import age_of, is_minor, victim_of
from intake.desk.rooms import Rooms
from intake.desk.standing import in_order
from intake.desk.views import CaseHeader, Pill, Tone
from intake.exchange.withdrawals import is_taken_back
from intake.ids import scope_of
from intake.register import Row

_SHOWN = ("RECORD", "CENTRAL")
_TONES: dict[str, Tone] = {
    "agreed": "ok",
    "refused": "no",
    "withdrawn": "no",
    "undecided": "wait",
}


def header_of(rooms: Rooms, case: Row) -> CaseHeader:
    """Return the header of a case."""
    age = age_of(rooms.register.get("person", victim_of(case.id)), rooms.clock.today())
    minor = is_minor(age)
    pills = ((Pill("pill-minor", "info"),) if minor else ()) + consent_pills(
        rooms, case.id
    )
    return CaseHeader(
        case.id, str(case["number"] or ""), str(case["alias"] or ""), age, minor, pills
    )


def consent_pills(rooms: Rooms, case: str) -> tuple[Pill, ...]:
    """Return the two consents that matter on every page: recording, and the central desk."""
    decided = decisions(rooms, case)
    states = {purpose: state_of(decided.get(purpose)) for purpose in _SHOWN}
    if is_taken_back(rooms.exchange, scope_of("case", case)):
        states["CENTRAL"] = "withdrawn"  # the word itself no longer travels here
    return tuple(
        Pill(f"pill-{purpose.lower()}-{state}", _TONES[state])
        for purpose, state in states.items()
    )


def decisions(rooms: Rooms, case: str) -> dict[str, ConsentRow]:
    """Return the decision that stands for each purpose."""
    found = in_order(rooms.register.find("consent", case=case))
    return {str(row["purpose"]): _row(row) for row in found}


def _row(row: Row) -> ConsentRow:
    return ConsentRow(
        purpose=str(row["purpose"]),
        decision=str(row["decision"] or "LATER"),
        said=row.said,
        withdrawn=row["withdrawn_at"] is not None or row["withdrawn_on"] is not None,
    )
