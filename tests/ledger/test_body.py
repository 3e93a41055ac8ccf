"""Which bodies this version reads, and which it only keeps."""

import json
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intake.ids import Scope
from intake.ledger import body as bodies
from intake.ledger.change import ClockFix, Entry, Erasure, Op
from tests.ledger.houses import case, uid

PLAIN = {
    "a": "ana",
    "c": "core",
    "d": "note",
    "o": [],
    "s": str(case(1)),
    "t": 5,
    "v": 1,
}
TEXT = st.text(st.characters(codec="utf-8", exclude_characters="\x00")).map(
    lambda text: unicodedata.normalize("NFC", text)
)
VALUES = st.none() | st.booleans() | st.integers(-(2**53) + 1, 2**53 - 1) | TEXT
TIES = st.binary(min_size=14, max_size=14).map(bytes.hex)
OPS = st.builds(
    Op,
    st.sampled_from(["case", "note"]),
    st.integers(0, 9).map(lambda number: uid("x", number)),
    st.sampled_from(["text", "kind"]),
    VALUES,
    st.lists(TIES, max_size=3).map(tuple),
)
ENTRIES = st.builds(
    Entry,
    st.integers(0, 2**63 - 1),
    st.integers(0, 9).map(case),
    TEXT,
    TEXT,
    TEXT,
    st.integers(0, 99),
    st.lists(OPS, max_size=4).map(tuple),
    TEXT,
    st.booleans(),
    st.lists(st.builds(Erasure, TEXT, TEXT), max_size=2).map(tuple),
    st.lists(
        st.builds(
            ClockFix, TEXT, st.integers(0, 9), st.integers(0, 9), st.integers(-9, 9)
        ),
        max_size=2,
    ).map(tuple),
)


@given(ENTRIES)
def test_what_is_written_is_read_back_the_same(entry):
    body = bodies.write(entry)
    assert bodies.entry_of(body) == entry
    assert bodies.write(bodies.entry_of(body)) == body
    assert bodies.place_of(body) == (entry.scope, entry.cls)


@pytest.mark.parametrize(
    "change",
    [
        {"a": 1},
        {"t": "5"},
        {"t": True},
        {"t": -1},
        {"t": 2**63},
        {"v": 1.0},
        {"s": "zoo"},
        {"s": "case/홍길동"},
        {"s": str(case(1)).upper()},
        {"o": {}},
        {"o": [["case", uid("x", 1), "alias", "x"]]},
        {"o": [["case", "x", "alias", "x", []]]},
        {"o": [["case", 7, "alias", "x", []]]},
        {"o": [[7, uid("x", 1), "alias", "x", []]]},
        {"o": [["a/b", uid("x", 1), "alias", "x", []]]},
        {"o": [["case", uid("x", 1), "alias", 1.5, []]]},
        {"o": [["case", uid("x", 1), "alias", ["x"], []]]},
        {"o": [["case", uid("x", 1), "alias", 2**53, []]]},
        {"o": [["case", uid("x", 1), "alias", "x", "tie"]]},
        {"o": [["case", uid("x", 1), "alias", "x", ["00"]]]},
        {"o": [["case", uid("x", 1), "alias", "x", [7]]]},
        {"o": [["case", uid("x", 1), "alias", "\ud800", []]]},
        {"o": [["case", uid("x", 1), "alias", "a\x00b", []]]},
        {"c": "\ud800"},
        {"z": 1},
        {"b": 1},
        {"e": [["ab"]]},
        {"e": "ab"},
        {"e": [["ab", "\ud800"]]},
        {"e": [["a\x00b", "COURT"]]},
        {"e": [["ab", "COURT"]] * 1_001},
        {"f": [["log", 1, 2, "3"]]},
        {"f": [["log", 1, 2, True]]},
        {"f": [["log", 1, 2**53, 0]]},
        {"f": [["log", 2**53, 2**53, 0]]},
        {"f": [["log", 1, 2, -(2**53)]]},
        {"f": [["lo\ud800g", 1, 2, 3]]},
        {"f": [["log", 1, 2, 3]] * 1_001},
        {"v": 2**63},
        {"w": 1},
    ],
)
def test_another_shape_is_not_read(change):
    body = json.dumps(PLAIN | change).encode()
    assert bodies.read(json.dumps(PLAIN).encode()) == PLAIN
    assert bodies.read(body) is None
    assert bodies.entry_of(body) is None


@pytest.mark.parametrize(
    "body", [b"", b"\xff", b"[]", b"{", b"7", b'{"s":1,"c":2}', b"[" * 60_000]
)
def test_where_nothing_can_be_read_the_place_is_nowhere(body):
    assert bodies.place_of(body) == (bodies.NOWHERE, "core")
    assert bodies.read(body) is None


def test_the_place_of_a_newer_body_is_read_where_it_says_one():
    body = json.dumps(PLAIN | {"w": 1}).encode()
    assert bodies.place_of(body) == (Scope(PLAIN["s"]), "core")
    surrogate = json.dumps(PLAIN | {"c": "\ud800"}).encode()
    assert bodies.place_of(surrogate) == (bodies.NOWHERE, "core")
