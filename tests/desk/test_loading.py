"""Whatever of the desk comes late is loaded by one thread at a time."""

import sys
from concurrent.futures import ThreadPoolExecutor
from threading import Event

import pytest

from intake.desk.loading import late

# Each half waits for the other: the package for its part, and the part for its package
ROOM = """
import sys
met = sys.modules["met"]
met.began.set()
met.under_way.wait(0.2)  # never comes where the other thread waits its turn
OTHER = "other"
from room.part import NAME
"""
PART = """
import sys
sys.modules["met"].under_way.set()
from room import OTHER
NAME = "name"
"""


class Met:
    """Where both threads are."""

    def __init__(self):
        self.began, self.under_way = Event(), Event()


@pytest.fixture
def room(tmp_path, monkeypatch):
    """A room that two threads can load under each other."""
    package = tmp_path / "room"
    package.mkdir()
    (package / "__init__.py").write_text(ROOM)
    (package / "part.py").write_text(PART)
    monkeypatch.syspath_prepend(str(tmp_path))
    monkeypatch.setitem(sys.modules, "met", Met())
    yield sys.modules["met"]
    for name in ("room", "room.part"):
        sys.modules.pop(name, None)


def test_two_threads_that_load_one_room_both_get_all_of_it(room):
    def second():
        room.began.wait()
        return late("room.part").NAME

    with ThreadPoolExecutor(2) as threads:
        other, whole = threads.submit(second), threads.submit(late, "room")
        assert (whole.result().NAME, other.result()) == ("name", "name")
