"""Every reason is a calm sentence in both languages, with or without its value."""

import ast
import re
from pathlib import Path

import pytest

from intake.matching import against, evidence, near, saying, score
from intake.matching.likeness import Line
from intake.matching.saying import said, shown, withheld_because
from intake.text import Texts

_MODULES = (against, evidence, near, saying, score)
_IDS = sorted({
    node.value
    for module in _MODULES
    for node in ast.walk(ast.parse(Path(module.__file__).read_text("utf-8")))
    if isinstance(node, ast.Constant) and isinstance(node.value, str)
    and re.fullmatch(r"match-(?:says|withheld)-[a-z-]+", node.value)
})  # fmt: skip


@pytest.mark.parametrize("language", ["ko", "en"])
@pytest.mark.parametrize("says", [one for one in _IDS if "says" in one])
def test_every_reason_has_its_sentence(says, language):
    texts = Texts(language, strict=True)
    whole = said(Line(says, "telegram", 0, "x7q_haru", 2), texts, language)
    frozen = said(Line(says, "telegram", 0), texts, language)
    assert whole
    assert not re.search(r"  |[!%{}]|확실|certain", whole + frozen)


@pytest.mark.parametrize("language", ["ko", "en"])
@pytest.mark.parametrize("why", [one for one in _IDS if "withheld" in one])
def test_every_withholding_says_why(why, language):
    told = withheld_because(why, Texts(language, strict=True))
    assert told.endswith(".")
    assert withheld_because("", Texts(language, strict=True)) == ""


def test_how_many_others_have_a_value_is_said():
    line = Line("match-says-same", "telegram", 21_500, "x7q_haneul", 1)
    assert said(line, Texts("ko", strict=True), "ko") == "같은 텔레그램 사용자명 @x7q_haneul (다른 기록 1건에도 있음)"  # fmt: skip
    assert said(line, Texts("en", strict=True), "en") == "Same Telegram user name @x7q_haneul (also in 1 other record)"  # fmt: skip


@pytest.mark.parametrize(
    ("kind", "value", "told"),
    [
        ("phone", "+821000004217", "010-0000-4217"),
        ("phone", "+8221234567", "+8221234567"),
        ("uploader", "tube-a.example:northpier_x7q", "northpier_x7q (tube-a.example)"),
        ("nickname", "가" * 500, "가" * 59 + "…"),
        ("sha256", "5e" * 32, "5e5e5e5e5e5e…"),
        ("bank", "999:00077123123", "999 00077123123"),
    ],
)
def test_a_value_is_written_as_people_write_it(kind, value, told):
    assert shown(kind, value) == told
