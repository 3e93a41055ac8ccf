"""The central desk takes a new key; a stick that was lost before is opened by nobody after a month."""

import shutil

import pytest

from intake.progress import Silent
from tests.desks_at_hand import a_desk, agreed, introduce
from tests.vaults_at_hand import MemoryKeyring

QUIET = Silent()
DAY_MS = 86_400_000


@pytest.fixture
def road(tmp_path):
    """A center and the central desk, and the place where they leave bundles."""
    keyring = MemoryKeyring()
    center = a_desk(tmp_path / "ic", keyring)
    desk = a_desk(tmp_path / "c0", keyring, role="central", code="C0")
    introduce(center, desk)
    shared = tmp_path / "shared"
    shared.mkdir()
    place = center.places.add("folder", "폴더", str(shared))
    center.sync.allow(place, "C0")
    there = desk.places.add("folder", "폴더", str(shared))
    desk.sync.allow(there, "IC")
    yield center, desk, shared
    center.close()
    desk.close()


def later(*desks, days):
    for one in desks:
        rooms = one._rooms
        wall, ms = rooms.clock.wall, days * DAY_MS
        rooms.clock.wall = lambda wall=wall, ms=ms: wall() + ms
        trust = rooms.exchange.trust
        trust._clock = trust.clock = trust.issuing._clock = rooms.clock
        trust._own = None


def cases(desk):
    return len(desk._rooms.register.find("case"))


def test_an_old_stick_is_opened_by_nobody_a_month_after_the_central_desk_took_a_new_key(road, tmp_path):  # fmt: skip
    center, desk, shared = road
    agreed(center, "RECORD", "CENTRAL")
    center.sync.run(QUIET)
    stick = tmp_path / "stick"
    shutil.copytree(shared, stick)  # what somebody lost on the way
    desk.sync.run(QUIET)
    assert cases(desk) == 1
    before = center._rooms.exchange.trust.party("C0").recipients
    desk.keys.take_new_key()
    desk.sync.run(QUIET)
    center.sync.run(QUIET)  # the news came by itself
    assert center._rooms.exchange.trust.party("C0").recipients != before
    agreed(center, "RECORD", "CENTRAL")
    center.sync.run(QUIET)
    desk.sync.run(QUIET)
    assert cases(desk) == 2
    opens = desk._rooms.exchange.trust.own().identities
    assert len(opens) == 2
    later(center, desk, days=31)
    assert len(desk._rooms.exchange.trust.own().identities) == 1
    kept = desk._rooms.vault.secret("trust/age-former")
    assert kept == b"[]"  # destroyed, not only unused
    assert desk.exchange.receive(stick, QUIET).items == ()  # it came in its time
    assert cases(desk) == 2


def test_words_on_a_stick_that_nobody_can_open_any_more_come_anew(road, tmp_path):
    center, desk, shared = road
    agreed(center, "RECORD", "CENTRAL")
    center.sync.run(QUIET)
    stick = tmp_path / "stick"
    shutil.copytree(shared, stick)
    for file in shared.rglob("*.age"):
        file.unlink()  # it lay on the stick only
    desk.keys.take_new_key()
    later(center, desk, days=31)
    (item,) = desk.exchange.receive(stick, QUIET).items
    assert item.reason_text_id == "err-not-for-us"
    assert cases(desk) == 0
    for _ in range(2):
        desk.sync.run(QUIET)
        center.sync.run(QUIET)
    desk.sync.run(QUIET)
    assert cases(desk) == 1
