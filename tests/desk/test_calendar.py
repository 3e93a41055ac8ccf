"""Months in whole weeks, terms as the law counts them, dates that lead to their case."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intake.desk.terms import TERMS
from intake.desk.views.trial import CourtNote
from intake.errors import InvalidInput
from tests.desks_at_hand import agreed

YEARS = st.dates(dt.date(2025, 1, 1), dt.date(2027, 12, 1))


@pytest.fixture
def case(desk):
    return agreed(desk, "RECORD")


# --- terms ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("rule", "begins", "on", "moved_from"),
    [
        ("APPEAL", "2026-11-18", "2026-11-25", ""),  # 첫날은 넣지 않고 7일째
        ("APPEAL", "2026-11-20", "2026-11-27", ""),
        ("APPEAL", "2026-11-21", "2026-11-30", "2026-11-28"),  # 토요일 → 월요일
        ("APPEAL", "2026-11-22", "2026-11-30", "2026-11-29"),  # 일요일 → 월요일
        ("APPEAL", "2026-12-18", "2026-12-28", "2026-12-25"),  # 성탄절, 토, 일 → 월요일
        ("APPEAL", "2026-09-17", "2026-09-28", "2026-09-24"),  # 추석 연휴와 주말
        ("APPEAL", "2026-02-09", "2026-02-19", "2026-02-16"),  # 설날 연휴
        ("ACCESS", "2026-11-18", "2026-11-30", "2026-11-28"),
        ("TEMPORARY", "2026-11-01", "2026-12-01", ""),
        ("TEMPORARY", "2026-10-29", "2026-11-28", ""),  # 점검은 넘기지 않는다
        ("STATEMENT", "2026-12-16", "2026-12-02", ""),
    ],
)
def test_a_term_ends_when_the_law_says(desk, rule, begins, on, moved_from):
    found = desk.calendar.deadline(rule, begins)
    assert (found.on, found.moved_from) == (on, moved_from)
    assert found.law
    assert found.holidays_known


def test_seventy_two_hours_run_at_once_and_through_the_weekend(desk):
    found = desk.calendar.deadline("BREACH", "2026-11-20", "17:30")
    assert (found.on, found.hour, found.moved_from) == ("2026-11-23", "17:30", "")


def test_a_year_without_holidays_in_the_data_says_so(desk):
    found = desk.calendar.deadline("APPEAL", "2099-05-15")
    assert (found.on, found.holidays_known) == ("2099-05-22", False)


def test_a_holiday_the_center_enters_counts_from_then_on(desk):
    desk.calendar.set_holiday("2026-11-25", "임시공휴일")
    assert desk.calendar.deadline("APPEAL", "2026-11-18").on == "2026-11-26"
    desk.calendar.set_holiday("2026-11-25", "")
    assert desk.calendar.deadline("APPEAL", "2026-11-18").on == "2026-11-25"


@given(YEARS)
def test_a_moved_term_ends_on_a_working_day_and_never_early(first):
    rule = TERMS.rules["APPEAL"]
    end = TERMS.last_day(rule, first, {})
    assert TERMS.rest(end, {}) == ""
    plain = first + dt.timedelta(days=7)
    assert end >= plain
    skipped = [plain + dt.timedelta(days=n) for n in range((end - plain).days)]
    assert all(TERMS.rest(day, {}) for day in skipped)


def test_every_rule_names_its_law_in_both_languages_and_every_holiday_has_a_name(desk):
    for rule in TERMS.rules.values():
        assert set(rule.labels) == set(rule.laws) == {"ko", "en"}
        assert bool(rule.days) != bool(rule.hours)
    assert set(TERMS.holidays.values()) <= TERMS.holiday_names.keys()
    assert all(TERMS.knows(dt.date.fromisoformat(day)) for day in TERMS.holidays)
    assert len(desk.calendar.rules()) == len(TERMS.rules)


def test_what_is_no_day_no_hour_and_no_rule_is_refused(desk, case):
    with pytest.raises(InvalidInput):
        desk.calendar.add(case, "다음 주")
    with pytest.raises(InvalidInput):
        desk.calendar.add(case, "2026-12-01", at="25:00")
    with pytest.raises(InvalidInput):
        desk.calendar.deadline("NEVER", "2026-12-01")
    assert desk.records.list("appointment", case) == ()


# --- months --------------------------------------------------------------------------------


def test_a_month_shows_what_happens_rests_and_today(desk, case):
    desk.calendar.add(case, "2026-12-03", "INTERVIEW", "10:30", "두 번째 상담")
    month = desk.calendar.month(2026, 12)
    assert month.days[0].on == "2026-11-30"
    assert month.days[-1].on == "2027-01-03"
    by_day = {cell.on: cell for cell in month.days}
    (line,) = by_day["2026-12-03"].lines
    assert (line.at, line.label, line.alias, line.words) == ("10:30", "상담", "하늘", "두 번째 상담")  # fmt: skip
    assert by_day["2026-12-25"].rest == "성탄절"
    assert (by_day["2026-12-26"].rest, by_day["2026-12-27"].rest) == ("SAT", "SUN")
    assert not by_day["2026-11-30"].in_month
    now = desk._rooms.clock.today()
    today = desk.calendar.month(now.year, now.month)
    assert sum(cell.is_today for cell in today.days) == 1


def test_an_appointment_is_moved_kept_and_told_by_its_hour(desk, case):
    one = desk.calendar.add(case, "2026-12-03", "MEETING", "09:00")
    desk.calendar.change(one, {"place": "3층", "minutes": 40})
    desk.calendar.move(one, "2026-12-04", "14:00")
    desk.calendar.settle(one, "KEPT")
    (line,) = desk.calendar.between("2026-12-01", "2026-12-31", case)
    assert (line.on, line.at, line.place, line.minutes, line.state) == ("2026-12-04", "14:00", "3층", 40, "KEPT")  # fmt: skip


def test_hearings_and_the_days_to_appeal_stand_in_the_calendar(desk, case):
    suspect = desk.records.add("suspect", case, {"nickname": "밤달"})
    trial = desk.trials.begin(case, suspect, "2099고합7")
    desk.trials.record(trial, CourtNote("HEARING", "2099-04-01", at="10:30"))
    desk.trials.record(trial, CourtNote("SENTENCED", "2099-05-15", months=84))
    lines = desk.calendar.between("2099-04-01", "2099-05-31")
    assert [(line.on, line.kind, line.tab) for line in lines] == [
        ("2099-04-01", "HEARING", "trial"),
        ("2099-05-15", "HEARING", "trial"),
        ("2099-05-22", "DEADLINE", "trial"),
    ]
    assert lines[-1].law.startswith("형사소송법")


def test_the_thirtieth_day_of_a_temporary_measure_is_shown_once_a_case(desk, case):
    for page in "ab":
        desk.records.add("posting", case, {"url": f"https://tube-a.example/{page}", "result": "TEMPORARY", "result_on": "2026-11-01"})  # fmt: skip
    (line,) = desk.calendar.between("2026-12-01", "2026-12-01")
    assert (line.rule, line.tab, line.case) == ("TEMPORARY", "postings", case)


def test_a_date_said_to_the_month_spoils_no_month(desk, case):
    suspect = desk.records.add("suspect", case, {"nickname": "밤달"})
    trial = desk.trials.begin(case, suspect)
    said = {"trial": trial, "kind": "SENTENCED", "on": "2026-12"}
    desk.records.add("court_event", case, said)
    desk.records.add("posting", case, {"url": "https://tube-a.example/c", "result": "TEMPORARY", "result_on": "2026-12"})  # fmt: skip
    assert len(desk.calendar.month(2026, 12).days) == 35
    assert desk.tasks.of_case(case) is not None


def test_a_request_to_see_the_file_is_noted_with_its_last_day(desk, case):
    desk.calendar.add_deadline(case, "ACCESS", "2026-11-18")
    (line,) = desk.calendar.between("2026-11-30", "2026-11-30")
    assert (line.kind, line.rule, line.case) == ("DEADLINE", "ACCESS", case)


def test_nothing_of_a_person_is_shown_by_repr(desk, case):
    desk.calendar.add(case, "2026-12-03", words="비밀", said={"place": "비밀 장소"})
    shown = repr(desk.calendar.month(2026, 12))
    assert "비밀" not in shown
    assert "하늘" not in shown
