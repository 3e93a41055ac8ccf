"""After a destruction somebody looks for a word that was left."""

import contextlib
import json

import pytest

from intake.desk import CaseQuery
from intake.desk.people import victim_of
from intake.errors import IntakeError, NotFound
from intake.progress import Silent
from tests.desks_at_hand import agreed

QUIET = Silent()
WORDS = ("자목련", "01000007777", "밤달이라는별명")


@pytest.fixture
def case(desk):
    made = agreed(desk, "RECORD")
    desk.cases.rename(made, "자목련")
    said = {"name": "자목련", "phone": "010-0000-7777"}
    desk.records.change("person", victim_of(made), said)
    desk.records.add("suspect", made, {"nickname": WORDS[2]})
    return made


def destroyed(desk, case, what="whole"):
    number = desk.cases.header(case).number
    return desk.erasing.destroy(case, what, "REQUEST", number, QUIET)


def facts(desk):
    with desk._rooms.vault.reading() as db:
        return dict(db.all("SELECT name, text FROM fact"))


def test_no_saved_filter_and_no_list_of_what_was_open_remembers_her(desk, case):
    other = agreed(desk, "RECORD")
    desk.finder.save("자목련 사건", CaseQuery(state="RECEIVED"))
    desk.finder.save("찾을 것", CaseQuery(text="밤달이라는"))
    desk.finder.save("전화", CaseQuery(text="010-0000-7777"))
    desk.finder.save("남는 것", CaseQuery(text="하늘"))
    desk.finder.opened(case)
    desk.finder.opened(other)
    destroyed(desk, case)
    assert [one.name for one in desk.finder.saved()] == ["남는 것"]
    told = json.dumps(facts(desk), ensure_ascii=False)
    assert case not in told
    assert not [word for word in WORDS if word in told]
    assert [one.id for one in desk.finder.recent()] == [other]


def test_with_only_her_name_destroyed_the_filters_by_her_name_go(desk, case):
    desk.finder.save("자목련", CaseQuery(text="자목련"))
    desk.finder.opened(case)
    destroyed(desk, case, "identity")
    assert desk.finder.saved() == ()
    assert [one.id for one in desk.finder.recent()] == [case]


def test_no_undo_and_no_redo_brings_a_destroyed_word_back(desk, case):
    desk.records.change("person", victim_of(case), {"name": "다른이름"})
    desk.undo.undo()
    assert desk.undo.next_redo() is not None
    destroyed(desk, case)
    for _ in range(10):
        with contextlib.suppress(IntakeError):
            desk.undo.undo()
        with contextlib.suppress(IntakeError):
            desk.undo.redo()
    with pytest.raises(NotFound):
        desk.cases.header(case)
    assert desk.search("자목련") == ()
    assert desk.search("다른이름") == ()
    assert desk.records.list("person") == ()


def test_nothing_said_afterwards_brings_a_destroyed_case_back(desk, case):
    mine = agreed(desk, "RECORD")
    desk.people.merge(victim_of(mine), victim_of(case))
    destroyed(desk, case)
    (one,) = desk.people.of_case(mine)
    assert one.joined == ()
    assert desk.people.part(victim_of(mine)) <= 1
    for attempt in (
        lambda: desk.records.add("note", case, {"text": "다시"}),
        lambda: desk.people.merge(victim_of(mine), victim_of(case)),
        lambda: desk.joining.join(mine, case),
        lambda: desk.postings.add(case, ["https://board.example/1"], progress=QUIET),
    ):
        with pytest.raises(IntakeError):
            attempt()
    assert desk.records.list("note") == ()
