"""Windows of days: rough dates are wide, and what is unknown fits everything."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intake.matching.timing import apart, changed_hands

_SAID = st.sampled_from(["", "2019", "2020-02", "2020-02-29", "2024-11", "2025-01-31", "모름", "2020-13"])  # fmt: skip
_WINDOWS = st.tuples(_SAID, _SAID)


@pytest.mark.parametrize(
    ("one", "other", "days"),
    [
        (("2020", "2020"), ("2020-12-31", ""), 0),
        (("2020-01-01", "2020-01-31"), ("2020-02", ""), 0),
        (("2018-01", "2019-12"), ("2020-06", "2024-11"), 152),  # D04
        (("", "2019"), ("2021", ""), 366),
        (("", ""), ("2020", "2020"), 0),
        (("2024-11", "2020-06"), ("2022", "2022"), 0),  # typed the wrong way round
    ],
)
def test_days_lie_between_windows(one, other, days):
    assert apart(one, other) == days


@given(_WINDOWS, _WINDOWS)
def test_it_is_the_same_both_ways_and_never_less_than_none(one, other):
    assert apart(one, other) == apart(other, one) >= 0
    assert apart(one, one) == 0


def test_one_window_that_fits_is_enough():
    assert not changed_hands(
        [("2018", "2018"), ("2021", "2021")], [("2021-06", "2023")]
    )
    assert changed_hands([("2018", "2018")], [("2021-06", "2023")])


def test_two_short_windows_say_only_when_it_was_seen():
    assert not changed_hands([("2018-01", "2018-01")], [("2021-06-03", "2021-06-30")])
    assert changed_hands([("2020-06", "2024-11")], [("2025-02", "2025-02")])  # D03
