"""What is remembered about accidents (눈에 띈 일): facts of this computer; ids and numbers only."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, field, replace
from typing import Any, Final

from intake.clock import DAY_MS, FLOOR_MS
from intake.desk.rooms import Rooms
from intake.ledger.troubles import Trouble
from intake.vault import Database

ANCHOR: Final = (
    "accident/anchor"  # the seal that the keyring knew and the vault did not
)
RESTORED: Final = "backup/restored"  # where and when a backup was put back
_FACT: Final = "accidents"
_SENT: Final = "sent/until"
_HOUR_MS: Final = 3_600_000
_MANY_HOURS: Final = 72  # from here on days say more
_MANY_DAYS: Final = 800  # and from here on years


@dataclass(frozen=True, slots=True)
class Told:
    """How many were open at the last look, what a person ended, how far off clocks were."""

    count: int = 0
    settled: Mapping[str, int] = field(default_factory=dict)  # kind/log -> entries then
    ahead: Mapping[str, int] = field(default_factory=dict)  # log/last segment -> ms


def told(rooms: Rooms) -> Told:
    """Return what is remembered."""
    kept: dict[str, Any] = json.loads(rooms.vault.fact(_FACT) or "{}")
    return Told(**kept)


def keep(rooms: Rooms, **more: object) -> None:
    """Remember some of it anew."""
    with rooms.vault.writing():
        kept = asdict(replace(told(rooms), **more))  # type: ignore[arg-type]
        rooms.vault.keep_fact(_FACT, json.dumps(kept, sort_keys=True))


def restored(rooms: Rooms, db: Database) -> Iterator[Trouble]:
    """Yield that this computer was put back to an earlier state, while its last seal is not here."""
    put_back: dict[str, Any] = json.loads(rooms.vault.fact(RESTORED) or "{}")
    anchor = rooms.vault.fact(ANCHOR) or ""
    log, _, rest = anchor.partition(":")
    seal = bytes.fromhex(rest.partition(":")[2])
    came = seal and db.one("select 1 from segment where hash = ?", (seal,))
    if (anchor or put_back) and not came:
        ms = int(put_back.get("ms", 0))
        yield Trouble("restored", log or str(ms), rooms.vault.device_id, rooms.who.center_code, 0, 0, 0, ms)  # fmt: skip


def noticed(rooms: Rooms) -> int:
    """Return how many things were noticed, as far as it is known without looking far."""
    kept = told(rooms)
    with rooms.vault.reading() as db:
        back = [one for one in restored(rooms, db) if f"{one.kind}/{one.log}" not in kept.settled]  # fmt: skip
    clock = rooms.clock.wall() < FLOOR_MS or rooms.clock.ahead_ms > DAY_MS + _HOUR_MS
    return max(kept.count, len(back) + clock)


def sent_in_time(rooms: Rooms) -> None:
    """Look at everything anew when something is sent, where the last time lies in another year."""
    if int(rooms.vault.fact(_SENT) or 0) > rooms.clock.wall() + DAY_MS:
        rooms.vault.keep_fact(_SENT, "0")


def span(rooms: Rooms, ms: int) -> str:
    """Return how long that is, in words."""
    hours = round(abs(ms) / _HOUR_MS)
    days = round(hours / 24) if hours >= _MANY_HOURS else 0
    years = round(days / 365.25) if days >= _MANY_DAYS else 0
    return rooms.texts("accident-span", hours=hours, days=days, years=years)
