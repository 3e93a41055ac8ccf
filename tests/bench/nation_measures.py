"""How well groups fit the truth: pairs, B-cubed, the biggest group, and groups that mix people."""

from collections import Counter, defaultdict
from dataclasses import dataclass


class Union:
    """Whatever hangs together (union-find)."""

    def __init__(self):
        """Know nobody yet."""
        self._up = {}

    def find(self, one):
        """Return who stands for a group."""
        root = one
        while (up := self._up.get(root, root)) != root:
            root = up
        while self._up.get(one, one) != root:
            self._up[one], one = root, self._up[one]
        return root

    def join(self, one, other):
        """Make two groups one."""
        self._up[self.find(one)] = self.find(other)


@dataclass
class Fit:
    """How groups fit the truth."""

    precision: float
    recall: float
    bcubed: float
    biggest: int
    people_in_it: int
    groups: int  # of two or more
    mixed: int

    @property
    def f1(self):
        """The harmonic mean of both."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


def fit(group_of, who):
    """Measure groups (by sighting) against people (by sighting)."""
    groups, sizes = defaultdict(Counter), Counter(who.values())
    for ref, person in who.items():
        groups[group_of(ref)][person] += 1
    said = right = 0
    precise = recalled = 0.0
    for inside in groups.values():
        size = sum(inside.values())
        said += _pairs(size)
        for person, many in inside.items():
            right += _pairs(many)
            precise += many * many / size
            recalled += many * many / sizes[person]
    true, cases = sum(map(_pairs, sizes.values())), len(who)
    precise, recalled = precise / cases, recalled / cases
    biggest = max(
        groups.values(), key=lambda inside: (sum(inside.values()), len(inside))
    )
    several = [inside for inside in groups.values() if sum(inside.values()) > 1]
    return Fit(
        right / said if said else 1.0,
        right / true,
        2 * precise * recalled / (precise + recalled),
        sum(biggest.values()),
        len(biggest),
        len(several),
        sum(len(inside) > 1 for inside in several),
    )


def _pairs(size):
    return size * (size - 1) // 2
