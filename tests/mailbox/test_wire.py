"""Who a server is, and what it may answer: a strange one is told apart and harms nothing."""

import contextlib
import io
import socket
import ssl
import threading

import pytest

from intake.crypto.pins import pin_of
from intake.errors import (
    Cut,
    IntakeError,
    MailboxAway,
    MailboxOdd,
    MailboxRefuses,
    NotFound,
)
from intake.mailbox.s3 import Bucket, S3Mailbox
from intake.mailbox.sftp import SftpMailbox
from intake.mailbox.webdav import WebdavMailbox
from intake.mailbox.wire import Server, steady
from tests.mailbox.liars import AMPLE, BRIEF
from tests.mailbox.servers import HERE, apache, apache_server, sftp_host, sshd
from tests.suites.mailbox import KEY, whole

pytestmark = pytest.mark.enable_socket


# --- a server that proves who it is ----------------------------------------------------------


@pytest.fixture(scope="module")
def tls(tmp_path_factory):
    with apache(tmp_path_factory.mktemp("tls") / "apache") as (ground, _):
        yield ground


def pin(ground):
    pem = (ground.home / "tls/cert.pem").read_text()
    return pin_of(ssl.PEM_cert_to_DER_cert(pem))


def test_a_private_authority_and_the_right_pin_are_enough(tls):
    box = WebdavMailbox(apache_server(tls, pin=pin(tls)))
    assert box.put_new(KEY, io.BytesIO(b"x"), 1)
    box.delete(KEY)
    box.close()


@pytest.mark.parametrize("known", [{"ca_file": None}, {"pin": "A" * 43 + "="}])
def test_another_authority_or_another_key_is_refused_before_anything_is_sent(
    tls, known
):
    box = WebdavMailbox(apache_server(tls, **known))
    with pytest.raises(MailboxOdd) as told:
        box.list("")
    assert told.value.facts["why"] == "certificate"
    box.close()


def test_a_wrong_password_is_said(tls):
    box = WebdavMailbox(apache_server(tls, password="another"))
    with pytest.raises(MailboxRefuses) as told:
        box.list("")
    assert told.value.facts["why"] == "password"
    assert "another" not in str(told.value)
    box.close()


def test_foreign_files_are_neither_listed_nor_touched(tls):
    box = WebdavMailbox(apache_server(tls))
    box.put_new(KEY, io.BytesIO(b"x"), 1)
    folder = tls.data / "intake-mailbox/v1/ic/202609"
    for name in ("메모.txt", ".tmp-0123456789abcdef", "thumbs.db"):
        (folder / name).write_bytes(b"theirs")
    assert set(box.list("")) == {KEY}
    box.delete(KEY)
    assert len(list(folder.iterdir())) == 3
    box.close()


def test_a_changed_host_key_is_refused(tmp_path):
    with sshd(tmp_path / "sshd") as (ground, box):
        assert box.list("") == {}
        box.close()
        kind, other = (ground.home / "own.pub").read_text().split(" ")[:2]
        (ground.home / "known").write_text(f"[{HERE}]:{ground.port} {kind} {other}\n")
        for known in (ground.home / "known", ground.home / "nobody"):
            known.touch()
            strange = SftpMailbox(sftp_host(ground, known_hosts=known))
            with pytest.raises(MailboxOdd) as told:
                strange.list("")
            assert told.value.facts["why"] == "certificate"


@pytest.mark.parametrize(
    "url",
    ["http://cloud.example/dav", "https://user:secret@cloud.example", "ftp://cloud.example", "https://", "cloud.example", "file:///etc"],
)  # fmt: skip
def test_an_address_where_words_would_travel_in_the_clear_is_refused(url):
    with pytest.raises(MailboxOdd) as told:
        WebdavMailbox(Server(url), "cloud")
    assert told.value.facts["why"] == "address"
    assert "secret" not in str(told.value)


# --- a server that answers what it likes ------------------------------------------------------


@contextlib.contextmanager
def answering(*answers):
    """A server that gives these bytes, one after the other, whatever it is asked; then silence."""
    with socket.create_server((HERE, 0)) as server:
        stop = threading.Event()

        def serve():
            left = list(answers)
            with contextlib.suppress(OSError):
                while not stop.is_set():
                    one, _ = server.accept()
                    with one, contextlib.suppress(OSError):
                        one.settimeout(AMPLE)
                        one.recv(65536)
                        if not left:
                            stop.wait(AMPLE)
                            continue
                        one.sendall(left.pop(0) if len(left) > 1 else left[0])
                        _hang_up(one)

        thread = threading.Thread(target=serve, daemon=True)  # noqa: TID251 - a server of the test
        thread.start()
        try:
            yield f"http://{HERE}:{server.getsockname()[1]}"
        finally:
            stop.set()
            with contextlib.suppress(OSError):
                socket.create_connection(server.getsockname(), 1).close()


def _hang_up(one):
    """End what is said, and read on: what lies unread at a close becomes a reset, another story."""
    one.shutdown(socket.SHUT_WR)
    while one.recv(65536):
        pass


def answer(status, body=b"", **headers):
    told = {"Content-Length": str(len(body)), "Connection": "close", **headers}
    lines = "".join(f"{name.replace('_', '-')}: {value}\r\n" for name, value in told.items())  # fmt: skip
    return f"HTTP/1.1 {status}\r\n{lines}\r\n".encode() + body


def boxes(url, patience=AMPLE):
    server = Server(url, answer=patience, connect=AMPLE)
    yield WebdavMailbox(server)
    yield S3Mailbox(server, Bucket("box", "AK", "SK"))


PAGE = b"<!doctype html><html><body>Please log in<br></body></html>"
BOMB = b'<?xml version="1.0"?><!DOCTYPE l [<!ENTITY a "aa"><!ENTITY b "&a;&a;">]><multistatus xmlns="DAV:">&b;</multistatus>'
OUT = b'<?xml version="1.0"?><!DOCTYPE l [<!ENTITY a SYSTEM "file:///etc/passwd">]><l>&a;</l>'


@pytest.mark.parametrize(
    ("told", "error"),
    [
        (answer("200 OK", PAGE, Content_Type="text/html"), MailboxOdd),
        (answer("207 Multi-Status", PAGE), MailboxOdd),
        (answer("207 Multi-Status", BOMB), MailboxOdd),
        (answer("200 OK", OUT), MailboxOdd),
        (answer("302 Found", Location="https://elsewhere.example/"), MailboxOdd),
        (answer("418 No"), MailboxOdd),
        (answer("503 Busy"), MailboxAway),
        (answer("429 Slowly"), MailboxAway),
        (b"\x00\x01\x02 nothing of HTTP\r\n\r\n", MailboxOdd),
        (b"HTTP/1.1 207 Multi-Status\r\nContent-Length: 999999\r\n\r\n<multi", MailboxOdd),
        (b"", MailboxOdd),
    ],
)  # fmt: skip
def test_a_strange_answer_is_told_and_nothing_is_believed(told, error):
    with answering(told) as url:
        for box in boxes(url):
            with pytest.raises(error):
                box.list("")
            box.close()


def test_a_server_that_never_answers_is_left_alone():
    with answering() as url:
        for box in boxes(url, BRIEF):
            with pytest.raises(MailboxAway):
                box.list("")
            box.close()


def test_nobody_there_is_away():
    for box in boxes(f"http://{HERE}:9"):
        with pytest.raises(MailboxAway):
            box.put_new(KEY, io.BytesIO(b"x"), 1)
        box.close()


def test_a_listing_of_names_that_lead_outside_lists_none_of_them():
    """Names of ours only, and only where they were asked for."""
    names = ["/intake-mailbox/v1/../../etc", "/other/ic", f"/intake-mailbox/v1/ic/202609/{'z' * 64}.age"]  # fmt: skip
    entry = "<response><href>{}</href><propstat><prop><getcontentlength>5</getcontentlength></prop></propstat></response>"
    told = (
        f'<multistatus xmlns="DAV:">{"".join(map(entry.format, names))}</multistatus>'
    )
    with answering(answer("207 Multi-Status", told.encode())) as url:
        box = next(boxes(url))
        assert box.list("") == {}
        box.close()


@pytest.mark.parametrize("short", [b"", b"12"])
def test_an_object_shorter_than_it_was_said_to_be_is_no_object(short):
    told = answer("200 OK", short, Content_Length="5")
    with answering(told) as url:
        for box in boxes(url):
            with pytest.raises((MailboxAway, MailboxOdd, Cut, NotFound)):
                whole(box, KEY)
            box.close()


def test_a_reader_that_takes_its_time_makes_no_server_slow():
    clock = [0.0]

    def chunks(wait):
        for _ in range(5):
            clock[0] += wait
            yield b"x"

    for _ in steady(chunks(9.0), 60, "box", lambda: clock[0]):
        clock[0] += 300
    with pytest.raises(MailboxAway):
        list(steady(chunks(31.0), 60, "box", lambda: clock[0]))


def test_no_error_carries_a_secret():
    server = Server("https://cloud.example", "name-of-a-person", "secret-word", pin="p")
    for shown in (repr(server), repr(Bucket("box", "access-word", "secret-word"))):
        assert "secret-word" not in shown
        assert "name-of-a-person" not in shown
        assert "access-word" not in shown
    assert issubclass(MailboxOdd, IntakeError)
