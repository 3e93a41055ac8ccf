"""Who has a copy, who was told when, who said so when, and whom to call: over real bundles."""

from contextlib import closing

import pytest

from intake.desk import workspace as opening
from intake.desk.copies import CALL_DAYS
from intake.errors import NotYours
from intake.mailbox import FolderMailbox
from intake.progress import Silent
from tests.centers_at_hand import carry, desks
from tests.desks_at_hand import agreed, introduce
from tests.vaults_at_hand import PASSPHRASE, POLICY

QUIET = Silent()
HERS = "조용한 아침 산길의 돌"
DAY_MS = 86_400_000


@pytest.fixture
def case(desk):
    return agreed(desk, "RECORD", "SENSITIVE", "CENTRAL")


def send(desk, stick, to="C0"):
    """One bundle to somebody on a stick; False where there is nothing to send."""
    plan = desk.exchange.plan(to)
    if not plan.records and not plan.taken_back:
        return False
    sealed = desk.exchange.make(plan, QUIET)
    desk.exchange.deliver(sealed, stick, QUIET)
    return True


def lose(stick, to="c0/"):
    box = FolderMailbox(stick)
    for key in box.list(to):
        box.delete(key)


def shared(desk, central, stick):
    send(desk, stick)
    central.exchange.receive(stick, QUIET)
    desk.exchange.receive(stick, QUIET)


def later(monkeypatch, desk, days):
    now = desk._rooms.clock.wall()
    monkeypatch.setattr(desk._rooms.clock, "wall", lambda: now + days * DAY_MS)


def destroyed(desk, case, what="whole"):
    number = desk.cases.line(case).number
    return desk.erasing.destroy(case, what, "REQUEST", number).number


def lines(desk, case):
    return [(one.to, one.state) for one in desk.copies.of_case(case).copies]


def receipt_ids(desk):
    return {one for (one,) in rows(desk, "select id from receipt")}


def rows(desk, sql):
    with desk._rooms.vault.reading() as db:
        return db.all(sql)


def test_which_bundle_carried_a_case_to_whom_and_when_it_was_acknowledged(
    desk, central, case, stick
):
    assert lines(desk, case) == []
    send(desk, stick)
    (one,) = desk.copies.of_case(case).carried
    assert (one.to, one.state_text_id, one.receipt_ms) == ("C0", "sent-delivered", 0)
    assert lines(desk, case) == [("C0", "UNSURE")]
    central.exchange.receive(stick, QUIET)
    desk.exchange.receive(stick, QUIET)
    (one,) = desk.copies.of_case(case).carried
    assert one.made_ms <= one.delivered_ms <= one.receipt_ms
    assert {one.receipt} == receipt_ids(desk)
    assert one.number == desk.exchange.sent()[0].number
    assert set(one.classes) <= {"core", "suspect", "material", "narrative"}
    assert lines(desk, case) == [("C0", "HAS")]
    assert desk.copies.of_case(case).whole


def test_a_withdrawal_is_followed_from_being_said_to_being_heard(
    desk, central, case, stick, monkeypatch
):
    shared(desk, central, stick)
    desk.consents.withdraw(case, "CENTRAL")
    assert lines(desk, case) == [("C0", "UNSAID")]
    send(desk, stick)
    (said,) = desk.copies.open()
    assert (said.kind, said.of, said.state, said.heard_ms) == (
        "WITHDRAWN",
        case,
        "SAID",
        0,
    )
    lose(stick)
    later(monkeypatch, desk, CALL_DAYS + 1)
    (late,) = desk.copies.open()
    assert (late.state, late.said_ms) == ("LATE", said.said_ms)
    assert late.name in late.next
    calls = [
        one for one in desk.today().actions if one.text_id == "next-call-withdrawal"
    ]
    assert [(one.case, one.facts["days"]) for one in calls] == [(case, CALL_DAYS + 1)]
    before = receipt_ids(desk)
    for _ in range(2):  # said again, and heard twice
        send(desk, stick)
        central.exchange.receive(stick, QUIET)
    desk.exchange.receive(stick, QUIET)
    assert desk.copies.open() == ()
    (heard,) = desk.copies.of_case(case).copies
    assert heard.state == "HEARD"
    assert heard.said_ms == said.said_ms < heard.heard_ms
    assert heard.receipt in receipt_ids(desk) - before
    assert not [
        one for one in desk.today().actions if one.text_id.startswith("next-call")
    ]


def test_the_center_that_hears_it_is_asked_and_a_hold_forbids_it(
    desk, central, case, stick
):
    shared(desk, central, stick)
    desk.consents.withdraw(case, "CENTRAL")
    send(desk, stick)
    central.exchange.receive(stick, QUIET)
    (asked,) = central.copies.asked()
    assert (asked.case, asked.center, asked.held) == (case, "IC", False)
    assert "next-asked-to-destroy" in {one.text_id for one in central.today().actions}
    central.retention.hold(case, "소송", "LITIGATION", "법원")
    (asked,) = central.copies.asked()
    assert asked.held
    assert "next-asked-to-destroy" not in {
        one.text_id for one in central.today().actions
    }
    central.retention.lift(case, "종결")
    central.erasing.destroy(
        case, "whole", "WITHDRAWAL", central.cases.line(case).number
    )
    assert central.copies.asked() == ()
    assert desk.cases.line(case).id == case


def test_a_destruction_names_who_had_a_copy_and_the_receipt_that_heard_it(
    desk, central, case, stick, monkeypatch
):
    shared(desk, central, stick)
    number = destroyed(desk, case)
    (unsaid,) = desk.copies.of_destruction(number)
    assert (unsaid.to, unsaid.state, unsaid.kind) == ("C0", "UNSAID", "ERASED")
    assert unsaid.has_ms > 0
    send(desk, stick)
    (said,) = desk.copies.of_destruction(number)
    assert said.state == "SAID"
    lose(stick)
    later(monkeypatch, desk, CALL_DAYS)
    assert [one.state for one in desk.copies.open()] == ["LATE"]
    calls = [one for one in desk.today().actions if one.text_id == "next-call-erasure"]
    assert [one.facts["number"] for one in calls] == [number]
    before = receipt_ids(desk)
    send(desk, stick)
    central.exchange.receive(stick, QUIET)
    desk.exchange.receive(stick, QUIET)
    (heard,) = desk.copies.of_destruction(number)
    assert heard.state == "HEARD"
    assert heard.receipt in receipt_ids(desk) - before
    assert desk.copies.open() == ()
    agreed(desk, "RECORD", "CENTRAL")
    shared(desk, central, stick)
    assert desk.copies.of_destruction(number) == (heard,)
    assert case not in repr(rows(desk, "select * from copy_gone"))


def test_a_withdrawal_told_before_is_not_taken_for_the_order_that_follows(
    desk, central, case, stick
):
    shared(desk, central, stick)
    desk.consents.withdraw(case, "CENTRAL")
    send(desk, stick)
    central.exchange.receive(stick, QUIET)
    desk.exchange.receive(stick, QUIET)
    number = destroyed(desk, case)
    assert [one.state for one in desk.copies.of_destruction(number)] == ["UNSAID"]
    agreed(desk, "RECORD", "CENTRAL")
    shared(desk, central, stick)
    assert [one.state for one in desk.copies.of_destruction(number)] == ["HEARD"]


def test_one_that_nobody_had_is_told_to_nobody(desk, central, case):
    number = destroyed(desk, case)
    assert desk.copies.of_destruction(number) == ()
    assert desk.copies.open() == ()


def test_an_order_waits_under_a_hold_and_lifted_it_is_asked_for_again(
    desk, central, case, stick
):
    shared(desk, central, stick)
    central.retention.hold(case, "소송", "LITIGATION", "법원")
    number = central.cases.line(case).number
    destroyed(desk, case)
    for _ in range(2):
        send(desk, stick)
        central.exchange.receive(stick, QUIET)
    assert central.cases.line(case).number == number
    (asked,) = central.copies.asked()
    assert asked.held
    central.retention.lift(case, "종결")
    (asked,) = central.copies.asked()
    assert not asked.held
    central.erasing.destroy(case, "whole", "WITHDRAWAL", number)
    assert central.copies.asked() == ()
    assert central._rooms.register.get("case", case) is None


def test_every_class_of_a_case_that_goes_one_by_one_is_followed(
    desk, central, case, stick
):
    desk.records.add("note", case, {"text": "어머니와 통화함"})
    shared(desk, central, stick)
    number = destroyed(desk, case, "narrative")
    assert desk.copies.of_destruction(number) != ()
    send(desk, stick)
    central.exchange.receive(stick, QUIET)
    desk.exchange.receive(stick, QUIET)
    assert [one.state for one in desk.copies.of_destruction(number)] == ["HEARD"]
    assert lines(desk, case) == [("C0", "HAS")]
    assert desk.copies.of_destruction(destroyed(desk, case, "identity")) == ()


# --- passed on -------------------------------------------------------------------------------


@pytest.fixture
def town(tmp_path):
    made = desks(tmp_path / "town", "IC", "SL", "C0")
    yield made
    for one in made.values():
        one.close()


def handed(giver, taker, case, stick):
    on = giver.handovers.offer(case, taker.about().center_code, "MOVED")
    carry(giver, taker, stick)
    taker.handovers.take(on)
    carry(taker, giver, stick)


def test_a_copy_that_was_passed_on_is_reached_and_named(town, tmp_path, stick):
    """Three centers one after the other, and the central desk that heard it from the first."""
    ic, sl, c0 = town["IC"], town["SL"], town["C0"]
    case = agreed(ic, "RECORD", "CENTER", "CENTRAL")
    carry(ic, c0, stick)
    handed(ic, sl, case, stick)
    carry(sl, c0, stick)
    with closing(desks(tmp_path / "more", "BS")["BS"]) as bs:
        for other in town.values():
            introduce(bs, other)
        handed(sl, bs, case, stick)
        assert dict(lines(bs, case)) == {"IC": "HAS", "SL": "HAS"}
        carry(bs, c0, stick)
        number = destroyed(bs, case)
        told = {one.to: one for one in bs.copies.of_destruction(number)}
        assert {to: one.state for to, one in told.items()} == {
            "C0": "UNSAID",
            "SL": "UNSAID",
            "IC": "PASSED",
        }
        assert told["IC"].via == "SL"
        send(bs, stick, "SL")
        lose(stick, "sl/")
        carry(bs, sl, stick)
        carry(bs, sl, stick)
        carry(sl, bs, stick)
        carry(bs, c0, stick)
        carry(c0, bs, stick)
        carry(sl, ic, stick)
        states = {one.to: one.state for one in bs.copies.of_destruction(number)}
        assert states["IC"] == "PASSED"
        assert {states["C0"], states["SL"]} <= {"HEARD", "DESTROYED"}
        for one in (
            sl,
            c0,
        ):  # what is told alone at first, so that nobody loses anything by it
            carry(one, bs, stick)
        states = {one.to: one.state for one in bs.copies.of_destruction(number)}
        assert states == {"C0": "DESTROYED", "SL": "DESTROYED", "IC": "PASSED"}
        assert bs.copies.open() == ()
        for one in (bs, sl, ic, c0):
            assert one._rooms.register.get("case", case) is None


def test_a_copy_that_was_only_offered_is_destroyed_with_it(town, stick):
    ic, sl = town["IC"], town["SL"]
    case = agreed(ic, "RECORD", "CENTER")
    ic.handovers.offer(case, "SL", "MOVED")
    carry(ic, sl, stick)
    carry(sl, ic, stick)
    number = destroyed(ic, case)
    carry(ic, sl, stick)
    assert sl._rooms.register.get("case", case) is None
    assert sl.copies.asked() == ()
    (heard,) = ic.copies.of_destruction(number)
    assert (heard.to, heard.state) == ("SL", "HEARD")


def test_who_gave_it_away_asks_nobody_to_destroy_what_is_theirs(town, stick):
    ic, sl = town["IC"], town["SL"]
    case = agreed(ic, "RECORD", "CENTER")
    handed(ic, sl, case, stick)
    number = destroyed(ic, case)
    assert ic.copies.of_destruction(number) == ()


def test_who_sees_her_own_cases_only_hears_of_no_other_withdrawal(
    desk, central, case, stick, keyring
):
    shared(desk, central, stick)
    desk.consents.withdraw(case, "CENTRAL")
    send(desk, stick)
    assert [one.of for one in desk.copies.open()] == [case]
    desk.roles.add_person("이동료", "COUNSELOR", PASSPHRASE, HERS)
    desk.settings.set("own_cases_only", True)
    folder = desk._rooms.vault.folder
    desk.close()
    hers = opening.open_(folder, HERS, QUIET, keyring=keyring, policy=POLICY)
    assert hers.copies.open() == ()
    with pytest.raises(NotYours):
        hers.copies.of_case(case)
    hers.close()
