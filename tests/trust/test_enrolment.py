"""Enrolment files: one line, one signature, and nothing hostile gets through."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from intake.crypto import PqIdentity, SigningKey, canonical_json, sign
from intake.errors import BadSignature, IntakeError, Malformed, Oversized, TooNew
from intake.trust import Answer, Card, DeviceLine, Request, read_card, read_enrolment
from intake.trust.enrolment import NAMESPACE

CA = SigningKey.generate()
IDENTITY = PqIdentity.generate()
LINE = DeviceLine("d1", "상담실 1", IDENTITY.recipient.text)
CARD = Card("center", "IC", "인천센터", CA.public, (LINE,), 5)
REQUEST = Request("IC", "d2", "상담실 2", CA.public, IDENTITY.recipient.text, 6)
ANSWER = Answer("d2", CA.public, b"certificate", ("{}",), 7)


def by(key):
    return lambda namespace, line: sign(namespace, line, key)


def spelled(said, key=CA, namespace=NAMESPACE):
    line = canonical_json(said) + b"\n"
    return line + sign(namespace, line, key).encode()


def said(thing=CARD):
    return json.loads(thing.to_file(by(CA)).partition(b"\n")[0])


@pytest.mark.parametrize("thing", [CARD, REQUEST, ANSWER])
def test_what_was_written_is_read(thing):
    assert read_enrolment(thing.to_file(by(CA))) == thing


@pytest.mark.parametrize("thing", [CARD, REQUEST, ANSWER])
def test_only_the_key_it_names_may_have_signed(thing):
    with pytest.raises(BadSignature):
        read_enrolment(thing.to_file(by(SigningKey.generate())))


def test_a_signature_for_another_use_is_refused():
    with pytest.raises(BadSignature):
        read_enrolment(spelled(said(), namespace="intake-bundle@v1"))


def test_words_are_the_same_for_the_same_key_and_only_for_it():
    renamed = Card("center", "IC", "다른 이름", CA.public, (), 9)
    other = Card("center", "IC", "인천센터", SigningKey.generate().public, (LINE,), 5)
    other_code = Card("center", "SE", "인천센터", CA.public, (LINE,), 5)
    posing = Card("central", "IC", "인천센터", CA.public, (LINE,), 5)
    assert CARD.words() == renamed.words()
    assert len({CARD.words(), other.words(), other_code.words(), posing.words()}) == 4
    assert len(CARD.words()) == 6
    assert CARD.words("en") != CARD.words("ko")


def test_words_of_a_request_change_with_either_key():
    other = Request("IC", "d2", "x", CA.public, PqIdentity.generate().recipient.text, 6)
    third = Request("IC", "d2", "x", SigningKey.generate().public, LINE.recipient, 6)
    assert len({REQUEST.words(), other.words(), third.words()}) == 3


@pytest.mark.parametrize(
    ("changed", "expected"),
    [
        ({"v": 2}, TooNew),
        ({"v": "1"}, Malformed),
        ({"kind": "friend"}, Malformed),
        ({"kind": []}, Malformed),
        ({"code": "../x"}, Malformed),
        ({"code": "인천"}, Malformed),
        ({"code": ""}, Malformed),
        ({"name": "x\u202ey"}, Malformed),
        ({"name": "a\nb"}, Malformed),
        ({"name": "가" * 121}, Malformed),
        ({"name": 5}, Malformed),
        ({"ca": "00"}, Malformed),
        ({"ca": "AB" * 32}, Malformed),
        ({"made": -1}, Malformed),
        ({"made": True}, Malformed),
        ({"devices": {}}, Malformed),
        ({"devices": [["d1", "x"]]}, Malformed),
        ({"devices": [["d1", "x", "age1pq1nonsense"]]}, Malformed),
        ({"devices": [["d1", "x", LINE.recipient]] * 2}, Malformed),
        ({"devices": [["d1", "x", "y"]] * 201}, Oversized),
        ({"more": 1}, Malformed),
    ],
)
def test_a_line_out_of_place_is_refused(changed, expected):
    with pytest.raises(expected):
        read_enrolment(spelled(said() | changed))


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\n",
        b"{}",
        b"null\n",
        b"[" * 100_000 + b"\n",
        b'{"kind":"center","kind":"center","v":1}\n',
        b"\xff\xfe",
        CARD.to_file(by(CA)).replace(b"\n", b"\r\n"),
        b" " + CARD.to_file(by(CA)),
        CARD.to_file(by(CA)) + "가".encode(),
    ],
)
def test_nonsense_is_malformed(data):
    with pytest.raises(IntakeError):
        read_enrolment(data)


def test_a_file_over_the_limit_is_not_looked_at():
    with pytest.raises(Oversized):
        read_enrolment(b"{" + b" " * (1 << 20))


def test_only_a_card_is_a_card():
    assert read_card(CARD.to_file(by(CA))) == CARD
    with pytest.raises(Malformed):
        read_card(REQUEST.to_file(by(CA)))


@settings(max_examples=100)
@given(st.data())
def test_any_changed_bit_is_refused(data):
    whole = bytearray(CARD.to_file(by(CA)))
    at = data.draw(st.integers(0, len(whole) - 1))
    bit = 1 << data.draw(st.integers(0, 7))
    last = at == len(whole) - 1
    whole[at] ^= bit
    if not last:
        with pytest.raises(IntakeError):
            read_enrolment(bytes(whole))


def test_a_card_that_an_answer_brings_must_be_of_its_own_ca():
    other = SigningKey.generate()
    strange = Card("center", "IC", "x", other.public, (), 1).to_file(by(other))
    for cards in ((), (strange.decode(),)):
        with pytest.raises(Malformed):
            Answer("d2", CA.public, b"c", cards, 1).own_card()
