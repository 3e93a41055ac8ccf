"""A street of workspaces for every test of an exchange."""

import pytest

from intake.mailbox import MemoryMailbox
from tests.exchange.places import Street


@pytest.fixture(scope="session")
def street(tmp_path_factory):
    return Street(tmp_path_factory.mktemp("street"))


@pytest.fixture
def places(street, tmp_path):
    opened = []

    def place(code, copy=""):
        one = street.place(code, tmp_path, copy=copy)
        opened.append(one)
        return one

    yield place
    for one in opened:
        one.vault.close()


@pytest.fixture
def incheon(places):
    return places("IC")


@pytest.fixture
def seoul(places):
    return places("SE")


@pytest.fixture
def central(places):
    return places("C0")


@pytest.fixture
def mailbox():
    return MemoryMailbox()
