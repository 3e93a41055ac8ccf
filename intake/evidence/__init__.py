"""What proves something (증거): read in place, known by its fingerprint, kept as little as may be.

What looks into pictures and films (``fingerprint``, ``pictures``, ``prints``, ``scan``) is
loaded with the first file, so it is imported by its own name where it is used.
"""

from intake.evidence.looks import looks_of
from intake.evidence.policy import (
    LOOK,
    MATCH,
    WORDS,
    Grounds,
    Keeping,
    Looks,
    decide,
    is_sexual,
    likeness,
)
from intake.evidence.reading import Source, Summed, opened
from intake.evidence.seen import Line, Seen

__all__ = [
    "LOOK",
    "MATCH",
    "WORDS",
    "Grounds",
    "Keeping",
    "Line",
    "Looks",
    "Seen",
    "Source",
    "Summed",
    "decide",
    "is_sexual",
    "likeness",
    "looks_of",
    "opened",
]
