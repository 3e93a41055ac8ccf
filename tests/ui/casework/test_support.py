"""The support tab: lines with a will, referrals that ask for consent, a log, a plan, an end."""

import pytest
from PySide6.QtWidgets import QLabel

from intake.desk.views.support import ServiceNote
from tests.desks_at_hand import planted
from tests.ui.walking import focusables, name_of, tab_walk
from ui.widgets import Button, NoteEdit
from ui.widgets.field import Field
from ui.widgets.form_sheet import FormSheet


@pytest.fixture
def tab(at, case):
    return at("case", case=case, tab="support").own["support"]


def press(page, *words):
    """Press the button whose name has these words."""
    found = [b for b in page.findChildren(Button) if b.isVisibleTo(page) and all(w in b.accessibleName() for w in words)]  # fmt: skip
    found[0].click()


def sheet(window):
    return [one for one in window.findChildren(FormSheet) if one.isVisible()][-1]


def shown(widget):
    return " ".join(label.text() for label in widget.findChildren(QLabel))


def test_a_line_is_opened_with_the_will_and_closed(tab, desk, case, window, settle, texts):  # fmt: skip
    press(tab, texts("support-open"), "심리")
    settle()
    one = sheet(window)
    choices = one._first
    choices._on_press("WANTED")
    one.save.click()
    settle()
    line = next(line for line in desk.support.lines(case) if line.kind == "PSYCH")
    assert (line.state, line.wish, line.wish_on) == ("OPEN", "WANTED", "2026-11-25")
    press(tab, texts("support-close"), "심리")
    settle()
    assert next(x for x in desk.support.lines(case) if x.kind == "PSYCH").state == "CLOSED"  # fmt: skip


def test_a_no_is_kept_and_said_on_the_line(tab, desk, case, window, settle, texts):
    press(tab, texts("support-will"), "의료")
    settle()
    sheet(window)._first._on_press("REFUSED")
    sheet(window).save.click()
    settle()
    assert next(x for x in desk.support.lines(case) if x.kind == "MEDICAL").closed_to_acts  # fmt: skip
    assert texts("support-nothing-goes-out") in shown(tab.lines)
    press(tab, texts("support-will"), "의료")
    settle()
    assert texts("support-will-before") in shown(sheet(window))


def test_a_sheet_names_what_is_missing_and_what_is_no_day(tab, window, settle, texts):
    tab.end.close_.click()
    one = sheet(window)
    one.save.click()
    assert texts("support-end-reason") in one._wrong.text()
    one.close_sheet()
    press(tab, texts("support-will"), "동행")
    settle()
    one = sheet(window)
    one.findChildren(Field)[0].set_text("언젠가")
    one.save.click()
    assert one._wrong.text() == texts("form-no-day")
    assert one.isVisible()


def test_a_referral_leads_to_the_consent_it_lacks(at, desk, case, settle, window, texts):  # fmt: skip
    agency = desk.agencies.add("가람경찰서", "POLICE")
    desk.referrals.offer(case, "LEGAL", agency)
    tab = at("case", case=case, tab="support").own["support"]
    press(tab, texts("support-step-accepted"))
    settle()
    names = [b.accessibleName() for b in tab.referrals.findChildren(Button) if b.isVisibleTo(tab)]  # fmt: skip
    assert not any(texts("support-step-sent") in name for name in names)
    assert "수사기관 제공" in shown(tab.referrals)
    press(tab, texts("support-ask-consent"))
    settle()
    assert window.place.facts["tab"] == "consents"


def test_sending_asks_what_was_told_and_keeps_it(at, desk, case, settle, window, texts):
    planted(desk, "consent", case, {"purpose": "POLICE", "decision": "AGREED", "given_at": "2026-11-20T00:00:00Z"})  # fmt: skip
    one = desk.referrals.offer(case, "LEGAL", desk.agencies.add("가람경찰서", "POLICE"))
    desk.referrals.step(one, "ACCEPTED")
    tab = at("case", case=case, tab="support").own["support"]
    press(tab, texts("support-step-sent"))
    asked = sheet(window)
    asked.findChildren(Field)[0].set_text("연락처")
    asked.save.click()
    settle()
    (left,) = desk.records.list("disclosure", case)
    assert (left["items"], left["left_on"]) == ("연락처", "2026-11-25")


def test_the_log_takes_a_quick_line_and_shows_it(tab, desk, case, settle, window):
    tab.log.kind._on_press("COUNSEL")
    tab.log.minutes.set_text("50")
    tab.log.remark.set_text("첫 상담")
    tab.log.note.click()
    settle()
    (logged,) = desk.support.log(case)
    assert (logged.kind, logged.minutes, logged.remark) == ("COUNSEL", 50, "첫 상담")
    assert tab.log.kind.values == ()
    assert "첫 상담" in shown(tab.log)


def test_a_line_without_a_kind_or_with_words_for_minutes_is_not_kept(tab, desk, case):
    tab.log.note.click()
    tab.log.kind._on_press("COUNSEL")
    tab.log.minutes.set_text("오십")
    tab.log.note.click()
    assert desk.support.log(case) == ()
    assert tab.log.minutes.text() == "오십"


def test_a_correction_shows_what_was_changed(at, desk, case, settle, window, texts):
    desk.support.add_action(case, ServiceNote("COUNSEL", "2026-11-20", 30))
    tab = at("case", case=case, tab="support").own["support"]
    press(tab.log, texts("support-correct"))
    settle()
    field = next(f for f in sheet(window).findChildren(Field) if f.text() == "30")  # fmt: skip
    field.set_text("45")
    sheet(window).save.click()
    settle()
    (logged,) = desk.support.log(case)
    assert (logged.minutes, logged.corrected) == (45, True)
    assert texts("support-corrected") in shown(tab.log)


def test_what_is_typed_stays_when_something_else_changes(tab, session, desk, case, settle):  # fmt: skip
    tab.log.remark.set_text("적고 있는 말")
    session.do(lambda desk, _p: desk.tasks.add(case, "다른 일"))
    settle()
    assert tab.log.remark.text() == "적고 있는 말"
    assert "다른 일" in shown(tab.tasks)


def test_a_task_is_done_and_taken_back(at, desk, case, settle, texts):
    desk.tasks.add(case, "서류 받기", "2026-11-20")
    tab = at("case", case=case, tab="support").own["support"]
    press(tab.tasks, texts("support-task-done"), "서류 받기")
    settle()
    assert desk.tasks.due("TASK") == ()
    desk.undo.undo()
    assert len(desk.tasks.due("TASK")) == 1


def test_a_plan_that_is_being_written_survives_a_lock(tab, desk, case, settle, window):
    tab.plan.write.click()
    (text, _until) = sheet(window).findChildren(NoteEdit)
    text.setPlainText("주 1회 상담")
    window.screen_.flush()
    settle()
    assert desk.plans.view(case).text == "주 1회 상담"
    assert [one for one in window.findChildren(FormSheet) if one.isVisible()] == []


def test_the_case_is_closed_with_what_is_open_named_first(at, desk, case, settle, window, texts):  # fmt: skip
    desk.support.open_line(case, "COUNSEL")
    tab = at("case", case=case, tab="support").own["support"]
    assert "상담" in tab.end._text.text()
    tab.end.close_.click()
    sheet(window)._first._on_press("WISH")
    sheet(window).save.click()
    settle()
    assert desk.records.get("case", case)["state"] == "CLOSED"
    assert tab.end.reopen.isVisibleTo(tab)
    tab.end.reopen.click()
    settle()
    assert desk.records.get("case", case)["state"] == "REOPENED"


def test_everything_is_named_once_and_reached_by_tab(at, desk, case, window):
    desk.tasks.add(case, "서류 받기")
    agency = desk.agencies.add("가람경찰서", "POLICE")
    for _ in range(2):
        desk.referrals.offer(case, "LEGAL", agency)
        desk.support.add_action(case, ServiceNote("COUNSEL", "2026-11-20", 30))
        desk.plans.add_goal(case, "잠자기")
    page = at("case", case=case, tab="support").own["support"]
    named = [name_of(widget) for widget in focusables(page)]
    assert all(named)
    assert sorted(set(named)) == sorted(named)
    missed = set(focusables(page)) - set(tab_walk(window, page))
    assert {name_of(widget) for widget in missed} == set()


def test_the_address_book_is_kept_in_the_settings(at, desk, settle, window, texts):
    page = at("settings", section="agencies").sections["agencies"]
    page.new.click()
    one = sheet(window)
    one._first._on_press("POLICE")
    by_name = {field.line.accessibleName(): field for field in one.findChildren(Field)}
    by_name[texts("field-agency-name")].set_text("가람경찰서")
    by_name[texts("field-agency-phone")].set_text("010-0000-0112")
    one.save.click()
    settle()
    (agency,) = desk.agencies.listing()
    assert (agency.kind, agency.phone, agency.valid) == ("POLICE", "010-0000-0112", True)  # fmt: skip
    press(page, texts("agency-change"), "가람경찰서")
    sheet(window).findChildren(Field)[0].set_text("나래경찰서")
    sheet(window).save.click()
    settle()
    assert desk.agencies.listing()[0].name == "나래경찰서"
    press(page, texts("agency-end"))
    settle()
    assert desk.agencies.listing()[0].valid_to == "2026-11-25"
    assert name_of(page.new)
