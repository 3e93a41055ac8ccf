"""The shared dossier on paper: what stands there, what never does, and until when it is a draft."""

import dataclasses

import pytest

from intake.documents import draw_dossier
from tests.documents.conftest import dossier

DRAFT = {"ko": "내부 검토용", "en": "For internal review"}
LEFT_OUT = {
    "ko": "동의하지 않은 사건은 포함하지 않았습니다.",
    "en": "Cases without agreement are not included.",
}
both = pytest.mark.parametrize("language", ["ko", "en"])


@both
def test_it_says_cases_by_pseudonym_marks_decisions_and_what_is_left_out(
    language, opened
):
    text = opened(draw_dossier(dossier(confirmed=True), language)).text
    for said in ("가-01", "가-03", "010-0000-4217", "상담원 3", "조정관 1", "2026년 11월 26일"):  # fmt: skip
        assert said in text
    assert LEFT_OUT[language] in text


@both
def test_the_sentence_is_the_same_whoever_was_left_out(language, opened):
    some, all_ = dossier(cases=2), dossier(cases=9)
    texts = [opened(draw_dossier(one, language)).text for one in (some, all_)]
    assert [text.count(LEFT_OUT[language]) for text in texts] == [1, 1]


@both
def test_a_draft_says_so_on_every_page_and_a_confirmed_one_on_none(language, opened):
    draft = opened(draw_dossier(dossier(cases=15), language))
    assert len(draft.pdf) > 1
    for page in draft.pdf:
        assert page.get_textpage().get_text_bounded().count(DRAFT[language]) >= 2
    confirmed = opened(draw_dossier(dossier(cases=15, confirmed=True), language))
    assert DRAFT[language] not in confirmed.text


def test_a_decision_of_one_person_is_not_called_confirmed(opened):
    text = opened(draw_dossier(dossier(), "ko")).text
    assert "아직 없음" in text
    assert "모두 두 사람의 확인으로 이어져 있지는" in text


def test_pages_and_state_stand_in_the_foot(opened):
    paper = opened(draw_dossier(dossier(cases=15), "ko"))
    for number, page in enumerate(paper.pdf, 1):
        text = page.get_textpage().get_text_bounded()
        assert f"{number} / " in text
        assert "9f86d0818a4c1b22" in text


def test_fifty_cases_and_two_hundred_marks_go_on_over_the_pages(opened):
    paper = dossier(cases=50)
    marks = tuple(dataclasses.replace(paper.marks[0], value=f"x7q_{n}") for n in range(200))  # fmt: skip
    text = opened(draw_dossier(dataclasses.replace(paper, marks=marks), "ko")).text
    assert "가-50" in text
    assert "x7q_199" in text


@both
def test_nothing_decided_and_nothing_noted_is_said_in_words(language, opened):
    empty = dataclasses.replace(dossier(), marks=(), decisions=())
    assert opened(draw_dossier(empty, language)).text.count("가-01") == 1
