"""The one suite of every mailbox, against real servers on this computer; and a line that is cut."""

import io
import random  # noqa: TID251 - cuts to be repeated by their seed
from dataclasses import replace

import pytest

from intake.errors import IntakeError
from intake.mailbox import S3Mailbox, SftpMailbox, WebdavMailbox
from tests.mailbox.cutting import cutting
from tests.mailbox.servers import (  # fmt: skip
    ACCESS,
    BUCKET,
    HERE,
    PASSWORD,
    SECRET,
    SERVERS,
    USER,
    Bucket,
    Server,
    apache_server,
)
from tests.suites.mailbox import *  # noqa: F403 - the suite is the content of this file
from tests.suites.mailbox import KEY, whole

pytestmark = pytest.mark.enable_socket
CUTS = 7


@pytest.fixture(params=SERVERS, scope="module")
def made(request, tmp_path_factory):
    with SERVERS[request.param](
        tmp_path_factory.mktemp("server") / request.param
    ) as made:
        yield made
        made[1].close()


@pytest.fixture(scope="module")
def box(made):
    return made[1]


@pytest.fixture
def mailbox(box):
    yield box
    for key in box.list(""):
        box.delete(key)


def through(box, ground, port):
    """The same mailbox over another port of this computer."""
    if isinstance(box, SftpMailbox):
        known = ground.home / "known"
        line = known.read_text().splitlines()[0]
        other = known.with_name(f"known-{port}")
        other.write_text(line.replace(str(ground.port), str(port), 1) + "\n")
        return SftpMailbox(replace(box._host, port=port, known_hosts=other))
    if isinstance(box, S3Mailbox):
        moved = Server(f"http://{HERE}:{port}")
        return S3Mailbox(moved, Bucket(BUCKET, ACCESS, SECRET))
    if (ground.home / "tls").exists():
        return WebdavMailbox(apache_server(ground, url=f"https://{HERE}:{port}"))
    return WebdavMailbox(Server(f"http://{HERE}:{port}/box", USER, PASSWORD))


def test_an_upload_cut_anywhere_is_never_seen_under_its_final_name(made, mailbox):
    """Headers, the middle, the last byte, the renaming: the line ends after any of them."""
    data = random.Random(6).randbytes(90_000)
    with cutting(made[0].port) as line:

        def put():
            across = through(mailbox, made[0], line.port)
            try:
                return across.put_new(KEY, io.BytesIO(data), len(data))
            finally:
                across.close()

        assert put()
        every = line.went
        assert every > len(data)
        mailbox.delete(KEY)
        some = random.Random(every).sample(range(every), CUTS - 3)
        broken = 0
        for after in (0, *sorted(some), every - 1, every):
            line.cut_after(after)
            try:
                put()
            except IntakeError:
                broken += 1
            held = mailbox.list("")
            assert held in ({}, {KEY: len(data)})
            if held:
                assert whole(mailbox, KEY) == data
                mailbox.delete(KEY)
        assert broken >= CUTS // 2
        line.cut_after(None)
        assert put()
        assert whole(mailbox, KEY) == data
