"""What is kept of sticks: their marks, their labels, and for whom bundles may leave on them.

* Facts of this computer; they travel nowhere. A mark under another label is another stick: it was
  copied, or formatted and named anew, and a person looks again at what leaves.
"""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any, Final

from intake.desk.rooms import Rooms

_FACT: Final = "sticks"
_MOST: Final = 200  # the ones used longest ago are forgotten


@dataclass(frozen=True, slots=True)
class Stick:
    """One stick that was used here."""

    mark: str = ""
    label: str = ""
    to: tuple[str, ...] = ()
    last_ms: int = 0


def stick_of(rooms: Rooms, mark: str, label: str) -> Stick:
    """Return what is known of a stick; an empty one where it is not known."""
    found = _kept(rooms).get(mark) if mark else None
    if found is None or found["label"] != label:
        return Stick()
    return Stick(mark, label, tuple(found["to"]), int(found["last_ms"]))


def keep_stick(rooms: Rooms, stick: Stick) -> None:
    """Keep a stick as it is known now."""
    with rooms.vault.writing():
        every = {**_kept(rooms), stick.mark: asdict(stick)}
        order = sorted(
            every, key=lambda mark: every[mark]["last_ms"] or rooms.clock.wall()
        )
        kept = {mark: every[mark] for mark in order[-_MOST:]}
        rooms.vault.keep_fact(_FACT, json.dumps(kept, ensure_ascii=False))


def _kept(rooms: Rooms) -> Mapping[str, Mapping[str, Any]]:
    told: Mapping[str, Mapping[str, Any]] = json.loads(rooms.vault.fact(_FACT) or "{}")
    return told
