"""Keys of the library (자료실 열쇠): three that never meet a network, three that work every day.

* A root key lies in a file of its own that a passphrase opens (age, scrypt): on paper and stick in
  three safes. Two of three sign who may publish; ``age -d`` opens the file without this program.
* The working keys (targets, snapshot, timestamp) lie in the central desk's vault.
* All are Ed25519 keys of ``intake.crypto``; TUF only learns how to ask them.
"""

import json
from dataclasses import dataclass, field
from typing import Final

from securesystemslib.signer import (
    Key,
    SecretsHandler,
    Signature,
    Signer,
    SSlibKey,
)
from typing_extensions import override

from intake.crypto import (
    Passphrase,
    SigningKey,
    canonical_json,
    open_bytes,
    seal_bytes,
    sha256,
)
from intake.errors import Malformed

WORKING: Final = ("targets", "snapshot", "timestamp")
ROOT_KEYS, ROOT_THRESHOLD = 3, 2
_FORMAT: Final = "ieum-library-root@v1"
_SEED = 32


@dataclass(frozen=True, slots=True)
class Working:
    """The keys that publish (일하는 열쇠)."""

    targets: SigningKey = field(repr=False)
    snapshot: SigningKey = field(repr=False)
    timestamp: SigningKey = field(repr=False)

    @classmethod
    def generate(cls) -> "Working":
        """Return three new keys."""
        return cls(*(SigningKey.generate() for _ in WORKING))

    @classmethod
    def read(cls, data: bytes) -> "Working":
        """Return the keys that were kept as bytes."""
        parts = (data[at : at + _SEED] for at in range(0, len(data), _SEED))
        return cls(*map(SigningKey.from_seed, parts))

    @property
    def data(self) -> bytes:
        """The seeds, to be kept in a vault and nowhere else."""
        return b"".join(key.seed for key in (self.targets, self.snapshot, self.timestamp))  # fmt: skip


def root_key_file(key: SigningKey, passphrase: Passphrase) -> bytes:
    """Return a root key as the file that only its keeper's passphrase opens."""
    told = {"format": _FORMAT, "public": key.public.hex(), "seed": key.seed.hex()}
    return seal_bytes(canonical_json(told), [passphrase])


def open_root_key(data: bytes, passphrase: Passphrase) -> SigningKey:
    """Return the root key of a file.

    Raises:
        NotForUs: another passphrase.
        Untrusted: the file is cut, changed or none of ours.
    """
    try:
        told = json.loads(open_bytes(data, [passphrase]))
        key = SigningKey.from_seed(bytes.fromhex(told["seed"]))
        fits = told["format"] == _FORMAT and told["public"] == key.public.hex()
    except (ValueError, KeyError, TypeError):
        raise Malformed(what="root-key") from None
    if not fits:
        raise Malformed(what="root-key")
    return key


def public_of(public: bytes) -> Key:
    """Return a public key as TUF writes it; its id is the hash of what it is."""
    told = {"public": public.hex()}
    named = canonical_json({"keytype": "ed25519", "scheme": "ed25519", "keyval": told})
    return SSlibKey(sha256(named).hex(), "ed25519", "ed25519", told)


class OfOurs(Signer):
    """A key of ours, as TUF asks it to sign."""

    def __init__(self, key: SigningKey) -> None:
        """Sign with this key."""
        self._key = key

    @property
    @override
    def public_key(self) -> Key:
        """The key to check with."""
        return public_of(self._key.public)

    @override
    def sign(self, payload: bytes) -> Signature:
        """Sign bytes."""
        return Signature(self.public_key.keyid, self._key.sign_raw(payload).hex())

    @classmethod
    @override
    def from_priv_key_uri(cls, priv_key_uri: str, public_key: Key, secrets_handler: SecretsHandler | None = None) -> Signer:  # fmt: skip
        """No address leads to a key of ours."""
        raise NotImplementedError
