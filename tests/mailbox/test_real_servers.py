"""The one suite of every mailbox, against real servers on this computer."""

import pytest

from tests.mailbox.servers import SERVERS
from tests.suites.mailbox import *  # noqa: F403 - the suite is the content of this file

pytestmark = pytest.mark.enable_socket


@pytest.fixture(params=SERVERS, scope="module")
def box(request, tmp_path_factory):
    with SERVERS[request.param](
        tmp_path_factory.mktemp("server") / request.param
    ) as made:
        yield made[1]
        made[1].close()


@pytest.fixture
def mailbox(box):
    yield box
    for key in box.list(""):
        box.delete(key)
