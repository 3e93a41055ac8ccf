"""How a petition stands, and what may follow (탄원서의 단계): pure rules.

* Nobody is asked why, and nothing follows from a no. Whoever said no may come back by herself.
* What she brought may be taken back until it lies with the court, and then too.

>>> follows("ASKED", "AGREED"), follows("DECLINED", "RECEIVED"), follows("ASKED", "FILED")
(True, True, False)
"""

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Final

SAID: Final = frozenset({"AGREED", "DECLINED", "WITHDRAWN"})
WRITES: Final = frozenset({"AGREED", "RECEIVED", "FILED"})
HELD: Final = frozenset({"RECEIVED", "FILED"})
UNSAID: Final = frozenset(
    {"DECLINED", "WITHDRAWN"}
)  # told to nobody but whoever answers for it
_MAY_FOLLOW: Final[Mapping[str, frozenset[str]]] = MappingProxyType(
    {
        "": frozenset({"ASKED"}),
        "ASKED": frozenset({"AGREED", "DECLINED", "WITHDRAWN", "RECEIVED"}),
        "AGREED": frozenset({"AGREED", "DECLINED", "WITHDRAWN", "RECEIVED"}),
        "DECLINED": frozenset({"AGREED", "DECLINED", "RECEIVED"}),
        "RECEIVED": frozenset({"RECEIVED", "FILED", "WITHDRAWN"}),
        "FILED": frozenset({"WITHDRAWN"}),
        "WITHDRAWN": frozenset({"AGREED", "RECEIVED"}),
    }
)  # fmt: skip
_ORDER: Final = ("ASKED", "AGREED", "DECLINED", "RECEIVED", "FILED", "WITHDRAWN")
_FURTHEST: Final = ("FILED", "RECEIVED", "AGREED", "ASKED", "WITHDRAWN", "DECLINED")


def follows(state: str, then: str) -> bool:
    """Whether one state may follow another."""
    return then in _MAY_FOLLOW.get(state, frozenset())


def followers(state: str) -> tuple[str, ...]:
    """Return every state that may follow, in the order in which they come about.

    >>> followers("RECEIVED"), followers("nothing")
    (('RECEIVED', 'FILED', 'WITHDRAWN'), ())
    """
    return tuple(one for one in _ORDER if follows(state, one))


def furthest(states: Iterable[str]) -> str:
    """Return how it stands with somebody who has several petitions for one court.

    >>> furthest(["ASKED", "FILED"]), furthest([])
    ('FILED', '')
    """
    return min(states, key=_FURTHEST.index, default="")
