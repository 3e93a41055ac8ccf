"""What is true of every paper in both languages."""

import ctypes
import dataclasses
import hashlib
import pkgutil
import re
import subprocess
import sys
import typing
from functools import cache
from importlib import import_module

import pypdfium2
import pytest

from intake import documents
from intake.desk.paper_kinds import KINDS
from intake.documents import DOCUMENTS, draw_performance
from intake.documents.paper import MARGIN
from intake.text import Texts
from tests.documents.conftest import content

raw = pypdfium2.raw
EVERY = [(kind, language) for kind in DOCUMENTS for language in ("ko", "en")]
every_paper = pytest.mark.parametrize(
    ("kind", "language"),
    EVERY,
    ids=[f"{kind.name}-{language}" for kind, language in EVERY],
)
HOSTILE = (
    "가" * 900,
    " " + "낱말 " * 400,
    " https://board.example/" + "a" * 1500,
    " <para><img src='file:///etc/passwd'/>&amp;",
    " \x00\x07\u202e뒤집힌\u200b 말 😀𠮷 \ud800",
)


@cache
def drawn(kind, language):
    """A paper of honest values: the same for every question that is asked of it."""
    return kind.draw(content(kind.name), language)


@every_paper
def test_no_typeface_is_missing_from_the_file(kind, language, opened):
    paper = opened(drawn(kind, language))
    named = set(re.findall(rb"/BaseFont\s*/(\S+)", paper.data))
    assert named
    assert all(b"+PretendardGOV" in name for name in named)
    fonts = [raw.FPDFTextObj_GetFont(piece) for piece, _ in paper.pieces()]
    assert fonts
    assert all(raw.FPDFFont_GetIsEmbedded(font) == 1 for font in fonts)


@every_paper
def test_the_words_can_be_read_back(kind, language, opened):
    paper = opened(drawn(kind, language))
    assert Texts(language, strict=True)(kind.title_id) in paper.text
    assert "�" not in paper.text


@every_paper
def test_nothing_is_smaller_than_nine_points(kind, language, opened):
    for piece, _ in opened(drawn(kind, language)).pieces():
        size = ctypes.c_float()
        assert raw.FPDFTextObj_GetFontSize(piece, size)
        assert size.value >= 9


@every_paper
def test_the_same_values_give_the_same_bytes(kind, language):
    assert kind.draw(content(kind.name), language) == drawn(kind, language)


@every_paper
@pytest.mark.parametrize(
    "more", HOSTILE, ids=["syllables", "words", "url", "markup", "unseen"]
)
def test_hostile_values_stay_between_the_margins(kind, language, more, opened):
    paper = opened(kind.draw(content(kind.name, more), language))
    on_the_page = ((piece, page) for piece, page in paper.pieces() if piece.level == 0)
    for piece, page in on_the_page:
        left, _, right, _ = piece.get_bounds()
        assert left >= MARGIN - 2
        assert right <= page.get_width() - MARGIN + 2
    for page in paper.pdf:
        drawn = [thing.get_bounds() for thing in page.get_objects() if thing.level == 0]
        assert min(bottom for _, bottom, _, _ in drawn) >= MARGIN / 2
        assert max(top for _, _, _, top in drawn) <= page.get_height() - MARGIN / 2


@every_paper
def test_the_files_own_title_and_language_carry_nothing_of_a_case(
    kind, language, opened
):
    paper = opened(drawn(kind, language))
    facts = paper.pdf.get_metadata_dict()
    assert facts["Title"] == Texts(language)(kind.title_id)
    assert facts["Author"] == facts["Creator"] == facts["Producer"] == "Ieum"
    assert facts["Subject"] == facts["Title"]
    assert (b"/Lang (ko-KR)" if language == "ko" else b"/Lang (en)") in paper.data


def test_every_drawing_and_every_kind_that_is_issued_is_looked_at_here():
    """Whoever adds a paper adds it to DOCUMENTS: nothing of this file is forgotten for it."""
    # the sheet itself, and three with tests of their own
    shared = {"draw_paper", "draw_first_aid", "draw_lost_laptop", "draw_phrase_sheet"}
    there = {name for module in _modules() for name in vars(module) if name.startswith("draw_")}  # fmt: skip
    assert {one.draw.__name__ for one in DOCUMENTS} == there - shared
    assert len({one.content for one in DOCUMENTS}) == len(DOCUMENTS)
    annotated = {typing.get_type_hints(import_module(one.module).content)["return"] for one in KINDS}  # fmt: skip
    assert annotated <= {one.content for one in DOCUMENTS}
    assert len(annotated) == len(KINDS)


def _modules():
    for one in pkgutil.iter_modules(documents.__path__):
        yield import_module(f"intake.documents.{one.name}")


@pytest.mark.parametrize("months", [(), (("2024.01", (2, 1)),)], ids=["no-month", "month"])  # fmt: skip
def test_the_parts_of_a_performance_are_numbered_without_a_gap(months, opened):
    made = dataclasses.replace(content("performance"), months=months)
    text = opened(draw_performance(made, "ko")).text
    numbered = [int(one) for one in re.findall(r"^(\d)\. ", text, re.MULTILINE)]
    assert numbered == list(range(1, len(numbered) + 1))
    assert len(numbered) >= 5


def test_every_page_says_which_of_how_many_it_is(opened):
    paper = opened(DOCUMENTS[2].draw(content("consent"), "ko"))
    pages = len(paper.pdf)
    assert pages == 4
    for number, page in enumerate(paper.pdf, 1):
        assert f"{number} / " in page.get_textpage().get_text_bounded()


def test_another_process_draws_the_same_bytes(house):
    script = (
        "import hashlib; from tests.documents.conftest import content;"
        "from intake.documents import DOCUMENTS;"
        "print(hashlib.sha256(b''.join(k.draw(content(k.name), 'ko') for k in DOCUMENTS)).hexdigest())"
    )
    other = subprocess.run(
        [sys.executable, "-c", script],
        cwd=house,
        env={"PYTHONHASHSEED": "1", "PATH": "", "TZ": "Asia/Seoul"},
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    here = b"".join(drawn(kind, "ko") for kind in DOCUMENTS)
    assert other.strip() == hashlib.sha256(here).hexdigest()


def test_drawing_writes_nothing_to_disk(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    for kind in DOCUMENTS:
        assert kind.draw(content(kind.name), "ko").startswith(b"%PDF-")
    assert list(tmp_path.iterdir()) == []
