"""The head of an age v1 file: who may open it, under one checksum (머리말).

::

    age-encryption.org/v1
    -> mlkem768x25519 <share>        a stanza: kind and arguments
    <wrapped file key>               its body, 64 letters a line, the last line shorter
    --- <HMAC of everything above>

* Every byte has one spelling: printable arguments, unpadded canonical Base64, LF.
* At most 256 KiB are read before the head must have ended.
* A passphrase (scrypt) stanza stands alone: whoever knows the passphrase could otherwise
  write a file that others take for sealed to them.
"""

import base64
import binascii
import hashlib
import hmac
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from intake.crypto.feed import Feed
from intake.errors import Altered, Cut, Malformed, Oversized, TooNew

MAGIC: Final = b"age-encryption.org/v1\n"
FILE_KEY: Final = 16
HEAD_LIMIT: Final = 256 * 1024
SCRYPT: Final = "scrypt"
_FAMILY = b"age-encryption.org/v"
_ARROW = b"-> "
_DASHES = b"---"
_COLUMNS = 64
_MAC = 32
_PRINTABLE = frozenset(range(33, 127))


@dataclass(frozen=True, slots=True)
class Stanza:
    """One way to the file key: for one recipient, or unknown to us."""

    args: tuple[str, ...]
    body: bytes = field(repr=False)

    @property
    def kind(self) -> str:
        """Which recipient type wrote it."""
        return self.args[0]


@dataclass(frozen=True, slots=True)
class Head:
    """A head as read; nothing in it is proven before ``check``."""

    stanzas: tuple[Stanza, ...]
    signed: bytes = field(repr=False)
    mac: bytes = field(repr=False)

    def check(self, file_key: bytes) -> None:
        """Compare the checksum.

        Raises:
            Altered: the head was changed after sealing.
        """
        if not hmac.compare_digest(_sum(file_key, self.signed), self.mac):
            raise Altered(member="seal-head")


def head_bytes(stanzas: Sequence[Stanza], file_key: bytes) -> bytes:
    """Return the head for a new file."""
    signed = MAGIC + b"".join(map(_stanza_bytes, stanzas)) + _DASHES
    return signed + b" " + b64(_sum(file_key, signed)).encode() + b"\n"


def read_head(feed: Feed) -> Head:
    """Read exactly the head.

    Raises:
        Malformed, TooNew, Oversized: not a head this program reads.
        Cut: the file ends inside it.
    """
    _check_magic(feed.block(len(MAGIC)))
    lines = _Lines(feed)
    stanzas = []
    while (line := lines.next()).startswith(_ARROW):
        stanzas.append(_stanza(line, lines))
    mac = _mac(line)
    kinds = [stanza.kind for stanza in stanzas]
    if not kinds or (SCRYPT in kinds and len(kinds) > 1):
        raise Malformed(what="seal-head")
    return Head(tuple(stanzas), bytes(lines.seen[: len(_DASHES) - len(line) - 1]), mac)


def b64(data: bytes) -> str:
    """Return unpadded Base64."""
    return base64.b64encode(data).decode().rstrip("=")


def unb64(text: str) -> bytes:
    """Read unpadded Base64 in its one canonical spelling.

    Raises:
        Malformed: any other spelling.
    """
    try:
        data = base64.b64decode(text + "=" * (-len(text) % 4), validate=True)
    except (binascii.Error, ValueError) as error:
        raise Malformed(what="seal-head") from error
    if b64(data) != text:
        raise Malformed(what="seal-head")
    return data


def derive(secret: bytes, salt: bytes, info: bytes) -> bytes:
    """Return 32 bytes of HKDF-SHA-256, age's only key derivation beside scrypt."""
    return HKDF(SHA256(), 32, salt, info).derive(secret)


class _Lines:
    """Lines of the head, within the limit; ``seen`` is everything so far."""

    def __init__(self, feed: Feed) -> None:
        self._feed = feed
        self.seen = bytearray(MAGIC)

    def next(self) -> bytes:
        room = HEAD_LIMIT - len(self.seen)
        line = self._feed.line(room + 1)
        self.seen += line
        if len(line) > room:
            raise Oversized(limit=HEAD_LIMIT)
        if not line.endswith(b"\n"):
            raise Cut(why="head")
        return line[:-1]


def _check_magic(first: bytes) -> None:
    if first == MAGIC:
        return
    if MAGIC.startswith(first):
        raise Cut(why="head")
    version = first.removeprefix(_FAMILY).rstrip(b"\n")
    if first.startswith(_FAMILY) and version.isdigit() and int(version) > 1:
        raise TooNew(what="seal", version=int(version))
    raise Malformed(what="seal-head")


def _stanza(line: bytes, lines: _Lines) -> Stanza:
    args = line.removeprefix(_ARROW).split(b" ")
    if not all(arg and _PRINTABLE.issuperset(arg) for arg in args):
        raise Malformed(what="seal-head")
    parts = []
    while len(row := lines.next()) == _COLUMNS:
        parts.append(_row(row))
    if len(row) > _COLUMNS:
        raise Malformed(what="seal-head")
    parts.append(_row(row))
    return Stanza(tuple(arg.decode() for arg in args), b"".join(parts))


def _row(row: bytes) -> bytes:
    return unb64(row.decode("latin-1"))


def _mac(line: bytes) -> bytes:
    dashes, _, text = line.partition(b" ")
    if dashes != _DASHES:
        raise Malformed(what="seal-head")
    mac = _row(text)
    if len(mac) != _MAC:
        raise Malformed(what="seal-head")
    return mac


def _stanza_bytes(stanza: Stanza) -> bytes:
    text = b64(stanza.body)
    rows = [text[at : at + _COLUMNS] for at in range(0, len(text) + 1, _COLUMNS)]
    return "\n".join(["-> " + " ".join(stanza.args), *rows, ""]).encode()


def _sum(file_key: bytes, signed: bytes) -> bytes:
    return hmac.digest(derive(file_key, b"", b"header"), signed, hashlib.sha256)
