import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from intake import errors
from ui.notices import Notices
from ui.session import Question, Toast
from ui.widgets import Button


@pytest.fixture
def host(qtbot, app):
    host = QWidget()
    qtbot.addWidget(host)
    host.resize(1000, 700)
    host.show()
    return host


@pytest.fixture
def notices(host, texts):
    return Notices(host, texts)


def buttons(widget):
    return [b for b in widget.findChildren(Button) if b.isVisibleTo(widget)]


def leaves(kind=errors.IntakeError):
    for sub in kind.__subclasses__():
        yield from leaves(sub)
        if not sub.__subclasses__():
            yield sub


def test_cancelled_says_nothing(notices):
    notices.show_error(errors.Cancelled())
    assert notices.card is None
    assert not notices._toast.isVisible()


@pytest.mark.parametrize("kind", sorted(leaves(), key=lambda kind: kind.__name__))
def test_every_error_can_be_shown(notices, kind):
    notices.show_error(kind())
    assert (kind is errors.Cancelled) == (
        notices.card is None and not notices._toast.isVisible()
    )


def test_what_can_be_changed_is_a_toast(notices):
    notices.show_error(errors.NothingToSend())
    assert notices._toast.isVisible()
    assert notices.card is None


def test_what_is_not_ready_can_be_tried_again(qtbot, notices):
    tried = []
    notices.show_error(errors.MailboxAway(mailbox="USB"), lambda: tried.append(1))
    again = buttons(notices.card)[-1]
    again.click()
    assert tried == [1]
    assert notices.card is None


def test_what_cannot_be_trusted_takes_the_page_and_is_not_retried(notices, host):
    notices.show_error(errors.BadSignature(), lambda: None)
    assert notices.card.size() == host.size()
    assert len(buttons(notices.card)) == 1


def test_a_toast_offers_one_thing(notices):
    undone = []
    notices.show_toast(Toast("3건", "되돌리기", lambda: undone.append(1)))
    buttons(notices._toast)[0].click()
    assert undone == [1]
    assert not notices._toast.isVisible()


def test_escape_is_no(qtbot, notices):
    done = []
    sheet = notices.ask(
        Question("지울까요", "", "지우기", "그대로", lambda: done.append(1))
    )
    qtbot.keyClick(sheet, Qt.Key.Key_Escape)
    assert done == []
    assert not sheet.isVisible()


def test_yes_does_it_once(notices):
    done = []
    sheet = notices.ask(
        Question("지울까요", "", "지우기", "그대로", lambda: done.append(1))
    )
    buttons(sheet)[-1].click()
    assert done == [1]
