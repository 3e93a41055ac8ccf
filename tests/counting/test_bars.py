"""Bars stand where their numbers say, in the window and on paper alike."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intake.counting.bars import bars, scale

_GROUPS = st.lists(st.tuples(st.text(max_size=3), st.lists(st.integers(0, 10**7), min_size=2, max_size=2)), min_size=1, max_size=24)  # fmt: skip


@given(_GROUPS)
def test_bars_are_in_their_box_and_as_high_as_they_say(groups):
    drawn = bars(groups, 400.0, 120.0)
    top = drawn.ticks[-1].value
    for bar in drawn.bars:
        assert bar.x >= 0
        assert bar.x + bar.width <= 400.0 + 1e-6
        assert bar.height == pytest.approx(120.0 * bar.value / top)
    for one, other in pairwise(drawn.bars):
        assert one.x + one.width <= other.x + 1e-6


@given(st.integers(0, 10**9))
def test_a_scale_holds_its_numbers_in_few_round_steps(most):
    told = scale([most])
    assert told[0] == 0
    assert told[-1] >= max(most, 1)
    assert len(told) <= 7
    assert len({b - a for a, b in pairwise(told)}) == 1


def test_names_stand_only_where_there_is_room():
    months = [(f"2024.{n:02}", (1,)) for n in range(1, 13)]
    assert all(bars(months, 1200.0, 10.0, room=40).named)
    assert sum(bars(months, 240.0, 10.0, room=40).named) < 12


@pytest.mark.parametrize("groups", [1, 2, 3, 12])
def test_few_bars_are_bars_and_stand_in_the_middle_of_their_group(groups):
    drawn = bars([(f"{n}", (3, 1)) for n in range(groups)], 1200.0, 10.0)
    assert max(bar.width for bar in drawn.bars) <= 100.0
    for at, middle in enumerate(drawn.middles):
        one, other = (bar for bar in drawn.bars if bar.group == at)
        assert (one.x + other.x + other.width) / 2 == pytest.approx(middle)
