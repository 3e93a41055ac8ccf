"""Two centers, the central desk and the second party, and letters that go between them."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from intake.clock import wall_ms
from intake.desk import Desk
from intake.desk.arriving import take_in
from intake.exchange import deliver, outbox
from intake.exchange.escrow.who import day_of
from intake.ids import natural_id
from intake.ledger import Deed
from intake.mailbox import Mailbox, MemoryMailbox
from intake.progress import Silent
from tests.desks_at_hand import a_desk, agreed, introduce

QUIET = Silent()
HOUR, DAY = 3_600_000, 86_400_000
KINDS = {"C0": "central", "E0": "escrow"}


class Wall:
    """One clock on every wall; it moves a second with every look."""

    def __init__(self) -> None:
        noon = (wall_ms() + 9 * HOUR) // DAY * DAY + 3 * HOUR  # in Seoul
        self.ms = noon + DAY

    def __call__(self) -> int:
        self.ms += 1_000
        return self.ms

    def to_next_year(self) -> None:
        """Go to the tenth of January."""
        year = int(day_of(self.ms)[:4]) + 1
        while day_of(self.ms) < f"{year}-01-10":
            self.ms += DAY


@dataclass
class Town:
    """Workspaces that know each other, with one mailbox and one clock."""

    desks: dict[str, Desk]
    mailbox: Mailbox = field(default_factory=MemoryMailbox)
    wall: Wall = field(default_factory=Wall)

    def __getitem__(self, code: str) -> Desk:
        return self.desks[code]

    def go(self, code: str) -> int:
        """Let one do what is due and leave it in the mailbox."""
        rooms = self.desks[code]._rooms
        sealed = self.desks[code].escrow.go(QUIET)
        for one in outbox(rooms.exchange):
            deliver(rooms.exchange, one, self.mailbox, QUIET)
        return sealed

    def fetch(self, code: str):
        """Let one take in what lies there for it."""
        return take_in(self.desks[code]._rooms, self.mailbox, QUIET)

    def round(self, *codes: str) -> int:
        """Everybody takes in, does what is due and leaves it."""
        sealed = 0
        for code in codes or self.desks:
            self.fetch(code)
            sealed += self.go(code)
        return sealed

    def rounds(self, most: int = 12) -> None:
        """Go on until nobody has anything to say."""
        for _ in range(most):
            if not self.round():
                return
        raise AssertionError

    def close(self) -> None:
        for desk in self.desks.values():
            desk.close()


def a_town(folder, codes: Iterable[str] = ("IC", "SE", "C0", "E0")) -> Town:
    """Workspaces that know each other; C0 is the central desk, E0 the second party."""
    wall, found = Wall(), {}
    for code in codes:
        role = KINDS.get(code, "center")
        made = a_desk(folder / code.lower(), role=role, code=code, counselor=f"{code} 상담")  # fmt: skip
        made.link_notices.set_contact(f"{code} 연락", "010-0000-0009", "", "평일")
        for other in found.values():
            introduce(made, other)
        made._rooms.clock.wall = wall
        found[code] = made
    return Town(found, wall=wall)


def named(
    desk: Desk,
    *accounts: str,
    name: str = "",
    birth: str = "",
    phone: str = "",
    purposes: Iterable[str] = ("RECORD", "MATCH"),
) -> str:
    """A case in which somebody is named by these telephone numbers."""
    case = agreed(desk, *purposes)
    for account in accounts:
        desk.suspects.add_clue(case, {"kind": "phone", "value": account})
    told = {"name": name, "birth": birth, "phone": phone}
    said = {what: value for what, value in told.items() if value}
    if said:
        victim = natural_id("person", case, "victim")
        with desk._rooms.about_case(Deed.CHANGE, case) as say:
            for what, value in {"case": case, "role": "VICTIM", **said}.items():
                say.set("person", victim, what, value)
    return case


HIM, OTHER = "010-0000-4217", "010-0000-4218"
SKY = {"name": "김하늘", "birth": "2001-02-03"}
SEA = {"name": "이바다", "birth": "2002-03-04"}


def rows(desk: Desk, sql: str, *values: object) -> list:
    """What a desk keeps."""
    with desk._rooms.vault.reading() as db:
        return db.all(sql, values)


def count(desk: Desk, table: str) -> int:
    """How many rows a table of a desk has."""
    return rows(desk, f"select count(*) from {table}")[0][0]


def both_name_him(town: Town) -> tuple[str, str]:
    """A case at each center in which the same person is named, all letters gone through."""
    cases = named(town["IC"], HIM, **SKY), named(town["SE"], HIM, **SEA)
    town.rounds()
    return cases
