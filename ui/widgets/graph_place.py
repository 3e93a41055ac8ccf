"""Where things stand in the picture (자리): three columns, nothing over anything else.

* Where there is room a node has two lines, where there is not it has one; letters never get
  smaller than they can be read: a picture that is still too high scrolls.
* A case and an identifier stand as near to their people as the order allows.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ui.widgets.graph_order import Block, Order

if TYPE_CHECKING:
    from intake.desk.views.joint import Edge

MARGIN, GUTTER = 8, 44
LEAST_WIDTH = 480
_SHARES = (0.31, 0.29, 0.4)


@dataclass(frozen=True, slots=True)
class Spot:
    """A place in pixels."""

    x: float
    y: float
    width: float
    height: float

    @property
    def middle(self) -> float:
        """How far down its middle is."""
        return self.y + self.height / 2


@dataclass(frozen=True, slots=True)
class Density:
    """How close things stand."""

    node: int
    gap: int
    pad: int
    lines: int


ROOMY, CLOSE = Density(46, 12, 8, 2), Density(26, 7, 5, 1)


@dataclass(frozen=True, slots=True)
class Placed:
    """Everything in its place."""

    spots: Mapping[str, Spot]
    frames: Mapping[str, Spot]  # around the suspects of one person, by its node
    height: float
    density: Density


def place(order: Order, edges: "Sequence[Edge]", width: float, height: float) -> Placed:
    """Return where everything stands in a picture so wide; ``height`` is what is seen of it."""
    roomy = _placed(order, edges, width, ROOMY)
    found = roomy if roomy.height <= height else _placed(order, edges, width, CLOSE)
    down = max(0.0, (height - found.height) / 2)
    return _moved(found, down, max(height, found.height))


def _placed(order: Order, edges: "Sequence[Edge]", width: float, density: Density) -> Placed:  # fmt: skip
    lefts, widths = _columns(max(width, LEAST_WIDTH))
    spots, frames = _people(order.people, lefts[1], widths[1], density)
    ends = _ends(edges)
    for ids, at in ((order.cases, 0), (order.marks, 2)):
        tops = _tops([_wanted(one, ends, spots) for one in ids], density)
        spots |= {one: Spot(lefts[at], top, widths[at], density.node) for one, top in zip(ids, tops, strict=True)}  # fmt: skip
    everything = [*spots.values(), *frames.values()]
    top = min((spot.y for spot in everything), default=0.0)
    bottom = max((spot.y + spot.height for spot in everything), default=0.0)
    found = Placed(spots, frames, bottom - top + 2 * MARGIN, density)
    return _moved(found, MARGIN - top, found.height)


def _columns(width: float) -> tuple[list[float], list[float]]:
    room = width - 2 * MARGIN - 2 * GUTTER
    widths = [room * share for share in _SHARES]
    lefts = [MARGIN + sum(widths[:at]) + at * GUTTER for at in range(3)]
    return lefts, widths


def _people(blocks: Sequence[Block], left: float, width: float, density: Density) -> tuple[dict[str, Spot], dict[str, Spot]]:  # fmt: skip
    spots, frames, down = {}, {}, 0.0
    for block in blocks:
        framed = bool(block.head and block.members)
        pad, top = (density.pad, down) if framed else (0, down)
        down += pad
        for one in block.ids:
            spots[one] = Spot(left + pad, down, width - 2 * pad, density.node)
            down += density.node + density.gap
        down += pad
        if framed:
            frames[block.head] = Spot(left, top, width, down - density.gap - top)
        down += density.gap if framed else 0
    return spots, frames


def _ends(edges: "Sequence[Edge]") -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for edge in edges:
        found.setdefault(edge.one, []).append(edge.other)
        found.setdefault(edge.other, []).append(edge.one)
    return {one: sorted(ends) for one, ends in found.items()}


def _wanted(one: str, ends: Mapping[str, list[str]], spots: Mapping[str, Spot]) -> float | None:  # fmt: skip
    near = [spots[end].y for end in ends.get(one, ()) if end in spots]
    return sum(near) / len(near) if near else None


def _tops(wanted: Sequence[float | None], density: Density) -> list[float]:
    """Return tops in this order, as near as may be to what is wanted, nothing over another."""
    pitch, last = density.node + density.gap, 0.0
    shifted = []
    for at, top in enumerate(wanted):
        last = top if top is not None else last + pitch
        shifted.append(last - at * pitch)
    return [top + at * pitch for at, top in enumerate(_rising(shifted))]


def _rising(values: Sequence[float]) -> list[float]:
    """Return the nearest numbers that never fall (least squares)."""
    groups: list[tuple[float, int]] = []
    for value in values:
        total, count = value, 1
        while groups and groups[-1][0] / groups[-1][1] > total / count:
            before, many = groups.pop()
            total, count = total + before, count + many
        groups.append((total, count))
    return [total / count for total, count in groups for _ in range(count)]


def _moved(placed: Placed, down: float, height: float) -> Placed:
    return Placed(
        {one: _lower(spot, down) for one, spot in placed.spots.items()},
        {one: _lower(spot, down) for one, spot in placed.frames.items()},
        height,
        placed.density,
    )


def _lower(spot: Spot, down: float) -> Spot:
    return Spot(spot.x, spot.y + down, spot.width, spot.height)
