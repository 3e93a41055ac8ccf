"""Walking through the picture by arrow keys (화살표로 걷기): every node can be reached.

* Up and down go through a column; left and right go to what is joined in the next column, the
  nearest first, and to the nearest where nothing is joined.
"""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Literal

from ui.widgets.graph_place import Spot

if TYPE_CHECKING:
    from intake.desk.views.joint import Edge

Way = Literal["up", "down", "left", "right", "first", "last"]
Columns = Sequence[Sequence[str]]


def step(here: str, way: Way, columns: Columns, edges: "Sequence[Edge]", spots: Mapping[str, Spot]) -> str:  # fmt: skip
    """Return where an arrow leads; the same place where it leads nowhere."""
    at = next((n for n, column in enumerate(columns) if here in column), None)
    if at is None:
        return next((one for column in columns for one in column), here)
    column = columns[at]
    if way in {"first", "last"}:
        return column[0 if way == "first" else -1]
    if way in {"up", "down"}:
        row = column.index(here) + (1 if way == "down" else -1)
        return column[min(max(row, 0), len(column) - 1)]
    beside = range(at + 1, len(columns)) if way == "right" else range(at - 1, -1, -1)
    found = next((columns[n] for n in beside if columns[n]), None)
    return here if found is None else _nearest(here, found, edges, spots)


def _nearest(here: str, column: Sequence[str], edges: "Sequence[Edge]", spots: Mapping[str, Spot]) -> str:  # fmt: skip
    joined = {edge.other if edge.one == here else edge.one for edge in edges if here in {edge.one, edge.other}}  # fmt: skip
    offered = [one for one in column if one in joined] or list(column)
    middle = spots[here].middle
    return min(offered, key=lambda one: (abs(spots[one].middle - middle), one))
