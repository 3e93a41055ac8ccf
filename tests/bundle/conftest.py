"""An office that sends and one that receives."""

import pytest

from tests.bundle.samples import Office


@pytest.fixture(scope="session")
def sender():
    return Office()


@pytest.fixture(scope="session")
def receiver():
    return Office("C0", "c0-1")


@pytest.fixture
def quarantine(tmp_path):
    folder = tmp_path / "quarantine"
    folder.mkdir()
    return folder
