"""A legal hold (보존 명령·소송 보존): laid with its ground, it stops destroying and nothing else."""

import datetime as dt

import pytest

from intake.cli.verbs import verbs
from intake.desk import workspace as opening
from intake.errors import InvalidInput, NotYours, OnHold
from intake.progress import Silent
from tests.desks_at_hand import agreed
from tests.vaults_at_hand import PASSPHRASE, POLICY

QUIET = Silent()
HERS = "조용한 아침 산길의 돌"


@pytest.fixture
def case(desk):
    return agreed(desk, "RECORD", "SENSITIVE", "CENTRAL")


def days_from(desk, days):
    return (desk._rooms.clock.today() + dt.timedelta(days=days)).isoformat()


def later(desk, monkeypatch, days):
    now = desk._rooms.clock.wall()
    monkeypatch.setattr(desk._rooms.clock, "wall", lambda: now + days * 86_400_000)


def closed_long_ago(desk, case):
    desk.records.change("case", case, {"closed_on": "2015-01-02"})


def test_it_says_by_whom_for_what_and_until_when(desk, case):
    until = days_from(desk, 90)
    desk.retention.hold(
        case, "2026가합1234 증거", "COURT_ORDER", "서울중앙지방법원", until
    )
    view = desk.retention.of(case)
    assert view.held
    assert (view.held_ground, view.held_authority) == (
        "법원의 보존·제출 명령",
        "서울중앙지방법원",
    )
    assert (view.held_until, view.hold_ended) == (until, False)
    assert "서울중앙지방법원" not in repr(view)
    desk.retention.hold(
        case, "연장", "LITIGATION", "서울중앙지방법원", days_from(desk, 180)
    )
    words = desk._rooms.ledger.history("case", case, "hold_ground")
    assert [word.value for word in words] == ["LITIGATION", "COURT_ORDER"]


@pytest.mark.parametrize(
    ("ground", "until"),
    [("FREE WORDS", ""), ("OTHER", "tomorrow"), ("OTHER", "2020-01-01")],
)
def test_an_unknown_ground_or_a_day_that_is_none_lays_nothing(
    desk, case, ground, until
):
    with pytest.raises(InvalidInput):
        desk.retention.hold(case, "까닭", ground, "", until)
    assert not desk.retention.of(case).held


def test_who_does_not_supervise_lays_none(desk, case, keyring):
    desk.roles.add_person("이동료", "COUNSELOR", PASSPHRASE, HERS)
    folder = desk._rooms.vault.folder
    desk.close()
    theirs = opening.open_(folder, HERS, QUIET, keyring=keyring, policy=POLICY)
    with pytest.raises(NotYours):
        theirs.retention.hold(case, "까닭", "COURT_ORDER")
    with pytest.raises(NotYours):
        theirs.records.change("case", case, {"hold": True})
    assert theirs.retention.held(QUIET) == ()
    theirs.close()


def test_the_lists_pass_it_over_with_words_and_lifted_it_is_due_again(desk, case):
    closed_long_ago(desk, case)
    (over,) = desk.retention.due(QUIET)
    assert (over.held, over.held_ground) == (False, "")
    desk.retention.hold(case, "소송", "LITIGATION")
    (kept,) = desk.retention.due(QUIET)
    assert (kept.held, kept.held_ground) == (True, "소송이 계속 중이거나 예정됨")
    assert [one.case for one in desk.retention.held(QUIET)] == [case]
    number = desk.cases.line(case).number
    for attempt in (
        lambda: desk.erasing.ask(case, "whole", "RETENTION_END"),
        lambda: desk.erasing.destroy(case, "whole", "RETENTION_END", number),
        lambda: desk.records.retract("case", case, "mistake"),
    ):
        with pytest.raises(OnHold):
            attempt()
    desk.retention.lift(case, "확정")
    assert desk.retention.held(QUIET) == ()
    (over,) = desk.retention.due(QUIET)
    assert not over.held
    assert desk.erasing.destroy(case, "whole", "RETENTION_END", number).done_on


def test_a_day_that_passed_reminds_a_supervisor_and_ends_nothing(
    desk, case, monkeypatch
):
    desk.retention.hold(case, "소송", "LITIGATION", "", days_from(desk, 30))
    other = agreed(desk, "RECORD")
    desk.retention.hold(other, "수사", "INVESTIGATION")
    assert [one.text_id for one in desk.today().actions if one.case == case] == []
    later(desk, monkeypatch, 31)
    first, second = desk.retention.held(QUIET)
    assert (first.case, first.held, first.hold_ended) == (case, True, True)
    assert not second.hold_ended
    assert "next-hold-over" in [
        one.text_id for one in desk.today().actions if one.case == case
    ]
    with pytest.raises(OnHold):
        desk.erasing.ask(case, "whole", "RETENTION_END")


def test_taking_a_consent_back_stops_the_sharing_all_the_same(
    desk, case, central, stick
):
    send(desk, stick, "C0")
    central.exchange.receive(stick, QUIET)
    desk.exchange.receive(stick, QUIET)
    desk.retention.hold(case, "소송", "LITIGATION")
    desk.consents.withdraw(case, "CENTRAL")
    assert desk.exchange.plan("C0").taken_back == (case,)
    send(desk, stick, "C0")
    assert central.exchange.receive(stick, QUIET).withdrawn == 1
    assert desk.retention.of(case).held


def test_who_sees_no_content_reads_that_it_is_held_and_not_why(desk, case, keyring):
    desk.retention.hold(case, "피의자 이름", "COURT_ORDER", "서울중앙지방법원")
    desk.roles.add_person("정전산", "IT", PASSPHRASE, HERS)
    folder = desk._rooms.vault.folder
    desk.close()
    theirs = opening.open_(folder, HERS, QUIET, keyring=keyring, policy=POLICY)
    (held,) = theirs.retention.held(QUIET)
    assert (held.held, held.held_ground) == (True, "법원의 보존·제출 명령")
    assert (held.held_reason, held.held_authority) == ("", "")
    with pytest.raises(NotYours):
        theirs.copies.of_case(case)
    assert theirs.copies.open() == theirs.copies.asked() == ()
    theirs.close()


@pytest.mark.parametrize("verb", ["hold", "lift", "held", "of", "grounds"])
def test_the_terminal_has_every_verb_of_it(verb):
    assert ("retention", verb) in {(one.noun, one.name) for one in verbs()}


def send(desk, stick, to):
    sealed = desk.exchange.make(desk.exchange.plan(to), QUIET)
    desk.exchange.deliver(sealed, stick, QUIET)
