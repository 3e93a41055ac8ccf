"""Segments: up to a thousand entries of one log under one signed header; their wire form.

* The header is canonical JSON ``{count, leaves, log, n, prev, v}``; ``leaves`` is the SHA-256
  of all leaf hashes in order, ``prev`` the hash of the segment before (empty for the first).
* A leaf always travels. A body travels or is withheld; the header fits either way.
* Wire form (JSON lines): ``{"h":…,"l":…,"sig":…}``, then ``[index, salt, body]`` for each body.

>>> SegmentHeader("a1", 0, "", 1, "00").to_bytes()
b'{"count":1,"leaves":"00","log":"a1","n":0,"prev":"","v":1}'
"""

import json
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from intake.crypto.digest import canonical_json, segment_hash
from intake.errors import Malformed, Oversized, TooNew

NAMESPACE = "intake-segment@v1"
VERSION = 1
ENTRY_LIMIT = 1_000
BYTES_LIMIT = 2 * 1024 * 1024
_LARGEST = 2**53  # what every JSON reader keeps exactly
LEAF = 32
SALT = 16
_LINE_LIMIT = 64 * 1024 * 7  # a body in JSON text: every byte may need an escape


@dataclass(frozen=True, slots=True)
class SegmentHeader:
    """What the device signs (머리말)."""

    log: str
    n: int
    prev: str
    count: int
    leaves: str

    def to_bytes(self) -> bytes:
        """Return the bytes that are hashed and signed."""
        parts = {"log": self.log, "n": self.n, "prev": self.prev, "count": self.count}
        return canonical_json({**parts, "leaves": self.leaves, "v": VERSION})

    @classmethod
    def from_bytes(cls, data: bytes) -> "SegmentHeader":
        """Read a header.

        Raises:
            TooNew: it is of a later format.
            Malformed: it is not a header, or not in its one canonical spelling.
        """
        parts = _parsed(data)
        if type(parts) is not dict:
            raise Malformed(what="segment-header")
        if type(parts.get("v")) is int and VERSION < parts["v"] < _LARGEST:
            raise TooNew(what="segment", version=parts["v"])
        try:
            header = cls(
                *(parts[name] for name in ("log", "n", "prev", "count", "leaves"))
            )
        except (KeyError, TypeError) as error:
            raise Malformed(what="segment-header") from error
        if not header._is_sound() or header.to_bytes() != data:
            raise Malformed(what="segment-header")
        return header

    def _is_sound(self) -> bool:
        numbers = type(self.n) is int and type(self.count) is int
        texts = all(type(text) is str for text in (self.log, self.prev, self.leaves))
        return (
            numbers
            and texts
            and 0 <= self.n < _LARGEST
            and 0 < self.count <= ENTRY_LIMIT
            and _is_hex(self.log, 1, 64)
            and (_is_hex(self.prev, 64, 64) or (self.prev == "" and self.n == 0))
            and _is_hex(self.leaves, 64, 64)
        )


@dataclass(frozen=True, slots=True)
class WireSegment:
    """A segment as it travels: header, signature, every leaf, the bodies that may be read.

    ``bodies`` are (index, salt, body). Nothing here is verified; ``chain.check`` does that.
    """

    header: bytes
    signature: str
    leaves: bytes = field(repr=False)
    bodies: tuple[tuple[int, bytes, bytes], ...] = field(repr=False)

    @property
    def hash(self) -> bytes:
        """The name of this segment among all segments."""
        return segment_hash(self.header)

    def to_jsonl(self) -> bytes:
        """Return the wire form, one line for the segment and one for each body."""
        top = {"h": self.header.decode(), "sig": self.signature, "l": self.leaves.hex()}
        rows: list[object] = [top]
        rows += ([idx, salt.hex(), body.decode()] for idx, salt, body in self.bodies)
        return b"".join(_line(row) for row in rows)

    @classmethod
    def from_jsonl(cls, data: bytes) -> "WireSegment":
        """Read exactly one segment.

        Raises:
            Malformed: the lines are not a segment.
            Oversized: more lines or longer lines than a segment may have.
        """
        segments = cls.all_from_jsonl(data)
        if len(segments) != 1:
            raise Malformed(what="segment-lines")
        return segments[0]

    @classmethod
    def all_from_jsonl(cls, data: bytes) -> tuple["WireSegment", ...]:
        """Read the segments of one change file, one after the other."""
        if not data.endswith(b"\n"):
            raise Malformed(what="segment-lines")
        tops: list[tuple[bytes, str, bytes]] = []
        bodies: list[list[tuple[int, bytes, bytes]]] = []
        for line in data[:-1].split(b"\n"):
            row = _row(line)
            if type(row) is dict:
                tops.append(_top(row))
                bodies.append([])
            elif bodies and len(bodies[-1]) < ENTRY_LIMIT:
                bodies[-1].append(_body(row))
            else:
                raise Malformed(what="segment-lines")
        return tuple(
            cls(*top, tuple(below)) for top, below in zip(tops, bodies, strict=True)
        )


def to_jsonl(segments: Iterable[WireSegment]) -> bytes:
    """Return a change file of several segments."""
    return b"".join(segment.to_jsonl() for segment in segments)


def _line(row: object) -> bytes:
    text = json.dumps(row, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    return text.encode() + b"\n"


def _row(line: bytes) -> Any:  # noqa: ANN401 - it is whatever JSON held
    if len(line) > _LINE_LIMIT:
        raise Oversized(limit=_LINE_LIMIT)
    return _parsed(line)


def _parsed(data: bytes) -> Any:  # noqa: ANN401
    try:
        return json.loads(data)
    except (ValueError, RecursionError) as error:
        raise Malformed(what="segment-lines") from error


def _top(row: dict[str, Any]) -> tuple[bytes, str, bytes]:
    try:
        header, signature, leaves = row["h"], row["sig"], row["l"]
        if len(row) != 3 or type(signature) is not str:  # noqa: PLR2004
            raise Malformed(what="segment-lines")
        return header.encode(), signature, bytes.fromhex(leaves)
    except (KeyError, AttributeError, TypeError, ValueError) as error:
        raise Malformed(what="segment-lines") from error


def _body(row: Any) -> tuple[int, bytes, bytes]:  # noqa: ANN401
    try:
        idx, salt, body = row
        if type(idx) is not int or abs(idx) >= _LARGEST:
            raise Malformed(what="segment-lines")
        return idx, bytes.fromhex(salt), body.encode()
    except (AttributeError, TypeError, ValueError) as error:
        raise Malformed(what="segment-lines") from error


def _is_hex(text: str, shortest: int, longest: int) -> bool:
    return shortest <= len(text) <= longest and all(
        c in "0123456789abcdef" for c in text
    )
