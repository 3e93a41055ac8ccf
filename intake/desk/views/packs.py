"""What crosses the door about a court's pack (법원 제출 묶음)."""

from dataclasses import dataclass, field

from intake.desk.views.papers import IssuedLine


@dataclass(frozen=True, slots=True)
class PackPart:
    """One paper that would be in a pack."""

    kind: str
    label: str
    number: str  # the document number it would have
    missing: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PackPreview:
    """Which papers a pack would have, and what is still missing; each said once."""

    parts: tuple[PackPart, ...]
    missing: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()
    left_out: int | None = None  # as of a paper; only whoever supervises sees it


@dataclass(frozen=True, slots=True)
class SavedPack:
    """A pack that was issued into a folder."""

    place: str = field(repr=False)
    papers: tuple[
        IssuedLine, ...
    ]  # in the order of their numbers; the last is the list
    files: tuple[str, ...]  # their names: document numbers
