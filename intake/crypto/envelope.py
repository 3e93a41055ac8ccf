"""The seam for another envelope (봉투): what a sealed file is, whatever seals it.

Korea's cryptographic module validation (KCMVP) lists neither ChaCha20 nor X25519 nor
ML-KEM, so the profile shipped here is not a validated one. A center that must use a validated
module adds a class like ``AgeEnvelope`` and its name to ``ENVELOPES``; every sealed file
begins with the profile it was sealed by, so old files stay readable.
"""

from collections.abc import Iterator, Sequence
from typing import BinaryIO, Final, Protocol

from intake.crypto.age_header import MAGIC
from intake.crypto.age_parties import Identity, Recipient
from intake.crypto.seal import SealReader, SealWriter
from intake.errors import Malformed


class SealedOut(Protocol):
    """A file being sealed; without ``close`` it never opens."""

    def write(self, data: bytes | bytearray | memoryview) -> int:
        """Seal ``data``."""

    def close(self) -> None:
        """Write the end."""


class SealedIn(Protocol):
    """A sealed file being opened; hands out proven bytes only."""

    def read(self, n: int = -1) -> bytes:
        """Return proven bytes."""

    def __iter__(self) -> Iterator[bytes]: ...


class Envelope(Protocol):
    """One way to seal and open."""

    profile: str
    magic: bytes

    def open_writer(self, out: BinaryIO, recipients: Sequence[Recipient]) -> SealedOut:
        """Begin a file sealed to ``recipients``."""

    def open_reader(self, source: BinaryIO) -> SealedIn:
        """Begin to open a file with the identities this envelope was made with."""


class AgeEnvelope:
    """The shipped profile: age v1 to ML-KEM-768 + X25519 recipients."""

    profile: str = "age-v1"
    magic: bytes = MAGIC

    def __init__(self, identities: Sequence[Identity] = ()) -> None:
        """Open with these; sealing needs none."""
        self._identities = tuple(identities)

    def open_writer(self, out: BinaryIO, recipients: Sequence[Recipient]) -> SealedOut:
        """Begin a file sealed to ``recipients``."""
        return SealWriter(out, recipients)

    def open_reader(self, source: BinaryIO) -> SealedIn:
        """Begin to open a file."""
        return SealReader(source, self._identities)


ENVELOPES: Final = (AgeEnvelope,)
MAGIC_LIMIT: Final = max(len(envelope.magic) for envelope in ENVELOPES)


def profile_of(first: bytes) -> str:
    """Return the profile of a file by its first ``MAGIC_LIMIT`` bytes.

    Raises:
        Malformed: sealed by no profile of this program.
    """
    for envelope in ENVELOPES:
        if first.startswith(envelope.magic):
            return envelope.profile
    raise Malformed(what="seal-profile")
