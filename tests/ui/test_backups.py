"""What a person does about backups in the window."""

from dataclasses import replace
from pathlib import Path

import pytest

from intake.errors import BackupAway, BackupUnfit
from tests.ui.fake_desk import BACKUPS, CODE, OVERVIEW, PASSPHRASE
from ui.nightly import Nightly
from ui.screens.first_run import FirstRun
from ui.wizards.restore_panel import RestorePanel


@pytest.fixture
def section(window, session, desk, settle):
    session.open(desk)
    session.go("settings", section="backups")
    settle()
    return window.screen_.sections["backups"]


def test_what_lies_there_is_listed_and_what_cannot_be_used_is_named(section, texts):
    shown = [section.listed._box.itemAt(n).widget() for n in range(3)]
    assert all(shown)
    assert section._place.text() == OVERVIEW.place
    assert section._last.text() == texts.moment(BACKUPS[0].made_ms)


def test_a_backup_is_made_now_and_told(section, settle, texts):
    section.make.click()
    settle()
    assert section._made.isVisibleTo(section)
    assert section.make.isEnabled()
    assert section.progress.isHidden()


def test_without_a_place_choosing_one_comes_first(section, desk, settle):
    desk.overview = replace(OVERVIEW, place="", reachable=False, lines=(), last_ms=0)
    section.arrive()
    settle()
    assert not section.make.isEnabled()
    section.take_place(Path("/media/NEW"))
    settle()
    assert ("place", "NEW") in desk.said


def test_a_place_that_is_away_is_said_where_the_place_stands(section, desk, settle, texts):  # fmt: skip
    desk.overview = replace(OVERVIEW, reachable=False, lines=())
    section.arrive()
    settle()
    assert section._place.text() == texts("backups-away", place=OVERVIEW.place)


def test_a_stick_that_was_pulled_can_be_tried_again(section, desk, settle, window):
    def away(_progress):
        raise BackupAway

    desk.backups.make = away
    section.make.click()
    settle()
    assert window.notices.card is not None
    assert section.make.isEnabled()


def test_deleting_asks_first(section, desk, settle):
    section.listed.delete(BACKUPS[1].name)
    settle()
    assert ("forget", BACKUPS[1].name) in desk.said


def test_a_drill_says_what_opened(section, settle, texts):
    drill = section.drill
    assert not drill.button.isEnabled()
    drill.secret.set_text(PASSPHRASE)
    drill.button.click()
    settle()
    assert drill._found.text() == texts("backups-drilled", cases=15)
    assert drill.secret.text() == ""


def test_a_mistyped_secret_is_corrected_in_its_place(section, settle):
    section.drill.secret.set_text("wrong")
    section.drill.button.click()
    settle()
    assert section.drill._found.isVisibleTo(section.drill)
    assert section.drill.secret.text() == "wrong"
    assert section.drill.button.isEnabled()


def test_a_lost_laptop_is_chosen_and_its_times_must_be_times(section, settle, tmp_path, monkeypatch):  # fmt: skip
    lost = section.lost
    assert not lost.paper.isEnabled()
    lost.which._on_press("01a2-2")
    assert lost.paper.isEnabled()
    lost.noticed.set_text("어제")
    assert not lost.paper.isEnabled()
    lost.noticed.set_text("2099-03-02 09:30")
    target = tmp_path / "pack.pdf"
    monkeypatch.setattr("ui.widgets.paper.QFileDialog.getSaveFileName", lambda *_said: (str(target), ""))  # fmt: skip
    lost.paper.click()
    settle()
    assert target.read_bytes().startswith(b"%PDF")


def test_a_night_without_a_backup_is_made_up_for_after_unlocking(session, desk, settle, qtbot):  # fmt: skip
    toasts = []
    session.told.connect(toasts.append)
    nightly = Nightly(session, wait_ms=0)
    session.open(desk)
    qtbot.waitUntil(lambda: bool(toasts))
    assert not nightly._later.isActive()


# --- restoring ---------------------------------------------------------------------------


@pytest.fixture
def panel(window, session, settle):
    window.show_gate("unlock")
    settle()
    page = window._screens["unlock"]
    page._on_restore()
    page.restore.look(Path("/backups"))
    settle()
    return page.restore


def test_a_backup_is_restored_from_the_lock_screen_with_the_code(panel, session, settle):  # fmt: skip
    assert panel.chosen.name == BACKUPS[0].name
    panel.next.click()
    panel.code.set_text(CODE)
    panel.new.set_text("new words here")
    assert not panel.go.isEnabled()
    panel.again.set_text("new words here")
    panel.go.click()
    settle()
    assert session.is_open


def test_on_its_own_computer_the_passphrase_is_enough(panel, session, settle):
    panel.next.click()
    panel.way._on_press("passphrase")
    panel.passphrase.set_text(PASSPHRASE)
    panel.go.click()
    settle()
    assert session.is_open


def test_a_wrong_code_is_told_beside_the_field(panel, session, settle):
    panel.next.click()
    panel.code.set_text("AAAA")
    panel.new.set_text("new words here")
    panel.again.set_text("new words here")
    panel.go.click()
    settle()
    assert not session.is_open
    assert panel.error.isVisibleTo(panel)
    assert panel.go.isEnabled()


def test_a_folder_without_a_backup_is_told(panel, door, settle):
    def nothing(_folder, _language):
        raise BackupUnfit(why="form")

    door.restoring.look = nothing
    panel.look(Path("/pictures"))
    settle()
    assert panel.error.isVisibleTo(panel)


def test_a_new_computer_offers_a_backup_before_the_first_step(qtbot, session, settle):
    page = FirstRun(session)
    qtbot.addWidget(page)
    settle()
    assert page.restore.isVisibleTo(page)
    page._on_restore()
    (panel,) = page._body.findChildren(RestorePanel)
    panel.left.emit()
    assert page.wizard is page._body
    assert page.restore.isVisibleTo(page)
