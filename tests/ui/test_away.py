import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from ui.away import ASLEEP_MS, TICK_MS, Away


class Wall:
    ms = 1_000_000_000

    def __call__(self):
        return self.ms


@pytest.fixture
def wall():
    return Wall()


@pytest.fixture
def away(app, wall):
    away = Away(app, wall)
    away.said = []
    away.gone.connect(lambda: away.said.append(1))
    away.set_minutes(10)
    yield away
    away.set_minutes(0)
    app.removeEventFilter(away)


def pass_time(away, wall, ms):
    for _ in range(ms // TICK_MS):
        wall.ms += TICK_MS
        away.look()


def test_ten_idle_minutes_are_noticed_once(away, wall):
    pass_time(away, wall, 10 * 60_000 - TICK_MS)
    assert away.said == []
    pass_time(away, wall, TICK_MS)
    assert away.said == [1]


def test_a_key_begins_the_minutes_anew(qtbot, away, wall):
    line = QLineEdit()
    qtbot.addWidget(line)
    pass_time(away, wall, 9 * 60_000)
    qtbot.keyClick(line, Qt.Key.Key_A)
    pass_time(away, wall, 9 * 60_000)
    assert away.said == []


def test_a_computer_that_slept_is_locked_on_waking(away, wall):
    wall.ms += ASLEEP_MS + TICK_MS
    away.look()
    assert away.said == [1]


def test_the_computers_own_sleep_and_lock_are_heard(away):
    away.on_sleep(True)
    away.on_sleep(False)
    away.on_locked()
    assert away.said == [1, 1]


def test_nothing_is_said_while_nothing_is_open(away, wall):
    away.set_minutes(0)
    pass_time(away, wall, 60 * 60_000)
    away.on_sleep(True)
    assert away.said == []
