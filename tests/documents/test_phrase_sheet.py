"""Every kind of paper has phrases of its own, what it leaves out, and a sample of its words."""

import pypdfium2
import pytest

from intake.desk.paper_kinds import KINDS
from intake.desk.paper_pack import _INDEX
from intake.desk.redactions import _BY_KIND
from intake.documents.phrase_sheet import ShownPhrase, draw_phrase_sheet
from intake.documents.phrases import PHRASES, room_of
from intake.text import LANGUAGES, texts_in, written_in
from intake.text.wording import facts_of
from tests.desks_at_hand import a_desk

CODES = sorted({one.code for one in (*KINDS, _INDEX)})


def words_of(data):
    pdf = pypdfium2.PdfDocument(data)
    text = "\n".join(page.get_textpage().get_text_bounded() for page in pdf)
    pdf.close()
    return " ".join(text.split())


@pytest.mark.parametrize("code", CODES)
def test_a_paper_of_every_kind_has_words_a_center_may_choose_and_a_list_of_what_it_leaves_out(code):  # fmt: skip
    assert any(one.place == "title" for one in PHRASES[code])
    assert code in _BY_KIND


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_programs_own_words_fit_into_the_room_that_others_have(language):
    for some in PHRASES.values():
        for one in some:
            assert room_of(written_in(language).source(one.name)) <= one.most, one.name


def test_there_are_phrases_of_no_other_paper():
    assert set(PHRASES) == set(CODES)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("code", CODES)
def test_every_phrase_stands_on_the_sample_and_a_word_says_what_it_is(code, language):
    texts = written_in(language)
    told = []
    for one in PHRASES[code]:
        facts = {name: 1234 if function else "○○○" for function, name in facts_of(texts.source(one.name))}  # fmt: skip
        told.append(ShownPhrase(one.name, one.place, texts(one.name, **facts)))
    drawn = draw_phrase_sheet(told, language)
    seen = words_of(drawn).replace(" ", "")
    missing = [one.words for one in told if one.words.replace(" ", "") not in seen]
    assert missing in ([], [texts("paper-approval")])  # 결재 stands upright
    assert texts_in(language)("template-sample").replace(" ", "") in seen
    assert draw_phrase_sheet(told, language) == drawn


def test_a_sample_speaks_in_own_words_and_tries_others_that_nobody_chose(tmp_path):
    desk = a_desk(tmp_path / "v")
    try:
        desk.templates.set("paper-annex-title", "ko", "우리 별지")
        kept = words_of(desk.templates.sample("ANNEX").data)
        tried = words_of(desk.templates.sample("ANNEX", "ko", "paper-annex-title", "새 별지").data)  # fmt: skip
        default = words_of(desk.templates.sample("ANNEX", "ko", "paper-annex-title").data)  # fmt: skip
        assert "우리 별지" in kept
        assert "새 별지" in tried
        assert "우리 별지" not in tried + default
        assert desk.templates.listing("ANNEX", "ko")[0].own == "우리 별지"
    finally:
        desk.close()
