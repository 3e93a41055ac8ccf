"""What crosses the door about what a paper leaves out (가림 목록)."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class RedactionLine:
    """One thing that a paper does not say."""

    by: str  # rule | mark | person
    by_label: str
    what: str
    words: str = field(repr=False)
