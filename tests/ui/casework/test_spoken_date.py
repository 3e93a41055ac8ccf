import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intake.text.days import Calendar
from ui.widgets.spoken_date import read_date

TODAY = dt.date(2026, 11, 25)


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("2026", "2026"),
        ("2026-03", "2026-03"),
        ("2026.3.5", "2026-03-05"),
        ("20260305", "2026-03-05"),
        ("2026년 3월쯤", "2026-03"),
        ("약 2026년", "2026"),
        ("작년 5월 3일쯤", "2025-05-03"),
        ("올해", "2026"),
        ("3월 5일", "2026-03-05"),
        ("12월", "2025-12"),
        ("그저께", "2026-11-23"),
        ("지난달", "2026-10"),
        ("around March 2026", "2026-03"),
        ("Mar 5, 2026", "2026-03-05"),
        ("5 march", "2026-03-05"),
        ("yesterday", "2026-11-24"),
        ("last year", "2025"),
    ],
)
def test_a_date_is_read_as_far_as_it_was_said(said, meant):
    assert read_date(said, TODAY) == meant


@pytest.mark.parametrize(
    "said",
    [
        "",
        "모름",
        "눈 오던 날",
        "2026년 13월",
        "2026-02-30",
        "작년 봄",
        "march hare",
        "14시",
    ],
)
def test_what_is_no_date_is_none(said):
    assert read_date(said, TODAY) is None


def test_an_appointment_lies_ahead():
    assert read_date("1월 3일", TODAY, ahead=True) == "2027-01-03"
    assert read_date("11월 25일", TODAY, ahead=True) == "2026-11-25"
    assert read_date("모레", TODAY, ahead=True) == "2026-11-27"


@given(
    st.dates(dt.date(1900, 1, 1), dt.date(2100, 12, 31)), st.sampled_from([4, 7, 10])
)
def test_what_is_shown_for_a_date_is_read_as_that_date(day, precision):
    kept = day.isoformat()[:precision]
    for language in ("ko", "en"):
        assert read_date(Calendar(language).day(kept), TODAY) == kept


@given(st.text(max_size=30))
def test_no_words_are_too_strange(said):
    read_date(said, TODAY)
