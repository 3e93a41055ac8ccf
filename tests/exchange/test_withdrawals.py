"""Consent taken back travels: told until heard, a list and never a difference."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intake.errors import IntakeError, Malformed, NothingToSend, TooNew
from intake.exchange import plan_send, receipts, withdrawn
from intake.exchange.notices import notice_bytes, read_notice
from intake.exchange.withdrawals import hear
from intake.ids import new_id, scope_of
from intake.ledger.change import CLASSES

SCOPES = st.integers(1, 2**40).map(lambda ms: scope_of("case", new_id(ms)))
PARTS = st.frozensets(st.tuples(SCOPES, st.sampled_from(CLASSES)), max_size=8)


def case_of(scope):
    return scope.partition("/")[2]


@pytest.fixture
def shared(incheon, central, mailbox):
    """A case that lies at the central desk, and its consent."""
    case = incheon.case()
    consent = incheon.consent(case, "CENTRAL")
    incheon.send(mailbox)
    central.receive(mailbox)
    incheon.receive(mailbox)
    return case, consent


def test_the_central_desk_hears_what_was_taken_back(incheon, central, mailbox, shared):
    case, consent = shared
    incheon.withdraw(case, consent)
    plan = plan_send(incheon.ctx, "C0")
    assert plan.taken_back == (case_of(case),)
    assert not plan.is_empty
    incheon.send(mailbox)
    report = central.receive(mailbox)
    assert report.withdrawn == {case}
    (one,) = withdrawn(central.ctx)
    assert (one.scope, one.party) == (case, "IC")
    assert one.classes == ("core", "suspect")
    incheon.receive(mailbox)
    assert plan_send(incheon.ctx, "C0").is_empty
    with pytest.raises(NothingToSend):
        incheon.send(mailbox)


def test_it_is_said_again_until_somebody_heard_it(incheon, central, mailbox, shared):
    case, consent = shared
    incheon.withdraw(case, consent)
    incheon.send(mailbox)
    for key in mailbox.list("c0/"):
        mailbox.delete(key)
    assert plan_send(incheon.ctx, "C0").taken_back == (case_of(case),)
    incheon.case(CENTRAL="AGREED")
    incheon.send(mailbox)
    central.receive(mailbox)
    incheon.receive(mailbox)
    assert [one.scope for one in withdrawn(central.ctx)] == [case]
    assert plan_send(incheon.ctx, "C0").is_empty


def test_consent_given_again_takes_the_request_back(incheon, central, mailbox, shared):
    case, consent = shared
    incheon.withdraw(case, consent)
    incheon.send(mailbox)
    central.receive(mailbox)
    incheon.receive(mailbox)
    incheon.consent(case, "CENTRAL")
    incheon.send(mailbox)
    central.receive(mailbox)
    assert withdrawn(central.ctx) == ()


def test_what_was_destroyed_is_asked_for_no_more(incheon, central, mailbox, shared):
    case, consent = shared
    incheon.withdraw(case, consent)
    incheon.send(mailbox)
    central.receive(mailbox)
    for cls in withdrawn(central.ctx)[0].classes:
        central.ledger.erase(case, cls, "WITHDRAWAL", "lee")
    assert withdrawn(central.ctx) == ()
    assert central.sees("suspect") == ()


def test_an_older_notice_changes_nothing(incheon, central, mailbox, shared):
    case, consent = shared
    incheon.withdraw(case, consent)
    incheon.send(mailbox)
    (key,) = mailbox.list("c0/")
    late = mailbox._held.pop(key)
    incheon.consent(case, "CENTRAL")
    incheon.send(mailbox)
    central.receive(mailbox)
    mailbox._held[key] = late
    assert central.receive(mailbox).withdrawn == frozenset()
    assert withdrawn(central.ctx) == ()


def test_nobody_takes_back_consent_for_anothers_case(
    incheon, seoul, central, mailbox, shared
):
    case, _ = shared
    consent = seoul.consent(case, "CENTRAL")
    seoul.send(mailbox)
    central.receive(mailbox)
    seoul.receive(mailbox)
    seoul.withdraw(case, consent)
    seoul.send(mailbox)
    assert central.receive(mailbox).withdrawn == frozenset()
    assert withdrawn(central.ctx) == ()


def test_nobody_says_beforehand_what_is_to_become_of_anothers_case(
    incheon, seoul, central, mailbox
):
    """A forger names a case of which no word has come: it is its owner's when it comes."""
    case = incheon.case(CENTRAL="AGREED")
    with central.vault.writing() as db:
        hear(db, ("SE", "any"), frozenset({(case, "core")}), 1)
    incheon.send(mailbox)
    central.receive(mailbox)
    assert withdrawn(central.ctx) == ()
    assert central.books("select * from withdrawn_early") == []


def test_the_first_receipt_that_heard_it_is_the_one_that_is_kept(
    incheon, central, mailbox, shared
):
    case, consent = shared
    incheon.withdraw(case, consent)
    lost = incheon.send(mailbox)
    for key in mailbox.list("c0/"):
        mailbox.delete(key)
    incheon.case(CENTRAL="AGREED")
    incheon.send(mailbox)
    central.receive(mailbox)
    incheon.receive(mailbox)
    sql = "select since, heard, receipt from withdrawn_out where cls = 'core'"
    ((since, heard, receipt),) = incheon.books(sql)
    assert lost.made_ms - 10_000 < since < heard
    assert receipt == receipts(incheon.ctx)[0].id
    incheon.case(CENTRAL="AGREED")
    incheon.send(mailbox)
    central.receive(mailbox)
    incheon.receive(mailbox)
    assert incheon.books(sql) == [(since, heard, receipt)]


def test_what_never_left_is_never_mentioned(incheon, mailbox):
    case = incheon.case()
    consent = incheon.consent(case, "CENTRAL")
    incheon.withdraw(case, consent)
    assert plan_send(incheon.ctx, "C0").is_empty


@given(PARTS)
def test_a_notice_comes_back_as_written(parts):
    assert read_notice(notice_bytes(parts)) == parts


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"[]",
        b"{}",
        b'{"v":1}',
        b'{"v":1,"withdrawn":[["case/x","core"]]}',
        b'{"v":1,"withdrawn":[[1,2]]}',
        b'{"v":1,"withdrawn":["ab"]}',
        b'{"v":1,"withdrawn":[] }',
        b'{"v":1,"withdrawn":[],"x":1}',
        b'{"v":"1","withdrawn":[]}',
        b'{"v":true,"withdrawn":[]}',
        b"[" * 100_000,
    ],
)
def test_nonsense_is_no_notice(data):
    with pytest.raises(Malformed):
        read_notice(data)


def test_a_newer_notice_waits():
    with pytest.raises(TooNew):
        read_notice(b'{"v":2}')
    assert issubclass(TooNew, IntakeError)
