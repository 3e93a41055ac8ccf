"""Papers about one case: what stands on which page, and what a mark covers."""

import dataclasses

import pytest

from intake.documents import (
    draw_counsel_copy,
    draw_evidence_handover,
    draw_result_report,
)
from intake.documents.counsel_copy import pieces_of
from intake.errors import Cancelled
from tests.documents.conftest import counsel_copy, evidence_handover, result_report


def pages(paper):
    return [page.get_textpage().get_text_bounded() for page in paper.pdf]


def test_a_report_fits_a_page_and_its_addresses_are_behind_it(opened):
    told = pages(opened(draw_result_report(result_report(addresses=40), "ko")))
    assert len(told) == 3
    assert "앞으로" in told[0]
    assert "tube-a.example" not in told[0]
    assert told[1].count("tube-a.example") + told[2].count("tube-a.example") == 40
    assert "혼자 보관" in told[1]
    plain = dataclasses.replace(result_report(), with_addresses=False)
    assert len(pages(opened(draw_result_report(plain, "ko")))) == 1


def test_a_report_without_an_address_has_an_annex_that_says_so(opened):
    bare = dataclasses.replace(result_report(), addresses=(), not_listed=0)
    assert "적을 주소가 없습니다" in opened(draw_result_report(bare, "ko")).text


def test_an_outcome_and_its_day_are_whole_in_either_language(opened):
    """Only an address is ever shortened."""
    hers = result_report(addresses=2)
    told = tuple(dataclasses.replace(one, outcome="Temporary measure", on="22 September 2026") for one in hers.addresses)  # fmt: skip
    text = opened(draw_result_report(dataclasses.replace(hers, addresses=told), "en")).text  # fmt: skip
    assert text.count("Temporary measure") >= 2
    assert text.count("22 September 2026") == 2


def test_what_nobody_knows_is_an_empty_line(opened):
    bare = dataclasses.replace(result_report(), phone="", email="", next_check="", ground="")  # fmt: skip
    text = opened(draw_result_report(bare, "ko")).text
    assert "물어보실 곳" in text
    assert "다음에 확인하는 날" in text
    assert "None" not in text


def test_a_report_asks_and_promises_nothing(opened):
    for language, words in (("ko", ("왜", "반드시", "완전히")), ("en", ("why", "guarantee"))):  # fmt: skip
        text = opened(draw_result_report(result_report(), language)).text.lower()
        assert not [word for word in words if word in text]
        assert "!" not in text


def test_a_mark_stands_where_something_was_left_out(opened):
    text = opened(draw_counsel_copy(counsel_copy(records=1), "ko")).text
    assert "[가림]와 둘이 있었다. 그 뒤에도 [가림]를 보았다." in text
    assert text.count("[가림]") == 4  # two words, a line, and the sentence about it
    assert "이의를 말씀하실 수 있습니다" in text


def test_where_nothing_is_left_out_nothing_is_said_of_it(opened):
    whole = dataclasses.replace(counsel_copy(records=0), left_out=())
    text = opened(draw_counsel_copy(whole, "ko")).text
    assert "가린" not in text
    assert "담은 기록이 없습니다" in text


def test_a_copy_for_others_says_that_it_goes_outside(opened):
    others = dataclasses.replace(counsel_copy(), hers=False)
    text = opened(draw_counsel_copy(others, "ko")).text
    assert "대외 제출용" in text
    assert "본인 전달용" not in text


@pytest.mark.parametrize("text", ["", "가나다", "가가가", "나가나"])
def test_pieces_are_the_text_without_its_words(text):
    pieces, counts = pieces_of(text, ("가",))
    assert "".join(pieces) == text.replace("가", "")
    assert counts == (text.count("가"),)
    assert len(pieces) == counts[0] + 1


def test_both_copies_are_alike_but_for_whose_they_are(opened):
    text = opened(draw_evidence_handover(evidence_handover(pieces=30), "ko")).text
    one, two = (text.partition("넘기는 쪽이 보관하는 것")[at] for at in (0, 2))
    assert one.count("게시물 캡처") == two.count("게시물 캡처") == 30
    assert "서명" in one
    assert "서명" in two


@pytest.mark.parametrize(
    ("draw", "paper"),
    [
        (draw_counsel_copy, counsel_copy()),
        (draw_evidence_handover, evidence_handover()),
    ],
    ids=["copy", "handover"],
)
def test_drawing_can_be_stopped(draw, paper):
    class Stop:
        def step(self, done, total, text_id):
            raise Cancelled

    with pytest.raises(Cancelled):
        draw(paper, "ko", Stop())
