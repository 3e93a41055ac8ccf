"""The consent gate: nothing is recorded before, and nothing is kept that was not agreed to."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from tests.ui.casework.conftest import compose


@pytest.fixture
def gate(at):
    """The gate for a new case."""
    return at("consent")


def begin(gate, qtbot, name="하늘"):
    gate.begin.routes.focus_first()
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_5)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert gate.begin.alias.line.hasFocus()
    compose(name)
    qtbot.keyClick(gate.begin.alias.line, Qt.Key.Key_Return)


def cases(desk):
    return desk.records.list("case")


def test_only_the_route_has_to_be_said(gate, qtbot):
    assert not gate.begin.go.isEnabled()
    begin(gate, qtbot, name="")
    assert gate.cards["RECORD"].isVisibleTo(gate)


def test_nothing_is_kept_before_the_end(gate, qtbot, desk, settle):
    begin(gate, qtbot)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_1)
    settle()
    assert cases(desk) == ()


def test_consent_by_digits_opens_the_recorder(gate, qtbot, desk, settle, window):
    begin(gate, qtbot)
    for key in (Qt.Key.Key_1, Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3):
        qtbot.keyClick(QApplication.focusWidget(), key)
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    gate.bar.go.click()
    settle()
    (case,) = cases(desk)
    decided = {line.purpose: line.decision for line in desk.consents.current(case.id)}
    assert decided["RECORD"] == decided["SENSITIVE"] == "AGREED"
    assert (decided["DELETE"], decided["CENTRAL"]) == ("REFUSED", "LATER")
    assert decided["STATS"] == "LATER"
    assert (case["alias"], case["route"]) == ("하늘", "VISIT")
    assert window.place.screen == "interview"
    assert len(desk.interviews.unfinished()) == 1


def test_a_refusal_keeps_no_name_and_opens_nothing(
    gate, qtbot, desk, settle, window, texts
):
    begin(gate, qtbot)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_2)
    assert gate.bar.go.text() == texts("gate-anonymous")
    gate.bar.go.click()
    settle()
    (case,) = cases(desk)
    assert case["alias"] is None
    assert case["consent"] == "ANONYMOUS"
    assert desk.interviews.unfinished() == ()
    assert window.place.screen == "today"


def test_without_a_decision_the_case_waits(gate, qtbot, desk, settle, window):
    begin(gate, qtbot)
    gate.bar.go.click()
    settle()
    assert window.place.screen == "case"
    assert desk.interviews.unfinished() == ()


def test_below_fourteen_the_guardian_is_noted(gate, qtbot, desk, settle):
    begin(gate, qtbot)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_1)
    gate.guardian.ages._on_press("UNDER_14")
    gate.guardian.told._on_press("NO")
    gate.guardian.reason.set_text("집이 안전하지 않음")
    gate.bar.go.click()
    settle()
    (case,) = cases(desk)
    record = next(r for r in desk.records.list("consent", case.id) if r["purpose"] == "RECORD")  # fmt: skip
    assert record["guardian_confirm"] == "NOT_TOLD"
    assert record["guardian_not_told_why"] == "집이 안전하지 않음"


def test_an_adult_is_asked_for_no_guardian(gate, qtbot):
    begin(gate, qtbot)
    gate.guardian.ages._on_press("ADULT")
    assert not gate.guardian.told.isVisibleTo(gate)
    assert gate.guardian.note() is None


def test_f7_comes_back_from_the_interview_and_returns_to_it(
    interview, window, settle, desk, case
):
    window.run("consent")
    settle()
    gate = window.screen_
    assert window.place.screen == "consent"
    assert gate.cards["RECORD"].decision == "AGREED"
    gate.cards["CENTRAL"].choices._on_press("AGREED")
    gate.bar.go.click()
    settle()
    assert window.place.screen == "interview"
    decided = {line.purpose: line.decision for line in desk.consents.current(case)}
    assert decided["CENTRAL"] == "AGREED"
    assert "DELETE" not in decided


def test_a_consent_is_taken_back_after_a_question(at, window, settle, desk, case):
    gate = at("consent", case=case)
    asked = []
    gate._session.asked.connect(asked.append)
    gate.cards["RECORD"].withdraw.click()
    assert not desk.consents.current(case)[0].withdrawn
    asked[0].act()
    settle()
    assert desk.consents.current(case)[0].withdrawn
    assert gate.cards["RECORD"].decision == ""
    assert not gate.cards["RECORD"].withdraw.isVisibleTo(gate)


def test_the_details_the_law_wants_told_unfold(gate, qtbot):
    begin(gate, qtbot)
    card = gate.cards["CENTRAL"]
    assert not card._details.isVisibleTo(gate)
    card.more.click()
    assert card._details.isVisibleTo(gate)


def test_the_form_is_saved_where_the_person_chooses(
    at, case, settle, monkeypatch, tmp_path
):
    gate = at("consent", case=case)
    place = tmp_path / "동의서.pdf"
    monkeypatch.setattr(
        "ui.widgets.paper.QFileDialog.getSaveFileName", lambda *_a: (str(place), "")
    )
    gate.bar.save.click()
    settle()
    assert place.read_bytes().startswith(b"%PDF")


# --- somebody who was here before ---------------------------------------------------------


def shown(gate):
    return [one.text() for one in gate.begin.similar.findChildren(QLabel) if one.isVisibleTo(gate)]  # fmt: skip


def typed(gate, qtbot, settle, name):
    gate.begin.routes.focus_first()
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_5)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    compose(name)
    gate.begin.named.emit(gate.begin.alias.text())  # as after a breath
    settle()


def test_a_name_that_was_here_before_leads_to_its_case(
    at, qtbot, desk, settle, window, texts
):
    case = desk.cases.begin("VISIT", "하늘별")
    number = desk.cases.header(case).number
    gate = at("consent")
    assert shown(gate) == []
    typed(gate, qtbot, settle, "하늘별")
    assert any(number in text for text in shown(gate))
    assert gate.begin.alias.line.hasFocus()
    (button,) = gate.begin.similar.findChildren(QPushButton)
    assert button.text() == texts("persons-similar-this")
    button.click()
    settle()
    assert (window.place.screen, len(cases(desk))) == ("case", 1)


def test_enter_after_a_known_name_still_begins_a_new_case(at, qtbot, desk, settle):
    desk.cases.begin("VISIT", "하늘별")
    gate = at("consent")
    typed(gate, qtbot, settle, "하늘별")
    qtbot.keyClick(gate.begin.alias.line, Qt.Key.Key_Return)
    assert gate.cards["RECORD"].isVisibleTo(gate)
    gate.bar.go.click()
    settle()
    assert len(cases(desk)) == 2


def test_a_name_nobody_has_shows_nothing(at, qtbot, desk, settle):
    desk.cases.begin("VISIT", "하늘별")
    gate = at("consent")
    typed(gate, qtbot, settle, "다롱이")
    assert shown(gate) == []
    gate.begin.show_similar("하늘별", desk.people.similar("하늘별"))  # a late answer
    assert shown(gate) == []
