"""Keys from passphrases, keys from keys, keys in wrapping, and keys wiped.

* Argon2id (RFC 9106) by libsodium, one lane; its cost is stored beside what it opens.
* Subkeys are BLAKE2b of the master key, personalised by purpose: no key serves twice.
* Wrapping is XChaCha20-Poly1305 (draft-irtf-cfrg-xchacha); what is bound to it must be given
  again to unwrap.
* Keys live in ``bytearray`` and are wiped after use; libsodium writes into them directly, so
  that no unwipeable copy is made here. A passphrase is a string and cannot be wiped: the claim
  is "short-lived", not "never".

>>> master = bytearray(32)
>>> bytes(unwrap(wrap(b"a key", master, b"slot 1"), master, b"slot 1"))
b'a key'
"""

import secrets
import time
from collections.abc import Callable
from dataclasses import dataclass

import nacl.bindings as sodium
from nacl._sodium import ffi, lib  # type: ignore[import-not-found] # public calls copy

from intake.errors import Malformed, NoSlot

KEY = 32
SALT = 16
MIB = 1 << 20
MOST_MEMORY = 2 << 30
MOST_PASSES = 64
_NONCE = 24
_PERSON = 16
_TAG = 16


@dataclass(frozen=True, slots=True)
class Cost:
    """What one guess costs: passes over so many bytes of memory."""

    passes: int
    memory: int

    def check(self) -> None:
        """Refuse costs that would hang or exhaust the machine.

        Raises:
            Malformed: the stored cost is out of bounds; the key file is not ours.
        """
        if not (
            1 <= self.passes <= MOST_PASSES and 8 * 1024 <= self.memory <= MOST_MEMORY
        ):
            raise Malformed(what="argon2-cost")


def stretch(passphrase: bytes, salt: bytes, cost: Cost) -> bytearray:
    """Return 32 bytes from a passphrase by Argon2id; takes as long as the cost says.

    Raises:
        MemoryError: this machine does not have the memory now.
        Malformed: the cost or the salt is out of bounds.
    """
    cost.check()
    if len(salt) != SALT:
        raise Malformed(what="argon2-salt")
    derived = bytearray(KEY)
    failed = lib.crypto_pwhash(
        _into(derived),
        KEY,
        passphrase,
        len(passphrase),
        salt,
        cost.passes,
        cost.memory,
        sodium.crypto_pwhash_ALG_ARGON2ID13,
    )
    if failed:
        raise MemoryError
    return derived


def calibrate(
    floor: int = 64 * MIB,
    *,
    wanted: float = 0.7,
    measure: Callable[[Cost], float] | None = None,
) -> Cost:
    """Return the cost that takes this machine about ``wanted`` seconds.

    Starts at 256 MiB and one pass; halves the memory where a pass takes over a second or the
    memory is not there; never below ``floor`` and two passes.
    """
    measure = measure or _seconds
    memory = max(256 * MIB, floor)
    while True:
        try:
            one = measure(Cost(1, memory))
        except MemoryError:
            one = 2.0
        if one <= 1.0 or memory <= floor:
            break
        memory = max(memory // 2, floor)
    least = 2 if memory <= floor else 1
    return Cost(min(MOST_PASSES, max(least, round(wanted / max(one, 0.001)))), memory)


def floor_cost(memory: int = 64 * MIB) -> Cost:
    """Return the least cost that policy allows."""
    return Cost(2, memory)


def subkey(master: bytes | bytearray, purpose: str) -> bytearray:
    """Return the key for one purpose; the purpose is at most 16 bytes."""
    person = purpose.encode().ljust(_PERSON, b"\0")
    if len(person) > _PERSON:
        raise ValueError(purpose)
    return _keyed(b"", master, person)


def mix(key: bytes | bytearray, other: bytes | bytearray) -> bytearray:
    """Return a key that needs both: BLAKE2b keyed with the first over the second."""
    return _keyed(other, key, b"ieum-mix".ljust(_PERSON, b"\0"))


def wrap(secret: bytes | bytearray, key: bytes | bytearray, bound: bytes) -> bytes:
    """Return nonce ‖ ciphertext of a secret, bound to ``bound``."""
    nonce = secrets.token_bytes(_NONCE)
    sealed = sodium.crypto_aead_xchacha20poly1305_ietf_encrypt(
        bytes(secret), bound, nonce, bytes(key)
    )
    return nonce + sealed


def unwrap(wrapped: bytes, key: bytes | bytearray, bound: bytes) -> bytearray:
    """Return the secret.

    Raises:
        NoSlot: the key or what it is bound to does not fit.
    """
    sealed = wrapped[_NONCE:]
    opened = bytearray(max(0, len(sealed) - _TAG))
    failed = len(sealed) < _TAG or len(key) != KEY
    failed = failed or lib.crypto_aead_xchacha20poly1305_ietf_decrypt(
        _into(opened),
        ffi.NULL,
        ffi.NULL,
        sealed,
        len(sealed),
        bound,
        len(bound),
        wrapped[:_NONCE],
        _into(key),
    )
    if failed:
        raise NoSlot
    return opened


def tag(message: bytes, key: bytes | bytearray) -> bytes:
    """Return a 32-byte keyed checksum (BLAKE2b) of a message."""
    return sodium.crypto_generichash_blake2b_salt_personal(
        message, digest_size=KEY, key=bytes(key)
    )


def wipe(*keys: bytearray) -> None:
    """Overwrite keys with zeros, in place."""
    for key in keys:
        key[:] = bytes(len(key))


def _keyed(
    message: bytes | bytearray, key: bytes | bytearray, person: bytes
) -> bytearray:
    made = bytearray(KEY)
    failed = not key or lib.crypto_generichash_blake2b_salt_personal(
        _into(made),
        KEY,
        _into(message),
        len(message),
        _into(key),
        len(key),
        bytes(_PERSON),
        person,
    )
    if failed:
        raise ValueError("key length")
    return made


def _into(buffer: bytes | bytearray) -> object:
    """Return the memory of a buffer itself, for libsodium to read or write."""
    return ffi.from_buffer("unsigned char[]", buffer)


def _seconds(cost: Cost) -> float:
    before = time.perf_counter()
    wipe(stretch(b"calibration", bytes(SALT), cost))
    return time.perf_counter() - before
