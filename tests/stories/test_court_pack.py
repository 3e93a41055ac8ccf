"""The court's pack of the merged story (domain §8.5): every figure as expected, nobody too many.

Fifteen victims of seven centers agreed to the court. Told a second time, two of them did not: the
papers are then those of thirteen, and nothing in them says that there were others.
"""

import contextlib
import re
import subprocess
from hashlib import sha256
from pathlib import Path

import pypdfium2
import pytest

from intake.desk.views.papers import PaperPlan
from tests.stories import fifteen
from tests.stories.joining import (
    CENTRAL,
    COURT,
    Cast,
    Land,
    Office,
    join_by_material,
    second_interview,
    story,
    suspect_of,
    victims,
)

NUMBER, ACCUSED = "2099고합7", "김○○"


@pytest.fixture(scope="module")
def office(land, stages, tmp_path_factory):
    """The central desk after everything was joined (T7)."""
    made = stages.office(land, tmp_path_factory.mktemp("office") / CENTRAL)
    made.take_in("late", second_interview(land, tmp_path_factory.mktemp("late")).parent)
    made.confirm()
    join_by_material(made)
    yield made
    made.close()


def plan(office, kind):
    about = suspect_of(victims(office.land)["V01"])
    return PaperPlan(
        kind, "PROFILE", about, COURT, NUMBER, ACCUSED, checked_by="이확인"
    )


def read(data):
    """What stands on every page, as a reader would copy it."""
    pdf = pypdfium2.PdfDocument(data)
    with contextlib.closing(pdf):
        return "\n".join(page.get_textpage().get_text_bounded() for page in pdf)


def spoken(data):
    """The same with every run of white space as one space: lines break where they like."""
    return " ".join(read(data).split())


def test_the_performance_says_the_expected_figures(office):
    text = spoken(office.desk.papers.preview(plan(office, "PERFORMANCE")).data)
    for said in ("15명", "10,744", "8,602", "2,142", "5,324", "767", "1,799", "252", "460", "2,190", "가-01", "가-15"):  # fmt: skip
        assert said in text, said
    assert "가-16" not in text


def test_the_opinion_lists_the_facts_of_every_factor(office):
    text = spoken(office.desk.papers.preview(plan(office, "OPINION")).data)
    for said in ("15명", "43개월", "1,329일", "7개 센터", "접촉에 쓰인 경로 5가지", "올라온 사이트 4곳", "5명", "14세 미만 1명", "2,190", "8,602"):  # fmt: skip
        assert said in text, said


@pytest.fixture(scope="module")
def pack(office, tmp_path_factory):
    """The whole pack on a stick, by kind of paper."""
    into = tmp_path_factory.mktemp("stick")
    saved = office.desk.papers.pack(plan(office, "OPINION"), into)
    return {one.kind: Path(saved.place, f"{one.number}.pdf").read_bytes() for one in saved.papers}  # fmt: skip


def test_the_pack_has_every_paper_and_an_index_of_them(pack):
    assert list(pack) == ["OPINION", "PERFORMANCE", "MERGED", "ANNEX", "PETITION_LIST", "PACK_INDEX"]  # fmt: skip
    index = spoken(pack["PACK_INDEX"])
    for kind, data in pack.items():
        if kind != "PACK_INDEX":
            assert sha256(data).hexdigest() in index.replace(" ", ""), kind


def test_every_figure_of_the_pack_is_the_expected_one(pack):
    said = {
        "OPINION": ("15명", "43개월", "1,329일", "7개 센터", "2,190", "8,602", "2021년 3월 14일", "2024년 11월 2일"),
        "PERFORMANCE": ("15명", "10,744", "8,602", "2,142", "5,324", "767", "1,799", "252", "460", "2,190"),
        "MERGED": ("가-01", "가-15", "10,744", "8,602"),
        "ANNEX": ("10,744", "가-01", "가-15"),
    }  # fmt: skip
    for kind, words in said.items():
        text = spoken(pack[kind])
        assert [one for one in words if one not in text] == [], kind
        assert "가-16" not in text


def test_the_list_of_petitions_names_six_and_nobody_who_was_not_asked(pack):
    text = spoken(pack["PETITION_LIST"])
    assert len(set(re.findall(r"가-\d\d", text))) == 6
    assert text.count("손으로 씀") == 1


def test_every_page_of_the_pack_has_its_letters_with_it(pack, tmp_path):
    """No font is missing from a file: another reader draws the same letters."""
    for kind, data in pack.items():
        file = tmp_path / f"{kind}.pdf"
        file.write_bytes(data)
        told = subprocess.run(["pdffonts", file], check=True, capture_output=True, text=True).stdout  # fmt: skip
        rows = [line for line in told.splitlines()[2:] if line.strip()]
        assert rows, kind
        assert all(line.split()[-5] == "yes" for line in rows), told


# --- two of them did not agree ---------------------------------------------------------------


@pytest.fixture(scope="module")
def fewer(house, tmp_path_factory):
    """The same people without addresses, where V01 and V14 did not agree to the court."""
    cast = Cast(story(house), small=True, court=COURT, silent=frozenset({"V01", "V14"}))
    made = Land(tmp_path_factory.mktemp("fewer"), cast)
    made.settle()
    told = Office.in_copy(made, tmp_path_factory.mktemp("fewer-office"))
    for code in fifteen.CENTERS:
        told.take_in(code)
    told.confirm()
    yield told
    told.close()


@pytest.mark.parametrize("kind", ["PERFORMANCE", "OPINION", "ANNEX"])
def test_who_did_not_agree_is_no_row_and_no_part_of_a_sum(fewer, kind):
    """V12 and V13 are not joined here: thirteen are, and eleven of them agreed."""
    about = suspect_of(victims(fewer.land)["V02"])
    asked = PaperPlan(
        kind, "PROFILE", about, COURT, NUMBER, ACCUSED, checked_by="이확인"
    )
    seen = fewer.desk.papers.preview(asked)
    text = spoken(seen.data)
    if kind != "ANNEX":
        assert "11명" in text
    for said in ("13명", "가-12", "2명", "미동의", "거부"):
        assert said not in text, said
