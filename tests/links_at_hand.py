"""Decisions, suspects and notices for a test: planted where no verb is needed, carried by bundles."""

import shutil
from dataclasses import dataclass, replace
from pathlib import Path

from intake.desk import Desk, workspace
from intake.ids import new_id, scope_of
from intake.ledger import Deed
from intake.register import SCHEMA
from tests.centers_at_hand import carry
from tests.desks_at_hand import a_desk, agreed, introduce
from tests.vaults_at_hand import PASSPHRASE, POLICY, MemoryKeyring

SHARED = ("RECORD", "SENSITIVE", "CENTRAL")


@dataclass(frozen=True)
class Known:
    """A case and its suspect, with one identifier."""

    case: str
    suspect: str
    clue: str


def known(desk: Desk, value: str = "010-0000-4217", *purposes: str) -> Known:
    """A case whose person agreed to sharing, and what it knows of a suspect."""
    case = agreed(desk, *(purposes or SHARED))
    suspect = desk.suspects.add(case, {"nickname": "하루"})
    clue = desk.suspects.add_clue(case, {"kind": "phone", "value": value}, suspect)
    return Known(case, suspect, clue)


def linked(
    desk: Desk, one: Known, other: Known, *, second: str = "최확인", **said
) -> str:
    """A decision as it is kept: SAME by one person, confirmed by another."""
    link = planted(
        desk,
        "link",
        {
            "kind": "same_person",
            "one": one.suspect,
            "one_case": one.case,
            "other": other.suspect,
            "other_case": other.case,
            "decision": "SAME",
            "reason": "ACCOUNTS",
            "likeness": "VERY_HIGH",
            "center": desk.about().center_code,
            "decided_by": "박상담",
            "decided_on": "2026-11-01",
            **({"second": "SAME", "second_by": second, "second_on": "2026-11-02"} if second else {}),
            **said,
        },
    )  # fmt: skip
    planted(
        desk,
        "link_line",
        {
            "link": link,
            "place": 0,
            "says": "match-says-same",
            "kind": "phone",
            "one_record": one.clue,
            "other_record": other.clue,
            "weight": 20_500,
        },
    )
    return link


def planted(desk: Desk, entity: str, said: dict, record: str = "") -> str:
    """Say a record in a scope of its own."""
    record = record or new_id(desk._rooms.clock.wall())
    with desk._rooms.saying(Deed.LINK, scope_of(SCHEMA[entity].scope, record)) as say:
        for name, value in said.items():
            say.set(entity, record, name, value)
    return record


def as_somebody_else(desk: Desk, counselor: str) -> None:
    """Let another counselor sit down at the same desk."""
    who = replace(desk._rooms.who, counselor=counselor)
    object.__setattr__(desk._rooms, "who", who)


def taken_back(desk: Desk, link: str) -> None:
    """Withdraw a decision, as its own verb does."""
    with desk._rooms.saying(Deed.UNLINK, scope_of("link", link)) as say:
        say.retract("link", link, "taken-back")


class Town:
    """Two centers and a central desk that know each other, made once and copied for a test.

    Each center has one case of the same suspect, and the central desk has both.
    """

    CODES = ("IC", "SL", "C0")

    def __init__(self, folder: Path) -> None:
        """Make them, carry both cases, close them."""
        self._folder, self._keyring = folder, MemoryKeyring()
        desks = {code: self._made(code) for code in self.CODES}
        stick = folder / "stick"
        stick.mkdir()
        for code in ("IC", "SL"):
            introduce(desks[code], desks["C0"])
        self.one = known(desks["IC"])
        self.other = known(desks["SL"], "+82 10 0000 4217")
        for code in ("IC", "SL"):
            carry(desks[code], desks["C0"], stick)
        for desk in desks.values():
            desk.close()

    def _made(self, code: str) -> Desk:
        role = "central" if code == "C0" else "center"
        return a_desk(self._folder / code, self._keyring, role=role, code=code)

    def desk(self, code: str, into: Path) -> Desk:
        """One of them, opened."""
        shutil.copytree(self._folder / code, into / code)
        return workspace.open_(into / code, PASSPHRASE, keyring=self._keyring, policy=POLICY)  # fmt: skip
