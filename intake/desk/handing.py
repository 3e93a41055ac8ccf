"""A piece of evidence that goes to somebody else (인계): a step of its chain, and a line of what left.

* What happened is written down: a warrant asks nobody. But where she refused or took back what
  a giving rests on, somebody says why it went all the same (개인정보보호법 17조, 18조②).
* To a lawyer, a hospital, another center it goes by her consent for that receiver, or not.
* It stands among what left the center (제공 내역), so a recall knows where it went.
"""

from collections.abc import Mapping
from typing import NamedTuple

from intake.clock import local, utc
from intake.consent import may_give
from intake.desk import referring
from intake.desk.giving import Giving, line_of
from intake.desk.rooms import Rooms
from intake.desk.taking import chained, say_step, set_all
from intake.errors import ConsentMissing
from intake.ids import new_id
from intake.ledger import Deed
from intake.register import Row, Value

_ASKS = {"INVESTIGATION": ("POLICE", "POLICE")}  # consent, receiver
_NO = frozenset({"refused", "withdrawn", "record-refused", "record-withdrawn"})
# Who may ask by law, whatever she agreed to; to everybody else it goes by her consent alone.
_BY_LAW = frozenset({"POLICE", "PROSECUTION", "COURT"})


class Going(NamedTuple):
    """To whom a piece goes, and what that stands on."""

    consent: str
    receiver: str
    name: str


def judged(rooms: Rooms, row: Row, to: str, said: Mapping[str, Value]) -> Going:
    """Judge whether a piece may go to somebody, an agency of the book or a name.

    Raises:
        ConsentMissing: she said no, and nobody says why it goes; or it goes by her consent
            alone, and there is none.
    """
    agency, case = str(said["agency"] or ""), str(row["case"])
    book = rooms.register.get("agency", agency) if agency else None
    asked = referring.ASKS.get(str(book["kind"] or "")) if book else None
    consent, receiver = asked or _ASKS.get(str(said["purpose"]), ("", "OTHER"))
    name = to or (str(book["name"] or "") if book else "")
    if asked and consent and receiver not in _BY_LAW:
        Giving(rooms).check(case, consent, name)
    else:
        _check_no(rooms, case, consent or "RECORD", name, str(said["reason"] or ""))
    return Going(consent, receiver, name)


def hand_over(
    rooms: Rooms,
    row: Row,
    to: str,
    said: dict[str, Value],
    kind: str = "HANDED_OVER",
) -> None:
    """Note that a piece, or a copy of it, went to somebody.

    Raises:
        ConsentMissing: see ``judged``.
    """
    going, now = judged(rooms, row, to, said), rooms.clock.wall()
    case = str(row["case"])
    left: dict[str, Value] = {
        "case": case,
        "means": "EVIDENCE",
        "evidence": row.id,
        "purpose": going.consent,
        "receiver": going.receiver,
        "receiver_name": going.name,
        "items": "material",
        "left_on": local(now).date().isoformat(),
        "left_at": utc(now),
        "by": rooms.who.counselor,
        "recall": "LEFT",
    }
    with chained(rooms, Deed.CUSTODY, case) as say:
        say_step(rooms, say, row, kind=kind, handed_to=to, sha256=row["sha256"], **said)  # fmt: skip
        set_all(say, "disclosure", new_id(now), left)


def _check_no(rooms: Rooms, case: str, purpose: str, to: str, reason: str) -> None:
    rows = rooms.register.find("consent", case=case)
    answer = may_give(map(line_of, rows), purpose, to)
    if answer.why in _NO and not reason.strip():
        raise ConsentMissing(purpose=purpose, why=answer.why)
