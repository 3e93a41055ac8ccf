"""The number of a paper (문서번호): center, year, laptop, and one after the other.

* A number is looked up first and used when its paper is kept, in one transaction: what was not
  issued leaves no gap in the register.
* The letters of a laptop are as many of its id's last ones as no other laptop of the center
  shares, four at least. A laptop that is let in later knows the earlier ones, so two of them
  never write the same number.
* After an old copy of the workspace was restored, counting goes on behind every number that the
  register knows.
"""

# ruff: noqa: S608 - names of the schema stand in a statement

import re
from typing import Final

from intake.clock import local
from intake.desk.rooms import Rooms
from intake.errors import Busy
from intake.register import SCHEMA

_FEWEST: Final = 4
_COUNT: Final = re.compile(r"[0-9]{1,6}")
_TABLE: Final = SCHEMA["issued_paper"].table


def next_number(rooms: Rooms, ahead: int = 0) -> str:
    """Return the number a paper would have, as in IC-2026-7F3A-003; nothing is used.

    ``ahead``: how many papers of one deed come before it.
    """
    before = _before(rooms)
    return f"{before}{_used(rooms, before) + 1 + ahead:03d}"


def use_number(rooms: Rooms, number: str) -> None:
    """Use a number; within the transaction that keeps its paper.

    Raises:
        Busy: another paper took it meanwhile.
    """
    before, count = _before(rooms), number.rpartition("-")[2]
    with rooms.vault.writing():
        if number != next_number(rooms):
            raise Busy
        rooms.vault.keep_fact(f"issued/{before}", str(int(count)))


def letters_of(device: str, others: frozenset[str]) -> str:
    """Return as many of a laptop's last letters as it shares with no other, four at least.

    >>> letters_of("a1b2-7f3a", frozenset({"c3d4-0000"})), letters_of("12ab", frozenset({"99-12ab"}))
    ('7F3A', '12AB')
    >>> letters_of("a17f3a", frozenset({"b27f3a"}))
    '17F3A'
    """
    mine = _plain(device)
    taken = {_plain(one) for one in others}
    for size in range(_FEWEST, len(mine)):
        if not any(one.endswith(mine[-size:]) for one in taken):
            return mine[-size:]
    return mine


def _before(rooms: Rooms) -> str:
    year = local(rooms.clock.wall()).year
    trust = rooms.exchange.trust
    others = frozenset(one.name for one in trust.parties() if one.own)
    letters = letters_of(rooms.vault.device_id, others)
    return f"{rooms.who.center_code}-{year}-{letters}-"


def _used(rooms: Rooms, before: str) -> int:
    """Return the highest number used: by this workspace, or by it before it was restored."""
    noted = int(rooms.vault.fact(f"issued/{before}") or 0)
    sql = f"SELECT number FROM {_TABLE} WHERE number >= ? AND number < ?"
    with rooms.vault.reading() as db:
        known = db.all(sql, (before, before + ":"))  # behind every digit
    counts = (str(number).removeprefix(before) for (number,) in known)
    return max(noted, *(int(one) for one in counts if _COUNT.fullmatch(one)), 0)


def _plain(device: str) -> str:
    return "".join(one for one in device if one.isalnum()).upper()
