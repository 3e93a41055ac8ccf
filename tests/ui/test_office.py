"""People, the access log, retention and destruction, as somebody at the window does them."""

# ruff: noqa: F401, F811 - fixtures of another folder

from itertools import pairwise

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLineEdit

from tests.ui.casework.conftest import (
    at,
    case,
    clock_stands_still,
    desk,
    made,
    settle,
)
from tests.vaults_at_hand import PASSPHRASE

HERS = "조용한 아침 산길의 돌"


@pytest.fixture
def section(at):
    """Show a section of the settings and return it."""

    def show(name):
        return at("settings", section=name).sections[name]

    return show


def button(ground, name):
    """The visible button of this accessible name."""
    found = [
        one
        for one in ground.findChildren(QAbstractButton)
        if one.accessibleName() == name and one.isVisible()
    ]
    assert len(found) == 1, name
    return found[0]


def texts_of(ground):
    from PySide6.QtWidgets import QLabel  # noqa: PLC0415

    return "\n".join(
        one.text() for one in ground.findChildren(QLabel) if one.isVisible()
    )


def names_of(ground):
    return [
        one.accessibleName()
        for one in [
            *ground.findChildren(QAbstractButton),
            *ground.findChildren(QLineEdit),
        ]
        if one.isVisible() and one.focusPolicy() != Qt.FocusPolicy.NoFocus
    ]


# --- people -----------------------------------------------------------------------------


def test_a_colleague_is_added_and_opens_with_her_own_passphrase(section, desk, settle):
    people = section("people")
    form = people.add
    form._name.set_text("이동료")
    form._role._on_press("SUPERVISOR")
    form._hers.set_text(HERS)
    form._own.set_text(PASSPHRASE)
    assert not form._go.isEnabled()
    form._again.set_text(HERS)
    form._go.click()
    settle()
    assert "이동료" in texts_of(people)
    assert {g.who for g in desk.roles.grants()} == {"박상담", "이동료"}
    assert form._hers.text() == form._own.text() == ""


def test_a_wrong_own_passphrase_is_told_at_the_form_and_nobody_is_added(
    section,
    desk,
    settle,
):
    form = section("people").add
    form._name.set_text("이동료")
    for field, text in ((form._hers, HERS), (form._again, HERS), (form._own, "x")):
        field.set_text(text)
    form._go.click()
    settle()
    assert form._error.isVisible()
    assert desk.roles.grants() == ()


def test_a_role_is_given_and_taken_by_one_button_each(section, desk, settle):
    desk.roles.give("정전산", "IT")
    people = section("people")
    button(people, "정전산: + 감사자").click()
    settle()
    button(people, "정전산: 전산 담당자 거두기").click()
    settle()
    assert desk._rooms.sight.roles_of("정전산") == {"AUDITOR"}
    assert "업무 변경" in texts_of(people)


def test_the_last_supervisor_cannot_be_taken_and_a_sentence_says_why(
    section,
    desk,
    settle,
    window,
):
    people = section("people")
    button(people, "박상담: 감독자 거두기").click()
    settle()
    assert "감독자가 한 사람은" in texts_of(window)
    assert desk.roles.mine().supervises


def test_who_leaves_is_asked_for_once_more(section, desk, settle):
    desk.roles.add_person("이동료", "COUNSELOR", PASSPHRASE, HERS)
    people = section("people")
    button(people, "이동료: 퇴직 처리").click()
    settle()
    form = people.add
    assert form._leaving.isVisible()
    assert not form._joining.isVisible()
    form._own.set_text(PASSPHRASE)
    form._end.click()
    settle()
    assert not {p.name: p for p in desk.roles.people()}["이동료"].here
    assert form._joining.isVisible()


def test_an_emergency_is_looked_at_with_one_button(section, desk, settle, case):
    desk.roles.break_glass(case, "EMERGENCY", "급한 전화")
    people = section("people")
    assert "급한 전화" in texts_of(people)
    name = next(n for n in names_of(people) if n.endswith("이상 없음"))
    button(people, name).click()
    settle()
    assert desk.roles.emergencies() == ()


def test_a_hidden_case_is_opened_with_a_number_a_purpose_and_a_reason(
    section, desk, settle, case, window
):
    desk.settings.set("own_cases_only", value=True)
    desk.records.change("case", case, {"counselor": "이동료"})
    desk.roles.give("이동료", "SUPERVISOR")
    desk.roles.take("박상담", "SUPERVISOR")
    form = section("people").open_glass
    assert form.isVisible()
    form.number.set_text("2026-IC-999999")
    form.purposes._on_press("EMERGENCY")
    assert not form.go.isEnabled()
    form.reason.set_text("담당자가 병가 중")
    form.go.click()
    settle()
    assert form._error.isVisible()
    form.number.set_text(f" {desk.cases.header(case).number.lower()} ")
    form.go.click()
    settle()
    assert window.screen_.case == case
    assert desk.roles.glass_left(case) > 0
    assert desk.cases.header(case).alias == "하늘"


# --- the access log --------------------------------------------------------------------


def test_the_log_is_shown_checked_and_signed_off(section, desk, settle, case):
    desk.cases.overview(case)
    page = section("access")
    shown = texts_of(page)
    assert desk.cases.header(case).number in shown
    assert "하늘" not in shown
    button(page, "빠진 줄이 없는지 확인").click()
    settle()
    assert page._verdict.property("tone") == "ok"
    month = desk.access.months()[0].month
    button(page, f"{month} 점검 열기").click()
    settle()
    assert "박상담" in texts_of(page.month)
    page.month.findings._on_press("NONE")
    page.month.sign.click()
    settle()
    assert desk.access.months()[0].finding == "NONE"


def test_a_log_that_was_changed_is_told_in_words(section, desk, settle, case):
    desk.cases.overview(case)
    desk.access.lines()
    with desk._rooms.vault.writing() as db:
        db.execute("update access set who = '아무개' where n = 2")
    page = section("access")
    button(page, "빠진 줄이 없는지 확인").click()
    settle()
    assert page._verdict.property("tone") == "danger"
    assert "2번째 줄" in page._verdict.text()


def test_more_of_the_log_is_shown_on_wish(section, desk, settle, case):
    for n in range(60):
        desk._rooms.log.note("read" if n % 2 else "of-a-newer-version", case)
    page = section("access")
    before = page._at
    page._more.click()
    settle()
    assert page._at > before
    assert not page._more.isVisible()


# --- retention and destruction -----------------------------------------------------------


def test_a_case_that_is_over_leads_to_the_page_of_destruction(
    section,
    desk,
    settle,
    case,
    window,
):
    desk.records.change("case", case, {"closed_on": "2020-03-02", "state": "CLOSED"})
    page = section("retention")
    number = desk.cases.header(case).number
    button(page, f"사건 {number}: 파기 살펴보기").click()
    settle()
    assert window.screen_.case == case


def test_a_case_is_destroyed_in_three_steps_and_the_chain_verifies(
    at,
    desk,
    settle,
    case,
    window,
):
    page = at("erasing", case=case)
    assert "동의" in texts_of(page.what)
    page.what.go_on.click()
    assert page.why.isVisible()
    assert not page.why.go_on.isEnabled()
    page.why.grounds._on_press("REQUEST")
    page.why.go_on.click()
    assert not page.sure.red.isEnabled()
    number = desk.cases.header(case).number
    page.sure.number.set_text(number[:-1])
    assert not page.sure.red.isEnabled()
    page.sure.number.set_text(number.lower())
    page.sure.red.click()
    settle()
    assert page.after.isVisible()
    assert "이어져 있음" in texts_of(page.after)
    assert desk.erasing.done()[0].proven_on
    assert number not in window.windowTitle()
    page.after.left.emit()
    settle()
    assert texts_of(window).count(number) == 0


def test_the_digits_choose_and_the_red_button_is_never_the_first_focus(
    at,
    desk,
    settle,
    case,
):
    page = at("erasing", case=case)
    QTest.keyClick(page.what.parts, Qt.Key.Key_2)
    settle()
    assert page.what.parts.values == ("narrative",)
    page.show_step("why")
    QTest.keyClick(page.why.grounds, Qt.Key.Key_4)
    assert page.why.ground == "MISTAKE"
    page.show_step("sure")
    assert not page.sure.red.hasFocus()


def test_a_hold_stops_it_at_the_first_step(at, desk, settle, case):
    desk.retention.hold(case, "수사 협조")
    page = at("erasing", case=case)
    assert not page.what.go_on.isEnabled()
    assert "보존 의무" in texts_of(page.what)


def test_a_hold_is_laid_and_lifted_with_a_reason(at, desk, settle, case):
    page = at("erasing", case=case)
    hold = page.what.hold
    assert not hold.act.isEnabled()
    hold.reason.set_text("수사 협조")
    hold.act.click()
    settle()
    assert desk.retention.of(case).held
    assert not page.what.go_on.isEnabled()
    hold.reason.set_text("수사 종결")
    hold.act.click()
    settle()
    assert not desk.retention.of(case).held
    assert page.what.go_on.isEnabled()


def test_where_another_supervisor_is_there_it_is_asked_for(at, desk, settle, case):
    desk.roles.give("이동료", "SUPERVISOR")
    page = at("erasing", case=case)
    page.why.grounds._on_press("REQUEST")
    page.show_step("sure")
    assert not page.sure.red.isVisible()
    assert "이동료" in texts_of(page.sure)
    page.sure.ask.click()
    settle()
    (waiting,) = desk.erasing.waiting()
    assert waiting.case == case
    page = at("erasing", case=case)
    page.show_step("sure")
    assert not page.sure.ask.isVisible()
    assert waiting.number in texts_of(page.sure)


@pytest.mark.parametrize("name", ["people", "access", "retention"])
def test_every_thing_of_a_section_has_its_own_name_and_its_turn(
    section,
    desk,
    settle,
    case,
    name,
):
    desk.roles.give("이동료", "SUPERVISOR")
    desk.records.change("case", case, {"closed_on": "2020-03-02"})
    desk.erasing.ask(case, "narrative", "MISTAKE")
    page = section(name)
    names = names_of(page)
    assert "" not in names
    assert len(names) == len(set(names))


def test_every_step_of_destroying_is_reached_by_tab(at, desk, settle, case):
    page = at("erasing", case=case)
    page.why.grounds._on_press("REQUEST")
    for step in ("what", "why", "sure"):
        page.show_step(step)
        names = names_of(page)
        assert "" not in names
        assert len(names) == len(set(names))
    chain = [page.sure.number.line]
    while len(chain) < 60 and chain[-1].nextInFocusChain() is not chain[0]:
        chain.append(chain[-1].nextInFocusChain())
    assert page.sure.back in chain
    assert all(one is not other for one, other in pairwise(chain))


def test_an_interview_that_is_not_there_any_more_is_asked_for_once(
    at, desk, settle, case, session, window
):
    one = desk.interviews.begin(case, "intake")
    refused = []
    session.refused.connect(lambda error, _retry: refused.append(error.text_id))
    number = desk.cases.header(case).number
    desk.erasing.destroy(case, "whole", "REQUEST", number)
    at("interview", interview=one)
    assert refused == ["err-not-found"]
    assert type(window.screen_).__name__ == "Cases"
