"""Words over the telephone: one thing, one row of words."""

import hashlib
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intake.crypto import fingerprint_words, words
from intake.text import resource


@pytest.mark.parametrize(
    ("name", "first", "last"),
    [("korean", "가격", "힘껏"), ("english", "abandon", "zoo")],
)
def test_each_list_has_2048_different_words_in_nfc(name, first, last):
    listed = resource("words", f"{name}.txt").read_text("utf-8").splitlines()
    assert (len(listed), len(set(listed))) == (2048, 2048)
    assert (listed[0], listed[-1]) == (first, last)
    assert all(unicodedata.is_normalized("NFC", word) for word in listed)


@given(st.binary(), st.integers(1, 23))
def test_fewer_words_are_the_beginning_of_more(data, count):
    assert words(data, count) == words(data, 23)[:count]
    assert len(words(data)) == 6


@given(st.binary())
def test_words_are_the_bits_of_the_hash(data):
    listed = resource("words", "english.txt").read_text("utf-8").splitlines()
    bits = "".join(f"{listed.index(word):011b}" for word in words(data, language="en"))
    whole = f"{int.from_bytes(hashlib.sha256(data).digest(), 'big'):0256b}"
    assert whole.startswith(bits)
    assert fingerprint_words(data) == words(data)


@pytest.mark.parametrize("count", [0, 24])
def test_no_more_words_than_the_hash_has_bits_for(count):
    with pytest.raises(ValueError, match=str(count)):
        words(b"", count)
