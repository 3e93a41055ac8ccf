"""Buckets and SSH servers that hang, lie or speak something else: each comes out as one of our errors."""

import contextlib
import io
import os
import socket
from dataclasses import replace

import pytest

from intake.errors import IntakeError, MailboxAway, MailboxOdd, MailboxRefuses
from intake.mailbox.s3 import Bucket, S3Mailbox
from intake.mailbox.sftp import SftpMailbox
from intake.mailbox.webdav import WebdavMailbox
from intake.mailbox.wire import Server
from tests.mailbox import silent_ssh
from tests.mailbox.liars import AMPLE, BRIEF, cut, hangs, lying, says
from tests.mailbox.servers import HERE, sshd
from tests.suites.mailbox import KEY, whole

pytestmark = pytest.mark.enable_socket
PAGE = b"<!doctype html><html><body>Please log in<br></body></html>"


def bucket(liar):
    server = Server(liar.url.removesuffix("/box"), answer=liar.patience, connect=AMPLE)
    return contextlib.closing(S3Mailbox(server, Bucket("box", "AK", "SK")))


def s3_list(*rows, more=""):
    told = "".join(f"<Contents><Key>{key}</Key><Size>{size}</Size></Contents>" for key, size in rows)  # fmt: skip
    return f"<ListBucketResult>{told}{more}</ListBucketResult>".encode()


@pytest.mark.parametrize(
    ("way", "error"),
    [
        (hangs, MailboxAway),
        (cut, MailboxOdd),
        (says(200, PAGE), MailboxOdd),
        (says(200, b"<Error><Code>SlowDown</Code></Error>"), MailboxOdd),
        (says(503, Retry_After="9"), MailboxAway),
        (says(301, Location="https://elsewhere.example"), MailboxOdd),
        (says(200, s3_list((f"intake-mailbox/v1/{KEY}", "9" * 5_000))), MailboxOdd),
        (says(200, s3_list(more="<IsTruncated>true</IsTruncated><NextContinuationToken>t</NextContinuationToken>")), MailboxOdd),
    ],
)  # fmt: skip
def test_a_bucket_that_lists_badly_comes_out_as_one_of_our_errors(way, error, monkeypatch):  # fmt: skip
    monkeypatch.setattr("intake.mailbox.s3._MOST_ANSWERS", 20)
    with lying() as liar:
        liar.ways["get"] = way
        with bucket(liar) as box, pytest.raises(error):
            box.list("")


def test_sizes_that_are_no_numbers_and_names_of_others_are_no_objects_of_a_bucket():
    own = f"intake-mailbox/v1/{KEY}"
    rows = [(own.upper(), 3), (f"../{own}", 3), (own, "-1"), (own, "٣"), (own, ""), (f"intake-mailbox/v1/../{KEY}", 3)]  # fmt: skip
    with lying() as liar, bucket(liar) as box:
        liar.ways["get"] = says(200, s3_list(*rows))
        assert box.list("") == {}


# --- SFTP --------------------------------------------------------------------------------------


@pytest.mark.parametrize("stage", silent_ssh.STAGES)
def test_an_ssh_server_that_falls_silent_is_left_alone_at_every_stage(stage, tmp_path):
    with silent_ssh.running(tmp_path, stage) as host:
        box = SftpMailbox(host)
        with pytest.raises(MailboxAway):
            whole(box, KEY)
        box.close()


@pytest.mark.parametrize(
    ("stage", "told"),
    [("password", MailboxAway), ("hangs up", MailboxAway), ("refuses", MailboxRefuses)],
)
def test_only_a_server_that_says_no_refuses_a_password(stage, told, tmp_path):
    with silent_ssh.running(tmp_path, stage) as host:
        patience = 2.0 if stage == "password" else host.wait
        box = SftpMailbox(replace(host, key_file=None, password="달빛", wait=patience))
        with pytest.raises(told):
            box.list("")
        box.close()


@pytest.mark.parametrize("said", silent_ssh.GARBAGE)
def test_what_is_no_sftp_comes_out_as_one_of_our_errors(said, tmp_path):
    with silent_ssh.running(tmp_path, said=silent_ssh.GARBAGE[said]) as host:
        box = SftpMailbox(host)
        with pytest.raises(IntakeError):
            box.list("")
        box.close()


def test_a_file_whose_name_is_no_utf_8_is_left_where_it_is(tmp_path):
    with sshd(tmp_path / "sshd") as (ground, box):
        box.put_new(KEY, io.BytesIO(b"x"), 1)
        folder = ground.data / "intake-mailbox/v1/ic/202609"
        strange = os.fsencode(folder) + b"/" + "메모.txt".encode("cp949")
        with open(strange, "wb") as file:  # noqa: PTH123 - a name of bytes
            file.write(b"theirs")
        assert box.list("") == {KEY: 1}
        assert whole(box, KEY) == b"x"
        assert os.path.getsize(strange) == 6  # noqa: PTH202 - see above
        box.close()


def test_nobody_answers_at_a_port_that_takes_connections_only():
    with socket.create_server((HERE, 0)) as server:
        url = f"http://{HERE}:{server.getsockname()[1]}/box"
        with contextlib.closing(WebdavMailbox(Server(url, answer=BRIEF, connect=AMPLE))) as box, pytest.raises(MailboxAway):  # fmt: skip
            box.put_new(KEY, io.BytesIO(b"x"), 1)
