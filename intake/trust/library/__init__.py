"""What the central desk publishes (자료실): signed, versioned, read from any stick in any order."""

from intake.trust.library.keys import (
    ROOT_KEYS,
    ROOT_THRESHOLD,
    Working,
    open_root_key,
    root_key_file,
)
from intake.trust.library.papers import KINDS, Papers, is_paper, is_title
from intake.trust.library.publishing import (
    Library,
    found,
    laid_out,
    lay,
    published,
    renewed,
    rotated,
    withdrawn,
)
from intake.trust.library.reading import (
    MOST_TARGET,
    Kept,
    Reading,
    State,
    Target,
    check,
    fetched,
    listed,
    signed_ms,
    until_ms,
    versions,
)

__all__ = [
    "KINDS",
    "MOST_TARGET",
    "ROOT_KEYS",
    "ROOT_THRESHOLD",
    "Kept",
    "Library",
    "Papers",
    "Reading",
    "State",
    "Target",
    "Working",
    "check",
    "fetched",
    "found",
    "is_paper",
    "is_title",
    "laid_out",
    "lay",
    "listed",
    "open_root_key",
    "published",
    "renewed",
    "root_key_file",
    "rotated",
    "signed_ms",
    "until_ms",
    "versions",
    "withdrawn",
]
