"""Keys as letters: what is written reads back, what is mistyped is noticed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intake.crypto.bech32 import _polymod, _spread, decode, encode
from intake.errors import Malformed

LETTERS = "qpzry9x8gf2tvdw0s3jn54khce6mua7l"


@given(st.sampled_from(["age", "age1pq", "x1y"]), st.binary(max_size=80), st.booleans())
def test_what_is_written_reads_back_in_either_case(prefix, data, upper):
    text = encode(prefix, data)
    assert decode(text.upper() if upper else text) == (prefix, data)


@given(st.binary(max_size=40), st.data())
def test_one_mistyped_letter_is_always_noticed(data, draw):
    text = encode("age", data)
    place = draw.draw(st.integers(4, len(text) - 1))
    letter = draw.draw(st.sampled_from(LETTERS).filter(lambda it: it != text[place]))
    with pytest.raises(Malformed):
        decode(text[:place] + letter + text[place + 1 :])


@pytest.mark.parametrize(
    "text",
    [
        "A12UEL5L",
        "a12uel5l",
        "an83characterlonghumanreadablepartthatcontainsthenumber1andtheexcludedcharactersbio1tt5tgs",
    ],
)
def test_published_examples_without_data_are_read(text):
    assert decode(text)[1] == b""


@pytest.mark.parametrize(
    "text",
    [
        "",
        "1",
        "pzry9x0s0muk",
        "1pzry9x0s0muk",
        "x1b4n0q5v",
        "li1dgmt3",
        "A1G7SGD8",
        "10a06t8",
        "1qzzfhee",
        "A12uel5l",
        "de1lg7wt\xff",
        "age1\u017f",
    ],
)
def test_published_counter_examples_are_refused(text):
    with pytest.raises(Malformed):
        decode(text)


@pytest.mark.parametrize("values", [[1], [0, 1], [0, 0, 0]])
def test_leftover_bits_are_refused(values):
    """A right checksum over letters that are not whole bytes."""
    sums = _polymod([*_spread("age"), *values, *[0] * 6]) ^ 1
    check = [sums >> 5 * (5 - place) & 31 for place in range(6)]
    with pytest.raises(Malformed):
        decode("age1" + "".join(LETTERS[value] for value in (*values, *check)))
