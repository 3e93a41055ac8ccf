"""The story's trial, step by step; what follows from a step goes with it."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from intake.desk.court import Step, called_after, number_fits, stage_after
from intake.desk.views.trial import CourtNote
from intake.errors import InvalidInput, NotFound
from intake.register import CODES
from tests.desks_at_hand import agreed

KINDS = sorted(one.code for one in CODES.lists["court_event"])
STORY = (
    CourtNote("REPORTED", "2099-01-05"),
    CourtNote("WANTED", "2099-01-20"),
    CourtNote("ARRESTED", "2099-02-10"),
    CourtNote("SENT", "2099-02-18"),
    CourtNote("INDICTED", "2099-03-02"),
    CourtNote("HEARING", "2099-04-01", at="10:30", room="301호"),
    CourtNote("SOUGHT", "2099-05-01", months=72, party="PROSECUTION"),
    CourtNote("SENTENCED", "2099-05-15", months=84, programme_hours=80),
    CourtNote("RESTRICTED", "2099-05-15", months=84),
)


@pytest.fixture
def case(desk):
    return agreed(desk, "RECORD")


@pytest.fixture
def suspect(desk, case):
    return desk.records.add("suspect", case, {"nickname": "밤달", "name": "김○○"})


@pytest.fixture
def trial(desk, case, suspect):
    place = {"court": "수원지방법원 안양지원", "division": "제1형사부"}
    return desk.trials.begin(case, suspect, "2099고합7", place)


def seen(desk, case):
    (one,) = desk.trials.of_case(case)
    return one


def told(desk, trial, notes):
    return [desk.trials.record(trial, note) for note in notes]


def test_the_story_s_trial_is_told_step_by_step(desk, case, trial):
    told(desk, trial, STORY)
    one = seen(desk, case)
    (shown,) = one.trials
    assert (shown.number, shown.court, shown.division) == ("2099고합7", "수원지방법원 안양지원", "제1형사부")  # fmt: skip
    assert (shown.sought_months, shown.sentence_months, shown.restriction_months) == (72, 84, 84)  # fmt: skip
    assert (shown.stage, shown.held, shown.wanted) == ("FIRST", True, False)
    assert (shown.programme_hours, shown.outcome_label) == (80, "유죄(실형)")
    assert one.stage == "DEFENDANT"
    assert [event.kind for event in shown.events] == [note.kind for note in STORY]
    assert (shown.events[5].at, shown.events[5].room) == ("10:30", "301호")


def test_the_last_day_to_appeal_follows_from_the_sentence(desk, case, trial):
    told(desk, trial, STORY)
    assert (
        seen(desk, case).trials[0].appeal_until == "2099-05-22"
    )  # 선고 5.15., 7일째 금요일
    told(desk, trial, [CourtNote("APPEALED", "2099-05-20", party="BOTH")])
    assert seen(desk, case).trials[0].stage == "APPEAL"
    told(desk, trial, [CourtNote("SENTENCED", "2099-09-01", months=84)])
    told(desk, trial, [CourtNote("FINAL", "2099-09-09")])
    assert (seen(desk, case).stage, seen(desk, case).trials[0].stage) == ("CONVICTED", "DECIDED")  # fmt: skip


def test_a_person_is_a_suspect_or_defendant_only_by_a_step(desk, case, suspect, trial):
    assert seen(desk, case).stage == "UNCONFIRMED"
    told(desk, trial, [CourtNote("REPORTED", "2099-01-05")])
    assert seen(desk, case).stage == "UNCONFIRMED"
    told(desk, trial, [CourtNote("SUMMONED", "2099-01-06")])
    assert desk.records.get("suspect", suspect)["stage"] == "SUSPECT"
    told(desk, trial, [CourtNote("NOT_INDICTED", "2099-02-06")])
    assert seen(desk, case).stage == "UNCONFIRMED"
    assert seen(desk, case).trials[0].outcome_label == "불기소"


def test_an_acquitted_person_is_no_defendant_any_more(desk, case, trial):
    told(desk, trial, [CourtNote("INDICTED", "2099-03-02"), CourtNote("SENTENCED", "2099-05-15", outcome="NOT_GUILTY"), CourtNote("FINAL", "2099-05-23")])  # fmt: skip
    assert seen(desk, case).stage == "UNCONFIRMED"


def test_a_step_taken_back_takes_what_followed_from_it(desk, case, trial):
    steps = told(desk, trial, STORY)
    desk.trials.take_back(steps[7])
    shown = seen(desk, case).trials[0]
    assert (shown.sentence_months, shown.appeal_until, shown.sought_months) == (0, "", 72)  # fmt: skip
    desk.trials.take_back(steps[4])
    assert (seen(desk, case).trials[0].stage, seen(desk, case).stage) == ("PROSECUTION", "SUSPECT")  # fmt: skip


def test_an_undo_takes_back_a_step_and_its_consequences_at_once(desk, case, trial):
    told(desk, trial, STORY[:5])
    desk.undo.undo()
    assert (seen(desk, case).trials[0].stage, seen(desk, case).stage) == ("PROSECUTION", "SUSPECT")  # fmt: skip


def test_the_same_number_is_the_same_trial_and_another_is_another(desk, case, suspect, trial):  # fmt: skip
    told(desk, trial, STORY[:5])
    assert desk.trials.begin(case, suspect, " 2099고합 7 ") == trial
    assert seen(desk, case).trials[0].stage == "FIRST"
    assert desk.trials.begin(case, suspect, "2099고단12") != trial
    assert len(seen(desk, case).trials) == 2


def test_who_told_the_victim_is_a_mark_on_the_step(desk, case, trial):
    steps = told(desk, trial, STORY[4:6])
    assert seen(desk, case).trials[0].untold == 2
    desk.trials.tell(steps[1], on="2099-03-20")
    event = seen(desk, case).trials[0].events[1]
    assert (event.told_by, event.told_on) == ("박상담", "2099-03-20")
    assert seen(desk, case).trials[0].untold == 1


def test_a_suspended_sentence_is_one(desk, case, trial):
    told(desk, trial, [CourtNote("SENTENCED", "2099-05-15", months=24, suspended_months=36)])  # fmt: skip
    assert seen(desk, case).trials[0].outcome_label == "유죄(집행유예)"


@pytest.mark.parametrize("number", ["2099고합7", "2099고단123", "2099노45", "2099도6", "2099형제1234", "2099고합 7"])  # fmt: skip
def test_numbers_as_courts_write_them_fit(number):
    assert number_fits(number)


@pytest.mark.parametrize("number", ["고합7", "2099", "abc", "99고합7"])
def test_other_numbers_are_kept_and_only_looked_at(desk, case, suspect, number):
    desk.trials.begin(case, suspect, number)
    (shown,) = seen(desk, case).trials
    assert (shown.number, shown.number_fits) == (number, False)


def test_a_day_that_is_none_and_a_suspect_that_is_not_here_are_refused(desk, case, trial):  # fmt: skip
    with pytest.raises(InvalidInput):
        desk.trials.record(trial, CourtNote("HEARING", "어제"))
    with pytest.raises(InvalidInput):
        desk.trials.change(trial, {"stage": "FINAL"})
    with pytest.raises(NotFound):
        desk.trials.begin(case, case)
    assert seen(desk, case).trials[0].events == ()


def test_nothing_of_a_trial_is_shown_by_repr(desk, case, trial):
    desk.trials.record(trial, CourtNote("HEARING", "2099-04-01", remark="비밀"))
    shown = repr(desk.trials.of_case(case))
    assert "비밀" not in shown
    assert "2099고합7" not in shown
    assert "김○○" not in shown


days = st.dates().map(lambda day: day.isoformat())
steps = st.lists(st.builds(Step, st.sampled_from(KINDS), days), max_size=8)


@given(steps)
def test_a_stage_is_an_official_one_and_needs_no_order_of_entry(told_):
    codes = {one.code for one in CODES.lists["court_stage"]}
    assert stage_after(told_) in codes
    by_day = sorted(told_, key=lambda one: one.on)
    assert stage_after(by_day) == stage_after(told_)


@given(steps)
def test_without_a_step_before_the_law_nobody_is_called_anything(told_):
    harmless = [one for one in told_ if one.kind in {"REPORTED", "STATEMENT", "SUBMITTED"}]  # fmt: skip
    assert called_after(harmless, "GUILTY") == ""
    called = called_after(told_, "")
    assert called in {"", "UNCONFIRMED", "SUSPECT", "DEFENDANT"}


@settings(max_examples=6, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])  # fmt: skip
@given(st.permutations(STORY))
def test_steps_may_be_entered_in_any_order(desk, order):
    case = agreed(desk, "RECORD")
    suspect = desk.records.add("suspect", case, {"nickname": "밤달"})
    told(desk, desk.trials.begin(case, suspect), order)
    one = seen(desk, case)
    shown = one.trials[0]
    assert (one.stage, shown.stage) == ("DEFENDANT", "FIRST")
    assert (shown.wanted, shown.held) == (False, True)
    assert (shown.sought_months, shown.sentence_months) == (72, 84)
    assert shown.appeal_until == "2099-05-22"


def test_what_was_said_before_holds_again_when_a_later_step_is_taken_back(desk, case, trial):  # fmt: skip
    told(desk, trial, [CourtNote("SENTENCED", "2099-05-15", months=84), CourtNote("APPEALED", "2099-05-20", party="BOTH")])  # fmt: skip
    (again,) = told(desk, trial, [CourtNote("SENTENCED", "2099-09-01", months=60)])
    assert seen(desk, case).trials[0].sentence_months == 60
    told(desk, trial, [CourtNote("SENTENCED", "2099-05-14", months=12)])
    assert seen(desk, case).trials[0].sentence_months == 60
    desk.trials.take_back(again)
    shown = seen(desk, case).trials[0]
    assert (shown.sentence_months, shown.appeal_until) == (84, "2099-05-22")


def test_a_released_person_is_held_no_more_whatever_was_entered_first(desk, case, trial):  # fmt: skip
    told(desk, trial, [CourtNote("RELEASED", "2099-03-01"), CourtNote("ARRESTED", "2099-02-10")])  # fmt: skip
    assert not seen(desk, case).trials[0].held
