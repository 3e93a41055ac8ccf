from threading import Event

import pytest
import shiboken6
from PySide6.QtCore import QObject

from intake.errors import Cancelled, NoRoom
from ui.screens import Entry, find_entry
from ui.session import Question


def test_a_deed_tells_who_did_it_and_what_was_touched(qtbot, open_session, settle):
    heard = []
    open_session.touched.connect(lambda topics, by: heard.append((set(topics), by)))
    open_session.do(
        lambda desk, _p: desk.settings.set("theme", "dark"), by=open_session
    )
    settle()
    assert heard == [({"settings"}, open_session)]


def test_a_refusal_nobody_answers_is_shown(qtbot, open_session, settle):
    shown = []
    open_session.refused.connect(lambda error, _retry: shown.append(error))

    def deed(_desk, _progress):
        raise NoRoom(needed=1, free=0)

    open_session.do(deed)
    settle()
    assert [type(error) for error in shown] == [NoRoom]


def test_a_later_question_of_the_same_slot_replaces_the_earlier(
    qtbot, open_session, desk, settle
):
    begun, stopped, told = Event(), Event(), []
    desk.interrupt = stopped.set
    open_session.jobs.interrupt = desk.interrupt

    def slow(_desk, _progress):
        begun.set()
        stopped.wait(60)
        raise Cancelled

    open_session.ask(slow, told.append, by=open_session, slot="list")
    assert begun.wait(60)
    open_session.ask(lambda _d, _p: "new", told.append, by=open_session, slot="list")
    settle()
    assert told == ["new"]


def test_a_deed_goes_on_when_its_widget_is_gone(open_session, desk, settle):
    by, gate, seen, heard = QObject(), Event(), [], []
    open_session.touched.connect(lambda topics, _by: heard.append(set(topics)))

    def deed(desk, progress):
        gate.wait(60)
        progress.step(1, 1, "progress-test")
        desk.settings.set("theme", "dark")

    open_session.do(deed, seen.append, by=by, watch=lambda *step: seen.append(step))
    shiboken6.delete(by)
    gate.set()
    settle()
    assert desk.settings.get("theme") == "dark"
    assert seen == []
    assert heard == [{"settings"}]


def test_after_the_lock_nothing_is_asked(qtbot, open_session, settle):
    told = []
    open_session.leave()
    open_session.ask(lambda desk, _p: desk.about(), told.append)
    settle()
    assert told == []
    assert not open_session.is_open


def test_a_deed_queued_before_the_lock_is_done(qtbot, open_session, desk, settle):
    gate = Event()
    open_session.do(lambda _d, _p: gate.wait(60))
    open_session.do(lambda desk, _p: desk.settings.set("theme", "dark"))
    open_session.leave()
    gate.set()
    settle()
    assert desk.settings.get("theme") == "dark"


@pytest.mark.parametrize("whole", [True, False])
def test_what_is_done_at_the_door_finds_the_core_whole_unless_it_runs_alone(session, settle, door, whole):  # fmt: skip
    found = []
    session.enter(lambda door, _p: door.whole, found.append, whole=whole)
    settle()
    assert found == [whole]


def test_the_door_is_loaded_with_its_first_use(session, settle, door):
    seen = []
    session.enter(lambda door, _p: door.look(session.folder).state, seen.append)
    settle()
    assert seen == ["ready"]


def test_a_question_and_a_place_reach_the_window(session):
    heard = []
    session.asked.connect(heard.append)
    session.went.connect(heard.append)
    session.question(Question("a", "b", "y", "n", lambda: None))
    session.go("send", wizard="stick")
    assert heard[0].title == "a"
    assert (heard[1].screen, dict(heard[1].facts)) == ("send", {"wizard": "stick"})


@pytest.mark.parametrize("name", ["send", "settings"])
def test_a_screen_is_known_by_name(name):
    entry = find_entry(name)
    assert isinstance(entry, Entry)
    assert entry.key


def test_a_screen_nobody_wrote_is_not_found():
    assert find_entry("nowhere") is None
