"""Small cells (작은 칸): a table that is published must not let anybody be recognised.

* A count of people below the least is hidden, also where it is a sum; "0" is shown, since it
  speaks of nobody.
* A hidden number must not follow from the others: for each one a table must be thinkable that
  shows the same numbers and has another one there, no hidden number being nought. Where there
  is none, more is hidden: the cells of the cheapest circle that the number can be shifted along.
* Whoever reads the table is taken to know these rules, and neither which numbers are small.

>>> sorted(hidden(summed_up(((5, 1, 9), (7, 8, 9)))))
[('0', '0'), ('0', '1'), ('1', '0'), ('1', '1')]
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from heapq import heappop, heappush
from itertools import count

LEAST = 3  # people: below it stands "3명 미만"
SUM = ""  # the name of a sum, at the end of a row or of a column

Cell = tuple[str, str]
_Node = tuple[str, str]
_Arc = tuple[_Node, _Node]
_FAR = 10**9  # what it costs to hide a sum, or a nought: only where nothing else helps


def hidden(numbers: Mapping[Cell, int], least: int = LEAST, also: Collection[Cell] = ()) -> frozenset[Cell]:  # fmt: skip
    """Return the cells that must not be shown; ``also``: hidden for a reason of their own.

    ``numbers`` has every cell that would be printed, its sums too. A table without columns has
    only sums, one for each row.
    """
    arcs = {cell: _arc(cell, _is_list(numbers)) for cell in numbers}
    secret = {cell for cell, n in numbers.items() if 0 < n < least} | set(also)
    found = set(secret)
    for cell in sorted(secret):
        found |= _circle(cell, numbers, arcs, found)
    return frozenset(found)


def summed_up(grid: Sequence[Sequence[int]]) -> dict[Cell, int]:
    """Return a plain grid with its sums."""
    found: dict[Cell, int] = {}
    for row, told in enumerate(grid):
        for column, n in enumerate(told):
            for cell in (
                (f"{row}", f"{column}"),
                (f"{row}", SUM),
                (SUM, f"{column}"),
                (SUM, SUM),
            ):
                found[cell] = found.get(cell, 0) + n
    return found


# --- shifting numbers along circles ---------------------------------------------------------
#
# Every row and every column is a place. A number flows from its row to its column, the sum of a
# row flows back into it, and so with columns: then what a table must keep (every line adds up to
# its sum) says that as much leaves a place as comes. Numbers can differ without the shown ones
# differing exactly where one more can flow along a circle of hidden cells.


def _is_list(numbers: Mapping[Cell, int]) -> bool:
    return all(column == SUM for _, column in numbers)


def _arc(cell: Cell, is_list: bool) -> _Arc:
    row, column = cell
    if is_list:
        return (("end", ""), ("sum", "")) if row == SUM else (("sum", ""), ("end", ""))
    here, there = ("row", row), ("column", column)
    return (there, here) if (row == SUM) != (column == SUM) else (here, there)


def _circle(cell: Cell, numbers: Mapping[Cell, int], arcs: Mapping[Cell, _Arc], found: Collection[Cell]) -> set[Cell]:  # fmt: skip
    """Return what must be hidden so that this cell may be another number."""
    steps: dict[_Node, list[tuple[_Node, Cell, int]]] = {}
    for other, here, there in _steps(cell, numbers, arcs):
        price = 0 if other in found else _price(other, numbers[other])
        steps.setdefault(here, []).append((there, other, price))
    start, end = arcs[cell]
    ways = [_cheapest(steps, end, start)]
    if numbers[cell] > 1:
        ways.append(_cheapest(steps, start, end))
    return set(min(ways, key=lambda way: way[0])[1])


def _steps(cell: Cell, numbers: Mapping[Cell, int], arcs: Mapping[Cell, _Arc]) -> Iterator[tuple[Cell, _Node, _Node]]:  # fmt: skip
    """Yield along which cells one more may flow: one more in it, or one less where it can."""
    for other, (here, there) in arcs.items():
        if other != cell:
            yield other, here, there
            if numbers[other] > 1:
                yield other, there, here


def _price(cell: Cell, number: int) -> int:
    return number + _FAR * ((SUM in cell) + 2 * (number == 0))


def _cheapest(steps: Mapping[_Node, Sequence[tuple[_Node, Cell, int]]], start: _Node, end: _Node) -> tuple[int, tuple[Cell, ...]]:  # fmt: skip
    """Return the price and the cells of the cheapest way between two places."""
    order = count()
    open_: list[tuple[int, int, _Node, tuple[Cell, ...]]] = [(0, next(order), start, ())]  # fmt: skip
    done: set[_Node] = set()
    while open_:
        price, _, here, way = heappop(open_)
        if here == end:
            return price, way
        if here in done:
            continue
        done.add(here)
        for there, cell, more in steps.get(here, ()):
            if there not in done:
                heappush(open_, (price + more, next(order), there, (*way, cell)))
    return _FAR**2, ()
