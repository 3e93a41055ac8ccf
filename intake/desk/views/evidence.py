"""What crosses the door about evidence (증거); nothing of a file's content but what is viewed."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from intake.evidence import Grounds

__all__ = [
    "Added",
    "Checked",
    "CustodyLine",
    "EvidenceLine",
    "FileNote",
    "Grounds",
    "LikeLine",
    "Likenesses",
    "StampLine",
    "Viewing",
]

Likely = Literal["same", "look"]


@dataclass(frozen=True, slots=True)
class FileNote:
    """What a person knows about a file before it is read."""

    sexual: bool | None = None  # None: the rule decides
    title: str = field(default="", repr=False)
    item: str = ""  # the material it is a copy of
    posting: str = ""  # where it was found
    how: str = field(default="", repr=False)
    received_from: str = ""  # code of who_said
    received_on: str = ""
    medium_number: str = ""
    grounds: Grounds | None = None

    def __post_init__(self) -> None:
        """Take grounds as the terminal gives them: by name."""
        given: object = self.grounds
        if isinstance(given, Mapping):
            object.__setattr__(self, "grounds", Grounds(**given))


@dataclass(frozen=True, slots=True)
class Added:
    """What became of a file: kept how, with how many fingerprints, like how many others."""

    evidence: str
    sha256: str
    store: str
    again: bool  # the case had it already
    prints: int
    why_id: str  # text id of why there is no fingerprint, or nothing
    same: int = 0
    look: int = 0
    elsewhere: int = 0


@dataclass(frozen=True, slots=True)
class EvidenceLine:
    """One piece of evidence as a list shows it."""

    id: str
    kind: str
    kind_text: str
    title: str = field(repr=False)
    sha256: str
    pdq: str
    store: str
    store_text: str
    sexual: bool
    here: bool  # its sealed file lies on this computer
    showable: bool
    size: int
    media_type: str
    received_ms: int
    prints: int
    custody: int
    stamped_ms: int  # 0: no proven time stamp
    asked: bool  # a request for one waits for its answer
    outside: str = field(default="", repr=False)

    @property
    def short(self) -> str:
        """The first digits of its hash, to be read aloud."""
        return (self.sha256 or self.pdq)[:12]


@dataclass(frozen=True, slots=True)
class CustodyLine:
    """One step of a piece of evidence (증거 관리 이력)."""

    id: str
    ms: int
    kind: str
    kind_text: str
    by: str
    handed_to: str = field(repr=False)
    purpose_text: str
    reason: str = field(repr=False)
    seconds: int
    medium_number: str
    sha256: str


@dataclass(frozen=True, slots=True)
class StampLine:
    """A time stamp (시점확인) as facts; whether its root is believed is for a person."""

    id: str
    evidence: str
    asked_ms: int
    stamped_ms: int  # 0: still waiting
    authority: str
    root: str
    policy: str
    serial: str


@dataclass(frozen=True, slots=True)
class Viewing:
    """A picture on its way to the eye: red-green-blue rows, in memory only."""

    custody: str
    width: int
    height: int
    pixels: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class LikeLine:
    """Another item of the same case that is, or looks like, the same."""

    evidence: str
    title: str = field(repr=False)
    kind_text: str
    likely: Likely
    distance: int
    exact: bool  # the SHA-256 is the same: proof


@dataclass(frozen=True, slots=True)
class Likenesses:
    """What a piece of evidence is like; of other cases only how many."""

    here: tuple[LikeLine, ...] = ()
    cases: int = 0
    cases_to_look: int = 0


@dataclass(frozen=True, slots=True)
class Checked:
    """What a check of the sealed files found."""

    sound: int
    damaged: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    swept: int = 0
