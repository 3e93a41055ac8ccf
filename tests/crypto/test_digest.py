"""One thing, one spelling, one hash."""

import hashlib
import json
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intake.crypto import canonical_json, leaf, leaves_digest, segment_hash, sha256

text = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
values = st.recursive(
    st.none() | st.booleans() | st.integers() | text,
    lambda inner: (
        st.lists(inner, max_size=4) | st.dictionaries(text, inner, max_size=4)
    ),
    max_leaves=12,
)


def composed(value):
    if isinstance(value, str):
        return unicodedata.normalize("NFC", value)
    if isinstance(value, list):
        return [composed(part) for part in value]
    if isinstance(value, dict):
        return {composed(key): composed(part) for key, part in value.items()}
    return value


def one_spelling(value) -> bytes | None:
    try:
        return canonical_json(value)
    except ValueError:
        return None  # two keys that are one in NFC


@given(values)
def test_what_is_spelled_reads_back_as_the_same_in_nfc_and_is_spelled_the_same_again(
    value,
):
    spelled = one_spelling(value)
    if spelled is not None:
        assert json.loads(spelled) == composed(value)
        assert canonical_json(json.loads(spelled)) == spelled


@given(st.dictionaries(text, st.integers(), max_size=6))
def test_the_order_in_which_keys_were_said_does_not_matter(parts):
    turned = dict(reversed(parts.items()))
    assert one_spelling(parts) == one_spelling(turned)


def test_the_spelling_is_the_published_one():
    assert (
        canonical_json({"나": [1, -2], "a b": '\n"/가'})
        == b'{"a b":"\\n\\"/\xea\xb0\x80","\xeb\x82\x98":[1,-2]}'
    )
    assert canonical_json(("x", True, None)) == b'["x",true,null]'
    mixed = [{"\u1100\u1161": ("\u1100\u1161", 1)}]
    assert canonical_json(mixed) == canonical_json([{"가": ["가", 1]}])
    assert canonical_json("\u1100\u1161") == canonical_json("가")
    assert (
        canonical_json("n\n\u0303") == b'"n\\n\xcc\x83"'
    )  # the escape is not a letter


@pytest.mark.parametrize(
    "value",
    [
        0.5,
        [1.0],
        {"a": float("nan")},
        {1: 2},
        {None: 1},
        b"x",
        {"a": {"b": object()}},
        "\ud800",
    ],
)
def test_what_has_no_canonical_spelling_is_refused(value):
    with pytest.raises(ValueError, match=r"^[a-zA-Z ]*$"):
        canonical_json(value)


def test_two_keys_that_are_one_in_nfc_are_refused():
    with pytest.raises(ValueError, match="two keys are one"):
        canonical_json({"가": 1, "\u1100\u1161": 2})


def test_a_thing_too_deep_to_spell_is_refused_and_not_a_crash():
    deep: list = []
    for _ in range(100_000):
        deep = [deep]
    with pytest.raises(ValueError, match="no canonical"):
        canonical_json(deep)


def test_leaf_and_segment_hash_as_published():
    salt, body = bytes(16), b'{"t":1}'
    assert leaf(salt, body) == hashlib.sha256(b"\0" + salt + body).digest()
    assert segment_hash(body) == hashlib.sha256(b"\1" + body).digest()
    assert (
        leaves_digest([b"a", b"b"]) == sha256(b"ab") == hashlib.sha256(b"ab").digest()
    )
    assert leaf(b"", body) != segment_hash(body)
