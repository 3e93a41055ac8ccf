"""Every mailbox of the house goes through the one suite."""

import io

import pytest

from intake.errors import Cut
from intake.mailbox import MAILBOXES, FolderMailbox, MemoryMailbox
from tests.mailbox.servers import KINDS
from tests.suites.mailbox import *  # noqa: F403 - the suite is the content of this file
from tests.suites.mailbox import KEY, Ends, whole

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


def test_an_upload_cut_at_any_byte_is_never_seen_under_its_final_name(mailbox):
    """At every single one; servers are cut at some, in ``test_real_servers``."""
    data = bytes(range(256)) * 2
    for after in range(len(data)):
        with pytest.raises(Cut):
            mailbox.put_new(KEY, Ends(data, after, Cut(why="test")), len(data))
        assert mailbox.list("") == {}
    assert mailbox.put_new(KEY, io.BytesIO(data), len(data))
    assert whole(mailbox, KEY) == data
