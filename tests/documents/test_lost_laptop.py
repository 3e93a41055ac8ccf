"""The lost-laptop pack: facts and a clock, and nobody's name."""

import csv
import io

import pypdfium2
import pytest

from intake.documents.lost_laptop import LostLaptop, draw_lost_laptop, list_lost_laptop

PACK = LostLaptop(
    center="인천 센터",
    code="IC",
    device="01a2142e-c6ee-73fd-a957-7a8b1a3b805b",
    name="상담실 2",
    last_seen_ms=4_075_000_000_000,
    lost_on="2099-03-02",
    noticed_ms=4_075_100_000_000,
    until_ms=4_075_100_000_000 + 72 * 3_600_000,
    made_ms=4_075_100_500_000,
    cases=15,
    victims=15,
    others=7,
    suspects=3,
    classes=(("core", 15), ("identity", 15), ("narrative", 12), ("suspect", 3), ("material", 9), ("court", 0)),
    position="ab" * 32,
)  # fmt: skip


def text_of(data):
    document = pypdfium2.PdfDocument(data)
    return "".join(page.get_textpage().get_text_range() for page in document), len(document)  # fmt: skip


@pytest.mark.parametrize("language", ["ko", "en"])
def test_the_pack_says_what_when_and_what_to_do_on_two_pages(language):
    text, pages = text_of(draw_lost_laptop(PACK, language))
    assert pages <= 2
    assert PACK.device in text
    assert "15" in text
    assert "72" in text


@pytest.mark.parametrize("language", ["ko", "en"])
def test_the_table_has_two_columns_and_a_spreadsheet_reads_it(language):
    data = list_lost_laptop(PACK, language)
    assert data.startswith(b"\xef\xbb\xbf")
    rows = list(csv.reader(io.StringIO(data.decode("utf-8-sig"))))
    assert {len(row) for row in rows} == {2}
    assert len(rows) == 1 + 2 + 5 + 4 + 6 + 2


def test_the_clock_runs_seventy_two_hours():
    first, second = (list_lost_laptop(PACK, "ko").decode("utf-8-sig").splitlines()[n] for n in (1, 2))  # fmt: skip
    day = lambda line: int(line.split("월 ")[1].split("일")[0])  # noqa: E731
    assert day(second) - day(first) == 3
