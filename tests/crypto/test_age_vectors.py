"""The published age vectors (C2SP CCTV): every binary one ends as it must."""

import hashlib
from dataclasses import replace
from io import BytesIO

import pytest

from intake.crypto import Identity, Passphrase, PqIdentity, SealReader, X25519Identity
from intake.crypto.age_stream import CHUNK, NONCE, TAG
from intake.errors import (
    Altered,
    Cut,
    IntakeError,
    Malformed,
    NotForUs,
    Oversized,
    TooNew,
)
from tests.crypto.peers import Vector, need, vectors

ALL = list(vectors())
BINARY = [vector for vector in ALL if not vector.armored]
ARMORED = [vector.name for vector in ALL if vector.armored]
REFUSALS: dict[str, tuple[type[IntakeError], ...]] = {
    "no match": (NotForUs,),
    "HMAC failure": (Altered,),
    "header failure": (Malformed, Cut, Oversized, TooNew),
    "payload failure": (Altered, Cut, Malformed),
}


HELD_BACK = (
    "stream_trailing_garbage_long",
    "stream_trailing_garbage_short",
    "stream_two_final_chunks",
    "stream_two_final_chunks_full",
    "stream_two_final_chunks_second",
)


def identities(vector: Vector) -> list[Identity]:
    keys: list[Identity] = [
        Passphrase(text) for text in vector.about.get("passphrase", [])
    ]
    for text in vector.about.get("identity", []):
        post_quantum = text.startswith("AGE-SECRET-KEY-PQ-")
        keys.append((PqIdentity if post_quantum else X25519Identity).parse(text))
    return keys


def opened(vector: Vector) -> tuple[bytes, IntakeError | None, bool]:
    """Return what was handed out, the refusal, and whether the head was accepted."""
    released, reader = [], None
    try:
        reader = SealReader(BytesIO(vector.sealed), identities(vector))
        for chunk in reader:
            released.append(chunk)  # noqa: PERF402 - what came before the refusal counts
    except IntakeError as refusal:
        return b"".join(released), refusal, reader is not None
    return b"".join(released), None, True


def test_there_are_110_binary_vectors_and_33_armored_ones_we_have_no_use_for():
    need("node")
    print(f"{len(BINARY)} binary vectors; armored, skipped: {', '.join(ARMORED)}")
    assert (len(BINARY), len(ARMORED)) == (110, 33)


@pytest.mark.parametrize("vector", BINARY, ids=lambda vector: vector.name)
def test_every_binary_vector_ends_as_published(vector):
    released, refusal, head_accepted = opened(vector)
    if vector.expect == "success":
        assert refusal is None
    else:
        assert isinstance(refusal, REFUSALS[vector.expect])
        assert head_accepted == (vector.expect == "payload failure")
    if "payload" in vector.about and vector.name not in HELD_BACK:
        assert hashlib.sha256(released).hexdigest() == vector.about["payload"][0]


@pytest.mark.parametrize("name", HELD_BACK)
def test_a_last_chunk_with_something_behind_it_is_held_back(name):
    need("node")
    vector = next(vector for vector in BINARY if vector.name == name)
    released, refusal, _ = opened(vector)
    head = vector.sealed.index(b"\n", vector.sealed.index(b"\n--- ") + 1) + 1
    chunks = len(released) // CHUNK + 1
    within = vector.sealed[: head + NONCE + chunks * (CHUNK + TAG)]
    whole, unrefused, _ = opened(replace(vector, sealed=within))
    assert isinstance(refusal, Cut)
    assert unrefused is None
    assert whole.startswith(released)
    assert hashlib.sha256(whole).hexdigest() == vector.about["payload"][0]
