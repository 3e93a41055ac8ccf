import pytest

from intake.desk import CaseQuery
from intake.errors import NotFound
from intake.progress import Silent
from tests.desks_at_hand import agreed


def test_a_case_begins_with_a_route_and_nothing_else(desk):
    case = desk.cases.begin("PHONE_1366")
    line = desk.cases.line(case)
    assert line.alias == ""
    assert line.stage_text_id == "case-state-received"
    assert line.number.endswith("-IC-100001")


def test_numbers_follow_each_other_and_never_repeat(desk):
    numbers = [desk.cases.line(desk.cases.begin("VISIT")).number for _ in range(3)]
    assert len(set(numbers)) == 3
    assert numbers == sorted(numbers)


def test_the_list_shows_the_newest_said_first(desk):
    first, second = desk.cases.begin("VISIT", "가람"), desk.cases.begin("VISIT", "나래")
    desk.cases.rename(first, "가람이")
    lines = desk.cases.first(CaseQuery(), 10)
    assert [line.id for line in lines] == [first, second]
    assert desk.cases.lines(desk.cases.listing(CaseQuery(), Silent())) == lines


@pytest.mark.parametrize("typed", ["하늘", "ㅎㄴ", "100001"])
def test_a_case_is_found_by_name_initials_or_number(desk, typed):
    case = agreed(desk, "RECORD")
    desk.cases.begin("VISIT", "바람")
    assert [line.id for line in desk.cases.first(CaseQuery(typed), 10)] == [case]


def test_a_whole_syllable_asks_for_itself_and_not_for_its_initial(desk):
    desk.cases.begin("VISIT", "다온")
    case = desk.cases.begin("VISIT", "윤슬")
    assert [line.id for line in desk.cases.first(CaseQuery("윤"), 10)] == [case]


def test_minors_can_be_listed_alone(desk):
    case = agreed(desk, "RECORD", "SENSITIVE")
    desk.cases.begin("VISIT")
    interview = desk.interviews.begin(case, "intake")
    desk.interviews.answer(interview, "victim/age", 18)
    assert [line.id for line in desk.cases.first(CaseQuery(filter="minor"), 10)] == [
        case
    ]
    desk.interviews.answer(interview, "victim/age", 19)
    assert desk.cases.first(CaseQuery(filter="minor"), 10) == ()


def test_the_overview_shows_what_is_known_and_what_waits(desk):
    case = agreed(desk, "RECORD")
    interview = desk.interviews.begin(case, "intake")
    overview = desk.cases.overview(case)
    assert [line.id for line in overview.interviews] == [interview]
    assert overview.conflicts == 0
    assert "next-ask-central" in {action.text_id for action in overview.next}


def test_the_timeline_says_who_did_what_newest_first(desk):
    case = agreed(desk, "RECORD")
    desk.interviews.begin(case, "log")
    told = desk.cases.timeline(case)
    assert told[-1].deed_text_id == "deed-begin-case"
    assert {line.who for line in told} == {"박상담"}
    assert [line.ms for line in told] == sorted(
        (line.ms for line in told), reverse=True
    )


def test_a_case_that_is_not_here_is_not_invented(desk):
    with pytest.raises(NotFound):
        desk.cases.header("7d1d7a52-6b0c-7f0e-9a51-2f6f5d0a1e01")


def test_today_shows_what_to_continue(desk):
    case = agreed(desk, "RECORD")
    interview = desk.interviews.begin(case, "intake")
    assert [line.id for line in desk.today().unfinished] == [interview]
    desk.interviews.finish(interview, "2020-01-01")
    assert [action.text_id for action in desk.today().actions] == ["next-contact"]


def test_search_points_into_the_words(desk):
    case = agreed(desk, "RECORD", "SENSITIVE")
    interview = desk.interviews.begin(case, "intake")
    desk.interviews.draft(interview, "note", "공부방에서 알게 된 사람")
    desk.interviews.settle_drafts(interview)
    (hit,) = desk.search("공부방")
    start, end = hit.marks[0]
    assert (hit.case, hit.snippet[start:end]) == (case, "공부방")
    assert "공부방" not in repr(hit)


def test_the_victim_s_own_account_is_identity_and_not_a_clue(desk):
    case = agreed(desk, "RECORD")
    said = {"kind": "instagram", "value": "@haru_smile", "role": "VICTIM"}
    desk.records.add("identifier", case, said)
    assert desk.records.list("identifier", case) == ()
    (own,) = desk.records.list("own_account", case)
    assert (own["kind"], own["value"]) == ("instagram", "@haru_smile")
