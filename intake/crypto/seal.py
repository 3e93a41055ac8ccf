"""Seal a stream to recipients, and open one (봉인): age v1, written and read forward only.

* The file key and the nonce are fresh for every file.
* Post-quantum recipients never share a file with classic ones: one weak lock opens all.
* The head's checksum is compared before one byte of the body is opened; nothing is handed
  out that was not proven, and the end is only the end after a proven last chunk.
* A writer that is not closed leaves a file that never opens.
"""

import secrets
from collections.abc import Iterator, Sequence
from io import BytesIO
from types import TracebackType
from typing import BinaryIO, Self

from intake.crypto.age_header import FILE_KEY, SCRYPT, Stanza, head_bytes, read_head
from intake.crypto.age_parties import Identity, Recipient
from intake.crypto.age_scrypt import Passphrase
from intake.crypto.age_stream import CHUNK, NONCE, ChunkOpener, ChunkSealer
from intake.crypto.feed import Feed, put
from intake.errors import NotForUs


class SealWriter:
    """Seals what is written to it; holds at most one chunk."""

    def __init__(self, out: BinaryIO, recipients: Sequence[Recipient]) -> None:
        """Write the head to ``out``, which stays the caller's to close.

        Raises:
            ValueError: nobody to seal to, or recipients that may not share a file.
        """
        _check_together(recipients)
        file_key = secrets.token_bytes(FILE_KEY)
        stanzas = [recipient.wrap(file_key) for recipient in recipients]
        put(out, head_bytes(stanzas, file_key))
        self._chunks = ChunkSealer(out, file_key, secrets.token_bytes(NONCE))
        self._held = bytearray()
        self._open = True

    def write(self, data: bytes | bytearray | memoryview) -> int:
        """Seal ``data``; return its length.

        A whole chunk is held back until more comes: only the last may say it is the last.
        """
        if not self._open:
            raise ValueError("closed")
        with memoryview(data).cast("B") as view:
            at = self._fill(view)
            while len(view) - at > CHUNK:
                self._chunks.chunk(view[at : at + CHUNK])
                at += CHUNK
            self._held += view[at:]
            return len(view)

    def close(self) -> None:
        """Write the last chunk; a second call does nothing."""
        if self._open:
            self._open = False
            self._chunks.chunk(bytes(self._held), last=True)
            self._held.clear()

    def _fill(self, view: memoryview) -> int:
        """Complete the held chunk and seal it if something follows; return what was taken."""
        if not self._held:
            return 0
        taken = min(CHUNK - len(self._held), len(view))
        self._held += view[:taken]
        if taken < len(view):
            self._chunks.chunk(bytes(self._held))
            self._held.clear()
        return taken

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, _: object, __: TracebackType | None
    ) -> None:
        """Close, but leave a file that never opens where the work failed."""
        if kind is None:
            self.close()
        self._open = False


class SealReader:
    """Opens a sealed stream; iterates proven chunks, or reads like a file."""

    def __init__(self, source: BinaryIO, identities: Sequence[Identity]) -> None:
        """Read the head of ``source``, which stays the caller's to close.

        Raises:
            NotForUs: no identity fits.
            Altered, Cut, Malformed, Oversized, TooNew: the head is not in order.
        """
        feed = Feed(source)
        head = read_head(feed)
        file_key = _file_key(identities, head.stanzas)
        head.check(file_key)
        self._chunks = ChunkOpener(feed, file_key)
        self._ahead = memoryview(b"")

    def read(self, n: int = -1) -> bytes:
        """Return ``n`` proven bytes, fewer only at the proven end; all of them for ``-1``.

        Raises:
            Altered, Cut, Malformed: now and at every later call.
        """
        parts = []
        while n and (self._ahead or self._more()):
            part = self._ahead if n < 0 else self._ahead[:n]
            self._ahead = self._ahead[len(part) :]
            n -= len(part) if n > 0 else 0
            parts.append(part)
        return b"".join(parts)

    def __iter__(self) -> Iterator[bytes]:
        while self._ahead or self._more():
            chunk, self._ahead = bytes(self._ahead), memoryview(b"")
            yield chunk

    def _more(self) -> bool:
        self._ahead = memoryview(self._chunks.next() or b"")
        return bool(self._ahead)


def seal_bytes(data: bytes, recipients: Sequence[Recipient]) -> bytes:
    """Return ``data`` sealed; for what fits in memory anyway."""
    out = BytesIO()
    with SealWriter(out, recipients) as seal:
        seal.write(data)
    return out.getvalue()


def open_bytes(sealed: bytes, identities: Sequence[Identity]) -> bytes:
    """Return what was sealed, all of it or nothing.

    Raises:
        NotForUs, Altered, Cut, Malformed, Oversized, TooNew: as ``SealReader``.
    """
    return SealReader(BytesIO(sealed), identities).read()


def _check_together(recipients: Sequence[Recipient]) -> None:
    families = [recipient.family for recipient in recipients]
    if not families:
        raise ValueError("nobody to seal to")
    if len(set(families)) > 1 or (SCRYPT in families and len(families) > 1):
        raise ValueError("these recipients may not share a file")


def _file_key(identities: Sequence[Identity], stanzas: Sequence[Stanza]) -> bytes:
    for identity in identities:
        file_key = identity.unwrap(stanzas)
        if file_key is not None:
            return file_key
    secret = stanzas[0].kind == SCRYPT and any(
        isinstance(i, Passphrase) for i in identities
    )
    raise NotForUs(why="passphrase" if secret else "key")
