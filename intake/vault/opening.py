"""Open, create, recover (금고 열기): decides which secret to try and what a failure means.

* A vault is created whole or not at all; it is not lawful to use before a recovery slot
  exists, and creation makes one (the printed code).
* A wrong passphrase costs a growing pause and nothing else.
* Where the device secret is kept is written into the key file and never changes silently.
"""

import contextlib
import secrets
import shutil
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from intake.clock import wall_ms
from intake.crypto.keys import KEY, SALT, Cost, calibrate, subkey, wipe
from intake.errors import KeyFileAltered, NoSlot, WrongPassphrase
from intake.ids import new_id
from intake.policy import Policy
from intake.progress import Progress, Silent
from intake.vault.device_secret import DeviceKeyring
from intake.vault.emergency import new_code, read_code
from intake.vault.hold import Hold
from intake.vault.keyfile import (
    KeyFile,
    Slot,
    read_key_file,
    sync_folder,
    write_key_file,
)
from intake.vault.migrate import migrate
from intake.vault.place import check_place
from intake.vault.slots import (
    age_slot,
    code_slot,
    open_with_code,
    open_with_identity,
    open_with_passphrase,
    passphrase_slot,
)
from intake.vault.tries import forget_tries, note_wrong, read_tries
from intake.vault.vault import BALLAST, FILE, Vault

if TYPE_CHECKING:
    from intake.crypto.age_parties import Identity, Recipient

MIB = 1 << 20
Attempt: TypeAlias = Callable[[Slot], bytearray]


@dataclass(frozen=True, slots=True)
class Created:
    """A new vault, and the code that is printed once."""

    vault: Vault
    emergency_code: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class VaultNotice:
    """What can be seen without opening."""

    id: str
    counselors: tuple[str, ...]
    wait: int


def peek_vault(folder: Path) -> VaultNotice | None:
    """Return what the key file shows anybody, or None where there is no vault.

    Raises:
        DamagedKeyFile: both copies are unreadable.
    """
    if not (folder / FILE).exists():
        return None
    keys = read_key_file(folder)
    names = tuple(str(slot["name"]) for slot in keys.of_kind("passphrase"))
    return VaultNotice(keys.vault, names, read_tries(folder).wait(wall_ms()))


def create_vault(
    folder: Path,
    *,
    passphrase: str,
    counselor: str,
    keyring: DeviceKeyring,
    policy: Policy | None = None,
    cost: Cost | None = None,
    progress: Progress | None = None,
) -> Created:
    """Make a vault in an empty or absent folder; on failure nothing of it is left.

    Raises:
        UnsuitablePlace: a network, removable or cloud-synced folder.
        AlreadyOpen: there is a vault already, or another process makes one.
        KeyringSilent, KeyringLocked: the device secret could not be kept.
        NoRoom: the disk is full.
    """
    policy, progress = policy or Policy(), progress or Silent()
    check_place(folder, policy)
    made = not folder.exists()
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    hold = Hold(folder)
    try:
        return _create(
            folder, hold, _Birth(passphrase, counselor, keyring, policy, cost), progress
        )
    except BaseException:
        hold.release()
        if made:
            shutil.rmtree(folder, ignore_errors=True)
        raise


@dataclass(frozen=True, slots=True)
class _Birth:
    passphrase: str = field(repr=False)
    counselor: str
    keyring: DeviceKeyring
    policy: Policy
    cost: Cost | None


def _create(folder: Path, hold: Hold, birth: _Birth, progress: Progress) -> Created:
    progress.step(0, 3, "progress-creating")
    now = wall_ms()
    vault, device = new_id(now), new_id(now)
    master, salt = bytearray(secrets.token_bytes(KEY)), secrets.token_bytes(SALT)
    device_secret, code = secrets.token_bytes(KEY), new_code()
    birth.keyring.put(vault, device_secret)
    cost = birth.cost or calibrate(birth.policy.argon2_floor_mib * MIB)
    slots = (
        passphrase_slot(
            vault, master, birth.passphrase, birth.counselor, cost, device_secret
        ),
        code_slot(vault, master, code),
    )
    progress.step(1, 3, "progress-creating")
    keys = KeyFile(vault, device, salt.hex(), birth.keyring.kind, slots)
    opened = _open_file(folder, keys, master, hold, new=True)
    opened.author = birth.counselor
    progress.step(2, 3, "progress-creating")
    write_key_file(folder, keys.sealed(master))
    wipe(master)
    _lay_ballast(folder, birth.policy.ballast_mib * MIB)
    progress.step(3, 3, "progress-creating")
    return Created(opened, code)


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
        KeyringSilent, KeyringLocked, DeviceSecretMissing: the second factor is away; the
            emergency code still opens.
        AlreadyOpen, DamagedKeyFile, DamagedVault, TooNew.
    """
    progress = progress or Silent()
    keys = read_key_file(folder)
    _check_pause(folder)
    hold = Hold(folder)
    try:
        progress.step(0, 2, "progress-opening")
        device = keyring.get(keys.vault)
        slot, master = _try_passphrase(folder, keys, passphrase, device)
        progress.step(1, 2, "progress-opening")
        return _opened(folder, keys, master, hold, author=str(slot["name"]))
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
    """Open with the printed code and set a new passphrase and device secret.

    Raises:
        WrongCode: mistyped. NoSlot: a code, but not of this vault.
    """
    keys = read_key_file(folder)
    code = read_code(emergency_code)
    hold = Hold(folder)
    try:
        master = _first(
            keys.of_kind("code"), lambda slot: open_with_code(keys.vault, slot, code)
        )
        renewed = _renew(
            keys, master, new_passphrase, counselor, keyring, cost or _cost(policy)
        )
        write_key_file(folder, renewed.sealed(master))
        return _opened(folder, renewed.sealed(master), master, hold, author=counselor)
    except BaseException:
        hold.release()
        raise


def recover_with_identity(
    folder: Path,
    *,
    identities: "Sequence[Identity]",
    new_passphrase: str,
    counselor: str,
    keyring: DeviceKeyring,
    cost: Cost | None = None,
) -> Vault:
    """Open with a recovery identity (the managers', the central desk's); see ``recover_vault``."""
    keys = read_key_file(folder)
    hold = Hold(folder)
    try:
        master = _first(
            keys.of_kind("age"), lambda slot: open_with_identity(slot, identities)
        )
        renewed = _renew(
            keys, master, new_passphrase, counselor, keyring, cost or _cost(None)
        )
        write_key_file(folder, renewed.sealed(master))
        return _opened(folder, renewed.sealed(master), master, hold, author=counselor)
    except BaseException:
        hold.release()
        raise


def change_passphrase(
    vault: Vault,
    *,
    old: str,
    new: str,
    keyring: DeviceKeyring,
    cost: Cost | None = None,
) -> None:
    """Give the counselor's slot a new passphrase; the database is not touched.

    Raises:
        WrongPassphrase: the old one does not fit.
    """
    keys = read_key_file(vault.folder)
    device = keyring.get(keys.vault)
    slot, master = _try_passphrase(vault.folder, keys, old, device)
    fresh = passphrase_slot(
        keys.vault, master, new, str(slot["name"]), cost or _slot_cost(slot), device
    )
    slots = tuple(fresh if one == slot else one for one in keys.slots)
    write_key_file(vault.folder, keys.with_slots(slots).sealed(master))
    wipe(master)


def renew_code(vault: Vault, *, passphrase: str, keyring: DeviceKeyring) -> str:
    """Replace the printed code by a new one and return it; the old one opens nothing more."""
    keys = read_key_file(vault.folder)
    _, master = _try_passphrase(vault.folder, keys, passphrase, keyring.get(keys.vault))
    code = new_code()
    others = tuple(slot for slot in keys.slots if slot["kind"] != "code")
    slots = (*others, code_slot(keys.vault, master, code))
    write_key_file(vault.folder, keys.with_slots(slots).sealed(master))
    wipe(master)
    return code


def add_recovery(
    vault: Vault,
    *,
    passphrase: str,
    name: str,
    recipients: "Sequence[Recipient]",
    keyring: DeviceKeyring,
) -> None:
    """Let recovery recipients open this vault; a slot of the same name is replaced."""
    keys = read_key_file(vault.folder)
    _, master = _try_passphrase(vault.folder, keys, passphrase, keyring.get(keys.vault))
    others = tuple(
        slot for slot in keys.slots if (slot["kind"], slot.get("name")) != ("age", name)
    )
    slots = (*others, age_slot(master, name, recipients))
    write_key_file(vault.folder, keys.with_slots(slots).sealed(master))
    wipe(master)


def export_key(vault: Vault, *, passphrase: str, keyring: DeviceKeyring) -> bytearray:
    """Return the 96 hex digits (key ‖ salt) a second SQLCipher reader needs; wipe after use."""
    keys = read_key_file(vault.folder)
    _, master = _try_passphrase(vault.folder, keys, passphrase, keyring.get(keys.vault))
    raw = _raw_key(keys, master)
    spoken = bytearray(raw.hex().encode())
    wipe(raw, master)
    return spoken


def _check_pause(folder: Path) -> None:
    wait = read_tries(folder).wait(wall_ms())
    if wait:
        raise WrongPassphrase(wait=wait)


def _try_passphrase(
    folder: Path, keys: KeyFile, passphrase: str, device: bytes
) -> tuple[Slot, bytearray]:
    for slot in keys.of_kind("passphrase"):
        with contextlib.suppress(NoSlot):
            master = open_with_passphrase(keys.vault, slot, passphrase, device)
            forget_tries(folder)
            return slot, master
    raise WrongPassphrase(wait=note_wrong(folder).wait(wall_ms()))


def _first(slots: Sequence[Slot], attempt: Attempt) -> bytearray:
    for slot in slots:
        with contextlib.suppress(NoSlot):
            return attempt(slot)
    raise NoSlot


def _renew(
    keys: KeyFile,
    master: bytearray,
    passphrase: str,
    counselor: str,
    keyring: DeviceKeyring,
    cost: Cost,
) -> KeyFile:
    """Return the key file with this counselor's slot under a fresh device secret.

    Other counselors' slots were mixed with the old device secret; where the keyring still
    holds it, it is kept and they go on working.
    """
    try:
        device = keyring.get(keys.vault)
    except Exception:  # noqa: BLE001 - lost, locked or silent: the code is the way round all three
        device = secrets.token_bytes(KEY)
        keyring.put(keys.vault, device)
    fresh = passphrase_slot(keys.vault, master, passphrase, counselor, cost, device)
    others = tuple(
        slot
        for slot in keys.slots
        if (slot["kind"], slot.get("name")) != ("passphrase", counselor)
    )
    return KeyFile(
        keys.vault, keys.device, keys.salt, keyring.kind, (fresh, *others), keys.seq + 1
    )


def _opened(
    folder: Path, keys: KeyFile, master: bytearray, hold: Hold, *, author: str
) -> Vault:
    vault = _open_file(folder, keys, master, hold, new=False)
    vault.author = author
    vault.notices = keys.notices
    try:
        keys.check_seal(master)
    except KeyFileAltered:
        vault.notices = (*vault.notices, "notice-key-file-altered")
    if "notice-key-file-copy-used" in vault.notices:
        write_key_file(folder, keys)  # mend the damaged copy
    wipe(master)
    return vault


def _open_file(
    folder: Path, keys: KeyFile, master: bytearray, hold: Hold, *, new: bool
) -> Vault:
    raw = _raw_key(keys, master)
    try:
        vault = Vault(folder, (keys.vault, keys.device), raw, hold, new=new)
    finally:
        wipe(raw)
    with vault.lane_for_migration() as db:
        migrate(db)
    if new:
        sync_folder(folder)
    return vault


def _raw_key(keys: KeyFile, master: bytearray) -> bytearray:
    db = subkey(master, "db")
    raw = db + bytes.fromhex(keys.salt)
    wipe(db)
    return raw


def _cost(policy: Policy | None) -> Cost:
    return calibrate((policy or Policy()).argon2_floor_mib * MIB)


def _slot_cost(slot: Slot) -> Cost:
    return Cost(int(slot["passes"]), int(slot["memory"]))


def _lay_ballast(folder: Path, size: int) -> None:
    """Keep spare room for the day the disk is full; without room for it, do without."""
    if not size:
        return
    piece = bytes(MIB)
    try:
        with (folder / BALLAST).open("wb") as file:
            for _ in range(size // MIB):
                file.write(piece)
    except OSError:
        (folder / BALLAST).unlink(missing_ok=True)
