"""What a published table hides cannot be worked out from what it shows."""

from itertools import product

from hypothesis import given, settings
from hypothesis import strategies as st

from intake.counting.cells import LEAST, SUM, hidden, summed_up

_GRIDS = st.sampled_from(((1, 3), (2, 2), (2, 3), (3, 2))).flatmap(
    lambda size: st.lists(st.lists(st.integers(0, 4), min_size=size[1], max_size=size[1]), min_size=size[0], max_size=size[0])
)  # fmt: skip


def others(numbers, away):
    """Tables one off that show the same: hidden numbers may be others, but none is nought."""
    rows = sorted({r for r, _ in numbers} - {SUM})
    columns = sorted({c for _, c in numbers} - {SUM})
    inner = list(product(rows, columns))
    open_ = [cell for cell in inner if cell in away]
    for told in product((0, 1, -1), repeat=len(open_)):
        new = {cell: numbers[cell] for cell in inner}
        new |= {cell: new[cell] + off for cell, off in zip(open_, told, strict=True)}
        grid = [[new[r, c] for c in columns] for r in rows]
        every = summed_up(grid)
        named = {(rows[int(r)] if r else SUM, columns[int(c)] if c else SUM): n for (r, c), n in every.items()}  # fmt: skip
        fits = all(named[cell] == n for cell, n in numbers.items() if cell not in away)
        if fits and all(named[cell] >= min(1, numbers[cell]) for cell in away):
            yield named


@settings(max_examples=60)
@given(_GRIDS)
def test_every_small_number_may_be_another_one(grid):
    numbers = summed_up(grid)
    away = hidden(numbers)
    small = {cell for cell, n in numbers.items() if 0 < n < LEAST}
    assert small <= away
    unsure = set(small)
    for other in others(numbers, away):
        unsure -= {cell for cell in unsure if other[cell] != numbers[cell]}
        if not unsure:
            return
    assert not unsure


@given(st.lists(st.integers(0, 9), min_size=1, max_size=8))
def test_in_a_plain_list_no_small_number_is_the_only_one_hidden(told):
    numbers = {(f"{at}", SUM): n for at, n in enumerate(told)} | {(SUM, SUM): sum(told)}
    away = hidden(numbers)
    assert {cell for cell, n in numbers.items() if 0 < n < LEAST} <= away
    assert len(away) != 1
    rows = [cell for cell in away if cell[0] != SUM]
    if rows and (SUM, SUM) not in away:  # what is hidden is more than one each
        assert sum(numbers[cell] for cell in rows) > len(rows)


def test_two_people_who_are_one_each_hide_a_third_number():
    numbers = {("a", SUM): 1, ("b", SUM): 1, ("c", SUM): 7, (SUM, SUM): 9}
    assert hidden(numbers) == {("a", SUM), ("b", SUM), ("c", SUM)}


def test_a_sum_below_the_least_is_hidden_and_one_more():
    numbers = summed_up([[2, 0], [9, 9]])
    away = hidden(numbers)
    assert {("0", "0"), ("0", SUM)} <= away
    assert len(away) > 2


def test_a_table_without_small_cells_hides_nothing():
    assert hidden(summed_up([[0, 3], [10, 5]])) == frozenset()


def test_of_several_ways_to_keep_a_secret_the_one_that_hides_least_is_taken():
    numbers = summed_up([[1, 50, 9], [80, 60, 7]])
    assert hidden(numbers) == {("0", "0"), ("0", "2"), ("1", "0"), ("1", "2")}
