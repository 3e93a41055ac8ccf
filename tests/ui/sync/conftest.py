import pytest

from tests.desks_at_hand import a_desk, introduce
from tests.mailbox.servers import apache
from tests.ui.real_desks import _cheap_guessing, rest, visit_desk
from tests.vaults_at_hand import MemoryKeyring

__all__ = ["_cheap_guessing", "rest", "visit_desk"]


@pytest.fixture
def keyring():
    return MemoryKeyring()


@pytest.fixture
def center(tmp_path, keyring):
    """A center that knows the central desk."""
    made = a_desk(tmp_path / "ic", keyring)
    yield made
    made.close()


@pytest.fixture
def central(tmp_path, center):
    made = a_desk(tmp_path / "c0", role="central", code="C0")
    introduce(center, made)
    yield made
    made.close()


@pytest.fixture
def box(tmp_path):
    """A folder that two computers share."""
    (tmp_path / "box").mkdir()
    return tmp_path / "box"


@pytest.fixture(scope="module")
def tls(tmp_path_factory):
    with apache(tmp_path_factory.mktemp("tls") / "apache") as (ground, _):
        yield ground
