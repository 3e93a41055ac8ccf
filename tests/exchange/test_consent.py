"""Consent gates everything that leaves, at the moment it leaves."""

import pytest

from intake.errors import NotEnrolled, NothingToSend
from intake.exchange import make_bundle, plan_send
from tests.bundle.samples import unsealed
from tests.exchange.places import QUIET


class Opens:
    def __init__(self, place):
        self.identity = place.trust.own().identity


def case_of(scope):
    return scope.partition("/")[2]


def words_in(place, receiver, sealed) -> str:
    """Everything readable in a sealed bundle."""
    from backports import zstd  # noqa: PLC0415 - only to look inside

    inside = unsealed(sealed.path.read_bytes(), Opens(receiver))
    found = [inside.decode("utf-8", "replace")]
    at = inside.find(b"\x28\xb5\x2f\xfd")
    while at >= 0:
        machine = zstd.ZstdDecompressor()
        found.append(machine.decompress(inside[at:]).decode())
        at = inside.find(b"\x28\xb5\x2f\xfd", at + 1)
    return "".join(found)


def test_without_consent_no_word_of_a_case_leaves(incheon, central):
    kept = incheon.case(RECORD="AGREED", CENTRAL="REFUSED")
    incheon.case(CENTRAL="AGREED")
    sealed = make_bundle(incheon.ctx, plan_send(incheon.ctx, "C0"), QUIET)
    words = words_in(incheon, central, sealed)
    assert "녹두" in words
    assert case_of(kept) not in words
    assert words.count('\\"nickname\\"') == 1


def test_only_consented_classes_leave(incheon, central):
    incheon.case(CENTRAL="AGREED")
    sealed = make_bundle(incheon.ctx, plan_send(incheon.ctx, "C0"), QUIET)
    words = words_in(incheon, central, sealed)
    assert "녹두" in words
    assert "어머니와 통화함" not in words
    assert "새벽" not in words


def test_each_case_that_stays_says_why(incheon):
    whys = {
        case_of(incheon.case()): "undecided",
        case_of(incheon.case(CENTRAL="REFUSED")): "refused",
        case_of(incheon.case(CENTRAL="LATER")): "undecided",
        case_of(incheon.case(MATCH="AGREED")): "match-only",
        case_of(incheon.case(RECORD="REFUSED", CENTRAL="AGREED")): "record-refused",
    }
    plan = plan_send(incheon.ctx, "C0")
    assert {line.case: line.why for line in plan.stays} == whys
    assert plan.goes == ()
    assert plan.is_empty
    with pytest.raises(NothingToSend):
        make_bundle(incheon.ctx, plan, QUIET)
    assert list(incheon.ctx.outbox.iterdir()) == []


def test_nobody_unknown_is_sent_to(incheon):
    with pytest.raises(NotEnrolled):
        plan_send(incheon.ctx, "SE")


def test_consent_given_later_sends_the_whole_past(incheon, central, mailbox):
    shared, late = incheon.case(CENTRAL="AGREED"), incheon.case()
    incheon.send(mailbox)
    central.receive(mailbox)
    incheon.receive(mailbox)
    assert [row.id for row in central.sees("case")] == [case_of(shared)]
    incheon.consent(late, "CENTRAL")
    (line,) = plan_send(incheon.ctx, "C0").goes
    assert (line.case, line.why) == (case_of(late), "new")
    incheon.send(mailbox)
    central.receive(mailbox)
    assert {row.id for row in central.sees("case")} == {case_of(shared), case_of(late)}
    assert len(central.sees("suspect")) == 2


def test_a_class_allowed_later_fills_in(incheon, central, mailbox):
    case = incheon.case(CENTRAL="AGREED")
    incheon.send(mailbox)
    central.receive(mailbox)
    incheon.receive(mailbox)
    assert central.sees("note") == ()
    incheon.consent(case, "SENSITIVE")
    incheon.send(mailbox)
    central.receive(mailbox)
    assert [row["text"] for row in central.sees("note")] == ["어머니와 통화함"]


def test_after_a_withdrawal_nothing_more_is_sent(incheon, central, mailbox):
    case = incheon.case()
    consent = incheon.consent(case, "CENTRAL")
    incheon.send(mailbox)
    central.receive(mailbox)
    incheon.receive(mailbox)
    incheon.withdraw(case, consent)
    incheon.suspect(case, "홍길동")
    plan = plan_send(incheon.ctx, "C0")
    assert plan.goes == ()
    assert [(line.case, line.why) for line in plan.stays] == [
        (case_of(case), "withdrawn")
    ]
    words = words_in(incheon, central, incheon.send(mailbox))
    assert "홍길동" not in words
    assert words.count(case_of(case)) == 2  # the notice names two classes of it
    central.receive(mailbox)
    incheon.receive(mailbox)
    with pytest.raises(NothingToSend):
        incheon.send(mailbox)


def test_a_plan_can_only_shrink(incheon, central):
    stays = incheon.case(CENTRAL="AGREED")
    goes = incheon.case()
    consent = incheon.consent(goes, "CENTRAL")
    plan = plan_send(incheon.ctx, "C0")
    incheon.withdraw(goes, consent)
    incheon.case(CENTRAL="AGREED")
    sealed = make_bundle(incheon.ctx, plan, QUIET)
    words = words_in(incheon, central, sealed)
    assert case_of(stays) in words
    assert case_of(goes) not in words
    assert words.count('\\"nickname\\"') == 1


def test_words_said_while_consent_was_withdrawn_come_when_it_is_given_again(
    incheon, central, mailbox
):
    case, other = incheon.case(), incheon.case(CENTRAL="AGREED")
    consent = incheon.consent(case, "CENTRAL")
    lost = incheon.send(mailbox)
    incheon.withdraw(case, consent)
    incheon.suspect(case, "둘째")
    incheon.suspect(other, "다른 사건")
    incheon.send(mailbox)
    central.receive(mailbox)
    incheon.receive(mailbox)
    assert lost.number
    incheon.consent(case, "CENTRAL")
    incheon.send(mailbox)
    central.receive(mailbox)
    names = [row["nickname"] for row in central.sees("suspect", case=case_of(case))]
    assert sorted(names) == ["녹두", "둘째"]


def test_leaves_of_what_stays_travel_and_say_nothing(incheon, central, mailbox):
    incheon.case(CENTRAL="AGREED")
    incheon.case()
    incheon.send(mailbox)
    central.receive(mailbox)
    assert central.ledger.position() == incheon.ledger.position()
    with central.vault.reading() as db:
        bodies = db.one("select count(*) from entry")
    with incheon.vault.reading() as db:
        everything = db.one("select count(*) from entry")
    assert bodies < everything
