"""A court's pack in the window: its list, its papers, issuing it whole, and every refusal."""

import datetime as dt
import os
import subprocess
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from intake.desk import paper_pack
from intake.errors import NoRoom
from tests.desk.test_papers import read
from tests.documents.test_sealing import PASSPHRASE as SEAL_WORDS
from tests.documents.test_sealing import key_file
from tests.ui.papers.story import ACCUSED, COURT, NUMBER, seal_of
from tests.ui.real_desks import check_reachable, press, said
from ui.screens.papers import issuing
from ui.screens.papers.issue_sheet import IssueSheet
from ui.widgets import Button

LOCK = "저녁 바다 위의 등대 불빛 셋"
KINDS = ["OPINION", "PERFORMANCE", "MERGED", "ANNEX", "PACK_INDEX"]


@pytest.fixture
def page(visit_desk, story):
    """The pack about the group, with all it needs known from the records."""
    story.go_to_court()
    return visit_desk(story.desk, "papers", about_kind="PROFILE", about=story.profile)


@pytest.fixture
def key(story, tmp_path):
    today = story.desk._rooms.clock.today()
    file = tmp_path / "seal.p12"
    file.write_bytes(seal_of(today)[0])
    return file


@pytest.fixture
def sheet(page, window, place):
    """The sheet before issuing, with a place chosen."""
    page.issue_button.click()
    sheet = next(one for one in window.findChildren(IssueSheet) if one.isVisible())
    sheet.folder.click()
    return sheet


def issue(sheet, rest):
    sheet.issue.click()
    rest()


def notice(sheet):
    """What the sheet says of a refusal."""
    return said(sheet._wrong)


# --- the list ------------------------------------------------------------------------------


def test_a_perpetrator_leads_to_her_pack(visit_desk, story, rest, window):
    story.go_to_court()
    page = visit_desk(story.desk, "profiles", of=story.profile)
    page.make.click()
    rest()
    assert window.place.screen == "papers"
    assert window.screen_.choice.code == "PACK"
    assert window.screen_.pack.seen is not None


def test_the_pack_stands_first_and_lists_every_paper_with_its_number_and_what_it_lacks(page, window):  # fmt: skip
    told = said(page.pane)
    assert told[told.index("법원") + 1] == "법원 제출 묶음"
    assert page.pane.pack.isChecked()
    assert "PACK" not in page.pane.kinds
    assert [one.kind for one in page.pack.seen.parts] == KINDS
    told = said(page.stage)
    for label in ("의견서", "피해지원 실적", "다기관 병합표", "삭제지원 내역(별지)", "제출 목록"):  # fmt: skip
        assert label in told
    assert any(one.endswith("-005") for one in told)
    # Who checked it stands on three; the annex and the list of files lack nothing.
    assert told.count("· 빠진 것 1") == 3
    assert told.count("여러 문서에 함께: 확인한 사람이 비어 있습니다.") == 1
    assert not any("탄원서" in one for one in told)
    assert [page.data.lines[one].text() for one in ("court", "case_number", "accused")] == [COURT, NUMBER, ACCUSED]  # fmt: skip
    seen = page.pack.seen
    press(page.stage, f"빠진 것·살펴볼 것 {len(seen.missing) + len(seen.warnings)}건")
    press(page.data.said, "채우기")
    assert window.focusWidget() is page.data.lines["checked_by"].line


def test_petitions_are_listed_where_somebody_writes(page, story, rest, session):
    asked = story.desk.petitions.ask(story.cases[0].case, COURT)
    session.do(lambda desk, _p: desk.petitions.received(asked, 2))
    rest()
    assert [one.kind for one in page.pack.seen.parts] == [*KINDS[:4], "PETITION_LIST", KINDS[4]]  # fmt: skip
    assert "탄원서 목록" in said(page.stage)


def test_a_paper_opens_and_the_list_comes_back_and_knows_its_pages(page, rest, window):
    page.pack.list.looks["PERFORMANCE"].click()
    rest()
    assert "피해지원 실적" in page.view.sheet.accessibleDescription()
    assert window.focusWidget().text().strip() == "묶음 목록"
    pages = page.view.count
    press(page.stage, "다음 문서")
    rest()
    assert "병합표" in page.view.sheet.accessibleDescription()
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_Space)
    assert any(one.endswith(f"-002 · {pages}쪽") for one in said(page.stage))
    assert window.focusWidget() is page.pack.list.looks["MERGED"]
    assert not page.drafting.data


def test_what_is_typed_while_a_paper_is_open_changes_it_and_the_list(page, rest):
    page.pack.look("PERFORMANCE")
    rest()
    page.data.lines["checked_by"].set_text("이확인")
    page.data.lines["checked_by"].submitted.emit()
    rest()
    assert "빠진 것이 없습니다." in said(page.data.said)
    page.pack.back()
    rest()
    assert "· 빠진 것 1" not in said(page.stage)
    assert page.pack.seen.missing == ()


def test_whole_addresses_are_said_and_not_locked(page, rest, window, place):
    page.data.with_addresses.setChecked(True)
    rest()
    assert "별지의 주소 목록(CSV)" in said(page.stage)
    assert any("주소 전체" in one for one in said(page.data.said))
    page.issue_button.click()
    sheet = next(one for one in window.findChildren(IssueSheet) if one.isVisible())
    assert not sheet.locked.isEnabled()
    assert any("잠글 수 없어" in one for one in said(sheet))


# --- what is refused -------------------------------------------------------------------------


def test_without_a_perpetrator_or_where_nobody_agreed_there_is_no_pack(
    page, story, rest
):
    page.making.take_about("PROFILE", "")
    rest()
    assert "어느 가해자에 관한 문서인지 고르십시오." in said(page.stage)
    page.making.take_about("PROFILE", story.profile)
    rest()
    page.data.lines["court"].set_text("부산지방법원")
    page.data.lines["court"].submitted.emit()
    rest()
    assert any("동의한 피해자가 없습니다" in one for one in said(page.stage))
    assert not page.issue_button.isEnabled()
    assert "의견서" not in said(page.stage)


def test_while_somebody_of_it_sits_here_no_pack_is_shown(page, story, session, rest):
    page.pack.look("OPINION")
    rest()
    case = story.cases[0].case
    session.do(lambda desk, _p: desk.interviews.begin(case, "intake"))
    rest()
    assert any("상담이 진행 중" in one for one in said(page.stage))
    assert page.view.sheet.image.isNull()
    assert page.pack.seen is None
    assert not page.issue_button.isEnabled()


# --- issuing -----------------------------------------------------------------------------------


def test_the_pack_is_issued_into_a_folder_and_one_line_of_it_leads_to_a_pack_again(
    page, sheet, rest, place, story
):
    assert any("하나라도 저장하지 못하면" in one for one in said(sheet))
    issue(sheet, rest)
    (folder,) = place.iterdir()
    lines = sorted(story.desk.papers.listing(), key=lambda one: one.number)
    assert [one.kind for one in lines] == KINDS
    assert {one.name for one in folder.iterdir()} == {f"{one.number}.pdf" for one in lines}  # fmt: skip
    told = said(page.stage)
    assert "묶음을 발급했습니다 · 문서 5가지" in told
    assert f"저장한 곳: {folder}" in told
    for line in lines:
        assert line.number in told
        assert " ".join(line.digest[at : at + 4] for at in range(0, 16, 4)) in told
    assert page.pane.list.rows.rowCount() == 5
    assert "2명" in read((folder / f"{lines[1].number}.pdf").read_bytes())
    page.show_entry(lines[-1])
    rest()
    press(page.stage, "같은 자료로 다시 만들기")
    rest()
    assert page.choice.code == "PACK"
    assert page.pack.seen is not None


def test_what_was_issued_can_be_printed_and_its_folder_opened(page, sheet, rest, place, monkeypatch):  # fmt: skip
    printed, opened = [], []
    monkeypatch.setattr(issuing, "print_pdf", lambda _page, data: printed.append(data))
    monkeypatch.setattr(issuing.QDesktopServices, "openUrl", lambda url: opened.append(url.toLocalFile()))  # fmt: skip
    issue(sheet, rest)
    (folder,) = place.iterdir()
    press(page.stage, "모두 인쇄")
    rest()
    text = read(printed[0])
    assert "의견서" in text
    assert "제출 목록" in text
    press(page.stage, "폴더 열기")
    assert opened == [str(folder)]
    folder.rename(place / "away")  # what went away is not printed
    press(page.stage, "모두 인쇄")
    rest()
    assert len(printed) == 1
    press(page.stage, "다음 문서")
    assert page.pane.pack.hasFocus()


def test_a_sealed_locked_pack_with_room_for_a_stamp(page, sheet, rest, place, story, key):  # fmt: skip
    sheet._show_key(key)
    sheet.passphrase.set_text(SEAL_WORDS)
    sheet.with_room.setChecked(True)
    sheet.locked.setChecked(True)
    rest()
    told = said(sheet)
    assert any("시점확인을 받을 자리를 제출 목록에" in one for one in told)
    assert any("AES-256" in one for one in told)
    sheet.lock.set_text(LOCK)
    issue(sheet, rest)
    lines = {one.kind: one for one in story.desk.papers.listing()}
    assert all(one.sealed for one in lines.values())
    (folder,) = place.iterdir()
    index = folder / f"{lines['PACK_INDEX'].number}.pdf"
    seen = story.desk.papers.verify(index, LOCK)
    assert seen.waiting
    assert seen.seals[0].intact
    assert "잠근 문서는 여기서 보이지 않습니다." in said(page.stage)
    assert "모두 인쇄" not in [one.text().strip() for one in page.stage.findChildren(Button)]  # fmt: skip


def test_a_wrong_passphrase_of_the_key_keeps_the_sheet(sheet, rest, place, story, key, window):  # fmt: skip
    sheet._show_key(key)
    sheet.passphrase.set_text("아님")
    issue(sheet, rest)
    assert notice(sheet)[0].startswith("인증서 파일의 암호가 맞지 않습니다.")
    assert "쓴 번호도 없습니다" in notice(sheet)[0]
    assert window.focusWidget() is sheet.passphrase.line
    assert sheet.passphrase.text() == ""
    assert (story.desk.papers.listing(), list(place.iterdir())) == ((), [])
    sheet.passphrase.set_text(SEAL_WORDS)
    QTest.keyClick(sheet.passphrase.line, Qt.Key.Key_Return)
    rest()
    assert len(story.desk.papers.listing()) == 5


def test_an_expired_certificate_is_named_with_its_day(sheet, rest, place, story, tmp_path):  # fmt: skip
    today = story.desk._rooms.clock.today()
    old = tmp_path / "old.p12"
    old.write_bytes(key_file(today - dt.timedelta(400), today - dt.timedelta(2))[0])
    sheet._show_key(old)
    sheet.passphrase.set_text(SEAL_WORDS)
    issue(sheet, rest)
    assert "인증서가" in notice(sheet)[0]
    assert "새 인증서" in notice(sheet)[1]
    assert (story.desk.papers.listing(), list(place.iterdir())) == ((), [])


@pytest.mark.skipif(os.geteuid() != 0, reason="nobody else may mount")
@pytest.mark.parametrize(("options", "word"), [("size=96k", "저장 공간이 부족합니다."), ("size=1m,ro", "쓸 수 없습니다.")])  # fmt: skip
def test_a_full_or_read_only_stick_is_said_in_three_sentences(sheet, rest, place, story, options, word):  # fmt: skip
    subprocess.run(["mount", "-t", "tmpfs", "-o", options, "tmpfs", str(place)], check=True)  # fmt: skip
    try:
        issue(sheet, rest)
        what, kept, then = notice(sheet)
        assert word in what
        assert kept.startswith("발급한 문서도 쓴 번호도 없습니다.")
        assert then.endswith("십시오.")
        assert list(place.iterdir()) == []
    finally:
        subprocess.run(["umount", str(place)], check=True)
    assert story.desk.papers.listing() == ()
    issue(sheet, rest)  # the same sheet, the stick is in order again
    assert len(story.desk.papers.listing()) == 5


def test_a_stick_pulled_at_the_last_moment_says_which_numbers_are_void(sheet, rest, place, story, monkeypatch):  # fmt: skip
    real = paper_pack.keep_paper

    def kept_and_pulled(*given, **named):
        if place.exists():
            place.rename(place.with_name("pulled"))
        return real(*given, **named)

    monkeypatch.setattr(paper_pack, "keep_paper", kept_and_pulled)
    issue(sheet, rest)
    assert sheet.isVisible()
    assert any("번호 5개는 대장에 취소로" in one for one in notice(sheet))
    assert {one.state for one in story.desk.papers.listing()} == {"VOID"}


def test_a_full_vault_issues_none(sheet, rest, place, story, monkeypatch):
    def full(*_given, **_named):
        raise NoRoom(needed=1, free=0)

    monkeypatch.setattr(paper_pack, "keep_paper", full)
    issue(sheet, rest)
    assert sheet.isVisible()
    assert (story.desk.papers.listing(), list(place.iterdir())) == ((), [])


def test_escape_stops_what_is_under_way_and_leaves_nothing(page, sheet, rest, place, story, monkeypatch):  # fmt: skip
    real, pressed = paper_pack.drawn_of, Event()

    def slowly(*given):
        assert pressed.wait(60)
        return real(*given)

    monkeypatch.setattr(paper_pack, "drawn_of", slowly)
    sheet.issue.click()
    QTest.keyClick(sheet, Qt.Key.Key_Escape)
    assert sheet.isVisible()  # what is under way is stopped, not hidden
    pressed.set()
    rest()
    assert sheet.isVisible()
    assert sheet.issue.isEnabled()
    assert (story.desk.papers.listing(), list(place.iterdir())) == ((), [])
    QTest.keyClick(sheet, Qt.Key.Key_Escape)
    assert not sheet.isVisible()
    assert page.pack.seen is not None


def test_the_folder_and_the_key_are_offered_again_the_passphrase_is_not(page, sheet, rest, place, key, window):  # fmt: skip
    sheet._show_key(key)
    sheet.passphrase.set_text(SEAL_WORDS)
    issue(sheet, rest)
    page.choose("PERFORMANCE")
    rest()
    page.issue_button.click()
    again = next(one for one in window.findChildren(IssueSheet) if one.isVisible())
    assert (again._folder, again._key) == (place, key)
    assert again.passphrase.text() == ""
    assert window.focusWidget() is again.passphrase.line
    again.passphrase.set_text(SEAL_WORDS)
    issue(again, rest)
    assert len(list(place.iterdir())) == 2


def test_a_single_paper_has_room_for_a_stamp_too(page, window, rest, place, story):
    page.choose("PERFORMANCE")
    rest()
    page.issue_button.click()
    sheet = next(one for one in window.findChildren(IssueSheet) if one.isVisible())
    sheet.folder.click()
    sheet.with_room.setChecked(True)
    rest()
    assert any("시점확인을 받을 자리를 남깁니다." in one for one in said(sheet))
    issue(sheet, rest)
    (file,) = place.iterdir()
    assert story.desk.papers.verify(Path(file)).waiting
    press(page.stage, "시점확인 이어가기")
    rest()
    assert file.name in said(page.stage)
    assert any("시점확인을 기다리는 문서입니다." in one for one in said(page.stage))


@pytest.mark.parametrize("language", ["ko", "en"])
def test_everything_of_the_pack_is_named_and_reached(visit_desk, story, window, rest, language):  # fmt: skip
    window._session.texts.speak(language)
    story.desk.settings.set("language", language)
    story.go_to_court()
    window.resize(1440, 900)
    for _ in range(2):  # what arrives again goes where it was
        visit_desk(story.desk, "today")
        page = visit_desk(story.desk, "papers", kind="PACK", about_kind="PROFILE", about=story.profile)  # fmt: skip
    for part in (page.centre, page.list_pane, page.side):
        check_reachable(window, part)
    page.pack.look("ANNEX")
    rest()
    check_reachable(window, page.centre)


def test_another_page_says_the_court_and_no_number_of_another_one(visit_desk, story):
    story.go_to_court()
    asked = {"kind": "PACK", "about_kind": "PROFILE", "about": story.profile}
    page = visit_desk(story.desk, "papers", **asked, court="대구지방법원")
    lines = page.data.lines
    assert [lines[one].text() for one in ("court", "case_number", "accused")] == ["대구지방법원", "", ""]  # fmt: skip
    page = visit_desk(story.desk, "papers", **asked, court=COURT, case_number=NUMBER)
    assert [lines[one].text() for one in ("court", "case_number")] == [COURT, NUMBER]
