import shutil
from dataclasses import replace
from threading import Event

import pytest
from PySide6.QtWidgets import QLabel, QPlainTextEdit

from intake.errors import Altered, NoRoom
from tests.ui.fake_desk import PLAN, SEALED, FakeDesk


@pytest.fixture
def send(window, session, desk, stick, settle):
    session.open(desk)
    session.go("send")
    settle()
    page = window.screen_
    page._find = lambda: stick
    return page


def pick(wizard, stick):
    wizard.steps[0]._on_chosen((str(stick[0].path),))


def begin(send, stick, settle, steps=0):
    send.begin_send()
    pick(send.wizard, stick)
    for _ in range(steps):
        send.wizard.next.click()
        settle()
        settle()
    return send.wizard


def test_nothing_can_be_sent_before_a_stick_is_picked(send):
    send.begin_send()
    assert not send.wizard.next.isEnabled()


def test_a_stick_that_cannot_be_written_to_cannot_be_picked(send, stick):
    send.begin_send()
    choices = send.wizard.steps[0]._choices
    assert choices.button(str(stick[0].path)).isEnabled()
    assert not choices.button(str(stick[1].path)).isEnabled()


def test_a_stick_plugged_in_later_appears(send, stick):
    send._find = tuple
    send.begin_send()
    step = send.wizard.steps[0]
    assert step._none.isVisibleTo(step)
    step._find = lambda: stick
    step.look()
    assert not step._none.isVisibleTo(step)


def test_a_stick_pulled_out_is_no_longer_picked(send, stick, settle):
    wizard = begin(send, stick, settle)
    shutil.rmtree(stick[0].path)
    wizard.steps[0]._find = tuple
    wizard.steps[0].look()
    assert not wizard.next.isEnabled()


def test_what_goes_and_what_stays_is_seen_before_anything_is_made(send, stick, settle):
    wizard = begin(send, stick, settle, steps=1)
    step = wizard.steps[1]
    assert step._goes.rows.rowCount() == 3
    assert step._stays.rows.rowCount() == 2
    assert "41" in step._goes_title.text()


def test_the_whole_way_ends_with_the_number_and_the_lock(
    send, stick, settle, desk, left, qtbot
):
    wizard = begin(send, stick, settle, steps=4)
    assert desk.said == ["deliver", "verify"]
    assert wizard.steps[4]._number.text() == SEALED.number
    assert wizard.back.isHidden()
    wizard.next.click()
    qtbot.waitUntil(lambda: bool(left))
    assert left == [True]


def test_a_full_stick_is_said_at_the_step_and_nothing_goes_on(
    send, stick, settle, desk
):
    def full(_sealed, _folder, _progress):
        raise NoRoom(needed=10, free=3)

    desk.exchange.deliver = full
    wizard = begin(send, stick, settle, steps=3)
    assert wizard.at == 2
    assert wizard.steps[2].error.isVisibleTo(wizard)
    assert wizard.next.isEnabled()


def test_cancel_is_always_there_while_it_is_made(send, stick, settle, desk, texts):
    begun = Event()

    def endless(_plan, progress):
        begun.set()
        while True:
            progress.step(1_000_000, 9_000_000, "progress-test")

    desk.exchange.make = endless
    wizard = begin(send, stick, settle, steps=2)
    wizard.next.click()
    assert begun.wait(5)
    wizard.progress.stop.click()
    settle()
    assert wizard.at == 2
    assert wizard.steps[2].error.text() == texts("send-cancelled")


def test_a_copy_that_differs_does_not_pass(send, stick, settle, desk):
    def altered(_sealed, _folder, _progress):
        raise Altered(member="part-1")

    desk.exchange.verify = altered
    wizard = begin(send, stick, settle, steps=3)
    assert wizard.at == 3
    assert not wizard.next.isEnabled()
    desk.exchange.verify = lambda _s, _f, _p: None
    wizard.steps[3]._again.click()
    settle()
    assert wizard.next.isEnabled()


def test_without_confirmed_keys_there_is_one_thing_to_do(
    window, session, settle, texts
):
    session.open(FakeDesk(enrolled=False))
    session.go("send")
    settle()
    page = window.screen_
    assert not page.send_button.isEnabled()
    page._go_keys()
    settle()
    assert window.screen_._shown == "keys"


def test_receiving_lists_what_was_believed_and_what_was_put_aside(
    send, stick, settle, texts
):
    send.begin_receive()
    pick(send.wizard, stick)
    send.wizard.next.click()
    send.wizard.next.click()
    settle()
    step = send.wizard.steps[2]
    said = [label.text() for label in step.findChildren(QLabel)]
    assert texts("receive-withdrawn", cases=1) in said
    assert texts("receive-unanswered", names="SW") in said
    assert step._listed.count() == 4
    assert step._said.text() == texts("receive-result", items=2, cases=2)


def test_closing_the_wizard_comes_back_to_the_columns(send, stick, settle):
    wizard = begin(send, stick, settle)
    wizard.leave.click()
    assert send.wizard is None
    assert send.send_button.isVisibleTo(send)


def test_a_plan_that_only_tells_of_a_withdrawal_can_be_sent(
    send, stick, settle, desk, texts
):
    desk.exchange.plan = lambda to: replace(PLAN, goes=(), records=0)
    wizard = begin(send, stick, settle, steps=1)
    assert wizard.steps[1]._tells.text() == texts("send-tells", cases=1)
    assert wizard.next.isEnabled()


def test_a_plan_of_counts_alone_says_so_and_can_be_sent(send, stick, settle, desk, texts):  # fmt: skip
    only = replace(PLAN, goes=(), stays=(), records=0, taken_back=(), counts=("2025",))
    desk.exchange.plan = lambda to: only
    wizard = begin(send, stick, settle, steps=1)
    assert wizard.steps[1]._goes_title.text() == texts("send-only-counts")
    assert wizard.steps[1]._tells.text() == texts("send-counts", years="2025")
    assert wizard.next.isEnabled()
    wizard.next.click()
    settle()
    assert "집계만 봉인하여" in wizard.steps[2]._said.text()


def test_the_central_desk_begins_with_receiving_and_shows_its_key(
    window, session, settle, texts
):
    session.open(FakeDesk(role="central"))
    session.go("send")
    settle()
    page = window.screen_
    cards = [page._board_box.itemAt(at).widget() for at in range(3)]
    assert cards[0] is page._cards["received"]
    assert page.receive_button.property("kind") == "primary"
    assert not page._own.unfolded.isVisibleTo(page)
    page._own.fold.click()
    string = page._own.unfolded.findChild(QPlainTextEdit)
    assert string.isVisibleTo(page)
    assert string.toPlainText() == "age1pq1example"


def test_a_plan_of_link_notices_alone_says_how_many_go(send, stick, settle, desk, texts):  # fmt: skip
    told = replace(PLAN, goes=(), stays=(), records=4, taken_back=(), notices=2)
    desk.exchange.plan = lambda to: told
    wizard = begin(send, stick, settle, steps=1)
    assert wizard.steps[1]._tells.text() == texts("send-notices", count=2)
    assert wizard.steps[1]._goes_title.text() != texts("send-nothing")
    assert wizard.next.isEnabled()
