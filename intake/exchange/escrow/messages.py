"""Letters of match-only (일치 확인): canonical JSON, one kind each, read strictly.

* Every key of its kind and no other; bytes as base64url without filling, in their one spelling; the
  letter written again is the letter read.
* Points, scalars and entries are judged here: a point that is none, or the neutral one, twice the
  same point in one question, a share that is no scalar: ``Malformed``.
* ``epoch`` and ``total`` carry a signature of their own, over the letter without it: both can be
  kept and shown.
"""

import json
import re
from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass, field, fields, replace
from typing import Final, TypeAlias

from intake.crypto.digest import canonical_json
from intake.crypto.escrow import read_entry
from intake.crypto.oprf import PROOF
from intake.crypto.ristretto import read_point, read_scalar
from intake.errors import Malformed, Oversized, TooNew

NAMESPACE: Final = "intake-escrow@v1"
VERSION: Final = 1
STEP: Final = 50  # questions and filings come in so many
MOST: Final = 500  # of them in one letter
MOST_IDS: Final = 5_000
MOST_KEPT: Final = 50_000  # entries of one center
MOST_CENTERS: Final = 500
ENTRY: Final = 636
REASONS: Final = ("quota", "epoch", "twice")
_CODE = re.compile(r"[A-Za-z0-9][A-Za-z0-9-]{0,31}")
_DAY = re.compile(r"2[0-9]{3}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])")
_ARMORED = 8_192
_CONTACT = ("email", "hours", "name", "phone")
_LONGEST = 200


@dataclass(frozen=True, slots=True)
class EpochSaid:
    """A party's public half of its part of a year's key (공개 반쪽)."""

    epoch: int
    share: int  # which making of the parts
    public: bytes
    other: bytes = b""  # the other party's half of that making, as this one heard it
    signature: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class Asked:
    """A center asks both parties the same: blinded elements, filled up with random ones."""

    ask: bytes
    epoch: int
    elements: tuple[bytes, ...] = field(repr=False)


@dataclass(frozen=True, slots=True)
class Answered:
    """A party's answer with its proof, or why there is none."""

    ask: bytes
    epoch: int
    share: int
    elements: tuple[bytes, ...] = field(default=(), repr=False)
    proof: bytes = field(default=b"", repr=False)
    refused: str = ""


@dataclass(frozen=True, slots=True)
class Filed:
    """Sealed entries to be kept at the central desk: what each is called, and its bytes."""

    epoch: int
    entries: tuple[tuple[bytes, bytes], ...] = field(repr=False)


@dataclass(frozen=True, slots=True)
class Withdrawn:
    """Entries that shall not lie there any more."""

    ids: tuple[bytes, ...]


@dataclass(frozen=True, slots=True)
class KeptSaid:
    """All the entries a center knows to lie there: any other of its own is to go (다시 맞추기)."""

    made: int  # Unix milliseconds; an older one is of no use
    kept: tuple[bytes, ...] = field(repr=False)


@dataclass(frozen=True, slots=True)
class TotalSaid:
    """What a party counted on one day: center, asked, refused."""

    day: str
    counts: tuple[tuple[str, int, int], ...]
    signature: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class Refreshed:
    """The change that makes both parts of the key anew (central desk to the second party)."""

    epoch: int
    share: int  # of the parts once they are made
    change: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class FoundSaid:
    """To one center: which of its entries name the same as somebody else's, and whom to call."""

    ids: tuple[bytes, ...]
    contact: Mapping[str, str] = field(repr=False)


Message: TypeAlias = (
    EpochSaid
    | Asked
    | Answered
    | Filed
    | Withdrawn
    | KeptSaid
    | TotalSaid
    | Refreshed
    | FoundSaid
)
_KINDS: Final[Mapping[str, type]] = {
    "epoch": EpochSaid,
    "ask": Asked,
    "answer": Answered,
    "file": Filed,
    "withdraw": Withdrawn,
    "keep": KeptSaid,
    "total": TotalSaid,
    "refresh": Refreshed,
    "found": FoundSaid,
}
_NAMES: Final = {kind: name for name, kind in _KINDS.items()}


def to_bytes(message: Message) -> bytes:
    """Return a letter as it travels."""
    return canonical_json(_spelled(message))


def signed_bytes(message: EpochSaid | TotalSaid) -> bytes:
    """Return what the signature of a letter is over: the letter with an empty one."""
    return to_bytes(replace(message, signature=""))


def read(data: bytes) -> Message:
    """Return what a letter says.

    Raises:
        TooNew: of a later version.
        Malformed: not a letter in its one spelling, or something in it is not what it should be.
        Oversized: more than a letter holds.
    """
    try:
        said = json.loads(data)
        if canonical_json(said) != data:
            raise Malformed(what="escrow")
        if type(said["v"]) is int and said["v"] > VERSION:
            raise TooNew(what="escrow", version=said["v"])
        message = _read(said)
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
        raise Malformed(what="escrow") from error
    if to_bytes(message) != data:
        raise Malformed(what="escrow")
    return message


def _read(said: dict[str, object]) -> Message:
    kind = _KINDS[_text(said.pop("kind"))]
    if said.pop("v") != VERSION:
        raise Malformed(what="escrow")
    if set(said) != {one.name for one in fields(kind)}:
        raise Malformed(what="escrow")
    message: Message = kind(**{name: _READERS[name](value) for name, value in said.items()})  # fmt: skip
    _check(message)
    return message


def _check(message: Message) -> None:
    """Check what concerns several values of one letter."""
    if isinstance(message, Asked):
        uneven = not message.elements or len(message.elements) % STEP
        _must(not uneven and len(set(message.elements)) == len(message.elements))
    if isinstance(message, Filed):
        ids = [one for one, _ in message.entries]
        _must(bool(ids) and len(ids) % STEP == 0 and len(set(ids)) == len(ids))
    if isinstance(message, Answered):
        _check_answer(message)
    if isinstance(message, KeptSaid):
        _must(len(set(message.kept)) == len(message.kept))
    if isinstance(message, Withdrawn | FoundSaid):
        _must(bool(message.ids) and len(set(message.ids)) == len(message.ids))


def _check_answer(message: Answered) -> None:
    if message.refused:
        _must(not message.elements and not message.proof)
    else:
        _must(bool(message.elements) and len(message.proof) == PROOF)


def _must(holds: bool) -> None:
    if not holds:
        raise Malformed(what="escrow")


# --- values ---------------------------------------------------------------------------------


def _spelled(message: Message) -> dict[str, object]:
    said = {name: _value(value) for name, value in asdict(message).items()}
    return {"v": VERSION, "kind": _NAMES[type(message)], **said}


def _value(value: object) -> object:
    if isinstance(value, bytes):
        return urlsafe_b64encode(value).decode("ascii").rstrip("=")
    if isinstance(value, tuple | list):
        return [_value(one) for one in value]
    return value


def _bytes(said: object, size: int) -> bytes:
    text = _text(said)
    data = urlsafe_b64decode(text + "=" * (-len(text) % 4))
    if len(data) != size or _value(data) != text:
        raise Malformed(what="escrow")
    return data


def _text(said: object) -> str:
    if not isinstance(said, str):
        raise Malformed(what="escrow")
    return said


def _whole(said: object, most: int = 1 << 31) -> int:
    if type(said) is not int or not 0 <= said < most:
        raise Malformed(what="escrow")
    return said


def _year(said: object) -> int:
    year = _whole(said)
    _must(1970 <= year <= 9999)  # noqa: PLR2004 - years of a calendar
    return year


def _listed(said: object, most: int) -> Sequence[object]:
    if not isinstance(said, list):
        raise Malformed(what="escrow")
    if len(said) > most:
        raise Oversized(limit=most)
    return said


def _points(said: object) -> tuple[bytes, ...]:
    return tuple(read_point(_bytes(one, 32)) for one in _listed(said, MOST))


def _point_or_none(said: object) -> bytes:
    return b"" if said == "" else read_point(_bytes(said, 32))


def _ids(said: object) -> tuple[bytes, ...]:
    return tuple(_bytes(one, 16) for one in _listed(said, MOST_IDS))


def _entries(said: object) -> tuple[tuple[bytes, bytes], ...]:
    return tuple(_entry(one) for one in _listed(said, MOST))


def _entry(said: object) -> tuple[bytes, bytes]:
    name, data = _listed(said, 2)
    entry = _bytes(data, ENTRY)
    read_entry(entry)
    return _bytes(name, 16), entry


def _counts(said: object) -> tuple[tuple[str, int, int], ...]:
    counts = []
    for line in _listed(said, MOST_CENTERS):
        center, asked, refused = _listed(line, 3)
        counts.append((_like(_CODE, center), _whole(asked), _whole(refused)))
    if sorted(set(counts)) != counts or len({one for one, *_ in counts}) != len(counts):
        raise Malformed(what="escrow")
    return tuple(counts)


def _contact(said: object) -> dict[str, str]:
    if not isinstance(said, dict) or set(said) != set(_CONTACT):
        raise Malformed(what="escrow")
    if any(len(_text(one)) > _LONGEST for one in said.values()):
        raise Oversized(limit=_LONGEST)
    return {name: _text(said[name]) for name in _CONTACT}


def _like(pattern: re.Pattern[str], said: object) -> str:
    text = _text(said)
    _must(pattern.fullmatch(text) is not None)
    return text


def _reason(said: object) -> str:
    _must(said in {"", *REASONS})
    return _text(said)


def _armored(said: object) -> str:
    text = _text(said)
    if len(text) > _ARMORED or not text.isascii():
        raise Oversized(limit=_ARMORED)
    return text


def _proof(said: object) -> bytes:
    return b"" if said == "" else _bytes(said, PROOF)


_READERS: Final[Mapping[str, Callable[[object], object]]] = {
    "ask": lambda said: _bytes(said, 16),
    "change": lambda said: read_scalar(_bytes(said, 32)),
    "contact": _contact,
    "counts": _counts,
    "day": lambda said: _like(_DAY, said),
    "elements": _points,
    "entries": _entries,
    "epoch": _year,
    "ids": _ids,
    "kept": lambda said: tuple(_bytes(one, 16) for one in _listed(said, MOST_KEPT)),
    "made": lambda said: _whole(said, 1 << 53),
    "other": _point_or_none,
    "proof": _proof,
    "public": lambda said: read_point(_bytes(said, 32)),
    "refused": _reason,
    "share": _whole,
    "signature": _armored,
}
