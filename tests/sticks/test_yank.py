"""A stick pulled at fifty random moments of writing: nothing half is ever seen, and it goes on."""

import pytest

from tests.sticks.media import KINDS
from tests.sticks.yank import SIZES, pull


@pytest.mark.parametrize("kind", KINDS)
def test_a_stick_pulled_at_25_moments_shows_nothing_half_and_goes_on(kind, tmp_path):
    found = pull(kind, tmp_path, times=25, seed=6)
    assert found.pulled == 25
    assert found.half == 0
    assert found.sent_again > 25  # some parts were missing on most of them
    assert found.letters_seen > 25 * len(SIZES)  # whole again, and some were before
