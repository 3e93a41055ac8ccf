"""A profile as it is compared (비교하는 모습): worked out once, compared many times.

* Exact keys, accounts by their bare names, words that may name an account, and where a slip of
  one letter would be looked for: the first or last three letters stay the same.
* What belongs to the victims of its cases, and roles of nobody in the dispute, is left out here.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TypeAlias, TypeVar

from intake.matching.sighting import Mark, Profile

Key: TypeAlias = tuple[str, str]
Spot: TypeAlias = tuple[str, str]  # a space of spellings, and its first or last letters

ACCOUNTS = frozenset({"telegram", "instagram", "twitter", "tiktok", "discord", "facebook",
                      "line", "kakao_id", "uploader"})  # fmt: skip
_ASIDE = frozenset({"VICTIM", "NONE"})
_NAMING = frozenset({"mention", "title_text", "watermark"})
_TOKEN = re.compile(r"[a-z0-9_]{5,40}")
_ENDS, _SHORTEST = 3, 5
_K = TypeVar("_K")
_V = TypeVar("_V")


@dataclass(frozen=True, slots=True)
class Face:
    """What a profile is recognised by, ready to be compared."""

    profile: Profile
    keys: Mapping[Key, tuple[Mark, ...]] = field(repr=False)
    masks: tuple[Mark, ...] = field(repr=False)
    own: frozenset[Key] = field(repr=False)
    accounts: Mapping[str, tuple[Key, ...]] = field(repr=False)  # by bare name
    named: Mapping[str, tuple[Key, ...]] = field(repr=False)  # words that may name one
    spots: Mapping[Spot, tuple[Key, ...]] = field(repr=False)
    kinds: Mapping[str, tuple[str, ...]] = field(repr=False)  # values by kind

    def of(self, kind: str) -> tuple[str, ...]:
        """Return its values of a kind."""
        return self.kinds.get(kind, ())


def face_of(profile: Profile) -> Face:
    """Return how a profile is compared."""
    keys: dict[Key, list[Mark]] = defaultdict(list)
    masks = []
    for mark in profile.marks:
        if mark.role in _ASIDE or not mark.value:
            continue
        if mark.masked:
            masks.append(mark)
        else:
            keys[mark.key].append(mark)
    return Face(
        profile,
        {key: tuple(marks) for key, marks in keys.items()},
        tuple(masks),
        frozenset().union(*(one.own for one in profile.sightings)),
        _grouped((bare_name(key), key) for key in keys if key[0] in ACCOUNTS),
        _grouped((word, key) for key in keys for word in words_of(key)),
        _grouped((spot, key) for key in keys for spot in spots_of(key)),
        _grouped(keys),
    )


def _grouped(pairs: Iterable[tuple[_K, _V]]) -> dict[_K, tuple[_V, ...]]:
    found: dict[_K, list[_V]] = defaultdict(list)
    for name, value in pairs:
        found[name].append(value)
    return {name: tuple(values) for name, values in found.items()}


def bare_name(key: Key) -> str:
    """Return an account's name without the site it is on."""
    return key[1].rpartition(":")[2] if key[0] == "uploader" else key[1]


def words_of(key: Key) -> tuple[str, ...]:
    """Return the words of a title or watermark that may name an account."""
    if key[0] not in _NAMING:
        return ()
    return (
        (key[1],)
        if key[0] == "mention"
        else tuple(dict.fromkeys(_TOKEN.findall(key[1])))
    )


@lru_cache(maxsize=1 << 15)
def slip_of(key: Key) -> tuple[str, str]:
    """Return the space in which a slip is looked for, and the letters; nothing where none is."""
    kind, value = key
    if kind == "email":
        name, _, domain = value.partition("@")
        return f"email@{domain}", name
    if kind == "phone":
        return "phone", value.removeprefix("+8210")
    if kind in {"uploader", "bank"}:
        place, _, name = value.rpartition(":")
        return f"{kind}:{place}", name
    return (kind, value) if kind in ACCOUNTS else ("", "")


def spots_of(key: Key) -> tuple[Spot, ...]:
    """Return where a value with one slip would be found: its first and its last letters."""
    space, letters = slip_of(key)
    if len(letters) < _SHORTEST:
        return ()
    return (space, "^" + letters[:_ENDS]), (space, letters[-_ENDS:])
