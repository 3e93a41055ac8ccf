"""What is kept of a file: the rule, for every kind, look and word of a person."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intake.evidence import WORDS, Grounds, decide, likeness, looks_of
from intake.register import CODES

KINDS = tuple(one.code for one in CODES.lists["evidence_kind"])
LOOKS = ("picture", "film", "sound", "other")
WHOLE = Grounds("법", "담당", "INVESTIGATION")
some_kind, some_look = st.sampled_from(KINDS), st.sampled_from(LOOKS)
said = st.sampled_from([None, True, False])
texts = st.sampled_from(["", " ", "x"])


@given(kind=some_kind, looks=some_look, sexual=said)
def test_a_file_of_a_minor_is_never_shown_and_never_travels(kind, looks, sexual):
    kept = decide(kind, looks, sexual, "CSAM", WHOLE)
    assert (kept.store, kept.may_show, kept.may_travel) == ("SEALED", False, False)
    assert decide(kind, looks, sexual, "CSAM").store == "METADATA"


@given(kind=some_kind, looks=some_look, basis=texts, keeper=texts, purpose=texts)
def test_without_all_three_grounds_only_the_fingerprint_stays(kind, looks, basis, keeper, purpose):  # fmt: skip
    kept = decide(kind, looks, True, "", Grounds(basis, keeper, purpose))
    assert (kept.store == "SEALED") == all(one == "x" for one in (basis, keeper, purpose))  # fmt: skip
    assert not kept.may_show


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("looks", ["picture", "film"])
def test_a_picture_is_taken_for_sexual_unless_it_is_of_words(kind, looks):
    assert decide(kind, looks).sexual == (kind not in WORDS)


@pytest.mark.parametrize("kind", ["IMAGE", "VIDEO", "ORIGINAL", "URL_CAPTURE"])
def test_what_is_called_a_picture_is_one_whatever_its_bytes_say(kind):
    assert decide(kind, "other").store == "METADATA"


def test_sound_and_papers_are_sealed_unless_somebody_says_otherwise():
    assert decide("AUDIO", "sound").store == "SEALED"
    assert decide("LETTER", "other").may_show
    assert decide("AUDIO", "sound", True).store == "METADATA"
    assert decide("IMAGE", "picture", False).store == "SEALED"


@pytest.mark.parametrize(("bits", "word"), [(0, "same"), (31, "same"), (32, "look"), (60, "look"), (61, "")])  # fmt: skip
def test_distances_have_words(bits, word):
    assert likeness(bits) == word


@pytest.mark.parametrize(
    ("head", "looks"),
    [
        (b"\xff\xd8\xff\xe1", "picture"),
        (b"\x89PNG\r\n\x1a\n", "picture"),
        (b"RIFF\0\0\0\0WEBP", "picture"),
        (b"RIFF\0\0\0\0AVI ", "film"),
        (b"RIFF\0\0\0\0WAVE", "sound"),
        (b"\0\0\0\x20ftypisom", "film"),
        (b"\0\0\0\x20ftypheic", "picture"),
        (b"\0\0\0\x20ftypM4A ", "sound"),
        (b"\0\0\0\x08moov", "film"),
        (b"G" + bytes(187) + b"G", "film"),
        (b"GIF89a", "picture"),
        (b"Guten Tag", "other"),
        (b"PK\x03\x04", "other"),
        (b"", "other"),
    ],
)
def test_a_file_is_what_its_first_bytes_say(head, looks):
    assert looks_of(head)[0] == looks
