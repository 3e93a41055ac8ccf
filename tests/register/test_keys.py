"""The same fact, noted twice, has one id."""

import pytest

from intake.register.keys import (
    answer_id,
    identifier_id,
    outside_id,
    posting_id,
    tick_id,
)

CASE = "0190f0a0-0000-7000-8000-000000000001"

POSTING = "69ecc659-7171-5e27-9bd2-7c83aa73aa1a"
IDENTIFIER = "c6b0fb84-233e-5665-bf57-d17784e54962"
TICK = "01475ea3-512d-5682-9817-ccafc0314ddb"
OUTSIDE = "5407be69-0203-553c-bf78-1b6287b0008b"
ANSWER = "abb73e2d-c765-5450-bb13-f819bf7fab42"


@pytest.mark.parametrize(
    "typed",
    [
        "https://tube-a.example/v/1",
        "http://tube-a.example/v/1/",
        "HTTPS://Tube-A.example/v/1#top",
        "hxxps://tube-a[.]example/v/1",
        "  tube-a.example/v/1 ",
    ],
)
def test_one_address_in_one_case_is_one_posting(typed):
    assert posting_id(CASE, typed) == posting_id(CASE, "https://tube-a.example/v/1")


def test_another_post_or_another_case_is_another_posting():
    one = posting_id(CASE, "https://tube-a.example/v?id=1")
    assert one != posting_id(CASE, "https://tube-a.example/v?id=2")
    assert one != posting_id(CASE[:-1] + "2", "https://tube-a.example/v?id=1")


def test_ids_never_change():
    """These are written into ledgers; a new spelling would double every count."""
    assert posting_id(CASE, "https://tube-a.example/v/1") == POSTING
    assert identifier_id(CASE, "phone", " 010-0000-4217") == IDENTIFIER
    assert tick_id("harm", CASE, "DIST") == TICK
    assert outside_id("central", "2099-1") == OUTSIDE
    assert answer_id(CASE, "/intake/phone") == ANSWER
