"""Whom and what figures are about (집계 대상): cases, and which of them are one person.

* The desk says who is whom; nothing here joins anybody. Every case is in exactly one person of
  ``confirmed`` and in one of ``least``, which joins also what is only possible.
* ``cases`` None: whatever is in the register; then a case that is in no group is a person.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

Group = frozenset[str]


@dataclass(frozen=True, slots=True)
class Population:
    """The cases that are counted."""

    cases: frozenset[str] = frozenset()
    confirmed: tuple[Group, ...] = field(default=(), repr=False)
    least: tuple[Group, ...] = field(default=(), repr=False)

    def persons(self, sure: str = "confirmed") -> tuple[Group, ...]:
        """Return the cases of every person, in the order of their least case."""
        groups = self.confirmed if sure == "confirmed" else self.least
        here = {frozenset(one & self.cases) for one in groups} - {frozenset()}
        told = {case for one in here for case in one}
        alone = (frozenset((case,)) for case in self.cases - told)
        return tuple(sorted((*here, *alone), key=min))

    def person_of(self) -> Mapping[str, str]:
        """Return for every case the least case of the person whose it is."""
        return {case: min(one) for one in self.persons() for case in one}

    def only(self, cases: Iterable[str]) -> "Population":
        """Return the part of it that is in these cases."""
        return Population(self.cases & frozenset(cases), self.confirmed, self.least)


def together(told: Iterable[Population]) -> Population:
    """Return several populations as one; who is whom in any of them is so in all."""
    every = tuple(told)
    cases = frozenset(case for one in every for case in one.cases)
    sure, least = (_merged(groups) for groups in zip(*((one.confirmed, one.least) for one in every), strict=True)) if every else ((), ())  # fmt: skip
    return Population(cases, sure, least)


def _merged(told: Iterable[tuple[Group, ...]]) -> tuple[Group, ...]:
    return grouped(
        (min(one), case) for groups in told for one in groups for case in one
    )


def grouped(pairs: Iterable[tuple[str, str]]) -> tuple[Group, ...]:
    """Return what hangs together by these pairs.

    >>> [sorted(one) for one in grouped([("a", "b"), ("c", "d"), ("b", "e")])]
    [['a', 'b', 'e'], ['c', 'd']]
    """
    near: dict[str, set[str]] = {}
    for one, other in pairs:
        near.setdefault(one, set()).add(other)
        near.setdefault(other, set()).add(one)
    return tuple(_parts(near))


def _parts(near: Mapping[str, set[str]]) -> Iterator[Group]:
    seen: set[str] = set()
    for start in sorted(near):
        if start in seen:
            continue
        part, open_ = {start}, [start]
        while open_:
            new = near[open_.pop()] - part
            part |= new
            open_ += sorted(new)
        seen |= part
        yield frozenset(part)
