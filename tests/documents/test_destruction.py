"""The certificate of destruction: what was done, and never whose it was."""

import dataclasses

import pytest

from intake.documents import draw_destruction_certificate
from intake.text import Texts
from tests.documents.conftest import content


@pytest.mark.parametrize("language", ["ko", "en"])
def test_only_her_own_copy_carries_the_number_of_the_case(language, opened):
    hers = content("destruction")
    office = dataclasses.replace(hers, case_number="")
    assert hers.case_number in opened(draw_destruction_certificate(hers, language)).text
    drawn = opened(draw_destruction_certificate(office, language)).text
    assert hers.case_number not in drawn
    assert office.number in drawn


def test_every_part_stands_with_its_whole_hash(opened):
    paper = content("destruction")
    text = opened(draw_destruction_certificate(paper, "ko")).text
    assert [part for _, part, _ in paper.parts if part not in text] == []


def test_a_chain_that_was_not_proven_is_not_called_proven(opened):
    paper = dataclasses.replace(content("destruction"), proven_on="")
    text = opened(draw_destruction_certificate(paper, "ko")).text
    assert "확인하지 못함" in text
    assert "이어져 있음" not in text


@pytest.mark.parametrize("language", ["ko", "en"])
def test_no_page_has_only_the_names_of_who_signs(language, opened):
    texts = Texts(language)
    hers = content("destruction")
    for many in range(1, 14):  # parts that were destroyed
        paper = dataclasses.replace(hers, parts=(hers.parts * 3)[:many])
        *_, last = opened(draw_destruction_certificate(paper, language)).pdf
        told = last.get_textpage().get_text_bounded()
        assert texts("paper-destruction-carried-out") in told
        assert texts("paper-destruction-left-title") in told
