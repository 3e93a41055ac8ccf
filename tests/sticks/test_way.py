"""A real stick goes both ways between two real desks, and is let go each time before it is pulled."""

import os

import pytest

from intake.progress import Silent
from tests.desks_at_hand import a_desk, agreed, introduce
from tests.sticks.media import KINDS, MIB, make, mounted
from tests.vaults_at_hand import CHEAP

QUIET = Silent()


@pytest.fixture(scope="module")
def two(tmp_path_factory):
    folder = tmp_path_factory.mktemp("two")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("intake.vault.birth.calibrate", lambda *_a: CHEAP)
        center = a_desk(folder / "ic")
        central = a_desk(folder / "c1", role="central", code="C1")
    introduce(center, central)
    yield center, central
    center.close()
    central.close()


@pytest.mark.parametrize("kind", KINDS)
def test_a_stick_goes_to_the_central_desk_and_comes_home(kind, two, tmp_path, monkeypatch):  # fmt: skip
    monkeypatch.setattr("intake.mailbox.medium._PLUGGED", (str(tmp_path),))
    center, central = two
    agreed(center, "RECORD", "CENTRAL")
    stick = make(kind, tmp_path / "image", 40 * MIB)
    with mounted(stick, tmp_path / "center") as place:
        center.sticks.allow(place, "C1")
        assert center.sticks.carry(place, QUIET).left
        out = center.sticks.release(place)
        assert out.state == "OUT"
        assert not os.path.ismount(place)
    with mounted(stick, tmp_path / "central") as place:
        assert central.sticks.look(place).fresh == 1
        assert central.sticks.carry(place, QUIET).came.touched_cases
        assert central.sticks.release(place).state == "OUT"
    with mounted(stick, tmp_path / "home") as place:
        center.sticks.carry(place, QUIET)
        assert center.exchange.outbox() == ()
        with (place / "open.txt").open("wb"):
            assert center.sticks.release(place).state == "BUSY"
            assert os.path.ismount(place)
