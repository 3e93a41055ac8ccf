"""What waits is seen in the data, says why, and goes when its reason does."""

import datetime as dt

import pytest

from intake.desk.waiting import BY_KIND, RULES
from intake.errors import InvalidInput
from intake.ids import natural_id
from intake.register import ListQuery
from intake.register.birthdays import _TURNED
from intake.register.query import sql_of
from intake.text import texts_in
from tests.desks_at_hand import agreed, planted


@pytest.fixture
def case(desk):
    return agreed(desk, "RECORD")


def ago(desk, days):
    today = desk._rooms.clock.today()
    return (today - dt.timedelta(days=days)).isoformat()


def kinds(desk, case):
    return {one.kind for one in desk.tasks.of_case(case)}


def posting(desk, case, page, **said):
    return desk.records.add("posting", case, {"url": f"https://tube-a.example/{page}", **said})  # fmt: skip


def test_a_noted_task_is_done_put_off_or_dropped(desk, case):
    one = desk.tasks.add(case, "서류 받기", ago(desk, 3))
    (seen,) = desk.tasks.due("TASK")
    assert (seen.task, seen.overdue, seen.facts["words"]) == (one, True, "서류 받기")
    desk.tasks.snooze(one, ago(desk, -3))
    assert desk.tasks.due("TASK") == ()
    assert [t.task for t in desk.tasks.of_case(case) if t.task] == [one]
    desk.tasks.done(one)
    assert "TASK" not in kinds(desk, case)
    assert desk.records.get("task", one)["done_on"]
    other = desk.tasks.add(case, "다른 일")
    desk.tasks.drop(other)
    assert "TASK" not in kinds(desk, case)
    with pytest.raises(InvalidInput):
        desk.tasks.add(case, "  ")


def test_a_temporary_measure_is_brought_up_on_its_thirtieth_day(desk, case):
    one = posting(desk, case, "a", result="TEMPORARY", result_on=ago(desk, 30))
    posting(desk, case, "b", result="TEMPORARY", result_on=ago(desk, 29))
    (seen,) = desk.tasks.due("RECHECK_30")
    assert (seen.facts["count"], seen.due, seen.tab) == (1, ago(desk, 0), "postings")
    desk.records.change("posting", one, {"result": "REMOVED"})
    assert "RECHECK_30" not in kinds(desk, case)


def test_checks_that_are_due_are_one_line_for_a_case(desk, case):
    for page in "abc":
        posting(desk, case, page, next_check=ago(desk, 1))
    posting(desk, case, "d", next_check=ago(desk, 1), check_stopped=True)
    (seen,) = desk.tasks.due("CHECK")
    assert seen.facts["count"] == 3
    (group,) = [one for one in desk.tasks.groups() if one.kind == "CHECK"]
    assert (group.count, len(group.first)) == (3, 1)


def test_a_referral_without_an_answer_is_brought_up_after_two_weeks(desk, case):
    agency = desk.agencies.add("가람경찰서", "POLICE")
    one = desk.referrals.offer(case, "LEGAL", agency)
    desk.records.change("referral", one, {"offered_on": ago(desk, 14)})
    assert "OFFER" in kinds(desk, case)
    desk.records.change("referral", one, {"state": "SENT", "sent_on": ago(desk, 13)})
    assert not {"OFFER", "REFERRAL"} & kinds(desk, case)
    desk.records.change("referral", one, {"sent_on": ago(desk, 14)})
    (seen,) = desk.tasks.due("REFERRAL")
    assert seen.facts["words"] == "가람경찰서"


def test_a_consent_left_for_later_is_brought_up_once_a_case(desk, case):
    desk.consents.decide(case, {"CENTRAL": "LATER", "DELETE": "LATER"})
    assert "CONSENT" not in kinds(desk, case)
    for row in desk.records.list("consent", case):
        planted(desk, "consent", case, {"given_on": ago(desk, 14)}, row.id)
    (seen,) = desk.tasks.due("CONSENT")
    assert (seen.facts["count"], seen.tab) == (2, "consents")


def test_missing_papers_and_a_missing_plan_say_why(desk, case):
    desk.records.add("person", case, {"role": "REQUESTER", "paper_id": "MISSING", "paper_power": "MISSING"})  # fmt: skip
    desk.support.open_line(case, "COUNSEL")
    found = {one.kind: one for one in desk.tasks.of_case(case)}
    assert found["PAPERS"].facts["count"] == 2
    assert found["PLAN"].text_id == "task-plan"
    desk.plans.write(case, "주 1회")
    assert {one.kind: one for one in desk.tasks.of_case(case)}["PLAN"].text_id == "task-plan-approval"  # fmt: skip


def test_a_minor_s_case_reminds_of_the_duty_to_report_where_the_center_has_one(desk, case):  # fmt: skip
    interview = desk.interviews.begin(case, "intake")
    desk.interviews.answer(interview, "victim/age", 15)
    assert "REPORT" not in kinds(desk, case)
    desk.settings.set("duty_to_report", "ART34_COUNSEL")
    assert "REPORT" in kinds(desk, case)
    desk.records.change("case", case, {"duty_reported_on": "2026-11-20"})
    assert "REPORT" not in kinds(desk, case)


def test_a_goal_and_a_day_to_appeal_are_brought_up(desk, case):
    desk.plans.add_goal(case, "학교에 가고 싶다", review_on=ago(desk, 0))
    suspect = desk.records.add("suspect", case, {"nickname": "밤달"})
    trial = desk.trials.begin(case, suspect)
    desk.records.change("trial", trial, {"appeal_until": ago(desk, -2)})
    assert {"GOAL", "APPEAL"} <= kinds(desk, case)
    desk.records.change("trial", trial, {"appealed_by": "DEFENCE"})
    assert "APPEAL" not in kinds(desk, case)


def test_kept_promises_never_hide_the_others(desk):
    forgotten = agreed(desk, "RECORD")
    one = desk.interviews.begin(forgotten, "log")
    desk.interviews.finish(one, ago(desk, 1))
    kept = agreed(desk, "RECORD")
    for day in range(60, 0, -10):
        one = desk.interviews.begin(kept, "log")
        desk.interviews.finish(one, ago(desk, day))
        desk.records.change("interview", one, {"started_at": f"{ago(desk, day)}T01:00:00Z"})  # fmt: skip
    found = [(line.case, line.due) for line in desk.tasks.due("CONTACT")]
    assert sorted(found) == sorted([(forgotten, ago(desk, 1)), (kept, ago(desk, 10))])


def test_a_day_shows_what_happens_and_what_is_due(desk, case):
    desk.calendar.add(case, ago(desk, 0), "INTERVIEW", "10:00")
    desk.tasks.add(case, "전화하기", ago(desk, 0))
    day = desk.tasks.day()
    assert [line.kind for line in day.events] == ["INTERVIEW"]
    assert {group.kind for group in day.groups} == {"TASK", "APPOINTMENT"}
    assert [one.text_id for one in desk.today().actions] == ["next-task"]


def test_an_unknown_kind_is_refused(desk):
    with pytest.raises(InvalidInput):
        desk.tasks.due("NOTHING")


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.kind)
def test_no_rule_over_the_center_reads_a_whole_table(desk, rule):
    query = rule.query(desk._rooms.clock.today())
    sql = sql_of(ListQuery(query.entity, query.equals, query.where, query.order))
    with desk._rooms.vault.reading() as db:
        plan = db.all(f"EXPLAIN QUERY PLAN SELECT t.row {sql.text}", sql.values)
    steps = " ".join(str(row[-1]) for row in plan)
    assert "SCAN" not in steps
    assert "TEMP B-TREE" not in steps


def test_a_rule_knows_its_sentence_and_its_group_in_both_languages():
    for language in ("ko", "en"):
        says = texts_in(language)
        assert all(says.has(rule.text_id) for rule in BY_KIND.values())
        assert all(says.has(f"task-group-{kind.lower().replace('_', '-')}") for kind in BY_KIND)  # fmt: skip


# --- birthdays ---------------------------------------------------------------------------


def birthday(desk, case, years, days_ago):
    """Let her have turned so old some days ago, having agreed long before."""
    day = desk._rooms.clock.today() - dt.timedelta(days=days_ago)
    person = natural_id("person", case, "victim")
    desk.records.change("person", person, {"birth": f"{day.year - years:04}-{day:%m-%d}"})  # fmt: skip
    record = natural_id("consent", case, "RECORD")
    planted(desk, "consent", case, {"given_on": ago(desk, days_ago + 100)}, record)


@pytest.mark.parametrize("years", [14, 19])
def test_whoever_turned_of_age_since_she_was_asked_is_asked_again(desk, case, years):
    birthday(desk, case, years, 3)
    (seen,) = desk.tasks.due("BIRTHDAY")
    assert (seen.case, seen.facts["count"], seen.tab) == (case, years, "consents")
    assert seen.due == ago(desk, 3)
    assert seen in desk.tasks.of_case(case)
    assert "BIRTHDAY" in {group.kind for group in desk.tasks.groups()}
    assert [a.case for a in desk.today().actions if a.text_id == "task-birthday"] == [case]  # fmt: skip
    actions = desk.cases.overview(case).next
    words = texts_in("ko")("task-birthday", **seen.facts)
    assert words.endswith("동의를 본인에게 다시 여쭙니다")
    assert "task-birthday" in {one.text_id for one in actions}


def test_a_birthday_is_settled_by_asking_again_and_none_by_itself(desk, case):
    birthday(desk, case, 14, 3)
    desk.consents.decide(case, {"RECORD": "AGREED"})
    assert desk.tasks.due("BIRTHDAY") == ()
    assert "BIRTHDAY" not in kinds(desk, case)


@pytest.mark.parametrize(("years", "days"), [(13, 3), (14, -2), (20, 3)])
def test_another_birthday_says_nothing(desk, case, years, days):
    birthday(desk, case, years, days)
    assert desk.tasks.due("BIRTHDAY") == ()
    assert "BIRTHDAY" not in kinds(desk, case)


def test_whoever_took_her_consent_back_is_not_asked_for_her_birthday(desk, case):
    birthday(desk, case, 19, 3)
    desk.consents.withdraw(case, "RECORD")
    assert desk.tasks.due("BIRTHDAY") == ()
    assert "BIRTHDAY" not in kinds(desk, case)


def test_birthdays_of_all_cases_are_looked_up_by_the_index(desk):
    with desk._rooms.vault.reading() as db:
        day = desk._rooms.clock.today().isoformat()
        steps = db.all(f"EXPLAIN QUERY PLAN {_TURNED}", ("+14 years", day, day, day))
    assert "r_person_deleted_birth" in steps[0][-1]
    assert all("SEARCH" in step[-1] for step in steps if "r_" in step[-1])
