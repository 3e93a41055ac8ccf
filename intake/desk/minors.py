"""Children and youths (미성년): the gates at 14 and 19, and the duty to report (신고의무).

* The program states which article may apply at this center and asks what was done; whether
  there is a duty is for a person to decide (청소년성보호법 34조②, 성폭력방지법 9조①).
* Not telling a guardian (보호자에게 알리지 않음) is kept with its reason, never hidden.
"""

from intake.consent import gate
from intake.consent.minors import turned_since
from intake.desk.guardians import consent_age_of, recording_of
from intake.desk.people import age_of, is_minor, victim_of
from intake.desk.rooms import Rooms
from intake.desk.standing import consent_of
from intake.desk.views.giving import DutyView, MinorView
from intake.errors import InvalidInput
from intake.ledger import Deed
from intake.register import CODES, Row


class Minors:
    """What can be done where somebody is, or may be, under 19."""

    def __init__(self, rooms: Rooms) -> None:
        """Work in these rooms."""
        self._rooms = rooms

    def look(self, case: str) -> MinorView:
        """Return what the age of the person asks for now."""
        rooms = self._rooms
        victim = rooms.register.get("person", victim_of(case))
        age = consent_age_of(rooms, case)
        record = self._recording(case)
        told = str(record["guardian_confirm"] or "") if record else ""
        judged = gate(age, told)
        return MinorView(
            kind=judged.kind,
            age=age,
            guardian_needed=judged.guardian_needed,
            guardian=told,
            reason=str(record["guardian_not_told_why"] or "") if record else "",
            turned=self._turned(victim, record),
            may_give=judged.may_give,
        )

    def guardian(
        self,
        case: str,
        confirm: str,
        *,
        name: str = "",
        contact: str = "",
        why: str = "",
    ) -> None:
        """Keep how the legal guardian consented, or that she is not told, and why.

        Raises:
            InvalidInput: an unknown way of confirming.
        """
        if not CODES.holds(("guardian_confirm",), confirm):
            raise InvalidInput(what="guardian", why="unknown-code")
        record = consent_of(self._rooms, case, "RECORD")
        said = {
            "case": case,
            "purpose": "RECORD",
            "guardian_confirm": confirm,
            "guardian_name": name or None,
            "guardian_contact": contact or None,
            "guardian_not_told_why": why or None,
        }
        with self._rooms.about_case(Deed.CONSENT, case) as say:
            for field, value in said.items():
                say.set("consent", record, field, value)

    def duty(self, case: str) -> DutyView:
        """Return what the center's profile says about reporting, and what was done."""
        rooms, row = self._rooms, self._rooms.case(case)
        basis = str(row["duty_basis"] or rooms.setting("duty_to_report"))
        age = age_of(rooms.register.get("person", victim_of(case)), rooms.clock.today())
        return DutyView(
            basis=basis,
            basis_text=CODES.label_in(("duty_basis",), basis, rooms.language),
            applies=basis != "NONE" and is_minor(age),
            settled=bool(row["duty_reported_on"] or row["duty_not_reported_why"]),
            reported_on=str(row["duty_reported_on"] or ""),
            reported_to=str(row["duty_reported_to"] or ""),
            not_reported_why=str(row["duty_not_reported_why"] or ""),
        )

    def reported(self, case: str, on: str, to: str) -> None:
        """Keep when and to which office it was reported."""
        self._say_duty(case, on or None, to or None, None)

    def not_reported(self, case: str, why: str) -> None:
        """Keep why it was not reported.

        Raises:
            InvalidInput: without a reason.
        """
        if not why.strip():
            raise InvalidInput(what="duty", why="empty")
        self._say_duty(case, None, None, why)

    def _say_duty(
        self, case: str, on: str | None, to: str | None, why: str | None
    ) -> None:
        basis = str(self._rooms.setting("duty_to_report"))
        with self._rooms.about_case(Deed.CHANGE_CASE, case) as say:
            say.set("case", case, "duty_basis", basis)
            say.set("case", case, "duty_reported_on", on)
            say.set("case", case, "duty_reported_to", to)
            say.set("case", case, "duty_not_reported_why", why)

    def _recording(self, case: str) -> Row | None:
        return recording_of(self._rooms, case)

    def _turned(self, victim: Row | None, record: Row | None) -> int:
        if victim is None or record is None or not record["given_on"]:
            return 0
        birth = str(victim["birth"]) if victim["birth"] else None
        today = self._rooms.clock.today()
        return turned_since(birth, str(record["given_on"]), today) or 0
