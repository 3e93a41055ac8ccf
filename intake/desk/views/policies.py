"""What crosses the door about IT's policy (정책)."""

from dataclasses import dataclass, field
from typing import Literal

Whose = Literal["program", "policy", "strict"]


@dataclass(frozen=True, slots=True)
class PolicyLine:
    """One value that is in force, and who decided it."""

    name: str
    label: str
    value: str = field(repr=False)
    whose: Whose  # program: nobody said anything; strict: what was said cannot stand
    line: int = 0


@dataclass(frozen=True, slots=True)
class PolicyGroup:
    """Values that belong together."""

    name: str
    label: str
    lines: tuple[PolicyLine, ...]


@dataclass(frozen=True, slots=True)
class PolicyFault:
    """One thing in the file that cannot stand; ``line`` 0: about the whole file."""

    line: int
    name: str
    why: str
    sentence: str
    remedy: str


@dataclass(frozen=True, slots=True)
class PolicyMailbox:
    """A mailbox that IT presets."""

    name: str
    kind_label: str
    address: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class PolicyView:
    """The policy as it is in force on this computer."""

    file: str
    state: str  # as ``Origin.state``
    sentence: str
    remedy: str
    believed: bool
    sound: bool
    signed_by: str  # the fingerprint of the key
    words: tuple[str, ...]  # the same, to be read over the telephone
    faults: tuple[PolicyFault, ...]
    groups: tuple[PolicyGroup, ...]
    mailboxes: tuple[PolicyMailbox, ...]
    central: str = ""  # what became of the central desk's card, in a sentence


@dataclass(frozen=True, slots=True)
class PolicyGiven:
    """What the first run takes from the policy; empty where IT left it open."""

    role: str = ""
    code: str = ""
    name: str = ""
    faults: int = 0
