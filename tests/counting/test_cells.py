"""What a published table hides cannot be worked out from its totals."""

from itertools import product

from hypothesis import given
from hypothesis import strategies as st

from intake.counting.cells import LEAST, hidden

_GRIDS = st.integers(2, 4).flatmap(
    lambda width: st.lists(st.lists(st.integers(0, 9), min_size=width, max_size=width), min_size=2, max_size=3)
)  # fmt: skip


@given(_GRIDS)
def test_every_small_cell_is_hidden_and_no_line_has_a_single_hidden_one(grid):
    away = hidden(grid)
    small = {(r, c) for r, row in enumerate(grid) for c, n in enumerate(row) if 0 < n < LEAST}  # fmt: skip
    assert small <= away
    lines = [[(r, c) for c in range(len(grid[0]))] for r in range(len(grid))]
    lines += [[(r, c) for r in range(len(grid))] for c in range(len(grid[0]))]
    assert all(sum(one in away for one in line) != 1 for line in lines)


def test_a_table_without_small_cells_hides_nothing():
    assert hidden([[0, 3], [10, 5]]) == frozenset()


def test_a_hidden_cell_has_more_than_one_possible_value():
    grid = [[1, 7, 9], [8, 6, 5]]
    away = sorted(hidden(grid))
    sums = (
        [sum(row) for row in grid],
        [sum(column) for column in zip(*grid, strict=True)],
    )
    found = 0
    for told in product(range(10), repeat=len(away)):
        other = [list(row) for row in grid]
        for (row, column), number in zip(away, told, strict=True):
            other[row][column] = number
        fits = ([sum(row) for row in other], [sum(column) for column in zip(*other, strict=True)]) == sums  # fmt: skip
        found += fits
    assert found > 1
