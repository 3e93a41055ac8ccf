"""Referrals (기관 연계): offered, answered by the person, sent, answered by the agency, done.

* The steps are data (``STEPS``); a step that does not follow is refused.
* Offering needs no consent, sending does: the newest decision for the purpose that fits the
  kind of agency (개인정보보호법 17조). It stands in the referral and in the list of what left.
* A clear no on the line closes offering and sending (성폭력방지법 24조); the person's own no
  and taking back are always possible.
"""

from collections.abc import Sequence
from dataclasses import replace

from intake.clock import utc
from intake.consent import may_give
from intake.consent.giving import same_name
from intake.desk.agencies import Agencies
from intake.desk.giving import line_of
from intake.desk.guardians import is_guarded
from intake.desk.rooms import Rooms
from intake.desk.views.support import ReferralView, SendCheck
from intake.desk.wills import check_will, line_id
from intake.errors import ConsentMissing, InvalidInput, NotThisStep
from intake.ids import natural_id, new_id
from intake.ledger import Deed
from intake.ledger.saying import Say
from intake.register import CODES, ListQuery, Row

STEPS: dict[str, tuple[str, ...]] = {
    "OFFERED": ("ACCEPTED", "REFUSED", "REVOKED"),
    "ACCEPTED": ("SENT", "REVOKED"),
    "REFUSED": (),
    "SENT": ("TAKEN", "DECLINED", "REVOKED"),
    "TAKEN": ("DONE", "REVOKED"),
    "DECLINED": (),
    "DONE": ("REVOKED",),
    "REVOKED": (),
}
# The field that keeps the day of a step.
_DAYS = {
    "OFFERED": "offered_on",
    "ACCEPTED": "answered_on",
    "REFUSED": "answered_on",
    "SENT": "sent_on",
    "TAKEN": "taken_on",
    "DECLINED": "taken_on",
    "DONE": "done_on",
    "REVOKED": "revoked_on",
}
# What consent a kind of agency needs: purpose, receiver. Where no purpose is official, a
# decision that names the receiver is looked for.
ASKS: dict[str, tuple[str, str]] = {
    "CENTRAL": ("CENTRAL", "CENTRAL"),
    "CENTER": ("CENTER", "CENTER"),
    "POLICE": ("POLICE", "POLICE"),
    "PROSECUTION": ("POLICE", "PROSECUTION"),
    "COURT": ("COURT", "COURT"),
    "LEGAL_AID": ("LAWYER", "LAWYER"),
    "LAWYER": ("LAWYER", "LAWYER"),
    "HOSPITAL": ("MEDICAL", "HOSPITAL"),
    "SUNFLOWER": ("MEDICAL", "HOSPITAL"),
    "COUNSEL": ("MEDICAL", "OTHER"),
    "SCHOOL": ("", "SCHOOL"),
    "SHELTER": ("", "OTHER"),
    "COMMISSION": ("DELETE", "OTHER"),
    "OPERATOR": ("DELETE", "OPERATOR"),
    "OTHER": ("", "OTHER"),
}
_ABOUT = (
    "REFERRAL"  # what is judged: her words about this receiver, whatever the purpose
)
_OPEN = ("OFFERED", "ACCEPTED", "SENT", "TAKEN")


class Referrals:
    """What can be done with referrals."""

    def __init__(self, rooms: Rooms) -> None:
        """Work in these rooms."""
        self._rooms = rooms

    def of_case(self, case: str) -> tuple[ReferralView, ...]:
        """Return the referrals of a case, newest offer first."""
        query = ListQuery("referral", (("case", case),), order=("-offered_on",))
        found = self._rooms.register.first(query, -1)
        return tuple(self._view(row) for row in found)

    def offer(
        self, case: str, line: str, agency: str, person: str = "", remark: str = ""
    ) -> str:
        """Offer another body's help to the person (제안).

        Raises:
            AgainstWill: the person does not want this line.
            NotFound: there is no such agency.
        """
        rooms = self._rooms
        rooms.case(case)
        rooms.record("agency", agency)
        check_will(rooms, case, line)
        referral = new_id(rooms.clock.wall())
        said = {"case": case, "line": line_id(case, line), "agency": agency}
        said |= {"state": "OFFERED", "offered_on": self._today(), "counselor": rooms.who.counselor}  # fmt: skip
        said |= {"agency_person": person, "remark": remark}
        with rooms.about_case(Deed.REFER, case) as say:
            for name, value in said.items():
                if value:
                    say.set("referral", referral, name, value)
        return referral

    def step(
        self, referral: str, state: str, on: str = "", items: str = "", means: str = "ORAL"
    ) -> None:  # fmt: skip
        """Take the next step; what was sent is noted among what left the center.

        Raises:
            NotThisStep: it does not follow from where the referral stands.
            ConsentMissing: nothing may be sent to this kind of agency yet.
            AgainstWill: the person does not want this line.
        """
        row = self._rooms.record("referral", referral)
        now = str(row["state"] or "OFFERED")
        if state not in STEPS:
            raise InvalidInput(what="referral", why="unknown-code")
        if state not in STEPS[now]:
            raise NotThisStep(what="referral", state=now, step=state)
        check = self._allowed(row, state)
        with self._rooms.about_case(Deed.REFER, str(row["case"])) as say:
            say.set("referral", referral, "state", state)
            say.set("referral", referral, _DAYS[state], on or self._today())
            if state == "SENT":
                say.set("referral", referral, "consent", check.consent)
                self._disclose(say, row, check, (on, items, means))

    def check(self, referral: str) -> SendCheck:
        """Return whether it may be sent, and which consent it stands on or lacks."""
        return self._check(self._rooms.record("referral", referral))

    def open_in(self, case: str) -> int:
        """Return how many referrals of a case are not at their end."""
        query = ListQuery("referral", (("case", case), ("state", _OPEN)))
        return self._rooms.register.count(query)

    def _allowed(self, row: Row, state: str) -> SendCheck:
        check = self._check(row)
        if state in {"ACCEPTED", "SENT", "TAKEN", "DONE"}:
            check_will(self._rooms, str(row["case"]), self._line(row))
        if state == "SENT" and not check.agreed:
            raise ConsentMissing(purpose=check.purpose or check.receiver)
        return check

    def _check(self, row: Row) -> SendCheck:
        agency = self._rooms.register.get("agency", str(row["agency"]))
        kind = str(agency["kind"] or "OTHER") if agency else "OTHER"
        purpose, receiver = ASKS.get(kind, ASKS["OTHER"])
        name, case = str(agency["name"] or "") if agency else "", str(row["case"])
        found = self._rooms.register.find("consent", case=case)
        fitting = [row for row in found if _fits(row, purpose, receiver, name)]
        lines = [line_of(row) for row in found if row["purpose"] == "RECORD"]
        lines += [replace(line_of(row), purpose=_ABOUT) for row in fitting]
        guarded = is_guarded(self._rooms, case)
        answer = may_give(lines, _ABOUT, name, guarded=guarded)
        state = answer.why.removeprefix("record-")
        standing = _standing(fitting) if state == answer.why else None
        return SendCheck(purpose, receiver, state, standing.id if standing else "")

    def _disclose(
        self, say: Say, row: Row, check: SendCheck, told: tuple[str, str, str]
    ) -> None:
        on, items, means = told
        record = natural_id("disclosure", row.id)
        names = Agencies(self._rooms).names((str(row["agency"]),))
        said = {
            "case": str(row["case"]),
            "purpose": check.purpose,
            "receiver": check.receiver,
            "receiver_name": names.get(str(row["agency"]), ""),
            "left_on": on or self._today(),
            "left_at": "" if on else utc(self._rooms.clock.wall()),
            "by": self._rooms.who.counselor,
            "means": means,
            "items": items,
            "referral": row.id,
            "recall": "LEFT",
        }
        for name, value in said.items():
            if value:
                say.set("disclosure", record, name, value)

    def _line(self, row: Row) -> str:
        line = self._rooms.register.get("support_line", str(row["line"]))
        if line is not None:
            return str(line["kind"] or "")
        case = str(row["case"])
        kinds = (one.code for one in CODES.lists["support_line"])
        return next((kind for kind in kinds if line_id(case, kind) == row["line"]), "")

    def _view(self, row: Row) -> ReferralView:
        language, line = self._rooms.language, self._line(row)
        state, agency = str(row["state"] or "OFFERED"), str(row["agency"] or "")
        return ReferralView(
            id=row.id,
            line=line,
            line_label=CODES.label("support_line", line, language),
            agency=agency,
            agency_name=Agencies(self._rooms).names((agency,)).get(agency, ""),
            state=state,
            label=row.label("state", language),
            since=str(row[_DAYS.get(state, "offered_on")] or row["offered_on"] or ""),
            next_steps=STEPS.get(state, ()),
            check=self._check(row),
            agency_person=str(row["agency_person"] or ""),
            remark=str(row["remark"] or ""),
        )

    def _today(self) -> str:
        return self._rooms.clock.today().isoformat()


def _fits(row: Row, purpose: str, receiver: str, name: str) -> bool:
    """Whether a decision speaks of this; one that names nobody speaks of all its purpose."""
    if purpose and row["purpose"] != purpose:
        return False
    if row["receiver"] is None:
        return bool(purpose)
    named = str(row["receiver_name"] or "")
    return row["receiver"] == receiver and (not named or same_name(named, name))


def _standing(fitting: Sequence[Row]) -> Row | None:
    """Return the decision that the judgement stands on: her newest word about this receiver."""
    named = [row for row in fitting if row["receiver_name"]]
    lines = [(line_of(row), row) for row in named or fitting]
    newest = max(lines, key=lambda one: (one[0].said, one[0].state != "agreed"), default=None)  # fmt: skip
    return newest[1] if newest else None
