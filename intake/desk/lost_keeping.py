"""What is remembered of a laptop that was taken back (분실 처리): counts, ids and names of places."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import Final

from intake.crypto import Certificate, read_signature
from intake.desk.rooms import Rooms

_FACT: Final = "lost"


@dataclass(frozen=True, slots=True)
class Lost:
    """One laptop that was taken back."""

    ms: int
    name: str = ""
    lost_on: str = ""
    noticed: str = ""
    certificates: int = 0
    logs: Mapping[str, int] = field(default_factory=dict)
    everywhere: bool = False
    dropped: int = 0
    places: Mapping[str, str] = field(default_factory=dict)  # id -> name
    changed: tuple[str, ...] = ()  # places whose account a person changed


def lost(rooms: Rooms) -> dict[str, Lost]:
    """Return every laptop that was taken back here, by its id."""
    told = json.loads(rooms.vault.fact(_FACT) or "{}")
    return {
        device: Lost(**{**one, "changed": tuple(one.get("changed", ()))})
        for device, one in told.items()
    }


def keep(rooms: Rooms, device: str, one: Lost) -> None:
    """Remember a laptop that was taken back."""
    with rooms.vault.writing():
        every = {**lost(rooms), device: one}
        told = {name: asdict(kept) for name, kept in every.items()}
        rooms.vault.keep_fact(_FACT, json.dumps(told, ensure_ascii=False))
    rooms.touched.add("exchange", "certificate")


def logs_of(rooms: Rooms, device: str) -> dict[str, int]:
    """Return the logs of a laptop, and the last segment of each that lies here."""
    sql = (
        "select log.log, max(n) from log join segment on segment.log = log.id"
        " where device = ? and hash is not null group by log.log"
    )
    with rooms.vault.reading() as db:
        return dict(db.all(sql, (device,)))


def logs_of_center(rooms: Rooms, code: str) -> dict[str, int]:
    """Return the logs of a center, and the last segment of each that lies here."""
    sql = (
        "select log.log, max(n) from log join segment on segment.log = log.id"
        " where center = ? and hash is not null group by log.log"
    )
    with rooms.vault.reading() as db:
        return dict(db.all(sql, (code,)))


def certificates_of(rooms: Rooms, device: str) -> tuple[Certificate, ...]:
    """Return the certificates that a laptop's segments here were signed with."""
    sql = (
        "select distinct sig from log join segment on segment.log = log.id"
        " where device = ? and sig is not null"
    )
    with rooms.vault.reading() as db:
        rows = db.all(sql, (device,))
    found = (read_signature(sig).certificate for (sig,) in rows)
    return tuple({one.serial: one for one in found if one is not None}.values())
