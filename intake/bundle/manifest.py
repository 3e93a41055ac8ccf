"""``bundle.json``: who sends what to whom, for which use, and how much of it there is.

* Canonical JSON, parsed only after its signature was accepted; parsed strictly: every
  key, no other key, and the bytes written again are the bytes read.
* ``to`` and ``recipients`` are signed, so a bundle cannot be sealed again for somebody
  else (surreptitious forwarding); ``purpose`` is signed, so a receipt is never a handover.
* All sizes are signed: room, progress and the limits of unpacking are known beforehand.
* ``min_reader`` above ours means *keep it, update first*; it is judged before the rest.
"""

import hashlib
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final, TypeAlias

from intake.bundle.bag import Piece, is_changes, is_document
from intake.clock import ms_of, utc
from intake.crypto.digest import canonical_json
from intake.errors import Malformed, Oversized, TooNew

FORMAT: Final = 1
READER: Final = 1  # the newest ``min_reader`` this program understands
MAX_ABOUT: Final = 8 * 1024 * 1024
MAX_PIECES: Final = 60_000
MAX_PRESSED: Final = (
    256 * 1024 * 1024
)  # change files wait in memory until all is verified
MAX_FILE: Final = 5 * 1024 * 1024  # one change file: 4¼ MiB that would not be pressed
MAX_RAW: Final = 2 * 1024 * 1024 * 1024

Ranges: TypeAlias = Mapping[str, tuple[tuple[int, int], ...]]

_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._:-]{0,63}")
_DIGEST = re.compile(r"[0-9a-f]{64}")
_LETTERS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"  # thirty-two that are told apart aloud
_KEYS = {
    "center",
    "created",
    "files",
    "from",
    "id",
    "logs",
    "min_reader",
    "purpose",
    "raw",
    "recipients",
    "roster",
    "to",
    "v",
}
_MAX_ADDRESSEES = 256
_MAX_LOGS = 4096


class Purpose(StrEnum):
    """What a bundle is for (묶음의 쓰임)."""

    SYNC = "sync"
    HANDOVER = "handover"
    RECEIPT = "receipt"
    NOTICE = "notice"
    BACKUP = "backup"
    ESCROW = "escrow"


@dataclass(frozen=True, slots=True)
class Manifest:
    """Everything that is signed about one bundle (목록)."""

    id: str
    device: str
    center: str
    to: tuple[str, ...]
    recipients: tuple[str, ...]
    purpose: Purpose
    created: int
    roster: int
    logs: Ranges
    files: tuple[Piece, ...]
    raw: int
    min_reader: int = READER

    @property
    def number(self) -> str:
        """The number on the slip (묶음 번호); both sides arrive at the same one."""
        day = utc(ms_of(self.created))[2:10].replace("-", "")
        mixed = hashlib.sha256(self.id.encode()).digest()
        tail = "".join(_LETTERS[byte & 31] for byte in mixed[:5])
        return f"{self.center.upper()}-{day}-{tail}"

    def check(self) -> None:
        """Refuse what no reader accepts; the writer asks the same question.

        Raises:
            Oversized: more bytes than the format allows.
            Malformed: a path no payload has, or one path twice.
        """
        for piece in self.files:
            piece.check()
        changes = [piece.size for piece in self.files if is_changes(piece)]
        documents = [piece.size for piece in self.files if is_document(piece)]
        _within(sum(changes), MAX_PRESSED)
        _within(max(changes, default=0), MAX_FILE)
        _within(sum(documents), MAX_ABOUT)
        _within(self.raw, MAX_RAW)
        _within(len(self.files), MAX_PIECES)
        if len({piece.path for piece in self.files}) != len(self.files):
            raise Malformed(what="path")

    def to_bytes(self) -> bytes:
        """Return ``bundle.json``."""
        return canonical_json(
            {
                "v": FORMAT,
                "id": self.id,
                "from": self.device,
                "center": self.center,
                "to": list(self.to),
                "recipients": list(self.recipients),
                "purpose": self.purpose.value,
                "created": self.created,
                "roster": self.roster,
                "min_reader": self.min_reader,
                "logs": {
                    log: [list(span) for span in spans]
                    for log, spans in self.logs.items()
                },
                "files": [
                    [piece.path, piece.size, piece.sha256] for piece in self.files
                ],
                "raw": self.raw,
            }
        )


def read_manifest(data: bytes) -> Manifest:
    """Return what ``bundle.json`` says.

    Raises:
        TooNew: it asks for a newer reader; judged before anything else in it.
        Malformed: not canonical, a key too many or too few, a value of another kind.
        Oversized: more pieces or bytes than the format allows.
    """
    said = _said(data)
    if _number(said.get("min_reader")) > READER or _number(said.get("v")) > FORMAT:
        raise TooNew(what="bundle", version=_number(said.get("min_reader")))
    try:
        manifest = _manifest(said)
    except (KeyError, TypeError, ValueError) as error:
        raise Malformed(what="bundle.json") from error
    manifest.check()
    return manifest


def _said(data: bytes) -> dict[str, object]:
    try:
        said = json.loads(data)
        again = canonical_json(said)
    except (ValueError, TypeError, RecursionError) as error:
        raise Malformed(what="bundle.json") from error
    if not isinstance(said, dict) or again != data:
        raise Malformed(what="bundle.json")
    return said


def _manifest(said: dict[str, object]) -> Manifest:
    if said.keys() != _KEYS or said["v"] != FORMAT:
        raise Malformed(what="bundle.json")
    return Manifest(
        id=_named(said["id"]),
        device=_named(said["from"]),
        center=_named(said["center"]),
        to=tuple(_named(name) for name in _listed(said["to"], _MAX_ADDRESSEES)),
        recipients=tuple(
            _digest(text) for text in _listed(said["recipients"], _MAX_ADDRESSEES)
        ),
        purpose=Purpose(_text(said["purpose"])),
        created=_number(said["created"]),
        roster=_number(said["roster"]),
        logs=_ranges(said["logs"]),
        files=tuple(_piece(item) for item in _listed(said["files"], MAX_PIECES)),
        raw=_number(said["raw"]),
        min_reader=_number(said["min_reader"]),
    )


def _piece(item: object) -> Piece:
    path, size, digest = _listed(item, 3)
    piece = Piece(_text(path), _number(size), _digest(digest))
    piece.check()
    return piece


def _ranges(said: object) -> Ranges:
    if not isinstance(said, dict) or len(said) > _MAX_LOGS:
        raise Malformed(what="logs")
    return {_named(log): _spans(spans) for log, spans in said.items()}


def _spans(said: object) -> tuple[tuple[int, int], ...]:
    spans = []
    for span in _listed(said, MAX_PIECES):
        first, last = (_number(end) for end in _listed(span, 2))
        if first > last:
            raise Malformed(what="logs")
        spans.append((first, last))
    return tuple(spans)


def _text(said: object) -> str:
    if not isinstance(said, str):
        raise Malformed(what="bundle.json")
    return said


def _named(said: object) -> str:
    text = _text(said)
    if not _NAME.fullmatch(text):
        raise Malformed(what="name")
    return text


def _digest(said: object) -> str:
    text = _text(said)
    if not _DIGEST.fullmatch(text):
        raise Malformed(what="digest")
    return text


def _number(said: object) -> int:
    if type(said) is not int or not 0 <= said < 1 << 63:
        raise Malformed(what="number")
    return said


def _within(held: int, limit: int) -> None:
    if held > limit:
        raise Oversized(limit=limit)


def _listed(said: object, limit: int) -> list[object]:
    if not isinstance(said, list):
        raise Malformed(what="bundle.json")
    _within(len(said), limit)
    return said
