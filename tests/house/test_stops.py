"""What is said in several sentences ends as one, and what is told on opening is a sentence."""

import re

import pytest

from intake.text import LANGUAGES
from tests.house.test_texts import sources

INSIDE = re.compile(r"[가-힣a-z)”’]\. [가-힣A-Z{“‘]")
ENDS = re.compile(r"[.?…:”)}]$")
EXAMPLE = re.compile(r"예: |e\.g\. |For example: ")


def texts_of(language):
    """Every entry by id, without the remarks after it."""
    for name, text in sources(language).items():
        lines = (line for line in text.splitlines() if not line.startswith("#"))
        yield name, "\n".join(lines).strip()


@pytest.mark.parametrize("language", LANGUAGES)
def test_where_one_sentence_has_its_stop_the_last_one_has(language):
    said = texts_of(language)
    several = [(name, text) for name, text in said if INSIDE.search(text) and not EXAMPLE.search(text)]  # fmt: skip
    assert len(several) > 100
    assert [name for name, text in several if not ENDS.search(text)] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_told_on_opening_ends_with_a_stop(language):
    told = [
        (name, text) for name, text in texts_of(language) if name.startswith("notice-")
    ]
    assert told
    assert [name for name, text in told if not ENDS.search(text)] == []


@pytest.mark.parametrize(
    ("language", "way"), [("ko", "관리 › "), ("en", "Settings › ")]
)
def test_a_way_into_the_settings_names_a_page_that_is_there(language, way):
    pages = [text.partition(" = ")[2] for name, text in texts_of(language) if name.startswith("settings-")]  # fmt: skip
    ways = [(name, one) for name, text in texts_of(language) for one in text.split(way)[1:]]  # fmt: skip
    assert len(ways) > 5
    assert [name for name, one in ways if not one.startswith(tuple(pages))] == []
    assert [name for name, text in texts_of(language) if re.search(r"Administration|(관리|Settings) →", text)] == []  # fmt: skip


def test_what_opens_a_vault_has_one_name_in_korean():
    assert [name for name, text in texts_of("ko") if "암호문구" in text] == []
