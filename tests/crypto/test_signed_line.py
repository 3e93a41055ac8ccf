"""One line and its signature have one spelling: whatever else it could be read as is refused."""

import json

import pytest

from intake.crypto import canonical_json
from intake.crypto.signed_line import read_signed_line
from intake.errors import Malformed, TooNew

SAID = {"v": 1, "made": 7, "words": ["가", "나"]}
SIGNATURE = b"-----BEGIN SSH SIGNATURE-----\n"


def read(line: bytes, signature: bytes = SIGNATURE):
    return read_signed_line(line + b"\n" + signature, "pack", 1, set(SAID))


def test_what_was_said_and_the_bytes_that_were_signed_come_back():
    line = canonical_json(SAID)
    found = read(line)
    assert (found.said, found.made) == (SAID, 7)
    assert (found.message, found.signature) == (line + b"\n", SIGNATURE.decode())
    assert "가" not in repr(found)


@pytest.mark.parametrize(
    "changed",
    [
        {"v": True},
        {"v": 0},
        {"v": "1"},
        {"made": True},
        {"made": -1},
        {"made": 1 << 63},
        {"made": "7"},
        {"more": 1},
    ],
    ids=lambda one: json.dumps(one).strip("{}").replace('"', ""),
)
def test_another_form_is_refused_by_its_name(changed):
    with pytest.raises(Malformed) as refused:
        read(canonical_json(SAID | changed))
    assert refused.value.facts == {"what": "pack"}


@pytest.mark.parametrize("line", [b"", b"[]", b"7", b"{", b"[" * 20_000, json.dumps(SAID).encode()], ids=["nothing", "list", "number", "cut", "deep", "spaces"])  # fmt: skip
def test_what_is_no_object_in_its_one_spelling_is_refused(line):
    with pytest.raises(Malformed) as refused:
        read(line)
    assert refused.value.facts == {"what": "pack"}


@pytest.mark.parametrize("made", [0, (1 << 63) - 1])
def test_the_first_and_the_last_moment_that_can_be_told_are_taken(made):
    assert read(canonical_json(SAID | {"made": made})).made == made


def test_a_name_that_is_missing_and_a_signature_of_other_letters_are_refused():
    with pytest.raises(Malformed):
        read(canonical_json({"v": 1, "made": 7}))
    with pytest.raises(Malformed) as refused:
        read(canonical_json(SAID), "서명".encode())
    assert refused.value.facts == {"what": "pack"}


def test_a_later_version_waits_for_a_later_program_whatever_else_it_says():
    with pytest.raises(TooNew) as waits:
        read(canonical_json({"v": 2, "other": "form"}))
    assert waits.value.facts == {"what": "pack", "version": 2}
