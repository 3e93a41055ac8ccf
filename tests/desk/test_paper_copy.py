"""A copy of counselling records says what was said; what is left out leaves its mark and no word."""

import dataclasses
import json

import pytest

from intake.desk.views.papers import PaperPlan
from intake.errors import ConsentMissing, InvalidInput
from tests.desk.test_papers import read
from tests.desks_at_hand import a_desk, planted

POLICE = "시험경찰서 여성청소년과"
SAID = "김가람이 그날 함께 있었다. 나중에 김가람에게서 연락이 왔다."


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
def interview(desk, case):
    made = desk.interviews.begin(case, "intake")
    desk.interviews.draft(made, "note", SAID)
    desk.interviews.answer(made, "contact/hours", "오후 세 시 이후")
    desk.interviews.set_state(made, "victim/age", "DECLINED")
    desk.interviews.finish(made)
    return made


def note(desk, case, text, kind="OBSERVATION", at="2026-11-25T01:00:00Z", **more):
    return planted(desk, "note", case, {"kind": kind, "text": text, "at": at, "counselor": "박상담", **more})  # fmt: skip


def plan(case, **more):
    return PaperPlan("COUNSEL_COPY", "CASE", case, checked_by="이확인", **more)


def words(desk, case, **more):
    return read(desk.papers.preview(plan(case, **more)).data)


def kept(desk):
    (row,) = desk._rooms.register.find("issued_paper")
    return str(row["redactions"] or "")


def test_it_says_what_was_said_in_her_words(desk, case, interview):
    text = words(desk, case)
    for said in (SAID[:16], "오후 세 시 이후", "응답 거부", "본인 전달용", "상담기록 전부 1건"):  # fmt: skip
        assert said in text
    assert "[가림]" not in text


def test_a_word_that_is_covered_leaves_a_mark_everywhere_and_is_kept_nowhere(desk, case, interview):  # fmt: skip
    data = desk.papers.issue(plan(case, hide=("김가람",))).data
    text = read(data)
    assert "김가람" not in text
    assert (
        text.count("[가림]") == 3
    )  # two places, and the sentence that explains the mark
    assert "골라 가린 말 1" in text
    assert "김가람" not in kept(desk)
    assert "words-1: others" in kept(desk)
    assert "김가람" not in repr(plan(case, hide=("김가람",)))


def test_a_longer_word_is_covered_before_one_that_stands_within_it(
    desk, case, interview
):
    text = words(desk, case, hide=(" 가람", "김가람 ", " "))
    assert "가람" not in text
    assert "김[가림]" not in text
    assert "골라 가린 말 1" in text
    assert "골라 가린 말 2" not in text  # it stood nowhere else


def test_a_word_that_stands_nowhere_is_told_by_its_place_in_the_list(desk, case, interview):  # fmt: skip
    def warned(*hide):
        told = desk.papers.preview(plan(case, hide=hide)).warnings
        return [one for one in told if "가릴 말 가운데" in one]

    assert warned("김가람") == []
    assert warned(" 가람", "김가람 ") == []  # it stands within the longer one
    (told,) = warned("김가람", "김가남", "없는말")
    assert "2, 3번째" in told
    assert "김가남" not in told


def test_a_draft_tells_what_it_leaves_out_as_it_will_be_kept(desk, case, interview):
    asked = plan(case, hide=("김가람",), without=("notes-plan",))
    draft = desk.papers.preview(asked).redactions
    desk.papers.issue(asked)
    (line,) = desk.papers.listing()
    assert draft == desk.papers.redactions(line.id)
    assert {one.by for one in draft} == {"mark", "person"}


def test_a_part_a_question_and_a_record_are_left_out_by_a_person(desk, case, interview):
    seen = note(desk, case, "손등에 흉터가 있었다")
    whole = note(desk, case, "두 번째 쪽지", kind="SUMMARY")
    text = words(desk, case, without=("notes-observation", "contact/hours", whole))
    for hidden in ("흉터", "오후 세 시 이후", "두 번째 쪽지"):
        assert hidden not in text
    for said in ("관찰 특징", "질문 하나의 답", "기록 하나", SAID[:16]):
        assert said in text
    assert seen


def test_what_was_left_out_is_kept_by_its_code(desk, case, interview):
    note(desk, case, "손등에 흉터가 있었다")
    desk.papers.issue(plan(case, without=("notes-observation", "notes-plan")))
    told = json.loads(kept(desk))
    assert {one["what"] for one in told} == {"notes-observation: others", "notes-plan"}
    assert "흉터" not in kept(desk)
    (line,) = desk.papers.listing()
    said = {one.by: one.words for one in desk.papers.redactions(line.id)}
    assert "관찰 특징" in said["mark"]
    assert "상담계획" in said["person"]  # of which nothing was there


def test_what_may_be_left_out_is_told_in_words_and_all_of_it_may(desk, case, interview):
    found = desk.papers.parts("COUNSEL_COPY")
    assert {one.code for one in found} >= {"notes-free", "answers-suspect", "present"}
    assert all(one.label for one in found)
    text = words(desk, case, without=tuple(one.code for one in found))
    assert SAID[:16] not in text
    assert "오후 세 시 이후" not in text
    assert desk.papers.parts("HANDOVER") == ()


def test_a_part_that_there_is_not_is_refused(desk, case, interview):
    with pytest.raises(InvalidInput):
        desk.papers.preview(plan(case, without=("everything",)))


def test_chosen_records_only(desk, case, interview):
    first = note(desk, case, "첫 쪽지", kind="SUMMARY")
    note(desk, case, "다음 쪽지", kind="SUMMARY")
    text = words(desk, case, records=(first,))
    assert "첫 쪽지" in text
    assert "다음 쪽지" not in text
    assert "상담기록 3건 가운데 1건" in text
    other = desk.cases.begin("VISIT", "두리")
    with pytest.raises(InvalidInput):
        desk.papers.preview(plan(other, records=(first,)))


def test_nothing_is_covered_by_itself_but_names_of_others_are_pointed_out(desk, case, interview):  # fmt: skip
    planted(desk, "person", case, {"role": "VICTIM", "name": "홍길동"})
    assert not any("이름" in one for one in desk.papers.preview(plan(case)).warnings)
    other = desk.cases.begin("VISIT", "두리")
    planted(desk, "person", other, {"role": "VICTIM", "name": "김가람"})
    seen = desk.papers.preview(plan(case))
    (warning,) = (one for one in seen.warnings if "다른 사건에 적힌 이름" in one)
    assert "1번 기록" in warning
    assert "김가람" not in warning
    assert "김가람" in read(seen.data)
    planted(desk, "person", case, {"role": "GUARDIAN", "name": "김가람"})
    warned = desk.papers.preview(plan(case)).warnings
    assert any("피해자가 아닌 사람" in one for one in warned)
    assert not any("다른 사건" in one for one in warned)  # it is known in this one


def test_a_name_of_a_case_that_is_not_hers_to_see_is_not_given_away(desk, case, interview):  # fmt: skip
    other = desk.cases.begin("VISIT", "두리")
    planted(desk, "person", other, {"role": "VICTIM", "name": "김가람"})
    desk._rooms.sight._mine[other] = False
    desk._rooms.sight._own_only = True
    desk._rooms.sight._roles = frozenset({"COUNSELOR"})
    assert not any("다른 사건" in one for one in desk.papers.preview(plan(case)).warnings)  # fmt: skip


def test_an_interview_that_is_not_finished_is_pointed_out(desk, case):
    desk.interviews.begin(case, "intake")
    assert any("마치지 않은" in one for one in desk.papers.preview(plan(case)).warnings)


def test_to_somebody_else_it_goes_by_her_consent_and_stands_among_what_left(desk, case, interview):  # fmt: skip
    desk.agencies.add(POLICE, "POLICE")
    asked = plan(case, addressee=POLICE)
    seen = desk.papers.preview(asked)
    assert any("동의가 없습니다" in one for one in seen.warnings)
    assert "본인 전달용" not in read(seen.data)
    with pytest.raises(ConsentMissing):
        desk.papers.issue(asked)
    assert desk.papers.listing() == ()
    assert desk.giving.left(case) == ()
    desk.giving.decide(case, "POLICE", "POLICE", POLICE, "AGREED")
    desk.papers.issue(asked)
    (line,) = desk.giving.left(case)
    assert (line.means, line.receiver) == ("PAPER", f"경찰 {POLICE}")


def test_by_law_a_reason_is_enough_for_the_police_and_never_for_a_lawyer(desk, case, interview):  # fmt: skip
    desk.agencies.add(POLICE, "POLICE")
    desk.agencies.add("가람 법률사무소", "LAWYER")
    asked = plan(case, addressee=POLICE, words="압수수색영장 제2099-1호")
    desk.papers.issue(asked)
    with pytest.raises(ConsentMissing):
        desk.papers.issue(dataclasses.replace(asked, addressee="가람 법률사무소"))
    assert len(desk.papers.listing()) == 1


def test_what_she_asked_to_be_kept_from_somebody_is_thought_of(desk, case, interview):
    desk.giving.withhold(case, "학교 이름", "아버지")
    warned = desk.papers.preview(plan(case, addressee="시험상담소")).warnings
    assert any("알리지 말아 달라고" in one for one in warned)
    assert not any("알리지 말아" in one for one in desk.papers.preview(plan(case)).warnings)  # fmt: skip


def test_to_herself_it_is_hers_and_no_line_of_what_left(desk, case, interview):
    desk.papers.issue(plan(case, addressee="녹두"))
    assert desk.giving.left(case) == ()


def test_a_case_without_a_record_has_a_draft_and_no_paper(desk, case):
    seen = desk.papers.preview(plan(case))
    assert any("상담기록이 없습니다" in one for one in seen.missing)
    assert "담은 기록이 없습니다" in read(seen.data)
    with pytest.raises(InvalidInput):
        desk.papers.issue(plan(case))


def test_rare_hanja_and_very_long_words_stay(desk, case):
    note(desk, case, "金 氏 😀 " + "https://board.example/" + "a" * 300 + "\n둘째 줄", kind="SUMMARY")  # fmt: skip
    text = words(desk, case)
    assert "金 氏 [U+1F600]" in text
    assert "둘째 줄" in text
