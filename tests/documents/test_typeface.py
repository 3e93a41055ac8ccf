"""Only what the typeface can draw is drawn."""

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from intake.documents.typeface import (
    SMALLEST,
    STYLES,
    drawable,
    register_typeface,
    shown,
)


@given(st.characters())
def test_every_character_is_drawn_or_named(character):
    said = drawable(character)
    assert said in {character, f"[U+{ord(character):04X}]"}
    assert all(ord(letter) in register_typeface() for letter in said)


@given(st.text(max_size=40))
def test_text_from_people_is_never_markup(text):
    said = shown(text)
    assert "<" not in said
    assert ">" not in said
    assert said.count("&") == sum(
        said.count(entity) for entity in ("&lt;", "&gt;", "&amp;")
    )


def test_all_hangul_syllables_and_the_hanja_of_names_are_there():
    assert all(
        drawable(chr(code)) == chr(code) for code in range(ord("가"), ord("힣") + 1)
    )
    assert [
        hanja for hanja in "金李朴崔鄭姜趙尹張林氏" if drawable(hanja) != hanja
    ] == []


def test_decomposed_hangul_is_composed_before_it_is_drawn():
    assert shown(unicodedata.normalize("NFD", "한글")) == "한글"


def test_invisible_direction_marks_are_shown():
    assert shown("a\u202eb") == "a[U+202E]b"


def test_every_style_is_ours_and_large_enough():
    for style in STYLES.values():
        assert style.fontName.startswith("Ieum")
        assert style.bulletFontName.startswith("Ieum")
        assert style.fontSize >= SMALLEST
        assert style.leading >= 1.25 * style.fontSize
