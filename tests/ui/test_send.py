"""The page of sending and receiving; the way over a stick is in ``test_stick``."""

import pytest
from PySide6.QtWidgets import QPlainTextEdit

from tests.ui.fake_desk import FakeDesk


@pytest.fixture
def send(window, session, desk, stick, settle):
    session.open(desk)
    session.go("send")
    settle()
    page = window.screen_
    page._find = lambda: stick
    return page


def test_without_confirmed_keys_there_is_one_thing_to_do(window, session, settle):
    session.open(FakeDesk(enrolled=False))
    session.go("send")
    settle()
    page = window.screen_
    page._go_keys()
    settle()
    assert window.screen_._shown == "keys"


def test_closing_the_wizard_comes_back_to_the_columns(send):
    send.begin_stick()
    send.wizard.leave.click()
    assert send.wizard is None
    assert send.stick_button.isVisibleTo(send)


def test_the_central_desk_begins_with_receiving_and_shows_its_key(window, session, settle):  # fmt: skip
    session.open(FakeDesk(role="central"))
    session.go("send")
    settle()
    page = window.screen_
    cards = [page._board_box.itemAt(at).widget() for at in range(3)]
    assert cards[0] is page._cards["received"]
    assert not page._own.unfolded.isVisibleTo(page)
    page._own.fold.click()
    string = page._own.unfolded.findChild(QPlainTextEdit)
    assert string.isVisibleTo(page)
    assert string.toPlainText() == "age1pq1example"
