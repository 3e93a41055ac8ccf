"""What two profiles have in common, piece by piece (근거): values first, then what is alike.

* A value that many use, or that changed hands between the two times, weighs nothing and says so.
* Each piece knows its slot: one slot counts once, a second value of it half.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

from intake.matching.clue import Cls
from intake.matching.face import Face, Key, bare_name
from intake.matching.likeness import World
from intake.matching.sighting import Mark
from intake.matching.timing import changed_hands
from intake.matching.weights import CROSS_SITE, IN_WORDS, MENTION, agreement, spread

_CHANGES_HANDS = frozenset({"phone", "telegram", "twitter", "instagram", "tiktok", "discord",
                            "facebook", "line", "kakao_id"})  # fmt: skip
_ID_OF = {"telegram": "telegram_id", "twitter": "twitter_id", "facebook": "facebook_id",
          "discord": "discord_id"}  # fmt: skip
_SLOT = {**{one: name for name, one in _ID_OF.items()}, "bank_number": "bank", "pdq": "sha256",
         "name_roman": "name", "name_initials": "name", "url": "post", "mention": "title_text"}  # fmt: skip
# What was only worked out from another value says nothing beside it.
_SAYS_MORE = {"bank_number": frozenset({"bank"}), "name_roman": frozenset({"name"}),
              "name_initials": frozenset({"name", "name_roman"}),
              "mention": frozenset({"title_text"})}  # fmt: skip
_SHORTEST_MARK = 3


@dataclass(frozen=True, slots=True)
class Piece:
    """One thing in common."""

    says: str
    slot: str
    group: str  # whose ceiling it is under: a class, MENTION, NEAR or CROSS
    kind: str
    value: str = field(repr=False)
    weight: int
    lost: int = 0  # what it would have said, had it not been void
    others: int = 0
    one: tuple[Mark, ...] = ()
    other: tuple[Mark, ...] = ()


def slot_of(kind: str) -> str:
    """Return the slot of a kind: a number and a name of one service are one account."""
    return _SLOT.get(kind, kind)


def others_with(key: Key, world: World, among: int = 2) -> int:
    """Return how many profiles beyond the pair have a value."""
    return max(world.holders(*key) - among, 0)


def in_common(one: Face, other: Face, world: World) -> Iterator[Piece]:
    """Yield every value that both have."""
    few, many = (one, other) if len(one.keys) <= len(other.keys) else (other, one)
    own = one.own | other.own
    both = {key for key in few.keys if key in many.keys and key not in own}
    slots = {kind for kind, _ in both}
    for key in both:
        if slots & _SAYS_MORE.get(key[0], frozenset()) or _other_bank(key, one, other):
            continue
        yield _value(key, one, other, world)


def _other_bank(key: Key, one: Face, other: Face) -> bool:
    """Whether both sides name a bank, and not the same: the same digits are two accounts."""
    bare = ("bank", key[1])
    return key[0] == "bank_number" and bare not in one.keys and bare not in other.keys


def _value(key: Key, one: Face, other: Face, world: World) -> Piece:
    left, right = one.keys[key], other.keys[key]
    cls = _weakest(left, right)
    others = others_with(key, world)
    full = max(agreement(key[0], cls) - spread(others, key[0] if cls == "P" else ""), 0)
    void = _void(key, one, other, world)
    says = void or "match-says-same"
    weight, lost = (0, full) if void else (full, 0)
    return Piece(says, slot_of(key[0]), cls, *key, weight, lost, others, left, right)


def _weakest(left: tuple[Mark, ...], right: tuple[Mark, ...]) -> Cls:
    """A value that one side holds for a place is a place for both."""
    classes = {mark.cls for mark in left} | {mark.cls for mark in right}
    return next(cls for cls in ("W", "N", "T", "G", "P") if cls in classes)


def _void(key: Key, one: Face, other: Face, world: World) -> str:
    """Return why a value in common says nothing, or nothing."""
    left, right = one.keys[key], other.keys[key]
    if any(mark.shared for mark in (*left, *right)) or _is_shared(key, one, other, world):  # fmt: skip
        return "match-says-shared"
    kind = key[0]
    ids = _ID_OF.get(kind, "")
    if ids and _differ(one.of(ids), other.of(ids)):
        return "match-says-other-id"
    if kind in _CHANGES_HANDS and changed_hands(_times(left), _times(right)):
        return "match-says-other-time"
    return ""


def _is_shared(key: Key, one: Face, other: Face, world: World) -> bool:
    """Whether many use a value; the digits of an account are shared with the account."""
    if key[0] == "bank_number":
        whole = (value for value in (*one.of("bank"), *other.of("bank")) if value.endswith(key[1]))  # fmt: skip
        return world.is_shared(*key) or any(world.is_shared("bank", value) for value in whole)  # fmt: skip
    return world.is_shared(*key)


def _differ(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    return bool(one and other) and not set(one) & set(other)


def _times(marks: tuple[Mark, ...]) -> set[tuple[str, str]]:
    return {(mark.seen_from, mark.seen_to) for mark in marks}


# --- not the same value, and yet ---------------------------------------------------------------


def mentions(one: Face, other: Face, world: World) -> Iterator[Piece]:
    """Yield the titles and watermarks of one side that name an account of the other."""
    for words, accounts, turned in ((one, other, False), (other, one, True)):
        for word in words.named.keys() & accounts.accounts.keys():
            keys = accounts.accounts[word]
            if any(key in one.own or key in other.own for key in keys):
                continue
            said = _marks(words, words.named[word])
            named = _marks(accounts, keys)
            yield _mention(word, _with(said, named, turned), keys, world)


def _mention(
    word: str,
    sides: tuple[tuple[Mark, ...], tuple[Mark, ...]],
    keys: tuple[Key, ...],
    world: World,
) -> Piece:
    shared = all(world.is_shared(*key) for key in keys)
    # The account's other holders are no rivals, whoever they are; other titles with the word are.
    others = others_with(("mention", word), world, 1)
    says = "match-says-shared" if shared else "match-says-mention"
    weight = 0 if shared else max(MENTION - spread(others), 0)
    return Piece(
        says, "mention", "MENTION", keys[0][0], word, weight, 0, others, *sides
    )


def elsewhere(one: Face, other: Face, _world: World) -> Iterator[Piece]:
    """Yield accounts of the same name at different services: a note, no link (D02)."""
    for name in one.accounts.keys() & other.accounts.keys():
        left, right = one.accounts[name], other.accounts[name]
        if set(left) & set(right) or any(k in one.own or k in other.own for k in (*left, *right)):  # fmt: skip
            continue
        yield Piece("match-says-cross-site", "cross", "CROSS", min(left)[0], name, CROSS_SITE, 0, 0,
                    _marks(one, left), _marks(other, right))  # fmt: skip


def within_words(one: Face, other: Face, world: World) -> Iterator[Piece]:
    """Yield watermarks of one side that stand inside the titles of the other."""
    for marked, told, turned in ((one, other, False), (other, one, True)):
        for value in marked.of("watermark"):
            if len(value) < _SHORTEST_MARK or ("watermark", value) in told.keys:
                continue
            titles = tuple(("title_text", title) for title in told.of("title_text") if value in title)  # fmt: skip
            if titles and not world.is_shared("watermark", value):
                sides = _with(marked.keys["watermark", value], _marks(told, titles), turned)  # fmt: skip
                others = others_with(("watermark", value), world, 1)
                weight = max(IN_WORDS - spread(others), 0)
                yield Piece("match-says-in-words", "watermark", "W", "watermark", value, weight, 0, others, *sides)  # fmt: skip


def _marks(face: Face, keys: tuple[Key, ...]) -> tuple[Mark, ...]:
    return tuple(mark for key in keys for mark in face.keys[key])


def _with(
    first: tuple[Mark, ...], second: tuple[Mark, ...], turned: bool
) -> tuple[tuple[Mark, ...], tuple[Mark, ...]]:
    return (second, first) if turned else (first, second)


def root_of(piece: Piece) -> str:
    """Return the word an account's name is made of: x7q_haru and x7q.haru_photo share theirs."""
    name = bare_name((piece.kind, piece.value)).partition("@")[0]
    return "".join(letter for letter in name if letter.isalnum())
