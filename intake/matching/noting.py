"""The marks that a noted clue is compared by (비교에 쓰는 단서).

* An address of a post names its account too; a title, what it mentions; a name, how it sounds
  in letters; an account of a bank, its digits alone.
* What is nobody's in particular gives no mark at all.

>>> from intake.matching.canonical import canonical
>>> said = Mark("r1", "", "", "W")
>>> [one.key for one in marks_of(canonical("title_text", "[northpier_x7q] 모음"), said)]
[('title_text', 'northpier_x7q모음'), ('mention', 'northpier_x7q')]
"""

from dataclasses import replace

from intake.matching.clue import Canonical, Cls
from intake.matching.face import ACCOUNTS
from intake.matching.sighting import Mark


def marks_of(found: Canonical, said: Mark) -> tuple[Mark, ...]:
    """Return the marks of a clue; ``said`` has record, role, times and whether many use it."""
    if not found.is_key and not (found.masked and found.value):
        return ()
    mark = replace(said, kind=found.kind, value=found.value, cls=found.cls, masked=found.masked)  # fmt: skip
    if found.masked:
        return (mark,)
    further = (replace(mark, kind=kind, value=value, cls=class_of(kind)) for kind, value in found.keys if value)  # fmt: skip
    return (mark, *further)


def class_of(kind: str) -> Cls:
    """Return the class of what was only worked out from another value."""
    return "P" if kind in ACCOUNTS or kind == "bank_number" else "W"
