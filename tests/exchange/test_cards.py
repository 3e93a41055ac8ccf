"""A newer card reaches everybody by itself; a key that was taken anew makes old sticks unreadable."""

import pytest

from intake.crypto import PqIdentity, SigningKey, sign
from intake.errors import CertificateRefused, NotYours
from intake.exchange import make_bundle, outbox, plan_send
from intake.exchange.cards import take_card
from intake.trust import Card, DeviceLine
from tests.exchange.places import QUIET

DAY_MS = 86_400_000


def shared(place):
    return place.case(CENTRAL="AGREED")


def recipient_known(place, code):
    return place.trust.party(code).recipients[0].text


def states(place, mailbox):
    return [item.state for item in place.receive(mailbox).items]


def later(*places, days):
    for one in places:
        one.wall.ms += days * DAY_MS
        one.trust._own = None


def test_a_new_key_of_the_central_desk_reaches_a_center_with_its_receipt(incheon, central, mailbox):  # fmt: skip
    before = recipient_known(incheon, "C0")
    shared(incheon)
    incheon.send(mailbox)
    central.trust.rotate()
    assert states(central, mailbox) == ["merged"]
    incheon.receive(mailbox)
    now = recipient_known(incheon, "C0")
    assert now != before
    assert now == central.trust.own().identity.recipient.text
    shared(incheon)
    incheon.send(mailbox)
    assert states(central, mailbox) == ["merged"]


def test_what_was_sealed_to_the_former_key_opens_for_thirty_days(incheon, central, mailbox):  # fmt: skip
    shared(incheon)
    incheon.send(mailbox)
    central.trust.rotate()
    later(central, days=29)
    assert states(central, mailbox) == ["merged"]


def test_an_old_stick_is_opened_by_nobody_after_thirty_days_and_its_words_come_anew(incheon, central, mailbox):  # fmt: skip
    shared(incheon)
    incheon.send(mailbox)
    central.trust.rotate()
    later(incheon, central, days=31)
    assert len(central.trust.own().identities) == 1
    central.receive(mailbox)
    assert central.sees("case") == ()
    incheon.trust.accept(central.trust.card_file())
    shared(incheon)
    incheon.send(mailbox)
    central.receive(mailbox)
    assert len(central.sees("case")) == 2


def test_a_key_is_taken_anew_again_and_again(central):
    keys = [central.trust.own().identity.recipient.text]
    for _ in range(3):
        central.trust.rotate()
        keys.append(central.trust.own().identity.recipient.text)
        later(central, days=10)
    assert len(set(keys)) == 4
    opens = [one.recipient.text for one in central.trust.own().identities]
    assert opens == [
        keys[3],
        keys[2],
        keys[1],
    ]  # the first was taken away after thirty days


def test_a_card_travels_while_it_is_young(incheon, central):
    later(incheon, days=61)
    shared(incheon)
    sealed = make_bundle(incheon.ctx, plan_send(incheon.ctx, "C0"), QUIET)
    small = sealed.size
    incheon.trust.rotate()
    shared(incheon)
    assert make_bundle(incheon.ctx, plan_send(incheon.ctx, "C0"), QUIET).size > small
    assert len(outbox(incheon.ctx)) == 2


class Came:
    """What a bundle held."""

    def __init__(self, data):
        self.documents = {"data/card.enrolment": data}


def card_of(ca, code="IC", made=9_000_000_000_000):
    line = DeviceLine("ic-9", "지어낸 노트북", PqIdentity.generate().recipient.text)
    card = Card("center", code, "인천센터", ca.public, (line,), made)
    return card.to_file(lambda namespace, text: sign(namespace, text, ca))


def test_a_card_by_another_ca_or_of_another_center_is_left_alone(incheon, central, mailbox):  # fmt: skip
    shared(incheon)
    incheon.send(mailbox)
    central.receive(mailbox)
    signer = signer_at(central, incheon)
    before = central.trust.party("IC").recipients
    for data in (card_of(SigningKey.generate()), card_of(SigningKey.generate(), "SE"), b"no card", b""):  # fmt: skip
        assert not take_card(central.ctx, signer, Came(data))
    assert central.trust.party("IC").recipients == before
    with pytest.raises(CertificateRefused):
        central.trust.follow(card_of(SigningKey.generate()), signer)


def test_an_older_card_changes_nothing(incheon, central):
    older = incheon.trust.card_file()
    incheon.trust.rotate()
    signer = signer_at(central, incheon)
    assert take_card(central.ctx, signer, Came(incheon.trust.card_file()))
    assert not take_card(central.ctx, signer, Came(older))
    now = incheon.trust.own().identity.recipient.text
    assert recipient_known(central, "IC") == now


def signer_at(place, other):
    """Who has signed, as ``place`` sees it."""
    armored = other.trust.sign("intake-bundle@v1", b"message")
    return place.trust.check_signature("intake-bundle@v1", b"message", armored)


def test_who_holds_no_ca_takes_no_new_key_by_itself(incheon, monkeypatch):
    monkeypatch.setattr("intake.trust.own.find_ca", lambda _vault: None)
    before = incheon.trust.own().identity.recipient.text
    with pytest.raises(NotYours):
        incheon.trust.rotate()
    assert incheon.trust.own().identity.recipient.text == before
