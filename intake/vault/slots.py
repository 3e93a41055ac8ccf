"""Which secret opens which slot. Rules raise, never decide.

1. ``passphrase``: Argon2id of the passphrase (NFC), mixed with the device secret. One per
   counselor; the slot that opened is the author.
2. ``code``: Argon2id of the printed emergency code alone: the way round a lost keyring.
3. ``age``: the master key sealed to recovery recipients (the central desk, the managers).
   Sealed twice, the outer to one manager and the inner to another, it takes both of them;
   one such slot for every pair of three managers is "any two of three".

Whatever a slot says about itself is bound to what it wraps: a cost or name changed by
somebody else makes the slot refuse.
"""

import secrets
import unicodedata
from collections.abc import Callable, Mapping, Sequence
from itertools import combinations
from typing import TYPE_CHECKING

from intake.crypto.digest import canonical_json
from intake.crypto.keys import (
    KEY,
    SALT,
    Cost,
    floor_cost,
    mix,
    stretch,
    unwrap,
    wipe,
    wrap,
)
from intake.errors import Malformed, NoSlot, TooNew, Untrusted
from intake.vault.keyfile import Slot, whole_slot

if TYPE_CHECKING:  # sealing is slow to load and not on the way to an open vault
    from intake.crypto.age_parties import Identity, Recipient


def passphrase_slot(
    vault: str, master: bytearray, passphrase: str, name: str, cost: Cost, device: bytes
) -> Slot:
    """Return a slot that opens with a passphrase on this device."""
    salt = secrets.token_bytes(SALT)
    head = {
        "kind": "passphrase",
        "memory": cost.memory,
        "name": name,
        "passes": cost.passes,
        "salt": salt.hex(),
    }
    stretched = stretch(_spoken(passphrase), salt, cost)
    key = mix(stretched, device)
    try:
        return {**head, "wrapped": wrap(master, key, _bound(vault, head)).hex()}
    finally:
        wipe(stretched, key)


def code_slot(vault: str, master: bytearray, code: str) -> Slot:
    """Return a slot that opens with the printed code; its 125 bits need no high cost."""
    salt, cost = secrets.token_bytes(SALT), floor_cost()
    head = {
        "kind": "code",
        "memory": cost.memory,
        "passes": cost.passes,
        "salt": salt.hex(),
    }
    key = stretch(code.encode(), salt, cost)
    try:
        return {**head, "wrapped": wrap(master, key, _bound(vault, head)).hex()}
    finally:
        wipe(key)


def age_slot(master: bytearray, name: str, recipients: "Sequence[Recipient]") -> Slot:
    """Return a slot that opens with any one of the recovery identities."""
    from intake.crypto.seal import seal_bytes  # noqa: PLC0415

    return {
        "kind": "age",
        "layers": 1,
        "name": name,
        "sealed": seal_bytes(bytes(master), recipients).hex(),
    }


def pair_slots(
    master: bytearray, managers: "Mapping[str, Recipient]"
) -> tuple[Slot, ...]:
    """Return a slot for every pair of managers, which opens with both their identities."""
    from intake.crypto.seal import seal_bytes  # noqa: PLC0415

    made = []
    for outer, inner in combinations(sorted(managers), 2):
        once = seal_bytes(bytes(master), [managers[inner]])
        twice = seal_bytes(once, [managers[outer]])
        made.append(
            {
                "kind": "age",
                "layers": 2,
                "name": f"{outer} + {inner}",
                "sealed": twice.hex(),
            }
        )
    return tuple(made)


def open_with_passphrase(
    vault: str, slot: Slot, passphrase: str, device: Callable[[], bytes]
) -> bytearray:
    """Return the master key; the keyring is asked while the passphrase is stretched.

    Raises:
        NoSlot: the passphrase or the device secret does not fit.
        Malformed: the slot is not of its kind.
    """
    whole_slot(slot, "memory", "name", "passes", "salt", "wrapped")
    stretched = stretch(_spoken(passphrase), *_cost(slot))
    key = mix(stretched, device())
    try:
        return unwrap(_hex(slot["wrapped"]), key, _bound(vault, slot))
    finally:
        wipe(stretched, key)


def open_with_code(vault: str, slot: Slot, code: str) -> bytearray:
    """Return the master key.

    Raises:
        NoSlot: the code does not fit.
        Malformed: the slot is not of its kind.
    """
    whole_slot(slot, "memory", "passes", "salt", "wrapped")
    key = stretch(code.encode(), *_cost(slot))
    try:
        return unwrap(_hex(slot["wrapped"]), key, _bound(vault, slot))
    finally:
        wipe(key)


def open_with_identity(slot: Slot, identities: "Sequence[Identity]") -> bytearray:
    """Return the master key.

    Raises:
        NoSlot: none of the identities fits, or what was sealed is not a master key.
        Malformed: the slot is not of its kind.
    """
    from intake.crypto.seal import open_bytes  # noqa: PLC0415

    whole_slot(slot, "sealed", "layers")
    if slot["layers"] not in (1, 2):
        raise Malformed(what="slot")
    opened = _hex(slot["sealed"])
    try:
        for _ in range(slot["layers"]):
            opened = open_bytes(opened, identities)
    except (Untrusted, TooNew) as error:
        raise NoSlot from error
    if len(opened) != KEY:
        raise NoSlot
    return bytearray(opened)


def _spoken(passphrase: str) -> bytes:
    """Return the bytes of a passphrase, however the keyboard composed its syllables."""
    return unicodedata.normalize("NFC", passphrase).encode()


def _cost(slot: Slot) -> tuple[bytes, Cost]:
    salt = _hex(slot["salt"])
    if len(salt) != SALT:
        raise Malformed(what="slot")
    return salt, Cost(int(slot["passes"]), int(slot["memory"]))


def _hex(text: object) -> bytes:
    try:
        return bytes.fromhex(str(text))
    except ValueError as error:
        raise Malformed(what="slot") from error


def _bound(vault: str, slot: Slot) -> bytes:
    head = {name: value for name, value in slot.items() if name != "wrapped"}
    return canonical_json({**head, "vault": vault})
