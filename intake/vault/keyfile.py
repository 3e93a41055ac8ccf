"""The key file (열쇠 파일): two copies, numbered, summed, and sealed under the master key.

* ``vault.keys`` and ``vault.keys.bak`` hold the same JSON. A half-written or damaged copy is
  found by its checksum; the other one, or the newer one, is used, and that is told.
* The seal (a MAC under the master key) can only be checked once a slot has opened; slots
  added or taken away by somebody else are then noticed, and a copy that is still sealed wins.
* Writing: the backup first, then the primary, each to a ``.part`` that is synced and renamed.
"""

import hashlib
import json
import os
import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, TypeAlias

from intake.crypto.digest import canonical_json
from intake.crypto.keys import subkey, tag, wipe
from intake.errors import DamagedKeyFile, KeyFileAltered, Malformed, NotFound, TooNew
from intake.plain_files import sync_folder

Slot: TypeAlias = Mapping[str, Any]

VERSION = 1
PRIMARY, BACKUP = "vault.keys", "vault.keys.bak"
_LONGEST = 256 * 1024


@dataclass(frozen=True, slots=True)
class KeyFile:
    """What the key file says; nothing in it opens anything by itself."""

    vault: str
    device: str
    salt: str  # hex of the 16 bytes SQLCipher keeps at the head of the file
    device_secret: str  # where the device secret is kept: keyring or file
    slots: tuple[Slot, ...] = field(repr=False)
    seq: int = 0
    mac: str = field(default="", repr=False)
    notices: tuple[str, ...] = ()  # text ids of what was found on reading

    def body(self) -> dict[str, Any]:
        """Return what is summed and sealed."""
        return {
            "device": self.device,
            "device_secret": self.device_secret,
            "salt": self.salt,
            "seq": self.seq,
            "slots": list(self.slots),
            "v": VERSION,
            "vault": self.vault,
        }

    def noticing(self, notices: tuple[str, ...]) -> "KeyFile":
        """Return the same file with what was noticed on reading it."""
        return replace(self, notices=notices)

    def of_kind(self, kind: str) -> tuple[Slot, ...]:
        """Return the slots of one kind, in order."""
        return tuple(slot for slot in self.slots if slot["kind"] == kind)

    def with_slots(self, slots: tuple[Slot, ...]) -> "KeyFile":
        """Return the next version of the file with other slots; seal it before writing."""
        return replace(self, slots=slots, seq=self.seq + 1, mac="")

    def kept_in(self, place: str) -> "KeyFile":
        """Return the file that says where the device secret is kept now."""
        return replace(self, device_secret=place, mac="")

    def sealed(self, master: bytearray) -> "KeyFile":
        """Return the file with its seal."""
        return replace(self, mac=_mac(self, master))

    def check_seal(self, master: bytearray) -> None:
        """Check that nobody else changed the slots.

        Raises:
            KeyFileAltered: the seal does not fit. The vault itself is open and sound.
        """
        if self.mac != _mac(self, master):
            raise KeyFileAltered


def read_key_file(folder: Path) -> KeyFile:
    """Return the newest sound copy; see ``read_key_files``."""
    return read_key_files(folder)[0]


def read_key_files(folder: Path) -> tuple[KeyFile, ...]:
    """Return the sound copies that differ, newest first.

    Raises:
        NotFound: there is no key file at all.
        DamagedKeyFile: neither copy is sound.
        TooNew: written by a newer version.
    """
    paths = [folder / PRIMARY, folder / BACKUP]
    if not any(path.exists() for path in paths):
        raise NotFound(entity="vault")
    read = [keys for path in paths if (keys := _read(path)) is not None]
    if not read:
        raise DamagedKeyFile
    whole = len(read) == len(paths) and {one.seq for one in read} == {read[0].seq}
    notices = () if whole else ("notice-key-file-copy-used",)
    differing = [one for at, one in enumerate(read) if one not in read[:at]]
    newest_first = sorted(differing, key=lambda one: -one.seq)
    return tuple(one.noticing(notices) for one in newest_first)


def write_key_file(folder: Path, keys: KeyFile) -> None:
    """Write both copies; at any crash point at least one sound copy remains."""
    data = _bytes(keys)
    for name in (BACKUP, PRIMARY):
        _replace(folder / name, data)


def _mac(keys: KeyFile, master: bytearray) -> str:
    key = subkey(master, "keyfile-mac")
    try:
        return tag(canonical_json(keys.body()), key).hex()
    finally:
        wipe(key)


def _bytes(keys: KeyFile) -> bytes:
    whole = {**keys.body(), "mac": keys.mac}
    return canonical_json(
        {**whole, "sum": hashlib.sha256(canonical_json(whole)).hexdigest()}
    )


def _read(path: Path) -> KeyFile | None:
    """Return a sound copy, or None for a damaged one."""
    try:
        with path.open("rb") as file:
            whole = json.loads(file.read(_LONGEST))
        said = whole.pop("sum")
        fits = hashlib.sha256(canonical_json(whole)).hexdigest() == said
        version = int(whole.pop("v"))
    except (ValueError, KeyError, AttributeError, TypeError, OSError, RecursionError):
        return None
    if not fits:
        return None
    if version > VERSION:
        raise TooNew(what="key-file", version=version)
    return _shaped(whole)


def _shaped(whole: dict[str, Any]) -> KeyFile | None:
    """Return the file if every part is of its type: a right sum proves no good will."""
    texts = ("vault", "device", "salt", "device_secret", "mac")
    slots = whole.get("slots")
    fits = (
        set(whole) == {*texts, "seq", "slots"}
        and all(type(whole[name]) is str for name in texts)
        and re.fullmatch("[0-9a-f]{32}", whole["salt"])
        and type(whole["seq"]) is int
        and type(slots) is list
        and all(_is_slot(slot) for slot in slots)
    )
    return KeyFile(**{**whole, "slots": tuple(slots or ())}) if fits else None


def _is_slot(slot: object) -> bool:
    return (
        isinstance(slot, dict)
        and type(slot.get("kind")) is str
        and type(slot.get("name", "")) is str
        and all(
            type(slot.get(name, 1)) is int for name in ("layers", "memory", "passes")
        )
    )


def _replace(path: Path, data: bytes) -> None:
    part = path.with_name(path.name + ".part")
    handle = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(handle, "wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    part.replace(path)
    sync_folder(path.parent)


def whole_slot(slot: Slot, *names: str) -> None:
    """Check that a slot has what its kind needs.

    Raises:
        Malformed: it has not.
    """
    if any(name not in slot for name in names):
        raise Malformed(what="slot")
