"""Fourteen and nineteen: what an age asks for."""

import datetime as dt
import doctest

import pytest

from intake.consent import gate, giving, minors
from intake.consent.giving import Line, may_give
from intake.consent.minors import turned_since, turns


@pytest.mark.parametrize(
    ("age", "kind"),
    [
        (None, "unknown"),
        (0, "child"),
        (13, "child"),
        (14, "youth"),
        (18, "youth"),
        (19, "adult"),
    ],
)
def test_an_age_has_one_name_in_law(age, kind):
    assert gate(age).kind == kind


@pytest.mark.parametrize("confirm", ["PAPER", "PHONE", "MESSAGE", "PRESENT"])
def test_a_guardian_who_consented_opens_giving_for_a_child(confirm):
    assert gate(13, confirm).may_give
    assert not gate(13, confirm).guardian_needed


@pytest.mark.parametrize("confirm", [None, "", "NOT_TOLD"])
def test_without_a_guardian_a_child_is_helped_and_nothing_is_given(confirm):
    assert gate(13, confirm).guardian_needed
    assert not gate(13, confirm).may_give


def test_from_fourteen_nobody_else_consents():
    assert gate(14).may_give
    assert gate(None).may_give


def test_born_on_a_leap_day_a_year_is_full_on_the_first_of_march():
    assert turns("2012-02-29", 14) == dt.date(2026, 3, 1)
    assert turns("2012-02", 14) is None
    assert turns(None, 14) is None


def test_a_birthday_since_the_consent_is_noticed():
    today = dt.date(2026, 11, 25)
    assert turned_since("2012-11-25", "2026-11-24", today) == 14
    assert turned_since("2012-11-26", "2026-11-24", today) is None
    assert turned_since("2007-11-25", "2026-01-01", today) == 19
    assert turned_since("2012-11-25", "2026-11-25", today) is None


def test_each_receiver_is_agreed_to_by_name():
    lines = [Line("LAWYER", "AGREED", name="가람 사무소", said=5)]
    assert may_give(lines, "LAWYER", " 가람  사무소").may
    assert may_give(lines, "LAWYER", "나루 사무소") == (False, "undecided")
    assert may_give(lines, "POLICE", "가람 사무소") == (False, "undecided")


def test_a_named_refusal_stands_beside_a_general_consent():
    lines = [Line("COURT", "AGREED", said=9), Line("COURT", "REFUSED", "가 법원", 3)]
    assert may_give(lines, "COURT", "나 법원").may
    assert may_give(lines, "COURT", "가 법원") == (False, "refused")


def test_of_two_words_at_once_the_one_that_shares_less_counts():
    lines = [Line("COURT", "AGREED", said=4), Line("COURT", "REFUSED", said=4)]
    assert may_give(lines, "COURT").why == "refused"
    assert may_give(reversed(lines), "COURT").why == "refused"


def test_withdrawn_recording_ends_every_giving():
    lines = [
        Line("COURT", "AGREED", said=4),
        Line("RECORD", "AGREED", said=9, withdrawn=True),
    ]
    assert may_give(lines, "COURT") == (False, "record-withdrawn")


def test_a_missing_guardian_is_said_before_anything_else_of_the_receiver():
    assert may_give([Line("COURT", "AGREED")], "COURT", guarded=False).why == (
        "guardian-missing"
    )


def test_the_examples_are_true():
    assert doctest.testmod(minors).failed == 0
    assert doctest.testmod(giving).failed == 0
