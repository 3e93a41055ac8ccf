"""Whatever is pasted is answered: capped, explained, never an error and never a link by itself."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from intake.matching.canonical import canonical
from intake.matching.guess import kind_of
from intake.register import CODES
from intake.text import Texts
from tests.matching.story import between, noted, sighting, world

_KINDS = tuple(one.code for one in CODES.lists["identifier_kind"])
_MOST = 2_100  # letters of a value
_HUGE = ("가" * 10_000, "1" * 10_000, "@" * 10_000, "a@" * 5_000, "*" * 10_000, "'" * 10_000, "http://" * 1_500,
         "김○" * 5_000, "\u202e" * 10_000, "🙂" * 10_000, "a_" * 5_000, "0x" + "f" * 10_000, ":" * 10_000)  # fmt: skip
_CONTROL = "\x00\x01\x07\x08\x0b\x1b\x7f\x85\u2028\u2029"


@pytest.mark.parametrize("kind", _KINDS)
def test_ten_kilobytes_are_answered_and_capped(kind):
    for text in _HUGE:
        found = canonical(kind, text, text)
        assert len(found.value) <= 3 * _MOST
        assert all(len(value) <= 3 * _MOST for _, value in found.keys)
        assert len(found.keys) <= _MOST


@pytest.mark.parametrize("kind", _KINDS)
def test_control_characters_are_no_part_of_any_value(kind):
    for text in (f"x7q{_CONTROL}haru", _CONTROL, f"010-0000{_CONTROL}-4217", "\x00"):
        value = canonical(kind, text).value
        assert not set(value) & set(_CONTROL)


@pytest.mark.parametrize(
    ("kind", "plain", "turned"),
    [
        ("telegram", "x7q_haru", "\u202ex7q_haru\u202c"),
        ("nickname", "하루오빠", "\u200f하루\u2067오빠\u2069"),
        ("phone", "010-0000-4217", "\u202d010-0000-4217\u202c"),
        ("email", "x7q.haru@mail.example", "\u200ex7q.haru@mail.example\u200e"),
        ("name", "김민수", "\u061c김민수"),
        ("bank", "시험은행 000-77-123123", "시험은행\u200e 000-77-123123"),
    ],
)
def test_marks_of_direction_change_nothing(kind, plain, turned):
    assert canonical(kind, turned) == canonical(kind, plain)


@pytest.mark.parametrize(
    "text", ["🔥", "🔥🔥🔥", "👨‍👩‍👧", "♥️", "☆★☆", "…", "ㅤ", "\u200b"]
)
def test_a_nickname_of_pictures_alone_is_kept_or_nothing_and_links_nobody(text):
    made = world(more=[sighting(x, ("nickname", text), ("watermark", text)) for x in "AB"])  # fmt: skip
    assert between(made, "A", "B").word == "WEAK"
    assert made.candidates(made.profile("A")) == []


@pytest.mark.parametrize(
    ("kind", "raw"),
    [
        ("phone", "0" + "10-1234-5678"), ("phone", "010 1234 5678"), ("phone", "+82 10-" + "1234-5678"),
        ("phone", "010-0000-0000"), ("phone", "1366"), ("phone", "010-98" + "76-5432"),
        ("telegram", "모름"), ("instagram", "없음"), ("email", "-"), ("bank", "미상"), ("kakao_id", "N/A"),
        ("name", "???"), ("nickname", "모름"), ("uploader", "없음"), ("watermark", "없음"), ("title_text", "..."),
        ("telegram", ""), ("phone", "   "),
    ],
)  # fmt: skip
def test_the_example_of_a_form_and_a_filled_box_give_no_clue_and_say_why(kind, raw):
    found = canonical(kind, raw, "tube-a.example")
    assert not found.is_key
    assert Texts("ko", strict=True)(found.warning_id)
    assert noted("A", kind, raw, "tube-a.example") == ()


@given(st.sampled_from(_KINDS), st.text(max_size=60), st.text(max_size=30))
@settings(max_examples=150, deadline=None)
def test_nothing_is_refused_and_no_warning_is_without_words(kind, raw, site):
    found = canonical(kind, raw, site)
    texts = Texts("ko", strict=True)
    assert not found.warning_id or texts.has(found.warning_id)
    assert kind_of(raw) in _KINDS
    assert canonical(kind, raw, site) == found


@given(st.sampled_from(_KINDS), st.text(max_size=60))
@settings(max_examples=100, deadline=None)
def test_two_who_typed_the_same_odd_thing_can_be_compared(kind, raw):
    made = world(more=[sighting(x, (kind, raw, "tube-a.example")) for x in "AB"])
    found = between(made, "A", "B")
    assert found.kind in {"same_person", "same_network", "same_material"}
