"""Patterns (regular expressions) that end: those that could run for ever are not run.

* A group that repeats without end must not hold another repeat without end, nor alternatives.
* A pattern is short and so is what it is held against; back-references are not used.

>>> is_safe("010-0000-[0-9]{4}"), is_safe("(a+)+$"), is_safe("((a|aa))*b")
(True, False, False)
"""

import re
from functools import lru_cache

LONGEST_PATTERN = 512
LONGEST_TEXT = 4_096
_PIECE = re.compile(
    r"\\(?P<escaped>.)|\[\^?\]?(?:\\.|[^\]\\])*\]|(?P<mark>[()|*+]|\{\d*,\d*\})|.",
    re.DOTALL,
)
_ENDLESS = re.compile(r"[*+]|\{\d*,\}")


def is_safe(pattern: str) -> bool:
    """Whether a pattern surely ends soon, whatever it is held against."""
    if len(pattern) > LONGEST_PATTERN:
        return False
    open_groups = [
        False
    ]  # for each open group: does it hold a choice or an endless repeat?
    closed = False  # whether the group that has just ended does
    for piece in _PIECE.finditer(pattern):
        mark = piece["mark"] or ""
        if (piece["escaped"] or "").isdigit() or (closed and _ENDLESS.fullmatch(mark)):
            return False
        closed = False
        if mark == "(":
            open_groups.append(False)
        elif mark == ")" and len(open_groups) > 1:
            closed = open_groups.pop()
            open_groups[-1] = open_groups[-1] or closed
        elif mark == "|" or _ENDLESS.fullmatch(mark):
            open_groups[-1] = True
    return True


@lru_cache(maxsize=256)
def _compiled(pattern: str) -> re.Pattern[str] | None:
    if not is_safe(pattern):
        return None
    try:
        return re.compile(pattern)
    except (re.error, RecursionError, OverflowError):
        return None


def fits_pattern(text: str, pattern: str) -> bool:
    """Whether the whole text fits a pattern; what cannot be checked fits."""
    compiled = _compiled(pattern)
    if compiled is None or len(text) > LONGEST_TEXT:
        return True
    return compiled.fullmatch(text) is not None
