"""A piece of evidence that goes to somebody else (인계): a step of its chain, and a line of what left.

* What happened is written down: a warrant asks nobody. But where she refused or took back what
  a giving rests on, somebody says why it went all the same (개인정보보호법 17조, 18조②).
* It stands among what left the center (제공 내역), so a recall knows where it went.
"""

from intake.clock import local, utc
from intake.consent import may_give
from intake.desk.agencies import Agencies
from intake.desk.giving import line_of
from intake.desk.rooms import Rooms
from intake.desk.taking import chained, say_step, set_all
from intake.errors import ConsentMissing
from intake.ids import new_id
from intake.ledger import Deed
from intake.register import Row, Value

_ASKS = {"INVESTIGATION": ("POLICE", "POLICE")}  # consent, receiver
_NO = frozenset({"refused", "withdrawn", "record-refused", "record-withdrawn"})


def hand_over(rooms: Rooms, row: Row, to: str, said: dict[str, Value]) -> None:
    """Note that a piece was handed over.

    Raises:
        ConsentMissing: she said no, and nobody says why it goes.
    """
    consent, receiver = _ASKS.get(str(said["purpose"]), ("", "OTHER"))
    case = str(row["case"])
    _check_no(rooms, case, consent or "RECORD", to, str(said["reason"] or ""))
    agency, now = str(said["agency"] or ""), rooms.clock.wall()
    name = to or Agencies(rooms).names((agency,)).get(agency, "")
    left: dict[str, Value] = {
        "case": case,
        "means": "EVIDENCE",
        "evidence": row.id,
        "purpose": consent,
        "receiver": receiver,
        "receiver_name": name,
        "items": "material",
        "left_on": local(now).date().isoformat(),
        "left_at": utc(now),
        "by": rooms.who.counselor,
        "recall": "LEFT",
    }
    with chained(rooms, Deed.CUSTODY, case) as say:
        say_step(rooms, say, row, kind="HANDED_OVER", handed_to=to, sha256=row["sha256"], **said)  # fmt: skip
        set_all(say, "disclosure", new_id(now), left)


def _check_no(rooms: Rooms, case: str, purpose: str, to: str, reason: str) -> None:
    rows = rooms.register.find("consent", case=case)
    answer = may_give(map(line_of, rows), purpose, to)
    if answer.why in _NO and not reason.strip():
        raise ConsentMissing(purpose=purpose, why=answer.why)
