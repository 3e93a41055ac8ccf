"""Ten thousand rows stand one under the other, whole in the list beside, covered on paper."""

import csv
import dataclasses
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reportlab.pdfbase.pdfmetrics import stringWidth

from intake.documents.annex import AnnexRow, cover, draw_annex, fit, list_annex
from intake.documents.typeface import REGULAR, SMALLEST, register_typeface
from intake.errors import Cancelled
from intake.progress import Progress
from tests.documents.conftest import annex


def test_every_row_is_on_a_page_and_pages_repeat_the_heads(opened):
    paper = opened(draw_annex(annex(rows=100), "ko"))
    assert len(paper.pdf) == 3
    for page in paper.pdf:
        assert "조치와 결과" in page.get_textpage().get_text_bounded()
    assert paper.text.count("tube-a.example") == 100


def test_outside_an_address_does_not_lead_to_the_material():
    assert cover("https://tube-a.example/v/363c5ab7f1") == "https://tube-a.example/v/363c5a***"  # fmt: skip
    assert "363c5ab7f1" not in cover("https://tube-a.example/v/363c5ab7f1")


def test_the_list_beside_has_whole_addresses_under_the_same_numbers():
    text = list_annex(annex(rows=3), "ko").decode("utf-8-sig")
    head, *rows = csv.reader(io.StringIO(text))
    assert head[1:4] == ["사건", "플랫폼", "주소"]
    assert [row[0] for row in rows] == ["1", "2", "3"]
    assert rows[2][3] == "https://tube-a.example/v/2"


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t"])
def test_no_cell_of_the_list_is_a_formula(start):
    row = AnnexRow("가-01", start + "1", start + "HYPERLINK(1)", "2024-03-05", start, start)  # fmt: skip
    paper = dataclasses.replace(annex(rows=0), rows=(row,))
    _, cells = csv.reader(io.StringIO(list_annex(paper, "ko").decode("utf-8-sig")))
    assert "'" + start + "HYPERLINK(1)" in cells
    assert not any(cell.startswith(start) for cell in cells)


@pytest.mark.parametrize(("kind", "outcome"), [("First request", "Temporary measure"), ("Repeated request", "Blocked in Korea")], ids=["first", "again"])  # fmt: skip
def test_what_was_done_is_whole_in_either_language(opened, kind, outcome):
    told = annex(rows=2)
    rows = tuple(dataclasses.replace(one, kind=kind, outcome=outcome) for one in told.rows)  # fmt: skip
    text = opened(draw_annex(dataclasses.replace(told, rows=rows), "en")).text
    assert text.count(f"{kind} {outcome}") == 2
    assert text.count("https://tube-a.example/v/") == 2


@given(st.text(max_size=300), st.integers(30, 400))
def test_what_is_shortened_fits_and_keeps_its_ends(text, width):
    register_typeface()
    told = fit(text, width)
    assert stringWidth(told, REGULAR, SMALLEST) <= width
    if "…" in told and "…" not in text:
        front = told.partition("…")[0]
        assert fit(text, 10**6).startswith(front)


class Impatient(Progress):
    """Presses stop at the second page."""

    def step(self, done, total, label_id=""):
        if done:
            raise Cancelled


def test_drawing_stops_between_two_pages():
    with pytest.raises(Cancelled):
        draw_annex(annex(rows=500), "ko", Impatient())
