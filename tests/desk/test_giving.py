"""One consent for each receiver; what left is known; children are guarded."""

import pytest

from intake.desk.people import victim_of
from intake.documents import consent_version
from intake.errors import ConsentMissing, InvalidInput
from intake.progress import Silent
from tests.desks_at_hand import a_desk, agreed, introduce, planted


@pytest.fixture
def desk(tmp_path):
    made = a_desk(tmp_path / "v")
    yield made
    made.close()


def test_nothing_is_given_before_it_was_asked(desk):
    case = agreed(desk, "RECORD")
    with pytest.raises(ConsentMissing) as caught:
        desk.giving.check(case, "POLICE", "가 경찰서")
    assert caught.value.facts == {"purpose": "POLICE", "why": "undecided"}


def test_two_receivers_are_two_lines_and_are_withdrawn_apart(desk):
    case = agreed(desk, "RECORD")
    one = desk.giving.decide(case, "LAWYER", "LAWYER", "가람 사무소", "AGREED")
    desk.giving.decide(case, "LAWYER", "LAWYER", "나루 사무소", "AGREED")
    desk.giving.withdraw(one, "바뀜")
    assert {line.name: line.state for line in desk.giving.lines(case)} == {
        "가람 사무소": "withdrawn",
        "나루 사무소": "agreed",
    }
    desk.giving.check(case, "LAWYER", "나루 사무소")
    assert desk.giving.may(case, "LAWYER", "가람 사무소").why == "withdrawn"
    with pytest.raises(ConsentMissing):
        desk.giving.withdraw(one)


def test_the_same_receiver_is_one_line_with_its_words_and_their_hash(desk):
    case = agreed(desk, "RECORD")
    first = desk.giving.decide(case, "COURT", "COURT", "", "REFUSED")
    again = desk.giving.decide(case, "COURT", "COURT", "", "AGREED")
    assert first == again
    (line,) = desk.giving.lines(case)
    assert (line.state, line.form_version, line.explained_by) == (
        "agreed",
        consent_version(),
        "박상담",
    )
    row = desk.records.get("consent", again)
    assert len(row["text_digest"]) == 64


def test_a_purpose_of_the_gate_is_not_asked_by_receiver(desk):
    case = agreed(desk, "RECORD")
    with pytest.raises(InvalidInput):
        desk.giving.decide(case, "CENTRAL", "CENTRAL", "", "AGREED")
    with pytest.raises(InvalidInput):
        desk.giving.form(case, "CENTRAL")


@pytest.mark.parametrize("language", ["ko", "en"])
def test_the_form_for_one_receiver_is_a_paper(desk, language):
    case = agreed(desk, "RECORD")
    assert desk.giving.form(case, "LAWYER", "가람 사무소", language).startswith(b"%PDF")
    assert desk.giving.form(case, "MEDICAL", "", language).startswith(b"%PDF")


def test_what_left_is_listed_and_its_recall_is_followed(desk):
    case = agreed(desk, "RECORD")
    left = desk.giving.note(case, "PAPER", "POLICE", "가 경찰서", purpose="POLICE")
    (line,) = desk.giving.left(case)
    assert (line.id, line.means, line.recall) == (left, "PAPER", "LEFT")
    desk.giving.recall(left)
    desk.giving.recall(left, "ACKNOWLEDGED")
    row = desk.records.get("disclosure", left)
    assert row["recalled_on"]
    assert row["acknowledged_on"]
    with pytest.raises(InvalidInput):
        desk.giving.recall(left, "PERHAPS")


def test_a_bundle_that_left_is_in_the_list_of_its_case_only(tmp_path):
    center = a_desk(tmp_path / "ic")
    central = a_desk(tmp_path / "c0", role="central", code="C0")
    try:
        introduce(center, central)
        case, other = agreed(center, "RECORD", "CENTRAL"), agreed(center, "RECORD")
        sealed = center.exchange.make(center.exchange.plan("C0"), Silent())
        (line,) = center.giving.left(case)
        assert (line.means, line.number) == ("BUNDLE", sealed.number)
        assert "core" in line.classes
        assert center.giving.left(other) == ()
    finally:
        center.close()
        central.close()


def test_a_child_without_a_guardian_stays_in_the_center(tmp_path):
    center = a_desk(tmp_path / "ic")
    central = a_desk(tmp_path / "c0", role="central", code="C0")
    try:
        introduce(center, central)
        case = agreed(center, "RECORD", "CENTRAL")
        center.records.change("person", victim_of(case), {"age": 13})
        view = center.minors.look(case)
        assert (view.kind, view.guardian_needed) == ("child", True)
        plan = center.exchange.plan("C0")
        assert [one.why_text_id for one in plan.stays] == ["plan-guardian-missing"]
        center.minors.guardian(case, "NOT_TOLD", why="집에 알려지면 위험함")
        assert center.exchange.plan("C0").stays
        center.minors.guardian(case, "PHONE", name="보호자")
        assert not center.exchange.plan("C0").stays
        assert center.minors.look(case).may_give
    finally:
        center.close()
        central.close()


def test_a_duty_to_report_is_stated_and_settled_by_a_person(desk):
    case = agreed(desk, "RECORD")
    desk.records.change("person", victim_of(case), {"age": 15})
    assert not desk.minors.duty(case).applies
    desk.settings.set("duty_to_report", "ART34_COUNSEL")
    view = desk.minors.duty(case)
    assert view.applies
    assert not view.settled
    assert view.basis == "ART34_COUNSEL"
    with pytest.raises(InvalidInput):
        desk.minors.not_reported(case, "  ")
    desk.minors.not_reported(case, "본인이 원하지 않고 의무 대상이 아님")
    assert desk.minors.duty(case).settled
    desk.minors.reported(case, "2026-11-20", "가 경찰서")
    view = desk.minors.duty(case)
    assert (view.reported_on, view.not_reported_why) == ("2026-11-20", "")


def test_a_fourteenth_birthday_since_the_consent_is_told(desk):
    case = agreed(desk, "RECORD")
    record = desk.records.list("consent", case)[0].id
    today = desk._rooms.clock.today()
    born = today.replace(year=today.year - 14, day=min(today.day, 28)).isoformat()
    desk.records.change("person", victim_of(case), {"birth": born})
    planted(desk, "consent", case, {"given_on": "2026-01-02"}, record)
    assert desk.minors.look(case).turned == 14
