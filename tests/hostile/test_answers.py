"""Receipts that cannot be written must not keep anybody else from getting theirs."""

import io
from dataclasses import replace

import pytest

from intake.bundle import Purpose, change_parcels, write_bundle
from intake.crypto import sign
from intake.errors import IntakeError, Oversized
from intake.exchange import receive
from intake.exchange.send import heading_for
from intake.ids import new_id, scope_of
from intake.trust import read_card
from tests.exchange.places import QUIET, START
from tests.hostile.rogues import Rogue, body, put


def a_case():
    return scope_of("case", new_id(START))


def nobody_home(place, code):
    """The card of an organisation on which no laptop stands, signed by its own CA."""

    ca = place.trust.issuing.ca()

    card = read_card(place.trust.card_file())
    empty = replace(card, devices=(), made=card.made + 1)
    return empty.to_file(lambda ns, line: sign(ns, line, ca))


def test_a_center_without_laptops_on_its_card_stops_nobody(
    seoul, incheon, central, mailbox
):
    central.trust.accept(nobody_home(seoul, "SE"))
    rogue = Rogue(seoul)
    put(mailbox, rogue.words("C0", rogue.segment(body(a_case()))))
    incheon.case(CENTRAL="AGREED")
    incheon.send(mailbox)
    report = central.receive(mailbox)
    assert [item.state for item in report.items].count("merged") == 2
    incheon.receive(mailbox)
    assert incheon.books("select state from bundle_out where purpose = 'sync'") == [
        ("acked",)
    ]
    assert report.unanswered == ("SE",)


def test_a_laptop_of_our_own_that_is_not_on_our_card_yet_stops_nobody(
    incheon, central, mailbox
):
    """A colleague's new laptop writes before this one has heard of it."""
    rogue = Rogue(incheon, device="brand-new")
    data = rogue_to_own(rogue, incheon)
    put(mailbox, data, "IC")
    report = incheon.receive(mailbox)
    assert [item.state for item in report.items] == ["merged"]


def rogue_to_own(rogue, place, said=None):

    own = place.trust.own()
    heading = heading_for(place.ctx, place.trust.party("C0"), Purpose.SYNC, logs={})
    heading = replace(
        heading,
        device=rogue.device,
        to=("IC",),
        recipients=(own.identity.recipient,),
    )
    out = io.BytesIO()
    parcels = change_parcels([rogue.segment(said or body(a_case()))])
    write_bundle(out, heading, parcels, sign=rogue.sign, progress=QUIET)
    return out.getvalue()


def test_a_receipt_too_large_to_write_stops_nobody(
    seoul, incheon, central, mailbox, monkeypatch
):
    make = receive.make_receipt

    def too_large(ctx, party, progress):
        if party.name == "SE":
            raise Oversized(limit=1)
        return make(ctx, party, progress)

    monkeypatch.setattr(receive, "make_receipt", too_large)
    rogue = Rogue(seoul)
    put(mailbox, rogue.words("C0", rogue.segment(body(a_case()))))
    incheon.case(CENTRAL="AGREED")
    incheon.send(mailbox)
    report = central.receive(mailbox)
    assert report.unanswered == ("SE",)
    incheon.receive(mailbox)
    assert incheon.books("select state from bundle_out where purpose = 'sync'") == [
        ("acked",)
    ]


def test_a_center_that_says_it_is_central_too_gets_no_voice_among_links(
    seoul, central, mailbox
):
    """The kind on a card is what the sender wrote; at a central desk there is one central desk."""

    card = read_card(seoul.trust.card_file())
    ca = seoul.trust.issuing.ca()
    central.trust.forget("SE")
    lie = replace(card, kind="central", made=card.made + 1)
    with pytest.raises(IntakeError):
        central.trust.accept(lie.to_file(lambda ns, line: sign(ns, line, ca)))
    assert central.trust.central_codes() == {"C0"}
