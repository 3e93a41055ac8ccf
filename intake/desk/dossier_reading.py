"""Which cases stand in a dossier, and why (공동 대응 자료에 들어가는 사건): her word, and nothing else.

* The court (법원 제출) must be agreed to, and between centers the linking (타 센터 사례 연결) too.
* What two people wrote down differently is not agreed; nor is what a child under 14 said whose
  guardian was not asked (개인정보보호법 22조의2).
* Only who agreed to the court is asked about the linking: of who did not, nothing is told.
* A no to a court holds however its name is written: with its division or without.
* A case of which even one consent is in doubt is left out, and so is one that its center asks to
  be destroyed (철회): what she said before counts no more.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field

from intake import exchange
from intake.consent.giving import Line, may_give, same_name, within
from intake.desk.giving import line_of
from intake.desk.guardians import is_guarded
from intake.desk.rooms import Rooms
from intake.exchange.agreed import unguarded
from intake.ids import scope_of
from intake.register import Row

COURT, CENTER = "COURT", "CENTER"
_NO = frozenset({"refused", "withdrawn"})


@dataclass(frozen=True, slots=True)
class Agreed:
    """A case that may stand there, and when she agreed."""

    case: str
    center: str
    court_on: str
    center_on: str
    courts: tuple[str, ...] = field(default=(), repr=False)  # where she named any


def agreed_cases(rooms: Rooms, cases: Iterable[str], court: str = "") -> tuple[Agreed, ...]:  # fmt: skip
    """Return the cases that may stand in a dossier, by center and in the order of their ids.

    Without a ``court`` whatever court she agreed to counts, and the paper names it.
    """
    back = {one.scope for one in exchange.withdrawn(rooms.exchange)}
    alone, disputed = unguarded(rooms.exchange), _disputed(rooms)
    asked: dict[str, _Asked] = {}
    for case in sorted(cases):
        if scope_of("case", case) not in back:
            rows = [row for row in rooms.register.find("consent", case=case) if row.id not in disputed]  # fmt: skip
            guarded = is_guarded(rooms, case) and scope_of("case", case) not in alone
            courts = _agreed(rows, COURT, court, guarded=guarded)
            if courts:
                center = str(rooms.case(case)["center"] or "")
                asked[case] = _Asked(center, courts, _agreed(rows, CENTER, guarded=guarded))  # fmt: skip
    between = len({one.center for one in asked.values()}) > 1
    found = [one.told(case) for case, one in asked.items() if one.linked or not between]
    return tuple(sorted(found, key=lambda one: (one.center, one.case)))


@dataclass(frozen=True, slots=True)
class _Asked:
    """What she said to the court, and to being put together with another center's cases."""

    center: str
    courts: dict[str, str]
    linked: dict[str, str]

    def told(self, case: str) -> Agreed:
        names = tuple(sorted(set(self.courts) - {""}))
        linked_on = max(self.linked.values(), default="")
        return Agreed(case, self.center, max(self.courts.values()), linked_on, names)


def _agreed(rows: Iterable[Row], purpose: str, name: str = "", *, guarded: bool) -> dict[str, str]:  # fmt: skip
    """Return to whom she agreed, and on which day; nothing where she did not."""
    lines = [(row, line_of(row)) for row in rows]
    said = [line for _, line in lines]
    refused = _refused(said, purpose, name)
    days: dict[str, str] = {}
    for row, line in lines:
        meant = not name or not line.name or same_name(line.name, name)
        about = line.purpose == purpose and line.state == "agreed" and meant
        late = refused is None or (line.name and line.said > refused)
        if about and late and may_give(said, purpose, line.name, guarded=guarded).may:
            days[line.name] = str(row["given_on"] or "")
    return days


def _refused(said: Iterable[Line], purpose: str, name: str) -> int | None:
    """Return when she last said no to a receiver whose name begins like this one.

    A no to a court is one to its divisions (재판부), and a no to one of them is not read narrowly.
    """
    about = (one for one in said if one.purpose == purpose and one.state in _NO)
    return max((one.said for one in about if within(one.name, name)), default=None)


def _disputed(rooms: Rooms) -> frozenset[str]:
    return frozenset(one.eid for one in rooms.ledger.conflicts() if one.entity == "consent")  # fmt: skip
