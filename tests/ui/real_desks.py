"""Real workspaces in the one window there is: bring it to a page of a desk, and look around."""

import shutil
from copy import copy
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QLabel

from intake.desk import workspace
from intake.progress import Silent
from tests.ui.walking import focusables, name_of, tab_walk
from tests.vaults_at_hand import PASSPHRASE, POLICY, MemoryKeyring, cheap_guessing
from ui.widgets import Button


@pytest.fixture(autouse=True, scope="module")
def _cheap_guessing():
    """What a key costs has tests of its own."""
    with cheap_guessing():
        yield


class Kept:
    """A story told once, its workspaces closed; every test goes on in copies of them."""

    def __init__(self, story, folder: Path, **desks: str) -> None:
        """Close the desks of ``story``; ``desks`` are its names for them and their folders."""
        self._story, self._folder, self._desks = story, folder, desks
        self._secrets = {}
        for name in desks:
            desk = getattr(story, name)
            self._secrets[name] = dict(desk._rooms.keyring.kept)
            desk.close()

    def told_again(self, folder: Path):
        """Return the story with desks of its own; whoever asks closes them."""
        shutil.copytree(self._folder, folder, dirs_exist_ok=True)
        story = copy(self._story)
        for name, place in self._desks.items():
            keyring = MemoryKeyring()
            keyring.kept.update(self._secrets[name])
            opened = workspace.open_(folder / place, PASSPHRASE, Silent(), keyring=keyring, policy=POLICY)  # fmt: skip
            setattr(story, name, opened)
        return story


@pytest.fixture
def rest(qtbot, jobs):
    """Wait until every lane is empty, and what was asked because of it too."""

    def wait():
        for _ in range(3):
            qtbot.waitUntil(lambda: not jobs._open)
            QApplication.sendPostedEvents()
            QApplication.processEvents()

    return wait


@pytest.fixture
def visit_desk(window, session, rest):
    """Show a page of a desk; another desk may have been shown before."""

    def visit(desk, screen, **facts):
        if session._desk is not desk:
            if session.is_open:
                session.leave()
                window._screens.clear()
            desk.take_touched()
            session.open(desk)
        session.go(screen, **facts)
        rest()
        return window.screen_

    return visit


def said(page):
    """Every word that can be read on a page."""
    return [one.text() for one in page.findChildren(QLabel) if one.isVisibleTo(page)]


def press(page, text):
    """Press the button that says so."""
    found = [one for one in page.findChildren(Button) if one.text().strip() == text and one.isVisibleTo(page)]  # fmt: skip
    assert found, text
    found[-1].click()


def check_reachable(window, page):
    """Everything has a name of its own and the Tab key comes to it."""
    named = [name_of(widget) for widget in focusables(page)]
    assert named
    assert all(named)
    assert sorted(set(named)) == sorted(named)
    missed = set(focusables(page)) - set(tab_walk(window, page))
    assert {name_of(widget) for widget in missed} == set()


__all__ = ["_cheap_guessing", "check_reachable", "press", "rest", "said", "visit_desk"]
