"""What each paper must say."""

import hashlib
import re

import pytest

from intake.documents import (
    PURPOSES,
    ConsentForm,
    InterviewPrint,
    consent_hash,
    consent_version,
    draw_bundle_slip,
    draw_consent_form,
    draw_enrolment_sheet,
    draw_interview_print,
    draw_recovery_sheet,
)
from intake.documents.consent_form import _CLEAR
from intake.documents.pieces import by_fours
from intake.documents.typeface import STYLES
from intake.text import Texts
from tests.documents.conftest import CODE, WORDS, content, interview

both = pytest.mark.parametrize("language", ["ko", "en"])


def flat(text: str) -> str:
    """Text without the places where lines break."""
    return re.sub(r"\s+", "", text)


# --- recovery ---------------------------------------------------------------------


@both
def test_the_recovery_sheet_shows_the_code_in_fours_and_what_it_opens(language, opened):
    paper = opened(draw_recovery_sheet(content("recovery"), language))
    assert flat(by_fours(CODE)) in flat(paper.text)
    assert "K7QX 9MWD 2PRT 4HNV" in re.sub(r" +", " ", paper.text)
    assert "0193f2a4-7c11" in paper.text
    texts = Texts(language)
    for part in ("opens", "keep-1", "use-3", "renew"):
        assert flat(texts(f"paper-recovery-{part}")) in flat(paper.text)
    assert len(paper.pdf) == 1


def test_a_code_given_in_groups_is_the_same_sheet():
    plain = content("recovery")
    grouped = type(plain)(
        plain.vault_id,
        plain.center,
        plain.device,
        plain.made,
        "K7QX-9MWD-2PRT-4HNV-B8CJ-6LZF-YA",
    )
    assert draw_recovery_sheet(grouped, "ko") == draw_recovery_sheet(plain, "ko")


# --- consent of one receiver --------------------------------------------------------


@both
@pytest.mark.parametrize("receiver", ["나루법률사무소", ""], ids=["named", "by hand"])
def test_a_receiver_that_is_named_below_stands_below_and_beside_the_signatures(language, receiver, opened):  # fmt: skip
    form = ConsentForm(center="IC 센터", purposes=("LAWYER",), receiver=receiver)
    paper, texts = opened(draw_consent_form(form, language)), Texts(language)
    named = receiver or texts("paper-consent-receiver-name")
    assert flat(paper.text).index(flat(texts("consent-lawyer-receiver"))) < flat(paper.text).index(flat(named))  # fmt: skip
    *_, last = paper.pdf
    signed = flat(last.get_textpage().get_text_bounded())
    assert flat(named) in signed
    assert flat(texts("paper-consent-receiver-name")) in signed


def test_secrets_and_names_are_not_in_a_repr():
    assert CODE not in repr(content("recovery"))
    assert "녹두" not in repr(content("consent"))
    assert "녹두" not in repr(content("interview"))
    assert "지우려면" not in repr(content("interview"))


# --- keys -------------------------------------------------------------------------


@both
def test_the_key_sheet_shows_every_word_in_order(language, opened):
    paper = opened(draw_enrolment_sheet(content("enrolment"), language))
    places = [paper.text.index(word) for word in WORDS]
    assert places == sorted(places)
    assert "SHA256:uNiV0000" in paper.text
    assert len(paper.pdf) == 1


# --- consent ----------------------------------------------------------------------


@both
def test_each_consent_names_the_five_things_the_law_wants_said(language, opened):
    page = flat(opened(draw_consent_form(ConsentForm("IC"), language)).text)
    texts = Texts(language, strict=True)
    for purpose in PURPOSES:
        for part in (
            "title",
            "spoken",
            "receiver",
            "purpose",
            "items",
            "keep",
            "refuse",
        ):
            assert flat(texts(f"consent-{purpose.lower()}-{part}")) in page
    assert page.count(flat(texts("consent-refused"))) >= len(PURPOSES)


@both
def test_the_consent_form_names_its_version_and_the_hash_of_its_words(language, opened):
    paper = opened(draw_consent_form(ConsentForm("IC"), language))
    for page in paper.pdf:
        words = page.get_textpage().get_text_bounded()
        assert consent_hash(language)[:16] in words
        assert consent_version() in words


def test_what_the_law_wants_clear_is_a_fifth_larger():
    assert {"receiver", "purpose", "keep"} == _CLEAR
    assert STYLES["clear"].fontSize >= 1.2 * STYLES["small-ink"].fontSize
    assert STYLES["clear"].fontSize >= 1.2 * STYLES["aside"].fontSize


def test_new_words_need_a_new_version():
    """A consent is held against its words: when this fails, raise consent-version."""
    known = {
        "1": ("a1bed2cf8788e718", "d7586c63e019c525"),
        "2": (
            "ce516340bb832883",
            "975e219820e44b81",
        ),  # match-only: what both parties together could do
    }
    said = tuple(consent_hash(language)[:16] for language in ("ko", "en"))
    assert known[consent_version()] == said


def test_the_hash_of_the_words_is_sha_256_and_belongs_to_one_language():
    hashes = {consent_hash("ko"), consent_hash("en")}
    assert len(hashes) == 2
    assert all(len(found) == len(hashlib.sha256().hexdigest()) for found in hashes)


# --- slip -------------------------------------------------------------------------


@both
def test_the_slip_names_bundle_receiver_and_the_hash_to_compare(language, opened):
    paper = opened(draw_bundle_slip(content("slip"), language))
    for said in ("IC-2026-0041", "C1", "1,283", "45 MB", "9f86 d081 9f86 d081"):
        assert said in paper.text
    assert len(paper.pdf) == 1


# --- interview --------------------------------------------------------------------


@both
def test_unknown_not_asked_and_declined_are_three_words(language, opened):
    paper = opened(draw_interview_print(content("interview"), language))
    texts = Texts(language, strict=True)
    words = {
        texts(f"paper-interview-state-{state}")
        for state in ("unk", "notasked", "declined")
    }
    assert len(words) == 3
    assert all(word in paper.text for word in words)


def test_answers_are_printed_as_they_were_said(opened):
    text = opened(draw_interview_print(content("interview"), "ko")).text
    assert flat("<b>태그처럼 보이는 말</b> & 그 밖의 것.") in flat(text)
    assert "金" in text


def test_the_foot_names_the_state_of_the_ledger(opened):
    text = opened(draw_interview_print(content("interview"), "ko")).text
    assert "기준 2026-11-25 14:32 · 장부 9f86 d081" in text


def test_an_answer_longer_than_a_page_goes_on_overleaf(opened):
    story = " ".join(f"{n}번째 문장입니다." for n in range(2000))
    paper = opened(draw_interview_print(interview(" " + story), "ko"))
    assert len(paper.pdf) > 5
    assert flat("1999번째 문장입니다.") in flat(paper.text)


def test_a_long_interview_prints_whole(opened):
    paper = opened(draw_interview_print(interview(answers=300), "ko"))
    assert flat(paper.text).count(flat("있었던 일을 말씀해 주십시오.")) == 300


def test_an_empty_interview_says_so(opened):
    empty = InterviewPrint("2026-IC-000123", "초기상담지", "1", "상담원 3", 0, None, ())
    text = opened(draw_interview_print(empty, "ko")).text
    assert "답한 질문이 없습니다." in text
    assert "마치지 않음" in text
