"""Change what opens a vault (열쇠 바꾸기); the database itself is not touched.

* Every change asks for the passphrase again: an open window is not the counselor.
* A key file that somebody altered is not changed until a person has decided to keep it as it
  is (``mend_key_file``): a change would put a good seal on it.
"""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING

from intake.crypto.keys import Cost, wipe
from intake.errors import NoSlot, Refused
from intake.vault.device_secret import DeviceKeyring
from intake.vault.emergency import new_code
from intake.vault.keyfile import KeyFile, Slot
from intake.vault.opening import keep_key_file
from intake.vault.slots import age_slot, code_slot, pair_slots, passphrase_slot
from intake.vault.unlocking import believed, raw_key, sound, try_passphrase
from intake.vault.vault import Vault

if TYPE_CHECKING:
    from intake.crypto.age_parties import Recipient


def change_passphrase(
    vault: Vault,
    *,
    old: str,
    new: str,
    keyring: DeviceKeyring,
    cost: Cost | None = None,
) -> None:
    """Give the counselor's slot a new passphrase.

    Raises:
        WrongPassphrase: the old one does not fit.
        KeyFileAltered: see ``mend_key_file``.
    """
    with _master(vault, old, keyring) as (slot, master):
        keys = sound(vault.folder, master)
        device, name = keyring.get(keys.vault), str(slot["name"])
        fresh = passphrase_slot(
            keys.vault, master, new, name, cost or _cost(slot), device
        )
        slots = _without(keys, "passphrase", name)
        _keep(vault, keys, (fresh, *slots), master)


def add_counselor(
    vault: Vault,
    *,
    passphrase: str,
    name: str,
    their_passphrase: str,
    keyring: DeviceKeyring,
    cost: Cost | None = None,
) -> None:
    """Give a colleague on this computer a slot; one of the same name is replaced."""
    with _master(vault, passphrase, keyring) as (slot, master):
        keys = sound(vault.folder, master)
        fresh = passphrase_slot(
            keys.vault,
            master,
            their_passphrase,
            name,
            cost or _cost(slot),
            keyring.get(keys.vault),
        )
        _keep(vault, keys, (*_without(keys, "passphrase", name), fresh), master)


def remove_slot(
    vault: Vault, *, passphrase: str, kind: str, name: str, keyring: DeviceKeyring
) -> None:
    """Take a slot away: a leaver's, a recovery key's.

    Who once opened the vault may have kept its master key: this shuts a door, it does not
    change the lock.

    Raises:
        NoSlot: there is none of that kind and name.
        Refused: nothing would be left that opens the vault.
    """
    with _master(vault, passphrase, keyring) as (_, master):
        keys = sound(vault.folder, master)
        left = _without(keys, kind, name)
        if len(left) == len(keys.slots):
            raise NoSlot
        if not any(slot["kind"] == "passphrase" for slot in left):
            raise Refused
        _keep(vault, keys, left, master)


def renew_code(vault: Vault, *, passphrase: str, keyring: DeviceKeyring) -> str:
    """Replace the printed code by a new one and return it; the old one opens nothing more."""
    code = new_code()
    with _master(vault, passphrase, keyring) as (_, master):
        keys = sound(vault.folder, master)
        others = tuple(slot for slot in keys.slots if slot["kind"] != "code")
        _keep(vault, keys, (*others, code_slot(keys.vault, master, code)), master)
    return code


def add_recovery(
    vault: Vault,
    *,
    passphrase: str,
    name: str,
    recipients: "Sequence[Recipient]",
    keyring: DeviceKeyring,
) -> None:
    """Let any one of the recovery recipients open this vault; replaces the same name."""
    with _master(vault, passphrase, keyring) as (_, master):
        keys = sound(vault.folder, master)
        fresh = age_slot(master, name, recipients)
        _keep(vault, keys, (*_without(keys, "age", name), fresh), master)


def add_two_of(
    vault: Vault,
    *,
    passphrase: str,
    managers: "Mapping[str, Recipient]",
    keyring: DeviceKeyring,
) -> None:
    """Let any two of these managers together open this vault; replaces earlier pairs."""
    with _master(vault, passphrase, keyring) as (_, master):
        keys = sound(vault.folder, master)
        others = tuple(slot for slot in keys.slots if slot.get("layers") != 2)  # noqa: PLR2004
        _keep(vault, keys, (*others, *pair_slots(master, managers)), master)


def mend_key_file(vault: Vault, *, passphrase: str, keyring: DeviceKeyring) -> None:
    """Seal the key file anew, as it is now, after a person looked at what was altered."""
    with _master(vault, passphrase, keyring) as (_, master):
        keys = believed(vault.folder, master)
        _keep(vault, keys, keys.slots, master)
    vault.notices = ()


def export_key(vault: Vault, *, passphrase: str, keyring: DeviceKeyring) -> bytearray:
    """Return the 96 hex digits (key ‖ salt) a second SQLCipher reader needs; wipe after use."""
    with _master(vault, passphrase, keyring) as (_, master):
        raw = raw_key(believed(vault.folder, master), master)
    spoken = bytearray(raw.hex().encode())
    wipe(raw)
    return spoken


@contextmanager
def _master(
    vault: Vault, passphrase: str, keyring: DeviceKeyring
) -> Iterator[tuple[Slot, bytearray]]:
    slot, master = try_passphrase(vault.folder, passphrase, keyring)
    try:
        yield slot, master
    finally:
        wipe(master)


def _keep(
    vault: Vault, keys: KeyFile, slots: tuple[Slot, ...], master: bytearray
) -> None:
    keep_key_file(vault, keys.with_slots(slots).sealed(master))


def _without(keys: KeyFile, kind: str, name: str) -> tuple[Slot, ...]:
    own = (kind, name)
    return tuple(slot for slot in keys.slots if (slot["kind"], slot.get("name")) != own)


def _cost(slot: Slot) -> Cost:
    return Cost(int(slot["passes"]), int(slot["memory"]))
