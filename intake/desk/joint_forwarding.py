"""What the central desk passes on between centers (전달): a request there, the reply back.

* One record for each request and each turn of its reply, with ids that follow from them: two
  laptops of the central desk, or the same one again, say the same.
* A notice holds the asked center's own case and suspect and nothing of the asking one but its
  code and the number of its desk.
* Passed on is what its center itself said; asking ends, or the link ends: it is recalled.
"""

from dataclasses import dataclass

from intake.desk.bonds import PERSON, Bonds
from intake.desk.joint_lines import notices_of
from intake.desk.joint_standing import (
    AGREED,
    DECLINED,
    notice_id,
    reply_of,
    speaker_of,
)
from intake.desk.lines import names_of_centers
from intake.desk.link_telling import contact_of
from intake.desk.rooms import Rooms
from intake.ids import scope_of
from intake.ledger import Deed
from intake.progress import Progress
from intake.register import Row, Value

_COPIED = ("link", "link_kind", "likeness", "confirmed_on", "two_persons")


@dataclass(frozen=True, slots=True)
class _Asked:
    """A request, the notice it is about, and where it has to go."""

    request: Row
    match: Row
    center: str
    case: str
    about: str


class Forwarding:
    """One look over everything that was asked and answered."""

    def __init__(self, rooms: Rooms) -> None:
        """Work in these rooms."""
        self._rooms, self._bonds = rooms, Bonds(rooms)

    def run(self, progress: Progress) -> int:
        """Say what has to be said; return how many records were said or recalled."""
        rows = self._rooms.register.find("joint_request")
        said = 0
        for done, row in enumerate(rows):
            progress.step(done, len(rows), "progress-forwarding")
            said += self._forward(row)
        if said:
            self._rooms.touched.add("link_notice", "joint_request")
        return said

    def _forward(self, request: Row) -> int:
        told = notices_of(self._rooms, request.id)
        match = self._match(request)
        if match is None or request["state"] == "ENDED":
            return self._recall(told)
        asked = next((one for one in told if one["kind"] == "REQUEST"), None)
        if asked is not None:
            return self._answer(request, match, asked, told)
        target = self._target(request, match)
        return self._ask(target) if target is not None else 0

    # --- whose word, and about what ------------------------------------------------------

    def _match(self, request: Row) -> Row | None:
        """Return the notice a center asks about: ours, to that center, of a link that stands."""
        rooms, center = self._rooms, str(request["center"] or "")
        if speaker_of(rooms, "record", request.id) != center:
            return None
        row = rooms.register.get("link_notice", str(request["notice"]))
        if row is None or row.gone or (row["kind"], row["state"]) != ("MATCH", "SENT"):
            return None
        ours = speaker_of(rooms, "link", row.id) == rooms.who.center_code
        bond = self._bonds.bond(str(row["link"] or ""))
        stands = bond is not None and self._bonds.is_here(str(row["about_case"] or ""))
        return row if ours and row["to_center"] == center and stands else None

    def _target(self, request: Row, match: Row) -> _Asked | None:
        """Return whom to ask: of the center that was named, the one nearest by the link."""
        bonds, center = self._bonds, str(match["other_center"] or "")
        bond = bonds.bond(str(match["link"] or ""))
        if bond is None or center in {match["to_center"], self._rooms.who.center_code}:
            return None
        members = {bond.one: bond.one_case, bond.other: bond.other_case}
        near = set(members)
        if bond.kind == PERSON:
            members |= bonds.everybody(bond.one, bond.one_case)
        there = [one for one, case in members.items() if bonds.is_here(case) and bonds.center(case) == center]  # fmt: skip
        for about in sorted(there, key=lambda one: (one not in near, one)):
            return _Asked(request, match, center, members[about], about)
        return None

    # --- saying it ---------------------------------------------------------------------------

    def _ask(self, one: _Asked) -> int:
        record = notice_id(one.request.id, "REQUEST")
        if self._rooms.register.get("link_notice", record) is not None:
            return 0  # recalled: asking again is another request
        said = self._common(one.request, one.match, str(one.match["to_center"]))
        said |= {
            "kind": "REQUEST",
            "to_center": one.center,
            "about_case": one.case,
            "about": one.about,
        }
        self._say(record, said)
        return 1

    def _answer(self, request: Row, match: Row, asked: Row, told: list[Row]) -> int:
        """Say the reply where it differs from what was told last."""
        replies = [one for one in told if one["kind"] == "REPLY"]
        before = str(replies[-1]["reply"]) if replies else ""
        now = reply_of(self._rooms, asked)
        if not now and before == AGREED:
            now = DECLINED  # her agreement is not known here any more
        if not now or now == before:
            return 0
        said = self._common(request, match, str(asked["to_center"]))
        said |= {
            "kind": "REPLY",
            "to_center": str(match["to_center"]),
            "about_case": match["about_case"],
            "about": match["about"],
            "reply": now,
        }
        self._say(self._next_turn(request.id), said)
        return 1 + self._recall(replies)

    def _next_turn(self, request: str) -> str:
        turn = 0
        while True:
            record = notice_id(request, "REPLY", turn)
            if self._rooms.register.get("link_notice", record) is None:
                return record
            turn += 1

    def _common(self, request: Row, match: Row, other: str) -> dict[str, Value]:
        rooms = self._rooms
        return {
            **{name: match[name] for name in _COPIED},
            "state": "SENT",
            "other_center": other,
            "other_title": names_of_centers(rooms)(other),
            **contact_of(rooms, other),
            "said_on": rooms.clock.today().isoformat(),
            "said_by": rooms.who.counselor,
            "request": request.id,
            "wanted": request["wanted"],
        }

    def _recall(self, told: list[Row]) -> int:
        today = self._rooms.clock.today().isoformat()
        for row in told:
            self._say(row.id, {"state": "RECALLED", "recalled_on": today})
        return len(told)

    def _say(self, record: str, said: dict[str, Value]) -> None:
        """Say it as the desk itself: it follows from what others said."""
        with self._rooms.noting(Deed.NOTIFY, scope_of("link", record)) as say:
            for name, value in said.items():
                say.set("link_notice", record, name, value)
