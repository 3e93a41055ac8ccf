"""Pieces that several papers are made of."""

import dataclasses
import io
import itertools
import re

import pypdfium2
import pytest
import segno
from hypothesis import given
from hypothesis import strategies as st
from reportlab.lib.units import mm
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

from intake.documents import (
    court_pieces,
    draw_evidence_handover,
    draw_merged,
    draw_opinion,
    draw_pack_index,
)
from intake.documents.paper import WIDTH, fitted
from intake.documents.pieces import QrCode, by_fours
from intake.documents.typeface import BOLD, REGULAR, SMALLEST, register_typeface
from tests.documents.conftest import CODE, RECIPIENT, content, evidence_handover, merged

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


# --- the last page ---------------------------------------------------------------------------


def pages(data: bytes) -> list[str]:
    with pypdfium2.PdfDocument(data) as pdf:
        return [page.get_textpage().get_text_bounded() for page in pdf]


@pytest.mark.parametrize("cases", range(8, 14))
def test_a_sum_never_begins_a_page_alone(cases):
    told = next(one for one in pages(draw_merged(merged(cases=cases), "ko")) if "합계" in one)  # fmt: skip
    before_the_sum = told[: told.index("합계")]
    assert re.search(r"가-\d\d", before_the_sum)


@pytest.mark.parametrize("cases", range(19, 27))
def test_a_seal_never_stands_on_a_page_alone(cases):
    last = pages(draw_merged(merged(cases=cases), "ko"))[-1]
    assert "(직인)" in last
    assert "겹쳐서 한 번만 센 것" in last


def test_what_lies_beside_a_merged_row_is_one_word_in_either_language():
    rows = tuple(dataclasses.replace(one, attached="Petition") for one in merged().rows)
    told = "\n".join(pages(draw_merged(dataclasses.replace(merged(), rows=rows), "en")))  # fmt: skip
    assert told.count("Petition") == len(rows)


@pytest.mark.parametrize("digit", "0bd")
def test_a_hash_in_the_list_of_a_pack_stands_on_two_lines(digit):
    made = content("index")
    files = tuple(dataclasses.replace(one, digest=digit * 64) for one in made.files)
    (told,) = pages(draw_pack_index(dataclasses.replace(made, files=files), "ko"))
    assert told.count(digit * 32) == 2 * len(files)


@pytest.mark.parametrize("pieces", range(1, 8))
def test_who_signs_for_evidence_has_a_piece_of_it_in_sight(pieces):
    told = [one for one in pages(draw_evidence_handover(evidence_handover(pieces=pieces), "ko")) if "해시값 대조" in one]  # fmt: skip
    assert len(told) == 2
    assert all(f"{pieces}. 게시물 캡처" in one for one in told)


def test_the_end_of_an_opinion_stands_on_the_page_that_has_room_for_it():
    """A part that is kept together within another would be put on a page of its own."""
    made = dataclasses.replace(content("opinion"), conclusion="엄정한 판단을 바랍니다.")
    assert len(pages(draw_opinion(made, "ko"))) == 1


# --- bars ------------------------------------------------------------------------------------


def lines_drawn(series: int) -> int:
    """How many slanting lines lie on the bars, and in the legend, of so many series."""
    drawn = court_pieces.BarChart((("가", (4,) * series),), [str(n) for n in range(series)])  # fmt: skip
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=(WIDTH, WIDTH), pageCompression=0)
    slanting = []
    line = canvas.line
    canvas.line = lambda x1, y1, x2, y2: (slanting.append(x1 != x2 and y1 != y2), line(x1, y1, x2, y2))  # fmt: skip
    drawn.drawOn(canvas, 0, 0)
    return sum(slanting)


@pytest.mark.usefixtures("typeface")
def test_bars_between_the_first_and_the_last_are_told_apart_by_lines():
    assert lines_drawn(1) == lines_drawn(2) == 0
    assert 0 < lines_drawn(3) < lines_drawn(4)


@pytest.mark.usefixtures("typeface")
@pytest.mark.parametrize("groups", [1, 8, 12, 24])
def test_no_name_under_the_bars_runs_into_the_next(groups):
    months = [(f"2024.{n:02}", (n, 1)) for n in range(1, groups + 1)]
    chart = court_pieces.BarChart(months, ("가", "나"))
    named = [middle for middle, fits in zip(chart._drawn.middles, chart._drawn.named, strict=True) if fits]  # fmt: skip
    wide = stringWidth("2024.01", REGULAR, SMALLEST)
    assert named
    assert all(after - one > wide for one, after in itertools.pairwise(named))


# --- the line at the head of a page ----------------------------------------------------------


@pytest.mark.usefixtures("typeface")
@pytest.mark.parametrize("letters", ["가", "i", "가i", "0. "])
@pytest.mark.parametrize("room", [0, 7, 9, 40, 333])
def test_of_a_line_too_long_the_same_number_stays_at_both_ends_and_no_more_would_fit(letters, room):  # fmt: skip
    canvas, line = Canvas(io.BytesIO()), " ".join((letters * 400).split())
    told = fitted(canvas, line, room)
    front, _, end = told.partition("…")
    assert (len(front), line[: len(front)]) == (len(end), front)
    assert line.endswith(end)
    assert stringWidth(told, REGULAR, SMALLEST) <= room or not front
    more = f"{line[: len(front) + 1]}…{line[-len(end) - 1 :]}"
    assert stringWidth(more, REGULAR, SMALLEST) > room


@pytest.mark.usefixtures("typeface")
def test_a_line_that_fits_stays_and_a_single_letter_does_too():
    canvas = Canvas(io.BytesIO())
    assert fitted(canvas, " 가나  다 ", WIDTH) == "가나 다"
    assert fitted(canvas, "가", 0) == "가"
