"""Small cells (작은 칸): a table that is published must not let anybody be recognised.

* A count of people below the least is hidden; "0" is shown, since it speaks of nobody.
* Where one hidden cell of a row or column could be worked out from its total, the next
  smallest is hidden too, until it cannot.
* Totals stay: they are what other tables are compared with.

>>> sorted(hidden(((5, 1, 9), (7, 8, 9)), least=3))
[(0, 0), (0, 1), (1, 0), (1, 1)]
"""

from collections.abc import Iterator, Sequence

LEAST = 3  # people: below it stands "3명 미만"

Cell = tuple[int, int]
Grid = Sequence[Sequence[int]]


def hidden(grid: Grid, least: int = LEAST) -> frozenset[Cell]:
    """Return the cells that must not be shown, as (row, column).

    ``grid`` has no totals in it; the totals of its rows and columns are taken to be printed.
    """
    found = {
        (row, column)
        for row, told in enumerate(grid)
        for column, number in enumerate(told)
        if 0 < number < least
    }
    while (more := next(_betrayed(grid, found), None)) is not None:
        found.add(more)
    return frozenset(found)


def _betrayed(grid: Grid, found: set[Cell]) -> Iterator[Cell]:
    """Yield the cell to hide next, wherever a single hidden one could be worked out."""
    for line in _lines(grid):
        away = [one for one in line if one in found]
        if len(away) == 1:
            others = [one for one in line if one not in found]
            if others:
                yield min(others, key=lambda one: (grid[one[0]][one[1]] == 0, grid[one[0]][one[1]], one))  # fmt: skip


def _lines(grid: Grid) -> Iterator[list[Cell]]:
    for row, told in enumerate(grid):
        yield [(row, column) for column in range(len(told))]
    for column in range(len(grid[0]) if grid else 0):
        yield [(row, column) for row in range(len(grid))]
