"""What was done (처리 알림): the document by which an asked organisation answers for its own copy.

* For each (scope, class) that somebody asked to be destroyed: ``destroyed`` with the day and, where
  there is one, the number of its certificate; ``held`` under a legal hold, with nothing of the
  hold but a day until when, where there is one; ``lifted`` where that is over and nobody has
  done anything since. Of what nobody has done anything about there is no line.
* A part is named by its hash: who asked knows it, nobody else can guess it.
"""

import datetime as dt
import json
import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from intake.crypto import canonical_json
from intake.errors import Malformed, Oversized, TooNew

VERSION: Final = 1
DESTROYED: Final = "destroyed"
HELD: Final = "held"
LIFTED: Final = "lifted"
MAX_LINES: Final = 4_096
MAX_BYTES: Final = 1024 * 1024
_PART = re.compile(r"[0-9a-f]{64}")
_NUMBER = re.compile(r"[A-Za-z0-9][A-Za-z0-9._:-]{0,63}")


@dataclass(frozen=True, slots=True)
class Done:
    """What was done with one class of one scope."""

    part: bytes
    state: str
    day: str = ""
    number: str = ""

    def join(self, said: int, other: "Done", other_said: int) -> bool:
        """Whether another word of the same organisation counts instead of this one.

        What is destroyed stays destroyed, whichever word comes last; of two such words the
        earlier day counts, then one with a certificate. Else the later one does.
        """
        if DESTROYED in {self.state, other.state}:
            return _weight(other) > _weight(self)
        return other_said > said


def _weight(one: Done) -> tuple[bool, int, bool, str]:
    if one.state != DESTROYED:
        return (False, 0, False, "")
    day = -dt.date.fromisoformat(one.day).toordinal()
    return (True, day, bool(one.number), one.number)


def done_bytes(lines: Iterable[Done]) -> bytes:
    """Return the document that says these lines."""
    said = sorted((one.part.hex(), one.state, one.day, one.number) for one in lines)
    return canonical_json({"v": VERSION, "done": [list(line) for line in said]})


def read_done(data: bytes) -> tuple[Done, ...]:
    """Return what a document says.

    Raises:
        Oversized: more bytes or lines than the format allows.
        TooNew: of a later version.
        Malformed: not such a document in its one spelling.
    """
    if len(data) > MAX_BYTES:
        raise Oversized(limit=MAX_BYTES)
    try:
        said = json.loads(data)
        if said["v"] > VERSION:
            raise TooNew(what="done", version=said["v"])
        listed = said["done"]
        if len(listed) > MAX_LINES:
            raise Oversized(limit=MAX_LINES)
        lines = tuple(_line(*line) for line in listed)
        again = done_bytes(lines)
    except (ValueError, TypeError, KeyError, RecursionError) as error:
        raise Malformed(what="done") from error
    if again != data or len({one.part for one in lines}) != len(lines):
        raise Malformed(what="done")
    return lines


def _line(part: str, state: str, day: str, number: str) -> Done:
    if not _PART.fullmatch(part) or not _fits(state, day, number):
        raise Malformed(what="done")
    return Done(bytes.fromhex(part), state, day, number)


def _fits(state: str, day: str, number: str) -> bool:
    """Whether a state goes with this day and this number."""
    if day and dt.date.fromisoformat(day).isoformat() != day:
        return False
    if state == DESTROYED:
        return bool(day) and (number == "" or _NUMBER.fullmatch(number) is not None)
    return number == "" and (state == HELD or (state == LIFTED and day == ""))
