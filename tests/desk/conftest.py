"""A desk with nothing said at it yet; or, where a test file says ``IN_TOWN``, one that knows others.

In the town two centers have a case of the same suspect each, and the central desk has both.
"""

import pytest

from intake.crypto import Passphrase
from intake.desk import library
from tests.centers_at_hand import closing, desks
from tests.desks_at_hand import a_desk, introduce
from tests.links_at_hand import Town
from tests.scenes import scene
from tests.vaults_at_hand import MemoryKeyring, cheap_guessing

WORDS = ("첫째 사람의 긴 암호문구", "둘째 사람의 긴 암호문구", "셋째 사람의 긴 암호문구")  # fmt: skip


@pytest.fixture(autouse=True)
def _cheap_guessing():
    """A printed code and a passphrase cost a test next to nothing."""
    with cheap_guessing():
        yield


@pytest.fixture
def keyring():
    return MemoryKeyring()


@pytest.fixture
def desk(request, tmp_path, keyring):
    if getattr(request.module, "IN_TOWN", False):
        opened = request.getfixturevalue("town").desk("IC", tmp_path)
    else:
        opened = a_desk(tmp_path / "ic", keyring)
    yield opened
    opened.close()


@pytest.fixture
def central(request, tmp_path):
    if getattr(request.module, "IN_TOWN", False):
        opened = request.getfixturevalue("town").desk("C0", tmp_path)
    else:
        desk = request.getfixturevalue("desk")
        opened = a_desk(tmp_path / "c0", role="central", code="C0")
        introduce(desk, opened)
    yield opened
    opened.close()


@pytest.fixture(scope="session")
def town(tmp_path_factory):
    with cheap_guessing():
        return Town(tmp_path_factory.mktemp("town"))


@pytest.fixture
def seoul(town, tmp_path):
    opened = town.desk("SL", tmp_path)
    yield opened
    opened.close()


@pytest.fixture
def pair(town):
    """One case at each of two centers, both known at the central desk."""
    return town.one, town.other


@pytest.fixture
def stick(tmp_path):
    folder = tmp_path / "stick"
    folder.mkdir()
    return folder


@pytest.fixture
def quick_passphrases(monkeypatch):
    """A root key's file asks a second and 256 MiB of whoever guesses; not of a test."""
    monkeypatch.setattr(library, "Passphrase", lambda text: Passphrase(text, work=4))


@pytest.fixture
def founded(tmp_path, quick_passphrases):
    """A central desk that has founded its library with ``WORDS``, and a center that knows it."""
    found, _ = scene(_founded, tmp_path / "land")
    with closing(*found.values()):
        yield found


def _founded(folder):
    found = desks(folder, "C0", "IC")
    found["C0"].library.found(*WORDS)
    return found, None
