"""What is noted of how a file looks: values only, nothing that looks."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Line:
    """One fingerprint as it is kept: its kind is a code of ``fingerprint_kind``."""

    kind: str
    value: str
    quality: int
    at_ms: int = 0


@dataclass(frozen=True, slots=True)
class Seen:
    """What was seen of a file; ``why`` says in a code where nothing could be seen."""

    lines: tuple[Line, ...] = ()
    duration_ms: int = 0
    frames: int = 0
    why: str = ""
