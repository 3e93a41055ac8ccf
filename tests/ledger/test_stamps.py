"""Stamps of a log increase, whatever the wall clock does (invariant 9)."""

import json

from hypothesis import given, settings
from hypothesis import strategies as st

from intake.clock import DAY_MS, ms_of
from intake.ledger.segment import SegmentHeader
from tests.ledger.houses import START, case, uid

YEAR = 365 * DAY_MS


@settings(max_examples=15)
@given(walls=st.lists(st.integers(START - YEAR, START + YEAR), min_size=2, max_size=8))
def test_stamps_of_a_log_strictly_increase_whatever_the_wall_clock_does(town, walls):
    town.begin()
    ana = town.laptop("ana")
    for number, wall in enumerate(walls):
        ana.wall.ms = wall
        if number % 3 == 2:
            ana.open()  # the program was closed in between
        ana.say(case(1), "note", uid("note", 1), text=str(number))
    stamps = [
        json.loads(body)["t"]
        for segment in ana.segments()
        for _, _, body in segment.bodies
    ]
    assert stamps == sorted(set(stamps))
    assert len(stamps) == len(walls)
    assert ana.shown("note", uid("note", 1)) == {"text": str(len(walls) - 1)}


@settings(max_examples=15)
@given(ahead=st.integers(-YEAR, 5 * YEAR))
def test_a_clock_elsewhere_never_moves_ours_more_than_a_day_beyond_the_wall(
    town, ahead
):
    town.begin()
    ana, bora = town.laptop("ana"), town.laptop("bora")
    ana.wall.ms += ahead
    ana.say(case(1), "note", uid("note", 1), text="말")
    report = bora.merge(ana.segments())
    bora.say(case(1), "note", uid("note", 2), text="말")
    assert ms_of(bora.ledger.clock.last) <= bora.wall.ms + DAY_MS
    assert report.clock_marked == (ana.wall.ms > START + DAY_MS)
    assert bora.shown("note", uid("note", 1)) == {"text": "말"}


def test_what_was_heard_is_followed_after_a_restart_too(town):
    ana, bora = town.laptop("ana"), town.laptop("bora")
    ana.wall.ms += DAY_MS // 2
    ana.say(case(1), "case", uid("case", 1), alias="가")
    bora.merge(ana.segments())
    bora.say(case(2), "case", uid("case", 2), alias="나")
    bora.open()
    bora.say(case(1), "note", uid("note", 1), text="다")
    (newest, older) = bora.ledger.timeline(case(1))
    assert newest.stamp > older.stamp


def test_headers_count_what_the_segments_hold(town):
    ana = town.laptop("ana")
    ana.say(case(1), "case", uid("case", 1), alias="가", route="나")
    (segment,) = ana.segments()
    header = SegmentHeader.from_bytes(segment.header)
    assert (header.count, header.n, header.prev) == (2, 0, "")
