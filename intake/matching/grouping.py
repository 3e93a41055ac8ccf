"""Profiles out of decisions (판단에서 동일인 묶음으로), and whom a decision keeps apart.

* Whatever hangs together by decisions that stand is one profile; nothing is moved, so taking
  one back takes its profile apart again.
* A NOT_SAME between any member of one side and any of the other keeps the two apart for ever:
  the pair is not proposed, however alike it is, and the decision can be shown.

>>> from intake.matching.sighting import Sighting
>>> some = [Sighting(one, one, "IC", ()) for one in "abc"]
>>> [one.members for one in grouped(some, [Decision("m1", "c", "a")])]
[('a', 'c'), ('b',)]
"""

from collections import defaultdict
from collections.abc import Callable, Iterable

from intake.matching.same import Decision, gathered
from intake.matching.sighting import Profile, Sighting, profile_of


def grouped(sightings: Iterable[Sighting], decisions: Iterable[Decision]) -> tuple[Profile, ...]:  # fmt: skip
    """Return the profiles that decisions make of sightings, by their least members."""
    about: dict[str, list[Decision]] = defaultdict(list)
    for told in decisions:
        for ref in {told.one, told.other}:
            about[ref].append(told)
    waiting = {one.ref: one for one in sightings}
    found = []
    for ref in sorted(waiting):
        if ref in waiting:
            members = gathered(ref, lambda one: about.get(one, ())).members
            here = [waiting.pop(one) for one in members if one in waiting]
            found.append(profile_of(here))
    return tuple(found)


def refusal(
    one: Iterable[str], other: Iterable[str], about: Callable[[str], Iterable[Decision]]
) -> Decision | None:
    """Return the decision that keeps two profiles apart, the earliest by its id; or nothing."""
    left, right = set(one), set(other)
    few, many = (left, right) if len(left) <= len(right) else (right, left)
    against = (
        told
        for ref in few
        for told in about(ref)
        if not told.same and (told.other if told.one == ref else told.one) in many
    )
    return min(against, key=lambda told: told.ref, default=None)
