"""How entries are numbered in one vault, and how much of a leaf names an operation."""

PLACES = 1024  # entry number = segment number * 1024 + place in the segment
LEAF12 = 12
