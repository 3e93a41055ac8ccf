"""What names look like: records, devices, centers, and the one way to make them.

* A new record gets a UUIDv7 (RFC 9562 §5.7): unguessable, and sorted by the day it was made.
* A fact that two people may note independently gets a *natural* id: uuid5 over a frozen
  normaliser (``idnorm v1``), so the same address noted on two laptops is one record.
* ``idnorm v1`` never changes. Better matching lives in ``intake.matching``, not here.

>>> natural_id("posting", "c1", " HTTPS://Tube-A.example/v/1 ") == natural_id(
...     "posting", "c1", "https://tube-a.example/v/1"
... )
True
"""

import secrets
import unicodedata
import uuid
from typing import NewType

RecordId = NewType("RecordId", str)
CaseId = NewType("CaseId", str)
DeviceId = NewType("DeviceId", str)
CenterId = NewType("CenterId", str)
ActorId = NewType("ActorId", str)
LogId = NewType("LogId", str)
Scope = NewType("Scope", str)

_NATURAL = uuid.UUID("7d1d7a52-6b0c-5f0e-9a51-2f6f5d0a1e01")
_SCOPE_KINDS = ("case", "link", "record")


def new_id(wall_ms: int) -> str:
    """Return a fresh UUIDv7 for a record first said at ``wall_ms`` (Unix milliseconds)."""
    value = (wall_ms & ((1 << 48) - 1)) << 80 | secrets.randbits(80)
    value = value & ~(0xF << 76) | 0x7 << 76
    value = value & ~(0x3 << 62) | 0x2 << 62
    return str(uuid.UUID(int=value))


def idnorm(text: str) -> str:
    """Normalise text for natural ids, version 1; frozen for ever."""
    return unicodedata.normalize("NFKC", text).strip().casefold()


def natural_id(kind: str, *parts: str) -> str:
    """Return the id that everybody who notes this fact arrives at."""
    name = "\x1f".join((kind, *(idnorm(part) for part in parts)))
    return str(uuid.uuid5(_NATURAL, name))


def scope_of(kind: str, record: str) -> Scope:
    """Return the scope (범위) of a case, a link group or a center register record."""
    if kind not in _SCOPE_KINDS:
        raise ValueError(kind)
    return Scope(f"{kind}/{uuid.UUID(record)}")


def record_of(scope: Scope) -> RecordId:
    """Return the record that a scope is about."""
    return RecordId(scope.partition("/")[2])
