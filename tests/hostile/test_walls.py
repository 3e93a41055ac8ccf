"""A colleague who may see her own cases only, and somebody who reads without a trace."""

import pytest

from intake.desk import CaseQuery
from intake.desk import workspace as opening
from intake.desk.people import victim_of
from intake.desk.views.deleting import PostingQuery
from intake.desk.views.evidence import FileNote
from intake.errors import NotYours
from intake.progress import Silent
from intake.register import ListQuery, Where
from tests.desks_at_hand import a_desk, agreed
from tests.vaults_at_hand import PASSPHRASE, POLICY

HERS = "조용한 아침 산길의 돌"


@pytest.fixture
def hidden(tmp_path, keyring):
    """Another counselor's case, and the desk of one who sees only her own."""
    desk = a_desk(tmp_path / "w", keyring)
    case = agreed(desk, "RECORD")
    said = {"name": "자목련", "phone": "010-0000-7777", "age": 15}
    desk.records.change("person", victim_of(case), said)
    suspect = desk.records.add("suspect", case, {"nickname": "밤달"})
    phone = {"kind": "phone", "value": "010-0000-1234", "suspect": suspect}
    desk.records.add("identifier", case, {**phone, "role": "SUSPECT"})
    desk.records.add("posting", case, {"url": "https://board.example/night_moon07"})
    desk.roles.add_person("이동료", "COUNSELOR", PASSPHRASE, HERS)
    desk.settings.set("own_cases_only", True)
    desk.close()
    opened = opening.open_(
        tmp_path / "w", HERS, Silent(), keyring=keyring, policy=POLICY
    )
    yield opened, case
    opened.close()


def test_no_list_says_who_is_in_a_case_of_somebody_else(hidden):
    desk, _ = hidden
    register = desk._rooms.register
    for query in (
        ListQuery("identifier", where=(Where("value_key", "starts", "010"),)),
        ListQuery("person", equals=(("name", "자목련"),)),
        ListQuery("case", equals=(("alias", "하늘"),)),
        ListQuery("case", where=(Where("minor", "=", 1),)),
    ):
        assert register.count(query) == 0
        assert len(register.ids(query, Silent())) == 0
        assert register.first(query, 5) == ()
    assert desk.cases.first(CaseQuery(filter="minor"), 9) == ()
    assert desk.people.similar(name="자목련", phone="010-0000-7777") == ()


def test_her_own_cases_are_found_by_the_same_words(hidden):
    desk, _ = hidden
    mine = desk.cases.begin("VISIT", "여울")
    desk.people.add(mine, {"role": "VICTIM", "phone": "010-0000-7777", "age": 15})
    register = desk._rooms.register
    query = ListQuery("case", where=(Where("minor", "=", 1),))
    assert (register.count(query), len(register.ids(query, Silent()))) == (1, 1)
    assert [one.id for one in desk.cases.first(CaseQuery(filter="minor"), 9)] == [mine]
    other = desk.cases.begin("VISIT", "바람")
    found = desk.people.similar(phone="010-0000-7777", case=other)
    assert [one.case for one in found] == [mine]


def test_the_wall_is_not_taken_down_by_who_stands_before_it(hidden):
    desk, _ = hidden
    with pytest.raises(NotYours):
        desk.settings.set("own_cases_only", False)


def test_searching_and_reading_every_record_of_a_kind_leave_a_line(desk):
    agreed(desk, "RECORD")
    desk.search("하늘")
    desk.records.list("note")
    desk.records.list("agency")
    acts = [one.act for one in desk.access.lines()]
    assert (acts.count("search"), acts.count("list-all")) == (1, 1)


@pytest.fixture
def glass(tmp_path, keyring):
    """Somebody of IT who has opened one case in an emergency; and a sealed file in it."""
    desk = a_desk(tmp_path / "w", keyring)
    case = agreed(desk, "RECORD", "CENTRAL", "DELETE")
    file = tmp_path / "talk.txt"
    file.write_text("대화 내용")
    piece = desk.evidence.add_file(case, file, "CHAT", FileNote(sexual=False)).evidence
    interview = desk.interviews.begin(case, "intake")
    desk.roles.add_person("정전산", "IT", PASSPHRASE, HERS)
    desk.close()
    opened = opening.open_(
        tmp_path / "w", HERS, Silent(), keyring=keyring, policy=POLICY
    )
    opened.roles.break_glass(case, "EMERGENCY", "생명이 위험하다는 전화")
    yield opened, {"case": case, "piece": piece, "interview": interview}
    opened.close()


def test_an_emergency_is_for_looking_and_nothing_goes_out_by_it(glass, tmp_path):
    desk, ids = glass
    case, piece = ids["case"], ids["piece"]
    out = tmp_path / "out"
    out.mkdir()
    assert desk.cases.header(case).alias == "하늘"
    before = desk.evidence.custody(piece)
    for attempt in (
        lambda: desk.evidence.copy_out(piece, out, "INVESTIGATION", "이유"),
        lambda: desk.evidence.hand_over(piece, "누군가", "INVESTIGATION", "이유"),
        lambda: desk.evidence.returned(piece, "누군가"),
        lambda: desk.evidence.remove(piece, "mistake"),
        lambda: desk.evidence.add_hash(case, "ab" * 32),
        lambda: desk.evidence.refingerprint(piece, None, Silent()),
        lambda: desk.evidence.stamp_request(piece),
        lambda: desk.evidence.check(case=case, progress=Silent()),
        lambda: desk.postings.export(case, PostingQuery(case=case), Silent()),
        lambda: desk.interviews.printout(ids["interview"]),
        lambda: desk.consents.form(case=case),
    ):
        with pytest.raises(NotYours):
            attempt()
    assert list(out.iterdir()) == []
    assert desk.evidence.custody(piece) == before
    assert desk.evidence.get(piece).here
