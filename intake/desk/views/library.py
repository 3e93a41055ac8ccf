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
    state: str  # here | missing | used
    state_label: str


@dataclass(frozen=True, slots=True)
class LibraryState:
    """Whether what is known of the library is fresh."""

    state: str  # none | fresh | expired | old
    label: str  # one sentence
    until_ms: int  # fresh until then
    signed_ms: int  # when the central desk signed what is known
    edition: int
    publishing: bool  # this desk publishes


@dataclass(frozen=True, slots=True)
class LibraryNews:
    """What one look at a place brought."""

    said: str  # new | same | older | expired | none
    label: str
    new: tuple[LibraryLine, ...]
    set_aside: tuple[str, ...]  # one sentence for each that could not be taken
