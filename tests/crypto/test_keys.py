"""Keys from passphrases, from keys, in wrapping: the published values, and the refusals."""

import subprocess
import sys

import pytest
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id
from hypothesis import given, settings
from hypothesis import strategies as st

from intake.crypto.keys import (
    MIB,
    Cost,
    calibrate,
    floor_cost,
    mix,
    stretch,
    subkey,
    tag,
    unwrap,
    wipe,
    wrap,
)
from intake.errors import Malformed, NoSlot

CHEAP = Cost(1, 8192)
KEY = bytes(range(32))


@settings(max_examples=20)
@given(st.binary(max_size=40), st.binary(min_size=16, max_size=16), st.integers(1, 3))
def test_stretching_is_argon2id_as_openssl_has_it(passphrase, salt, passes):
    theirs = Argon2id(
        salt=salt, length=32, iterations=passes, lanes=1, memory_cost=8
    ).derive(passphrase)
    assert bytes(stretch(passphrase, salt, Cost(passes, 8192))) == theirs


@pytest.mark.parametrize(
    "cost",
    [
        Cost(0, 8192),
        Cost(65, 8192),
        Cost(1, 8191),
        Cost(1, (2 << 30) + 1),
        Cost(-1, -1),
    ],
)
def test_a_cost_out_of_bounds_is_refused_before_any_work(cost):
    with pytest.raises(Malformed):
        stretch(b"", bytes(16), cost)


@pytest.mark.parametrize("length", [0, 15, 17])
def test_a_salt_of_another_length_is_refused(length):
    with pytest.raises(Malformed):
        stretch(b"", bytes(length), CHEAP)


@pytest.mark.parametrize("length", [0, 65])
def test_a_key_of_no_lawful_length_makes_no_key(length):
    with pytest.raises(ValueError, match="key length"):
        mix(bytes(length), KEY)


def machine(seconds_by_memory):
    """A machine that takes so long for one pass over so much memory."""

    def measure(cost):
        seconds = seconds_by_memory[cost.memory]
        if seconds is None:
            raise MemoryError
        return seconds

    return measure


@pytest.mark.parametrize(
    ("seconds", "cost"),
    [
        ({256 * MIB: 0.35}, Cost(2, 256 * MIB)),
        ({256 * MIB: 0.07}, Cost(10, 256 * MIB)),
        ({256 * MIB: 0.9}, Cost(1, 256 * MIB)),
        ({256 * MIB: 1.6, 128 * MIB: 0.8}, Cost(1, 128 * MIB)),
        ({256 * MIB: None, 128 * MIB: None, 64 * MIB: 0.1}, Cost(7, 64 * MIB)),
        ({256 * MIB: 9.0, 128 * MIB: 4.5, 64 * MIB: 2.2}, Cost(2, 64 * MIB)),
        ({256 * MIB: 0.000001}, Cost(64, 256 * MIB)),
    ],
)
def test_the_cost_fits_the_machine_and_never_falls_below_the_floor(seconds, cost):
    assert calibrate(measure=machine(seconds)) == cost


def test_more_memory_than_there_is_is_said_as_such():
    limit = (
        "import resource; resource.setrlimit(resource.RLIMIT_AS, (1 << 29, 1 << 29))"
    )
    work = "from intake.crypto.keys import *; stretch(b'', bytes(16), Cost(1, 1 << 30))"
    done = subprocess.run(
        [sys.executable, "-c", f"{limit}; {work}"],
        check=False,
        capture_output=True,
        text=True,
    )
    assert done.stderr.splitlines()[-1].startswith("MemoryError")


def test_a_higher_floor_by_policy_holds():
    assert calibrate(512 * MIB, measure=machine({512 * MIB: 5.0})) == Cost(2, 512 * MIB)


def test_calibrating_really_measures():
    cost = calibrate(64 * MIB, wanted=0.01)
    cost.check()
    assert cost.memory in (64 * MIB, 128 * MIB, 256 * MIB)
    assert floor_cost() == Cost(2, 64 * MIB)


PURPOSES = st.text("abc-", min_size=1, max_size=16)


@settings(max_examples=30)
@given(st.binary(min_size=32, max_size=32), PURPOSES, PURPOSES)
def test_no_key_serves_two_purposes(master, one, other):
    assert (subkey(master, one) == subkey(master, other)) == (one == other)


def test_a_purpose_is_at_most_16_bytes():
    with pytest.raises(ValueError, match="x"):
        subkey(KEY, "x" * 17)


def test_keys_of_version_1_never_change():
    """A vault of today opens for ever: these bytes are part of its format."""
    assert (
        subkey(KEY, "db").hex()
        == "aab8a7d0d4574099a6e36fa3f4ebb27d42710bdf4c73290d044cf7b5c7ad69a9"
    )
    assert (
        subkey(KEY, "keyfile-mac").hex()
        == "d51d8b0e9bf5679080df8789cab99af9ca68076b141eca06dd4ebd3a155eb60d"
    )
    assert (
        mix(KEY, bytes(32)).hex()
        == "2417b05bf848978da2cf7085e50637690f1439badd306e17e40f2196cf2d8458"
    )
    assert (
        tag(b"message", KEY).hex()
        == "2615bcafac3ebcd31940a8f15d876916435d805823d2db78c201a8e94624a0ae"
    )
    assert (
        stretch("말".encode(), bytes(16), CHEAP).hex()
        == "f349f3ebc516aba61d6e4d4c1b959abef2e132c2f9a58ec89c41b693c3831d7b"
    )


@given(st.binary(max_size=100), st.binary(max_size=20))
def test_what_was_wrapped_is_unwrapped_with_the_same_key_and_bound(secret, bound):
    assert bytes(unwrap(wrap(secret, KEY, bound), KEY, bound)) == secret


@given(st.integers(0, 8 * 72 - 1))
def test_a_wrong_bit_anywhere_unwraps_nothing(bit):
    wrapped = bytearray(wrap(bytes(32), KEY, b"bound"))
    wrapped[bit // 8] ^= 1 << bit % 8
    with pytest.raises(NoSlot):
        unwrap(bytes(wrapped), KEY, b"bound")


@pytest.mark.parametrize(
    ("key", "bound"), [(bytes(32), b"bound"), (KEY, b"other"), (b"short", b"bound")]
)
def test_another_key_or_another_bound_unwraps_nothing(key, bound):
    with pytest.raises(NoSlot):
        unwrap(wrap(b"secret", KEY, b"bound"), key, bound)


@pytest.mark.parametrize("wrapped", [b"", bytes(23), bytes(24), bytes(39)])
def test_what_is_too_short_to_be_wrapped_unwraps_nothing(wrapped):
    with pytest.raises(NoSlot):
        unwrap(wrapped, KEY, b"")


def test_the_same_secret_is_never_wrapped_the_same_way_twice():
    assert wrap(b"secret", KEY, b"") != wrap(b"secret", KEY, b"")


def test_wiping_leaves_zeros_in_place():
    one, two = bytearray(b"abc"), bytearray(32)
    view = memoryview(one)
    wipe(one, two)
    assert bytes(view) == bytes(3)


def test_order_matters_when_keys_are_mixed():
    assert mix(KEY, bytes(32)) != mix(bytes(32), KEY)
