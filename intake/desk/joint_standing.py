"""How far a request between centers stands (공동 대응 요청): the same words read the same everywhere.

* Nothing is agreed that the person of the asked case has not agreed to: the day she was asked,
  and her consent to another center (타 센터 사례 연결) as it stands now, not as it stood then.
* Two laptops that answered differently have not answered: it waits until a person settles it.
* Who may have said a word is asked of the ledger, never of a field.
"""

from intake.consent import state_of
from intake.desk.guardians import is_guarded
from intake.desk.headers import decisions
from intake.desk.rooms import Rooms
from intake.desk.standing import consent_of
from intake.exchange.handing import owner_of
from intake.ids import natural_id, scope_of
from intake.ledger.report import Conflict
from intake.register import Row

AGREED, DECLINED, LATER = "AGREED", "DECLINED", "LATER"
PURPOSE = "CENTER"


def answer_id(notice: str) -> str:
    """Return the record of a center's reply to a forwarded request: one, on every laptop."""
    return natural_id("joint_answer", notice)


def notice_id(request: str, kind: str, turn: int = 0) -> str:
    """Return the record by which the central desk tells a center of a request or a reply."""
    return natural_id("joint_notice", request, kind, str(turn))


def speaker_of(rooms: Rooms, kind: str, record: str) -> str:
    """Return the center whose word a record is."""
    with rooms.vault.reading() as db:
        return owner_of(db, scope_of(kind, record))


def is_told(rooms: Rooms, notice: Row) -> bool:
    """Whether a notice is the word of a central desk; whoever else says one is not heard."""
    said_by = speaker_of(rooms, "link", notice.id)
    return said_by in rooms.exchange.trust.central_codes()


def consent_state(rooms: Rooms, case: str) -> str:
    """Return what stands about another center: as ``state_of``, or ``withdrawn``."""
    scope = scope_of("case", case)
    with rooms.vault.reading() as db:
        back = db.one("select 1 from withdrawn_in where scope = ?", (scope,))
    if back is not None:
        return "withdrawn"
    state = state_of(decisions(rooms, case).get(PURPOSE))
    unsettled = {one.eid for one in rooms.ledger.conflicts(scope)}
    if state == "agreed" and consent_of(rooms, case, PURPOSE) in unsettled:
        return "undecided"
    if state == "agreed" and not is_guarded(rooms, case):
        return "undecided"
    return state


def reply_of(rooms: Rooms, notice: Row) -> str:
    """Return what stands as the reply to a forwarded request; empty while nothing does."""
    record = answer_id(notice.id)
    row = rooms.register.get("joint_answer", record)
    if row is None or row.gone or not row["reply"]:
        return ""
    if speaker_of(rooms, "record", record) != notice["to_center"]:
        return ""
    said = str(row["reply"])
    if any(one.field == "reply" for one in _differ(rooms, record)):
        return LATER
    if said != AGREED:
        return said
    return _agreed(rooms, row, str(notice["about_case"] or ""))


def _agreed(rooms: Rooms, row: Row, case: str) -> str:
    if not row["victim_asked_on"] or not case:
        return ""
    state = consent_state(rooms, case)
    if state == "agreed":
        return AGREED
    return DECLINED if state in {"withdrawn", "refused"} else ""


def _differ(rooms: Rooms, record: str) -> tuple[Conflict, ...]:
    return rooms.ledger.conflicts(scope_of("record", record))
