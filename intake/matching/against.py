"""What statements say for and against (진술의 맞고 어긋남): names, ages, regions, ways.

* A masked name (김○○) is a filter: it can contradict, hardly support.
* Nothing here can make a candidate; what contradicts lowers one (matching §3.6.3).
"""

import re
from collections.abc import Iterator

from intake.matching.alike import strokes_between
from intake.matching.evidence import Piece
from intake.matching.face import Face
from intake.matching.weights import (
    AGE,
    APPROACH,
    FEW_YEARS,
    MASK_FITS,
    MOST_YEARS,
    OTHER_AGE,
    OTHER_MASK,
    OTHER_NAME,
    OTHER_REGION,
    REGION,
)

_MOST_NAMES = 40  # of one profile: more are noise, not names


def statements(one: Face, other: Face) -> Iterator[Piece]:
    """Yield what was said of both, for and against."""
    yield from _names(one, other)
    yield from _masks(one, other)
    yield from _ages(one, other)
    yield from _places(one, other)


def _said(says: str, group: str, weight: int, kind: str = "") -> Piece:
    return Piece(says, says, group, kind, "", weight)


def _names(one: Face, other: Face) -> Iterator[Piece]:
    left, right = one.of("name")[:_MOST_NAMES], other.of("name")[:_MOST_NAMES]
    latin, roman = set(one.of("name_roman")), set(other.of("name_roman"))
    if not (left or latin) or not (right or roman) or latin & roman:
        return
    if left and right and any(_may_be_one(a, b) for a in left for b in right):
        return
    if (left and right) or (latin and roman):
        yield _said("match-says-other-name", "AGAINST", OTHER_NAME, "name")


def _may_be_one(one: str, other: str) -> bool:
    return (
        one.endswith(other) or other.endswith(one) or strokes_between(one, other) <= 1
    )


def _masks(one: Face, other: Face) -> Iterator[Piece]:
    for masked, told in ((one, other), (other, one)):
        covers = [mark.value for mark in masked.masks if mark.kind == "name"][
            :_MOST_NAMES
        ]
        names = told.of("name")[:_MOST_NAMES]
        if not covers or not names or masked.of("name"):
            continue
        fits = any(_fits(cover, name) for cover in covers for name in names)
        says, weight = ("match-says-mask-fits", MASK_FITS) if fits else ("match-says-mask-differs", OTHER_MASK)  # fmt: skip
        yield _said(says, "W" if fits else "AGAINST", weight, "name")
        return
    for mark in one.masks:
        yield from _numbers(mark.kind, mark.value, other)
    for mark in other.masks:
        yield from _numbers(mark.kind, mark.value, one)


def _numbers(kind: str, masked: str, told: Face) -> Iterator[Piece]:
    if kind in {"phone", "bank", "email"} and any(_fits(masked, value) for value in told.of(kind)):  # fmt: skip
        yield Piece("match-says-mask-fits", f"mask-{kind}", "W", kind, "", MASK_FITS)


def _fits(masked: str, value: str) -> bool:
    if "○" in masked:  # a name: the covered part may be longer than it was drawn
        first, last = masked[0], masked[-1]
        return (first == "○" or value[0] == first) and (last == "○" or value[-1] == last)  # fmt: skip
    pattern = re.escape(masked).replace(r"\?", ".").replace(r"\*", ".*")
    return len(masked) <= 80 and re.fullmatch(pattern, value) is not None  # noqa: PLR2004


def _ages(one: Face, other: Face) -> Iterator[Piece]:
    gaps = [gap for a in _born(one) for b in _born(other) if (gap := _years(a, b)) >= 0]
    if not gaps:
        return
    if min(gaps) > MOST_YEARS:
        yield _said("match-says-other-age", "AGAINST", OTHER_AGE)
    elif min(gaps) <= FEW_YEARS:
        yield _said("match-says-age", "W", AGE)


def _born(face: Face) -> set[tuple[int, int | None]]:
    return {(one.age, one.year) for one in face.profile.sightings if one.age is not None}  # fmt: skip


def _years(one: tuple[int, int | None], other: tuple[int, int | None]) -> int:
    (age, year), (years, said) = one, other
    if year is not None and said is not None:
        return abs((year - age) - (said - years))
    return abs(age - years)


def _places(one: Face, other: Face) -> Iterator[Piece]:
    left = {x.region for x in one.profile.sightings} - {""}
    right = {x.region for x in other.profile.sightings} - {""}
    if left & right:
        yield _said("match-says-region", "W", REGION)
    elif left and right:
        yield _said("match-says-other-region", "AGAINST", OTHER_REGION)
    ways = {x.approach for x in one.profile.sightings} - {"", "OTHER"}
    if ways & {x.approach for x in other.profile.sightings}:
        yield _said("match-says-approach", "W", APPROACH)
