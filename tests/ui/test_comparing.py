"""After an unlocking whoever waits to be compared is looked at, unless somebody sits here."""

import pytest

from tests.desks_at_hand import a_desk, agreed
from ui.comparing import Comparing


@pytest.fixture
def alike(tmp_path):
    """Two cases with one number, of which nobody was compared yet."""
    desk = a_desk(tmp_path / "v")
    for _ in range(2):
        case = desk.cases.begin("VISIT", "가명")
        desk.suspects.add_clue(case, {"value": "010-0000-4217"}, desk.suspects.add(case, {"nickname": "별명"}))  # fmt: skip
    yield desk
    desk.close()


def waiting(desk):
    with desk._rooms.vault.reading() as db:
        return db.one("SELECT count(*) FROM m_due")[0]


def test_whoever_waits_is_looked_at_after_an_unlocking(alike, session, jobs, qtbot):
    assert waiting(alike)
    comparing = Comparing(session, wait_ms=0)
    session.open(alike)
    qtbot.waitUntil(lambda: not waiting(alike), timeout=60_000)
    qtbot.waitUntil(lambda: not jobs._open, timeout=60_000)
    assert not comparing._later.isActive()


def test_while_somebody_sits_here_nothing_is_begun(alike, session, jobs, qtbot):
    case = agreed(alike, "RECORD")
    alike.interviews.begin(case, "intake")
    before = waiting(alike)
    comparing = Comparing(session, wait_ms=60_000)
    session.open(alike)
    comparing.begin()
    qtbot.waitUntil(lambda: not jobs._open, timeout=60_000)
    assert waiting(alike) == before > 0
