"""How long a case is kept, and until when."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intake.consent.retention import Facts, Rule, duties, ends_on, is_over, rule_of

TODAY = dt.date(2026, 11, 25)


def facts(*materials, **more):
    return Facts(frozenset(materials), **more)


@pytest.mark.parametrize(
    ("told", "code"),
    [
        (facts(), "Y5"),
        (facts("ART14"), "Y5"),
        (facts("PII"), "PERM"),
    ],
)
def test_the_class_follows_the_rule(told, code):
    assert rule_of(told).code == code


def test_what_was_written_down_counts_where_it_is_longer():
    assert rule_of(facts(told="Y10")).why == "retention-why-told"
    assert rule_of(facts("CSAM", told="Y5")).code == "PERM"
    assert rule_of(facts("CSAM", told="NOW")) == Rule("NOW", "retention-why-asked", 0)


def test_the_years_begin_with_the_closing_and_end_on_the_same_day():
    assert ends_on(rule_of(facts()), "2021-11-25") == "2026-11-25"
    assert is_over(rule_of(facts()), "2021-11-25", TODAY)
    assert not is_over(rule_of(facts()), "2021-11-26", TODAY)
    assert not is_over(rule_of(facts()), "", TODAY)


def test_what_is_kept_for_ever_is_never_over():
    assert not is_over(rule_of(facts("CSAM")), "1990-01-01", TODAY)


def test_a_short_date_never_destroys_too_early():
    assert ends_on(rule_of(facts()), "2021") == "2026-12-31"
    assert ends_on(rule_of(facts()), "2020-02") == "2025-02-28"
    assert ends_on(rule_of(facts()), "2024-02-29") == "2029-02-28"


@given(st.dates(dt.date(1990, 1, 1), dt.date(2090, 1, 1)))
def test_five_years_are_at_least_1825_days(start):
    end = dt.date.fromisoformat(ends_on(rule_of(facts()), start.isoformat()))
    assert 1825 <= (end - start).days <= 1827


def test_duties_that_disagree_are_named_and_not_decided():
    assert duties(facts(), held=False, asked=False) == ("duty-public-records",)
    assert duties(facts("CSAM"), held=True, asked=True) == (
        "duty-hold",
        "duty-csam",
        "duty-asked",
        "duty-public-records",
    )
    assert "duty-evidence" in duties(facts(basis="POLICE"), held=False, asked=False)
