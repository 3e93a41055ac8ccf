"""The library of the central desk as the desk shows it (자료실)."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class LibraryLine:
    """One thing in the library, and how it stands here."""

    path: str  # kind/name
    kind: str  # roster | forms | codes | guidelines | of a later version
    kind_label: str
    name: str
    version: int
    made_ms: int
    size: int
    state: str  # here | missing | used | there (fetched when somebody asks)
    state_label: str
    title: str = ""  # of a pack that is here and not in use: what it calls itself, and its version


@dataclass(frozen=True, slots=True)
class LibraryState:
    """Whether what is known of the library is fresh."""

    state: str  # none | fresh | expired | old
    label: str  # one sentence
    until_ms: int  # fresh until then
    signed_ms: int  # when the central desk signed what is known
    edition: int
    publishing: bool  # this desk publishes
    development: bool = False  # a library for trying out


@dataclass(frozen=True, slots=True)
class LibraryNews:
    """What one look at a place brought."""

    said: str  # new | same | older | expired | none
    label: str
    new: tuple[LibraryLine, ...]
    set_aside: tuple[str, ...]  # one sentence for each that could not be taken


@dataclass(frozen=True, slots=True)
class PackLine:
    """One version of a form or of the code lists that is here."""

    kind: str  # forms | codes
    id: str
    title: str
    version: str  # empty: the code lists that came with the program
    used: bool  # what is begun with from now on
    source: str  # program | library | stick
    label: str  # one sentence: where from, by whom, since when
    open_interviews: int = 0  # that go on with this version


@dataclass(frozen=True, slots=True)
class CodeLine:
    """One code of a list that a code list may change."""

    code: str
    ko: str
    en: str
    offered: bool  # else it is only read, where it was said already


@dataclass(frozen=True, slots=True)
class ReportLine:
    """One thing that a pack would change, in words."""

    what: str  # new | gone | codes-lost | codes-new | words | when | kind | kept | note | aside
    text: str
    grave: bool = False  # something is asked or offered no more


@dataclass(frozen=True, slots=True)
class PackReport:
    """What a pack would change (설치 전 보고), before anybody installs it."""

    kind: str
    kind_label: str
    id: str
    title: str
    version: str
    version_now: str  # empty: none is in use
    made_ms: int
    signer: str  # the organisation, as it is called here
    state: str  # fits | same | older | other
    label: str  # one sentence
    lines: tuple[ReportLine, ...]

    @property
    def fits(self) -> bool:
        """Whether it can be installed."""
        return self.state == "fits"


@dataclass(frozen=True, slots=True)
class StagedBuild:
    """A program of the library that lies proven beside the vault; nothing has run it."""

    path: str
    file: str
    size: int
    sha256: str


@dataclass(frozen=True, slots=True)
class LibraryPlace:
    """How the library stood at one place when somebody last looked."""

    place: str
    name: str
    said: str  # new | same | older | expired | none | laid | trouble | empty: never looked
    label: str
    remedy: str
    at_ms: int
    holds: bool  # a library lies there, or did
