"""A bundle of many parts over exFAT and FAT32; the one of 4.5 GiB is ``python -m tests.sticks big``."""

import pytest

from tests.sticks.big import over, over_in_linux
from tests.sticks.media import KINDS, MIB


@pytest.mark.parametrize("kind", KINDS)
def test_a_bundle_of_many_parts_goes_over_a_stick_whole_and_only_once(kind, tmp_path, monkeypatch):  # fmt: skip
    monkeypatch.setattr("intake.mailbox.letter.PART", MIB)
    figures = over(kind, tmp_path, 18 * MIB + 4321)
    assert figures.parts == 19
    assert figures.sent_again == 0


def test_the_same_over_fat32_by_linuxs_own_driver(tmp_path):
    """Without root and without FUSE: a Linux of its own has the stick (``kernel.py``)."""
    said = over_in_linux(tmp_path, 66 * MIB)
    assert "2 parts" in said
    assert "sent again 0" in said
