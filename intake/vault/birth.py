"""Make a vault (금고 만들기): whole or not at all, and never without a way back in.

* The printed emergency code is a recovery slot from the first moment; recovery recipients
  (the central desk, the managers) may stand beside it.
* What an attempt that was cut short left behind is swept by the next one; a vault that was
  finished is never overwritten.
"""

import errno
import secrets
import shutil
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from intake.clock import wall_ms
from intake.crypto.keys import KEY, SALT, Cost, calibrate, wipe
from intake.errors import NoRoom, ReadOnlyPlace
from intake.ids import new_id
from intake.policy import Policy
from intake.progress import Progress, Silent
from intake.vault.ballast import lay_ballast
from intake.vault.device_secret import DeviceKeyring
from intake.vault.emergency import new_code
from intake.vault.hold import Hold
from intake.vault.keyfile import KeyFile, Slot
from intake.vault.migrate import migrate
from intake.vault.opening import BALLAST_SIZE, MIB, keep_key_file, open_lanes
from intake.vault.place import check_place
from intake.vault.slots import age_slot, code_slot, passphrase_slot
from intake.vault.unfinished import begin, finish, give_up
from intake.vault.vault import Vault

if TYPE_CHECKING:
    from intake.crypto.age_parties import Recipient

RECOVERY = "recovery"
_STEPS = 3
_FULL = frozenset({errno.ENOSPC, errno.EDQUOT})


@dataclass(frozen=True, slots=True)
class Created:
    """A new vault, and the code that is printed once."""

    vault: Vault
    emergency_code: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class _Birth:
    passphrase: str = field(repr=False)
    counselor: str
    recipients: "Sequence[Recipient]"
    keyring: DeviceKeyring
    policy: Policy
    cost: Cost | None


def create_vault(
    folder: Path,
    *,
    passphrase: str,
    counselor: str,
    keyring: DeviceKeyring,
    recovery_recipients: "Sequence[Recipient]" = (),
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
        ReadOnlyPlace: nothing can be written there (a read-only home).
    """
    policy = policy or Policy()
    birth = _Birth(passphrase, counselor, recovery_recipients, keyring, policy, cost)
    check_place(folder, policy)
    made = not folder.exists()
    make_folder(folder)
    hold = Hold(folder)
    try:
        begin(folder)
        return _create(folder, hold, birth, progress or Silent())
    except BaseException:
        give_up(folder)
        hold.release()
        if made:
            shutil.rmtree(folder, ignore_errors=True)
        raise


def make_folder(folder: Path) -> None:
    """Make the folder of a vault.

    Raises:
        ReadOnlyPlace: nothing can be written there.
        NoRoom: the disk is full.
    """
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        if error.errno in _FULL:
            raise NoRoom from error
        raise ReadOnlyPlace(place="vault") from error


def _create(folder: Path, hold: Hold, birth: _Birth, progress: Progress) -> Created:
    progress.step(0, _STEPS, "progress-creating")
    now, code = wall_ms(), new_code()
    vault, device, salt = new_id(now), new_id(now), secrets.token_bytes(SALT)
    master = bytearray(secrets.token_bytes(KEY))
    slots = _slots(vault, master, code, birth)
    progress.step(1, _STEPS, "progress-creating")
    keys = KeyFile(vault, device, salt.hex(), birth.keyring.kind, slots).sealed(master)
    opened = open_lanes(folder, keys, master, hold, new=True)
    wipe(master)
    try:
        _fill(opened, keys, birth)
        progress.step(2, _STEPS, "progress-creating")
        finish(folder)
    except BaseException:
        opened.close()
        raise
    progress.step(_STEPS, _STEPS, "progress-creating")
    return Created(opened, code)


def _slots(vault: str, master: bytearray, code: str, birth: _Birth) -> tuple[Slot, ...]:
    device_secret = secrets.token_bytes(KEY)
    birth.keyring.put(vault, device_secret)
    cost = birth.cost or calibrate(birth.policy.argon2_floor_mib * MIB)
    own = passphrase_slot(
        vault, master, birth.passphrase, birth.counselor, cost, device_secret
    )
    if not birth.recipients:
        return own, code_slot(vault, master, code)
    recovery = age_slot(master, RECOVERY, birth.recipients)
    return own, code_slot(vault, master, code), recovery


def _fill(opened: Vault, keys: KeyFile, birth: _Birth) -> None:
    opened.author = birth.counselor
    with opened.lane_for_migration() as db:
        migrate(db)
    keep_key_file(opened, keys)
    size = birth.policy.ballast_mib * MIB
    opened.keep_fact(BALLAST_SIZE, str(size))
    lay_ballast(opened.folder, size)
