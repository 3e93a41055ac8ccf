"""Whether something may be given to one receiver for one purpose (제3자 제공).

* Each receiver is agreed to on its own line (개인정보보호법 17조, 22조); a consent that names
  nobody speaks for every receiver of its purpose, a line with a name only for that one.
* The newest word about a receiver counts; of two at once, the one that shares less.
* Withdrawn or refused recording ends every giving that rests on consent.

>>> may_give([Line("LAWYER", "AGREED", name="가람 법률사무소")], "LAWYER", "가람 법률사무소").why
'agreed'
>>> may_give([Line("LAWYER", "AGREED", name="가람 법률사무소")], "LAWYER", "다른 사무소").why
'undecided'
"""

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import NamedTuple

from intake.consent.travel import ConsentRow, state_of


@dataclass(frozen=True, slots=True)
class Line:
    """One decision about one purpose and receiver."""

    purpose: str
    decision: str
    name: str = field(default="", repr=False)
    said: int = 0
    withdrawn: bool = False
    keeps_back: bool = False

    @property
    def state(self) -> str:
        """Agreed, refused, withdrawn or undecided."""
        row = ConsentRow(self.purpose, self.decision, self.said, self.withdrawn)
        return state_of(row)


class Answer(NamedTuple):
    """May it be given, and why or why not."""

    may: bool
    why: str


def same_name(one: str, other: str) -> bool:
    """Whether two people wrote down the same receiver."""
    return _plain(one) == _plain(other)


def within(one: str, other: str) -> bool:
    """Whether one of two names begins with the other: a court, and a division of it (재판부).

    >>> within("인천지방법원 제3형사부", "인천지방법원"), within("인천지방법원", "수원지방법원")
    (True, False)
    """
    names = _plain(one), _plain(other)
    return all(names) and (names[0].startswith(names[1]) or names[1].startswith(names[0]))  # fmt: skip


def may_give(
    lines: Iterable[Line], purpose: str, name: str = "", *, guarded: bool = True
) -> Answer:
    """Judge one giving; ``guarded`` is False where a guardian's consent is missing."""
    held = tuple(lines)
    recording = _newest(one for one in held if one.purpose == "RECORD")
    if recording is not None and recording.state in {"refused", "withdrawn"}:
        return Answer(may=False, why=f"record-{recording.state}")
    if not guarded:
        return Answer(may=False, why="guardian-missing")
    about = [one for one in held if one.purpose == purpose]
    own = _newest(one for one in about if one.name and same_name(one.name, name))
    general = _newest(one for one in about if not one.name)
    standing = own or general
    state = standing.state if standing else "undecided"
    return Answer(may=state == "agreed", why=state)


def _newest(lines: Iterable[Line]) -> Line | None:
    return max(lines, key=lambda one: (one.said, one.state != "agreed"), default=None)


def _plain(name: str) -> str:
    """Return a name as everybody writes it: signs that nobody sees are in none."""
    told = "".join(unicodedata.normalize("NFKC", name).casefold().split())
    return "".join(one for one in told if unicodedata.category(one) != "Cf")
