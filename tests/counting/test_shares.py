"""Shares are those that the yearly reports print (domain 2.1 to 2.5)."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intake.counting.shares import mean, said, tenths

_PRINTED = (
    (5_109, 6_952, "73.5"), (1_843, 6_952, "26.5"), (6_007, 7_979, "75.3"), (1_972, 7_979, "24.7"),
    (6_663, 8_983, "74.2"), (2_320, 8_983, "25.8"), (7_428, 10_305, "72.1"), (2_877, 10_305, "27.9"),
    (2_863, 10_305, "27.8"), (5_242, 10_305, "50.9"), (2_890, 16_833, "17.2"),
    (2_244, 16_833, "13.3"), (4_358, 16_833, "25.9"), (1_384, 16_833, "8.2"), (2_414, 2_890, "83.5"),
    (77_652, 300_237, "25.9"), (1_868, 8_983, "20.8"), (114_672, 245_416, "46.7"),
)  # fmt: skip


@pytest.mark.parametrize(("part", "whole", "share"), _PRINTED)
def test_a_share_is_the_printed_one(part, whole, share):
    assert said(tenths(part, whole)) == share


def test_two_printed_shares_do_not_follow_from_the_numbers_beside_them():
    assert said(tenths(4_182, 16_833)) == "24.8"  # 2024, 불법촬영: printed 24.9
    assert said(tenths(3_391, 8_983)) == "37.7"  # 2023, 일시적 관계: printed 37.8


@given(st.integers(0, 10**7), st.integers(1, 10**7))
def test_a_share_is_the_nearest_tenth_and_half_goes_up(part, whole):
    found = tenths(part, whole)
    assert 2 * found * whole - 2_000 * part + whole >= 0
    assert 2 * found * whole - 2_000 * part <= whole


def test_the_story_has_two_kinds_of_harm_nearly_each():
    assert mean(28, 15) == "1.87"
    assert mean(14_565, 8_983) == "1.62"
    assert mean(1, 0) == ""
