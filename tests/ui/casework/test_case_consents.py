"""The tab 동의: receivers by name, a child's guardian, the duty to report, what left."""

import pytest
from PySide6.QtWidgets import QLabel

from intake.desk.people import victim_of
from ui.screens.case.consents.asking import AskSheet
from ui.screens.case.consents.left import LeftCard
from ui.screens.case.consents.minors import (
    DutyCard,
    DutySheet,
    GuardianSheet,
    MinorCard,
)
from ui.widgets import Button


@pytest.fixture
def page(at, case):
    return at("case", case=case, tab="consents").own["consents"]


def pressed(parent, text):
    """Press the one button of these words."""
    (button,) = [
        one for one in parent.findChildren(Button) if one.text().strip() == text
    ]
    button.click()


def card(page, kind):
    return next(iter(page.findChildren(kind)), None)


def test_a_receiver_is_asked_read_aloud_and_kept(
    page, desk, case, texts, settle, window
):
    pressed(page, texts("giving-add"))
    (sheet,) = window.findChildren(AskSheet)
    assert not sheet.keep.isEnabled()
    sheet.purposes._on_press("LAWYER")
    assert texts("consent-lawyer-spoken") in sheet.spoken.text()
    sheet.name.set_text("가람 사무소")
    sheet.answers._on_press("AGREED")
    sheet.keep.click()
    settle()
    (line,) = desk.giving.lines(case)
    assert (line.name, line.state, line.receiver) == ("가람 사무소", "agreed", "LAWYER")
    names = [one.accessibleName() for one in page.findChildren(Button)]
    assert any("가람 사무소" in name for name in names)


def test_nothing_left_is_said_in_one_sentence(page, texts):
    shown = card(page, LeftCard)
    labels = [one.text() for one in shown.findChildren(QLabel)]
    assert texts("left-nothing") in labels


def test_a_recall_is_asked_and_acknowledged(page, desk, case, texts, settle, at):
    desk.giving.note(case, "PAPER", "POLICE", "가 경찰서", purpose="POLICE")
    page = at("case", case=case, tab="consents").own["consents"]
    pressed(page, texts("left-asked"))
    settle()
    assert desk.giving.left(case)[0].recall == "ASKED"
    pressed(page, texts("left-acknowledged"))
    settle()
    assert desk.giving.left(case)[0].recall == "ACKNOWLEDGED"


def test_an_adult_is_not_asked_about_a_guardian(page):
    assert card(page, MinorCard) is None
    assert card(page, DutyCard) is None


def test_a_child_s_guardian_may_not_be_told_for_a_reason(
    desk, case, texts, settle, at, window
):
    desk.records.change("person", victim_of(case), {"age": 13})
    page = at("case", case=case, tab="consents").own["consents"]
    pressed(card(page, MinorCard), texts("minor-guardian"))
    (sheet,) = window.findChildren(GuardianSheet)
    sheet.confirms._on_press("NOT_TOLD")
    sheet.why.set_text("집에 알려지면 위험함")
    pressed(sheet, texts("giving-keep"))
    settle()
    view = desk.minors.look(case)
    assert (view.guardian, view.reason) == ("NOT_TOLD", "집에 알려지면 위험함")
    assert view.guardian_needed


def test_a_duty_is_settled_with_day_and_office(desk, case, texts, settle, at, window):
    desk.settings.set("duty_to_report", "ART34_COUNSEL")
    desk.records.change("person", victim_of(case), {"age": 15})
    page = at("case", case=case, tab="consents").own["consents"]
    pressed(card(page, DutyCard), texts("duty-report"))
    (sheet,) = window.findChildren(DutySheet)
    sheet.day.set_text("2026-11-20")
    sheet.words.set_text("가 경찰서")
    pressed(sheet, texts("giving-keep"))
    settle()
    assert desk.minors.duty(case).reported_to == "가 경찰서"
