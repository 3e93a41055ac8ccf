"""Garbage with widgets in it is swept in the window's thread, and in no other."""

import gc
import threading

import pytest
from PySide6.QtCore import QObject, QTimer

from ui.sweeping import Sweeping, sweep


@pytest.fixture
def sweeping(qapp):
    made = Sweeping(qapp)
    yield made
    made.stop()
    gc.disable()  # as it stands in these tests


class Circle:
    """A timer that nobody can reach any more, and where it was destroyed."""

    def __init__(self, told):
        self.timer = QTimer()
        self.me = self
        self.timer.destroyed.connect(lambda: told.append(threading.current_thread()))


def in_a_thread(work):
    one = threading.Thread(target=work)  # noqa: TID251 - the point of this test
    one.start()
    one.join()


def much():
    held = [[] for _ in range(5_000)]
    for one in held:
        one.append(one)


def test_whoever_works_in_another_thread_sweeps_nothing(sweeping):
    told = []
    Circle(told)
    in_a_thread(much)
    assert told == []
    gc.collect()
    assert told == [threading.main_thread()]


def test_what_is_due_is_swept_and_nothing_else(sweeping):
    gc.collect()
    before = gc.get_stats()[0]["collections"]
    sweep()
    assert gc.get_stats()[0]["collections"] == before
    held = [[] for _ in range(2_000)]
    sweep()
    assert gc.get_stats()[0]["collections"] == before + 1
    assert len(held) == 2_000


def test_when_it_stops_python_sweeps_again(qapp):
    made = Sweeping(QObject(qapp))
    assert not gc.isenabled()
    made.stop()
    assert gc.isenabled()
    gc.disable()


def test_what_was_there_at_the_first_whole_sweep_is_not_looked_through_again(
    sweeping, monkeypatch
):
    monkeypatch.setattr("ui.sweeping.gc.get_count", lambda: (0, 0, 99))
    loaded = [[] for _ in range(1_000)]
    before = gc.get_freeze_count()
    sweeping._look()
    assert gc.get_freeze_count() > before + len(loaded)
    held = gc.get_freeze_count()
    later = [[] for _ in range(1_000)]
    sweeping._look()
    assert gc.get_freeze_count() <= held
    assert later
    gc.unfreeze()
    gc.freeze()  # as the tests have it: what was collected stays
