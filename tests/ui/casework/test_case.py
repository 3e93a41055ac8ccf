"""One case: its tabs, its interviews, what two people recorded differently."""

import pytest

from intake.desk import ConflictHead, ConflictView
from tests.ui.casework.conftest import compose
from ui.screens.case.overview import Overview
from ui.screens.case.timeline import lines_of
from ui.widgets import Button


@pytest.fixture
def page(at, case):
    return at("case", case=case)


def test_without_an_interview_the_button_leads_to_beginning_one(page, texts):
    assert page.go_on.text().strip() == texts("case-begin")
    page.go_on.click()
    assert page._tabs["interviews"].isChecked()


def test_an_interview_is_begun_continued_and_looked_at(
    page, at, case, desk, settle, window
):
    page.interviews.begun.emit("risk")
    settle()
    assert window.place.screen == "interview"
    again = at("case", case=case)
    again.go_on.click()
    settle()
    assert window.place.screen == "interview"
    assert window.place.facts["interview"] == desk.interviews.unfinished()[0].id


def test_without_consent_an_interview_leads_to_the_gate(at, desk, settle, window):
    case = desk.cases.begin("VISIT")
    page = at("case", case=case)
    page.interviews.begun.emit("intake")
    settle()
    assert window.place.screen == "consent"
    assert desk.interviews.unfinished() == ()


def test_a_name_is_changed(page, desk, case, settle, window, qtbot):
    page.rename.click()
    compose("바다")
    buttons = {b.text(): b for b in window.findChildren(Button)}
    buttons[page._texts("case-rename-save")].click()
    settle()
    assert desk.cases.header(case).alias == "하늘바다"


def test_deeds_of_one_kind_in_a_row_are_one_line(page, desk, case, texts, settle):
    one = desk.interviews.begin(case, "intake")
    for path, value in {"suspect/threat": "YES", "victim/age": 20}.items():
        desk.interviews.answer(one, path, value)
    lines = lines_of(desk.cases.timeline(case), texts)
    assert lines[0].deed.startswith(texts("deed-answer"))
    assert len([line for line in lines if line.deed.startswith(texts("deed-answer"))]) == 1  # fmt: skip


def test_the_timeline_is_filtered(page, at, case, settle, texts):
    page.show_tab("timeline")
    settle()
    everything = page.timeline.list.rows.rowCount()
    page.timeline.chips["consent"].click()
    settle()
    assert 0 < page.timeline.list.rows.rowCount() < everything


def test_both_words_of_a_conflict_are_shown_and_one_is_chosen(qtbot, app, texts, desk, case):  # fmt: skip
    heads = (
        ConflictHead("하늘", "박상담", 1_795_584_727_000, "a"),
        ConflictHead("바다", "김상담", 1_795_584_720_000, "b"),
    )
    conflict = ConflictView("case", case, "alias", "field-case-alias", heads)
    overview, chosen = Overview(texts), []
    qtbot.addWidget(overview)
    overview.chosen.connect(lambda c, h: chosen.append((c.field, h.ref)))
    overview.show_case(desk.cases.overview(case), (conflict,))
    named = [b for b in overview.findChildren(Button) if "바다" in b.accessibleName()]
    named[0].click()
    assert chosen == [("alias", "b")]


def test_f7_opens_the_consents_of_the_case(page, window, settle, case):
    window.run("consent")
    settle()
    assert window.place.screen == "consent"
    assert window.place.facts["case"] == case
