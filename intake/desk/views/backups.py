"""What crosses the door about backups, restoring and a lost laptop."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class BackupLine:
    """One backup that lies at the place of backups."""

    name: str
    made_ms: int
    size: int
    ok: bool = (
        True  # its names and its signature fit; the bytes are looked at by a drill
    )
    why: str = ""  # what is wrong with it, as the code of ``err-backup-unfit``


@dataclass(frozen=True, slots=True)
class BackupsView:
    """The state of backups on this laptop."""

    place: str
    reachable: bool
    last_ms: int
    drilled_ms: int
    drilled_name: str
    keep: int
    backup_due: bool
    late: bool
    drill_due: bool
    lines: tuple[BackupLine, ...] = ()
    restored_from_ms: int = (
        0  # this vault was itself restored from a backup of this moment
    )


@dataclass(frozen=True, slots=True)
class BackupMade:
    """A backup that was written, opened and checked."""

    name: str
    folder: str
    made_ms: int
    size: int


@dataclass(frozen=True, slots=True)
class DrillView:
    """What a restore drill (복구 연습) found."""

    name: str
    cases: int
    at_ms: int


@dataclass(frozen=True, slots=True)
class BackupCard:
    """Whose backup it is, before anything of it is believed."""

    name: str
    made_ms: int
    size: int
    center: str
    device: str
    words: tuple[str, ...]
    certified: bool  # False: the laptop had no certificate of its center yet


@dataclass(frozen=True, slots=True)
class RestoreSecret:
    """What a person opens the restored vault with.

    On the computer it came from, the passphrase; on any other, the printed code and a new
    passphrase, for the device's own secret did not come along.
    """

    passphrase: str = field(default="", repr=False)
    emergency_code: str = field(default="", repr=False)
    new_passphrase: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class RestoredView:
    """What was put back."""

    name: str
    made_ms: int
    aside: str  # the name of the folder where the former vault lies now, or nothing
    brought: int = 0  # entries said after the backup that the former vault still gave


@dataclass(frozen=True, slots=True)
class LaptopLine:
    """One laptop of the center, as this one knows it."""

    device: str
    name: str
    own: bool
    last_seen_ms: (
        int  # when something signed by it last arrived here, or it last worked
    )
    lost_ms: int = 0  # when it was reported lost
