"""Attachments travel as the ciphertext they are, once, and only with consent."""

import hashlib

import pytest

from intake.crypto import PqIdentity, seal_bytes
from intake.errors import DamagedAttachment
from intake.exchange import make_bundle, plan_send
from intake.ids import new_id
from intake.ledger import Deed
from tests.exchange.places import QUIET


def attach(place, scope, content=b"a picture"):
    """Seal an attachment with its own key, as the evidence room would."""
    sealed = seal_bytes(content, [PqIdentity.generate().recipient])
    digest = hashlib.sha256(sealed).hexdigest()
    (place.ctx.attachments / f"{digest}.age").write_bytes(sealed)
    evidence = new_id(place.wall())
    with place.ledger.saying(Deed.ATTACH, scope=scope, actor="kim") as say:
        say.set("evidence", evidence, "case", scope.partition("/")[2])
        say.set("evidence", evidence, "attachment", digest)
    return digest


def names(place):
    return {file.stem for file in place.ctx.attachments.iterdir()}


def test_an_attachment_travels_with_its_case_and_only_once(incheon, central, mailbox):
    shared = attach(incheon, incheon.case(CENTRAL="AGREED"))
    attach(incheon, incheon.case())
    first = incheon.send(mailbox)
    central.receive(mailbox)
    assert names(central) == {shared}
    incheon.receive(mailbox)
    incheon.case(CENTRAL="AGREED")
    second = incheon.send(mailbox)
    assert incheon.books("select count(*) from bundle_out_file") == [(1,)]
    assert second.sha != first.sha
    assert [item.state for item in central.receive(mailbox).items] == ["merged"]
    assert names(central) == {shared}


def test_a_lost_bundle_takes_its_attachment_along_again(incheon, central, mailbox):
    shared = attach(incheon, incheon.case(CENTRAL="AGREED"))
    incheon.send(mailbox)
    for key in mailbox.list("c0/"):
        mailbox.delete(key)
    incheon.case(CENTRAL="AGREED")
    incheon.send(mailbox)
    central.receive(mailbox)
    assert names(central) == {shared}


def test_a_file_that_is_not_here_is_no_hindrance(incheon, central, mailbox):
    digest = attach(incheon, incheon.case(CENTRAL="AGREED"))
    (incheon.ctx.attachments / f"{digest}.age").unlink()
    incheon.send(mailbox)
    assert [item.state for item in central.receive(mailbox).items] == ["merged"]
    assert names(central) == set()


def test_a_damaged_attachment_is_named_and_nothing_is_made(incheon):
    digest = attach(incheon, incheon.case(CENTRAL="AGREED"))
    (incheon.ctx.attachments / f"{digest}.age").write_bytes(b"rotten")
    with pytest.raises(DamagedAttachment) as caught:
        make_bundle(incheon.ctx, plan_send(incheon.ctx, "C0"), QUIET)
    assert caught.value.facts == {"attachment": digest}
    assert list(incheon.ctx.outbox.iterdir()) == []


def test_a_forged_bundle_leaves_no_attachment(incheon, central, mailbox):
    attach(incheon, incheon.case(CENTRAL="AGREED"), b"x" * 300_000)
    incheon.send(mailbox)
    (key,) = mailbox.list("c0/")
    mailbox._held[key] = mailbox._held[key][:-40]
    assert central.receive(mailbox).items[0].state == "damaged"
    assert names(central) == set()
    assert list(central.ctx.quarantine.iterdir()) == []
