"""Papers about a perpetrator's group: one row for a victim at a center, and nothing counted twice."""

import dataclasses

import pytest

from intake.desk.views.papers import PaperPlan
from intake.errors import ConsentMissing
from tests.desk.test_figures import supported
from tests.desk.test_papers import COURT, read
from tests.desk.test_petitions import group
from tests.desks_at_hand import a_desk, planted
from tests.scenes import scene


@pytest.fixture
def grouped(tmp_path):
    found, cases = scene(_grouped, tmp_path / "land")
    yield found["IC"], cases
    found["IC"].close()


def _grouped(folder):
    """Four cases of one perpetrator; the last did not agree to the court."""
    desk = a_desk(folder / "v")
    cases, suspect = group(desk, 4, silent={3})
    for at, case in enumerate(cases):
        supported(desk, case, urls=at + 2, age=(15, 24, 31, 40)[at])
        incident = planted(desk, "incident", case, {"happened_from": f"202{at}-02-03"})
        planted(desk, "harm", case, {"of": incident, "kind": ("DIST", "FILM", "ANX", "EDIT")[at], "chosen": True})  # fmt: skip
    return {"IC": desk}, (tuple(cases), suspect)


@pytest.fixture
def desk(grouped):
    return grouped[0]


@pytest.fixture
def told(grouped):
    """The four cases, and one of their suspects."""
    return grouped[1]


def plan(suspect, kind, **more):
    return PaperPlan(kind, "PROFILE", suspect, COURT, "2099고합7", "김○○", checked_by="이확인", **more)  # fmt: skip


def words(desk, suspect, kind, **more):
    return " ".join(read(desk.papers.preview(plan(suspect, kind, **more)).data).split())


def test_every_victim_has_a_row_and_who_did_not_agree_has_none(desk, told):
    _, suspect = told
    text = words(desk, suspect, "MERGED")
    for said in ("가-01", "가-03", "3명", "9건", "겹치는 것이 없습니다"):
        assert said in text, said
    for said in ("가-04", "4명", "합성", "사람 0", "2026-IC"):
        assert said not in text, said
    assert (
        "14" not in text.split()
    )  # a sum with her; a time or a hash may hold these digits


def test_an_address_of_two_cases_is_counted_once_and_listed(desk, told):
    cases, suspect = told
    for case in cases[:2]:
        planted(desk, "posting", case, {"url": "https://tube-z.example/same", "found_on": "2024-03-01"})  # fmt: skip
    text = words(desk, suspect, "MERGED")
    assert "같은 주소 1개" in text
    assert " · 가-0" in text
    assert "모두 1개를 한 번 덜 세었습니다" in text


def test_a_number_of_another_system_is_said_to_count_once(desk, told):
    cases, suspect = told
    posting = planted(desk, "posting", cases[0], {"url": "https://tube-y.example/1"})
    planted(desk, "deletion_action", cases[0], {"posting": posting, "kind": "FIRST", "done_on": "2024-03-02", "outside_system": "중앙", "outside_number": "C-1"})  # fmt: skip
    assert "다른 시스템의 번호가 함께 적힌 조치 1건" in words(desk, suspect, "MERGED")


def test_a_petition_that_lies_here_is_named_beside_its_row(desk, told):
    cases, suspect = told
    assert "탄원서" not in words(desk, suspect, "MERGED")
    desk.petitions.received(desk.petitions.ask(cases[0], COURT), 2)
    desk.petitions.said(desk.petitions.ask(cases[1], COURT), "DECLINED")
    assert words(desk, suspect, "MERGED").count("탄원서") == 1


def test_the_list_of_petitions_has_whose_sheets_lie_here_and_nobody_else(desk, told):
    cases, suspect = told
    seen = desk.papers.preview(plan(suspect, "PETITION_LIST"))
    assert any("목록에 적을 탄원서가 없습니다" in one for one in seen.missing)
    hers, promised = (desk.petitions.ask(one, COURT) for one in (cases[0], cases[2]))
    for one, way in ((hers, "HAND"), (promised, "TYPED")):
        desk.petitions.said(one, "AGREED", way)
    desk.petitions.received(hers, 2)
    desk.petitions.said(desk.petitions.ask(cases[1], COURT), "DECLINED")
    text = words(desk, suspect, "PETITION_LIST")
    assert ("1명" in text, "손으로 씀" in text) == (True, True)
    assert text.count("가-0") == 1
    for said in ("3명", "2명", "거절", "쓰지 않기로", "쓰기로", "컴퓨터로 씀"):
        assert said not in text, said
    assert "손으로 채웁니다" not in text  # every number of sheets is known
    desk.petitions.filed(hers)
    assert "1명" in words(desk, suspect, "PETITION_LIST")


def test_a_claim_adds_up_and_leaves_money_to_the_pen(desk, told):
    _, suspect = told
    paper = plan(suspect, "CLAIM")
    text = " ".join(read(desk.papers.issue(paper).data).split())
    assert "합계 9 9" in text
    assert "가-0" not in text
    (line,) = desk.papers.listing()
    frozen = {one.rule: one.value for one in desk.figures.frozen(paper=line.id)}
    assert frozen["R1 v1"] == 9
    bare = dataclasses.replace(paper, court="")
    assert "합계 14 14" in " ".join(read(desk.papers.preview(bare).data).split())


def test_a_petition_has_nothing_of_the_records_in_it(desk, told):
    cases, _ = told
    asked = PaperPlan("PETITION", "CASE", cases[0], COURT, "2099고합7", "김○○")
    seen = desk.papers.preview(asked)
    text = read(seen.data)
    for said in ("2099고합7", "김○○", f"{COURT} 귀중", "탄원취지", "성명"):
        assert said in text
    for said in ("사람 0", "2026-IC", "IC 센터", "받아 적음"):
        assert said not in text
    assert any("쓰지 않으셔도" in one for one in seen.warnings)


def test_a_petition_names_her_as_the_pack_does_unless_the_court_has_a_name(desk, told):
    cases, suspect = told
    names = {one.case: one.name for one in desk.petitions.of_group(suspect, COURT).rows}
    for case in cases[:3]:
        seen = desk.papers.preview(PaperPlan("PETITION", "CASE", case, COURT))
        assert [one for one in names.values() if one in read(seen.data)] == [names[case]]  # fmt: skip
        assert any(names[case] in one for one in seen.warnings)
        assert not any("가명이 비어" in one for one in seen.missing)
    named = desk.papers.preview(PaperPlan("PETITION", "CASE", cases[0], COURT, addressee="가을"))  # fmt: skip
    assert "가을" in read(named.data)
    assert "가-0" not in read(named.data) + " ".join(named.warnings)


def test_a_case_of_two_perpetrators_takes_the_name_of_the_accused_ones_pack(desk, told):
    cases, suspect = told
    pack = {one.case: one.name for one in desk.petitions.of_group(suspect, COURT).rows}
    other = max(cases[:3], key=pack.get)  # alone with him she would be another number
    desk.suspects.add(other, {"name": "박○○"})
    asked = PaperPlan("PETITION", "CASE", other, COURT, accused="박○○")
    assert "가-01" in read(desk.papers.preview(asked).data)
    unknown = desk.papers.preview(dataclasses.replace(asked, accused="최○○"))
    assert "가-0" not in read(unknown.data)
    assert any("가명이 비어" in one for one in unknown.missing)


def test_dictated_words_are_printed_as_they_were_said(desk, told):
    cases, _ = told
    asked = PaperPlan("PETITION", "CASE", cases[0], COURT, "2099고합7", "김○○", addressee="가을", words="저는 <b>아직</b> 무섭습니다.")  # fmt: skip
    text = read(desk.papers.preview(asked).data)
    for said in ("저는 <b>아직</b> 무섭습니다.", "말씀하신 그대로 받아 적음", "가을"):
        assert said in text


def test_who_did_not_agree_to_the_court_gets_no_frame_for_it(desk, told):
    cases, _ = told
    with pytest.raises(ConsentMissing):
        desk.papers.preview(PaperPlan("PETITION", "CASE", cases[3], COURT))


def test_when_an_account_was_seen_is_not_when_it_happened(desk):
    (case,), suspect = group(desk, 1)
    supported(desk, case)
    desk.suspects.add_clue(case, {"value": "a@mail.example", "seen_from": "2020-06"}, suspect)  # fmt: skip
    assert desk._rooms.register.find("identifier", case=case, seen_from="2020-06")
    for kind in ("MERGED", "PERFORMANCE", "OPINION"):
        seen = desk.papers.preview(plan(suspect, kind))
        assert "2020년 6월" not in read(seen.data), kind
    seen = desk.papers.preview(plan(suspect, "PERFORMANCE"))
    assert any("피해 시기가 적히지 않은" in one for one in seen.missing)
