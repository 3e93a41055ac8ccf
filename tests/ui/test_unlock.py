import pytest
from PySide6.QtWidgets import QLabel

from intake.desk import views
from tests.ui.fake_desk import CODE, PASSPHRASE
from ui.screens.unlock import Unlock


@pytest.fixture
def unlock(qtbot, window, session, settle):
    window.show_gate("unlock")
    settle()
    return window._screens["unlock"]


def test_the_right_passphrase_opens_and_is_forgotten(unlock, session, settle, window):
    unlock.field.set_text(PASSPHRASE)
    unlock.open_button.click()
    settle()
    assert session.is_open
    assert window.place is not None


def test_a_wrong_passphrase_says_the_wait_in_words(unlock, session, settle, texts):
    unlock.field.set_text("wrong")
    unlock.open_button.click()
    settle()
    assert not session.is_open
    assert unlock.error.isVisibleTo(unlock)
    assert unlock.open_button.text() == texts("unlock-wait", seconds=4)
    unlock.field.set_text(PASSPHRASE)
    assert not unlock.open_button.isEnabled()


def test_the_wait_is_counted_down(unlock, settle, texts):
    unlock._begin_wait(2)
    unlock._on_second()
    assert unlock.open_button.text() == texts("unlock-wait", seconds=1)
    unlock._on_second()
    assert unlock.open_button.text() == texts("unlock-open")
    assert not unlock._tick.isActive()


def test_a_wait_from_before_a_restart_goes_on(qtbot, session, door, settle):
    door.notice = views.WorkspaceNotice("ready", "v-1", 30)
    page = Unlock(session)
    qtbot.addWidget(page)
    settle()
    assert page._wait == 30


def test_nothing_is_opened_with_an_empty_field(unlock):
    assert not unlock.open_button.isEnabled()


def test_the_printed_code_opens_with_a_new_passphrase(unlock, session, settle):
    unlock._on_lost()
    unlock.code.set_text(CODE)
    unlock.new.set_text("new words here")
    assert not unlock.recover_button.isEnabled()
    unlock.again.set_text("new words here")
    unlock.recover_button.click()
    settle()
    assert session.is_open


def test_no_case_is_named_before_it_is_open(unlock, window, texts):
    said = " ".join(label.text() for label in unlock.findChildren(QLabel))
    assert "IC" not in said
    assert window.windowTitle() == texts("product-name")
