"""Laptops of one center hold everything of each other, consent or not."""

import shutil

import pytest

from intake.clock import Clock
from intake.errors import NotEnrolled
from intake.exchange import outbox, plan_send, withdrawn
from intake.ledger import Deed
from intake.ledger.checking import state_digest
from intake.trust import Trust
from intake.vault import open_vault
from tests.exchange.places import Wall, furnished
from tests.vaults_at_hand import PASSPHRASE, a_vault


@pytest.fixture(scope="session")
def blank(street, tmp_path_factory):
    """The vault of a laptop that belongs to nobody yet; another file that asks has its own."""
    folder = tmp_path_factory.mktemp("blank") / "vault"
    a_vault(folder, street.keyring).vault.close()
    return folder


@pytest.fixture
def second(street, blank, incheon, tmp_path):
    """The next laptop of Incheon, let in by files."""
    shutil.copytree(blank, tmp_path / "second")
    vault = open_vault(
        tmp_path / "second", passphrase=PASSPHRASE, keyring=street.keyring
    )
    trust = Trust(vault, Clock(Wall()))
    trust.take_answer(incheon.trust.answer(trust.request("IC", "상담실 2")))
    yield furnished(vault, "IC", Wall())
    vault.close()


def digest(place):
    with place.vault.reading() as db:
        return state_digest(db)


def device(place):
    return place.trust.own().device


def test_everything_travels_between_laptops_of_one_center(incheon, second, mailbox):
    incheon.case()
    second.case(CENTRAL="REFUSED")
    incheon.send(mailbox, to=device(second))
    second.send(mailbox, to=device(incheon))
    for place in (incheon, second):
        assert [item.state for item in place.receive(mailbox).items] == ["merged"]
    assert digest(incheon) == digest(second)
    assert len(incheon.sees("case")) == len(second.sees("case")) == 2
    for place in (incheon, second):
        place.receive(mailbox)
        assert outbox(place.ctx) == ()
    assert mailbox.list(f"{device(second)}/") != {}  # the receipt


def test_one_laptop_carries_the_words_of_the_other_to_the_central_desk(
    incheon, second, central, mailbox
):
    second.case(CENTRAL="AGREED")
    second.send(mailbox, to=device(incheon))
    incheon.receive(mailbox)
    incheon.send(mailbox)
    assert [item.state for item in central.receive(mailbox).items] == ["merged"]
    assert len(central.sees("case")) == 1
    assert set(central.ledger.position()) == set(second.ledger.position())


def test_a_laptop_the_central_desk_has_no_card_of_is_believed_and_answered_later(
    incheon, second, central, mailbox
):
    second.case(CENTRAL="AGREED")
    second.send(mailbox)
    assert [item.state for item in central.receive(mailbox).items] == ["merged"]
    assert second.receive(mailbox).receipts == 0
    central.trust.accept(incheon.trust.card_file())
    second.case(CENTRAL="AGREED")
    second.send(mailbox)
    central.receive(mailbox)
    assert second.receive(mailbox).receipts == 1
    assert outbox(second.ctx) == ()


def test_a_receipt_for_the_center_frees_only_what_arrived(
    incheon, second, central, mailbox
):
    """Receipts name the whole center's logs; a laptop hears of its own and the others'."""
    central.trust.accept(incheon.trust.card_file())
    incheon.case(CENTRAL="AGREED")
    second.case(CENTRAL="AGREED")
    incheon.send(mailbox)
    central.receive(mailbox)
    second.receive(mailbox)
    assert not plan_send(second.ctx, "C0").is_empty
    assert plan_send(incheon.ctx, "C0").goes[0].why == "unacknowledged"


def test_a_laptop_sends_nothing_to_itself(incheon, second):
    with pytest.raises(NotEnrolled):
        plan_send(incheon.ctx, device(incheon))
    assert not plan_send(incheon.ctx, device(second)).stays


def case_of(scope):
    return scope.partition("/")[2]


def test_a_withdrawal_is_told_also_where_the_laptop_that_sent_is_lost_for_good(
    incheon, second, central, mailbox
):
    """The other one has the words and a book of its own, in which nothing of it stands."""
    central.trust.accept(incheon.trust.card_file())
    case = incheon.case(SENSITIVE="AGREED")
    consent = incheon.consent(case, "CENTRAL")
    incheon.send(mailbox)
    incheon.send(mailbox, to=device(second))
    central.receive(mailbox)
    second.receive(mailbox)
    second.withdraw(case, consent)
    assert plan_send(second.ctx, "C0").taken_back == (case_of(case),)
    second.send(mailbox)
    assert central.receive(mailbox).withdrawn == {case}
    (asked,) = withdrawn(central.ctx)
    assert asked.classes == ("core", "narrative", "suspect")
    second.receive(mailbox)
    assert plan_send(second.ctx, "C0").is_empty


def test_a_decision_changed_to_no_on_another_laptop_is_told_as_well(
    incheon, second, central, mailbox
):
    case = incheon.case()
    consent = incheon.consent(case, "CENTRAL")
    incheon.send(mailbox)
    incheon.send(mailbox, to=device(second))
    central.receive(mailbox)
    second.receive(mailbox)
    with second.ledger.saying(Deed.CONSENT, scope=case, actor="lee") as say:
        say.set("consent", consent, "decision", "REFUSED")
    second.send(mailbox)
    assert central.receive(mailbox).withdrawn == {case}


def test_what_no_consent_ever_let_go_is_not_mentioned_by_any_laptop(
    incheon, second, central, mailbox
):
    case = incheon.case(CENTRAL="REFUSED", SENSITIVE="AGREED")
    incheon.send(mailbox, to=device(second))
    second.receive(mailbox)
    assert plan_send(second.ctx, "C0").taken_back == ()
    consent = second.consent(case, "COURT")
    second.withdraw(case, consent)
    assert plan_send(second.ctx, "C0").taken_back == ()


def test_a_withdrawal_that_overtakes_the_words_waits_for_them(
    incheon, second, central, mailbox
):
    central.trust.accept(incheon.trust.card_file())
    case = incheon.case()
    consent = incheon.consent(case, "CENTRAL")
    incheon.send(mailbox)
    (key,) = mailbox.list("c0/")
    late = mailbox._held.pop(key)
    incheon.send(mailbox, to=device(second))
    second.receive(mailbox)
    second.withdraw(case, consent)
    second.send(mailbox)
    for _ in range(2):  # and once more: nothing changes
        central.receive(mailbox)
        assert withdrawn(central.ctx) == ()
    mailbox._held[key] = late
    central.receive(mailbox)
    assert [one.scope for one in withdrawn(central.ctx)] == [case]
    assert central.books("select * from withdrawn_early") == []


@pytest.fixture
def told_by_both(incheon, second, central, mailbox):
    """A case whose withdrawal both laptops told; and its consent."""
    central.trust.accept(incheon.trust.card_file())
    case = incheon.case()
    consent = incheon.consent(case, "CENTRAL")
    incheon.send(mailbox)
    incheon.send(mailbox, to=device(second))
    for place in (central, second, incheon):
        place.receive(mailbox)
    incheon.withdraw(case, consent)
    incheon.send(mailbox)
    incheon.send(mailbox, to=device(second))
    second.receive(mailbox)
    second.send(mailbox)
    for place in (central, second, incheon):
        place.receive(mailbox)
    assert [one.scope for one in withdrawn(central.ctx)] == [case]
    assert len(central.books("select distinct party from withdrawn_in")) == 2
    return case, consent


def test_agreed_again_on_one_laptop_ends_what_the_silent_one_asked_for(
    incheon, central, mailbox, told_by_both
):
    case, _ = told_by_both
    incheon.consent(case, "CENTRAL")
    incheon.send(mailbox)
    central.receive(mailbox)
    assert withdrawn(central.ctx) == ()
    assert len(central.sees("suspect")) == 1


def test_words_of_a_laptop_that_has_not_heard_of_it_end_no_withdrawal(
    incheon, second, central, mailbox
):
    central.trust.accept(incheon.trust.card_file())
    case = incheon.case()
    consent = incheon.consent(case, "CENTRAL")
    incheon.send(mailbox)
    incheon.send(mailbox, to=device(second))
    for place in (central, second, incheon):
        place.receive(mailbox)
    incheon.withdraw(case, consent)
    incheon.send(mailbox)
    central.receive(mailbox)
    second.suspect(case, "모르고 적은 말")
    second.send(mailbox)
    central.receive(mailbox)
    assert [one.scope for one in withdrawn(central.ctx)] == [case]
