"""일정: a month by keyboard, a day that leads to its cases, appointments and terms."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLabel

from tests.ui.walking import focusables, name_of, tab_walk
from ui.widgets import Button
from ui.widgets.field import Field
from ui.widgets.form_sheet import FormSheet


@pytest.fixture
def page(at, case):
    return at("calendar")


def press(page, *words):
    found = [b for b in page.findChildren(Button) if b.isVisibleTo(page) and all(w in b.accessibleName() for w in words)]  # fmt: skip
    found[0].click()


def sheet(window):
    return [one for one in window.findChildren(FormSheet) if one.isVisible()][-1]


def shown(widget):
    return " ".join(one.text() for one in widget.findChildren(QLabel))


def test_a_month_is_walked_and_turned_by_keys(page, qtbot, settle):
    assert page.month.cell.on == "2026-11-25"
    assert page.month.cell.is_today
    for key, day in (
        (Qt.Key.Key_Right, "2026-11-26"),
        (Qt.Key.Key_Up, "2026-11-19"),
        (Qt.Key.Key_PageDown, "2026-12-19"),
        (Qt.Key.Key_PageUp, "2026-11-19"),
    ):
        qtbot.keyClick(page.month, key)
        settle()
        assert page.month.cell.on == day
        assert page.day == day
    page.to_today()
    settle()
    assert page.month.cell.on == "2026-11-25"


def test_the_last_day_of_a_month_has_a_neighbour_in_every_month(page, settle):
    page.show_day("2026-12-31")
    settle()
    page.turn(2)
    settle()
    assert page.month.cell.on == "2027-02-28"


def test_a_day_says_what_it_holds_to_who_does_not_see_it(at, desk, case, texts):
    desk.calendar.add(case, "2026-12-25", "INTERVIEW", "10:00")
    page = at("calendar", day="2026-12-25")
    item = page.month.currentItem()
    said = item.data(Qt.ItemDataRole.AccessibleTextRole)
    assert "2026년 12월 25일, 1건" in said
    assert "성탄절" in said


def test_an_appointment_is_made_from_the_case(at, case, desk, window, settle, texts):
    at("calendar", case=case, new=1)
    one = sheet(window)
    assert one.findChildren(QComboBox)[0].currentData() == case
    fields = {f.line.accessibleName(): f for f in one.findChildren(Field)}
    fields[texts("calendar-day")].set_text("12월 3일")
    fields[texts("calendar-at")].set_text("14:30")
    fields[texts("calendar-words")].set_text("두 번째 상담")
    one.save.click()
    settle()
    (line,) = desk.calendar.between("2026-12-03", "2026-12-03")
    assert (line.at, line.words, line.case) == ("14:30", "두 번째 상담", case)
    assert window.screen_.month.cell.on == "2026-12-03"
    assert "두 번째 상담" in shown(window.screen_.agenda)


def test_a_day_s_entry_opens_its_case_and_is_settled(at, case, desk, window, settle, texts):  # fmt: skip
    desk.calendar.add(case, "2026-11-25", "INTERVIEW", "10:00")
    page = at("calendar")
    press(page.agenda, texts("calendar-kept"))
    settle()
    (line,) = desk.calendar.between("2026-11-25", "2026-11-25")
    assert line.state == "KEPT"
    press(page.agenda, texts("calendar-open"))
    settle()
    assert (window.place.screen, window.place.facts["case"]) == ("case", case)


def test_a_term_is_counted_by_its_rule(page, case, desk, window, settle, texts):
    page._on_term()
    settle()
    one = sheet(window)
    cases, rules = one.findChildren(QComboBox)
    cases.setCurrentIndex(cases.findData(case))
    rules.setCurrentIndex(rules.findData("ACCESS"))
    fields = {f.line.accessibleName(): f for f in one.findChildren(Field)}
    fields[texts("calendar-begins")].set_text("2026-11-18")
    one.save.click()
    settle()
    (line,) = desk.calendar.between("2026-11-30", "2026-11-30")
    assert (line.kind, line.rule) == ("DEADLINE", "ACCESS")


def test_a_year_without_known_holidays_says_so(page, settle):
    assert not page._unknown.isVisibleTo(page)
    page.show_day("2030-05-01")
    settle()
    assert page._unknown.isVisibleTo(page)


def test_everything_is_named_once_and_reached_by_tab(at, desk, case, window):
    for _ in range(2):
        desk.calendar.add(case, "2026-11-25", "INTERVIEW", "10:00")
    page = at("calendar")
    named = [name_of(widget) for widget in focusables(page)]
    assert all(named)
    assert sorted(set(named)) == sorted(named)
    missed = set(focusables(page)) - set(tab_walk(window, page))
    assert {name_of(widget) for widget in missed} == set()
