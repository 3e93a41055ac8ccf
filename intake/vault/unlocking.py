"""Which secret opens which slot of which copy (열쇠 맞추기): tried in order, judged here.

* Slots of both copies are tried, the newest copy first: a copy somebody stripped of its slots
  does not shut the vault.
* Once the master key is known, the seal decides which copy is believed.
* A wrong passphrase costs a growing pause and nothing else.
"""

import concurrent.futures
import contextlib
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TypeAlias

from intake.clock import wall_ms
from intake.crypto.keys import subkey, wipe
from intake.errors import KeyFileAltered, Malformed, NoSlot, WrongPassphrase
from intake.vault.device_secret import DeviceKeyring
from intake.vault.keyfile import KeyFile, Slot, read_key_files
from intake.vault.slots import open_with_passphrase
from intake.vault.tries import forget_tries, note_wrong, read_tries

Attempt: TypeAlias = Callable[[Slot], bytearray]

COPY_USED = "notice-key-file-copy-used"
ALTERED = "notice-key-file-altered"


def check_pause(folder: Path) -> None:
    """Check that the pause after wrong tries is over.

    Raises:
        WrongPassphrase: it is not; with the seconds that are left.
    """
    wait = read_tries(folder).wait(wall_ms())
    if wait:
        raise WrongPassphrase(wait=wait)


def try_passphrase(
    folder: Path, passphrase: str, keyring: DeviceKeyring
) -> tuple[Slot, bytearray]:
    """Return the slot that opened and the master key.

    Raises:
        WrongPassphrase: no slot opened; with the seconds to wait.
        KeyringSilent, KeyringLocked, DeviceSecretMissing: the second factor is away.
    """
    check_pause(folder)
    copies = read_key_files(folder)
    vault = copies[0].vault
    with concurrent.futures.ThreadPoolExecutor(1) as beside:
        device = beside.submit(keyring.get, vault)
        try:
            opened = first_that_opens(
                _slots(copies, "passphrase"),
                lambda slot: open_with_passphrase(
                    vault, slot, passphrase, device.result
                ),
            )
        except NoSlot as error:
            wait = note_wrong(folder).wait(wall_ms())
            raise WrongPassphrase(wait=wait) from error
    forget_tries(folder)
    return opened


def try_slots(folder: Path, kind: str, attempt: Attempt) -> bytearray:
    """Return the master key from the first slot of a kind that opens.

    Raises:
        NoSlot: none does.
    """
    return first_that_opens(_slots(read_key_files(folder), kind), attempt)[1]


def first_that_opens(slots: Sequence[Slot], attempt: Attempt) -> tuple[Slot, bytearray]:
    """Return the first slot that opens; a slot that is not in order is passed over."""
    for slot in slots:
        with contextlib.suppress(NoSlot, Malformed):
            return slot, attempt(slot)
    raise NoSlot


def believed(folder: Path, master: bytearray) -> KeyFile:
    """Return the newest copy whose seal fits, with what was noticed on the way.

    Where no seal fits, the newest copy is returned with the notice that it was altered: the
    vault opens all the same, for evidence must not be held back by a changed key file.
    """
    copies = read_key_files(folder)
    notices = copies[0].notices
    sealed = [one for one in copies if _seal_fits(one, master)]
    if len(sealed) < len(copies):
        notices = (*notices, ALTERED)
    return (sealed or copies)[0].noticing(notices)


def sound(folder: Path, master: bytearray) -> KeyFile:
    """Return the key file for changing it.

    Raises:
        KeyFileAltered: no copy's seal fits; a change would make it look whole again.
    """
    keys = believed(folder, master)
    keys.check_seal(master)
    return keys


def raw_key(keys: KeyFile, master: bytearray) -> bytearray:
    """Return the 48 bytes SQLCipher takes: key ‖ salt; the caller's to wipe."""
    db = subkey(master, "db")
    raw = db + bytes.fromhex(keys.salt)
    wipe(db)
    return raw


def _slots(copies: Sequence[KeyFile], kind: str) -> list[Slot]:
    found: list[Slot] = []
    for keys in copies:
        found += [slot for slot in keys.of_kind(kind) if slot not in found]
    return found


def _seal_fits(keys: KeyFile, master: bytearray) -> bool:
    try:
        keys.check_seal(master)
    except KeyFileAltered:
        return False
    return True
