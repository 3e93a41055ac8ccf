"""Pieces that several papers are made of."""

import io

import pypdfium2
import pytest
import segno
from hypothesis import given
from hypothesis import strategies as st
from reportlab.lib.units import mm
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

from intake.documents import court_pieces
from intake.documents.paper import WIDTH
from intake.documents.pieces import QrCode, by_fours
from intake.documents.typeface import BOLD, REGULAR, SMALLEST, register_typeface
from tests.documents.conftest import CODE, RECIPIENT

SIDE, SCALE, QUIET = 240, 4, 4


def modules_on_paper(data: str, count: int) -> list[list[bool]]:
    """Draw the code on a page and look at the centre of every module."""
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=(SIDE, SIDE))
    QrCode(data, SIDE).drawOn(canvas, 0, 0)
    canvas.save()
    with pypdfium2.PdfDocument(out.getvalue()) as pdf:
        picture = pdf[0].render(scale=SCALE).to_pil().convert("L")
    pitch = SIDE * SCALE / (count + 2 * QUIET)
    centres = [(n + QUIET + 0.5) * pitch for n in range(count)]
    return [[picture.getpixel((x, y)) < 128 for x in centres] for y in centres]


@pytest.mark.parametrize("data", [CODE, RECIPIENT.upper()], ids=["code", "recipient"])
def test_a_qr_code_on_paper_is_the_code_it_should_be(data):
    expected = [
        [bool(dark) for dark in row]
        for row in segno.make_qr(data, error="l", boost_error=True).matrix
    ]
    assert modules_on_paper(data, len(expected)) == expected


@given(st.text("0123456789ABCDEFGHJKMNPQRSTVWXYZ- ", max_size=40))
def test_groups_of_four_lose_nothing_but_the_gaps(text):
    said = by_fours(text)
    assert said.replace(" ", "") == text.replace(" ", "").replace("-", "")
    assert all(len(group) == 4 for group in said.split(" ")[:-1])


@pytest.fixture
def typeface():
    register_typeface()


@pytest.mark.usefixtures("typeface")
@pytest.mark.parametrize("word", ["Temporarymeasure", "x" * 300, "1,000,000,000,000"])
@pytest.mark.parametrize("open_", [1, 8, 20])
def test_every_column_of_numbers_stands_between_the_margins(word, open_):
    heads = ["Platform", *[word] * open_, "All"]
    widths = court_pieces._columns(heads, [["a", *["1"] * open_, "2"]], [34 * mm])
    assert all(one > 0 for one in widths)
    assert sum(widths) <= WIDTH + 0.01


@pytest.mark.usefixtures("typeface")
def test_a_word_of_a_head_and_a_number_keep_their_room():
    heads = ["Platform", *["Removed"] * 7, "All"]
    widths = court_pieces._columns(heads, [["a", *["0"] * 7, "10,000,000"]], [60 * mm])
    assert widths[-1] >= stringWidth("10,000,000", BOLD, court_pieces._SUM.fontSize)
    assert widths[1] >= stringWidth("Removed", REGULAR, SMALLEST)
