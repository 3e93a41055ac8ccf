"""Filters with a name, cases opened last, the history of a record in words."""

import pytest

from intake.desk import CaseQuery
from intake.desk.people import victim_of
from intake.errors import InvalidInput, NotFound
from intake.progress import Silent
from tests.desks_at_hand import a_desk, agreed


@pytest.fixture
def desk(tmp_path):
    made = a_desk(tmp_path / "v")
    yield made
    made.close()


def test_a_filter_is_kept_replaced_and_dropped(desk):
    desk.finder.save("내 미성년", CaseQuery(filter="minor", counselor="박상담"))
    desk.finder.save("내 미성년", CaseQuery(filter="minor", since="2026-01"))
    (kept,) = desk.finder.saved()
    assert kept.query == CaseQuery(filter="minor", since="2026-01")
    assert "미성년" not in repr(kept)
    desk.finder.drop("내 미성년")
    desk.finder.drop("내 미성년")
    assert desk.finder.saved() == ()


def test_a_filter_needs_a_name_and_there_are_not_too_many(desk):
    with pytest.raises(InvalidInput):
        desk.finder.save("  ", CaseQuery())
    for number in range(24):
        desk.finder.save(f"거르기 {number}", CaseQuery())
    with pytest.raises(InvalidInput):
        desk.finder.save("하나 더", CaseQuery())
    desk.finder.save("거르기 3", CaseQuery(text="하"))


def test_cases_opened_last_come_first_and_once(desk):
    one, two, three = (agreed(desk, "RECORD") for _ in range(3))
    for case in (one, two, three, one):
        desk.finder.opened(case)
    assert [line.id for line in desk.finder.recent()] == [one, three, two]
    assert [line.id for line in desk.finder.recent(1)] == [one]
    with pytest.raises(NotFound):
        desk.finder.opened("00000000-0000-7000-8000-000000000000")


def test_a_list_is_narrowed_by_state_route_counselor_and_days(desk):
    here, there = agreed(desk, "RECORD"), desk.cases.begin("POLICE")
    desk.records.change("case", there, {"state": "DELETING", "received_on": "2024-03"})

    def found(**asked):
        rows = desk.cases.listing(CaseQuery(**asked), Silent())
        return {line.id for line in desk.cases.lines(rows)}

    assert found(state="DELETING") == {there}
    assert found(route="VISIT") == {here}
    assert found(counselor="박상담") == {here, there}
    assert found(counselor="아무개") == set()
    assert found(since="2024-03", until="2024-03") == {there}
    assert found(since="2025") == {here}
    assert found(until="2023-12-31") == set()


def test_the_history_of_a_record_says_who_when_and_what_in_words(desk):
    case = agreed(desk, "RECORD")
    victim = victim_of(case)
    desk.records.change("person", victim, {"sex": "F"})
    desk.records.change("person", victim, {"sex": "U"})
    lines = desk.history.of("person", victim, "sex")
    assert [(line.value_text, line.shown) for line in lines] == [
        ("미상", True),
        ("여성", False),
    ]
    assert {line.who for line in lines} == {"박상담"}
    assert {line.deed_text_id for line in lines} == {"deed-change"}
    assert all(line.label_id == "field-person-sex" for line in lines)


def test_the_history_of_a_withdrawn_record_is_still_there(desk):
    case = agreed(desk, "RECORD")
    task = desk.records.add("task", case, {"kind": "OTHER"})
    desk.records.retract("task", task, "mistake")
    labels = [line.label_id for line in desk.history.of("task", task)]
    assert labels[0] == "field-task-deleted"
    with pytest.raises(NotFound):
        desk.history.of("task", "00000000-0000-7000-8000-000000000000")


def test_parts_of_an_address_are_found_when_looked_for_deeply(desk):
    case = agreed(desk, "RECORD")
    desk.records.add("posting", case, {"url": "https://tube-a.example/v/abc98765"})
    assert desk.search("c98765") == ()
    (hit,) = desk.search("c98765", deep=True)
    assert (hit.entity, hit.case) == ("posting", case)
