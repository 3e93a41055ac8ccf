"""What may follow what in the deletion ledger, without storage."""

from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intake.desk.marking import AWAY, DEEDS, REQUESTS, State, follow
from intake.desk.rechecks import days_of, next_check
from intake.desk.views.deleting import Mark
from intake.register import CODES
from intake.register.postings import REQUESTS as R1
from intake.text import texts_in

RESULTS = ["", *(one.code for one in CODES.lists["deletion_result"])]
ACTIONS = {one.code for one in CODES.lists["deletion_action"]}
MARKS = get_args(Mark)
STATES = st.builds(
    State,
    result=st.sampled_from(RESULTS),
    requests=st.integers(0, 3),
    of_the_site=st.integers(0, 3),
    police_too=st.booleans(),
)


def test_every_mark_is_a_deed_somebody_did():
    assert set(DEEDS) == set(MARKS)


@given(st.sampled_from(MARKS), STATES)
def test_a_mark_either_is_an_action_or_says_why_not(mark, state):
    what = follow(mark, state)
    assert bool(what.kind) is not bool(what.why)
    assert what.kind in ACTIONS | {""}
    assert what.result in RESULTS
    for language in ("ko", "en"):
        assert not what.why or texts_in(language).has(what.why)


@given(st.sampled_from(MARKS), STATES)
def test_only_the_four_kinds_of_request_count_and_only_requests_make_them(mark, state):
    what = follow(mark, state)
    assert (what.kind in R1) is (mark in REQUESTS and not what.why)


@given(st.sampled_from(MARKS), STATES)
def test_what_is_removed_is_only_ever_live_again(mark, state):
    if state.result == "REMOVED":
        assert follow(mark, state).result in {"", "REMOVED", "RESTORED"}


@given(st.sampled_from(MARKS), STATES)
def test_an_answer_needs_a_request_or_the_police(mark, state):
    answers = {"REMOVED", "REFUSED", "TEMPORARY", "BLOCKED", "DELISTED", "MORE_INFO"}
    if mark in answers and not state.requests and not state.police_too:
        assert follow(mark, state).why


@pytest.mark.parametrize(
    ("mark", "state", "kind", "result"),
    [
        ("REQUESTED", State("FOUND"), "FIRST", "REQUESTED"),
        ("REQUESTED", State("REQUESTED", 1, 1), "AGAIN", "REQUESTED"),
        ("REQUESTED", State("REQUESTED", 1, 0), "FIRST", "REQUESTED"),
        ("REQUESTED", State("RESTORED", 1, 1), "AGAIN", "REQUESTED"),
        ("REQUESTED", State("BLOCKED", 1, 1), "AGAIN", ""),
        ("REQUESTED", State("TEMPORARY", 1, 1), "AGAIN", ""),
        ("SEARCH", State("REMOVED", 1, 1), "SEARCH", ""),
        ("REMOVED", State("BLOCKED", 1, 1), "CHECK", "REMOVED"),
        ("REMOVED", State("FOUND", police_too=True), "CHECK", "REMOVED"),
        ("BLOCKED", State("REFUSED", 1, 1), "CHECK", "BLOCKED"),
        ("GONE", State("FOUND"), "CHECK", "GONE"),
        ("GONE", State("REMOVED", 1, 1), "CHECK", ""),
        ("RESTORED", State("REMOVED", 1, 1), "CHECK", "RESTORED"),
        ("REUPLOADED", State("REMOVED", 1, 1), "CHECK", ""),
        ("POLICE", State("FOUND"), "POLICE", ""),
        ("HASHREG", State("REMOVED", 1), "HASHREG", ""),
        ("INFORM", State("REMOVED", 1), "INFORM", ""),
        ("CHECK_LIVE", State("REQUESTED", 1), "CHECK", ""),
    ],
)
def test_what_follows(mark, state, kind, result):
    what = follow(mark, state)
    assert (what.kind, what.result, what.why) == (kind, result, "")


@pytest.mark.parametrize(
    ("mark", "state", "why"),
    [
        *(("REQUESTED", State(away, 1, 1), "already-away") for away in sorted(AWAY)),
        ("REFUSED", State("REMOVED", 1, 1), "already-away"),
        ("REMOVED", State("FOUND"), "not-requested"),
        ("REFUSED", State("FOUND", police_too=True), "not-requested"),
        ("RESTORED", State("REQUESTED", 1), "was-not-away"),
        ("CHECK_LIVE", State("REMOVED", 1), "live-again"),
        ("INFORM", State("FOUND"), "nothing-to-tell"),
    ],
)
def test_what_does_not_follow_is_named(mark, state, why):
    assert follow(mark, state).why == f"mark-skipped-{why}"


def test_an_answer_is_not_older_than_the_first_request():
    state = State("REQUESTED", 1, 1, first_on="2099-03-05")
    assert follow("REMOVED", state, "2099-03-04").why == "mark-skipped-before-request"
    assert not follow("REMOVED", state, "2099-03-05").why


# --- the calendar -------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("on", "expected"),
    [
        ("2099-03-01", "2099-03-02"),
        ("2099-03-02", "2099-03-04"),
        ("2099-03-05", "2099-03-08"),
        ("2099-03-08", "2099-03-15"),
        ("2099-03-15", "2099-03-31"),
        ("2099-03-31", "2099-04-30"),
        ("2099-04-30", "2099-05-30"),
    ],
)
def test_a_posting_is_looked_at_after_1_3_7_14_30_days_then_monthly(on, expected):
    assert next_check("2099-03-01", on, (1, 3, 7, 14, 30), 30) == expected


@pytest.mark.parametrize(
    ("said", "days"),
    [
        ("1, 3, 7", (1, 3, 7)),
        ("7 3 1 3", (1, 3, 7)),
        ("2일, 5일", (2, 5)),
        ("", (1, 3, 7, 14, 30)),
        ("0, 9999", (1, 3, 7, 14, 30)),
    ],
)
def test_a_calendar_is_read_as_somebody_wrote_it(said, days):
    assert days_of(said) == days
