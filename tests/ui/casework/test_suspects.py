"""The tab of suspects and people, in the window, over a real desk."""

import pytest
from PySide6.QtWidgets import QLabel

from intake.desk.views.people import SimilarLine
from tests.ui.walking import focusables, name_of, tab_walk
from ui.screens.case.suspects.editing import EditSheet, edit_clue
from ui.screens.case.suspects.joining import JoinSheet
from ui.widgets import Button


@pytest.fixture
def tab(at, case):
    return at("case", case=case, tab="suspects").own["suspects"]


@pytest.fixture
def typed(tab, settle):
    """Type a value into the line of a card, or of the empty page, and look."""

    def type_in(value, kind="", site="", line=None):
        line = line or (tab.cards[0].adding if tab.cards else tab.first)
        line.fill((value, kind, site))
        line._ask()
        settle()
        return line

    return type_in


@pytest.fixture
def other_case(desk):
    case = desk.cases.begin("VISIT", "바다")
    desk.consents.decide(case, {"RECORD": "AGREED"})
    return case


def press(window, name, kind=Button):
    """Press the button with these words in the newest sheet or page."""
    found = [one for one in window.findChildren(kind) if one.accessibleName() == name]
    found[-1].click()


def sheet_of(window, kind=EditSheet):
    return window.findChildren(kind)[-1]


def clues(desk, case):
    return [
        line.raw for card in desk.suspects.of_case(case).cards for line in card.clues
    ]


def test_a_pasted_value_makes_the_first_suspect(tab, typed, desk, case, settle, texts):
    line = typed("https://T.me/X7Q_Haru")
    assert line._told.text().startswith("텔레그램 사용자명 · x7q_haru")
    line.add.click()
    settle()
    assert clues(desk, case) == ["https://T.me/X7Q_Haru"]
    assert len(tab.cards) == 1
    assert tab.cards[0].adding.line.text() == ""


def test_the_guess_can_be_changed_by_a_choice(typed, desk, case, settle):
    line = typed("@x7q_haru")
    line.kind.setCurrentIndex(line.kind.findData("instagram"))
    settle()
    assert line._told.text().startswith("인스타그램 계정")
    line.add.click()
    settle()
    assert desk.suspects.of_case(case).cards[0].clues[0].kind == "instagram"


def test_return_adds_and_the_toast_takes_it_back(
    tab, typed, desk, case, settle, window
):
    line = typed("010-0000-4217")
    line.line.returnPressed.emit()
    settle()
    assert clues(desk, case) == ["010-0000-4217"]
    press(window, "되돌리기")
    settle()
    assert clues(desk, case) == []


def test_a_value_that_is_here_already_is_said_before_it_is_added(
    typed, desk, case, settle
):
    typed("010-0000-4217").add.click()
    settle()
    line = typed("+82 10 0000 4217")
    assert (
        line._warned.text() == "이 사건에 이미 있는 값입니다. 표기만 다를 수 있습니다."
    )


def test_a_value_of_another_case_is_a_grey_count(typed, desk, other_case):
    desk.suspects.add_clue(other_case, {"value": "010-0000-4217"})
    line = typed("01000004217")
    assert line._told.text().endswith("다른 사건 1건에도 있음")


def test_nothing_is_counted_beside_a_running_interview(typed, desk, case, other_case):
    desk.suspects.add_clue(other_case, {"value": "010-0000-4217"})
    desk.interviews.begin(case, "intake")
    assert "다른 사건" not in typed("01000004217")._told.text()


def test_a_resident_number_is_masked_at_once_and_said_quietly(typed, tab):
    line = typed("김민수 010203-4567890")
    assert line.line.text() == "김민수 010203-*******"
    assert line._guard.line.text().startswith("주민등록번호가 있어")


def test_too_long_a_paste_stays_in_the_field_and_is_explained(
    typed, desk, case, settle
):
    line = typed("가" * 10_000)
    line.add.click()
    settle()
    assert len(line.line.text()) == 10_000
    assert line._warned.text().startswith("너무 깁니다")
    line._breath.timeout.emit()  # what it may be is looked up after a breath
    settle()
    assert line._warned.text().startswith("너무 깁니다")
    assert clues(desk, case) == []


def test_odd_pastes_are_shown_and_kept(typed, desk, case, settle):
    odd = ("\u202e\u200b", "💥" * 60, "ａｂｃ\u200b", "010-****-1234", "()[]", "%00")
    for value in odd:
        typed(value).add.click()
        settle()
    assert clues(desk, case) == list(odd)


def test_what_is_typed_stays_when_somebody_else_changes_the_case(
    tab, typed, desk, case, settle
):
    typed("010-0000-4217").add.click()
    settle()
    typed("halb getippt")
    desk.people.add(case, {"role": "CONTACT"})
    tab.arrive(case)
    settle()
    assert tab.cards[0].adding.line.text() == "halb getippt"


def test_an_identifier_is_changed_in_a_sheet(tab, typed, desk, case, settle, window):
    typed("시험은행 000-77-123123").add.click()
    settle()
    (line,) = desk.suspects.of_case(case).cards[0].clues
    sheet = edit_clue(tab._doing, line)
    sheet._asked["seen_from"] = ("", lambda: "언젠가")
    sheet.save.click()
    assert sheet._wrong.text().startswith("날짜로 읽히지 않습니다")
    sheet._asked["seen_from"] = ("", lambda: "2024년 3월")
    sheet._asked["shared"] = ("", lambda: "1")
    sheet.save.click()
    settle()
    (line,) = desk.suspects.of_case(case).cards[0].clues
    assert (line.seen_from, line.shared, line.strength) == ("2024-03", True, "WEAK")


def test_an_identifier_is_removed_with_a_reason(tab, typed, desk, case, settle, window):
    typed("010-0000-4217").add.click()
    settle()
    edit_clue(tab._doing, desk.suspects.of_case(case).cards[0].clues[0])
    press(window, "잘못 적음")
    settle()
    assert clues(desk, case) == []


def test_a_suspect_is_added_and_only_what_changed_is_said(
    tab, desk, case, settle, window
):
    tab.new.click()
    sheet = sheet_of(window)
    sheet._asked["nickname"] = ("", lambda: "하루오빠")
    sheet.save.click()
    settle()
    (card,) = desk.suspects.of_case(case).cards
    assert (card.name, card.stage) == ("하루오빠", "UNCONFIRMED")
    before = len(desk.records.history("suspect", card.id))
    tab.cards[0]._on_edit()
    sheet_of(window).save.click()
    settle()
    assert len(desk.records.history("suspect", card.id)) == before


def test_a_suspect_of_another_case_is_found_joined_and_parted(  # noqa: PLR0917
    tab, typed, desk, case, other_case, settle, window
):
    desk.suspects.add_clue(other_case, {"value": "x7q_haneul", "kind": "telegram"})
    typed("010-0000-4217").add.click()
    settle()
    before = desk.suspects.of_case(case)
    tab.cards[0]._on_join()
    sheet = sheet_of(window, JoinSheet)
    sheet.text.set_text("haneul")
    sheet._ask()
    settle()
    name = next(b.accessibleName() for b in sheet.findChildren(Button) if "haneul" in b.accessibleName())  # fmt: skip
    press(window, name)
    settle()
    assert clues(desk, case) == ["010-0000-4217", "x7q_haneul"]
    parting = next(
        b for b in tab.findChildren(Button) if b.text() == "나누기" and b.isVisible()
    )
    parting.click()
    settle()
    assert desk.suspects.of_case(case) == before
    press(window, "되돌리기")
    settle()
    assert len(clues(desk, case)) == 2


def test_beside_a_running_interview_the_sheet_says_why_it_finds_nobody(
    tab, typed, desk, case, settle, window
):
    typed("010-0000-4217").add.click()
    settle()
    desk.interviews.begin(case, "intake")
    tab.arrive(case)
    settle()
    tab.cards[0]._on_join()
    sheet = sheet_of(window, JoinSheet)
    assert not sheet.text.isVisible()
    told = [label.text() for label in sheet.findChildren(QLabel) if label.isVisible()]
    assert any(text.startswith("상담이 진행 중") for text in told)


def test_somebody_seen_before_is_noted(tab, typed, desk, case, settle, window):
    typed("010-0000-4217").add.click()
    settle()
    tab.cards[0]._on_seen()
    sheet = sheet_of(window)
    sheet._asked["words"] = ("", lambda: "같은 문신")
    sheet.save.click()
    settle()
    assert [line.text for line in desk.suspects.of_case(case).cards[0].seen] == [
        "같은 문신"
    ]


def test_whoever_is_alike_is_shown_while_a_person_is_entered_and_can_be_picked(tab, desk, case, other_case, settle, window):  # fmt: skip
    known = desk.people.add(
        other_case, {"role": "GUARDIAN", "name": "한가람", "alias": "바다 어머니"}
    )
    tab.people.add_one.click()
    sheet = sheet_of(window)
    sheet.name.set_text("한가람")
    sheet._look()
    settle()
    shown = sheet.similar.findChildren(Button)
    assert len(shown) == 1
    assert "한가람" not in shown[0].accessibleName()
    shown[0].click()
    settle()
    mine = desk.people.of_case(case)[-1]
    assert (mine.role, [one.record for one in mine.joined]) == ("GUARDIAN", [known])
    shown = [label.text() for label in tab.people.findChildren(QLabel)]
    assert any("바다 어머니" in text for text in shown)


def test_a_person_is_added_with_the_role_that_stands(tab, desk, case, settle, window):
    tab.people.add_one.click()
    sheet = sheet_of(window)
    sheet.name.set_text("이모")
    sheet.save.click()
    settle()
    assert [(p.role, p.name) for p in desk.people.of_case(case)][-1] == (
        "GUARDIAN",
        "이모",
    )


def test_nobody_alike_shows_nothing(tab, window, settle):
    tab.people.add_one.click()
    sheet = sheet_of(window)
    sheet.similar.show_lines([SimilarLine("p", "c", "1", "a", "", ("similar-name",))])
    sheet.similar.show_lines([])
    settle()
    assert not [b for b in sheet.similar.findChildren(Button) if b.isVisibleTo(sheet)]


@pytest.mark.parametrize("language", ["ko", "en"])
def test_everything_has_its_own_name_and_tab_reaches_it(  # noqa: PLR0917
    at, desk, case, other_case, settle, window, session, language
):
    desk.settings.set("language", language)
    session.texts.speak(language)
    one = desk.suspects.add(case, {"nickname": "하루오빠"})
    desk.suspects.add(case, {"nickname": "하루오빠"})
    for value in ("010-0000-4217", "@x7q_haru", "010-0000-4217 (전)"):
        desk.suspects.add_clue(case, {"value": value, "role": "DISTRIBUTOR"}, one)
    desk.suspects.merge(one, desk.suspects.add(other_case, {}))
    page = at("case", case=case, tab="suspects")
    settle()
    found = focusables(page.centre)
    names = [name_of(widget) for widget in found]
    assert all(names)
    assert sorted(names) == sorted(set(names))
    assert set(tab_walk(window, page.centre)) >= set(found)
