"""How likely two profiles are one person (비슷한 정도): a pure function of what is known now.

* The same whichever side is asked and in whatever order anything came; whole numbers only.
* One slot counts once, a second value of it half, and so does a second account made of the same
  word; every class has its ceiling. What weighs adds up: prior and lines are the weight.
* Without an account or number in common nobody is a candidate: places, things, networks and
  weak words support and never link. A title that names an account is at most "high", a slip
  of one letter at most "needs a look".
* A re-distributor's account and an equal file link the *material*, a room alone the *network*.
* Two suspects noted in one case were told apart by whoever sat there: that is not proposed.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import TypeAlias

from intake.matching.against import statements
from intake.matching.evidence import (  # fmt: skip
    Piece,
    elsewhere,
    in_common,
    mentions,
    root_of,
    within_words,
)
from intake.matching.face import ACCOUNTS, Face, face_of
from intake.matching.likeness import Likeness, Line, LinkKind, Word, World
from intake.matching.near import near
from intake.matching.sighting import Profile
from intake.matching.weights import (  # fmt: skip
    CEILING,
    HIGH,
    MATERIAL,
    REVIEW,
    VERY_HIGH,
    prior,
    spread,
)

Weighed: TypeAlias = tuple[tuple[Piece, int], ...]

_CHOSEN_AS = {"twitter_id": "twitter", "facebook_id": "facebook", "discord_id": "discord",
              "discord_invite": "discord", "line_group": "line", "mention": "title_text",
              "name_roman": "name", "name_initials": "name", "bank_number": "bank"}  # fmt: skip
_SHOWN, _SHORTEST_ROOT = 3, 4
_ORDER: tuple[Word, ...] = ("WEAK", "REVIEW", "HIGH", "VERY_HIGH")
_WITHHELD = {"match-says-shared": "match-withheld-shared",
             "match-says-other-id": "match-withheld-other-id",
             "match-says-other-time": "match-withheld-other-time"}  # fmt: skip
ONE_CASE, NOT_SAME = "match-withheld-one-case", "match-withheld-not-same"


@dataclass(frozen=True, slots=True)
class _Verdict:
    kind: LinkKind
    weighed: Weighed
    top: Word  # the word it can reach at most


def likeness(one: Profile, other: Profile, world: World) -> Likeness:
    """Return how alike two profiles are, and every reason for it."""
    return compared(face_of(one), face_of(other), world)


def compared(one: Face, other: Face, world: World) -> Likeness:
    """Return how alike two profiles are, once their faces are worked out."""
    pieces = [
        *in_common(one, other, world), *mentions(one, other, world), *near(one, other, world),
        *elsewhere(one, other, world), *within_words(one, other, world), *statements(one, other),
    ]  # fmt: skip
    alone = prior(world.profiles)
    found = _judged(pieces, alone)
    weight = alone + _sum(found.weighed)
    word = min(word_of(weight), found.top, key=_ORDER.index)
    lines = tuple(_line(*one) for one in found.weighed)
    together = bool(one.profile.cases & other.profile.cases)
    withheld = _withheld(pieces, weight, word, together)
    return Likeness(found.kind, weight, word, lines, withheld)


def refused(found: Likeness) -> Likeness:
    """Return a likeness of two whom somebody decided are not one: it is not proposed."""
    return replace(found, withheld=NOT_SAME)


def word_of(weight: int) -> Word:
    """Return the word for a weight."""
    if weight >= VERY_HIGH:
        return "VERY_HIGH"
    return "HIGH" if weight >= HIGH else "REVIEW" if weight >= REVIEW else "WEAK"


# --- what kind of link, and how strong it may be called -----------------------------------------


def _judged(pieces: list[Piece], alone: int) -> _Verdict:
    weighed = _weighed(pieces)
    if _of(weighed, "P"):
        return _Verdict(_whom(_of(weighed, "P")), weighed, "VERY_HIGH")
    if _of(weighed, "MENTION"):
        # Whoever posts a file again keeps its title: an equal file adds nothing to that.
        weighed = tuple(
            (one, 0 if one.group == "T" else weight) for one, weight in weighed
        )
        if alone + _sum(weighed) >= REVIEW:
            return _Verdict(_whom(_of(weighed, "MENTION")), weighed, "HIGH")
    elif _of(weighed, "NEAR") and alone + _sum(weighed) >= REVIEW:
        return _Verdict(_whom(_of(weighed, "NEAR")), weighed, "REVIEW")
    if any(piece.group == "T" and piece.weight > 0 for piece in pieces):
        return _material(pieces, weighed)
    return _Verdict(
        "same_network" if _of(weighed, "G") else "same_person", weighed, "WEAK"
    )


def _of(weighed: Weighed, group: str) -> list[Piece]:
    return [piece for piece, weight in weighed if piece.group == group and weight > 0]


def _whom(carrying: list[Piece]) -> LinkKind:
    """What belongs to a re-distributor links what was posted, and nobody who made it."""
    return "same_material" if all(map(_redistributed, carrying)) else "same_person"


def _sum(weighed: Weighed) -> int:
    return sum(weight for _, weight in weighed)


def _redistributed(piece: Piece) -> bool:
    return any(mark.role == "REDISTRIBUTOR" for mark in (*piece.one, *piece.other))


def _material(pieces: list[Piece], weighed: Weighed) -> _Verdict:
    """An equal hash is one file: the link is of the material, whoever put it there."""
    equal = [replace(piece, weight=max(MATERIAL[piece.kind] - spread(piece.others), 0))
             for piece in pieces if piece.kind in MATERIAL and piece.weight > 0]  # fmt: skip
    if not equal:
        return _Verdict("same_material", weighed, "WEAK")
    best = max(equal, key=_first)
    rest = tuple((piece, 0) for piece, _ in weighed if piece.says != "match-says-same")
    return _Verdict("same_material", ((best, best.weight), *rest), "HIGH")


# --- counting once -------------------------------------------------------------------------------


def _first(piece: Piece) -> tuple[int, str, str, str]:
    return (piece.weight, piece.says, piece.kind, piece.value)


def _weighed(pieces: Iterable[Piece]) -> Weighed:
    """Return every piece with what it adds, the weightiest first, what contradicts last."""
    slots: dict[str, list[Piece]] = defaultdict(list)
    for piece in pieces:
        slots[piece.slot].append(piece)
    halved = [one for some in slots.values() for one in _once(some)]
    halved.sort(key=lambda one: (-one[1], one[0].says, one[0].kind, one[0].value))
    capped = _capped(_independent(halved))
    return tuple(sorted(capped, key=lambda one: -one[1]))


def _once(slot: list[Piece]) -> list[tuple[Piece, int]]:
    slot.sort(key=lambda piece: (-piece.weight, piece.says, piece.kind, piece.value))
    shown = [(piece, piece.weight >> at) for at, piece in enumerate(slot[:_SHOWN])]
    more = slot[_SHOWN:]
    if more:
        shown.append((replace(more[0], says="match-says-more", value="", weight=0, lost=0, others=len(more)), 0))  # fmt: skip
    return shown


def _independent(weighed: list[tuple[Piece, int]]) -> list[tuple[Piece, int]]:
    """Halve an account whose name is made of the same word as a weightier one's."""
    roots: list[tuple[str, str]] = []
    kept = []
    for piece, weight in weighed:
        if piece.group in {"P", "MENTION"} and piece.kind in ACCOUNTS | {"email"}:
            root = root_of(piece)
            again = any(slot != piece.slot and _one_word(root, known) for slot, known in roots)  # fmt: skip
            roots.append((piece.slot, root))
            weight = weight // 2 if again else weight  # noqa: PLW2901
        kept.append((piece, weight))
    return kept


def _one_word(one: str, other: str) -> bool:
    short, long = sorted((one, other), key=len)
    return len(short) >= _SHORTEST_ROOT and short in long


def _capped(weighed: list[tuple[Piece, int]]) -> list[tuple[Piece, int]]:
    left = dict(CEILING)
    kept = []
    for piece, weight in weighed:
        counted = min(weight, left.get(piece.group, weight))
        if piece.group in left:
            left[piece.group] -= counted
        kept.append((piece, counted))
    return kept


# --- saying it -------------------------------------------------------------------------------------


def _line(piece: Piece, weight: int) -> Line:
    kind = _CHOSEN_AS.get(piece.kind, piece.kind)
    one, other = (tuple(sorted({mark.record for mark in side})) for side in (piece.one, piece.other))  # fmt: skip
    return Line(piece.says, kind, weight, piece.value, piece.others, one, other)


def _withheld(pieces: list[Piece], weight: int, word: Word, together: bool) -> str:
    """Return why nothing is proposed although without that reason something would be."""
    if word != "WEAK":
        return ONE_CASE if together else ""
    lost = max(pieces, key=lambda piece: (piece.lost if piece.group == "P" else 0, piece.says), default=None)  # fmt: skip
    if lost is None or lost.group != "P" or weight + lost.lost < REVIEW or not lost.lost:  # fmt: skip
        return ""
    return _WITHHELD[lost.says]
