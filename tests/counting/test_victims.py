"""Ages on a day, and whether somebody was a minor when it happened: certain or open."""

import datetime as dt
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from intake.counting.victims import CaseFacts, Harm, ages_on, band_of, was_under

_DAYS = st.dates(dt.date(1990, 1, 1), dt.date(2025, 12, 31))


def true_age(born: dt.date, on: dt.date) -> int:
    return on.year - born.year - ((on.month, on.day) < (born.month, born.day))


@given(_DAYS, _DAYS, st.sampled_from((4, 7, 10)), st.sampled_from((4, 7, 10)))
def test_what_is_said_less_exactly_holds_the_true_age(born, on, born_said, on_said):
    low, high = ages_on(born.isoformat()[:born_said], on.isoformat()[:on_said])
    assert low <= true_age(born, on) <= high


@given(_DAYS, _DAYS, _DAYS, st.sampled_from((4, 7, 10)), st.booleans(), st.sampled_from((14, 19)))  # fmt: skip
def test_who_is_called_a_minor_was_one(born, one, other, said, by_birth, years):
    happened, received = sorted((one, other))
    fact = CaseFacts(
        *("c", received.isoformat(), "", "", "", ""),
        age=None if by_birth else true_age(born, received),
        birth=born.isoformat() if by_birth else "",
        harms=(Harm("", happened.isoformat()[:said], ""),),
    )
    truth = true_age(born, happened) < years
    assert was_under(fact, years) in {truth, None}


def test_a_band_of_teens_may_be_an_adult():
    fact = CaseFacts("c", "2024-03-04", "", "", "", "", age=19)
    assert (band_of(fact), was_under(fact, 19)) == ("10", False)


def test_a_band_alone_says_what_it_can():
    teens = CaseFacts("c", "2024-03-04", "", "", "", "", band="10")
    assert (was_under(teens, 14), was_under(teens, 19)) == (None, None)
    assert (
        was_under(CaseFacts("c", "2024-03-04", "", "", "", "", band="20"), 19) is False
    )


def test_an_adult_at_intake_may_have_been_a_minor_when_it_happened():
    told = CaseFacts("c", "2024-03-04", "", "", "", "", under_19="NO")
    assert was_under(told, 19) is False  # nobody knows the day
    before = replace(told, harms=(Harm("", "2020-05", ""),))
    assert was_under(before, 19) is None
    assert was_under(replace(before, band="40"), 19) is False


def test_who_was_under_nineteen_at_intake_was_so_before():
    before = (Harm("", "2020-05", ""),)
    young = CaseFacts("c", "2024-03-04", "", "", "", "", under_19="YES", harms=before)
    assert was_under(young, 19) is True
    assert was_under(young, 14) is None
    assert was_under(replace(young, under_14="NO"), 14) is None
    assert was_under(replace(young, harms=()), 14) is None
    assert was_under(replace(young, under_14="NO", harms=()), 14) is False
