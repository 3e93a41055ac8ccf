"""Try a backup (복구 연습): does it really open, and does it hold what was noted?

* The encrypted pages are copied to a scratch folder beside the vault and opened there with what
  a person has; nothing is decrypted to disk, and the scratch folder goes whatever happens.
* The keyring of the computer is read, never written: the vault at work notices nothing.
"""

import secrets
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

from intake.backup.checking import Found, check_bytes
from intake.backup.copying import note_of
from intake.backup.places import DB, KEYS, KEYS_COPY, place_errors
from intake.backup.reading import copy_file
from intake.crypto import SigningKey
from intake.crypto.keys import Cost
from intake.errors import BackupUnfit, DeviceSecretMissing, WrongCode
from intake.ledger import checking
from intake.progress import Progress
from intake.register import ListQuery, Register, counters
from intake.trust.own import make_keys
from intake.vault import (
    DeviceKeyring,
    Vault,
    open_vault,
    read_code,
    recover_vault,
)

SCRATCH = "drill.part"
_CHEAP = Cost(1, 8 * 1024)  # the scratch key file is never kept


@dataclass(frozen=True, slots=True)
class Tried:
    """What a drill found."""

    name: str
    cases: int


@dataclass(frozen=True, slots=True)
class Secret:
    """What a person opens it with: the passphrase, or the printed code."""

    text: str = field(repr=False)
    keyring: DeviceKeyring = field(repr=False)


class Nowhere:
    """A keyring for the scratch folder: it forgets with it."""

    kind = "keyring"

    def get(self, vault: str) -> bytes:
        """Hold no secret of any vault."""
        raise DeviceSecretMissing(vault=vault)

    def put(self, vault: str, secret: bytes) -> None:
        """Keep nothing."""

    def note(self, vault: str, name: str, text: str) -> None:
        """Keep nothing."""

    def noted(self, vault: str, name: str) -> str | None:  # noqa: ARG002
        """Remember nothing."""
        return None


def try_backup(found: Found, beside: Path, secret: Secret, progress: Progress) -> Tried:
    """Open a backup in a scratch folder inside ``beside`` and compare it with its note.

    Raises:
        BackupUnfit: with what is wrong. WrongPassphrase, NoSlot: it does not open with this.
        NoRoom: the scratch copy does not fit.
    """
    check_bytes(found, progress)
    with _scratch(found, beside, progress) as folder:
        vault = _opened(folder, secret)
        try:
            check_key(vault, found)
            return _compared(vault, found, progress)
        finally:
            vault.close()


def sweep_scratch(beside: Path) -> None:
    """Take away what a drill that was cut off left behind."""
    shutil.rmtree(beside / SCRATCH, ignore_errors=True)


def check_key(vault: Vault, found: Found) -> None:
    """Check that the device of the opened vault is the one that signed the backup.

    Raises:
        BackupUnfit: somebody else signed it.
    """
    key: SigningKey = make_keys(vault)[0]
    if key.public != found.signature.public or vault.id != found.about.vault:
        raise BackupUnfit(why="foreign")


def check_whole(vault: Vault, progress: Progress) -> None:
    """Check every page and the chain of everything that was said.

    Raises:
        BackupUnfit: with what is wrong.
    """
    if not vault.verify(progress).sound:
        raise BackupUnfit(why="pages", member=DB)
    with vault.reading() as db:
        if checking.verify(db, None, progress).problems:
            raise BackupUnfit(why="chain")


@contextmanager
def _scratch(found: Found, beside: Path, progress: Progress) -> Iterator[Path]:
    folder = beside / SCRATCH
    sweep_scratch(beside)
    try:
        with place_errors(beside):
            folder.mkdir(mode=0o700)
        for name in (KEYS, KEYS_COPY, DB):
            progress.step(0, 0, "progress-backup-drilling")
            digest = copy_file(found.folder / name, folder / name, at=beside)
            if digest != found.manifest.hashes[name]:
                raise BackupUnfit(why="hash", member=name)
        yield folder
    finally:
        sweep_scratch(beside)


def _opened(folder: Path, secret: Secret) -> Vault:
    """Open with the printed code if it is one, or else with the passphrase."""
    with suppress(WrongCode):
        read_code(secret.text)
        return recover_vault(
            folder,
            emergency_code=secret.text,
            new_passphrase=secrets.token_hex(16),
            counselor="",
            keyring=Nowhere(),
            cost=_CHEAP,
        )
    return open_vault(folder, passphrase=secret.text, keyring=secret.keyring)


def _compared(vault: Vault, found: Found, progress: Progress) -> Tried:
    check_whole(vault, progress)
    with vault.reading() as db:
        note = note_of(db, progress)
    if (note.position, note.fold) != (found.about.position, found.about.fold):
        raise BackupUnfit(why="differs")
    register = Register(vault, progress)  # an older one is brought up to date
    with vault.reading() as db:
        if counters.wrong_counts(db):
            raise BackupUnfit(why="differs")
    return Tried(found.about.name, register.count(ListQuery("case")))
