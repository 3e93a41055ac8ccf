"""Requests between centers (공동 대응 요청): asked, the victim is asked, agreed or declined.

* A center asks about a notice it got; the central desk forwards it to the other center, and
  the reply back. Neither learns anything of the other's victim.
* AGREED is said only with the day she was asked and her consent to another center. Taking the
  consent back takes the answer back, there and here.
* Everything may come twice, late and in any order; forwarding again changes nothing.
"""

from intake.desk.days import day_of
from intake.desk.handover_lines import is_elsewhere
from intake.desk.joint_forwarding import Forwarding
from intake.desk.joint_lines import agreed_works, lines_of
from intake.desk.joint_standing import (
    AGREED,
    PURPOSE,
    answer_id,
    consent_state,
    reply_of,
)
from intake.desk.rooms import Rooms
from intake.desk.standing import consent_of
from intake.desk.views.joint import JointWork, RequestView
from intake.errors import (
    ConsentMissing,
    HandedOver,
    InvalidInput,
    NotThisStep,
    NotYours,
)
from intake.ids import natural_id, scope_of
from intake.ledger import Deed
from intake.progress import Progress
from intake.register import CODES, Row, Value


class Joint:
    """What can be done about requests between centers."""

    def __init__(self, rooms: Rooms) -> None:
        """Work in these rooms."""
        self._rooms = rooms

    # --- asking ----------------------------------------------------------------------

    def ask(self, notice: str, wanted: str, remark: str = "") -> str:
        """Ask the other center of a notice for something; return the request.

        The remark stays at this center. Asked twice while it stands is once.

        Raises:
            InvalidInput: nothing that can be asked for.
            NotYours: the notice was not for this center, or its case is not hers to see.
            NotThisStep: the notice is none of a link, or was recalled.
        """
        rooms = self._rooms
        if not CODES.holds(("joint_wanted",), wanted):
            raise InvalidInput(what="wanted", why="unknown-code")
        self._notice(notice, "MATCH", step="ask")
        request = self._request_id(notice, wanted)
        said: dict[str, Value] = {
            "notice": notice,
            "wanted": wanted,
            "center": rooms.who.center_code,
            "asked_by": rooms.who.counselor,
            "asked_on": rooms.clock.today().isoformat(),
            "state": "ASKED",
            "remark": remark.strip() or None,
        }
        if rooms.register.get("joint_request", request) is None:
            self._say("joint_request", request, said)
        return request

    def _request_id(self, notice: str, wanted: str) -> str:
        """Return the request that stands, or the next; the same on every laptop."""
        turn = 0
        while True:
            record = natural_id("joint_request", notice, wanted, str(turn))
            row = self._rooms.register.get("joint_request", record)
            if row is None or row["state"] != "ENDED":
                return record
            turn += 1

    def end(self, request: str) -> None:
        """Take a request back; the other center is told.

        Raises:
            NotYours: another center asked. NotThisStep: it was taken back already.
        """
        row = self._rooms.record("joint_request", request)
        if row["center"] != self._rooms.who.center_code:
            raise NotYours(what="request")
        if row["state"] == "ENDED":
            raise NotThisStep(what="request", state="ENDED", step="end")
        self._say("joint_request", request, {"state": "ENDED"})

    # --- replying -----------------------------------------------------------------------

    def reply(
        self, notice: str, reply: str, victim_asked_on: str = "", remark: str = ""
    ) -> None:
        """Reply to a forwarded request; a later reply takes the place of an earlier one.

        The remark stays at this center.

        Raises:
            InvalidInput: an unknown reply, or agreed without a day on which she was asked.
            ConsentMissing: agreed, and her consent to another center does not stand.
            NotYours: it was not for this center, or its case is not hers to see.
            NotThisStep: it was taken back.
        """
        rooms = self._rooms
        if not CODES.holds(("joint_reply",), reply):
            raise InvalidInput(what="reply", why="unknown-code")
        row = self._notice(notice, "REQUEST", step="reply")
        case = str(row["about_case"])
        asked_on = self._day(victim_asked_on) if victim_asked_on else None
        if reply == AGREED:
            if asked_on is None:
                raise InvalidInput(what="victim_asked_on", why="empty")
            if consent_state(rooms, case) != "agreed":
                raise ConsentMissing(purpose=PURPOSE)
        said: dict[str, Value] = {
            "notice": notice,
            "reply": reply,
            "center": rooms.who.center_code,
            "answered_by": rooms.who.counselor,
            "answered_on": rooms.clock.today().isoformat(),
            "victim_asked_on": asked_on,
            "consent": consent_of(rooms, case, PURPOSE) if reply == AGREED else None,
            "remark": remark.strip() or None,
        }
        self._say("joint_answer", answer_id(notice), said)

    def reply_to(self, notice: str) -> str:
        """Return this center's standing reply to a forwarded request; empty before any.

        AGREED becomes DECLINED when her consent is taken back, and LATER while two laptops
        say different things.
        """
        return reply_of(self._rooms, self._rooms.record("link_notice", notice))

    # --- looking, forwarding ---------------------------------------------------------------

    def listing(self) -> tuple[RequestView, ...]:
        """Return what this center asked for (at the central desk: what any did), newest first."""
        return lines_of(self._rooms)

    def agreed(self, wanted: str = "") -> tuple[JointWork, ...]:
        """Return the joint work that was agreed to: for the court, or as figures.

        ``wanted`` is COURT or FIGURES; empty for both.
        """
        return agreed_works(self._rooms, (wanted,) if wanted else ("COURT", "FIGURES"))

    def forward(self, progress: Progress) -> int:
        """Pass on what centers ask and answer; return how many words were said.

        Only the central desk does; elsewhere nothing happens.
        """
        if self._rooms.who.role != "central":
            return 0
        return Forwarding(self._rooms).run(progress)

    # --- what is asked of a notice -----------------------------------------------------------

    def _notice(self, notice: str, kind: str, step: str) -> Row:
        """Return a notice to this center about a case that is hers and stays here."""
        rooms = self._rooms
        row = rooms.record("link_notice", notice)
        case = str(row["about_case"] or "")
        if row["to_center"] != rooms.who.center_code or rooms.who.role == "central":
            raise NotYours(what="notice")
        if row["kind"] != kind or row["state"] != "SENT":
            raise NotThisStep(what="notice", state=str(row["state"]), step=step)
        rooms.case(case)
        if is_elsewhere(rooms, case):
            raise HandedOver(what="case")
        if not rooms.sight.sees(case):
            raise NotYours(what="case")
        return row

    def _day(self, text: str) -> str:
        day = day_of(text)
        if day > self._rooms.clock.today():
            raise InvalidInput(what="victim_asked_on", why="in-the-future")
        return day.isoformat()

    def _say(self, entity: str, record: str, said: dict[str, Value]) -> None:
        with self._rooms.saying(Deed.JOINT, scope_of("record", record)) as say:
            for name, value in said.items():
                say.set(entity, record, name, value)
