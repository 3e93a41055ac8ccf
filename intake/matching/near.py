"""Values that differ by one slip (비슷한 글자): always said as such, and never proposed alone.

* Looked for only where the first or the last three letters are the same: on 60,000 accounts that
  missed none of 351 slips and took 0.08 ms (matching §3.3).
* One letter more, less, another or two neighbours swapped is a slip.
* Two names that differ only in their digits (cat98, cat99) are mostly two people's.
"""

from collections.abc import Iterator, Mapping

from rapidfuzz.distance import OSA
from rapidfuzz.process import extract

from intake.matching.evidence import Piece, others_with, slot_of
from intake.matching.face import Face, Key, slip_of
from intake.matching.likeness import World
from intake.matching.weights import NEAR, NEAR_DIGIT, NEAR_NUMBER, spread

_MOST = 20  # of one pair: more tell nothing new


def slips(key: Key, crowd: Mapping[Key, str]) -> Iterator[Key]:
    """Yield the keys of a crowd that are one slip from another, unless only digits differ."""
    yield from (other for other in _one_apart(key, crowd) if _weight(key, other) > NEAR_DIGIT)  # fmt: skip


def _one_apart(key: Key, crowd: Mapping[Key, str]) -> Iterator[Key]:
    found = extract(slip_of(key)[1], crowd, scorer=OSA.distance, score_cutoff=1, limit=None)  # fmt: skip
    return (other for _, apart, other in found if apart == 1)


def near(one: Face, other: Face, world: World) -> Iterator[Piece]:
    """Yield the values of both sides that are nearly the same."""
    for left, right in sorted(_pairs(one, other), key=sorted)[:_MOST]:
        if not {left, right} & (one.own | other.own):
            yield _piece(left, right, (one, other), world)


def _pairs(one: Face, other: Face) -> set[tuple[Key, Key]]:
    found: set[tuple[Key, Key]] = set()
    for spot in one.spots.keys() & other.spots.keys():
        theirs = {right: slip_of(right)[1] for right in other.spots[spot] if right not in one.keys}  # fmt: skip
        for left in one.spots[spot] if theirs else ():
            if left not in other.keys:
                found.update((left, right) for right in _one_apart(left, theirs))
    return found


def _piece(left: Key, right: Key, faces: tuple[Face, Face], world: World) -> Piece:
    kind = left[0]
    others = max(others_with(left, world, 1), others_with(right, world, 1))
    shared = world.is_shared(*left) or world.is_shared(*right)
    full = _weight(left, right)
    group = "NEAR" if full > NEAR_DIGIT else "CROSS"  # other digits alone carry nothing
    weight = 0 if shared else max(full - spread(others), 0)
    marks = faces[0].keys[left], faces[1].keys[right]
    value = min(left[1], right[1])  # the same whichever side is asked
    return Piece("match-says-near", slot_of(kind), group, kind, value, weight, 0, others, *marks)  # fmt: skip


def _weight(left: Key, right: Key) -> int:
    if left[0] in {"phone", "bank"}:
        return NEAR_NUMBER
    one, other = ("".join(x for x in key[1] if not x.isdigit()) for key in (left, right))  # fmt: skip
    return NEAR_DIGIT if one == other else NEAR
