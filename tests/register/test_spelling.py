"""How words are spelled for looking up."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intake.register.spelling import folded, host_of, initials, is_initials, key_of


@pytest.mark.parametrize(
    "typed",
    [
        "010-0000-4217",
        "01000004217",
        "+82 10 0000 4217",
        "+82 (0)10-0000-4217",
        "０１０－００００－４２１７".replace("－", "-"),
        "010.0000.4217",
    ],
)
def test_a_number_is_found_however_it_is_typed(typed):
    assert key_of(typed) == "01000004217"


@pytest.mark.parametrize(
    "typed",
    [
        "https://www.Tube-a.example/v/1/",
        "hxxps://tube-a[.]example/v/1",
        "tube-a.example/v/1",
        " HTTP://tube-a.example/v/1 ",
    ],
)
def test_an_address_is_found_however_it_is_typed(typed):
    assert key_of(typed) == "tube-a.example/v/1"
    assert host_of(typed) == "tube-a.example"


def test_an_account_is_found_with_and_without_its_sign():
    assert key_of("@X7Q_haru") == key_of("x7q_haru ") == "x7q_haru"


def test_a_host_is_told_without_user_port_and_query():
    assert host_of("https://a:b@Site.example:8443/x?y#z") == "site.example"


def test_initials_are_taken_from_syllables_only():
    assert initials("김하준") == "ㄱㅎㅈ"
    assert initials("하루 오빠7") == "ㅎㄹㅇㅃ7"
    assert is_initials("ㄱㅎㅈ")
    assert not is_initials("김ㅎㅈ")
    assert not is_initials("")


@given(st.text(max_size=40))
def test_spelling_twice_is_spelling_once(text):
    assert folded(folded(text)) == folded(text)
    assert initials(initials(text)) == initials(text)


@given(st.text(max_size=40))
def test_any_text_has_a_spelling(text):
    assert isinstance(key_of(text), str)
    assert isinstance(host_of(text), str)
