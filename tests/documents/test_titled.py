"""A table with its heading and its note goes over pages as a reader wants it."""

import dataclasses

import pytest
from reportlab.lib.pagesizes import A4
from reportlab.lib.units import mm
from reportlab.platypus import PageBreak

from intake.documents import ReportTable, draw_statistics_report
from intake.documents.court_pieces import numbers
from intake.documents.paper import Mark, draw_paper
from intake.documents.pieces import gap
from intake.documents.titled import Titled
from intake.documents.typeface import words as written
from tests.documents.conftest import content

LENGTHS = (17, 7, 16, 5, 20, 9, 12, 40, 3, 18)
HEAD, NOTE = "접수경로", "단위: 명."
both = pytest.mark.parametrize("language", ["ko", "en"])


def table(number: int, rows: int) -> ReportTable:
    told = [(f"가지 {at}", f"{number:02}{at:03}") for at in range(rows - 1)]
    return ReportTable(f"T{number}. 표", (HEAD, "명"), (*told, ("계", f"{number:02}999")), f"{NOTE} 집계 규칙 V{number:02} v1.")  # fmt: skip


@pytest.fixture
def pages(opened):
    """The pages of a report whose tables are of many lengths: words, and how much is empty."""

    def drawn(language):
        tables = tuple(table(at, rows) for at, rows in enumerate(LENGTHS, 1))
        made = dataclasses.replace(content("statistics"), tables=tables, annex=tables[:3])  # fmt: skip
        return list(opened(draw_statistics_report(made, language)).pdf)

    return drawn


def words(page) -> list[str]:
    """The lines of a page without its head and its foot."""
    told = page.get_textpage().get_text_bounded(bottom=20 * mm, top=A4[1] - 20 * mm)
    return [one.strip() for one in told.splitlines() if one.strip()]


def empty(page) -> float:
    """How much of a page is empty above its foot."""
    bottoms = [one.get_bounds()[1] for one in page.get_objects() if one.level == 0]
    return min(one for one in bottoms if one > 19.5 * mm) - 20 * mm


@both
def test_no_page_before_the_last_is_a_quarter_empty(pages, language):
    drawn = pages(language)
    assert len(drawn) > 4
    assert [round(empty(page) / mm) for page in drawn[1:-1] if empty(page) > 64 * mm] == []  # fmt: skip


@pytest.fixture
def anywhere(opened):
    """The pages on which a table of so many rows stands, begun at every height of a page."""

    def drawn(rows):
        story = []
        for height in range(0, 250, 5):
            one = table(1, rows)
            told = numbers(one.heads, one.rows, [46 * mm], total=True)
            story += [PageBreak(), gap(height), Titled([written(one.title)], told, [written(one.note)])]  # fmt: skip
        return list(opened(draw_paper(Mark("표", "ko"), story)).pdf)

    return drawn


@pytest.mark.parametrize("rows", [4, 12, 45])
def test_no_heading_ends_a_page_and_no_note_begins_one(anywhere, rows):
    for told in map(words, anywhere(rows)):
        heads = [at for at, one in enumerate(told) if one.startswith("T")]
        assert all(len(told) - at >= 4 for at in heads)  # its head and two rows
        assert not told or NOTE not in told[0]


def test_a_torn_table_has_its_head_again_and_leaves_more_than_its_sum(anywhere):
    torn = [told for told in map(words, anywhere(12)) if told and not told[0].startswith("T")]  # fmt: skip
    assert torn
    for head, *rows, last, note in torn:
        assert head.startswith(HEAD)
        assert len(rows) >= 2
        assert last.startswith("계")
        assert note.startswith(NOTE)
