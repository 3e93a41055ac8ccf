"""Finding again: filters with a name, the cases opened last, every record, undo, histories."""

import pytest

from intake.desk import CaseQuery
from ui.screens.case.joining import JoinSheet
from ui.screens.cases.filters import FilterSheet
from ui.widgets import Button
from ui.widgets.history import HistorySheet


def named(parent, text):
    (found,) = [
        one for one in parent.findChildren(Button) if one.text().strip() == text
    ]
    return found


@pytest.fixture
def pane(at):
    return at("cases").pane


def shown(pane):
    return [pane.list.rows.line_at(at).id for at in range(pane.list.rows.rowCount())]


def test_a_filter_is_refined_kept_and_used_again(desk, case, at, texts, settle, window):
    other = desk.cases.begin("POLICE", "윤슬")
    pane = at("cases").pane
    pane.more.click()
    settle()
    (sheet,) = window.findChildren(FilterSheet)
    sheet.route.setCurrentIndex(sheet.route.findData("POLICE"))
    sheet.name.set_text("경찰 연계")
    named(sheet, texts("finder-show")).click()
    settle()
    assert shown(pane) == [other]
    assert pane.more.isChecked()
    assert [one.name for one in desk.finder.saved()] == ["경찰 연계"]
    pane._clear.click()
    settle()
    assert set(shown(pane)) == {case, other}
    pane.more.click()
    settle()
    sheet = window.findChildren(FilterSheet)[-1]
    named(sheet, "경찰 연계").click()
    settle()
    assert shown(pane) == [other]


def test_the_cases_opened_last_are_one_chip_away(desk, at, settle):
    first = desk.cases.begin("VISIT", "하늘")
    second = desk.cases.begin("VISIT", "윤슬")
    at("case", case=first)
    at("case", case=second)
    at("case", case=first)
    pane = at("cases").pane
    pane.recent.click()
    settle()
    assert shown(pane) == [first, second]
    pane.chips["minor"].click()
    settle()
    assert not pane.recent.isChecked()


def test_every_record_that_holds_a_word_is_found_and_leads_to_its_case(
    desk, case, at, settle, window
):
    desk.records.add("note", case, {"kind": "FREE", "text": "협박 문자를 받았다고 함"})
    page = at("found")
    page.field.set_text("협박")
    page._on_submitted()
    settle()
    (line,) = [page.list.rows.line_at(at) for at in range(page.list.rows.rowCount())]
    assert line.entity == "note"
    assert "협박" in page.list.rows.accessible(line)
    page.list.opened.emit(line)
    settle()
    assert window.place.screen == "case"


def test_one_letter_finds_nothing_and_a_part_of_an_address_does(desk, case, at, settle):
    desk.records.add("posting", case, {"url": "https://tube-a.example/v/abc98765"})
    page = at("found")
    page.field.set_text("c")
    page._on_submitted()
    settle()
    assert page.list.rows.rowCount() == 0
    page.field.set_text("c98765")
    page._on_submitted()
    settle()
    assert page.list.rows.rowCount() == 1


def test_ctrl_z_takes_the_last_step_back_and_does_it_again(
    desk, case, at, settle, window
):
    at("case", case=case)
    task = desk.records.add("task", case, {"kind": "OTHER", "state": "OPEN"})
    desk.records.change("task", task, {"state": "DONE"})
    window.run("undo")
    settle()
    assert desk.records.get("task", task)["state"] == "OPEN"
    window.run("redo")
    settle()
    assert desk.records.get("task", task)["state"] == "DONE"


def test_with_nothing_done_undo_says_so(at, case, settle, window, session, texts):
    at("case", case=case)
    said = []
    session.told.connect(lambda toast: said.append(toast.text))
    window.run("undo")
    settle()
    assert said == [texts("undo-nothing")]


def test_the_history_of_a_case_is_one_button_away(desk, case, at, settle, window):
    page = at("case", case=case)
    page.overview.history_wanted.emit()
    settle()
    (sheet,) = window.findChildren(HistorySheet)
    assert sheet.close_button.hasFocus() or sheet.isVisible()
    sheet.close_button.click()


def test_a_saved_filter_is_dropped(desk, at, settle, window, case, texts):
    desk.finder.save("곧", CaseQuery(state="RECEIVED"))
    pane = at("cases").pane
    pane.more.click()
    settle()
    (sheet,) = window.findChildren(FilterSheet)
    named(sheet, texts("finder-drop")).click()
    settle()
    assert desk.finder.saved() == ()


def test_a_case_is_joined_to_another_and_parted_again(
    desk, case, at, texts, settle, window
):
    anonymous = desk.cases.begin("D4Y")
    page = at("case", case=anonymous)
    page.overview.join_wanted.emit()
    settle()
    (sheet,) = window.findChildren(JoinSheet)
    (line,) = [sheet.list.rows.line_at(at) for at in range(sheet.list.rows.rowCount())]
    sheet.list.opened.emit(line)
    named(window, texts("whole-join-yes")).click()
    settle()
    assert [one.id for one in desk.joining.joined(anonymous)] == [case]
    named(page, texts("whole-open"))
    page.overview.part_wanted.emit()
    settle()
    assert desk.joining.joined(anonymous) == ()
