"""The street of workspaces, seen by somebody who means harm."""

import pytest

from tests.desk.conftest import (  # noqa: F401 - fixtures
    _cheap_guessing,
    desk,
    keyring,
    pair,
    stick,
    town,
)
from tests.desks_at_hand import a_desk, introduce
from tests.exchange.conftest import (  # noqa: F401 - fixtures
    central,
    incheon,
    mailbox,
    places,
    seoul,
    street,
)


@pytest.fixture
def central_desk(tmp_path, desk):  # noqa: F811
    opened = a_desk(tmp_path / "c0", role="central", code="C0")
    introduce(desk, opened)
    yield opened
    opened.close()
