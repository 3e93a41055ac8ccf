"""Bars as numbers (막대의 기하): one geometry for the window and for paper.

* Lengths are in the unit of the box that is given; the origin is its lower left corner.
* The scale ends at a round number: 1, 2 or 5 times a power of ten, in four or five steps.

>>> drawn = bars((("1월", (3, 1)), ("2월", (10, 8))), width=100, height=50)
>>> [tick.value for tick in drawn.ticks], drawn.bars[2].height
([0, 2, 4, 6, 8, 10], 50.0)
"""

from collections.abc import Sequence
from dataclasses import dataclass

_GAP = 0.35  # of a group that stays empty
_WIDEST = 1 / 12  # of the whole: where there are few, a bar is a bar and no wall
_MOST_STEPS = 5
_ROUND = (1, 2, 5)


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar: which group and which series it belongs to, where it stands, what it says."""

    group: int
    series: int
    x: float
    width: float
    height: float
    value: int


@dataclass(frozen=True, slots=True)
class Tick:
    """One line of the scale."""

    value: int
    y: float


@dataclass(frozen=True, slots=True)
class Bars:
    """Everything that is drawn."""

    bars: tuple[Bar, ...]
    ticks: tuple[Tick, ...]
    middles: tuple[float, ...]  # where the name of each group stands
    named: tuple[bool, ...]  # whether there is room for it


def bars(
    groups: Sequence[tuple[str, Sequence[int]]],
    width: float,
    height: float,
    room: float = 0.0,
) -> Bars:
    """Return where the bars of these groups stand; ``room`` is how wide a name is."""
    top = scale([value for _, values in groups for value in values])
    step = width / max(len(groups), 1)
    found = []
    for at, (_, values) in enumerate(groups):
        many = max(len(values), 1)
        wide = min(step * (1 - _GAP) / many, width * _WIDEST)
        start = (at + 0.5) * step - wide * many / 2
        found += [
            Bar(at, n, start + n * wide, wide, height * value / top[-1], value)
            for n, value in enumerate(values)
        ]
    every = max(1, -(-int(room) // max(int(step), 1))) if room else 1
    return Bars(
        tuple(found),
        tuple(Tick(value, height * value / top[-1]) for value in top),
        tuple((at + 0.5) * step for at in range(len(groups))),
        tuple(at % every == 0 for at in range(len(groups))),
    )


def scale(values: Sequence[int]) -> tuple[int, ...]:
    """Return the values of a scale that holds these.

    >>> scale([0]), scale([7]), scale([2210])
    ((0, 1), (0, 2, 4, 6, 8), (0, 500, 1000, 1500, 2000, 2500))
    """
    most = max([1, *values])
    step = next(
        round_ * 10**power
        for power in range(len(str(most)) + 1)
        for round_ in _ROUND
        if round_ * 10**power * _MOST_STEPS >= most
    )
    return tuple(range(0, most + step, step)) if most % step else tuple(range(0, most + 1, step))  # fmt: skip
