"""Every mailbox of the house goes through the one suite."""

import pytest

from intake.mailbox import MAILBOXES, FolderMailbox, MemoryMailbox
from tests.mailbox.servers import KINDS
from tests.suites.mailbox import *  # noqa: F403 - the suite is the content of this file

MAKERS = {
    FolderMailbox: FolderMailbox,
    MemoryMailbox: lambda path: MemoryMailbox(),
}


def test_every_mailbox_has_its_maker():
    """Those on servers go through it in ``test_real_servers``."""
    assert set(MAKERS) | KINDS == set(MAILBOXES)
    assert len({kind.kind for kind in MAILBOXES}) == len(MAILBOXES)


@pytest.fixture(params=MAKERS, ids=lambda kind: kind.kind)
def mailbox(request, tmp_path):
    place = tmp_path / "stick"
    place.mkdir()
    return MAKERS[request.param](place)
