"""A resident number does not stay."""

import pytest

from intake.register import VOCABULARY
from intake.register.guard import holds_number, mask_numbers


@pytest.mark.parametrize(
    "typed", ["990101-1234567", "010203 - 4567890", "(850707–2000000)"]
)
def test_a_pasted_number_is_masked(typed):
    assert holds_number(typed)
    assert not holds_number(mask_numbers(typed))
    assert mask_numbers(typed).endswith(("*******", "*******)"))


@pytest.mark.parametrize(
    "typed",
    [
        "010-0000-4217",
        "999-00-123456",
        "123456-01-234567",
        "991301-1234567",
        "2099-IC-000001",
    ],
)
def test_phones_accounts_and_case_numbers_are_left_alone(typed):
    assert mask_numbers(typed) == typed


def test_a_number_that_is_said_is_masked_whatever_noun_says_it():
    """The ledger keeps no resident number: neither in a note nor in an answer."""
    clean = VOCABULARY.clean
    told = "주민번호 010203-4567890 이라고 함"
    masked = "주민번호 010203-******* 이라고 함"
    assert clean("note", "text", told) == masked
    assert clean("answer", "value", told) == masked
    assert clean("posting", "url", told) == told
    assert clean("nothing", "known", told) == told
