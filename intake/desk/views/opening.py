"""What crosses the door before and around an open vault: workspaces, keys, checks."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from intake.desk.views.kinds import Facts, Role


@dataclass(frozen=True, slots=True)
class NewWorkspace:
    """What a first run asks for."""

    role: Role
    center_code: str
    center_name: str
    device_name: str
    counselor: str
    language: str
    passphrase: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class WorkspaceNotice:
    """What can be seen of a folder without opening anything."""

    state: Literal["absent", "ready"]
    vault_id: str = ""
    wait_seconds: int = 0
    counselors: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Strength:
    """A passphrase's strength in words, never as a number."""

    level: Literal["weak", "fair", "good", "strong"]
    text_id: str
    accepted: bool


@dataclass(frozen=True, slots=True)
class About:
    """Whose workspace this is."""

    role: Role
    center_code: str
    center_name: str
    device_name: str
    counselor: str
    vault_id: str
    folder: Path
    version: str
    language: str
    setup_done: bool
    enrolled: bool = (
        True  # False on a center's next laptop until its center has answered
    )


@dataclass(frozen=True, slots=True)
class SetupStep:
    """One step of the first run that outlives a restart."""

    name: Literal["workspace", "recovery", "central", "mailbox"]
    done: bool


@dataclass(frozen=True, slots=True)
class NamedBytes:
    """A file for a person to carry: its name and what is in it."""

    name: str
    data: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class KeyCard:
    """This workspace's public keys, to be read aloud, shown or scanned."""

    code: str
    name: str
    recipient: str
    words: tuple[str, ...]
    qr: tuple[tuple[bool, ...], ...] = field(repr=False)


@dataclass(frozen=True, slots=True)
class EnrolmentCard:
    """Somebody else's public keys, before or after a person accepted them."""

    kind: Literal["center", "central", "escrow", "device"]
    code: str
    name: str
    words: tuple[str, ...]
    accepted: bool


@dataclass(frozen=True, slots=True)
class VerifyLine:
    """One thing that was checked."""

    text_id: str
    facts: Facts
    ok: bool


@dataclass(frozen=True, slots=True)
class VerifyView:
    """The state of the vault and the ledger after a full check."""

    ok: bool
    lines: tuple[VerifyLine, ...]


@dataclass(frozen=True, slots=True)
class SalvagedView:
    """What was saved of one table of a damaged vault."""

    table: str
    rows: int
    whole: bool


@dataclass(frozen=True, slots=True)
class BackupView:
    """Where a verified copy lies."""

    path: Path
    size: int
