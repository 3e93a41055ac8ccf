"""The page of the picture, in the window: what is chosen here is chosen there."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea

from tests.ui.graph.pictures import LARGE
from tests.ui.walking import focusables, name_of, tab_walk
from ui.screens.graph.wording import rows_of
from ui.widgets import Button


@pytest.fixture
def page(at, story):
    return at("graph", of=story[1][0])


def told(page):
    rows = page.table.rows
    return [rows.line_at(at) for at in range(rows.rowCount())]


def test_every_line_of_the_picture_stands_in_the_table_from_both_ends(page):
    view = page.view
    assert len(told(page)) == 2 * len(view.edges)
    for edge in view.edges:
        ends = {line.node for line in told(page)}
        assert {edge.one, edge.other} <= ends


def test_the_table_says_kind_label_other_and_why(page, story):
    (line, *_) = [one for one in told(page) if one.kind == "식별정보" and one.label.startswith("@x7q_haru")] or [one for one in told(page) if "x7q_haru" in one.label]  # fmt: skip
    assert line.kind == "식별정보"
    assert line.other.startswith("가해 추정인")
    assert line.why.startswith("식별정보")


def test_choosing_in_the_picture_chooses_in_the_table_and_back(page, story, qtbot):
    cases, _ = story
    page.picture.setFocus()
    page.picture._go(cases[0])
    assert page.table.here == cases[0]
    page.table.setFocus()
    last = page.table.rows.rowCount() - 1
    page.table.setCurrentIndex(page.table.rows.index(last, 0))
    assert page.picture.here == told(page)[last].node
    assert told(page)[last].label in page.told.text()


@pytest.mark.parametrize("way", ["picture", "table", "button"])
def test_enter_opens_the_record(page, story, window, settle, qtbot, way):
    (one, _), _ = story
    page.picture._go(one)
    if way == "picture":
        qtbot.keyClick(page.picture, Qt.Key.Key_Return)
    elif way == "table":
        qtbot.keyClick(page.table, Qt.Key.Key_Return)
    else:
        page.open.click()
    settle()
    assert window.place.screen == "case"
    assert window.place.facts["case"] == one


def test_an_identifier_opens_where_it_is_noted(page, window, settle):
    mark = next(node for node in page.view.nodes if node.kind == "mark")
    page.open_node(mark.id)
    settle()
    assert (window.place.screen, window.place.facts["tab"]) == ("case", "suspects")


def test_escape_leaves_for_the_table(page, window, qtbot):
    page.picture.setFocus()
    qtbot.keyClick(page.picture, Qt.Key.Key_Escape)
    assert window.focusWidget() is page.table


def test_a_kind_of_line_alone_is_shown_in_both(page):
    page.filter.setCurrentIndex(page.filter.findData("has-mark"))
    shown = {edge.kind for edge in page.picture._drawn}
    assert shown == {"has-mark"}
    assert {line.why.split(" · ")[0] for line in told(page)} == {"식별정보"}


def test_one_step_more_asks_again(page, settle, desk, story):
    page.depths._on_press("2")
    settle()
    assert page.view == desk.graph.around(story[1][0], 2)


def test_what_somebody_changes_is_drawn_anew_and_the_place_stays(
    page, session, desk, story, settle
):
    cases, _ = story
    page.picture._go(cases[0])
    before = len(page.view.nodes)
    session.do(lambda desk, _p: desk.suspects.add_clue(cases[0], {"value": "x7q@mail.example"}))  # fmt: skip
    settle()
    assert len(page.view.nodes) == before + 1
    assert page.picture.here == cases[0]
    assert page.table.here == cases[0]


def test_beside_an_interview_there_is_one_sentence(at, desk, story):
    desk.interviews.begin(story[0][1], "intake")
    page = at("graph", of=story[1][0])
    assert page.picture.ids == ()
    assert not page.picture.isVisible()
    assert not page.table.isVisible()


def test_without_anybody_it_says_where_to_begin(at, window):
    page = at("graph")
    assert not page.picture.isVisible()


@pytest.mark.parametrize("size", [(1180, 720), (1440, 900)])
def test_it_is_named_walked_and_tells_nothing_in_the_title(
    page, window, texts, size, settle
):
    window.resize(*size)
    settle()
    named = [name_of(widget) for widget in focusables(page)]
    assert all(named)
    assert sorted(set(named)) == sorted(named)
    missed = set(focusables(page)) - set(tab_walk(window, page))
    assert {name_of(widget) for widget in missed} == set()
    for area in page.findChildren(QScrollArea):
        assert area not in focusables(page)
    assert window.windowTitle() == texts("product-name")


def test_no_word_of_a_victim_is_on_the_page(page):
    words = [*map(str, told(page)), *map(page.picture.name_of, page.picture.ids)]
    for line in told(page):
        words += [line.label, line.other, line.why]
    assert not [word for word in words if "녹두" in word or "하늘" in word]


def test_every_node_has_a_row_of_its_own(page, texts):
    rows = rows_of(texts, page.view, page.picture.ids, frozenset())
    assert {row.node for row in rows} == {node.id for node in page.view.nodes}


def test_a_suspects_card_leads_to_the_picture(at, story, window, settle):
    (case, _), suspects = story
    at("case", case=case, tab="suspects")
    found = [one for one in window.findChildren(Button) if one.text().strip() == "그림 보기" and one.isVisible()]  # fmt: skip
    found[0].click()
    settle()
    assert window.place.screen == "graph"
    assert window.place.facts["of"] in suspects


def test_what_the_keyboard_goes_to_is_scrolled_into_sight(page, window, qtbot, settle):
    page._on_view(LARGE)
    settle()
    page.picture.setFocus()
    page.picture._go(LARGE.centre)
    for key in (Qt.Key.Key_Right, Qt.Key.Key_End):
        qtbot.keyClick(page.picture, key)
    spot = page.picture.placed.spots[page.picture.here]
    seen = page._area.verticalScrollBar().value() + page._area.viewport().height()
    assert spot.y + spot.height <= seen
    assert page._area.verticalScrollBar().value() > 0
