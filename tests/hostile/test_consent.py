"""Words leave without, or after, the consent of the person they are about."""

import pytest

from intake.consent import ConsentRow, Receiver, judge
from intake.errors import ConsentMissing, InvalidAnswer
from intake.exchange import deliver, make_bundle, plan_send
from intake.exchange.receive import Authority
from intake.ids import natural_id
from intake.ledger import Deed, Ground, WireSegment
from intake.mailbox import MemoryMailbox
from tests.exchange.places import QUIET
from tests.hostile.rogues import STAMP, Rogue, body


def case_of(scope):
    return scope.partition("/")[2]


def touch(place, scope, consent, **said):
    with place.ledger.saying(Deed.CHANGE, scope=scope, actor="kim") as say:
        for name, value in said.items():
            say.set("consent", consent, name, value)


def goes(place, to="C0"):
    return {line.case for line in plan_send(place.ctx, to).goes}


def test_a_later_word_about_an_old_consent_does_not_revive_it(incheon):
    case = incheon.case()
    old = incheon.consent(case, "CENTRAL", "AGREED")
    incheon.consent(case, "CENTRAL", "REFUSED")
    touch(incheon, case, old, language="ko", explained_by="kim")
    assert goes(incheon) == set()


def test_a_new_decision_still_counts_over_an_old_one(incheon):
    case = incheon.case()
    incheon.consent(case, "CENTRAL", "REFUSED")
    incheon.consent(case, "CENTRAL", "AGREED")
    assert goes(incheon) == {case_of(case)}


@pytest.mark.parametrize("purpose", ["RECORD", "SENSITIVE", "CENTRAL"])
def test_who_keeps_something_back_keeps_it_back_whichever_consent_says_so(purpose):
    rows = [
        ConsentRow(one, "AGREED", keeps_back=one == purpose)
        for one in ("RECORD", "SENSITIVE", "CENTRAL")
    ]
    assert "narrative" not in judge(rows, Receiver.CENTRAL).classes


def test_two_laptops_that_wrote_down_different_decisions_share_nothing(
    incheon, central, mailbox
):
    """The later of two is only what is shown: nobody knows yet what she decided."""
    case = incheon.case()
    consent = natural_id("consent", case_of(case), "CENTRAL")
    touch(
        incheon,
        case,
        consent,
        case=case_of(case),
        purpose="CENTRAL",
        decision="REFUSED",
    )
    incheon.ledger.close_segment(QUIET)
    rogue = Rogue(incheon, device="another-laptop")
    said = body(
        case, [("consent", consent, "decision", "AGREED", [])], stamp=STAMP + (9 << 40)
    )
    incheon.ledger.merge(
        [WireSegment.from_jsonl(rogue.segment(said))],
        check_signer=incheon.trust.check_segment,
        authority=Authority(incheon.ctx).allows,
        progress=QUIET,
    )
    assert incheon.register.get("consent", consent)["decision"] == "AGREED"
    assert goes(incheon) == set()


def test_a_bundle_sealed_before_she_withdrew_is_not_delivered_afterwards(
    incheon, mailbox
):
    case = incheon.case()
    consent = incheon.consent(case, "CENTRAL")
    sealed = make_bundle(incheon.ctx, plan_send(incheon.ctx, "C0"), QUIET)
    incheon.withdraw(case, consent)
    with pytest.raises(ConsentMissing):
        deliver(incheon.ctx, sealed, mailbox, QUIET)
    assert mailbox.list("") == {}


def test_a_bundle_of_new_words_sealed_before_she_withdrew_is_not_delivered_either(
    incheon, central, mailbox
):
    case = incheon.case()
    consent = incheon.consent(case, "CENTRAL")
    incheon.send(mailbox)
    central.receive(mailbox)
    incheon.receive(mailbox)
    incheon.suspect(case, "새 이름")
    sealed = make_bundle(incheon.ctx, plan_send(incheon.ctx, "C0"), QUIET)
    incheon.withdraw(case, consent)
    other = MemoryMailbox()
    make_bundle(incheon.ctx, plan_send(incheon.ctx, "C0"), QUIET)
    with pytest.raises(ConsentMissing):
        deliver(incheon.ctx, sealed, other, QUIET)


def test_a_bundle_sealed_before_words_were_destroyed_is_not_delivered_afterwards(
    incheon, mailbox
):
    case = incheon.case(CENTRAL="AGREED")
    sealed = make_bundle(incheon.ctx, plan_send(incheon.ctx, "C0"), QUIET)
    incheon.ledger.erase(case, "suspect", "REQUEST", "kim")
    with pytest.raises(ConsentMissing):
        deliver(incheon.ctx, sealed, mailbox, QUIET)


def test_the_bundle_that_tells_of_the_withdrawal_is_delivered(
    incheon, central, mailbox
):
    case = incheon.case()
    consent = incheon.consent(case, "CENTRAL")
    incheon.send(mailbox)
    central.receive(mailbox)
    incheon.withdraw(case, consent)
    incheon.send(mailbox)
    assert central.receive(mailbox).withdrawn == {case}


def test_a_stale_bundle_is_replaced_by_one_without_the_case(incheon, central, mailbox):
    case, other = incheon.case(), incheon.case(CENTRAL="AGREED")
    consent = incheon.consent(case, "CENTRAL")
    sealed = make_bundle(incheon.ctx, plan_send(incheon.ctx, "C0"), QUIET)
    incheon.withdraw(case, consent)
    with pytest.raises(ConsentMissing):
        deliver(incheon.ctx, sealed, mailbox, QUIET)
    incheon.send(mailbox)
    central.receive(mailbox)
    assert {row.id for row in central.sees("case")} == {case_of(other)}


def test_the_file_of_withdrawn_evidence_stays_at_home(incheon, central, mailbox):
    case = incheon.case(CENTRAL="AGREED")
    digest = "ab" * 32
    (incheon.ctx.attachments / f"{digest}.age").write_bytes(b"x")
    evidence = natural_id("evidence", case)
    with incheon.ledger.saying(Deed.ATTACH, scope=case, actor="kim") as say:
        say.set("evidence", evidence, "case", case_of(case))
        say.set("evidence", evidence, "attachment", digest)
        say.retract("evidence", evidence, "wrong-file")
    sealed = make_bundle(incheon.ctx, plan_send(incheon.ctx, "C0"), QUIET)
    assert incheon.books("select * from bundle_out_file") == []
    assert sealed.size < 100_000


def test_words_in_an_order_to_destroy_stay_where_no_consent_was_given(
    incheon, central, mailbox
):
    incheon.case(CENTRAL="AGREED")
    secret = incheon.case()
    with pytest.raises(InvalidAnswer) as refused:
        incheon.ledger.erase(secret, "narrative", "김하늘 REQUEST", "kim")
    assert "김하늘" not in repr(refused.value)
    incheon.ledger.erase(secret, "narrative", Ground.REQUEST, "kim")
    incheon.send(mailbox)
    central.receive(mailbox)
    bodies = central.books("select body from entry")
    grounds = central.books("select ground from erased")
    assert "김하늘".encode() not in b"".join(bytes(body) for (body,) in bodies)
    assert grounds == [("REQUEST",)]


def test_a_withdrawal_is_told_by_whichever_laptop_sends_next(
    incheon, central, mailbox, places
):
    case = incheon.case()
    consent = incheon.consent(case, "CENTRAL")
    incheon.send(mailbox)
    central.receive(mailbox)
    incheon.receive(mailbox)
    with (
        incheon.vault.writing() as db
    ):  # the other laptop has the words, and its own book
        db.execute("delete from peer_part")
        db.execute("delete from peer_ack")
        db.execute("delete from bundle_out")
    incheon.withdraw(case, consent)
    incheon.case(CENTRAL="AGREED")
    incheon.send(mailbox)
    assert central.receive(mailbox).withdrawn == {case}
