"""The body of an age v1 file: 64 KiB chunks, each proven before it is handed out (STREAM).

* The key comes from the file key and 16 fresh bytes; the nonce is a chunk counter of 11
  bytes and one byte that is 1 in the last chunk only.
* The last chunk may be empty only where it is the only one.
* The source has ended where the last chunk ends, or what follows does not belong.

What does not fit is told apart as far as the format allows. A whole chunk that does not open:
altered. A proven chunk that ought to be the last and is not, or is and is not: cut. A *short*
last chunk that does not open may be either; it is called cut, because nearly every such file
is an interrupted copy and copying it again is the right first step for both.
"""

from typing import BinaryIO, Final

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

from intake.crypto.age_header import derive
from intake.crypto.feed import Feed, put
from intake.errors import Altered, Cut, Malformed

CHUNK: Final = 64 * 1024
TAG: Final = 16
NONCE: Final = 16
_SEALED = CHUNK + TAG
_COUNTER = 11
_MORE = b"\x00"
_LAST = b"\x01"


def _cipher(file_key: bytes, nonce: bytes) -> ChaCha20Poly1305:
    return ChaCha20Poly1305(derive(file_key, nonce, b"payload"))


class ChunkSealer:
    """Seals chunk after chunk."""

    def __init__(self, out: BinaryIO, file_key: bytes, nonce: bytes) -> None:
        """Write ``nonce`` and be ready for the first chunk."""
        self._out = out
        self._cipher = _cipher(file_key, nonce)
        self._count = 0
        put(out, nonce)

    def chunk(
        self, data: bytes | bytearray | memoryview, *, last: bool = False
    ) -> None:
        """Seal one whole chunk, or the last one of any size.

        The counter moves on even where the disk refuses: no nonce serves twice.
        """
        nonce = self._count.to_bytes(_COUNTER, "big") + (_LAST if last else _MORE)
        self._count += 1
        put(self._out, self._cipher.encrypt(nonce, data, None))


class ChunkOpener:
    """Opens chunk after chunk; once it refused or ended it never goes on."""

    def __init__(self, feed: Feed, file_key: bytes) -> None:
        """Read the nonce and be ready for the first chunk."""
        nonce = feed.block(NONCE)
        if len(nonce) < NONCE:
            raise Cut(why="head")
        self._feed = feed
        self._cipher = _cipher(file_key, nonce)
        self._count = 0
        self._ended = False
        self._refusal: Altered | Cut | Malformed | None = None

    def next(self) -> bytes | None:
        """Return the next proven chunk; None after a proven end.

        Raises:
            Altered, Cut, Malformed: now and at every later call.
        """
        if self._ended:
            return None
        if self._refusal is None:
            try:
                return self._opened(self._feed.block(_SEALED))
            except (Altered, Cut, Malformed) as refusal:
                self._refusal = refusal
        raise type(self._refusal)(**self._refusal.facts) from self._refusal

    def _opened(self, sealed: bytes) -> bytes:
        if len(sealed) == _SEALED:
            data = self._try(sealed, _MORE)
            if data is not None:
                self._count += 1
                return data
        return self._last(sealed)

    def _last(self, sealed: bytes) -> bytes:
        if not sealed:
            raise Cut(why="short")
        data = self._try(sealed, _LAST)
        if data is None and len(sealed) == _SEALED:
            raise Altered(member="seal-body", chunk=self._count)
        if data is None:
            raise Cut(why="end", chunk=self._count)
        if not data and self._count:
            raise Malformed(what="seal-body")
        if self._feed.block(1):
            raise Cut(why="trailing")
        self._ended = True
        return data

    def _try(self, sealed: bytes, flag: bytes) -> bytes | None:
        if len(sealed) < TAG:
            return None
        try:
            nonce = self._count.to_bytes(_COUNTER, "big") + flag
            return self._cipher.decrypt(nonce, sealed, None)
        except InvalidTag:
            return None
