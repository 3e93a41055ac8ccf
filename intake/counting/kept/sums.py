"""What many cases add together (합): every number once, with how often it stands.

* Sums are of all times; a period chooses among the days. Days are few, things done are many.
* Cases that are odd are in no sum: whoever counts adds what their rows say.
* An address that is written twice in a case is looked at with its twin, never added up.
"""

import json
from array import array
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cached_property
from itertools import chain, islice

from intake.counting.kept.deriving import CaseSums
from intake.counting.kept.packing import (
    Act,
    Address,
    Support,
    act_of,
    address_of,
    day_of,
    joined,
    split,
    support_of,
)
from intake.counting.period import Period
from intake.counting.rules import RULES
from intake.counting.selecting import UNDATED

Days = Mapping[int, Mapping[int, int]]  # day, then what was done, then how often
Fits = Callable[[Address], bool]
By = Callable[[Address, str], Iterable[tuple[str, ...]]]

_AT_ONCE = 500  # cases: the interpreter is never held for long
_MONTH = len("2024-01")
_REMOVED = frozenset(RULES["R3"].results)


def nothing(_one: Address, _month: str) -> Iterable[tuple[str, ...]]:
    """Count all of them as one number."""
    return ((),)


class Sums:
    """What some cases add together."""

    def __init__(self, cases: Mapping[str, CaseSums]) -> None:
        """Take what each of them adds."""
        self.live = frozenset(case for case, one in cases.items() if one.live)
        self.odd = frozenset(case for case in self.live if cases[case].odd)
        self._cases = cases
        self._even = [cases[case] for case in self.live - self.odd]

    @cached_property
    def who(self) -> Mapping[str, list[object]]:
        """What is known of the victim of each case, as if she had no other."""
        return {case: json.loads(self._cases[case].who) for case in self.live}

    @cached_property
    def harms(self) -> frozenset[tuple[str, str]]:
        """Every case with every kind of harm that was ticked in it."""
        told = ((case, said[-1]) for case, said in self.who.items())
        return frozenset((case, kind) for case, kinds in told if isinstance(kinds, list) for kind in kinds)  # fmt: skip

    # --- by time -------------------------------------------------------------------------

    def acts(self, period: Period, *, sure: bool = True) -> Iterator[tuple[str, Act, int]]:  # fmt: skip
        """Yield the month, the action and how many there are of it."""
        for month, rest, number in _within(self._acts, period, sure=sure):
            yield month, act_of(rest), number

    def supports(self, period: Period, *, sure: bool = True) -> Iterator[tuple[str, Support, int]]:  # fmt: skip
        """Yield the month, the record of support and how many there are of it."""
        for month, rest, number in _within(self._supports, period, sure=sure):
            yield month, support_of(rest), number

    def addresses(
        self,
        period: Period,
        fits: Fits,
        by: By = nothing,
        *,
        sure: bool = True,
        ended: bool = False,
    ) -> Counter[tuple[str, ...]]:
        """Count addresses, each once in its case; ``ended``: removed ones, by when they were."""
        found: Counter[tuple[str, ...]] = Counter()
        if ended:
            for month, _, number in _within(self._ends, period, sure=sure):
                for name in by(_GONE, month):
                    found[name] += number
        else:
            for month, rest, number in _within(self._addresses, period, sure=sure):
                one = address_of(rest)
                for name in set(by(one, month)) if fits(one) else ():
                    found[name] += number
        for group in self._several:
            found.update(_of_group(group, period, fits, by, sure=sure, ended=ended))
        return found

    # --- by case -------------------------------------------------------------------------

    def acts_by_case(self, period: Period, fits: Callable[[Act], bool]) -> Counter[str]:
        """Return how many such actions every case has."""
        wanted = _numbers(self._acts, period, lambda rest: fits(act_of(rest)), sure=True)  # fmt: skip
        told = ((case, sum(map(wanted.__contains__, self._cases[case].acts))) for case in self.live - self.odd)  # fmt: skip
        return Counter({case: number for case, number in told if number})

    def addresses_by_case(self, period: Period, fits: Fits) -> Counter[str]:
        """Return how many such addresses every case has, each once."""
        wanted = _numbers(self._addresses, period, lambda rest: fits(address_of(rest)), sure=True)  # fmt: skip
        found: Counter[str] = Counter()
        for case in self.live - self.odd:
            one = self._cases[case]
            groups = (_of_group(group, period, fits, nothing, sure=True, ended=False) for group in one.several)  # fmt: skip
            number = sum(map(wanted.__contains__, one.addresses)) + sum(map(len, groups))  # fmt: skip
            if number:
                found[case] = number
        return found

    def supported(self, period: Period, kinds: Iterable[str], *, sure: bool) -> frozenset[str]:  # fmt: skip
        """Return the cases with an action of these kinds, or any support, in a period."""
        told = frozenset(kinds)
        acts = _numbers(self._acts, period, lambda rest: act_of(rest).kind in told, sure=sure)  # fmt: skip
        supports = _numbers(self._supports, period, lambda _rest: True, sure=sure)
        every = ((case, self._cases[case]) for case in self.live - self.odd)
        return frozenset(case for case, one in every if not (acts.isdisjoint(one.acts) and supports.isdisjoint(one.supports)))  # fmt: skip

    # --- within --------------------------------------------------------------------------

    @cached_property
    def _acts(self) -> Days:
        return _by_day(one.acts for one in self._even)

    @cached_property
    def _addresses(self) -> Days:
        return _by_day(one.addresses for one in self._even)

    @cached_property
    def _supports(self) -> Days:
        return _by_day(one.supports for one in self._even)

    @cached_property
    def _ends(self) -> Days:
        told = _counted(one.ends for one in self._even)
        return {day: {0: number} for day, number in told.items()}

    @cached_property
    def _several(self) -> list[list[tuple[int, int]]]:
        return [group for one in self._even for group in one.several]


_GONE = Address("", "", next(iter(_REMOVED)), again=False, parallel=False, leaked=())


def _counted(told: Iterable["array[int]"]) -> Counter[int]:
    found: Counter[int] = Counter()
    every = iter(told)
    while some := list(islice(every, _AT_ONCE)):
        found.update(chain.from_iterable(some))
    return found


def _by_day(told: Iterable["array[int]"]) -> Days:
    found: defaultdict[int, dict[int, int]] = defaultdict(dict)
    for number, often in _counted(told).items():
        day, rest = split(number)
        found[day][rest] = often
    return found


def _holds(period: Period, day: int, *, sure: bool) -> bool:
    held = period.holds(day_of(day))
    return held is True if sure else held is None


def _month(day: int) -> str:
    said = day_of(day)
    return said[:_MONTH] if len(said) >= _MONTH else UNDATED


def _within(days: Days, period: Period, *, sure: bool) -> Iterator[tuple[str, int, int]]:  # fmt: skip
    """Yield the month, the thing and how often, of a period; or of what only may lie in it."""
    found: defaultdict[str, Counter[int]] = defaultdict(Counter)
    for day, told in days.items():
        if _holds(period, day, sure=sure):
            of_month = found[_month(day)]
            for rest, number in told.items():
                of_month[rest] += number
    for month, counts in found.items():
        for rest, number in counts.items():
            yield month, rest, number


def _numbers(days: Days, period: Period, fits: Callable[[int], bool], *, sure: bool) -> frozenset[int]:  # fmt: skip
    """Return the numbers that say a thing of a period."""
    inside = ((day, told) for day, told in days.items() if _holds(period, day, sure=sure))  # fmt: skip
    return frozenset(joined(day, rest) for day, told in inside for rest in told if fits(rest))  # fmt: skip


def _of_group(group: list[tuple[int, int]], period: Period, fits: Fits, by: By, *, sure: bool, ended: bool) -> set[tuple[str, ...]]:  # fmt: skip
    """Return where one address stands that a case has several times."""
    found: set[tuple[str, ...]] = set()
    for number, end in group:
        found_on, rest = split(number)
        day, one = end if ended else found_on, address_of(rest)
        if fits(one) and _holds(period, day, sure=sure):
            found.update(by(one, _month(day)))
    return found
