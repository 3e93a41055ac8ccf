"""What sending and receiving by itself remembers (자동 보내기·받기): facts of this computer.

* Who may be sent to at which place; when it last went through, and why not; what waits for a
  person; how long it is paused. Ids, codes and numbers only.
"""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from typing import Any, Final

from intake import errors
from intake.desk.rooms import Rooms
from intake.errors import Fact, IntakeError

_FACT: Final = "sync"


@dataclass(frozen=True, slots=True)
class Trouble:
    """An error as it is remembered: its class, and its facts."""

    kind: str = ""  # a class of intake.errors
    facts: Mapping[str, Fact] | None = None

    @classmethod
    def of(cls, error: IntakeError) -> "Trouble":
        """Return what is to be remembered of an error."""
        return cls(type(error).__name__, dict(error.facts))

    def said(self, rooms: Rooms) -> tuple[str, str]:
        """Return its sentence and what to do next, in the language of the screen."""
        if not self.kind:
            return "", ""
        kind: type[IntakeError] = getattr(errors, self.kind, IntakeError)
        told = rooms.texts.error(kind(**(self.facts or {})))
        return told.sentence, told.remedy


@dataclass(frozen=True, slots=True)
class Known:
    """Everything that is remembered."""

    allowed: tuple[tuple[str, str], ...] = ()  # place, addressee
    rounds: Mapping[str, int] | None = None  # place -> ms
    places: Mapping[str, Trouble] | None = None
    items: Mapping[str, Trouble] | None = None
    paused: bool = False
    until_ms: int = 0

    def to(self, place: str) -> tuple[str, ...]:
        """Return who may be sent to at a place."""
        return tuple(to for one, to in self.allowed if one == place)


def known(rooms: Rooms) -> Known:
    """Return what is remembered."""
    told: dict[str, Any] = json.loads(rooms.vault.fact(_FACT) or "{}")
    told["allowed"] = tuple((one, to) for one, to in told.get("allowed", ()))
    for name in ("places", "items"):
        told[name] = {key: Trouble(**one) for key, one in (told.get(name) or {}).items()}  # fmt: skip
    return Known(**told)


def remember(rooms: Rooms, **more: object) -> Known:
    """Remember some of it anew."""
    with rooms.vault.writing():
        told = replace(known(rooms), **more)  # type: ignore[arg-type]
        rooms.vault.keep_fact(_FACT, json.dumps(asdict(told), sort_keys=True))
    rooms.touched.add("sync")
    return told


def forget_place(rooms: Rooms, place: str) -> None:
    """Forget what was remembered of a place: who is sent to there, and how it went."""
    told = known(rooms)
    rest = {name: ms for name, ms in (told.rounds or {}).items() if name != place}
    went = {name: one for name, one in (told.places or {}).items() if name != place}
    allowed = tuple(one for one in told.allowed if one[0] != place)
    remember(rooms, allowed=allowed, rounds=rest, places=went)
