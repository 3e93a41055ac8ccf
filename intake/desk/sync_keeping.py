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
from intake.exchange import Sealed, take_out

_FACT: Final = "sync"
# What an error means for a bundle that is to leave; the same words for whatever looks the same.
_SENDING: Final = {
    "Altered": "sync-wrong-altered",
    "Cut": "sync-wrong-altered",
    "Malformed": "sync-wrong-altered",
    "Oversized": "sync-wrong-altered",
    "NotFound": "sync-wrong-gone",
    "ConsentMissing": "sync-wrong-consent",
    "NotEnrolled": "sync-wrong-stranger",
}


@dataclass(frozen=True, slots=True)
class Trouble:
    """An error as it is remembered: its class, and its facts."""

    kind: str = ""  # a class of intake.errors
    facts: Mapping[str, Fact] | None = None

    @classmethod
    def of(cls, error: IntakeError) -> "Trouble":
        """Return what is to be remembered of an error."""
        return cls(type(error).__name__, dict(error.facts))

    def said_sending(self, rooms: Rooms) -> tuple[str, str]:
        """Return its sentence and remedy for whoever sends: most errors speak to a receiver."""
        text_id = _SENDING.get(self.kind, "")
        if not text_id:
            return self.said(rooms)
        return rooms.texts(text_id), rooms.texts(f"{text_id}-next")

    def said(self, rooms: Rooms) -> tuple[str, str]:
        """Return its sentence and what to do next, in the language of the screen."""
        if not self.kind:
            return "", ""
        kind: type[IntakeError] = getattr(errors, self.kind, IntakeError)
        told = rooms.texts.error(kind(**(self.facts or {})))
        return told.sentence, told.remedy


@dataclass(frozen=True, slots=True)
class Leaving:
    """A letter that is to be taken away from a place again: where, whose, and its size."""

    place: str
    to: str
    made_ms: int
    size: int


@dataclass(frozen=True, slots=True)
class Known:
    """Everything that is remembered."""

    allowed: tuple[tuple[str, str], ...] = ()  # place, addressee
    rounds: Mapping[str, int] | None = None  # place -> ms
    places: Mapping[str, Trouble] | None = None
    away: Mapping[str, int] | None = None  # place -> since when it cannot be reached
    leaving: Mapping[str, Leaving] | None = None  # letters to be taken away again
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
    told["leaving"] = {sha: Leaving(**one) for sha, one in (told.get("leaving") or {}).items()}  # fmt: skip
    return Known(**told)


def remember(rooms: Rooms, **more: object) -> Known:
    """Remember some of it anew."""
    with rooms.vault.writing():
        told = replace(known(rooms), **more)  # type: ignore[arg-type]
        rooms.vault.keep_fact(_FACT, json.dumps(asdict(told), sort_keys=True))
    rooms.touched.add("sync")
    return told


def leave_place(rooms: Rooms, one: Sealed) -> str:
    """Take a bundle out of the queue; return at which place its parts are to be removed."""
    told = known(rooms)
    take_out(rooms.exchange, one)
    place = next((place for place, to in told.allowed if to == one.to), "")
    left = dict(told.leaving or {})
    if place:
        left[one.sha] = Leaving(place, one.to, one.made_ms, one.size)
    rest = {sha: why for sha, why in (told.items or {}).items() if sha != one.sha}
    remember(rooms, items=rest, leaving=left)
    return place


def forget_place(rooms: Rooms, place: str) -> None:
    """Forget what was remembered of a place: who is sent to there, and how it went."""
    told = known(rooms)
    rest = {name: ms for name, ms in (told.rounds or {}).items() if name != place}
    went = {name: one for name, one in (told.places or {}).items() if name != place}
    away = {name: ms for name, ms in (told.away or {}).items() if name != place}
    allowed = tuple(one for one in told.allowed if one[0] != place)
    leaving = {sha: one for sha, one in (told.leaving or {}).items() if one.place != place}  # fmt: skip
    remember(rooms, allowed=allowed, rounds=rest, places=went, away=away, leaving=leaving)  # fmt: skip
