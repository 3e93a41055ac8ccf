"""Casework is tested on a real desk over a real vault, with keys that cost next to nothing."""

import pytest
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication

from tests.desks_at_hand import a_desk, cheap_keys


@pytest.fixture
def desk(tmp_path, monkeypatch, app):
    """A workspace that is ready for its first case."""
    cheap_keys(monkeypatch)
    desk = a_desk(tmp_path / "workspace")
    yield desk
    desk.close()


@pytest.fixture
def case(desk):
    """A case whose person agreed to recording."""
    case = desk.cases.begin("VISIT", "하늘")
    desk.consents.decide(case, {"RECORD": "AGREED", "CENTRAL": "LATER"})
    return case


@pytest.fixture
def settle(qtbot, jobs):
    """Wait until every lane is empty, and what was asked because of it too."""

    def wait():
        qtbot.waitUntil(lambda: not jobs._open, timeout=20_000)
        qtbot.wait(1)
        qtbot.waitUntil(lambda: not jobs._open, timeout=20_000)

    return wait


@pytest.fixture
def at(window, session, desk, settle):
    """Go to a place of the opened window and return its screen."""

    def go(screen, **facts):
        if not session.is_open:
            session.open(desk)
        session.go(screen, **facts)
        settle()
        return window.screen_

    return go


@pytest.fixture
def interview(at, desk, case):
    """The interview page with a first interview that has just begun."""
    return at("interview", interview=desk.interviews.begin(case, "intake"))


def compose(text, widget=None):
    """Type Korean the way an input method does: syllables composed, then committed."""
    widget = widget or QApplication.focusWidget()
    for syllable in text:
        for event in (QInputMethodEvent(syllable, []), QInputMethodEvent()):
            if not event.preeditString():
                event.setCommitString(syllable)
            QApplication.sendEvent(widget, event)
