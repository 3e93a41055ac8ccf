"""Handover of a case (사건 이관): to another counselor here, or to another center.

* Within a center the case has another counselor from now on; the record says from whom, to
  whom and why. Laptops of one center hear of it like of anything else.
* Between centers it is offered first. The person agreed to it (타 센터 사례 연결), a child under
  14 by her guardian; then the whole case travels to that center and to nobody else.
* Who takes it says so in words of its own, and goes on with it; later it may hand it on, or
  back. Here it stays as a copy to read. What was offered can be taken back until then, and
  declined.
"""

from intake.consent import state_of
from intake.desk.guardians import is_guarded
from intake.desk.handover_lines import Handed, lines_of, moving_of, stays_of
from intake.desk.headers import decisions
from intake.desk.rooms import Rooms
from intake.desk.standing import consent_of
from intake.desk.views.joint import HandoverView
from intake.errors import (
    ConsentMissing,
    InvalidInput,
    NotEnrolled,
    NotThisStep,
    NotYours,
)
from intake.exchange import handing, peers
from intake.exchange.handing import Moving
from intake.ids import natural_id, new_id, record_of, scope_of
from intake.ledger import Deed
from intake.register import CODES, Row, Value
from intake.vault import Database

_LONGEST_NAME = 60


class Handovers:
    """What can be done about who works on a case."""

    def __init__(self, rooms: Rooms) -> None:
        """Work in these rooms."""
        self._rooms = rooms

    # --- within the center -----------------------------------------------------------

    def assign(self, case: str, counselor: str, reason: str) -> str:
        """Give a case to another counselor of this center; return the handover.

        Raises:
            InvalidInput: no name, the same counselor, or an unknown reason.
            NotYours: it is not hers to give, or another center's.
        """
        rooms, row, name = self._rooms, self._rooms.case(case), counselor.strip()
        _check_reason(reason)
        if not name or len(name) > _LONGEST_NAME or name == row["counselor"]:
            raise InvalidInput(what="counselor", why="empty" if not name else "same")
        said = {
            "to_center": rooms.who.center_code,
            "to_counselor": name,
            "state": handing.TAKEN,
            "taken_on": rooms.clock.today().isoformat(),
            "reason": reason,
        }
        return self._say(row, said, counselor=name)

    # --- giving to another center --------------------------------------------------------

    def offer(self, case: str, to_center: str, reason: str) -> str:
        """Offer a case to another center; return the handover. Offered twice is once.

        Raises:
            ConsentMissing: she has not agreed to another center, or to being recorded; or a
                child under 14 has nobody who agreed for her.
            NotEnrolled: nobody compared keys with that center.
            NotThisStep: it is offered to another one already.
            InvalidInput: an unknown reason, or our own center.
        """
        rooms, row = self._rooms, self._rooms.case(case)
        _check_reason(reason)
        self._check_center(to_center)
        self._check_agreed(case)
        scope = scope_of("case", case)
        with rooms.vault.reading() as db:
            offers, handover = handing.pending(db, scope), handing.next_id(db, scope, to_center)  # fmt: skip
        for one in offers:
            if one.state == handing.OFFERED and one.to_center == to_center:
                return one.handover
            if not self._is_over(one):
                raise NotThisStep(what="handover", state=one.state, step="offer")
        said = {
            "to_center": to_center,
            "state": handing.OFFERED,
            "reason": reason,
            "consent": consent_of(rooms, case, "CENTER"),
        }
        return self._say(row, said, handover=handover)

    def take_back(self, handover: str) -> None:
        """Take an offer back before it is taken; it is over once the other center declines.

        Where that center took it before it heard of this, it has it: what decides is its word.

        Raises:
            NotYours: it is not ours. NotThisStep: it was taken or declined.
        """
        one = self._moving(handover, giving=True)
        _check_state(one, handing.OFFERED, step="take-back")
        case = record_of(one.scope)
        with self._rooms.about_case(Deed.HANDOVER, case) as say:
            say.set("handover", handover, "state", handing.TAKEN_BACK)

    # --- taking from another center ---------------------------------------------------------

    def take(self, handover: str) -> None:
        """Take a case over (인수): it is ours to go on with, and the counselor's here.

        Raises:
            NotYours: it was not offered to us, or is not hers to see.
            NotThisStep: it was taken back, taken or declined.
            ConsentMissing: she took her consent back meanwhile.
        """
        rooms, one = self._rooms, self._moving(handover, giving=False)
        _check_state(one, handing.OFFERED, step="take")
        case = record_of(one.scope)
        rooms.case(case)
        if not rooms.sight.sees(case):
            raise NotYours(what="case")
        self._check_agreed(case)
        self._check_not_withdrawn(one)
        with rooms.one_step(Deed.HANDOVER):
            self._answer(one, handing.TAKEN)
            with rooms.vault.writing() as db:
                rooms.ledger.look_again(handing.keep_owners(db))
            with rooms.about_case(Deed.HANDOVER, case) as say:
                say.set("case", case, "owner", rooms.who.center_code)
                say.set("case", case, "counselor", rooms.who.counselor)
        rooms.touched.add("case", "handover")

    def decline(self, handover: str) -> None:
        """Decline what was offered; also how a taking back is acknowledged.

        Raises:
            NotYours: it was not offered to us. NotThisStep: it was taken.
        """
        one = self._moving(handover, giving=False)
        _check_state(one, handing.OFFERED, handing.TAKEN_BACK, step="decline")
        self._answer(one, handing.DECLINED)
        self._rooms.touched.add("handover")

    # --- looking -----------------------------------------------------------------------------

    def listing(self) -> tuple[HandoverView, ...]:
        """Return every handover that is known here, the newest first."""
        return lines_of(self._rooms)

    def of_case(self, case: str) -> tuple[HandoverView, ...]:
        """Return the handovers of one case, the newest first."""
        return tuple(one for one in self.listing() if one.case == case)

    def centers(self) -> tuple[tuple[str, str], ...]:
        """Return the centers a case can be offered to: code and name."""
        parties = self._rooms.exchange.trust.parties()
        return tuple((p.name, p.title) for p in parties if p.kind == "center")

    def stays(self, case: str) -> tuple[str, ...]:
        """Return what would not go over with a case, as text ids: it is said beforehand."""
        self._rooms.case(case)
        return stays_of(self._rooms, case)

    # --- what a handover asks for ---------------------------------------------------------------

    def _check_center(self, code: str) -> None:
        if code == self._rooms.who.center_code:
            raise InvalidInput(what="center", why="own")
        if code not in {center for center, _ in self.centers()}:
            raise NotEnrolled(party=code)

    def _check_agreed(self, case: str) -> None:
        standing = decisions(self._rooms, case)
        unsettled = {
            one.eid for one in self._rooms.ledger.conflicts(scope_of("case", case))
        }
        for purpose in ("RECORD", "CENTER"):
            agreed = state_of(standing.get(purpose)) == "agreed"
            if not agreed or consent_of(self._rooms, case, purpose) in unsettled:
                raise ConsentMissing(purpose=purpose)
        if not is_guarded(self._rooms, case):
            raise ConsentMissing(purpose="GUARDIAN")

    def _check_not_withdrawn(self, one: Moving) -> None:
        with self._rooms.vault.reading() as db:
            asked = db.one("select 1 from withdrawn_in where scope = ?", (one.scope,))
        if asked is not None:
            raise ConsentMissing(purpose="CENTER")

    def _is_over(self, one: Moving) -> bool:
        """Whether an earlier offer stands in nobody's way: declined, or never left."""
        if one.state == handing.TAKEN_BACK:
            with self._rooms.vault.reading() as db:
                return not _has_left(db, one)
        return one.state == handing.DECLINED

    def _moving(self, handover: str, *, giving: bool) -> Moving:
        one = moving_of(self._rooms, handover)
        end = one.from_center if giving else one.to_center
        if end != self._rooms.who.center_code:
            raise NotYours(what="handover")
        return one

    # --- saying it ------------------------------------------------------------------------------

    def _say(
        self, row: Row, said: Handed, counselor: str = "", handover: str = ""
    ) -> str:
        rooms, case = self._rooms, row.id
        handover = handover or new_id(rooms.clock.wall())
        told: dict[str, Value] = {
            "case": case,
            "from_center": rooms.who.center_code,
            "from_counselor": row["counselor"],
            "said_on": rooms.clock.today().isoformat(),
            "said_by": rooms.who.counselor,
            **said,
        }
        with rooms.about_case(Deed.HANDOVER, case) as say:
            for name, value in told.items():
                say.set("handover", handover, name, value)
            if counselor:
                say.set("case", case, "counselor", counselor)
        return handover

    def _answer(self, one: Moving, answer: str) -> None:
        rooms = self._rooms
        record = natural_id("handover_answer", one.handover, answer)
        with rooms.saying(Deed.HANDOVER, scope_of("record", record)) as say:
            for name, value in {
                "handover": one.handover,
                "from_center": one.from_center,
                "center": one.to_center,
                "answer": answer,
                "answered_by": rooms.who.counselor,
                "answered_on": rooms.clock.today().isoformat(),
            }.items():
                say.set("handover_answer", record, name, value)


def _check_reason(reason: str) -> None:
    if not CODES.holds(("handover_reason",), reason):
        raise InvalidInput(what="reason", why="unknown-code")


def _check_state(one: Moving, *states: str, step: str) -> None:
    if one.state not in states:
        raise NotThisStep(what="handover", state=one.state, step=step)


def _has_left(db: Database, one: Moving) -> bool:
    left = peers.parts_of(db, one.to_center) | peers.parts_under_way(db, one.to_center)
    return any(scope == one.scope for scope, _ in left)
