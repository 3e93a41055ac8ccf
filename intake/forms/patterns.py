"""Patterns (regular expressions) that end: those that could run for ever are not run.

* A group that repeats must hold nothing that can be held in several ways: no repeat of another
  length, no alternatives.
* Several repeats one after the other take as many steps as the product of their ways: of a text
  for which those are too many, nothing is said. Back-references are not used.

>>> is_safe("010-0000-[0-9]{4}"), is_safe("(a+)+$"), is_safe("((a|aa))*b")
(True, False, False)
"""

import re
from functools import lru_cache

LONGEST_PATTERN = 512
LONGEST_TEXT = 4_096
_MOST_STEPS = 2_000_000  # a blink of the eye, even where nothing fits
_PIECE = re.compile(
    r"\\(?P<escaped>.)|\[\^?\]?(?:\\.|[^\]\\])*\]|(?P<mark>\(\??|[)|*+?]|\{\d*(?:,\d*)?\})|.",
    re.DOTALL,
)
_REPEAT = re.compile(r"[*+]|\{.*\}")
_SPAN = re.compile(r"\{(\d*),(\d*)\}")


def is_safe(pattern: str) -> bool:
    """Whether a pattern surely ends soon, whatever of a few letters it is held against."""
    return 0 < _steps(pattern, 8) <= _MOST_STEPS


def _steps(pattern: str, letters: int) -> int:
    """Return in how many ways a pattern can be held against so many letters at most; 0: no saying."""
    if len(pattern) > LONGEST_PATTERN:
        return 0
    steps = 1
    open_groups = [False]  # for each open group: can it be held in several ways?
    closed, before = False, "("  # of the group that has just ended; the piece before
    for piece in _PIECE.finditer(pattern):
        mark = piece["mark"] or ""
        if (piece["escaped"] or "").isdigit() or (closed and _REPEAT.fullmatch(mark)):
            return 0
        closed = False
        if mark.startswith("("):
            open_groups.append(False)
        elif mark == ")" and len(open_groups) > 1:
            closed = open_groups.pop()
            open_groups[-1] = open_groups[-1] or closed
        elif not (
            mark in {"?", "+"} and _is_quantifier(before)
        ):  # lazy, or greedy for good
            ways = _ways(mark, letters)
            steps *= ways
            open_groups[-1] = open_groups[-1] or ways > 1
        before = mark
    return steps


def _is_quantifier(mark: str) -> bool:
    return mark == "?" or _REPEAT.fullmatch(mark) is not None


def _ways(mark: str, letters: int) -> int:
    if mark in {"*", "+"}:
        return letters + 1
    if mark in {"?", "|"}:
        return 2
    span = _SPAN.fullmatch(mark)
    if span is None:
        return 1
    least, most = int(span[1] or 0), int(span[2] or letters)
    return min(max(most - least, 0), letters) + 1


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
    if _steps(pattern, len(text)) > _MOST_STEPS:
        return True
    return compiled.fullmatch(text) is not None
