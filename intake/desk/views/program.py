"""What crosses the door about this program itself (이 프로그램)."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class ProgramView:
    """Which build runs, as it names itself; a checkout of the source is none."""

    version: str
    installed: bool
    folder: Path
    commit: str = ""
    channel: str = "source"  # source | development | release
    made_ms: int = 0
    system: str = ""
    python: str = ""


@dataclass(frozen=True, slots=True)
class FilesView:
    """Whether the files are those that were signed, and which are not."""

    whole: bool
    why: str  # what is wrong with the list itself, as a code; "" where it is believed
    signed_by: str  # the fingerprint of the key
    words: tuple[str, ...]  # the same, to be read over the telephone
    changed: tuple[str, ...]
    missing: tuple[str, ...]
    extra: tuple[str, ...]
    files: int
    size: int
