"""A minute of mutated inputs for every reader; ``dev.py nightly`` reads a million."""

import random  # noqa: TID251 - to be repeated, not to be secret

import pytest

from tests.fuzz.mutating import mutated
from tests.fuzz.readers import NAMES, reader
from tests.fuzz.running import run

EACH = 12_000  # about a minute in all on one processor


@pytest.mark.parametrize("name", NAMES)
def test_no_mutated_input_is_accepted_or_makes_a_reader_fall(name):
    told = run(name, int(EACH * reader(name).weight))
    assert [(one.seed, one.why) for one in told.fallen] == []
    assert told.refused > told.read / 20 or not reader(name).strict


@pytest.mark.parametrize("name", NAMES)
def test_every_honest_sample_is_read(name):
    one = reader(name)
    assert all(one.read(data) is not None for data in one.samples)


def test_the_same_dice_spoil_the_same_way():
    data = reader("receipt").samples[0]
    first, second = (mutated(random.Random(7), data, [data]) for _ in range(2))
    assert first == second != data
