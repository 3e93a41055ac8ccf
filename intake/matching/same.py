"""Who is one person, as people decided it (같은 사람): decisions in, groups out; nothing is moved.

* ``SAME`` decisions that stand join; withdrawn ones never were. A group is whatever hangs
  together, however the decisions came: in chains, in rings, from two laptops, twice.
* A ``NOT_SAME`` between two members is a contradiction: it is shown and never overruled.

>>> group = gathered("a", lambda one: [Decision("m1", "a", "b"), Decision("m2", "b", "a")])
>>> group.members, [one.ref for one in group.decisions]
(('a', 'b'), ['m1', 'm2'])
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Decision:
    """What somebody decided about two records."""

    ref: str
    one: str
    other: str
    same: bool = True


@dataclass(frozen=True, slots=True)
class Group:
    """One person's records, and the decisions behind that."""

    members: tuple[str, ...]
    decisions: tuple[Decision, ...]
    contradictions: tuple[Decision, ...] = ()


def gathered(start: str, about: Callable[[str], Iterable[Decision]]) -> Group:
    """Return the group of a record; ``about`` gives the decisions that touch one."""
    found, waiting = {start}, [start]
    decisions: dict[str, Decision] = {}
    while waiting:
        for one in about(waiting.pop()):
            decisions[one.ref] = one
            new = {one.one, one.other} - found if one.same else set()
            found |= new
            waiting += sorted(new)
    told = sorted(decisions.values(), key=lambda one: one.ref)
    against = [one for one in told if not one.same and {one.one, one.other} <= found]
    same = tuple(one for one in told if one.same)
    return Group(tuple(sorted(found)), same, tuple(against))
