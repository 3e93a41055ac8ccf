"""The first-aid sheet is one page in either language and names every trouble."""

import io

import pypdfium2
import pytest

from intake.documents.first_aid import TROUBLES, draw_first_aid
from intake.text import texts_in


@pytest.mark.parametrize("language", ["ko", "en"])
def test_it_is_one_page_that_says_what_to_do_and_whom_to_call(language):
    file = draw_first_aid(language)
    paper = pypdfium2.PdfDocument(io.BytesIO(file))
    assert len(paper) == 1
    said = " ".join(paper[0].get_textpage().get_text_bounded().split())
    texts = texts_in(language)
    for one in TROUBLES:
        assert texts(f"paper-first-aid-{one}") in said
    assert texts("paper-first-aid-call-it") in said
    assert file == draw_first_aid(language)  # the same sheet is the same bytes
