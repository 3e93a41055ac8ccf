"""A second opinion at the central desk (두 번째 의견): where another engine sees it differently.

* Only differences are told: what it is sure of and we do not propose, and what we joined and it
  does not see. What both see is a count.
* It decides nothing and proposes nothing: a person looks, in the page of the same person.
* Kept are ids and codes only; the newest opinion replaces the one before.
* What people decided to be two is no difference: that question was answered.
"""

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator
from importlib import metadata
from typing import Final

from intake.desk.clues import is_interviewed
from intake.desk.opinion_reading import (
    Joined,
    case_of,
    joining,
    parted,
    sightings,
)
from intake.desk.rooms import Rooms
from intake.desk.views.opinion import Difference, OpinionLine, OpinionView
from intake.errors import NotInstalled, NotYours
from intake.matching import opinion
from intake.matching.memory import MemoryWorld
from intake.matching.opinion import Pair
from intake.matching.score import NOT_SAME, ONE_CASE
from intake.matching.sighting import Sighting
from intake.progress import Progress
from intake.register import Row

_FACT: Final = "opinion/latest"
_SURE, _UNLIKELY, _MOST = 0.99, 0.01, 500
_WEAK: Final = "opinion-why-weak"
_LABELS: Final[dict[Difference, str]] = {
    "UNPROPOSED": "opinion-unproposed",
    "UNLIKELY": "opinion-unlikely",
}
_Told = tuple[Difference, str, str, str, str]  # kind, one, other, link, why


class Opinion:
    """What can be asked of another engine."""

    def __init__(self, rooms: Rooms) -> None:
        """Work in these rooms."""
        self._rooms = rooms

    def run(self, progress: Progress) -> OpinionView:
        """Ask the other engine about everybody, and keep where it differs.

        Raises:
            NotYours: this is no central desk.
            NotInstalled: the extra ``opinion`` is not on this machine.
            NoMemory: it would not fit into the memory; nothing was written anywhere.
        """
        self._must_be_central()
        if not opinion.is_installed():
            raise NotInstalled(extra="opinion")
        with self._rooms.vault.reading() as db:
            known = tuple(sightings(db))
            here = {one.ref for one in known}
            joins = tuple(one for one in joining(db) if {one.one, one.other} <= here)
            apart = tuple(parted(db))
        found = opinion.pairs(known, _UNLIKELY, progress=progress)
        world = _world(known, joins, apart)
        both, told = _seen(world, (pair for pair in found if pair.probability >= _SURE))
        told += _unlikely(world, found, joins)
        kept = {
            "made_ms": self._rooms.clock.wall(),
            "engine": f"Splink {metadata.version('splink')}",
            "sightings": len(known),
            "both": both,
            "more": max(0, len(told) - _MOST),
            "differences": told[:_MOST],
        }
        self._rooms.vault.keep_fact(_FACT, json.dumps(kept))
        self._rooms.touched.add("link")
        return self.latest()

    def latest(self) -> OpinionView:
        """Return the newest opinion.

        Of a case that is gone or withdrawn since, or is sat with now, there is no line of it.
        """
        self._must_be_central()
        kept = json.loads(self._rooms.vault.fact(_FACT) or "{}")
        lines = (self._line(*told) for told in kept.get("differences", ()))
        return OpinionView(
            kept.get("made_ms", 0),
            kept.get("engine", ""),
            kept.get("sightings", 0),
            kept.get("both", 0),
            tuple(line for line in lines if line is not None),
            kept.get("more", 0),
        )

    def _must_be_central(self) -> None:
        if self._rooms.who.role != "central":
            raise NotYours(what="opinion")

    def _line(self, kind: Difference, one: str, other: str, link: str, why: str) -> OpinionLine | None:  # fmt: skip
        cases = (self._case_of(one), self._case_of(other))
        left, right = cases
        if left is None or right is None:
            return None
        return OpinionLine(
            kind,
            self._rooms.texts(_LABELS[kind]),
            one,
            other,
            left.id,
            right.id,
            str(left["number"] or ""),
            str(right["number"] or ""),
            tuple(sorted({str(case["center"] or "") for case in (left, right)})),
            link,
            self._rooms.texts(why) if why else "",
        )

    def _case_of(self, suspect: str) -> Row | None:
        """Return the case of a suspect that counts now, may be seen, and is not sat with."""
        rooms = self._rooms
        row = rooms.register.get("suspect", suspect)  # nobody named: there is no record
        with rooms.vault.reading() as db:
            case = case_of(db, suspect) if row is None or not row.gone else ""
        if not case or not rooms.sight.sees(case) or is_interviewed(rooms, case):
            return None
        return rooms.register.get("case", case)


# --- comparing the two ------------------------------------------------------------------------------


def _world(
    known: Iterable[Sighting],
    joins: Iterable[Joined],
    apart: Iterable[tuple[str, str]],
) -> MemoryWorld:
    world = MemoryWorld()
    for one in known:
        world.add(one)
    for told in joins:
        world.join(told.one, told.other, told.link)
    for left, right in apart:
        world.part(left, right)
    return world


def _seen(world: MemoryWorld, sure: Iterable[Pair]) -> tuple[int, list[_Told]]:
    """Return how many pairs both see, and those that only the other one is sure of.

    Those are told once for two profiles, by the pair it is surest of.
    """
    whys: dict[tuple[str, str], str] = {}
    told: list[_Told] = []
    both = 0
    for pair in sure:
        sides = _sides(world, pair)
        if sides is not None and sides not in whys:
            whys[sides] = _why_not(world, *sides)
            if whys[sides]:
                told.append(("UNPROPOSED", pair.one, pair.other, "", whys[sides]))
        both += sides is None or not whys[sides]
    return both, told


def _sides(world: MemoryWorld, pair: Pair) -> tuple[str, str] | None:
    """Return the two profiles of a pair, the lesser first; None where they are one already."""
    one, other = sorted((world.profile(pair.one).id, world.profile(pair.other).id))
    return (one, other) if one != other else None


def _why_not(world: MemoryWorld, one: str, other: str) -> str:
    """Return why we do not propose two profiles, as a text id; empty where we do, or may not."""
    alike = world.alike(world.profile(one))
    likeness = next((told for profile, told in alike if profile.id == other), None)
    if likeness is None:
        return _WEAK
    if likeness.is_proposed or likeness.withheld in {NOT_SAME, ONE_CASE}:
        return ""
    return likeness.withheld or _WEAK


def _unlikely(
    world: MemoryWorld, found: Iterable[Pair], joins: Iterable[Joined]
) -> Iterator[_Told]:
    """Yield what we joined and the other does not see, not even by way of a third."""
    near: dict[str, set[str]] = defaultdict(set)
    for pair in found:
        if _sides(world, pair) is None:
            near[pair.one].add(pair.other)
            near[pair.other].add(pair.one)
    for told in joins:
        if told.other not in _reached(near, told.one):
            yield "UNLIKELY", told.one, told.other, told.link, ""


def _reached(near: dict[str, set[str]], start: str) -> set[str]:
    reached, waiting = {start}, [start]
    while waiting:
        fresh = near.get(waiting.pop(), set()) - reached
        reached |= fresh
        waiting += fresh
    return reached
