"""Servers that hang, lie or lead astray: each comes out as one of our errors, and nothing is believed."""

import contextlib
import io
import os
from dataclasses import replace
from hashlib import sha256

import pytest

from intake.errors import (
    MailboxOdd,
)
from intake.mailbox import fetch, letter_for
from intake.mailbox.webdav import WebdavMailbox
from intake.mailbox.wire import Server
from intake.progress import Silent
from tests.mailbox.liars import (
    AMPLE,
    lying,
    says,
)
from tests.mailbox.misdeeds import (
    ERRORS,
    GETS,
    LISTS,
    PUTS,
)
from tests.mailbox.servers import make_certificate
from tests.suites.mailbox import whole

pytestmark = pytest.mark.enable_socket
QUIET = Silent()
DATA = os.urandom(30)
KEY = f"ic/202609/{sha256(DATA).hexdigest()}.age"
LETTER = letter_for("ic", "202609", sha256(DATA).hexdigest(), len(DATA))


@pytest.fixture
def liar():
    with lying() as one:
        yield one


def dav(liar):
    server = Server(liar.url, answer=liar.patience, connect=AMPLE)
    return contextlib.closing(WebdavMailbox(server, "bad"))


def put(liar):
    with dav(liar) as box:
        box.put_new(KEY, io.BytesIO(DATA), len(DATA))


@pytest.mark.parametrize("name", LISTS)
def test_a_list_that_is_none_comes_out_as_one_of_our_errors(name, liar):
    put(liar)
    liar.ways["list"], word = LISTS[name]
    with dav(liar) as box, pytest.raises(ERRORS[word]) as told:
        box.list("")
    assert told.value.facts["mailbox"] == "bad"
    assert "box" not in str(told.value).replace("mailbox", "")
    liar.ways.clear()
    with dav(liar) as box:
        assert whole(box, KEY) == DATA


@pytest.mark.parametrize("name", GETS)
def test_bytes_that_are_others_or_none_come_out_as_one_of_our_errors(name, liar):
    put(liar)
    liar.ways["get"], error = GETS[name]
    out = io.BytesIO()
    with dav(liar) as box, pytest.raises(error):
        fetch(box, LETTER, out, QUIET)
    assert len(out.getvalue()) <= len(DATA)


@pytest.mark.parametrize(("stage", "name"), PUTS)
def test_what_cannot_be_left_there_is_told_and_lies_there_by_no_name(stage, name, liar):
    liar.ways[stage], error = PUTS[stage, name]
    with dav(liar) as box, pytest.raises(error):
        box.put_new(KEY, io.BytesIO(DATA), len(DATA))
    assert not [one for one in liar.files if one.endswith(".age")]
    liar.ways.clear()
    with dav(liar) as box:
        assert box.put_new(KEY, io.BytesIO(DATA), len(DATA))
        assert whole(box, KEY) == DATA


def test_a_renewed_certificate_of_the_same_authority_is_another_one_where_a_pin_was_compared(tmp_path):  # fmt: skip
    from intake.mailbox.wire import presented_pin  # noqa: PLC0415 - only here

    place = tmp_path / "tls"
    place.mkdir()
    make_certificate(place)
    with lying(place) as liar:
        known = Server(liar.url, ca_file=place / "ca.pem", answer=AMPLE, connect=AMPLE)
        pinned = replace(known, pin=presented_pin(known))
        with contextlib.closing(WebdavMailbox(pinned)) as box:
            assert box.list("") == {}
        strange = replace(pinned, pin=pinned.pin[::-1])
        with contextlib.closing(WebdavMailbox(strange)) as box, pytest.raises(MailboxOdd) as told:  # fmt: skip
            box.put_new(KEY, io.BytesIO(b"x"), 1)
        assert told.value.facts["why"] == "certificate"
        assert liar.asked == ["list"]


def everything(box):
    """Ask for all that is ever asked of a mailbox."""
    box.list("")
    whole(box, KEY)
    box.put_new(KEY.replace("ic", "sl", 1), io.BytesIO(DATA), len(DATA))


@pytest.mark.parametrize("stage", ["list", "get", "put", "move", "look", "make"])
def test_nobody_follows_to_where_a_server_points(stage, liar):
    """Neither the name and password nor a byte of a bundle reaches another place."""
    with lying() as other:
        liar.ways = {stage: says(302, Location=other.url)}
        liar.files[f"/box/intake-mailbox/v1/{KEY}"] = b"" if stage == "get" else DATA
        liar.folders.add("/box/intake-mailbox/v1")
        with dav(liar) as box, pytest.raises(MailboxOdd) as told:
            everything(box)
        assert told.value.facts["why"] == "redirect"
        assert other.asked == []
