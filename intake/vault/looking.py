"""What can be said of a vault from outside (겉으로 보기): nothing is opened, nothing changed.

* The first 16 bytes of the file are the salt, and the key file says which: another file, an
  emptied one or one whose head was overwritten is found without any key.
* Pages inside are proven by their seals only once it is open (``Vault.verify``).
"""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final, Literal

from intake.clock import wall_ms
from intake.errors import DamagedKeyFile, IntakeError, NotFound, TooNew
from intake.vault.hold import is_held
from intake.vault.keyfile import BACKUP, PRIMARY, KeyFile, read_key_files
from intake.vault.tries import read_tries
from intake.vault.unfinished import is_unfinished
from intake.vault.vault import FILE

_SALT = 16
_PAGE = 4096
State = Literal[
    "absent", "unfinished", "sound", "no-file", "no-keys", "keys", "too-new",
    "cut", "plain", "head", "unread",
]  # fmt: skip
_WITHOUT_KEYS: Final[Mapping[type[IntakeError], State]] = {
    NotFound: "no-keys",
    DamagedKeyFile: "keys",
    TooNew: "too-new",
}
_PLAIN: Final = b"SQLite format 3\x00"


@dataclass(frozen=True, slots=True)
class VaultLook:
    """A vault as it looks to somebody without a key; ids and counts only."""

    state: State
    vault: str = ""
    copies: int = 0  # sound copies of the key file, of two
    slots: Mapping[str, int] = field(default_factory=dict)  # kind -> how many
    second_factor: str = ""  # keyring | file
    size: int = 0
    log_size: int = 0
    modified_ms: int = 0
    wait: int = 0  # seconds before the next try
    held: bool = False  # another window of this program has it open


def look_at_vault(folder: Path) -> VaultLook:
    """Look at a folder; whatever lies there, this answers."""
    try:
        return _look(folder)
    except OSError:
        return VaultLook("unread")


def _look(folder: Path) -> VaultLook:
    if is_unfinished(folder):
        return VaultLook("unfinished")
    there = [one for one in (FILE, PRIMARY, BACKUP) if (folder / one).exists()]
    if not there:
        if folder.exists():
            next(folder.iterdir(), None)  # may it be read at all
        return VaultLook("absent")
    try:
        return _seen(folder, read_key_files(folder)[0])
    except (NotFound, DamagedKeyFile, TooNew) as error:
        return VaultLook(_WITHOUT_KEYS[type(error)])


def _seen(folder: Path, keys: KeyFile) -> VaultLook:
    file, log = folder / FILE, folder / f"{FILE}-wal"
    if not file.exists():
        return VaultLook("no-file", vault=keys.vault, slots=_slots(keys))
    found = file.stat()
    return VaultLook(
        state=_state(file, found.st_size, keys),
        vault=keys.vault,
        copies=1 if keys.notices else 2,
        slots=_slots(keys),
        second_factor=keys.device_secret,
        size=found.st_size,
        log_size=log.stat().st_size if log.exists() else 0,
        modified_ms=found.st_mtime_ns // 1_000_000,
        wait=read_tries(folder).wait(wall_ms()),
        held=is_held(folder),
    )


def _state(file: Path, size: int, keys: KeyFile) -> State:
    with file.open("rb") as opened:
        head = opened.read(_SALT)
    if head == _PLAIN:
        return "plain"
    if size < _PAGE or size % _PAGE:
        return "cut"
    return "sound" if head == bytes.fromhex(keys.salt) else "head"


def _slots(keys: KeyFile) -> dict[str, int]:
    return dict(Counter(str(slot["kind"]) for slot in keys.slots))
