"""Oblivious tokens: RFC 9497's own vectors (appendix A.1), another implementation, and parts of a key.

``resources/vectors/oprf/rfc9497.json`` is the ristretto255 part of the RFC's vectors, modes 0 and 1.
"""

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from voprf import ristretto as peer

from intake.crypto.oprf import (
    Answer,
    Mode,
    blind,
    checked,
    derive_key,
    evaluate,
    finalize,
    joined,
    new_key,
    read_key,
    refreshed,
    split,
)
from intake.crypto.ristretto import (
    NEUTRAL,
    ORDER,
    Point,
    Scalar,
    random_scalar,
    read_point,
    read_scalar,
)
from intake.errors import BadSignature, Malformed, Oversized

SUITES = json.loads(Path("resources/vectors/oprf/rfc9497.json").read_text())
CASES = [(suite, case) for suite in SUITES for case in suite["vectors"]]
INFO = b"test key"
some_bytes = st.binary(min_size=1, max_size=200)


def every(text):
    return [bytes.fromhex(one) for one in text.split(",")]


@pytest.mark.parametrize(("suite", "case"), CASES)
def test_every_vector_of_the_rfc_comes_out(suite, case):
    mode = Mode(suite["mode"])
    key = derive_key(bytes.fromhex(suite["seed"]), bytes.fromhex(suite["keyInfo"]), mode)  # fmt: skip
    assert key.secret.hex() == suite["skSm"]
    inputs, blinds = every(case["Input"]), every(case["Blind"])
    asked = [blind(one, mode, Scalar(by)) for one, by in zip(inputs, blinds, strict=True)]  # fmt: skip
    elements = [one.element for one in asked]
    assert elements == every(case["BlindedElement"])
    nonce = Scalar(bytes.fromhex(case["Proof"]["r"])) if "Proof" in case else None
    answer = key.answer(elements, mode, nonce)
    assert list(answer.elements) == every(case["EvaluationElement"])
    if nonce:
        assert key.public.hex() == suite["pkSm"]
        assert answer.proof.hex() == case["Proof"]["proof"]
        assert checked(key.public, elements, answer) == answer.elements
    told = map(finalize, inputs, asked, answer.elements)
    assert list(told) == every(case["Output"])
    assert [evaluate(key, one, mode) for one in inputs] == every(case["Output"])


@settings(max_examples=20, deadline=None)
@given(seed=st.binary(min_size=32, max_size=32), asked=some_bytes)
def test_another_implementation_answers_us_and_we_answer_it(seed, asked):
    ours, theirs = derive_key(seed, INFO), peer.Evaluator.from_seed(seed, INFO)
    assert theirs.public_key.serialize() == ours.public
    mine = blind(asked)
    sent = theirs.evaluate(peer.BlindedInput.deserialize(mine.element)).serialize()
    answer = Answer((Point(sent[64:]),), sent[:64])  # the peer writes the proof first
    assert finalize(asked, mine, checked(ours.public, [mine.element], answer)[0]) == theirs.evaluate_known_input(asked)  # fmt: skip
    client, blinded = peer.Client.blind(asked)
    back = ours.answer([read_point(blinded.serialize())])
    output = peer.VerifiableOutput.deserialize(back.proof + back.elements[0])
    assert client.finalize(output, theirs.public_key) == evaluate(ours, asked)


@settings(max_examples=20, deadline=None)
@given(asked=st.lists(some_bytes, min_size=1, max_size=6))
def test_parts_of_a_key_give_together_what_the_whole_gives(asked):
    whole = new_key()
    parts = split(whole)
    mine = [blind(one) for one in asked]
    elements = [one.element for one in mine]
    told = [checked(part.public, elements, part.answer(elements)) for part in parts]
    tokens = list(map(finalize, asked, mine, joined(told)))
    assert tokens == [evaluate(whole, one) for one in asked]
    assert tokens != [evaluate(parts[0], one) for one in asked]


def test_parts_that_were_refreshed_give_the_same_tokens_and_fit_no_older_part():
    whole, change = new_key(), random_scalar()
    one, other = split(whole)
    newer = refreshed(one, change, adds=True), refreshed(other, change, adds=False)
    mine = blind(b"value")

    def token(*parts):
        told = [part.answer([mine.element]).elements for part in parts]
        return finalize(b"value", mine, joined(told)[0])

    assert token(*newer) == token(one, other) == evaluate(whole, b"value")
    assert token(newer[0], other) != token(one, other)


def test_the_same_input_looks_different_each_time_it_is_asked():
    assert blind(b"value").element != blind(b"value").element


@pytest.mark.parametrize("what", ["key", "order", "element", "proof"])
def test_an_answer_that_was_not_made_so_is_refused(what):
    key = new_key()
    asked = [blind(b"one").element, blind(b"two").element]
    answer = key.answer(asked)
    public, elements, proof = key.public, list(answer.elements), bytearray(answer.proof)
    if what == "key":
        public = new_key().public
    elif what == "order":
        elements.reverse()
    elif what == "element":
        elements[0] = new_key().public
    else:
        proof[0] ^= 1
    with pytest.raises((BadSignature, Malformed)):
        checked(public, asked, Answer(tuple(elements), bytes(proof)))


def test_an_answer_to_fewer_or_without_proof_is_none():
    key, asked = new_key(), [blind(b"one").element, blind(b"two").element]
    for answer in (key.answer(asked[:1]), key.answer(asked, Mode.OPRF)):
        with pytest.raises(Malformed):
            checked(key.public, asked, answer)
    with pytest.raises(Malformed):
        joined([asked, asked[:1]])


@pytest.mark.parametrize("data", [b"", NEUTRAL, b"\xff" * 32, bytes(31), (1).to_bytes(32, "little")])  # fmt: skip
def test_what_is_no_point_is_refused(data):
    with pytest.raises(Malformed):
        read_point(data)


@pytest.mark.parametrize("data", [b"", bytes(32), ORDER.to_bytes(32, "little"), b"\xff" * 32])  # fmt: skip
def test_what_is_no_scalar_is_refused(data):
    with pytest.raises(Malformed):
        read_scalar(data)
    with pytest.raises(Malformed):
        read_key(data)


def test_a_batch_has_a_limit_and_is_not_empty():
    key = new_key()
    with pytest.raises(Oversized):
        key.answer([])
    with pytest.raises(Oversized):
        blind(bytes(65_536))


def test_no_secret_is_shown():
    key, asked = new_key(), blind(b"value")
    assert key.secret.hex() not in repr(key)
    assert repr(bytes(key.secret)) not in repr(key)
    assert repr(bytes(asked.blind)) not in repr(asked)
