"""Casework is tested on a real desk over a real vault, with keys that cost next to nothing.

The workspace is made once; every test opens a copy of it.
"""

import datetime as dt
import shutil
from types import SimpleNamespace

import pytest
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication

from intake.desk import workspace
from intake.progress import Silent
from tests.desks_at_hand import a_desk
from tests.ui.casework.places import a_day, go
from tests.vaults_at_hand import CHEAP, PASSPHRASE, POLICY, MemoryKeyring

NOON = dt.datetime(2026, 11, 25, 14, 32, 7, tzinfo=dt.timezone(dt.timedelta(hours=9)))
STILL = SimpleNamespace(time_ns=lambda: int(NOON.timestamp()) * 1_000_000_000)


@pytest.fixture(scope="session")
def made(tmp_path_factory):
    """A workspace that is ready for its first case, closed, and its keyring."""
    folder, keyring = tmp_path_factory.mktemp("made") / "workspace", MemoryKeyring()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("intake.clock.time", STILL)
        patch.setattr("intake.vault.birth.calibrate", lambda *_a: CHEAP)
        a_desk(folder, keyring).close()
    return folder, keyring


@pytest.fixture(scope="session")
def made_day(made, tmp_path_factory):
    """The same with a day's work in it; and its case and interview."""
    folder, keyring = tmp_path_factory.mktemp("day") / "workspace", MemoryKeyring()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("intake.clock.time", STILL)
        desk = open_copy(made, folder, keyring)
        found = a_day(desk, folder.parent)
        desk.close()
    return folder, keyring, found


def open_copy(made, folder, keyring):
    """Open a copy of a workspace."""
    shutil.copytree(made[0], folder)
    keyring.kept.update(made[1].kept)
    return workspace.open_(folder, PASSPHRASE, Silent(), keyring=keyring, policy=POLICY)


@pytest.fixture(autouse=True)
def clock_stands_still(monkeypatch):
    """It is 14:32:07 on a Wednesday in November."""
    monkeypatch.setattr("intake.clock.time", STILL)


@pytest.fixture
def desk(made, tmp_path, app, clock_stands_still):
    """An open copy of it."""
    desk = open_copy(made, tmp_path / "workspace", MemoryKeyring())
    yield desk
    desk.close()


@pytest.fixture
def page_desk(request, name, tmp_path, app, clock_stands_still):
    """What a page of ``tests.ui.casework.places`` needs: an empty workspace or a day's work."""
    made = "made" if name.endswith("-empty") else "made_day"
    desk = open_copy(
        request.getfixturevalue(made), tmp_path / "workspace", MemoryKeyring()
    )
    yield desk
    desk.close()


@pytest.fixture
def visit_page(request, name, page_desk, window, session, settle):
    """Bring the window to the page ``name``; ``language`` is the one spoken, if it is asked for."""

    def visit(language="ko"):
        page_desk.settings.set("language", language)
        page_desk.take_touched()
        session.texts.speak(language)
        session.open(page_desk)
        found = ("", "")
        if not name.endswith("-empty"):
            found = request.getfixturevalue("made_day")[2]

        def at(screen, **facts):
            session.go(screen, **facts)
            settle()
            return window.screen_

        return go(name, at, settle, *found)

    return visit


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
        for _ in range(3):
            qtbot.waitUntil(lambda: not jobs._open)
            QApplication.sendPostedEvents()
            QApplication.processEvents()

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
