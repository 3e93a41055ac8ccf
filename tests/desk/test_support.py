"""Lines with a will, referrals step by step, a log that is only corrected, a plan, an end."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from intake.desk.referring import STEPS
from intake.desk.views.support import ServiceNote
from intake.desk.wills import line_id
from intake.errors import (
    AgainstWill,
    ConsentMissing,
    InvalidInput,
    NotFound,
    NotSupervisor,
    NotThisStep,
    OpenEnds,
)
from tests.desks_at_hand import agreed, planted


@pytest.fixture
def case(desk):
    return agreed(desk, "RECORD")


@pytest.fixture
def police(desk):
    return desk.agencies.add("가람경찰서", "POLICE", {"phone": "010-0000-0112"})


def consent(desk, case, purpose, decision="AGREED", **said):
    """A decision as the consent page keeps it."""
    parts = {"purpose": purpose, "decision": decision, "given_at": "2026-11-20T01:00:00Z"}  # fmt: skip
    return planted(desk, "consent", case, {**parts, **said})


def line(desk, case, kind):
    return next(one for one in desk.support.lines(case) if one.kind == kind)


# --- lines ------------------------------------------------------------------------------


def test_a_case_has_six_lines_before_anybody_speaks_of_one(desk, case):
    lines = desk.support.lines(case)
    assert [one.kind for one in lines] == [
        *("COUNSEL", "DELETE", "LEGAL", "MEDICAL", "PSYCH", "ACCOMPANY")
    ]
    assert {(one.state, one.wish) for one in lines} == {("", "UNASKED")}


def test_lines_open_and_close_apart_from_each_other(desk, case):
    desk.support.open_line(case, "LEGAL")
    desk.support.open_line(case, "PSYCH", "ON_HOLD", "2026-11-02")
    desk.support.close_line(case, "LEGAL", "2026-11-20")
    assert (line(desk, case, "LEGAL").state, line(desk, case, "LEGAL").closed_on) == ("CLOSED", "2026-11-20")  # fmt: skip
    psych = line(desk, case, "PSYCH")
    assert (psych.state, psych.wish, psych.wish_on) == ("OPEN", "ON_HOLD", "2026-11-02")
    desk.support.open_line(case, "LEGAL")
    assert line(desk, case, "LEGAL").closed_on == ""
    assert line(desk, case, "COUNSEL").state == ""


def test_two_laptops_that_open_a_line_speak_of_the_same_record(desk, case):
    opened = desk.support.open_line(case, "MEDICAL")
    assert opened == line_id(case, "MEDICAL") == line(desk, case, "MEDICAL").id
    assert desk.support.set_wish(case, "MEDICAL", "ON_HOLD") == opened
    assert len(desk.records.list("support_line", case)) == 1


def test_every_will_stays_in_the_history_of_its_line(desk, case):
    for wish in ("WANTED", "ON_HOLD", "REFUSED", "WANTED"):
        desk.support.set_wish(case, "PSYCH", wish, "2026-11-20")
    told = [one.value for one in desk.support.line_history(case, "PSYCH") if one.field == "wish"]  # fmt: skip
    assert told == ["WANTED", "REFUSED", "ON_HOLD", "WANTED"]


def test_an_unknown_line_or_will_is_refused(desk, case):
    with pytest.raises(InvalidInput):
        desk.support.open_line(case, "MAGIC")
    with pytest.raises(InvalidInput):
        desk.support.set_wish(case, "LEGAL", "PERHAPS")


def test_a_refused_line_is_not_opened_and_the_no_is_kept(desk, case):
    with pytest.raises(AgainstWill):
        desk.support.open_line(case, "MEDICAL", "REFUSED")
    assert line(desk, case, "MEDICAL").closed_to_acts
    assert line(desk, case, "MEDICAL").state == "PLANNED"


# --- the will closes outgoing acts ----------------------------------------------------------


def test_a_clear_no_closes_offers_and_a_change_of_mind_opens_them(desk, case, police):
    desk.support.set_wish(case, "LEGAL", "REFUSED")
    with pytest.raises(AgainstWill) as refused:
        desk.referrals.offer(case, "LEGAL", police)
    assert refused.value.facts == {"line": "LEGAL"}
    assert desk.referrals.of_case(case) == ()
    desk.support.set_wish(case, "LEGAL", "WANTED")
    assert desk.referrals.offer(case, "LEGAL", police)


def test_an_offer_made_before_the_no_is_not_sent_but_may_be_revoked(desk, case, police):
    consent(desk, case, "POLICE")
    one = desk.referrals.offer(case, "LEGAL", police)
    desk.referrals.step(one, "ACCEPTED")
    desk.support.set_wish(case, "LEGAL", "REFUSED")
    with pytest.raises(AgainstWill):
        desk.referrals.step(one, "SENT")
    desk.referrals.step(one, "REVOKED")
    assert desk.referrals.of_case(case)[0].state == "REVOKED"


def test_no_accompaniment_against_the_will_and_what_was_before_stays(desk, case):
    desk.support.set_wish(case, "ACCOMPANY", "REFUSED", "2026-11-10")
    with pytest.raises(AgainstWill):
        desk.calendar.add(case, "2026-12-01", "ACCOMPANY")
    with pytest.raises(AgainstWill):
        desk.support.add_action(case, ServiceNote("ACCOMPANY", "2026-11-10"))
    assert desk.support.add_action(case, ServiceNote("ACCOMPANY", "2026-11-09"))
    assert desk.support.add_action(case, ServiceNote("COUNSEL"))


def test_a_correction_does_not_go_around_the_will(desk, case):
    one = desk.support.add_action(case, ServiceNote("COUNSEL"))
    desk.support.set_wish(case, "ACCOMPANY", "REFUSED", "2020-01-01")
    with pytest.raises(AgainstWill):
        desk.support.correct_action(one, {"kind": "ACCOMPANY"})


@pytest.mark.parametrize("wish", ["ON_HOLD", "UNASKED", "WANTED"])
def test_only_a_clear_no_closes(desk, case, police, wish):
    desk.support.set_wish(case, "LEGAL", wish)
    assert desk.referrals.offer(case, "LEGAL", police)


# --- referrals -----------------------------------------------------------------------------


def test_a_referral_goes_from_its_offer_to_its_end(desk, case, police):
    consent(desk, case, "POLICE")
    one = desk.referrals.offer(case, "LEGAL", police, "김수사")
    for state in ("ACCEPTED", "SENT", "TAKEN", "DONE"):
        desk.referrals.step(one, state, "2026-11-21")
    (seen,) = desk.referrals.of_case(case)
    assert (seen.state, seen.agency_name, seen.line) == ("DONE", "가람경찰서", "LEGAL")
    assert seen.next_steps == ("REVOKED",)
    row = desk.records.get("referral", one)
    assert row["sent_on"] == row["taken_on"] == row["done_on"] == "2026-11-21"


def test_sending_needs_consent_for_the_kind_of_agency_and_says_which(desk, case, police):  # fmt: skip
    one = desk.referrals.offer(case, "LEGAL", police)
    desk.referrals.step(one, "ACCEPTED")
    check = desk.referrals.check(one)
    assert (check.purpose, check.state, check.agreed) == ("POLICE", "undecided", False)
    with pytest.raises(ConsentMissing) as missing:
        desk.referrals.step(one, "SENT")
    assert missing.value.facts == {"purpose": "POLICE"}
    assert desk.records.list("disclosure", case) == ()
    consent(desk, case, "POLICE")
    desk.referrals.step(one, "SENT")


def test_the_newest_decision_counts(desk, case, police):
    one = desk.referrals.offer(case, "LEGAL", police)
    consent(desk, case, "POLICE", given_at="2026-11-01T00:00:00Z")
    assert desk.referrals.check(one).agreed
    consent(desk, case, "POLICE", "REFUSED", given_at="2026-11-02T00:00:00Z")
    assert desk.referrals.check(one).state == "refused"
    consent(desk, case, "POLICE", given_at="2026-11-03T00:00:00Z")
    assert desk.referrals.check(one).agreed


def test_a_withdrawn_consent_and_a_withdrawn_record_let_nothing_out(desk, case, police):
    one = desk.referrals.offer(case, "LEGAL", police)
    given_ = consent(desk, case, "POLICE")
    planted(desk, "consent", case, {"withdrawn_on": "2026-11-21", "withdrawn_at": "2026-11-21T00:00:00Z"}, given_)  # fmt: skip
    assert desk.referrals.check(one).state == "withdrawn"
    consent(desk, case, "POLICE", given_at="2026-11-22T00:00:00Z")
    assert desk.referrals.check(one).agreed
    desk.consents.withdraw(case, "RECORD")
    assert desk.referrals.check(one).state == "withdrawn"


def test_a_consent_that_names_another_receiver_does_not_speak_for_this_one(desk, case):
    one = desk.referrals.offer(case, "LEGAL", desk.agencies.add("나래 법률사무소", "LAWYER"))  # fmt: skip
    consent(desk, case, "LAWYER", receiver="LAWYER", receiver_name="다른 사무소")
    assert desk.referrals.check(one).state == "undecided"
    consent(desk, case, "LAWYER", receiver="LAWYER", receiver_name="나래 법률사무소")
    assert desk.referrals.check(one).agreed


def test_a_school_is_only_told_by_a_consent_that_names_it(desk, case):
    one = desk.referrals.offer(case, "COUNSEL", desk.agencies.add("마루중학교", "SCHOOL"))  # fmt: skip
    consent(desk, case, "CENTRAL")
    assert not desk.referrals.check(one).agreed
    consent(desk, case, "CENTER", receiver="SCHOOL")
    assert desk.referrals.check(one).agreed


def test_what_was_sent_stands_once_among_what_left(desk, case, police):
    given_ = consent(desk, case, "POLICE")
    one = desk.referrals.offer(case, "LEGAL", police)
    desk.referrals.step(one, "ACCEPTED")
    desk.referrals.step(one, "SENT", items="고소장 사본", means="PAPER")
    (left,) = desk.records.list("disclosure", case)
    assert (left["purpose"], left["receiver"], left["receiver_name"]) == ("POLICE", "POLICE", "가람경찰서")  # fmt: skip
    assert (left["means"], left["items"], left["recall"]) == ("PAPER", "고소장 사본", "LEFT")  # fmt: skip
    assert left["referral"] == one
    assert desk.records.get("referral", one)["consent"] == given_


def test_an_agency_that_is_not_in_the_book_is_not_offered(desk, case):
    with pytest.raises(NotFound):
        desk.referrals.offer(case, "LEGAL", "7d1d7a52-6b0c-7f0e-9a51-2f6f5d0a1e01")


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])  # fmt: skip
@given(st.lists(st.sampled_from(sorted(STEPS)), max_size=6))
def test_no_walk_leaves_the_steps_and_a_refused_step_changes_nothing(desk, walk):
    case = agreed(desk, "RECORD")
    consent(desk, case, "POLICE")
    one = desk.referrals.offer(case, "LEGAL", desk.agencies.add("경찰서", "POLICE"))
    state = "OFFERED"
    for wanted in walk:
        if wanted in STEPS[state]:
            desk.referrals.step(one, wanted)
            state = wanted
        else:
            with pytest.raises(NotThisStep):
                desk.referrals.step(one, wanted)
        assert desk.referrals.of_case(case)[0].state == state


def test_every_step_leads_to_a_step_that_is_known():
    assert {after for steps in STEPS.values() for after in steps} <= STEPS.keys()
    assert all("REVOKED" in STEPS[now] for now in ("OFFERED", "ACCEPTED", "SENT", "TAKEN", "DONE"))  # fmt: skip


# --- the address book ------------------------------------------------------------------------


def test_the_address_book_forgets_nobody(desk, case, police):
    one = desk.referrals.offer(case, "LEGAL", police)
    desk.agencies.change(
        police, {"name": "가람경찰서 여청과", "phone": "010-0000-0113"}
    )
    desk.agencies.end(police, "2020-01-01")
    assert desk.agencies.listing() == ()
    (known,) = desk.agencies.listing(everything=True)
    assert (known.name, known.phone, known.valid) == ("가람경찰서 여청과", "010-0000-0113", False)  # fmt: skip
    assert desk.referrals.of_case(case)[0].id == one
    assert desk.referrals.of_case(case)[0].agency_name == "가람경찰서 여청과"


def test_an_agency_has_a_name_and_an_official_kind(desk):
    with pytest.raises(InvalidInput):
        desk.agencies.add("  ", "POLICE")
    with pytest.raises(InvalidInput):
        desk.agencies.add("이름", "POLICE", {"colour": "red"})
    assert ("SUNFLOWER", "해바라기센터") in desk.agencies.kinds()


# --- the log ---------------------------------------------------------------------------------


def test_the_log_is_totalled_by_month_and_kind(desk, case):
    for kind, on, minutes, quantity in (
        ("COUNSEL", "2026-10-30", 50, 1),
        ("COUNSEL", "2026-11-02", 40, 1),
        ("COUNSEL", "2026-11-20", 30, 2),
        ("PSYCH", "2026-11-20", 60, 1),
    ):
        desk.support.add_action(case, ServiceNote(kind, on, minutes, quantity))
    totals = [(one.month, one.kind, one.actions, one.minutes) for one in desk.support.totals(case)]  # fmt: skip
    assert totals == [
        ("2026-11", "COUNSEL", 3, 70),
        ("2026-11", "PSYCH", 1, 60),
        ("2026-10", "COUNSEL", 1, 50),
    ]
    assert desk.support.log(case)[0].done_on == "2026-11-20"
    assert (line(desk, case, "COUNSEL").actions, line(desk, case, "COUNSEL").minutes) == (4, 120)  # fmt: skip


def test_a_corrected_line_keeps_what_stood_there(desk, case):
    one = desk.support.add_action(case, ServiceNote("COUNSEL", "2026-11-20", 30))
    assert not desk.support.log(case)[0].corrected
    desk.support.correct_action(one, {"minutes": 45})
    (logged,) = desk.support.log(case)
    assert (logged.minutes, logged.corrected) == (45, True)
    assert [w.value for w in desk.records.history("support_action", one) if w.field == "minutes"] == [45, 30]  # fmt: skip
    with pytest.raises(InvalidInput):
        desk.support.correct_action(one, {"counselor": "다른 사람"})


# --- plan, goals, end ---------------------------------------------------------------------------


def name_supervisor(desk, who):
    return planted(desk, "role_grant", "", {"counselor": who, "role": "SUPERVISOR", "granted_on": "2026-01-02"})  # fmt: skip


def test_only_a_supervisor_approves(desk, case):
    with pytest.raises(InvalidInput):
        desk.plans.approve(case)
    desk.plans.write(case, "주 1회 상담", "본인이 원할 때")
    name_supervisor(desk, "김감독")
    assert not desk.plans.view(case).may_approve
    with pytest.raises(NotSupervisor) as other:
        desk.plans.approve(case)
    assert other.value.facts == {"known": 1}
    assert desk.plans.view(case).approved_on == ""


def test_a_changed_plan_is_no_longer_approved_and_may_be_approved_again(desk, case):
    name_supervisor(desk, "박상담")
    desk.plans.write(case, "주 1회 상담")
    desk.plans.approve(case)
    desk.plans.write(case, "주 1회 상담", "3개월 뒤")
    assert desk.plans.view(case).approved_by == "박상담"
    desk.plans.write(case, "주 2회 상담", "3개월 뒤")
    assert desk.plans.view(case).approved_on == ""
    assert "task-plan-approval" in {one.text_id for one in desk.tasks.of_case(case)}
    desk.plans.approve(case)
    assert desk.plans.view(case).approved_by == "박상담"


def test_a_counselor_may_change_a_plan_that_was_approved(desk, case):
    grant = name_supervisor(desk, "박상담")
    name_supervisor(desk, "김감독")
    planted(desk, "role_grant", "", {"counselor": "박상담", "role": "COUNSELOR"})
    desk.plans.write(case, "주 1회 상담")
    desk.plans.approve(case)
    planted(desk, "role_grant", "", {"ended_on": "2026-01-03"}, grant)
    desk.plans.write(case, "주 2회 상담")
    assert desk.plans.view(case).text == "주 2회 상담"
    assert desk.plans.view(case).approved_on == ""


def test_a_goal_is_looked_at_again_and_reached(desk, case):
    goal = desk.plans.add_goal(case, "잠을 잘 자고 싶다", review_on="2020-01-01")
    assert desk.plans.goals(case)[0].due
    desk.plans.change_goal(goal, {"state": "REACHED"})
    (seen,) = desk.plans.goals(case)
    assert (seen.state, seen.due, bool(seen.reached_on)) == ("REACHED", False, True)
    with pytest.raises(InvalidInput):
        desk.plans.add_goal(case, " ")


def test_closing_names_what_is_open_and_closes_it_only_together(desk, case, police):
    desk.support.open_line(case, "COUNSEL")
    desk.tasks.add(case, "전화하기")
    desk.referrals.offer(case, "LEGAL", police)
    assert desk.plans.open_ends(case).count == 3
    with pytest.raises(OpenEnds) as still:
        desk.plans.close_case(case, "DONE")
    assert still.value.facts == {"lines": 1, "tasks": 1, "referrals": 1}
    assert desk.records.get("case", case)["state"] == "RECEIVED"
    desk.plans.close_case(case, "WISH", together=True)
    ends = desk.plans.open_ends(case)
    assert (ends.count, ends.close_reason) == (0, "본인 희망")


def test_closing_is_taken_back_as_one_step(desk, case):
    desk.support.open_line(case, "COUNSEL")
    desk.plans.close_case(case, "DONE", together=True)
    desk.undo.undo()
    assert desk.records.get("case", case)["state"] == "RECEIVED"
    assert line(desk, case, "COUNSEL").state == "OPEN"


def test_a_closed_case_is_opened_again_and_remembers(desk, case):
    desk.plans.close_case(case, "DONE")
    desk.plans.reopen_case(case)
    row = desk.records.get("case", case)
    assert (row["state"], row["closed_on"]) == ("REOPENED", None)
    assert "DONE" in [w.value for w in desk.records.history("case", case)]


def test_nothing_of_a_person_is_shown_by_repr(desk, case, police):
    desk.plans.write(case, "비밀 계획")
    desk.plans.add_goal(case, "비밀 목표")
    desk.support.add_action(case, ServiceNote("COUNSEL", remark="비밀 메모"))
    desk.referrals.offer(case, "LEGAL", police, "비밀 담당자", "비밀 사유")
    shown = repr(desk.support.view(case)) + repr(ServiceNote("COUNSEL", remark="비밀"))
    assert "비밀" not in shown
