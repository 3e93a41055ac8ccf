"""What the asked organisation says it did, as whoever asked reads it: over real bundles, with loss."""

import datetime as dt

import pytest

from intake.desk.copies import CALL_DAYS
from intake.progress import Silent
from tests.centers_at_hand import carry, desks, send
from tests.desk.test_copies import destroyed, handed, later, lose, shared
from tests.desks_at_hand import agreed

QUIET = Silent()


@pytest.fixture
def case(desk):
    return agreed(desk, "RECORD", "SENSITIVE", "CENTRAL")


@pytest.fixture
def asked(desk, central, case, stick):
    """The case, taken back, and heard of at the central desk."""
    shared(desk, central, stick)
    desk.consents.withdraw(case, "CENTRAL")
    carry(desk, central, stick)
    return case


def line(desk, case):
    (one,) = desk.copies.of_case(case).copies
    return one


def titles(desk):
    return {one.text_id for one in desk.today().actions}


def test_a_withdrawal_is_held_then_lifted_then_destroyed(
    desk, central, asked, stick, monkeypatch
):
    until = (central._rooms.clock.today() + dt.timedelta(days=90)).isoformat()
    assert line(desk, asked).state == "HEARD"
    central.retention.hold(asked, "비밀 사유", "LITIGATION", "비밀 법원", until)
    assert central.exchange.plan("IC").answers > 0
    carry(central, desk, stick)
    held = line(desk, asked)
    assert (held.state, held.held_until, held.done_on) == ("HELD", until, "")
    assert until in held.answer
    assert "비밀" not in repr(held)
    assert [one.state for one in desk.copies.open()] == ["HELD"]
    later(monkeypatch, desk, CALL_DAYS + 1)
    assert [one.state for one in desk.copies.open()] == ["HELD"]
    assert held.name in line(desk, asked).next
    assert not [one for one in titles(desk) if one.startswith("next-call")]
    assert central.exchange.plan("IC").answers == 0
    central.retention.lift(asked, "종결")
    carry(central, desk, stick)
    assert line(desk, asked).state == "HEARD"
    assert desk.copies.open() == ()
    number = central.cases.line(asked).number
    certificate = central.erasing.destroy(asked, "whole", "WITHDRAWAL", number)
    for _ in range(2):
        assert send(central, "IC", stick)
        lose(stick, "ic/")
    assert line(desk, asked).state == "HEARD"
    carry(central, desk, stick)
    gone = line(desk, asked)
    assert (gone.state, gone.done_on, gone.certificate) == (
        "DESTROYED",
        certificate.done_on,
        certificate.number,
    )
    assert gone.answer == (
        f"{gone.name}가 {gone.done_on}에 파기했다고 알렸습니다(확인서 {gone.certificate})."
    )
    assert (gone.next, desk.copies.open()) == ("", ())
    assert not send(central, "IC", stick)
    desk.exchange.receive(stick, QUIET)
    assert line(desk, asked) == gone


def test_a_week_after_it_was_heard_somebody_may_ask_until_it_is_destroyed(
    desk, central, asked, stick, monkeypatch
):
    assert line(desk, asked).next == ""
    later(monkeypatch, desk, CALL_DAYS)
    assert line(desk, asked).name in line(desk, asked).next
    central.erasing.destroy(
        asked, "whole", "WITHDRAWAL", central.cases.line(asked).number
    )
    carry(central, desk, stick)
    assert line(desk, asked).state == "DESTROYED"
    assert line(desk, asked).next == ""


def test_what_was_destroyed_in_part_is_not_called_destroyed(desk, central, asked, stick):  # fmt: skip
    number = central.cases.line(asked).number
    central.erasing.destroy(asked, "narrative", "WITHDRAWAL", number)
    carry(central, desk, stick)
    assert line(desk, asked).state == "HEARD"
    central.erasing.destroy(asked, "whole", "WITHDRAWAL", number)
    carry(central, desk, stick)
    assert line(desk, asked).state == "DESTROYED"


def test_an_order_that_is_obeyed_at_once_is_answered(desk, central, case, stick):
    shared(desk, central, stick)
    number = destroyed(desk, case)
    carry(desk, central, stick)
    assert [one.state for one in desk.copies.of_destruction(number)] == ["HEARD"]
    carry(central, desk, stick)
    (gone,) = desk.copies.of_destruction(number)
    today = central._rooms.clock.today().isoformat()
    assert (gone.state, gone.done_on, gone.certificate) == ("DESTROYED", today, "")
    assert gone.heard_ms > 0
    assert today in gone.answer


def test_an_order_that_a_hold_forbids_is_answered_and_again_when_it_is_over(
    desk, central, case, stick
):
    shared(desk, central, stick)
    central.retention.hold(case, "소송", "LITIGATION", "법원")
    number = destroyed(desk, case)
    carry(desk, central, stick)
    carry(central, desk, stick)
    (held,) = desk.copies.of_destruction(number)
    assert (held.state, held.held_until) == ("HELD", "")
    assert desk.copies.open() == (held,)
    central.retention.lift(case, "종결")
    certificate = central.erasing.destroy(
        case, "whole", "WITHDRAWAL", central.cases.line(case).number
    )
    carry(central, desk, stick)
    (gone,) = desk.copies.of_destruction(number)
    assert (gone.state, gone.certificate) == ("DESTROYED", certificate.number)
    assert desk.copies.open() == ()


def test_the_center_that_a_case_was_taken_over_from_answers_too(tmp_path, stick):
    town = desks(tmp_path / "town", "IC", "SL")
    ic, sl = town["IC"], town["SL"]
    case = agreed(ic, "RECORD", "CENTER")
    handed(ic, sl, case, stick)
    number = destroyed(sl, case)
    carry(sl, ic, stick)
    for _ in range(2):  # its own order goes first; what it did is told alone
        carry(ic, sl, stick)
    (gone,) = sl.copies.of_destruction(number)
    assert (gone.to, gone.state) == ("IC", "DESTROYED")
    for one in town.values():
        one.close()
