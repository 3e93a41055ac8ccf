"""Slots: what a slot says about itself is bound to what it wraps."""

import pytest

from intake.crypto.keys import MIB, Cost
from intake.errors import Malformed, NoSlot
from intake.vault.slots import (
    code_slot,
    open_with_code,
    open_with_identity,
    open_with_passphrase,
    passphrase_slot,
)

MASTER, DEVICE = bytearray(range(32)), bytes(32)
SLOT = passphrase_slot("v", MASTER, "말", "상담원", Cost(1, 8192), DEVICE)


def opened(slot, vault="v", passphrase="말", device=DEVICE):
    return open_with_passphrase(vault, slot, passphrase, lambda: device)


def test_a_passphrase_slot_opens_with_both_factors():
    assert opened(SLOT) == MASTER


@pytest.mark.parametrize(
    "other",
    [
        {"passphrase": "말 "},
        {"device": bytes([1]) + bytes(31)},
        {"vault": "w"},
        {"slot": {**SLOT, "name": "다른 사람"}},
        {"slot": {**SLOT, "passes": 2}},
        {"slot": {**SLOT, "memory": 8192 * 2}},
        {"slot": {**SLOT, "salt": "00" * 16}},
        {"slot": {**SLOT, "more": 1}},
        {"slot": {**SLOT, "wrapped": SLOT["wrapped"][:-2]}},
        {"slot": {**SLOT, "wrapped": ""}},
    ],
)
def test_anything_else_opens_nothing(other):
    with pytest.raises(NoSlot):
        opened(**{"slot": SLOT, **other})


@pytest.mark.parametrize(
    "change",
    [
        {"memory": 3 << 30},
        {"passes": 65},
        {"passes": 0},
        {"memory": 1024},
        {"salt": "00"},
        {"salt": "zz" * 16},
        {"wrapped": "zz"},
    ],
)
def test_a_slot_that_would_hang_the_machine_or_is_none_is_refused(change):
    with pytest.raises(Malformed):
        opened({**SLOT, **change})


@pytest.mark.parametrize("name", ["memory", "name", "passes", "salt", "wrapped"])
def test_a_slot_with_a_part_missing_is_refused(name):
    with pytest.raises(Malformed):
        opened({part: value for part, value in SLOT.items() if part != name})


def test_the_code_slot_opens_with_the_code_alone_and_pays_the_floor():
    slot = code_slot("v", MASTER, "CODE")
    assert open_with_code("v", slot, "CODE") == MASTER
    assert (slot["memory"], slot["passes"]) == (64 * MIB, 2)
    with pytest.raises(NoSlot):
        open_with_code("v", slot, "CODF")


@pytest.mark.parametrize(
    "slot", [{}, {"sealed": "00", "layers": 3}, {"sealed": "zz", "layers": 1}]
)
def test_an_age_slot_that_is_none_is_refused(slot):
    with pytest.raises(Malformed):
        open_with_identity(slot, [])


def test_bytes_that_are_no_age_file_open_nothing():
    with pytest.raises(NoSlot):
        open_with_identity({"sealed": "0000", "layers": 1}, [])
