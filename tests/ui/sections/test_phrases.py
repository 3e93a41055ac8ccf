"""The words of papers are seen beside the program's own, tried on paper, and changed by a supervisor."""

import pytest
from PySide6.QtCore import Qt

from tests.ui.real_desks import check_reachable, press, said
from tests.ui.sections.conftest import becomes
from ui.sections.phrase_sheet import PhraseSheet, SampleSheet
from ui.widgets import Button

TITLE, LEAD = "paper-performance-title", "paper-annex-lead"


@pytest.fixture
def phrases(real, visit_desk):
    return visit_desk(real, "settings", section="phrases").sections["phrases"]


@pytest.fixture
def sheet(phrases, rest, window):
    """The sheet of the sentence that speaks of a number."""
    phrases.kinds["ANNEX"].click()
    rest()
    phrases._on_change(phrases.seen.lines[1])
    return window.findChildren(PhraseSheet)[-1]


def buttons(section, text):
    return [one for one in section.findChildren(Button) if one.text().strip() == text and one.isVisibleTo(section)]  # fmt: skip


def test_every_kind_of_paper_is_offered_and_the_chosen_one_shows_its_phrases(phrases, rest):  # fmt: skip
    assert len(phrases.kinds) == len(phrases.seen.kinds) > 10
    assert "디지털성범죄 피해지원 실적" in said(phrases)
    phrases.kinds["POWER"].click()
    rest()
    assert "위임장" in said(phrases)
    assert "디지털성범죄 피해지원 실적" not in said(phrases)
    (version,) = [one for one in said(phrases) if "문구 판" in one]
    assert phrases.seen.kinds[[one.kind for one in phrases.seen.kinds].index("POWER")].version in version  # fmt: skip


def test_a_value_is_a_word_in_brackets_and_no_brace_is_ever_seen(phrases, sheet):
    assert "삭제지원 ‹건수›건을 사건과 날짜의 순서로 적었습니다." in said(sheet)
    assert not [one for one in (*said(phrases), *said(sheet), sheet.edit.text()) if "{" in one]  # fmt: skip


def test_typed_words_are_kept_and_the_value_put_in_by_a_press_stays_a_value(sheet, phrases, real, rest):  # fmt: skip
    sheet.edit.setPlainText("모두 ")
    sheet.edit.moveCursor(sheet.edit.textCursor().MoveOperation.End)
    sheet.facts[0].click()
    sheet.edit.insertPlainText("건입니다.")
    sheet.go.click()
    rest()
    (line,) = [one for one in real.templates.listing("ANNEX", "ko") if one.own]
    assert line.own == "모두 { NUMBER($count) }건입니다."
    assert "모두 ‹건수›건입니다." in said(phrases)
    assert phrases.kinds["ANNEX"].text() == "삭제지원 내역(별지) · 1"


def test_words_without_their_value_are_refused_in_a_sentence_and_stay_typed(sheet, real, rest):  # fmt: skip
    sheet.edit.setPlainText("모두입니다.")
    sheet.go.click()
    rest()
    assert sheet.isVisible()
    assert sheet.edit.text() == "모두입니다."
    assert any("원래 문구에 있는 값" in one for one in said(sheet))
    assert not any(one.own for one in real.templates.listing("ANNEX", "ko"))


def test_the_room_left_is_said_while_typing_and_too_much_cannot_be_kept(sheet):
    sheet.edit.setPlainText("가" * 10)
    assert "460" in sheet._room.text()
    sheet.edit.setPlainText("가" * 241)
    assert "2칸 넘칩니다" in sheet._room.text()
    assert not sheet.go.isEnabled()


def test_words_are_tried_on_paper_before_they_are_kept(sheet, real, rest):
    sheet.edit.setPlainText("모두 ‹건수›건입니다.")
    sheet.look.click()
    rest()
    (page,) = sheet.sample.pages
    assert not page.image.isNull()
    assert "모두 1,234건입니다." in page.accessibleDescription()
    assert not any(one.own for one in real.templates.listing("ANNEX", "ko"))


def test_a_phrase_is_the_programs_own_again_by_one_press_and_the_press_can_be_undone(real, phrases, rest, session):  # fmt: skip
    real.templates.set(TITLE, "ko", "다른 제목")
    phrases.arrive()
    rest()
    told = []
    session.told.connect(told.append)
    press(phrases, "기본 문구로")
    rest()
    assert real.templates.listing("PERFORMANCE", "ko")[0].own == ""
    told[-1].act()
    rest()
    assert real.templates.listing("PERFORMANCE", "ko")[0].own == "다른 제목"


def test_each_language_has_its_own_words(real, phrases, rest):
    real.templates.set(TITLE, "en", "What we did")
    phrases.languages.button("en").click()
    rest()
    assert "What we did" in said(phrases)
    assert phrases.kinds["PERFORMANCE"].text().endswith("· 1")
    phrases.languages.button("ko").click()
    rest()
    assert "What we did" not in said(phrases)


def test_the_preview_shows_the_words_on_a_page_that_says_it_is_a_sample(real, phrases, rest, window):  # fmt: skip
    real.templates.set(TITLE, "ko", "다른 제목")
    phrases.sample.click()
    rest()
    shown = window.findChildren(SampleSheet)[-1]
    (page,) = shown.sample.pages
    assert "다른 제목" in page.accessibleDescription()
    assert "견본" in page.accessibleDescription()


def test_a_file_of_another_center_is_taken_and_a_bad_one_changes_nothing(real, phrases, rest, session, tmp_path):  # fmt: skip
    real.templates.set(TITLE, "ko", "다른 제목")
    good, bad = tmp_path / "good.json", tmp_path / "bad.json"
    good.write_bytes(real.templates.export().data)
    bad.write_bytes(b"{}")
    real.templates.reset(TITLE, "ko")
    refused = []
    session.refused.connect(lambda error, _retry: refused.append(error))
    phrases.take_from(bad)
    rest()
    assert real.templates.listing("PERFORMANCE", "ko")[0].own == ""
    assert [one.facts["why"] for one in refused] == ["format"]
    phrases.take_from(good)
    rest()
    assert "다른 제목" in said(phrases)


def test_whoever_is_no_supervisor_reads_them_and_is_told_why_nothing_can_be_changed(real, visit_desk):  # fmt: skip
    becomes(real, "COUNSELOR")
    section = visit_desk(real, "settings", section="phrases").sections["phrases"]
    assert any("감독자가 정합니다" in one for one in said(section))
    assert "디지털성범죄 피해지원 실적" in said(section)
    assert not buttons(section, "바꾸기")
    assert not section.take.isVisibleTo(section)
    assert section.sample.isVisibleTo(section)


@pytest.mark.parametrize("role", ["IT", "AUDITOR"])
def test_whoever_sees_no_content_is_told_so_and_nothing_is_refused_on_the_way(real, visit_desk, session, role):  # fmt: skip
    becomes(real, role)
    refused = []
    session.refused.connect(lambda error, _retry: refused.append(error))
    section = visit_desk(real, "settings", section="phrases").sections["phrases"]
    assert any("보여 드리지 않습니다" in one for one in said(section))
    assert not section._card.isVisibleTo(section)
    assert refused == []


def test_the_tab_key_comes_to_everything_and_every_name_is_one_of_its_own(real, phrases, sheet, window, rest, qtbot):  # fmt: skip
    check_reachable(window, sheet)
    qtbot.keyClick(sheet, Qt.Key.Key_Escape)
    rest()
    real.templates.set("paper-annex-title", "ko", "별지")
    phrases.arrive()
    rest()
    check_reachable(window, window.screen_.centre)
