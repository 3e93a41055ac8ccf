"""The printed emergency code survives a tired person."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intake.errors import WrongCode
from intake.vault.emergency import check_character, new_code, read_code, spell

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
codes = st.text(ALPHABET, min_size=25, max_size=25).map(
    lambda said: said + check_character(said)
)


@given(codes)
def test_a_code_is_read_as_it_was_printed_typed_small_or_spaced(code):
    assert read_code(spell(code)) == code
    assert read_code(spell(code).lower().replace("-", "  ")) == code


@given(codes)
def test_letters_that_look_alike_are_the_same(code):
    assert read_code(code.replace("0", "o").replace("1", "l")) == code
    assert read_code(code.replace("1", "I")) == code


@given(codes, st.integers(0, 25), st.sampled_from(ALPHABET))
def test_every_single_wrong_character_is_found(code, at, wrong):
    typed = code[:at] + wrong + code[at + 1 :]
    if typed == code:
        assert read_code(typed) == code
    else:
        with pytest.raises(WrongCode):
            read_code(typed)


def test_nearly_every_swap_of_neighbours_is_found():
    unseen = swaps = 0
    for _ in range(40):
        code = new_code()
        for at in range(25):
            typed = code[:at] + code[at + 1] + code[at] + code[at + 2 :]
            if typed != code:
                swaps += 1
                unseen += check_character(typed[:-1]) == typed[-1]
    assert unseen <= swaps * 0.01


@pytest.mark.parametrize("typed", ["", "01234", "0" * 27, "U" * 26, "가" * 26])
def test_what_is_not_a_code_is_refused(typed):
    with pytest.raises(WrongCode):
        read_code(typed)


def test_a_code_is_26_unambiguous_characters_and_never_the_same_twice():
    made = {new_code() for _ in range(50)}
    assert len(made) == 50
    assert all(re.fullmatch(f"[{ALPHABET}]{{26}}", code) for code in made)
