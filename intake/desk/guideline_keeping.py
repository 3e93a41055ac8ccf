"""Editions of the guideline that were taken here (양형기준 보관): as they came, none is lost.

* Each is a fact of this vault under the hash of its file; so is which one is in use.
* Without any, the edition that came with the program is in use.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from typing import Final

from intake.desk.rooms import Rooms
from intake.documents.guideline import Guideline, guideline
from intake.documents.guideline_pack import Pack, read_pack

_LIST: Final = "guideline/taken"
_IN_USE: Final = "guideline/in-use"
_FILE: Final = "guideline/file/"
_SHORT: Final = 16


@dataclass(frozen=True, slots=True)
class Taken:
    """One edition and how it came; without an id it came with the program."""

    guideline: Guideline
    id: str = ""
    made: int = 0
    center: str = ""
    device: str = ""
    day: str = ""

    @property
    def order(self) -> tuple[str, int]:
        """Return what makes one newer than another."""
        return self.guideline.edition, self.made


def name_of(pack: Pack) -> str:
    """Return the id of a file."""
    return sha256(pack.data).hexdigest()[:_SHORT]


def in_use(rooms: Rooms) -> Taken:
    """Return the edition that papers are made by."""
    name = rooms.vault.fact(_IN_USE)
    return _read(rooms, name) if name else Taken(guideline())


def taken(rooms: Rooms) -> Iterator[Taken]:
    """Yield every edition there is here, the one that came along first."""
    yield Taken(guideline())
    for name in (rooms.vault.fact(_LIST) or "").split():
        yield _read(rooms, name)


def keep_pack(rooms: Rooms, pack: Pack, center: str, device: str) -> None:
    """Keep a file that was proven, and use it from now on."""
    name, vault = name_of(pack), rooms.vault
    kept = {"file": pack.data.decode("utf-8"), "center": center, "device": device, "day": rooms.clock.today().isoformat()}  # fmt: skip
    with vault.writing():
        names = (vault.fact(_LIST) or "").split()
        if name not in names:
            vault.keep_fact(f"{_FILE}{name}", json.dumps(kept, ensure_ascii=False))
            vault.keep_fact(_LIST, " ".join((*names, name)))
        vault.keep_fact(_IN_USE, name)
    rooms.touched.add("guideline")


def _read(rooms: Rooms, name: str) -> Taken:
    kept = json.loads(rooms.vault.fact(f"{_FILE}{name}") or "{}")
    pack = read_pack(kept["file"].encode("utf-8"))
    return Taken(pack.guideline, name, pack.made, kept["center"], kept["device"], kept["day"])  # fmt: skip
