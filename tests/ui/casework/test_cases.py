"""The list of cases: there at once, searched as one types."""

from array import array

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication

from intake.desk import CaseLine
from tests.ui.casework.conftest import compose
from ui.tables.case_list import CaseRows, case_list, said_when

NAMES = ("하늘", "윤슬", "다온", "해솔", "")


@pytest.fixture
def cases(desk):
    return [desk.cases.begin("VISIT", alias) for alias in NAMES]


@pytest.fixture
def pane(at, cases):
    return at("cases").pane


def shown(pane):
    rows = pane.list.rows
    return [rows.line_at(row).alias for row in range(rows.rowCount())]


def test_the_newest_case_stands_first_and_the_count_is_said(pane):
    assert shown(pane) == list(reversed(NAMES))
    assert pane.count.text() == "5"


def test_typing_searches_and_escape_shows_all_again(pane, settle, qtbot):
    pane.search.setFocus()
    compose("해솔")
    settle()
    assert shown(pane) == ["해솔"]
    qtbot.keyClick(pane.search, Qt.Key.Key_Escape)
    settle()
    assert len(shown(pane)) == 5


def test_the_syllable_in_composition_searches_too(pane, settle):
    pane.search.setFocus()
    QApplication.sendEvent(pane.search, QInputMethodEvent("윤", []))
    settle()
    assert "윤슬" in shown(pane)
    assert "해솔" not in shown(pane)


def test_initials_find_a_name(pane, settle):
    pane.search.setFocus()
    compose("ㅎㄴ")
    settle()
    assert shown(pane) == ["하늘"]


def test_what_fits_nothing_says_so_and_offers_everything(pane, settle):
    pane.search.setFocus()
    compose("없는이름")
    settle()
    assert pane._nothing.isVisibleTo(pane)
    assert not pane.list.isVisibleTo(pane)
    pane._clear.click()
    settle()
    assert len(shown(pane)) == 5


def test_a_filter_is_pressed_and_pressed_again(pane, settle, desk, cases):
    desk.consents.decide(cases[2], {"RECORD": "AGREED"})
    one = desk.interviews.begin(cases[2], "intake")
    desk.interviews.answer(one, "victim/age", 15)
    pane.chips["minor"].click()
    settle()
    assert shown(pane) == ["다온"]
    pane.chips["mine"].click()
    settle()
    assert len(shown(pane)) == 5
    assert not pane.chips["minor"].isChecked()
    pane.chips["mine"].click()
    settle()
    assert pane._filter == "all"


def test_enter_walks_from_the_search_into_the_list_and_opens_a_case(
    pane, settle, qtbot, window, cases
):
    pane.search.setFocus()
    qtbot.keyClick(pane.search, Qt.Key.Key_Down)
    assert pane.list.hasFocus()
    qtbot.keyClick(pane.list, Qt.Key.Key_Down)
    qtbot.keyClick(pane.list, Qt.Key.Key_Return)
    settle()
    assert window.place.screen == "case"
    assert window.place.facts["case"] == cases[3]


def test_a_case_reached_from_elsewhere_is_marked_in_the_list(pane, at, cases):
    at("case", case=cases[1])
    assert pane.list.rows.line_at(pane.list.currentIndex().row()).alias == "윤슬"


def test_f7_opens_the_consents_of_the_case_that_is_marked(
    pane, at, cases, window, settle
):
    at("case", case=cases[1])
    at("cases")
    window.run("consent")
    settle()
    assert window.place.screen == "consent"
    assert window.place.facts["case"] == cases[1]


def test_a_case_begun_elsewhere_appears(pane, session, settle):
    session.do(lambda desk, _progress: desk.cases.begin("VISIT", "새 사람"))
    settle()
    assert "새 사람" in shown(pane)


def test_ctrl_f_comes_to_the_search(at, window, cases, settle):
    at("today")
    window.run("find")
    settle()
    assert window.screen_.pane.search.hasFocus()


def test_a_row_says_everything_in_words(texts):
    line = CaseLine(
        row=1,
        id="x",
        number="2026-IC-100001",
        alias="하늘",
        stage_text_id="case-state-deleting",
        minor=True,
        last_said_ms=1_795_584_727_000,
        requested=37,
        removed=22,
        unsent=True,
        age=15,
    )
    said = CaseRows(texts).accessible(line)
    for word in (
        "하늘",
        "2026-IC-100001",
        "삭제지원",
        "만 15세",
        "미성년",
        "22/37",
        "보내지 않음",
    ):
        assert word in said


def test_today_is_said_by_the_clock_and_other_days_by_the_day(texts):
    assert said_when(texts, 1_795_584_727_000) == "오늘 14:32"
    assert said_when(texts, 1_795_584_727_000 - 7 * 86_400_000) == "11.18."
    assert said_when(texts, 1_763_000_000_000) == "2025-11-13"


def test_a_hundred_thousand_cases_ask_only_for_what_is_seen(qtbot, app, texts):
    view, asked = case_list(texts), []
    qtbot.addWidget(view)
    view.rows.wanted.connect(lambda block, _ids: asked.append(block))
    view.resize(336, 800)
    view.show()
    view.rows.show_ids(array("q", range(100_000)))
    view.grab()
    assert asked == [0]
