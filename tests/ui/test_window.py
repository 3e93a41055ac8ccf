from threading import Event

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QWidget

import ui.window as window_module
from ui.command_sheet import open_keys
from ui.widgets import NoteEdit, Page, Sheet


class Notebook(Page):
    """A screen with a note that becomes a deed."""

    def __init__(self, session):
        super().__init__()
        self.session, self.acted = session, []
        self.note = NoteEdit("자유 기록")
        self.note.committed.connect(self._on_committed)
        self.set_body(self.note)

    def flush(self):
        self.note.flush()

    def act(self, action):
        self.acted.append(action)
        return action == "pause"

    def _on_committed(self, text):
        self.session.do(lambda desk, _p: desk.said.append(text), by=self)


@pytest.fixture
def notebook(window, session, desk, monkeypatch, qtbot):
    """The window standing on the notebook in the place of the send screen."""
    real = window_module.make_screen

    def make(name, session):
        return Notebook(session) if name == "send" else real(name, session)

    monkeypatch.setattr(window_module, "make_screen", make)
    session.open(desk)
    session.go("send")
    qtbot.waitUntil(lambda: window.screen_ is not None)
    screen = window.screen_
    screen.note.setFocus()
    qtbot.waitUntil(screen.note.hasFocus)
    return screen


def compose(note, preedit):
    QCoreApplication.sendEvent(note, QInputMethodEvent(preedit, []))


def test_the_lock_keeps_the_syllable_and_locks_behind_every_deed(
    qtbot, window, notebook, desk, left
):
    gate, order = Event(), []
    notebook.session.do(lambda _d, _p: (gate.wait(60), order.append("deed")))
    desk.lock = lambda _progress: order.append("lock")
    qtbot.keyClicks(notebook.note, "written")
    compose(notebook.note, "글")
    window.lock()
    gate.set()
    qtbot.waitUntil(lambda: bool(left))
    assert desk.said == ["written글"]
    assert order == ["deed", "lock"]
    assert left == [True]


def test_nothing_of_the_work_is_seen_while_it_locks(window, notebook, left):
    gate = Event()
    notebook.session.do(lambda _d, _p: gate.wait(60))
    window.lock()
    assert not notebook.note.isVisible()
    assert left == []
    gate.set()


def test_closing_the_window_keeps_everything_and_ends(
    qtbot, window, notebook, desk, left
):
    qtbot.keyClicks(notebook.note, "last words")
    window.close()
    qtbot.waitUntil(lambda: bool(left))
    assert desk.said[-1] == "last words"
    assert desk.locked == 1
    assert left == [False]


def test_closing_the_lock_screen_ends_at_once(window, left):
    window.show_gate("unlock")
    window.close()
    assert left == [False]


def test_the_lock_takes_the_clipboard_with_it(qtbot, window, notebook, app, left):
    app.clipboard().setText("https://ex-board.example/t/1")
    window.lock()
    qtbot.waitUntil(lambda: bool(left))
    assert app.clipboard().text() == ""


def test_the_cover_hides_at_once_and_a_key_brings_it_back(qtbot, window, notebook):
    window.run("cover")
    assert not notebook.note.isVisible()
    assert not window._actions["send"].isEnabled()
    qtbot.keyClick(window._cover, Qt.Key.Key_Space)
    assert notebook.note.isVisible()
    assert window._actions["send"].isEnabled()
    assert notebook.note.text() == ""


def test_a_click_lifts_the_cover_too(qtbot, window, notebook):
    window.run("cover")
    qtbot.mouseClick(window._cover, Qt.MouseButton.LeftButton)
    assert notebook.note.isVisible()


def test_an_action_the_window_does_not_know_goes_to_the_screen(window, notebook):
    window.run("pause")
    assert notebook.acted == ["pause"]


def test_leaving_a_screen_hands_on_what_is_typed(qtbot, window, notebook, desk, settle):
    qtbot.keyClicks(notebook.note, "half")
    notebook.session.go("settings")
    settle()
    assert "half" in desk.said
    assert window.place.screen == "settings"


def test_every_pane_is_reached_by_f6(qtbot, window, notebook):
    window.run("pane-next")
    rail = window._rail
    assert rail.isAncestorOf(window.focusWidget())
    window.run("pane-next")
    assert not rail.isAncestorOf(window.focusWidget())


def test_the_keys_and_the_commands_open_over_the_work(qtbot, window, notebook):
    window.run("keys")
    sheet = window.findChild(Sheet)
    assert sheet.isVisible()
    qtbot.keyClick(sheet, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: window.findChild(Sheet) is None)
    window.run("commands")
    field = window.focusWidget()
    field.setText(window._texts("action-settings"))
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert window.place.screen == "settings"


def test_a_rebuild_speaks_the_new_language_and_stays(window, notebook, texts):
    texts.speak("en")
    window.rebuild()
    assert window.place.screen == "send"
    assert window._actions["lock"].text() == texts("action-lock")


def test_the_keys_page_closes_itself(qtbot, app, texts):
    host = QWidget()
    qtbot.addWidget(host)
    host.resize(900, 700)
    host.show()
    sheet = open_keys(host, texts)
    assert sheet.isVisible()
    sheet.close_sheet()
    assert not sheet.isVisible()


def test_a_place_of_a_later_version_changes_nothing(window, notebook):
    notebook.session.go("of-a-later-version")
    assert window.place.screen == "send"
