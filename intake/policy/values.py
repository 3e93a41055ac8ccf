"""The values of a policy, and where they come from."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

ROLES: Final = ("COUNSELOR", "SUPERVISOR", "IT", "AUDITOR")
BELIEVED: Final = ("build", "signed", "owned", "named")
LOST: Final = ("encoding", "large", "flood")  # faults of a file of which nothing counts


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that cannot stand; ``line`` 0: about the whole file."""

    line: int
    name: str
    why: str
    nearest: str = ""  # the name that was probably meant
    allowed: str = ""  # what could stand there


@dataclass(frozen=True, slots=True)
class Origin:
    """Where the values in force come from.

    ``state``: build (no file, and none expected), signed, owned (only administrators can write
    it), named (a trial: named by hand); or not believed: missing, unsigned, forged, stranger
    (signed by an unknown key), open (others can write it), unreadable, older (a newer one was
    followed here before), misnumbered (one with a number was, and the line of this one's number
    cannot stand), gone (a numbered one was, and now there is none).
    """

    path: Path | None = None
    state: str = "build"
    signed_by: str = ""  # the fingerprint of the key
    faults: tuple[Fault, ...] = ()
    lines: tuple[tuple[str, int], ...] = ()  # which names are said, and where
    in_place: bool = False  # it lies, or would lie, where IT's policy is looked for
    spoiled: tuple[str, ...] = ()  # which names have a line that cannot stand
    serial: int = 0  # the number it carries; 0: none
    newest: int = 0  # of older, misnumbered, gone: the number that was followed before

    @property
    def believed(self) -> bool:
        """Whether what the file says counts."""
        return self.state in BELIEVED

    @property
    def sound(self) -> bool:
        """Whether everything is as IT meant it."""
        return self.believed and not self.faults

    @property
    def wrong(self) -> int:
        """How many things cannot stand; not all of them are told."""
        return sum(int(one.allowed) if one.why == "more" else 1 for one in self.faults)

    def line_of(self, name: str) -> int:
        """Return the line that says a name; 0 where none does."""
        return dict(self.lines).get(name, 0)


@dataclass(frozen=True, slots=True)
class Mailbox:
    """One place (보내는 곳) that IT presets; its account is asked for in the window."""

    name: str
    kind: str
    address: str
    folder: str = ""
    region: str = ""
    ca_file: str = ""
    known_hosts: str = ""
    key_file: str = ""
    proxy: str = ""
    rate: int = 0


@dataclass(frozen=True, slots=True)
class Policy:
    """One laptop's rules; what IT does not say has the value here."""

    serial: int = 0  # raised with every change; 0: it has no number
    lock_minutes: int = 10  # where nobody chose
    lock_minutes_most: int = 30  # what a person may choose
    updates: str = "ask-it"  # next-start | ask-it | off
    update_source: str = ""  # the name of a mailbox; empty: any
    log_years_least: int = 2
    backup_keep_least: int = 2
    allow_any_place: bool = False  # a vault on a network or removable drive
    allow_device_file: bool = False  # a device-secret file where there is no keyring
    allow_own_places: bool = True  # mailboxes beside those of the policy
    allow_metered: bool = True  # sending over a line that costs by volume
    recovery_recipients: tuple[str, ...] = ()  # age recipients of every new vault
    answer_renewals: bool = False  # known laptops with the same keys: unasked
    library_root: str = ""  # a file: where trust in the library begins (자료실)
    allow_development_root: bool = False  # a library that is for trying out
    roster_days: int = 400
    argon2_floor_mib: int = 64
    ballast_mib: int = 64
    center_role: str = ""
    center_code: str = ""
    center_name: str = ""
    central_card: str = ""  # a file
    central_fingerprint: str = ""
    roles_allowed: tuple[str, ...] = ROLES
    drives_allowed: tuple[str, ...] = ("*",)  # labels of what is plugged in
    mailboxes: tuple[Mailbox, ...] = ()
    origin: Origin = field(default=Origin(), compare=False)
