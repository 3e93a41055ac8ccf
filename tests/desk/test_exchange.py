import pytest

from intake.desk import CaseQuery, NewWorkspace, workspace
from intake.errors import MailboxAway, NotEnrolled, NothingToSend
from intake.progress import Silent
from tests.desks_at_hand import a_desk, agreed
from tests.vaults_at_hand import PASSPHRASE, POLICY, MemoryKeyring

QUIET = Silent()


def recorded(desk, *purposes):
    case = agreed(desk, *purposes)
    interview = desk.interviews.begin(case, "intake")
    desk.interviews.answer(interview, "contact/phone", "010-0000-1234")
    desk.interviews.answer(interview, "victim/age", 15)
    desk.interviews.draft(interview, "note", "텔레그램 t.me/x7q_haru 로 연락")
    desk.interviews.settle_drafts(interview)
    return case


def carried(desk, stick, to="C0"):
    sealed = desk.exchange.make(desk.exchange.plan(to), QUIET)
    desk.exchange.deliver(sealed, stick, QUIET)
    desk.exchange.verify(sealed, stick, QUIET)
    return sealed


def test_what_was_agreed_goes_and_what_was_refused_stays_with_its_reason(desk, central):
    shared = recorded(desk, "RECORD", "SENSITIVE", "CENTRAL")
    kept = recorded(desk, "RECORD")
    desk.consents.decide(kept, {"CENTRAL": "REFUSED"})
    plan = desk.exchange.plan("C0")
    assert [line.case for line in plan.goes] == [shared]
    assert [(line.case, line.why_text_id) for line in plan.stays] == [
        (kept, "plan-refused")
    ]


def test_the_central_desk_merges_and_the_receipt_comes_home(desk, central, stick):
    case = recorded(desk, "RECORD", "SENSITIVE", "CENTRAL")
    carried(desk, stick)
    assert {one.state_text_id for one in desk.exchange.sent()} == {"sent-delivered"}
    report = central.exchange.receive(stick, QUIET)
    assert [one.state_text_id for one in report.items] == ["received-merged"]
    assert [line.id for line in central.cases.first(CaseQuery(), 10)] == [case]
    desk.exchange.receive(stick, QUIET)
    assert {one.state_text_id for one in desk.exchange.sent()} == {"sent-acked"}
    with pytest.raises(NothingToSend):
        desk.exchange.make(desk.exchange.plan("C0"), QUIET)


def test_the_central_desk_never_learns_who_the_victim_is(desk, central, stick):
    recorded(desk, "RECORD", "SENSITIVE", "CENTRAL")
    carried(desk, stick)
    central.exchange.receive(stick, QUIET)
    (line,) = central.cases.first(CaseQuery(), 10)
    assert (line.alias, line.age) == ("", 15)
    assert central.search("1234") == ()
    assert central.search("x7q_haru")


def test_a_refused_case_is_in_no_bundle(desk, central, stick):
    recorded(desk, "RECORD", "SENSITIVE", "CENTRAL")
    kept = recorded(desk, "RECORD")
    carried(desk, stick)
    central.exchange.receive(stick, QUIET)
    assert kept not in {line.id for line in central.cases.first(CaseQuery(), 10)}


def test_what_came_from_others_does_not_wait_to_be_sent(desk, central, stick):
    recorded(desk, "RECORD", "CENTRAL")
    assert desk.today().waiting_to_send == 1
    carried(desk, stick)
    central.exchange.receive(stick, QUIET)
    assert central.today().waiting_to_send == 0
    assert central.cases.first(CaseQuery(filter="to_send"), 10) == ()


def test_receiving_twice_changes_nothing(desk, central, stick):
    recorded(desk, "RECORD", "CENTRAL")
    carried(desk, stick)
    central.exchange.receive(stick, QUIET)
    before = central._rooms.ledger.state_digest()
    assert central.exchange.receive(stick, QUIET).items == ()
    assert central._rooms.ledger.state_digest() == before


def test_nobody_is_sent_to_before_the_words_were_compared(desk):
    with pytest.raises(NotEnrolled):
        desk.exchange.plan("C0")


def test_a_pulled_stick_leaves_the_bundle_in_the_outbox(desk, central, tmp_path):
    recorded(desk, "RECORD", "CENTRAL")
    sealed = desk.exchange.make(desk.exchange.plan("C0"), QUIET)
    with pytest.raises(MailboxAway):
        desk.exchange.deliver(sealed, tmp_path / "pulled", QUIET)
    assert [one.sha for one in desk.exchange.outbox()] == [sealed.sha]


def test_withdrawal_stops_the_next_bundle(desk, central, stick):
    case = recorded(desk, "RECORD", "CENTRAL")
    carried(desk, stick)
    desk.consents.withdraw(case, "CENTRAL")
    plan = desk.exchange.plan("C0")
    assert plan.goes == ()
    assert [line.why_text_id for line in plan.stays] == ["plan-withdrawn"]


def test_the_slip_says_the_number_and_nothing_of_a_case(desk, central, stick):
    recorded(desk, "RECORD", "CENTRAL")
    sealed = carried(desk, stick)
    assert desk.exchange.slip(sealed).startswith(b"%PDF")
    assert sealed.number.startswith("IC-")


def test_the_next_laptop_of_a_center_is_let_in_by_files(desk, tmp_path):
    keyring = MemoryKeyring()
    plan = NewWorkspace("center", "IC", "IC 센터", "ic-2", "김상담", "ko", PASSPHRASE)
    second = workspace.create(
        tmp_path / "ic2", plan, keyring=keyring, policy=POLICY, joining=True
    )
    assert not second.about().enrolled
    with pytest.raises(NotEnrolled):
        second.cases.begin("VISIT")
    asked = second.keys.device_request()
    assert desk.keys.read_enrolment(asked.data).kind == "device"
    second.keys.take_device_answer(desk.keys.answer_device(asked.data).data)
    second.close()
    second = workspace.open_(
        tmp_path / "ic2", PASSPHRASE, keyring=keyring, policy=POLICY
    )
    second.setup.skip("central")
    number = second.cases.line(second.cases.begin("VISIT")).number
    assert number.endswith("-IC-200001")
    second.close()


def test_laptops_of_one_center_replicate_in_full(desk, tmp_path, stick):
    keyring = MemoryKeyring()
    plan = NewWorkspace("center", "IC", "IC 센터", "ic-2", "김상담", "ko", PASSPHRASE)
    second = workspace.create(
        tmp_path / "ic2", plan, keyring=keyring, policy=POLICY, joining=True
    )
    second.keys.take_device_answer(
        desk.keys.answer_device(second.keys.device_request().data).data
    )
    second.close()
    second = workspace.open_(
        tmp_path / "ic2", PASSPHRASE, keyring=keyring, policy=POLICY
    )
    case = recorded(desk, "RECORD")
    (laptop,) = desk.exchange.addressees()
    carried(desk, stick, laptop.code)
    second.exchange.receive(stick, QUIET)
    assert second.cases.line(case).alias == "하늘"
    assert second.search("1234")
    second.close()


def test_a_stranger_s_bundle_is_set_aside_and_the_next_one_is_taken(
    desk, central, stick, tmp_path
):
    stranger = a_desk(tmp_path / "xx", code="XX")
    stranger.keys.accept_enrolment(central.keys.enrolment().data)
    recorded(stranger, "RECORD", "CENTRAL")
    carried(stranger, stick)
    recorded(desk, "RECORD", "CENTRAL")
    carried(desk, stick)
    items = {
        one.state_text_id: one for one in central.exchange.receive(stick, QUIET).items
    }
    assert set(items) == {"received-refused", "received-merged"}
    assert items["received-refused"].reason_text_id == "err-unknown-device"
    stranger.close()


def test_a_laptop_that_was_let_in_is_believed_by_the_first(desk, tmp_path, stick):
    keyring = MemoryKeyring()
    plan = NewWorkspace("center", "IC", "IC 센터", "ic-2", "김상담", "ko", PASSPHRASE)
    second = workspace.create(
        tmp_path / "ic2", plan, keyring=keyring, policy=POLICY, joining=True
    )
    second.keys.take_device_answer(
        desk.keys.answer_device(second.keys.device_request().data).data
    )
    with pytest.raises(NotEnrolled):  # not before it is opened again
        second.cases.begin("VISIT")
    second.close()
    second = workspace.open_(
        tmp_path / "ic2", PASSPHRASE, keyring=keyring, policy=POLICY
    )
    second.setup.skip("central")
    case = recorded(second, "RECORD")
    (laptop,) = second.exchange.addressees()
    carried(second, stick, laptop.code)
    (item,) = desk.exchange.receive(stick, QUIET).items
    assert item.state_text_id == "received-merged"
    assert desk.cases.line(case).alias == "하늘"
    second.close()
