"""The page of papers, with a real desk and real pages."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog

from tests.desks_at_hand import a_desk
from tests.documents.test_sealing import PASSPHRASE as SEAL_WORDS
from tests.documents.test_sealing import key_file
from tests.ui.papers.story import ACCUSED, COURT, NUMBER
from tests.ui.real_desks import check_reachable, press, said
from ui.screens.papers.about import AboutSheet
from ui.screens.papers.issue_sheet import IssueSheet
from ui.widgets import Button
from ui.widgets.form_sheet import FormSheet


@pytest.fixture
def page(visit_desk, story):
    return visit_desk(story.desk, "papers")


@pytest.fixture
def drafted(page, visit_desk, story):
    """A paper for the court about the group, as it would look."""
    story.go_to_court()
    return visit_desk(story.desk, "papers", kind="PERFORMANCE", about_kind="PROFILE", about=story.profile)  # fmt: skip


@pytest.fixture
def place(tmp_path, monkeypatch):
    """The folder that is chosen when one is asked for."""
    folder = tmp_path / "stick"
    folder.mkdir()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_a: str(folder))
    return folder


def sheet_of(window, kind):
    return next(one for one in window.findChildren(kind) if one.isVisible())


def issued(page, window, rest):
    """Issue what is drafted and return the sheet that asked."""
    page.issue_button.click()
    sheet = sheet_of(window, IssueSheet)
    sheet.folder.click()
    sheet.issue.click()
    rest()
    return sheet


# --- choosing and looking ----------------------------------------------------------------


def test_every_kind_of_the_desk_is_offered(page, story):
    assert set(page.pane.kinds) == {one.code for one in story.desk.papers.kinds()}
    told = said(page.pane)
    assert told.index("법원") < told.index("피해자") < told.index("센터")


def test_a_group_a_kind_and_the_paper_is_there(drafted):
    assert drafted.view.count >= 2
    assert not drafted.view.sheet.image.isNull()
    assert "피해지원 실적" in drafted.view.sheet.accessibleDescription()
    lines = drafted.data.lines
    assert [lines[one].text() for one in ("court", "case_number", "accused")] == [COURT, NUMBER, ACCUSED]  # fmt: skip
    assert "피해자 3명 · 사건 3건" in said(drafted.data)


def test_keys_turn_the_pages(drafted, rest, window):
    sheet = drafted.view.sheet
    sheet.setFocus()
    QTest.keyClick(sheet, Qt.Key.Key_End)
    rest()
    last = drafted.view.count - 1
    assert drafted.view.at == last
    assert sheet.accessibleName() == f"문서 {last + 1}쪽, 모두 {last + 1}쪽"
    QTest.keyClick(sheet, Qt.Key.Key_Home)
    rest()
    assert drafted.view.at == 0
    for _ in range(8):
        QTest.keyClick(sheet, Qt.Key.Key_PageDown)
        rest()
    assert drafted.view.at == last


def test_zooming_asks_for_a_sharper_page(drafted, rest):
    before = drafted.view.sheet.image.width()
    drafted.view.more.click()
    drafted.view.more.click()
    rest()
    assert drafted.view.sheet.image.width() > before
    drafted.view.fit.click()
    rest()
    assert drafted.view.sheet.image.width() == before


def test_what_is_missing_leads_to_its_field(drafted, rest):
    texts = said(drafted.data.said)
    assert "빠진 것" in texts
    press(drafted.data.said, "채우기")
    assert drafted.data.lines["checked_by"].line.hasFocus()
    drafted.data.lines["checked_by"].set_text("이확인")
    drafted.data.lines["checked_by"].submitted.emit()
    rest()
    assert "빠진 것이 없습니다." in said(drafted.data.said)


def test_while_it_is_made_anew_the_older_page_is_pale(drafted, rest):
    drafted.data.lines["accused"].set_text("김다른")
    assert drafted.view.sheet.stale
    drafted.drafting.begin()
    rest()
    assert not drafted.view.sheet.stale
    assert "김다른" in drafted.view.sheet.accessibleDescription()


def test_whoever_supervises_sees_how_many_did_not_agree(drafted):
    assert any("담지 않은 사건 1건" in text for text in said(drafted.data.said))
    assert "1건 제외" not in drafted.view.sheet.accessibleDescription()


def test_a_court_nobody_agreed_to_is_one_sentence_and_no_page(drafted, rest):
    drafted.data.lines["court"].set_text("부산지방법원")
    drafted.drafting.begin()
    rest()
    assert any("동의한 피해자가 없습니다" in text for text in said(drafted.stage))
    assert not drafted.drafting.data
    assert not drafted.issue_button.isEnabled()


def test_without_a_court_the_page_says_what_is_needed(page, visit_desk, story, rest):
    page.choose("PERFORMANCE")
    rest()
    assert "어느 가해자에 관한 문서인지 고르십시오." in said(page.stage)
    page._on_about_chosen(story.profile)
    rest()
    assert page.data.lines["court"].text() == COURT  # the only court anybody agreed to
    page.data.lines["court"].set_text("")
    rest()
    assert "어느 법원에 내는 문서인지 적으면 미리보기가 나타납니다." in said(page.stage)
    press(page.stage, "자료 채우기")
    assert page.data.lines["court"].line.hasFocus()


def test_a_period_that_is_no_day_is_named(drafted, rest):
    drafted.data.set_period("언젠가", "")
    rest()
    told = "기간을 날짜로 읽지 못했습니다. 2024, 2024-03, 2024-03-05처럼 적으십시오."
    assert told in said(drafted.stage)


def test_a_case_is_chosen_from_the_list(page, window, rest, story):
    page.choose("RESULT_REPORT")
    rest()
    press(page.data, "고르기")
    rest()
    sheet = sheet_of(window, AboutSheet)
    sheet.list.opened.emit(sheet.list.rows.line_at(0))
    rest()
    assert page.data.about.id in {one.case for one in story.cases}
    assert page.view.count


# --- quiet ----------------------------------------------------------------------------------


def test_while_somebody_of_it_sits_here_nothing_is_shown(drafted, visit_desk, story, session, rest):  # fmt: skip
    case = story.cases[0].case
    session.do(lambda desk, _p: desk.interviews.begin(case, "intake"))
    rest()
    assert not drafted.drafting.data
    assert drafted.view.sheet.image.isNull()
    assert any("상담이 진행 중" in text for text in said(drafted.stage))
    page = visit_desk(story.desk, "papers", kind="PERFORMANCE", about_kind="PROFILE", about=story.profile)  # fmt: skip
    assert not page.drafting.data


# --- issuing ---------------------------------------------------------------------------------


def test_issuing_needs_a_place_and_gives_a_number(drafted, window, rest, place, story):
    drafted.issue_button.click()
    sheet = sheet_of(window, IssueSheet)
    assert not sheet.issue.isEnabled()
    sheet.close_sheet()
    issued(drafted, window, rest)
    (line,) = story.desk.papers.listing()
    (file,) = place.iterdir()
    assert file.name == f"{line.number}.pdf"
    assert f"발급했습니다 · {line.number}" in said(drafted.stage)
    assert drafted.view.count  # the paper itself, no draft
    assert "초안" not in drafted.view.sheet.accessibleDescription()
    assert drafted.pane.list.rows.rowCount() == 1


def test_a_place_that_refuses_keeps_the_sheet_and_issues_nothing(drafted, window, rest, place, story):  # fmt: skip
    drafted.issue_button.click()
    sheet = sheet_of(window, IssueSheet)
    sheet.folder.click()
    place.rmdir()
    sheet.issue.click()
    rest()
    assert sheet.isVisible()
    assert any("쓸 수 없습니다" in text for text in said(sheet))
    assert story.desk.papers.listing() == ()


def test_a_wrong_passphrase_of_the_key_is_said_and_forgotten(drafted, window, rest, place, story, tmp_path):  # fmt: skip
    import datetime as dt  # noqa: PLC0415

    today = story.desk._rooms.clock.today()
    key = tmp_path / "seal.p12"
    key.write_bytes(key_file(today - dt.timedelta(1), today + dt.timedelta(300))[0])
    drafted.issue_button.click()
    sheet = sheet_of(window, IssueSheet)
    sheet.folder.click()
    sheet._show_key(key)
    sheet.passphrase.set_text("wrong")
    sheet.issue.click()
    rest()
    assert sheet.isVisible()
    assert sheet.passphrase.text() == ""
    assert story.desk.papers.listing() == ()
    sheet.passphrase.set_text(SEAL_WORDS)
    sheet.issue.click()
    rest()
    (line,) = story.desk.papers.listing()
    assert line.sealed
    (file,) = place.iterdir()
    drafted.register.verify(file)
    rest()
    assert any(f"{line.number} 그대로입니다" in text for text in said(drafted.stage))
    assert "그때와 지금의 숫자" in said(drafted.stage)


def test_a_locked_paper_asks_for_its_passphrase_when_it_is_checked(drafted, window, rest, place):  # fmt: skip
    drafted.issue_button.click()
    sheet = sheet_of(window, IssueSheet)
    sheet.folder.click()
    sheet.locked.setChecked(True)
    sheet.issue.click()
    assert "문서 암호를 입력하거나 잠그지 않음으로 두십시오." in said(sheet)
    sheet.lock.set_text("저녁 바다 위의 등대 불빛 셋")
    sheet.issue.click()
    rest()
    assert "잠근 문서는 여기서 보이지 않습니다." in said(drafted.stage)
    (file,) = place.iterdir()
    drafted.register.verify(file)
    rest()
    assert "잠긴 문서 열기" in said(window)
    drafted.register.verify(file, "저녁 바다 위의 등대 불빛 셋")
    rest()
    assert any("그대로입니다" in text for text in said(drafted.stage))


def test_a_file_that_is_no_paper_is_one_sentence(page, rest, tmp_path):
    file = tmp_path / "x.pdf"
    file.write_bytes(b"nothing")
    page.register.verify(file)
    rest()
    assert any("읽을 수 있는 PDF 문서가 아닙니다" in text for text in said(page.stage))


# --- the register ------------------------------------------------------------------------------


def test_the_register_is_searched_and_a_paper_made_void(drafted, window, rest, place, story):  # fmt: skip
    issued(drafted, window, rest)
    (line,) = story.desk.papers.listing()
    page = drafted
    page.pane.search.setText("없는 것")
    assert page.pane.list.rows.rowCount() == 0
    page.pane.search.setText(COURT)
    assert page.pane.list.rows.rowCount() == 1
    page.pane.list.opened.emit(page.pane.list.rows.line_at(0))
    rest()
    assert line.number in said(page.stage)
    assert "그때와 지금의 숫자" in said(page.stage)
    press(page.stage, "취소하기")
    sheet = sheet_of(window, FormSheet)
    press(sheet, "새 문서로 바꿈")
    sheet.save.click()
    rest()
    assert story.desk.papers.listing()[0].state == "VOID"
    assert "취소하기" not in [one.text().strip() for one in page.stage.findChildren(Button) if one.isVisible()]  # fmt: skip
    press(page.stage, "같은 자료로 다시 만들기")
    rest()
    assert page.choice.code == "PERFORMANCE"
    assert page.data.about.kind == "PROFILE"
    assert page.view.count


# --- from elsewhere ------------------------------------------------------------------------------


def test_a_case_leads_here_with_itself_chosen(visit_desk, story, rest, window):
    case = story.cases[0].case
    page = visit_desk(story.desk, "case", case=case, tab="papers")
    tab = page.own["papers"]
    assert set(tab.make) == {one.code for one in story.desk.papers.kinds("CASE")}
    tab.make["RESULT_REPORT"].click()
    rest()
    assert window.place.screen == "papers"
    assert window.screen_.data.about.id == case
    page = visit_desk(story.desk, "case", case=case)
    page.make_paper.click()
    rest()
    assert "이 사건으로 만들 문서를 왼쪽에서 고르십시오." in said(window.screen_.stage)


def test_a_case_shows_papers_about_itself_only(drafted, visit_desk, story, rest, window, place):  # fmt: skip
    issued(drafted, window, rest)  # about the group
    case = story.cases[0].case
    tab = visit_desk(story.desk, "case", case=case, tab="papers").own["papers"]
    assert "이 사건만을 다룬 문서를 아직 발급하지 않았습니다." in said(tab)
    page = visit_desk(story.desk, "papers", kind="RESULT_REPORT", about_kind="CASE", about=case)  # fmt: skip
    issued(page, window, rest)
    (line,) = story.desk.papers.listing(case)
    page = visit_desk(story.desk, "case", case=case, tab="papers")
    assert any(line.number in text for text in said(page.own["papers"]))
    press(page.own["papers"], "보기")
    rest()
    assert line.number in said(window.screen_.stage)


def test_a_perpetrator_leads_here_with_the_group_chosen(visit_desk, story, rest, window):  # fmt: skip
    page = visit_desk(story.desk, "profiles", of=story.profile)
    page.make.click()
    rest()
    assert window.place.screen == "papers"
    window.screen_.pane.kinds["PERFORMANCE"].click()
    rest()
    assert window.screen_.data.about.kind == "PROFILE"
    assert window.screen_.view.count


@pytest.mark.parametrize("language", ["ko", "en"])
def test_everything_is_named_and_reached(visit_desk, story, window, session, language):
    story.go_to_court()
    session.texts.speak(language)
    story.desk.settings.set("language", language)
    page = visit_desk(story.desk, "papers", kind="OPINION", about_kind="PROFILE", about=story.profile)  # fmt: skip
    window.resize(1440, 900)
    for part in (page.centre, page.list_pane, page.side):
        check_reachable(window, part)
    page.pane.show_tab("issued")
    check_reachable(window, page.list_pane)
    page = visit_desk(story.desk, "case", case=story.cases[0].case, tab="papers")
    check_reachable(window, page.centre)


def test_an_empty_center_has_a_calm_page(visit_desk, tmp_path):
    desk = a_desk(tmp_path / "new")
    page = visit_desk(desk, "papers")
    assert "왼쪽에서 만들 문서를 고르면 자료와 미리보기가 나타납니다." in said(page.stage)  # fmt: skip
    page.pane.show_tab("issued")
    assert "발급한 문서가 없습니다." in said(page.pane)
    desk.close()
