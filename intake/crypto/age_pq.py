"""Recipients that a quantum computer does not help against (``age1pq1…``).

The stanza ``mlkem768x25519`` is HPKE (RFC 9180, base mode) with the hybrid KEM
ML-KEM-768 + X25519, HKDF-SHA-256 and ChaCha20-Poly1305; its argument is the encapsulated
key, its body the sealed file key. An identity is a seed of 32 bytes, short enough to print:

    SHAKE-256(seed, 96 bytes) = ML-KEM seed (64) ‖ X25519 key (32)
"""

import hashlib
import secrets
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from typing import Final

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric.mlkem import (
    MLKEM768PrivateKey,
    MLKEM768PublicKey,
)
from cryptography.hazmat.primitives.asymmetric.x25519 import (
    X25519PrivateKey,
    X25519PublicKey,
)
from cryptography.hazmat.primitives.hpke import (
    AEAD,
    KDF,
    KEM,
    MLKEM768X25519PrivateKey,
    MLKEM768X25519PublicKey,
    Suite,
)
from typing_extensions import override

from intake.crypto import bech32
from intake.crypto.age_header import FILE_KEY, Stanza, b64, unb64
from intake.crypto.age_stream import TAG
from intake.errors import Malformed

KIND: Final = "mlkem768x25519"
_INFO = b"age-encryption.org/mlkem768x25519"
_PUBLIC_PREFIX = "age1pq1"
_SECRET_PREFIX = "AGE-SECRET-KEY-PQ-1"  # noqa: S105 - the public beginning of every secret
_SEED = 32
_ML_SEED = 64
_ML_PUBLIC = 1184
_PUBLIC = 1184 + 32
_ML_SHARE = 1088
_SHARE = _ML_SHARE + 32
_SUITE = Suite(KEM.MLKEM768_X25519, KDF.HKDF_SHA256, AEAD.CHACHA20_POLY1305)


@dataclass(frozen=True)
class PqRecipient:
    """A public key as its text; 1,959 letters, so it travels in files."""

    text: str
    family = "post-quantum"

    @classmethod
    def parse(cls, text: str) -> "PqRecipient":
        """Read ``age1pq1…``.

        Raises:
            Malformed: anything else.
        """
        recipient = cls(text)
        recipient._key  # noqa: B018 - a key that cannot be read is not a recipient
        return recipient

    @property
    def digest(self) -> str:
        """SHA-256 of the text, in hex: the name in signed lists."""
        return hashlib.sha256(self.text.encode()).hexdigest()

    def wrap(self, file_key: bytes) -> Stanza:
        """Return the file key as only this recipient can read it."""
        sealed = _SUITE.encrypt(file_key, self._key, _INFO)
        return Stanza((KIND, b64(sealed[:_SHARE])), sealed[_SHARE:])

    @property
    def _key(self) -> MLKEM768X25519PublicKey:
        return _public_key(self.text)

    @override
    def __repr__(self) -> str:
        return f"PqRecipient({self.digest[:12]})"


@dataclass(frozen=True, repr=False)
class PqIdentity:
    """A secret of 32 bytes that opens what is sealed to its recipient."""

    _seed: bytes = field(repr=False)

    @classmethod
    def generate(cls) -> "PqIdentity":
        """Return a new identity."""
        return cls(secrets.token_bytes(_SEED))

    @classmethod
    def parse(cls, text: str) -> "PqIdentity":
        """Read ``AGE-SECRET-KEY-PQ-1…``.

        Raises:
            Malformed: anything else, mistyped letters included.
        """
        return cls(key_bytes(text, _SECRET_PREFIX, _SEED))

    @property
    def text(self) -> str:
        """The secret itself, for paper, QR or the vault."""
        return bech32.encode(_SECRET_PREFIX[:-1].lower(), self._seed).upper()

    @cached_property
    def recipient(self) -> PqRecipient:
        """Whom others seal to."""
        ml, x = self._parts
        public = ml.public_key().public_bytes_raw() + x.public_key().public_bytes_raw()
        return PqRecipient(bech32.encode(_PUBLIC_PREFIX[:-1], public))

    def unwrap(self, stanzas: Sequence[Stanza]) -> bytes | None:
        """Return the file key, or None where no stanza is for this identity."""
        ml, x = self._parts
        for stanza in stanzas:
            if stanza.kind == KIND:
                share = _share(stanza)
                _check_order(x, share[_ML_SHARE:])
                try:
                    key = MLKEM768X25519PrivateKey(ml, x)
                    return _SUITE.decrypt(share + stanza.body, key, _INFO)
                except InvalidTag:
                    continue
        return None

    @cached_property
    def _parts(self) -> tuple[MLKEM768PrivateKey, X25519PrivateKey]:
        wide = hashlib.shake_256(self._seed).digest(_ML_SEED + _SEED)
        return (
            MLKEM768PrivateKey.from_seed_bytes(wide[:_ML_SEED]),
            X25519PrivateKey.from_private_bytes(wide[_ML_SEED:]),
        )

    @override
    def __repr__(self) -> str:
        return "PqIdentity(…)"


@lru_cache(
    maxsize=256
)  # every card names the same few, and Bech32 goes letter by letter
def _public_key(text: str) -> MLKEM768X25519PublicKey:
    data = key_bytes(text, _PUBLIC_PREFIX, _PUBLIC)
    try:
        ml = MLKEM768PublicKey.from_public_bytes(data[:_ML_PUBLIC])
        x = X25519PublicKey.from_public_bytes(data[_ML_PUBLIC:])
        X25519PrivateKey.generate().exchange(x)  # a point of low order is no key
    except ValueError as error:
        raise Malformed(what="recipient") from error
    return MLKEM768X25519PublicKey(ml, x)


def key_bytes(text: str, prefix: str, size: int) -> bytes:
    """Return the bytes of a key spelled with ``prefix``, upper and lower case as written.

    Raises:
        Malformed: another prefix, another case, another size, a mistyped letter.
    """
    found, data = bech32.decode(text)
    if (
        not text.startswith(prefix)
        or found + "1" != prefix.lower()
        or len(data) != size
    ):
        raise Malformed(what="key")
    return data


def _share(stanza: Stanza) -> bytes:
    if len(stanza.args) != 2 or len(stanza.body) != FILE_KEY + TAG:  # noqa: PLR2004
        raise Malformed(what="seal-head")
    share = unb64(stanza.args[1])
    if len(share) != _SHARE:
        raise Malformed(what="seal-head")
    return share


def _check_order(own: X25519PrivateKey, share: bytes) -> None:
    """Refuse a share of low order: HPKE would only say that nothing fits."""
    try:
        own.exchange(X25519PublicKey.from_public_bytes(share))
    except ValueError as error:
        raise Malformed(what="seal-head") from error
