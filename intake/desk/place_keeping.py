"""What is kept of places (보내는 곳): facts in the vault, the account in the system's keyring.

* Places are of this computer: they travel nowhere.
* Where this computer has no keyring but a file (policy), the account lies in the vault instead:
  that file is readable to whoever copies the disk.
"""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, replace
from typing import Final

from intake.desk.rooms import Rooms
from intake.errors import InvalidInput, NotFound

_FACT: Final = "places"
KINDS: Final = ("folder", "webdav", "s3", "sftp")


@dataclass(frozen=True, slots=True)
class Place:
    """Where a mailbox lies, and how it is known there."""

    id: str
    kind: str
    name: str
    address: str
    folder: str = ""
    region: str = ""
    ca_file: str = ""
    pin: str = ""
    known_hosts: str = ""
    key_file: str = ""
    proxy: str = ""
    rate: int = 0
    tried_ms: int = 0


@dataclass(frozen=True, slots=True)
class Account:
    """Who asks at a place; nothing of it is ever shown."""

    user: str = field(default="", repr=False)
    secret: str = field(default="", repr=False)


def places(rooms: Rooms) -> dict[str, Place]:
    """Return every place, in the order in which they came."""
    told: Mapping[str, Mapping[str, str]] = json.loads(rooms.vault.fact(_FACT) or "{}")
    return {name: Place(**one) for name, one in told.items()}  # type: ignore[arg-type]


def place_of(rooms: Rooms, place: str) -> Place:
    """Return one place.

    Raises:
        NotFound: there is none of that id.
    """
    found = places(rooms).get(place)
    if found is None:
        raise NotFound(entity="place")
    return found


def keep_place(rooms: Rooms, place: Place) -> None:
    """Keep a place as it is now."""
    if place.kind not in KINDS:
        raise InvalidInput(what="kind", why="unknown")
    with rooms.vault.writing():
        _keep(rooms, {**places(rooms), place.id: place})


def change_place(rooms: Rooms, place: str, **more: str | int) -> None:
    """Change some of a place."""
    keep_place(rooms, replace(place_of(rooms, place), **more))  # type: ignore[arg-type]


def drop_place(rooms: Rooms, place: str) -> None:
    """Forget a place and its account."""
    place_of(rooms, place)
    keep_account(rooms, place, Account())
    with rooms.vault.writing():
        _keep(rooms, {name: one for name, one in places(rooms).items() if name != place})  # fmt: skip


def account_of(rooms: Rooms, place: str) -> Account:
    """Return who asks at a place; nobody where nothing was kept.

    Raises:
        KeyringSilent, KeyringLocked: the keyring does not answer.
    """
    told = _noted(rooms, f"place-{place}")
    return Account(**json.loads(told)) if told else Account()


def keep_account(rooms: Rooms, place: str, account: Account) -> None:
    """Keep who asks at a place.

    Raises:
        KeyringSilent, KeyringLocked: the keyring does not answer; nothing was kept.
    """
    told = json.dumps(asdict(account)) if account.user or account.secret else ""
    if rooms.keyring.kind == "file":
        rooms.vault.keep_fact(f"place-{place}", told)
    else:
        rooms.keyring.note(rooms.vault.id, f"place-{place}", told)
    rooms.touched.add("place")


def _noted(rooms: Rooms, name: str) -> str | None:
    if rooms.keyring.kind == "file":
        return rooms.vault.fact(name)
    return rooms.keyring.noted(rooms.vault.id, name)


def _keep(rooms: Rooms, every: Mapping[str, Place]) -> None:
    told = {name: asdict(one) for name, one in every.items()}
    rooms.vault.keep_fact(_FACT, json.dumps(told, ensure_ascii=False))
    rooms.touched.add("place")
