"""Everybody at once, in memory (기억 속의 대장): for scoring a whole register and for measuring.

* What is found depends on what is in it and on nothing else: not on the order, not on what was
  joined and taken apart again in between.
* A value of very many is no way to find anybody (a hub): it is left out before anybody under
  it is looked at, so one value of 20,000 cases costs nothing.

>>> from intake.matching.sighting import Mark, Sighting
>>> world = MemoryWorld()
>>> for case in "ab":
...     world.add(Sighting(case, case, "IC", (Mark("r" + case, "phone", "+821000004217", "P"),)))
>>> [(other.id, found.word) for other, found in world.candidates(world.profile("a"))]
[('b', 'VERY_HIGH')]
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping

from intake.matching.face import Face, Key, Spot, face_of, slip_of
from intake.matching.grouping import refusal
from intake.matching.likeness import Likeness
from intake.matching.lookup import NAMED, NAMES, keys_of
from intake.matching.meeting import met
from intake.matching.same import Decision, gathered
from intake.matching.score import compared, refused
from intake.matching.sighting import Profile, Sighting, profile_of

HUB = 200  # profiles under one value: more find nobody, and every line with it says how many
CROWD = 3_000  # values under the same three letters


class MemoryWorld:
    """Sightings, the profiles that decisions make of them, and who is like whom."""

    def __init__(self, hub: int = HUB) -> None:
        """Know nobody yet; ``hub`` is how many may hold a value that still finds somebody."""
        self._hub = hub
        self._sightings: dict[str, Sighting] = {}
        self._home: dict[str, int] = {}  # of a sighting
        self._faces: dict[int, Face] = {}
        self._next = 0
        self._under: dict[Key, set[int]] = defaultdict(set)  # every value: who holds it
        self._keys: dict[Key, set[int]] = defaultdict(set)  # by what somebody is found
        self._spots: dict[Spot, dict[Key, str]] = defaultdict(dict)
        self._shared: set[Key] = set()
        self._decisions: dict[str, dict[str, Decision]] = defaultdict(
            dict
        )  # by record, by ref

    # --- what is known ------------------------------------------------------------------------

    @property
    def profiles(self) -> int:
        """How many profiles there are."""
        return len(self._faces)

    def holders(self, kind: str, value: str) -> int:
        """How many profiles have a value."""
        return len(self._under.get((kind, value), ()))

    def is_shared(self, kind: str, value: str) -> bool:
        """Whether somebody marked a value so, or too many have it."""
        return (kind, value) in self._shared or self.holders(kind, value) > self._hub

    def profile(self, ref: str) -> Profile:
        """Return the profile that a sighting belongs to."""
        return self._faces[self._home[ref]].profile

    def all(self) -> Iterator[Profile]:
        """Yield every profile."""
        yield from (face.profile for face in self._faces.values())

    # --- what happens ---------------------------------------------------------------------------

    def add(self, sighting: Sighting) -> None:
        """Take a sighting, or take it again as it is now."""
        self.remove(sighting.ref)
        self._sightings[sighting.ref] = sighting
        self._regroup([sighting.ref])

    def remove(self, ref: str) -> None:
        """Forget a sighting; decisions about it stay and count again when it comes back."""
        if ref not in self._sightings:
            return
        rest = [one for one in self._leave(ref) if one != ref]
        del self._sightings[ref]
        self._regroup(rest)

    def join(self, one: str, other: str, ref: str = "") -> None:
        """Take the decision that two sightings are one person."""
        self._decide(
            Decision(ref or f"{min(one, other)}={max(one, other)}", one, other)
        )

    def part(self, one: str, other: str, ref: str = "") -> None:
        """Take the decision that two sightings are not one person."""
        self._decide(Decision(ref or f"{min(one, other)}|{max(one, other)}", one, other, same=False))  # fmt: skip

    def forget(self, one: str, other: str) -> None:
        """Take back every decision about two sightings."""
        for ref, told in list(self._decisions[one].items()):
            if {told.one, told.other} == {one, other}:
                del self._decisions[one][ref]
                self._decisions[other].pop(ref, None)
        self._regroup([one, other])

    def share(self, kind: str, value: str, *, shared: bool = True) -> None:
        """Mark that many use a value, or no longer."""
        (self._shared.add if shared else self._shared.discard)((kind, value))

    # --- who is like whom -------------------------------------------------------------------------

    def candidates(self, profile: Profile) -> list[tuple[Profile, Likeness]]:
        """Return whom somebody should look at, the strongest first."""
        return [one for one in self.alike(profile) if one[1].is_proposed]

    def alike(self, profile: Profile) -> list[tuple[Profile, Likeness]]:
        """Return whoever is found, also the weak and the withheld, the strongest first."""
        home = self._home.get(profile.sightings[0].ref)
        known = home is not None and self._faces[home].profile is profile
        face = self._faces[home] if known and home is not None else face_of(profile)
        found = ((self._faces[one], self._between(face, self._faces[one])) for one in met(face, self) if one != home)  # fmt: skip
        told = [(other.profile, one) for other, one in found if one.lines]
        return sorted(told, key=lambda one: (-one[1].weight, one[0].id))

    def _between(self, one: Face, other: Face) -> Likeness:
        found = compared(one, other, self)
        sides = one.profile.members, other.profile.members
        return refused(found) if refusal(*sides, self._about) else found

    def is_hub(self, key: Key) -> bool:
        """Whether so many have a value that it finds nobody."""
        under = self._keys if key[0] in {NAMES, NAMED} else self._under
        return len(under.get(key, ())) > self._hub

    def found_by(self, key: Key) -> Collection[int]:
        """Return who is found by a key."""
        return self._keys.get(key, ())

    def holding(self, key: Key) -> Collection[int]:
        """Return who has a value."""
        return self._under.get(key, ())

    def crowd(self, spot: Spot) -> Mapping[Key, str]:
        """Return the values with the same first or last letters; none where there are too many."""
        crowd = self._spots.get(spot, {})
        return crowd if len(crowd) <= CROWD else {}

    # --- keeping it in order ------------------------------------------------------------------------

    def _decide(self, told: Decision) -> None:
        self._decisions[told.one][told.ref] = told
        self._decisions[told.other][told.ref] = told
        if told.same:
            self._regroup([told.one, told.other])

    def _about(self, ref: str) -> Iterable[Decision]:
        return self._decisions.get(ref, {}).values()

    def _regroup(self, refs: Iterable[str]) -> None:
        """Make the profiles anew that these sightings, and whoever was with them, belong to."""
        waiting = {with_ for ref in refs if ref in self._sightings for with_ in (ref, *self._leave(ref))}  # fmt: skip
        while waiting:
            members = set(gathered(min(waiting), self._about).members) & self._sightings.keys()  # fmt: skip
            for ref in members - waiting:
                waiting.update(self._leave(ref))
            waiting -= members
            self._enter(members)

    def _enter(self, members: Iterable[str]) -> None:
        face = face_of(profile_of(self._sightings[ref] for ref in members))
        home, self._next = self._next, self._next + 1
        self._faces[home] = face
        self._home.update((ref, home) for ref in face.profile.members)
        for key in face.keys:
            self._under[key].add(home)
        for key in keys_of(face):
            self._keys[key].add(home)
        for spot, keys in face.spots.items():
            self._spots[spot].update((key, slip_of(key)[1]) for key in keys)

    def _leave(self, ref: str) -> tuple[str, ...]:
        """Take the profile of a sighting out, and return who was in it."""
        home = self._home.get(ref)
        if home is None:
            return ()
        face = self._faces.pop(home)
        for key in face.keys:
            _drop(self._under, key, home)
        for key in keys_of(face):
            _drop(self._keys, key, home)
        for spot, keys in face.spots.items():
            for key in keys:
                if key not in self._under:
                    self._unspot(spot, key)
        for one in face.profile.members:
            del self._home[one]
        return face.profile.members

    def _unspot(self, spot: Spot, key: Key) -> None:
        del self._spots[spot][key]
        if not self._spots[spot]:
            del self._spots[spot]


def _drop(index: dict[Key, set[int]], key: Key, home: int) -> None:
    index[key].discard(home)
    if not index[key]:
        del index[key]
