"""Stamps strictly increase; nobody's wrong year becomes everybody's."""

import datetime as dt

from hypothesis import given
from hypothesis import strategies as st

from intake.clock import DAY_MS, Clock, local, ms_of, stamp_at, utc, wall_ms

MOMENTS = st.integers(0, 2**42)


@given(st.lists(MOMENTS, min_size=1))
def test_stamps_strictly_increase_whatever_the_wall_does(walls):
    wall = iter(walls)
    clock = Clock(wall=lambda: next(wall))
    stamps = [clock.next() for _ in walls]
    assert stamps == sorted(set(stamps))


@given(MOMENTS, st.integers(0, 2**62), MOMENTS)
def test_a_remote_stamp_is_followed_to_a_day_beyond_the_wall_and_no_further(
    wall, remote, last
):
    clock = Clock(wall=lambda: wall, last=stamp_at(last))
    near = clock.hear(remote)
    assert near == (remote <= stamp_at(wall + DAY_MS))
    assert clock.last >= stamp_at(last)
    assert clock.last <= max(stamp_at(last), stamp_at(wall + DAY_MS))
    if near:
        assert clock.last >= remote
        assert clock.next() > remote


@given(MOMENTS, st.integers(0, 2**62))
def test_a_clock_continues_after_its_last_stamp(wall, last):
    assert Clock(wall=lambda: wall, last=last).next() > last


@given(MOMENTS, st.integers(0, 2**16 - 1))
def test_a_stamp_gives_its_moment_back_and_fits_a_signed_64_bit_number(ms, counter):
    assert ms_of(stamp_at(ms, counter)) == ms
    assert stamp_at(ms, counter) < 2**63


def test_moments_are_written_in_utc_and_shown_on_the_local_calendar():
    assert utc(0) == "1970-01-01T00:00:00Z"
    assert local(0).astimezone(dt.UTC) == dt.datetime(1970, 1, 1, tzinfo=dt.UTC)
    assert Clock(wall=lambda: 0).today() == local(0).date()
    assert wall_ms() > 1_700_000_000_000
