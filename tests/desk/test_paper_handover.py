"""A hand-over names pieces by their hashes, tells their chain, and adds the step it is about."""

import dataclasses

import pytest

from intake.desk.views.papers import PaperPlan
from intake.errors import ConsentMissing, InvalidInput, NotFound, NotYours
from tests.desk.test_papers import read
from tests.desks_at_hand import a_desk, planted

ONE, TWO = "9f86d081" * 8, "d4735e3a" * 8
POLICE = "시험경찰서 여성청소년과"


@pytest.fixture
def desk(tmp_path):
    made = a_desk(tmp_path / "v")
    yield made
    made.close()


@pytest.fixture
def case(desk):
    made = desk.cases.begin("VISIT", "녹두")
    desk.consents.decide(made, {"RECORD": "AGREED"})
    return made


@pytest.fixture
def pieces(desk, case):
    return [desk.evidence.add_hash(case, one, kind="CHAT", title="조용한 아침") for one in (ONE, TWO)]  # fmt: skip


def police(desk):
    return desk.agencies.add(POLICE, "POLICE")


def plan(case, pieces, **more):
    asked = {"addressee": POLICE, "purpose": "INVESTIGATION", **more}
    return PaperPlan("HANDOVER", "CASE", case, records=tuple(pieces), **asked)


def said(desk, piece):
    return [one.kind for one in desk.evidence.custody(piece)]


def flat(text):
    return "".join(text.split())


def test_a_draft_shows_hashes_and_chain_and_notes_nothing(desk, case, pieces):
    text = read(desk.papers.preview(plan(case, pieces)).data)
    assert ONE in flat(text)
    assert TWO in flat(text)
    assert POLICE in text
    assert "해시 입력" in text  # how the hash came here, from the chain
    assert "조용한 아침" not in text
    assert "녹두" not in text
    assert [said(desk, one) for one in pieces] == [["TYPED"], ["TYPED"]]
    assert desk.giving.left(case) == ()


def test_there_is_a_copy_for_each_side_and_the_comparing_is_ticked_by_hand(desk, case, pieces):  # fmt: skip
    text = read(desk.papers.preview(plan(case, pieces)).data)
    assert (
        text.count("받는 쪽이 보관하는 것")
        == text.count("넘기는 쪽이 보관하는 것")
        == 1
    )
    assert text.count("모두 같음") == 2
    assert flat(text).count(ONE) == 2


def test_issuing_adds_the_step_to_the_chain_and_to_what_left(desk, case, pieces):
    desk.papers.issue(plan(case, pieces))
    for piece in pieces:
        step = desk.evidence.custody(piece)[-1]
        assert (step.kind, step.handed_to) == ("HANDED_OVER", POLICE)
        assert step.sha256 in {ONE, TWO}
    assert {one.means for one in desk.giving.left(case)} == {"EVIDENCE"}
    assert len(desk.giving.left(case)) == 2
    (line,) = desk.papers.listing()
    assert line.kind == "HANDOVER"


def test_a_hand_over_that_is_noted_already_is_not_noted_twice(desk, case, pieces):
    desk.evidence.hand_over(pieces[0], POLICE, "INVESTIGATION")
    desk.papers.issue(plan(case, pieces))
    desk.papers.issue(plan(case, pieces))
    assert [said(desk, one).count("HANDED_OVER") for one in pieces] == [1, 1]
    desk.evidence.returned(pieces[0], POLICE)
    desk.papers.issue(plan(case, pieces))
    assert [said(desk, one).count("HANDED_OVER") for one in pieces] == [2, 1]


def test_a_body_is_named_and_a_person_is_not(desk, case, pieces):
    station = police(desk)
    desk.evidence.hand_over(pieces[0], "", "INVESTIGATION", agency=station)
    desk.evidence.returned(pieces[0], "홍길동", "USB-0007")
    text = read(
        desk.papers.preview(plan(case, pieces[:1], addressee="시험검찰청")).data
    )
    assert f"{POLICE}에" in text
    assert "이름은 적지 않음" in text
    assert "홍길동" not in text
    assert "USB-0007" in text


def test_many_looks_are_one_line(desk, case, pieces):
    for at in range(40):
        planted(desk, "custody", case, {"evidence": pieces[0], "kind": "VIEWED", "at": f"2026-11-20T10:{at:02}:00.000Z", "by": "박상담"})  # fmt: skip
    text = read(desk.papers.preview(plan(case, pieces[:1])).data)
    assert text.count("열람") == 2  # one line on each copy
    assert "40번" in text


def test_what_is_missing_is_said_and_the_paper_has_an_empty_line(desk, case):
    bare = PaperPlan("HANDOVER", "CASE", case)
    said = " ".join(desk.papers.preview(bare).missing)
    for one in ("고르지 않았습니다", "받는 사람이나 기관", "목적"):
        assert one in said
    piece = desk.evidence.add_hash(case, "pdq:" + "a" * 64)
    told = " ".join(desk.papers.preview(plan(case, [piece])).missing)
    assert "SHA-256이 없는 자료가 1점" in told
    assert "매체 번호" in told


@pytest.mark.parametrize("more", [{"records": ()}, {"addressee": " "}, {"purpose": "POEM"}])  # fmt: skip
def test_nothing_is_issued_of_nothing_for_nobody_or_for_no_purpose(desk, case, pieces, more):  # fmt: skip
    asked = dataclasses.replace(plan(case, pieces), **more)
    with pytest.raises(InvalidInput):
        desk.papers.issue(asked)
    assert desk.papers.listing() == ()
    assert said(desk, pieces[0]) == ["TYPED"]


def test_a_piece_of_another_case_or_one_that_is_gone_is_refused(desk, case, pieces):
    other = desk.cases.begin("VISIT", "두리")
    with pytest.raises(InvalidInput):
        desk.papers.preview(plan(other, pieces))
    desk.evidence.remove(pieces[0], "MISTAKE")
    with pytest.raises(NotFound):
        desk.papers.preview(plan(case, pieces))


def test_where_she_said_no_a_reason_is_asked_for_and_else_nothing_is_issued(desk, case, pieces):  # fmt: skip
    desk.giving.decide(case, "POLICE", "POLICE", POLICE, "REFUSED")
    asked = plan(case, pieces)
    assert any("동의가 없는" in one for one in desk.papers.preview(asked).warnings)
    with pytest.raises(ConsentMissing):
        desk.papers.issue(asked)
    assert desk.papers.listing() == ()
    assert [said(desk, one) for one in pieces] == [["TYPED"], ["TYPED"]]
    desk.papers.issue(dataclasses.replace(asked, words="압수수색영장 제2099-1호"))
    assert [said(desk, one)[-1] for one in pieces] == ["HANDED_OVER"] * 2


def test_for_a_court_she_is_a_pseudonym_and_has_to_have_agreed(desk, case, pieces):
    court = "서울중앙지방법원"
    asked = plan(case, pieces, court=court, addressee="", purpose="", case_number="2099고합7")  # fmt: skip
    with pytest.raises(ConsentMissing):
        desk.papers.preview(asked)
    desk.giving.decide(case, "COURT", "COURT", court, "AGREED")
    text = read(desk.papers.preview(asked).data)
    assert "가-01" in text
    assert str(desk._rooms.case(case)["number"]) not in text
    assert "2099고합7" in text


def test_a_body_of_the_book_brings_the_purpose_with_it(desk, case, pieces):
    police(desk)
    text = read(desk.papers.preview(plan(case, pieces, purpose="")).data)
    assert "수사·재판 지원" in text


@pytest.mark.parametrize("kind", ["HANDOVER", "COUNSEL_COPY", "RESULT_REPORT"])
def test_a_case_that_is_not_hers_has_no_paper_for_her(desk, case, pieces, kind):
    desk._rooms.sight._own_only, desk._rooms.sight._mine = True, {case: False}
    desk._rooms.sight._roles = frozenset({"COUNSELOR"})
    asked = PaperPlan(kind, "CASE", case, addressee=POLICE)
    for make in (desk.papers.preview, desk.papers.issue):
        with pytest.raises(NotYours):
            make(asked)


@pytest.mark.parametrize("kind", ["HANDOVER", "COUNSEL_COPY", "RESULT_REPORT"])
def test_a_case_that_is_not_there_is_said_to_be_away(desk, kind):
    with pytest.raises(NotFound):
        desk.papers.preview(PaperPlan(kind, "CASE", "01a21639-624c-783b-8499-d9b2c0a24e0e"))  # fmt: skip
