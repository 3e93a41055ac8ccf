"""What the central desk tells the centers (연결 알림 보내기), and takes back (취소).

* Once a link stands, every center concerned hears once for each of its cases: its own case,
  its own suspect, its own records that were met elsewhere, and whom to call.
* A center that was told already hears again only of a center it was not told of: one notice
  for a link, however many of its cases are concerned.
* A notice that no longer holds is recalled: the link was taken back, or a case is gone or was
  withdrawn. The recall travels the same road, and is acknowledged like everything else.
* Links of one victim's cases are told to nobody: they would tell where else she went.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from intake.counting import grouped
from intake.desk.bonds import PERSON, VICTIM, Bond, Bonds
from intake.desk.lines import names_of_centers
from intake.desk.rooms import Rooms
from intake.exchange.bound import CONTACT, contact_id, words_of
from intake.ids import natural_id, scope_of
from intake.ledger import Deed
from intake.progress import Progress
from intake.register import Row, Value

SENT: Final = "SENT"
RECALLED: Final = "RECALLED"
LEFT: Final = "CASE_LEFT"
_KEPT_IN = ("identifier", "posting", "evidence", "suspect")


@dataclass(frozen=True, slots=True)
class _Telling:
    """One notice that is due."""

    center: str
    case: str
    suspect: str
    other_center: str
    others: int


class Teller:
    """Tells and recalls, by one look at the decisions."""

    def __init__(self, rooms: Rooms, without: Iterable[str] = ()) -> None:
        """Work in these rooms; ``without`` are links as good as taken back."""
        self._rooms = rooms
        self.bonds = Bonds(rooms, without)

    # --- telling ---------------------------------------------------------------------

    def tell(self, link: str, *, again: bool = True) -> int:
        """Tell everybody concerned of a link that stands; return how many notices are new.

        Without ``again`` only of cases of which nothing was told at all.
        """
        bond = self.bonds.bond(link)
        if bond is None or bond.kind == VICTIM:
            return 0
        due = tuple(self._due(bond, self._members(bond), again=again))
        with self._rooms.one_step(Deed.NOTIFY):
            for one in due:
                self._say(bond, one)
        return len(due)

    def _members(self, bond: Bond) -> dict[str, str]:
        """Return who is concerned: the joined profile, or only both sides of another kind."""
        found = {bond.one: bond.one_case, bond.other: bond.other_case}
        if bond.kind == PERSON:
            found = self.bonds.everybody(bond.one, bond.one_case)
        return {who: case for who, case in found.items() if self.bonds.is_here(case)}

    def _due(
        self, bond: Bond, members: dict[str, str], *, again: bool
    ) -> Iterator[_Telling]:
        centers = {suspect: self.bonds.center(case) for suspect, case in members.items()}  # fmt: skip
        told = {s: self._told(case, s) for s, case in members.items()}
        for center in sorted({*centers.values()}):
            elsewhere = {c for c in centers.values() if c != center}
            mine = sorted(s for s in members if centers[s] == center)
            if not elsewhere:
                continue
            others = len({members[s] for s in members if centers[s] != center})
            fresh = [s for s in mine if not told[s]]
            known = {other for s in mine for other in told[s]}
            new = elsewhere - known
            ends = [s for s in mine if s in (bond.one, bond.other)] or mine
            for suspect in fresh or (ends[:1] if again and new and known else []):
                other = _nearest(bond, centers, center, new or elsewhere)
                yield _Telling(center, members[suspect], suspect, other, others)

    def _told(self, case: str, suspect: str) -> set[str]:
        """Return the centers that a suspect's center was told of."""
        return {
            str(row["other_center"])
            for row in self._rooms.register.find("link_notice", about_case=case)
            if self.bonds.is_told(row)
            and row["kind"] == "MATCH"
            and row["state"] == SENT
            and row["about"] == suspect
        }

    def _say(self, bond: Bond, due: _Telling) -> None:
        rooms, link = self._rooms, self._rooms.record("link", bond.link)
        before = [
            row
            for row in rooms.register.find("link_notice", link=bond.link)
            if (row["about"], row["to_center"]) == (due.suspect, due.center)
        ]
        notice = natural_id("link_notice", bond.link, due.suspect, due.center, str(len(before)))  # fmt: skip
        contact = contact_of(rooms, due.other_center)
        said: dict[str, Value] = {
            "to_center": due.center,
            "kind": "MATCH",
            "link_kind": bond.kind,
            "state": SENT,
            "link": bond.link,
            "about_case": due.case,
            "about": due.suspect,
            "likeness": link["likeness"],
            "confirmed_on": link["second_on"] or link["decided_on"],
            "two_persons": link["second"] == "SAME",
            "other_cases": due.others,
            "other_center": due.other_center,
            "other_title": names_of_centers(rooms)(due.other_center),
            **contact,
            "said_on": rooms.clock.today().isoformat(),
            "said_by": rooms.who.counselor,
        }
        with rooms.saying(Deed.NOTIFY, scope_of("link", notice)) as say:
            for name, value in said.items():
                if value is not None and value != "":
                    say.set("link_notice", notice, name, value)
        self._say_lines(bond, due, notice)

    def _say_lines(self, bond: Bond, due: _Telling, notice: str) -> None:
        """Say which of the center's own records were met elsewhere; the others are not named."""
        lines = sorted(self._rooms.register.find("link_line", link=bond.link), key=_place)  # fmt: skip
        kept = [(line, own) for line in lines if (own := self._own(line, due.case))]
        for place, (line, own) in enumerate(kept):
            record = natural_id("notice_line", notice, str(place))
            said: dict[str, Value] = {
                "notice": notice,
                "to_center": due.center,
                "place": place,
                "says": line["says"],
                "kind": line["kind"],
                "own_record": own,
            }
            with self._rooms.saying(Deed.NOTIFY, scope_of("link", record)) as say:
                for name, value in said.items():
                    if value is not None:
                        say.set("notice_line", record, name, value)

    def _own(self, line: Row, case: str) -> str:
        """Return the record of a line of evidence that lies in a case; empty where none does."""
        get = self._rooms.register.get
        for record in (line["one_record"], line["other_record"]):
            if not record:
                continue
            for entity in _KEPT_IN:
                row = get(entity, str(record))
                if row is not None and not row.gone and row["case"] == case:
                    return row.id
        return ""

    # --- taking back -----------------------------------------------------------------

    def recall(self, notice: Row, reason: str) -> None:
        """Say that a notice no longer holds, and since when."""
        today = self._rooms.clock.today().isoformat()
        with self._rooms.saying(Deed.RECALL, scope_of("link", notice.id)) as say:
            say.set("link_notice", notice.id, "state", RECALLED)
            say.set("link_notice", notice.id, "recalled_on", today)
            say.set("link_notice", notice.id, "recall_reason", reason)

    def holds(self, notice: Row) -> bool:
        """Whether what a notice says is still so: its link, its case, and the other center."""
        case, link = str(notice["about_case"] or ""), str(notice["link"] or "")
        if not self.bonds.is_here(case) or self.bonds.is_taken_back(link):
            return False
        suspect = str(notice["about"] or "")
        if notice["link_kind"] != PERSON:
            bond = self.bonds.bond(link)
            return bond is not None and self.bonds.meets(bond)
        members = self.bonds.group(suspect, case)
        elsewhere = {self.bonds.center(one) for who, one in members.items() if who != suspect}  # fmt: skip
        return notice["other_center"] in elsewhere


# --- the verbs of other nouns ----------------------------------------------------------------


def tell(rooms: Rooms, link: str) -> int:
    """Tell every center concerned of a link that stands (알림); again, nothing happens.

    Nothing is told from anywhere but the central desk.
    """
    return Teller(rooms).tell(link) if rooms.who.role == "central" else 0


def recall(rooms: Rooms, link: str, reason: str) -> int:
    """Recall every notice of a link (취소), and those that held by it alone; return how many.

    Whether the link was taken back before or is taken back afterwards makes no difference.
    What the other links of its people still say is told anew to whom it was not said.
    """
    if rooms.who.role != "central":
        return 0
    teller, row = Teller(rooms, without=(link,)), rooms.register.get("link", link)
    with rooms.one_step(Deed.RECALL):
        mine = [one for one in rooms.register.find("link_notice", link=link) if one["state"] == SENT and teller.bonds.is_told(one)]  # fmt: skip
        members = _both_sides(teller.bonds, row) if row is not None else {}
        known = {one.id for one in mine}
        mine += [one for one in _notices_of(rooms, members) if one.id not in known and teller.bonds.is_told(one) and not teller.holds(one)]  # fmt: skip
        for one in mine:
            teller.recall(one, reason)
        for bond in _bonds_of(teller.bonds, members):
            teller.tell(bond)
    return len(mine)


def settle(rooms: Rooms, progress: Progress) -> int:
    """Recall what no longer holds, and tell what nobody was told yet; return how many.

    After words have come: a case may be gone or withdrawn (파기, 철회), a center may have
    joined cases of its own to one that others were told of.
    """
    if rooms.who.role != "central":
        return 0
    teller = Teller(rooms)
    teller.bonds.load()
    sent = [one for one in rooms.register.find("link_notice", state=SENT) if one["kind"] == "MATCH" and teller.bonds.is_told(one)]  # fmt: skip
    done = 0
    for at, notice in enumerate(sent):
        progress.step(at, len(sent), "progress-telling")
        if not teller.holds(notice):
            teller.recall(notice, LEFT)
            done += 1
    for link in _untold(rooms, teller.bonds):
        done += teller.tell(link, again=False)
    return done


def contact_of(rooms: Rooms, center: str) -> dict[str, Value]:
    """Return whom to call at a center: what it said of itself, else only its name."""
    row = rooms.register.get(CONTACT, contact_id(center))
    with rooms.vault.reading() as db:
        own = words_of(db, center)
    if row is not None and not row.gone and "name" in own:
        names = [name for name in ("name", "phone", "email") if name in own]
        return {f"contact_{name}": row[name] for name in names}
    return {"contact_name": names_of_centers(rooms)(center)}


def _untold(rooms: Rooms, bonds: Bonds) -> Iterator[str]:
    """Yield one link of every profile in which there is a case of which nobody was told."""
    told = {str(one["about"]) for one in rooms.register.find("link_notice", state=SENT) if one["kind"] == "MATCH" and bonds.is_told(one)}  # fmt: skip
    every = bonds.every()
    crossing: dict[str, list[str]] = {}
    gone: set[str] = set()
    for one in every:
        gone |= {end for end, case in ((one.one, one.one_case), (one.other, one.other_case)) if not bonds.is_here(case)}  # fmt: skip
        if one.link and bonds.center(one.one_case) != bonds.center(one.other_case):
            crossing.setdefault(one.one, []).append(one.link)
    for group in grouped((one.one, one.other) for one in every):
        links = sorted(link for one in group for link in crossing.get(one, ()))
        if links and not group - gone <= told:
            yield links[0]


def _both_sides(bonds: Bonds, link: Row) -> dict[str, str]:
    found: dict[str, str] = {}
    for member, case in (("one", "one_case"), ("other", "other_case")):
        if link[member] and link[case]:
            found |= bonds.everybody(str(link[member]), str(link[case]))
    return found


def _notices_of(rooms: Rooms, members: dict[str, str]) -> Iterator[Row]:
    for case in sorted({*members.values()}):
        for row in rooms.register.find("link_notice", about_case=case):
            if row["state"] == SENT and row["kind"] == "MATCH":
                yield row


def _bonds_of(bonds: Bonds, members: Iterable[str]) -> tuple[str, ...]:
    found = {bond.link for one in members for bond in bonds.of(one)}
    return tuple(sorted(found - {""}))


def _nearest(
    bond: Bond, centers: dict[str, str], center: str, among: Iterable[str]
) -> str:
    """Return the center to name: across this very link where that is one of them."""
    wanted = set(among)
    ends = [centers[end] for end in (bond.one, bond.other) if centers.get(end, center) != center]  # fmt: skip
    return next((one for one in ends if one in wanted), min(wanted))


def _place(row: Row) -> int:
    return int(row["place"] or 0)
