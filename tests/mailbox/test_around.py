"""Patience, pace and a log: each is a mailbox, and promises what every mailbox does."""

import io
import logging

import pytest

from intake.errors import Cancelled, MailboxAway, MailboxRefuses
from intake.mailbox import MemoryMailbox
from intake.mailbox.around import Noted, Paced, Patient
from tests.suites.mailbox import *  # noqa: F403 - the suite is a part of this file
from tests.suites.mailbox import KEY, whole


class Flaky(MemoryMailbox):
    """Is away so often before it answers; a copy breaks off in its middle."""

    def __init__(self, away, error=None):
        super().__init__()
        self.left, self.error = away, error or MailboxAway(mailbox="flaky")

    def _away(self):
        if self.left:
            self.left -= 1
            raise self.error

    def put_new(self, key, source, size):
        if self.left:
            source.read(size // 2)
        self._away()
        return super().put_new(key, source, size)

    def list(self, prefix):
        self._away()
        return super().list(prefix)

    def get(self, key):
        data = b"".join(super().get(key))
        yield data[:3]
        self._away()
        yield data[3:]


class Waits(list):
    """Remembers how long somebody wanted to wait, and does not."""

    def __call__(self, seconds):
        self.append(seconds)


@pytest.fixture(params=["patient", "paced", "noted", "all"])
def mailbox(request):
    within = MemoryMailbox()
    around = {
        "patient": lambda: Patient(within, Waits()),
        "paced": lambda: Paced(within, 1 << 20, Waits()),
        "noted": lambda: Noted(within),
        "all": lambda: Noted(Patient(Paced(within, 1 << 20, Waits()), Waits())),
    }
    return around[request.param]()


def test_what_was_away_is_tried_again_after_twice_as_long():
    waits = Waits()
    box = Patient(Flaky(3), waits)
    assert box.put_new(KEY, io.BytesIO(b"0123456789"), 10)
    assert waits == [1.0, 2.0, 4.0]
    assert whole(box, KEY) == b"0123456789"


def test_a_copy_that_breaks_off_goes_on_behind_what_was_read():
    within = Flaky(0)
    within.put_new(KEY, io.BytesIO(b"0123456789"), 10)
    within.left = 2
    assert whole(Patient(within, Waits()), KEY) == b"0123456789"


def test_patience_ends():
    waits = Waits()
    with pytest.raises(MailboxAway):
        Patient(Flaky(9), waits, tries=3).list("")
    assert len(waits) == 2


def test_a_refused_password_is_not_tried_again():
    waits = Waits()
    refusing = Flaky(9, MailboxRefuses(mailbox="flaky", why="password"))
    with pytest.raises(MailboxRefuses):
        Patient(refusing, waits).list("")
    assert waits == []


def test_waiting_can_be_cancelled_and_nothing_is_left():
    def stop(_seconds):
        raise Cancelled

    within = Flaky(1)
    with pytest.raises(Cancelled):
        Patient(within, stop).put_new(KEY, io.BytesIO(b"x"), 1)
    assert within.list("") == {}


def test_a_pace_is_kept_by_waiting():
    waits, now = Waits(), iter([0.0] * 100)
    box = Paced(MemoryMailbox(), 1000, waits, lambda: next(now))
    box.put_new(KEY, io.BytesIO(bytes(3000)), 3000)
    assert max(waits) == pytest.approx(3.0)


def test_the_log_has_sizes_and_no_names(caplog):
    box = Noted(Flaky(0))
    with caplog.at_level(logging.INFO):
        box.put_new(KEY, io.BytesIO(b"sealed"), 6)
        whole(box, KEY)
        box.within.left = 1
        with pytest.raises(MailboxAway):
            box.list("")
    assert "put 6" in caplog.text
    assert "err-mailbox-away" in caplog.text
    assert "ab" * 8 not in caplog.text
