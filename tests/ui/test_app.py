from types import SimpleNamespace

import pytest
from PySide6.QtWidgets import QLabel, QPushButton

from intake import logbook
from intake.desk import views
from ui import theme
from ui.app import Program, Start
from ui.manner import read_manner
from ui.widgets import Sheet


@pytest.fixture
def program(qtbot, app, session, tmp_path, settle):
    """The whole program on the fake desk, shown."""
    program = Program(app, Start(tmp_path, ("--folder", str(tmp_path))), session)
    program.left = []
    program.window._leave_program = program.left.append
    qtbot.addWidget(program.window, before_close_func=lambda _w: session.leave())
    program.window.show()
    program._look()
    settle()
    yield program
    program.away.set_minutes(0)
    app.removeEventFilter(program.away)
    app.styleHints().colorSchemeChanged.disconnect(program._on_scheme)


def shown(program):
    return program.window._stack.currentWidget()


def test_a_folder_with_a_vault_shows_the_lock_screen(program):
    assert shown(program) is program.window._screens["unlock"]


def test_a_folder_without_one_begins_the_first_run(program, door, settle):
    door.notice = views.WorkspaceNotice("absent")
    program._look()
    settle()
    assert shown(program) is program.window._screens["first_run"]


def test_the_product_is_named_before_the_core_is_loaded(window, texts):
    said = [
        label.text() for label in window._stack.currentWidget().findChildren(QLabel)
    ]
    assert said == [texts("product-name")]


def test_the_minutes_of_the_lock_are_those_that_are_set(program, session, desk, settle):
    session.open(desk)
    settle()
    assert program.away._limit_ms == 10 * 60_000
    session.do(lambda desk, _p: desk.settings.set("lock_minutes", 5))
    settle()
    settle()
    assert program.away._limit_ms == 5 * 60_000


def test_idle_locks(qtbot, program, session, desk, settle):
    session.open(desk)
    settle()
    program.away.gone.emit()
    qtbot.waitUntil(lambda: bool(program.left))
    assert desk.locked == 1
    assert program.left == [True]


def test_theme_and_language_change_at_once_and_are_kept(
    program, session, desk, settle, tmp_path, texts
):
    session.open(desk)
    session.go("settings")
    settle()
    session.do(lambda desk, _p: desk.settings.set("theme", "dark"))
    session.do(lambda desk, _p: desk.settings.set("language", "en"))
    settle()
    settle()
    assert theme.now() is theme.DARK
    assert texts.language == "en"
    assert program.window.place.screen == "settings"
    kept = read_manner(tmp_path)
    assert (kept.language, kept.theme) == ("en", "dark")


def test_the_rail_says_who_sits_here_and_what_waits(program, session, desk, settle):
    session.open(desk)
    session.go("send")
    settle()
    rail = program.window._rail
    assert rail._who.text() == "박서연"
    assert rail._counts["send"].text() == "41"
    assert rail._buttons["send"].accessibleName() != rail._texts("rail-send")


def test_a_mistake_of_ours_is_told_and_the_work_goes_on(program, session, desk, settle):
    session.open(desk)
    session.go("send")
    settle()
    program._on_crash("ValueError\nsend.py:1 begin")
    assert program.window.findChild(Sheet).isVisible()
    assert program.window.place.screen == "send"


def test_the_folder_is_asked_about_once_after_the_first_paint(
    program, door, settle, monkeypatch, qtbot
):
    looks = []
    monkeypatch.setattr(program, "_look", lambda: looks.append(1))
    monkeypatch.setattr("ui.crash.install", lambda _tell: None)
    program.window.hide()
    program.open()
    qtbot.waitUntil(lambda: bool(looks))
    program._after_paint()
    assert looks == [1]


def test_the_rest_of_the_desk_is_loaded_behind_the_page(program, door, settle):
    assert door.whole
    door.whole = program._proven = False
    program._pass_on()
    settle()
    assert not door.whole
    program._proven = True
    program._pass_on()
    settle()
    assert door.whole


def test_the_version_counts_as_well_once_the_first_page_stands(program, door, settle):
    assert door.well
    door.well = program._proven = False
    program._pass_on()
    settle()
    assert not door.well
    program._proven = True
    program._pass_on()
    settle()
    assert door.well


def test_what_was_found_on_opening_is_told_until_it_is_closed(
    program, session, desk, settle, texts
):
    desk.found = ("notice-key-file-copy-used", "notice-low-disk")
    session.open(desk)
    session.go("send")
    settle()
    card = program.window.notices.card
    assert card.isVisible()
    said = {label.text() for label in card.findChildren(QLabel)}
    assert {texts(found) for found in desk.found} <= said
    card.findChild(QPushButton).click()
    assert program.window.notices.card is None


def test_the_log_says_which_page_stands_once_it_stands(program, settle, tmp_path, monkeypatch):  # fmt: skip
    monkeypatch.setattr(logbook, "_book", [])
    kept = logbook.keep_log(logbook.Logbook(tmp_path / "log", lambda: 0))
    whole = SimpleNamespace(whole=True)
    program._on_proven(whole)
    settle()
    assert kept.tail(1) == ("1970-01-01T00:00:00Z looked state=unlock",)
    names = ("app/intake/errors.py", "app/start.py")
    bad = SimpleNamespace(whole=False, why="", signed_by="", changed=names, missing=(), extra=())  # fmt: skip
    program._on_proven(bad)
    assert kept.tail(1) == ("1970-01-01T00:00:00Z looked state=altered changed=2 missing=0 extra=0",)  # fmt: skip
    assert "errors.py" not in kept.path.read_text()
