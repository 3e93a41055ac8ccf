"""Whose work this program is made of, as the desk shows it (사용권)."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class LicenceLine:
    """One thing that is handed out with this program, or is this program."""

    name: str
    version: str
    licence: str  # an SPDX expression
    kind: str  # program | runtime | package | library | crate | qt | font | pictures | words
    inside: str  # what it lies in; empty where it stands for itself
    home: str
    texts: tuple[str, ...]  # what `text` is asked for


@dataclass(frozen=True, slots=True)
class LicencesView:
    """Everything, and where the same lies as files."""

    lines: tuple[LicenceLine, ...]
    folder: Path
    bill: (
        Path | None
    )  # the list of parts (CycloneDX); a checkout of the source has none
