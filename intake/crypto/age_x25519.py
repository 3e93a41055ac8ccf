"""Classic recipients (``age1…``): for tests and for the tools of others, never for our files.

What is sealed to them today can be kept and opened by a quantum computer later, so the
program seals only to ``age1pq1…``; this stays to prove that our files are age files.
"""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric.x25519 import (
    X25519PrivateKey,
    X25519PublicKey,
)
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
from typing_extensions import override

from intake.crypto import bech32
from intake.crypto.age_header import FILE_KEY, Stanza, b64, derive, unb64
from intake.crypto.age_pq import key_bytes
from intake.crypto.age_stream import TAG
from intake.errors import Malformed

KIND: Final = "X25519"
_INFO = b"age-encryption.org/v1/X25519"
_PUBLIC_PREFIX = "age1"
_SECRET_PREFIX = "AGE-SECRET-KEY-1"  # noqa: S105 - the public beginning of every secret
_SIZE = 32
_ZERO = bytes(12)


@dataclass(frozen=True)
class X25519Recipient:
    """A classic public key as its text."""

    text: str
    family = "classic"

    @classmethod
    def parse(cls, text: str) -> "X25519Recipient":
        """Read ``age1…``.

        Raises:
            Malformed: anything else.
        """
        _agreed(X25519PrivateKey.generate(), key_bytes(text, _PUBLIC_PREFIX, _SIZE))
        return cls(text)

    @property
    def digest(self) -> str:
        """SHA-256 of the text, in hex."""
        return hashlib.sha256(self.text.encode()).hexdigest()

    def wrap(self, file_key: bytes) -> Stanza:
        """Return the file key as only this recipient can read it."""
        own = X25519PrivateKey.generate()
        theirs = key_bytes(self.text, _PUBLIC_PREFIX, _SIZE)
        share = own.public_key().public_bytes_raw()
        key = _key(_agreed(own, theirs), share, theirs)
        return Stanza((KIND, b64(share)), wrap_key(key, file_key))


@dataclass(frozen=True, repr=False)
class X25519Identity:
    """A classic secret key."""

    _secret: bytes = field(repr=False)

    @classmethod
    def generate(cls) -> "X25519Identity":
        """Return a new identity."""
        return cls(X25519PrivateKey.generate().private_bytes_raw())

    @classmethod
    def parse(cls, text: str) -> "X25519Identity":
        """Read ``AGE-SECRET-KEY-1…``.

        Raises:
            Malformed: anything else.
        """
        return cls(key_bytes(text, _SECRET_PREFIX, _SIZE))

    @property
    def text(self) -> str:
        """The secret itself."""
        return bech32.encode(_SECRET_PREFIX[:-1].lower(), self._secret).upper()

    @property
    def recipient(self) -> X25519Recipient:
        """Whom others seal to."""
        return X25519Recipient(bech32.encode(_PUBLIC_PREFIX[:-1], self._public))

    def unwrap(self, stanzas: Sequence[Stanza]) -> bytes | None:
        """Return the file key, or None where no stanza is for this identity."""
        own = X25519PrivateKey.from_private_bytes(self._secret)
        for stanza in stanzas:
            if stanza.kind == KIND:
                share = _share(stanza)
                file_key = unwrap_key(
                    _key(_agreed(own, share), share, self._public), stanza
                )
                if file_key is not None:
                    return file_key
        return None

    @property
    def _public(self) -> bytes:
        return (
            X25519PrivateKey.from_private_bytes(self._secret)
            .public_key()
            .public_bytes_raw()
        )

    @override
    def __repr__(self) -> str:
        return "X25519Identity(…)"


def wrap_key(key: bytes, file_key: bytes) -> bytes:
    """Seal the file key under a key that is used once."""
    return ChaCha20Poly1305(key).encrypt(_ZERO, file_key, None)


def unwrap_key(key: bytes, stanza: Stanza) -> bytes | None:
    """Return the file key, or None where the key does not fit.

    Raises:
        Malformed: the body cannot hold a file key.
    """
    if len(stanza.body) != FILE_KEY + TAG:
        raise Malformed(what="seal-head")
    try:
        return ChaCha20Poly1305(key).decrypt(_ZERO, stanza.body, None)
    except InvalidTag:
        return None


def _key(agreed: bytes, share: bytes, public: bytes) -> bytes:
    return derive(agreed, share + public, _INFO)


def _agreed(own: X25519PrivateKey, theirs: bytes) -> bytes:
    try:
        return own.exchange(X25519PublicKey.from_public_bytes(theirs))
    except ValueError as error:  # a point of low order: everybody would know the result
        raise Malformed(what="seal-head") from error


def _share(stanza: Stanza) -> bytes:
    if len(stanza.args) != 2:  # noqa: PLR2004
        raise Malformed(what="seal-head")
    share = unb64(stanza.args[1])
    if len(share) != _SIZE:
        raise Malformed(what="seal-head")
    return share
