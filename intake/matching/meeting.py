"""Whom a profile is compared with (만나는 프로필): the same from either side, whatever keeps them.

* Whoever stands under a key of its own, and whoever has a value one slip from one of its own.
* A value of very many finds nobody, from neither side: what one side would not find, the other
  does not find either. So each pair needs to be compared once only.
"""

from collections.abc import Collection, Mapping
from typing import Protocol, TypeVar

from intake.matching.face import Face, Key, Spot
from intake.matching.lookup import NAMED, NAMES, sought_by
from intake.matching.near import slips

_Home_co = TypeVar("_Home_co", covariant=True)
_OTHER_SIDE = {NAMES: NAMED, NAMED: NAMES}


class Standing(Protocol[_Home_co]):
    """Who stands under what; a profile goes by whatever the keeper calls it."""

    def is_hub(self, key: Key) -> bool:
        """Whether so many have a value that it finds nobody."""

    def found_by(self, key: Key) -> Collection[_Home_co]:
        """Return who is found by a key."""

    def holding(self, key: Key) -> Collection[_Home_co]:
        """Return who has a value, whether it finds anybody or not."""

    def crowd(self, spot: Spot) -> Mapping[Key, str]:
        """Return the values with the same first or last letters; none where there are too many."""


def met(face: Face, world: Standing[_Home_co]) -> set[_Home_co]:
    """Return whom a profile has to be compared with, itself included."""
    found: set[_Home_co] = set()
    for key in sought_by(face):
        turned = (_OTHER_SIDE[key[0]], key[1]) if key[0] in _OTHER_SIDE else key
        if not world.is_hub(key) and not (turned != key and world.is_hub(turned)):
            found.update(world.found_by(key))
    for spot, mine in face.spots.items():
        crowd = world.crowd(spot)
        for key in mine if len(crowd) > 1 else ():
            for other in slips(key, crowd):
                if not world.is_hub(key) and not world.is_hub(other):
                    found.update(world.holding(other))
    return found
