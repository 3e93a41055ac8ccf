"""Open and recover (금고 열기): decides which secret to try and what a failure means.

* A wrong passphrase costs a growing pause and nothing else.
* A key file that was damaged, altered or put back from an older day is told in
  ``Vault.notices``; it never keeps evidence shut.
* Where the device secret is kept is written into the key file and never changes silently.
* An older vault is copied before it is brought up to date; a newer one is left untouched.
"""

import secrets
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from intake.clock import wall_ms
from intake.crypto.keys import KEY, Cost, calibrate, wipe
from intake.errors import Locked, NoRoom, NoRoomToUpgrade, NotFound
from intake.policy import Policy
from intake.progress import Progress, Silent
from intake.vault.ballast import drop_ballast, lay_again
from intake.vault.copying import drop_before, keep_before
from intake.vault.device_secret import DeviceKeyring, FileKeyring, SystemKeyring
from intake.vault.emergency import read_code
from intake.vault.hold import Hold
from intake.vault.keyfile import KeyFile, read_key_file, write_key_file
from intake.vault.migrate import check_known, migrate, missing_steps, version_of
from intake.vault.slots import open_with_code, open_with_identity, passphrase_slot
from intake.vault.tries import read_tries
from intake.vault.unfinished import is_unfinished
from intake.vault.unlocking import (
    COPY_USED,
    believed,
    check_pause,
    raw_key,
    try_passphrase,
    try_slots,
)
from intake.vault.vault import FILE, LOW, Vault

if TYPE_CHECKING:
    from intake.crypto.age_parties import Identity

MIB = 1 << 20
OLDER = "notice-key-file-older"
SEQ, BALLAST_SIZE = "key-file-seq", "ballast-size"


@dataclass(frozen=True, slots=True)
class VaultNotice:
    """What can be seen without opening."""

    id: str
    counselors: tuple[str, ...]
    wait: int
    slots: int
    second_factor: str  # where the device secret is kept: keyring or file


@dataclass(frozen=True, slots=True)
class Renewal:
    """What a counselor sets anew after a recovery."""

    passphrase: str = field(repr=False)
    counselor: str
    keyring: DeviceKeyring
    cost: Cost


def peek_vault(folder: Path) -> VaultNotice | None:
    """Return what the key file shows anybody, or None where there is no vault.

    Raises:
        DamagedKeyFile: both copies are unreadable.
    """
    if not (folder / FILE).exists() or is_unfinished(folder):
        return None
    keys = read_key_file(folder)
    names = tuple(str(slot.get("name", "")) for slot in keys.of_kind("passphrase"))
    wait = read_tries(folder).wait(wall_ms())
    return VaultNotice(keys.vault, names, wait, len(keys.slots), keys.device_secret)


def keyring_of(folder: Path) -> DeviceKeyring:
    """Return the place where this vault's device secret is kept, as its key file says.

    A keyring that appears later does not take the place of the file by itself, nor a file that
    of a keyring that is away.

    Raises:
        NotFound, DamagedKeyFile.
    """
    kept = read_key_file(folder).device_secret
    return FileKeyring() if kept == FileKeyring.kind else SystemKeyring()


def open_vault(
    folder: Path,
    *,
    passphrase: str,
    keyring: DeviceKeyring,
    progress: Progress | None = None,
) -> Vault:
    """Open a vault with a counselor's passphrase.

    Raises:
        WrongPassphrase: with the seconds to wait before the next try.
        NoRoomToUpgrade: an older vault, and no room for the copy; it is as it was.
        KeyringSilent, KeyringLocked, DeviceSecretMissing: the second factor is away; the
            emergency code still opens.
        NotFound, AlreadyOpen, DamagedKeyFile, DamagedVault, TooNew.
    """
    progress = progress or Silent()
    _check_there(folder)
    check_pause(folder)
    hold = Hold(folder)
    try:
        progress.step(0, 2, "progress-opening")
        slot, master = try_passphrase(folder, passphrase, keyring)
        progress.step(1, 2, "progress-opening")
        return _opened(folder, master, hold, author=str(slot["name"]))
    except BaseException:
        hold.release()
        raise


def recover_vault(
    folder: Path,
    *,
    emergency_code: str,
    new_passphrase: str,
    counselor: str,
    keyring: DeviceKeyring,
    policy: Policy | None = None,
    cost: Cost | None = None,
) -> Vault:
    """Open with the printed code and set a new passphrase, and a device secret if it is lost.

    Raises:
        WrongCode: mistyped. NoSlot: a code, but not of this vault.
    """
    code = read_code(emergency_code)
    cost = cost or calibrate((policy or Policy()).argon2_floor_mib * MIB)
    renewal = Renewal(new_passphrase, counselor, keyring, cost)
    _check_there(folder)
    vault = read_key_file(folder).vault
    return _recovered(
        folder,
        renewal,
        lambda: try_slots(
            folder, "code", lambda slot: open_with_code(vault, slot, code)
        ),
    )


def recover_with_identity(
    folder: Path,
    *,
    identities: "Sequence[Identity]",
    new_passphrase: str,
    counselor: str,
    keyring: DeviceKeyring,
    cost: Cost | None = None,
) -> Vault:
    """Open with recovery identities (the managers', the central desk's); see ``recover_vault``.

    Raises:
        NoSlot: none of the identities fits, or one manager of two is missing.
    """
    cost = cost or calibrate(Policy().argon2_floor_mib * MIB)
    renewal = Renewal(new_passphrase, counselor, keyring, cost)
    _check_there(folder)
    return _recovered(
        folder,
        renewal,
        lambda: try_slots(
            folder, "age", lambda slot: open_with_identity(slot, identities)
        ),
    )


def _check_there(folder: Path) -> None:
    if not (folder / FILE).exists() or is_unfinished(folder):
        raise NotFound(entity="vault")


def _recovered(folder: Path, renewal: Renewal, find: Callable[[], bytearray]) -> Vault:
    hold = Hold(folder)
    try:
        master = find()
        keys = believed(folder, master)
        renewed = _renew(keys, master, renewal).sealed(master)
        vault = _open_file(folder, keys, master, hold)
        vault.author, vault.notices = renewal.counselor, keys.notices
        keep_key_file(vault, renewed)
        wipe(master)
    except BaseException:
        hold.release()
        raise
    return vault


def _renew(keys: KeyFile, master: bytearray, renewal: Renewal) -> KeyFile:
    """Return the key file with this counselor's slot under the device secret of today.

    Other counselors' slots were mixed with the old device secret; where the keyring still
    holds it, it is kept and they go on working. Otherwise they recover one by one.
    """
    try:
        device = renewal.keyring.get(keys.vault)
    except Locked:  # lost, locked or silent: the code is the way round all three
        device = secrets.token_bytes(KEY)
        renewal.keyring.put(keys.vault, device)
    fresh = passphrase_slot(
        keys.vault,
        master,
        renewal.passphrase,
        renewal.counselor,
        renewal.cost,
        device,
    )
    own = ("passphrase", renewal.counselor)
    others = [slot for slot in keys.slots if (slot["kind"], slot.get("name")) != own]
    return keys.kept_in(renewal.keyring.kind).with_slots((fresh, *others))


def _opened(folder: Path, master: bytearray, hold: Hold, *, author: str) -> Vault:
    keys = believed(folder, master)
    vault = _open_file(folder, keys, master, hold)
    wipe(master)
    vault.author, vault.notices = author, keys.notices
    if keys.seq < int(vault.fact(SEQ) or 0):
        vault.notices = (*vault.notices, OLDER)
    elif vault.notices == (COPY_USED,):
        keep_key_file(vault, keys)  # mend the damaged copy; an altered one is evidence
    lay_again(folder, int(vault.fact(BALLAST_SIZE) or 0), LOW)
    return vault


def keep_key_file(vault: Vault, keys: KeyFile) -> None:
    """Write a sealed key file; the vault remembers its number, so an older one is noticed."""
    write_key_file(vault.folder, keys)
    vault.keep_fact(SEQ, str(keys.seq))


def _open_file(folder: Path, keys: KeyFile, master: bytearray, hold: Hold) -> Vault:
    vault = open_lanes(folder, keys, master, hold)
    try:
        _bring_up_to_date(vault)
    except BaseException:
        vault.close()
        raise
    return vault


def open_lanes(
    folder: Path, keys: KeyFile, master: bytearray, hold: Hold, *, new: bool = False
) -> Vault:
    """Open the lanes with the master key, which stays the caller's to wipe."""
    raw, ids = raw_key(keys, master), (keys.vault, keys.device)
    try:
        return Vault(folder, ids, raw, hold, new=new)
    except NoRoom:  # the log's index needs a few pages: this is what the ballast is for
        if not drop_ballast(folder):
            raise
        return Vault(folder, ids, raw, hold, new=new)
    finally:
        wipe(raw)


def _bring_up_to_date(vault: Vault) -> None:
    with vault.lane_for_migration() as db:
        check_known(db)
        if not missing_steps(db):
            drop_before(vault.folder)
            return
        before = version_of(db)
        _keep_before(vault, before)
        try:
            migrate(db)
        except NoRoom:
            if version_of(db) != before:
                raise  # it is done, and only what comes after it found no room
            drop_before(vault.folder)  # nothing is changed: the former one needs room
            needed = 2 * (vault.folder / FILE).stat().st_size
            raise NoRoomToUpgrade(needed=needed) from None


def _keep_before(vault: Vault, version: int) -> None:
    """Copy the records before they are brought up to date; the ballast is there for this too."""
    try:
        try:
            keep_before(vault, version)
        except NoRoom:
            if not drop_ballast(vault.folder):
                raise
            keep_before(vault, version)
    except NoRoom as full:
        raise NoRoomToUpgrade(**full.facts) from None
