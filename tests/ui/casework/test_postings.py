"""The tab of postings over a real ledger: paste, mark, take back, ask, let leave."""

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt
from PySide6.QtGui import QDesktopServices, QDropEvent, QGuiApplication
from PySide6.QtWidgets import QApplication

from intake.desk.views.deleting import PostingQuery
from intake.progress import Silent
from tests.ui.walking import focusables, name_of, tab_walk
from ui.screens.case.postings import leaving
from ui.screens.case.postings.asking import web_address
from ui.widgets import Sheet

URLS = tuple(f"https://tube-a.example/v/{n}" for n in range(1, 7))
CLIP = "\n".join([*URLS[:4], "메모입니다", URLS[0], "https://vid-hub.example/p/9"])


@pytest.fixture(autouse=True)
def empty_clipboard(app):
    QGuiApplication.clipboard().clear()
    yield
    QGuiApplication.clipboard().clear()


@pytest.fixture
def filled(desk, case):
    """A case with six addresses, whose person wants them gone."""
    desk.postings.set_wish(case, "WANTED")
    desk.postings.set_requester(case, "SELF")
    desk.postings.add(case, URLS, progress=Silent())
    return case


@pytest.fixture
def tab(at, case):
    return at("case", case=case, tab="postings").own["postings"]


@pytest.fixture
def full(filled, tab):
    return tab


@pytest.fixture
def sheet(window):
    """The sheet that lies over the window."""

    def find():
        return [one for one in window.findChildren(Sheet) if one.isVisible()][-1]

    return find


def lines(desk, case):
    listing = desk.postings.listing(PostingQuery(case), Silent())
    return desk.postings.lines(listing)


def results(desk, case):
    return sorted(line.result for line in lines(desk, case))


def choose(tab, count):
    tab.listing.table.choose_ids(tab.listing.table.rows.ids[:count])


# --- pasting -----------------------------------------------------------------------------


def test_without_postings_there_is_one_sentence_and_one_action(tab, sheet):
    assert tab.listing.none.isVisible()
    assert not tab.listing.table.isVisible()
    assert not tab.totals.isVisible()
    tab.listing._add.click()
    assert sheet().edit.hasFocus()


def test_the_clipboard_says_what_it_would_add_and_adds_it(tab, desk, case, settle, texts):  # fmt: skip
    QGuiApplication.clipboard().setText(CLIP)
    tab.pasting.look_at_clipboard()
    settle()
    bar = tab.pasting.bar
    assert bar.isVisible()
    assert bar.add_.text() == texts("postings-paste-add", count=5)
    assert texts("postings-paste-count-not-address", count=1) in bar._counts.text()
    bar.add_.click()
    settle()
    assert len(lines(desk, case)) == 5
    assert tab.listing.table.rows.rowCount() == 5
    assert not bar.isVisible()


def test_ctrl_v_anywhere_shows_every_line_before_anything_is_added(full, desk, case, qtbot, settle, sheet):  # fmt: skip
    QGuiApplication.clipboard().setText(CLIP)
    full.listing.table.setFocus()
    qtbot.keyClick(full.listing.table, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)  # fmt: skip
    settle()
    found = sheet()
    states = [line.state for block in found.table.rows._blocks.values() for line in block]  # fmt: skip
    assert sorted(states) == ["here"] * 4 + ["new"] + ["not_address"] + ["twice"]
    assert len(lines(desk, case)) == len(URLS)
    found.chips["new"].click()
    assert found.table.rows.rowCount() == 1
    found.add_.click()
    settle()
    assert len(lines(desk, case)) == len(URLS) + 1


def test_text_dropped_on_the_tab_is_shown_first(full, desk, case, settle, sheet):
    told = QMimeData()
    told.setText("hxxps://tube-b[.]example/x\nhttps://tube-a.example/v/1")
    event = QDropEvent(QPointF(5, 5), Qt.DropAction.CopyAction, told, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)  # fmt: skip
    full.dropEvent(event)
    settle()
    assert sheet().add_.isEnabled()
    assert len(lines(desk, case)) == len(URLS)


def test_words_on_the_clipboard_are_not_read(tab, desk, settle, window):
    QGuiApplication.clipboard().setText("어제 통화한 내용을 정리함")
    tab.pasting.look_at_clipboard()
    settle()
    assert not tab.pasting.bar.isVisible()


def test_what_was_added_is_taken_back_with_the_word_at_the_bottom(tab, desk, case, settle, window):  # fmt: skip
    QGuiApplication.clipboard().setText(CLIP)
    tab.pasting.look_at_clipboard()
    settle()
    tab.pasting.bar.add_.click()
    settle()
    window.notices._toast._button.click()
    settle()
    assert lines(desk, case) == ()
    assert tab.listing.none.isVisible()


def test_adding_that_is_stopped_adds_nothing(tab, desk, case, settle):
    QGuiApplication.clipboard().setText("\n".join(f"https://tube-a.example/s/{n}" for n in range(400)))  # fmt: skip
    tab.pasting.look_at_clipboard()
    settle()
    tab.pasting.bar.add_.click()
    tab.pasting.progress.stop.click()
    settle()
    assert lines(desk, case) == ()


# --- marking -------------------------------------------------------------------------------


def test_digits_mark_what_is_chosen_in_one_step(full, desk, case, qtbot, settle, window):  # fmt: skip
    choose(full, 3)
    qtbot.keyClick(full.listing.table, Qt.Key.Key_1)
    settle()
    assert results(desk, case).count("REQUESTED") == 3
    qtbot.keyClick(full.listing.table, Qt.Key.Key_2)
    settle()
    assert results(desk, case).count("REMOVED") == 3
    toast = window.notices._toast
    assert "3" in toast._text.text()
    assert toast._button.text() == full.texts("postings-undo")
    toast._button.click()
    settle()
    assert results(desk, case).count("REQUESTED") == 3


def test_the_word_at_the_bottom_takes_back_only_the_last_thing(full, desk, case, settle, window, texts):  # fmt: skip
    choose(full, 2)
    full.marking.bar.buttons["REQUESTED"].click()
    settle()
    button = window.notices._toast._button
    desk.cases.rename(case, "다른 이름")
    button.click()
    settle()
    assert results(desk, case).count("REQUESTED") == 2
    assert window.notices._toast._text.text() == texts("postings-undo-late")


def test_without_a_choice_nothing_can_be_marked(full, qtbot, desk, case, settle):
    qtbot.keyClick(full.listing.table, Qt.Key.Key_2)
    settle()
    assert set(results(desk, case)) == {"FOUND"}
    assert not full.marking.bar.buttons["REMOVED"].isEnabled()


def test_the_other_marks_have_a_day_and_a_remark(full, desk, case, settle, sheet):
    choose(full, 2)
    full.marking.bar.buttons["REQUESTED"].click()
    settle()
    full.marking.bar.more.click()
    found = sheet()
    assert not found.save.isEnabled()
    found.found._on_press("TEMPORARY")
    found.on_.set_text("11월 25일")
    found.remark.set_text("접수 확인 메일 받음")
    assert found.noted.on == "2026-11-25"
    found.on_.set_text("11월쯤")
    assert found.noted is None
    found.on_.set_text("2026-11-25")
    found.save.click()
    settle()
    marked = [line for line in lines(desk, case) if line.result == "TEMPORARY"]
    assert len(marked) == 2
    assert {line.result_on for line in marked} == {"2026-11-25"}
    assert desk.postings.actions(marked[0].id)[0].remark == "접수 확인 메일 받음"


def test_a_digit_in_the_search_field_is_a_digit(full, desk, case, qtbot, settle):
    choose(full, 2)
    qtbot.keyClicks(full.listing.filters.search, "2")
    settle()
    assert set(results(desk, case)) == {"FOUND"}
    assert full.listing.table.rows.rowCount() == 1


def test_a_clear_no_stops_requests_and_says_so(full, desk, case, settle, at):
    desk.postings.set_wish(case, "REFUSED")
    page = at("case", case=case, tab="postings").own["postings"]
    choose(page, 2)
    assert not page.marking.bar.buttons["REQUESTED"].isEnabled()
    assert not page.marking.bar.request.isEnabled()
    assert page.gate.stop.isVisible()
    assert page.marking.bar.request.accessibleDescription() == page.gate._why.text()


def test_what_does_not_follow_is_left_and_the_reason_said(full, desk, qtbot, settle, window, texts):  # fmt: skip
    choose(full, 2)
    qtbot.keyClick(full.listing.table, Qt.Key.Key_2)
    settle()
    assert set(results(desk, full.case)) == {"FOUND"}
    said = window.notices._toast._text.text()
    assert texts("mark-skipped-not-requested") in said
    assert "0" not in said
    assert not window.notices._toast._button.isVisible()


# --- the list ---------------------------------------------------------------------------------


def test_numbers_and_chips_show_only_what_they_count(full, desk, case, settle):
    for mark in ("REQUESTED", "REMOVED"):
        choose(full, 4)
        full.marking.bar.buttons[mark].click()
        settle()
    assert full.totals.cards["all"]._figure.text() == "4"
    full.totals.cards["removed"].click()
    settle()
    assert full.listing.table.rows.rowCount() == 4
    assert full.listing.filters.chips["removed"].isChecked()
    full.listing.filters.chips["refused"].click()
    settle()
    assert full.listing.nothing.isVisible()
    full.listing._clear.click()
    settle()
    assert full.listing.table.rows.rowCount() == len(URLS)


def test_a_head_sorts_and_the_folded_list_follows(full, settle, desk):
    table = full.listing.table
    at = [column.name for column in table.rows.columns].index("url")
    table.horizontalHeader().sectionClicked.emit(at)
    settle()
    first = table.rows.line_at(0).url
    table.horizontalHeader().sectionClicked.emit(at)
    settle()
    assert full.listing.filters.order == "-host"
    assert table.rows.line_at(0).url != first or len(URLS) == 1


def test_the_tab_counts_addresses(full, at, case, texts):
    page = at("case", case=case)
    shown = page._tabs["postings"].text().strip()
    assert shown == texts("case-tab-count", name=texts("case-postings"), count=len(URLS))  # fmt: skip


# --- one posting --------------------------------------------------------------------------------


def test_the_details_change_a_posting_and_tell_its_history(full, desk, case, settle, sheet):  # fmt: skip
    line = full.listing.table.rows.line_at(0)
    full.listing.table.opened.emit(line)
    settle()
    found = sheet()
    found.leaks._on_press("NAME", by_key=True)
    found.police.click()
    found.next.set_text("12월 3일")
    found.next.line.editingFinished.emit()
    found.platform.setCurrentIndex(found.platform.findData("COMMUNITY"))
    found.platform.activated.emit(found.platform.currentIndex())
    settle()
    now = desk.postings.line(line.id)
    assert (now.leaks, now.police_too, now.platform) == (("NAME",), True, "COMMUNITY")
    assert now.next_check == "2026-12-03"
    found.next.set_text("언젠가")
    found.next.line.editingFinished.emit()
    assert found.next.text() != "언젠가"


def test_a_repost_is_a_new_posting_that_knows_where_it_came_from(full, desk, case, settle, sheet):  # fmt: skip
    line = full.listing.table.rows.line_at(0)
    full.listing.table.opened.emit(line)
    settle()
    sheet().again.set_text("https://tube-z.example/again")
    sheet().again_add.click()
    settle()
    new = next(one for one in lines(desk, case) if one.parent)
    assert new.parent == line.id
    full.listing.table.opened.emit(desk.postings.line(line.id))
    settle()
    assert sheet()._chain.count() == 1


# --- who asks -------------------------------------------------------------------------------------


def test_who_asks_and_with_which_papers_is_kept_at_once(tab, desk, case, settle, sheet):
    tab.gate.change.click()
    found = sheet()
    found.wish._on_press("WANTED")
    found.kind._on_press("SIBLING")
    settle()
    needed = [paper for paper in desk.postings.requester(case).papers if paper.needed]
    assert needed
    assert found._papers.count() == len(needed) + 1
    found._saying(needed[0].name)(("FILED",))
    settle()
    who = desk.postings.requester(case)
    assert (who.kind, who.wish) == ("SIBLING", "WANTED")
    assert next(p.state for p in who.papers if p.name == needed[0].name) == "FILED"


# --- what leaves -----------------------------------------------------------------------------------


def test_requests_are_made_for_each_operator_and_noted_when_sent(full, desk, case, settle, sheet, monkeypatch):  # fmt: skip
    opened, written = [], []
    monkeypatch.setattr(QDesktopServices, "openUrl", opened.append)
    monkeypatch.setattr(leaving, "save_bytes", lambda _w, name, data: written.append((name, data)))  # fmt: skip
    choose(full, 6)
    full.marking.bar.request.click()
    settle()
    found = sheet()
    card = found.cards[0]
    assert len(card.group.postings) == 6
    card.draft.click()
    settle()
    assert card.letter.count() == 1
    assert opened == []
    card.save.click()
    settle()
    assert written[0][1].startswith(b"%PDF")
    assert set(results(desk, case)) == {"FOUND"}
    card.sent.click()
    settle()
    assert set(results(desk, case)) == {"REQUESTED"}
    assert not card.sent.isEnabled()


def test_a_list_leaves_for_a_purpose_and_that_is_kept(full, desk, settle, sheet, monkeypatch, tmp_path):  # fmt: skip
    written = []

    def save(_widget, name, data):
        written.append(data)
        return tmp_path / name

    monkeypatch.setattr(leaving, "save_bytes", save)
    full.export.click()
    found = sheet()
    assert not found.go.isEnabled()
    found.purpose._on_press("INVESTIGATION")
    found.go.click()
    settle()
    told = written[0].decode("utf-8-sig")
    assert told.count("tube-a.example/v/") == len(URLS)
    left = desk.records.list("disclosure", case=full.case)
    assert len(left) == 1


def test_chosen_addresses_are_copied(full, qtbot, settle):
    choose(full, 2)
    qtbot.keyClick(full.listing.table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)  # fmt: skip
    settle()
    assert len(QGuiApplication.clipboard().text().splitlines()) == 2


def test_sheets_lead_to_the_import(full, session, window):
    gone = []
    session.went.disconnect(window.show_place)
    session.went.connect(gone.append)
    full.table_in.click()
    assert (gone[0].screen, gone[0].facts) == ("imports", {"case": full.case})


# --- the directory ---------------------------------------------------------------------------------


def test_a_site_is_added_found_and_changed_in_the_settings(at, desk, settle, sheet, window):  # fmt: skip
    section = at("settings", section="sites").sections["sites"]
    section.add_.click()
    found = sheet()
    found.save.click()
    assert found.isVisible()  # without an address nothing is kept
    found.fields["host"].set_text("tube-q.example")
    found.fields["name"].set_text("튜브큐")
    found.choices["platform"].setCurrentIndex(found.choices["platform"].findData("ADULT"))  # fmt: skip
    found.save.click()
    settle()
    section.search.setText("튜브큐")
    settle()
    assert section.list.rows.rowCount() == 1
    section.list.opened.emit(section.list.rows.line_at(0))
    sheet().fields["email"].set_text("abuse@tube-q.example")
    assert sheet().said == {"email": "abuse@tube-q.example"}
    sheet().save.click()
    settle()
    kept = desk.sites.of("www.tube-q.example")
    assert (kept.name, kept.platform, kept.email) == ("튜브큐", "ADULT", "abuse@tube-q.example")  # fmt: skip
    section.search.setText("없는 곳")
    settle()
    assert section.nothing.isVisible()


# --- without eyes and without a mouse --------------------------------------------------------------


def test_everything_is_named_and_reached_by_tab(full, window):
    page = window.screen_.centre
    QApplication.processEvents()
    choose(full, 1)
    found = [widget for widget in focusables(page) if full.isAncestorOf(widget)]
    named = [name_of(widget) for widget in found]
    assert all(named)
    assert sorted(set(named)) == sorted(named)
    walked = tab_walk(window, page)
    assert {name_of(one) for one in set(found) - set(walked)} == set()


def test_only_a_page_of_the_web_is_opened_whatever_another_center_wrote():
    for page in ("https://tube-a.example/report", "tube-a.example/report"):
        assert web_address(page).host() == "tube-a.example"
    programs = ("file:///C:/x.exe", r"\\server\share\x.exe", r"C:\x.exe", "/bin/sh")
    assert [
        one for one in (*programs, "search-ms:query=x", "") if web_address(one)
    ] == []
