"""Look-alike letters warn, swapped digits hint, and neither makes two values one."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from intake.matching.alike import looks_like, strokes_between, swapped


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("northpler_x7q", "northpier_x7q"),  # D09
        ("night_rnoon", "night_moon"),
        ("haru0ppa", "haruoppa"),
        ("hаru", "haru"),  # a Cyrillic letter
        ("haru_", "haru"),
    ],
)
def test_letters_that_look_alike_are_noticed(one, other):
    assert looks_like(one, other)
    assert looks_like(other, one)


@pytest.mark.parametrize(("one", "other"), [("haru", "haru"), ("haru", "HARU"), ("haru", "hani")])  # fmt: skip
def test_the_same_and_the_different_do_not_look_alike(one, other):
    assert not looks_like(one, other)


def test_neighbouring_digits_that_changed_places_are_noticed():
    assert swapped("+821000004271", "+821000004217")  # D10
    assert not swapped("+821000004217", "+821000004217")
    assert not swapped("+821000004217", "+821000001247")


@pytest.mark.parametrize(
    ("one", "other", "apart"),
    [
        ("김민수", "김민수", 0),
        ("김민수", "김민서", 1),
        ("김민수", "김 민 수", 0),
        ("김하준", "이도윤", 6),
    ],
)
def test_names_are_compared_stroke_by_stroke(one, other, apart):
    assert strokes_between(one, other) == apart


@given(st.text("김이박민수서하", max_size=4), st.text("김이박민수서하", max_size=4))
@settings(max_examples=60, deadline=None)
def test_the_distance_is_the_same_both_ways(one, other):
    assert strokes_between(one, other) == strokes_between(other, one)
