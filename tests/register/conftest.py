"""One vault for this room's tests, emptied between them."""

import sys
import uuid
from pathlib import Path

import pytest

from intake.ids import scope_of
from tests.register.speaking import Speaker
from tests.vaults_at_hand import a_vault


class Watcher:
    """Watches and remembers."""

    def __init__(self):
        self.steps = []

    def step(self, done, total, what):
        self.steps.append((done, total, what))


@pytest.fixture
def watcher():
    """A progress that remembers its steps."""
    return Watcher()


@pytest.fixture(scope="session")
def speaker(tmp_path_factory):
    """Somebody who speaks; ``said`` hands her out with nothing said yet."""
    vault = a_vault(tmp_path_factory.mktemp("register") / "vault").vault
    yield Speaker(vault)
    vault.close()


@pytest.fixture
def said(speaker):
    """Nothing said yet, and a way to say things."""
    speaker.empty()
    return speaker


@pytest.fixture
def a_case(said):
    """Make a case with a number and an alias; gives its id and scope."""

    def make(number="2099-IC-000001", alias="새벽", **values):
        case = str(uuid.uuid5(uuid.NAMESPACE_URL, number))
        scope = scope_of("case", case)
        said.say("case", case, scope, number=number, alias=alias, **values)
        return case, scope

    return make


@pytest.fixture
def new():
    """Make record ids, the same in every run."""
    made = 0

    def make():
        nonlocal made
        made += 1
        return str(uuid.UUID(int=made << 80 | 0x7 << 76 | 0x8 << 60))

    return make


@pytest.fixture(scope="session")
def resources():
    """Where texts and code lists lie."""
    return Path(sys.modules["intake"].__path__[0]).parent / "resources"
