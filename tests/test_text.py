"""Sentences by id, Korean particles, days and sizes."""

import datetime as dt
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intake import text as room
from intake.errors import Busy, IntakeError, MailboxAway, NoRoom, Refused
from intake.text import LANGUAGES, MissingText, Texts, josa, resource, speak
from intake.text.days import Calendar

PAIRS = ("은/는", "이/가", "을/를", "과/와", "으로/로", "이라/라", "아/야")
MOMENT = int(dt.datetime(2026, 11, 25, 14, 32, 7).timestamp() * 1000)  # noqa: DTZ001 - local on purpose

hangul = st.integers(ord("가"), ord("힣")).map(chr)


@pytest.fixture
def folder(tmp_path):
    """Two small languages."""
    for language, words in {
        "ko": 'found = { JOSA($what, "을/를") } 찾았습니다.\n    .more = 더 있습니다.\nonly-ko = 우리말\n',
        "en": "found = Found { $what }.\n    .more = There is more.\nonly-en = { only-too } here\nonly-too = English\n",
    }.items():
        (tmp_path / language).mkdir()
        (tmp_path / language / "a.ftl").write_text(words, encoding="utf-8")
    return tmp_path


# --- sentences --------------------------------------------------------------------


def test_a_sentence_carries_its_facts_without_direction_marks(folder):
    assert Texts("ko", folder)("found", what="보관함") == "보관함을 찾았습니다."
    assert Texts("en", folder)("found", what="it") == "Found it."
    assert Texts("ko", folder)("found.more") == "더 있습니다."


def test_a_missing_sentence_is_said_in_the_other_language_then_bare(folder):
    texts = Texts("ko", folder, strict=False)
    assert texts("only-en") == "English here"
    assert texts("nowhere") == "nowhere"
    assert texts("found.nothing") == "found.nothing"


def test_a_missing_sentence_or_fact_is_an_error_where_texts_are_strict(folder):
    texts = Texts("ko", folder, strict=True)
    for unsaid in ("only-en", "nowhere", "found.nothing"):
        with pytest.raises(MissingText):
            texts(unsaid)
    with pytest.raises(LookupError):
        texts("found")


def test_the_environment_makes_texts_strict(folder, monkeypatch):
    monkeypatch.setenv("IEUM_STRICT_TEXTS", "1")
    with pytest.raises(MissingText):
        Texts("ko", folder)("nowhere")


def test_the_language_can_change_while_the_program_runs(folder):
    texts = Texts("ko", folder)
    texts.speak("en")
    assert (texts.language, texts("found", what="it")) == ("en", "Found it.")
    texts.speak("tlh")
    assert texts.language == "ko"


def test_the_shared_texts_speak_for_everybody():
    try:
        assert speak("en") is room.texts
        assert room.texts.language == "en"
    finally:
        speak("ko")


def test_languages_are_named_in_themselves():
    assert dict(LANGUAGES) == {"ko": "한국어", "en": "English"}


def test_words_typefaces_and_icons_lie_where_the_program_looks():
    assert resource("text", "ko", "errors.ftl").is_file()
    assert resource("fonts", "PretendardGOV-Regular.ttf").is_file()
    assert resource("icons", "lock.svg").is_file()


def test_a_large_number_is_grouped():
    assert Texts("ko")("paper-slip-records-value", count=10744) == "10,744건"
    assert Texts("en").number(10744) == "10,744"


# --- errors -----------------------------------------------------------------------


def test_an_error_is_said_with_what_to_do_and_a_code():
    words = Texts("ko", strict=True).error(NoRoom(needed=5_000_000_000, free=3_200_000))
    assert "3.2 MB라 더 쓸 수 없습니다" in words.sentence
    assert "기록은 안전합니다" in words.sentence
    assert words.remedy == "공간을 5.0 GB 이상 만든 뒤 다시 시도하십시오."
    assert words.code == "NO-ROOM"


def test_an_error_without_its_facts_is_still_a_sentence():
    assert "none" not in Texts("en", strict=True).error(MailboxAway()).sentence
    assert (
        "USB-3" in Texts("en", strict=True).error(MailboxAway(mailbox="USB-3")).sentence
    )


def test_an_error_without_words_borrows_those_of_its_branch():
    class Unheard(Busy):
        pass

    class Unheard2(Refused):
        pass

    texts = Texts("ko", strict=True)
    assert texts.error(Unheard()).sentence == texts.error(Busy()).sentence
    assert texts.remedy(Unheard2()) == texts.remedy(Refused())
    assert texts.error(Unheard()).code == "UNHEARD"
    assert texts.error(IntakeError()).code == "INTAKE-ERROR"


# --- particles --------------------------------------------------------------------


@given(st.text(hangul, max_size=5), hangul, st.sampled_from(PAIRS))
def test_after_hangul_the_final_consonant_decides(before, last, pair):
    decomposed = unicodedata.normalize(
        "NFD", last
    )  # an independent reading of the syllable
    closed, opened = pair.split("/")
    open_wanted = len(decomposed) == 2 or (
        closed == "으로" and decomposed[2] == "\u11af"
    )
    expected = opened if open_wanted else closed
    assert josa(before + last, pair) == before + last + expected


@given(st.text(min_size=1, max_size=12), st.sampled_from(PAIRS))
def test_no_word_is_lost_and_one_form_of_the_particle_follows(word, pair):
    closed, opened = pair.split("/")
    said = josa(word, pair)
    composed = unicodedata.normalize("NFC", word)
    assert said.startswith(composed)
    assert said[len(composed) :] in {closed, opened, f"{closed}({opened})", "(으)로"}


@given(st.text(hangul, min_size=1, max_size=6), st.sampled_from(PAIRS))
def test_decomposed_hangul_and_a_turned_pair_read_the_same(word, pair):
    turned = "/".join(reversed(pair.split("/")))
    assert josa(unicodedata.normalize("NFD", word), pair) == josa(word, turned)


@given(
    st.text(hangul, min_size=1, max_size=6),
    st.sampled_from(["”", "’", ")", ".", " ", "(金)", "」"]),
)
def test_marks_after_a_word_are_not_heard(word, mark):
    closed_form = josa(word, "을/를").removeprefix(word)
    assert josa(word + mark, "을/를") == word + mark + closed_form


@pytest.mark.parametrize(
    ("number", "pair", "said"),
    [
        (0, "을/를", "0을"),
        (1, "으로/로", "1로"),
        (2, "이/가", "2가"),
        (3, "으로/로", "3으로"),
        (6, "으로/로", "6으로"),
        (7, "으로/로", "7로"),
        (9, "은/는", "9는"),
        (10, "은/는", "10은"),
        (1_000, "이/가", "1,000이"),
        (10_744, "을/를", "10,744를"),
        (10**8, "은/는", "100,000,000은"),
        (10**12, "은/는", "1,000,000,000,000는"),
        (10**16, "은/는", "10,000,000,000,000,000은"),
    ],
)
def test_a_number_is_read_in_korean(number, pair, said):
    assert josa(number, pair) == said


@pytest.mark.parametrize(
    ("word", "said"),
    [
        ("USB", "USB를"),
        ("PDF", "PDF를"),
        ("URL", "URL을"),
        ("Google", "Google을"),
        ("Telegram", "Telegram을"),
        ("Facebook", "Facebook을"),
        ("Twitter", "Twitter를"),
        ("Kakao", "Kakao를"),
        ("100%", "100%를"),
        ("ㅎ", "ㅎ을"),
        ("ㅏ", "ㅏ를"),
        ("金", "金을(를)"),
        ("😀", "😀을(를)"),
        ("", "을(를)"),
    ],
)
def test_other_letters_are_read_as_koreans_read_them(word, said):
    assert josa(word, "을/를") == said


def test_after_rieul_comes_ro():
    assert josa("서울", "으로/로") == "서울로"
    assert josa("URL", "으로/로") == "URL로"
    assert josa("漢", "으로/로") == "漢(으)로"


# --- days, waits, sizes -------------------------------------------------------------


def test_a_day_keeps_the_precision_it_was_said_with():
    korean, english = Calendar("ko"), Calendar("en")
    assert [korean.day(day) for day in ("2026", "2026-11", "2026-11-05")] == [
        "2026년",
        "2026년 11월",
        "2026년 11월 5일",
    ]
    assert [english.day(day) for day in ("2026", "2026-11", "2026-11-05")] == [
        "2026",
        "November 2026",
        "5 November 2026",
    ]
    assert korean.day(dt.date(2026, 2, 1)) == "2026년 2월 1일"


def test_a_moment_is_shown_on_this_computers_calendar():
    assert Texts("ko").moment(MOMENT) == "2026년 11월 25일 14:32"
    assert Texts("en").moment(MOMENT) == "25 November 2026, 14:32"
    assert Texts("ko").time(MOMENT, seconds=True) == "14:32:07"
    assert Texts("ko").day(MOMENT) == "2026년 11월 25일"


def test_a_wait_is_said_in_minutes_and_seconds():
    assert [Calendar("ko").wait(s) for s in (0, 5, 60, 75)] == [
        "0초",
        "5초",
        "1분",
        "1분 15초",
    ]
    assert [Calendar("en").wait(s) for s in (0, 60, 75)] == [
        "0 s",
        "1 min",
        "1 min 15 s",
    ]


def test_a_size_is_said_in_the_unit_a_person_would_choose():
    sizes = (0, 999, 1000, 45_300_000, 3_200_000, 5 * 10**12)
    assert [Texts("ko").size(n) for n in sizes] == [
        "0 B",
        "999 B",
        "1.0 KB",
        "45 MB",
        "3.2 MB",
        "5.0 TB",
    ]


def test_sentences_may_speak_of_days_waits_and_sizes(tmp_path):
    (tmp_path / "ko").mkdir()
    words = (
        "a = { DAY($day) } { MOMENT($ms) } { WAIT($s) } { SIZE($n) } { NUMBER($n) }\n"
    )
    (tmp_path / "ko" / "a.ftl").write_text(words, encoding="utf-8")
    texts = Texts("ko", tmp_path, strict=True)
    assert texts("a", day="2026-11", ms=MOMENT, s=75, n=1500) == (
        "2026년 11월 2026년 11월 25일 14:32 1분 15초 1.5 KB 1,500"
    )
    with pytest.raises(LookupError):
        texts("a", ms=MOMENT, s=75, n=1500)
