"""Match-only in the window: a center's case and settings, and the central desk's matches."""

from dataclasses import replace

import pytest

from intake.desk.views.escrow import EscrowDay
from tests.desks_at_hand import a_desk, introduce
from tests.escrow_at_hand import QUIET
from tests.ui.real_desks import check_reachable, press, said
from tests.ui.sections.conftest import becomes
from ui.sections.escrow_days import said_numbers, state_of
from ui.sections.escrow_matches import TellSheet
from ui.syncing.first_send import FirstSend
from ui.widgets import Button

CALL = "C0 연락 · 010-0000-0009 · 평일"


@pytest.fixture
def section(visit_desk):
    """The section of a desk, and the page it lies on."""

    def go(desk):
        return visit_desk(desk, "settings", section="escrow").sections["escrow"]

    return go


# --- a center's case ------------------------------------------------------------------------


def test_a_case_says_in_a_line_how_it_stands_and_what_that_means(matched, visit_desk):
    page = visit_desk(matched.ic, "case", case=matched.case)
    words = said(page.match_only)
    assert any(one.startswith("일치 확인 · 봉해 둠") for one in words)
    assert matched.ic.escrow.of_case(matched.case).sentence in words
    assert "다른 신고와 일치합니다" not in words


def test_a_case_whose_person_did_not_agree_says_nothing_of_it(matched, visit_desk):
    case = matched.ic.cases.begin("VISIT", "바람")
    matched.ic.consents.decide(case, {"RECORD": "AGREED", "MATCH": "REFUSED"})
    page = visit_desk(matched.ic, "case", case=case)
    assert not page.match_only.isVisibleTo(page)


def test_what_was_told_says_whom_to_call_and_nothing_of_the_other(told, visit_desk):
    page = visit_desk(told.ic, "case", case=told.case)
    words = said(page.match_only)
    assert "다른 신고와 일치합니다" in words
    assert CALL in words
    assert any("아직 모릅니다" in one for one in words)
    everything = " ".join(words)
    for never in ("SE", "이바다", "4217", "확실", "왜"):
        assert never not in everything


def test_asking_the_person_leads_to_her_consents(told, visit_desk, window, rest):
    page = visit_desk(told.ic, "case", case=told.case)
    press(page.match_only, "피해자에게 물어보기")
    rest()
    assert (window.place.screen, window.place.facts) == ("consent", {"case": told.case})


def test_today_leads_to_the_case_until_somebody_has_seen_it(told, visit_desk, window, rest):  # fmt: skip
    today = visit_desk(told.ic, "today")
    assert any("다른 신고와 일치한다고 알려 왔습니다" in one for one in said(today))
    press(today, "보기")
    rest()
    page = window.screen_
    assert window.place.facts["case"] == told.case
    press(page.match_only, "확인했습니다")
    rest()
    assert told.ic.escrow.state().found == 0
    assert "다른 신고와 일치합니다" in said(page.match_only)  # it stays in the case
    assert "확인했습니다" not in [one.text() for one in page.match_only.findChildren(Button) if one.isVisibleTo(page)]  # fmt: skip
    today = visit_desk(told.ic, "today")
    assert not any("일치" in one for one in said(today))


def test_while_somebody_sits_here_only_a_number_stands_in_the_case(told, visit_desk):
    told.ic.interviews.begin(told.case, "intake")
    page = visit_desk(told.ic, "case", case=told.case)
    assert said(page.match_only) == ["일치 확인 1"]
    assert page.match_only.findChildren(Button) == []


# --- a center's settings ----------------------------------------------------------------------


def test_a_center_sees_that_it_is_on_and_what_it_used_of_the_day(told, section):
    words = said(section(told.ic))
    assert {"켜짐", "1개", "0개"} <= {one.removeprefix("✓ ") for one in words}
    assert "50 / 500" in words
    assert sum("절반" in one and "C0" in one for one in words) == 1
    for who in ("중앙센터", "제2기관", "두 기관이 함께 규칙을 어기면"):
        assert who in words


def test_a_center_without_parties_is_told_how_it_turns_on(tmp_path, section, window, rest, session):  # fmt: skip
    alone = a_desk(tmp_path / "v")
    page = section(alone)
    assert any("저절로 켜집니다" in one for one in said(page))
    press(page, "열쇠 확인하기")
    rest()
    assert window.place.facts == {"section": "keys"}
    session.leave()
    alone.close()


def test_what_was_told_is_listed_and_leads_to_its_case(told, section, window, rest):
    page = section(told.ic)
    press(page, "사건 열기")
    rest()
    assert window.place.facts["case"] == told.case


def test_somebody_who_sees_no_content_sees_numbers_and_no_case(told, section, session):
    becomes(told.ic, "IT", who="IC 상담")
    refused = []
    session.refused.connect(lambda error, _retry: refused.append(error))
    page = section(told.ic)
    assert "50 / 500" in said(page)
    assert not page.found.isVisibleTo(page)
    assert refused == []


@pytest.mark.parametrize("code", ["ic", "c0"])
def test_the_tab_key_comes_to_everything(told, section, window, code):
    section(getattr(told, code))
    check_reachable(window, window.screen_.centre)


# --- the central desk --------------------------------------------------------------------------


def test_the_central_desk_tells_only_after_everybody_was_called(matched, section, rest):
    page = section(matched.c0)
    words = said(page.matches)
    assert {"IC 센터 · IC 연락", "SE 센터 · SE 연락", "전화 받는 시간: 평일"} <= set(
        words
    )
    assert "김하늘" not in " ".join(words)
    press(page.matches, "전화한 뒤 알리기")
    sheet = page.matches.sheet
    assert not sheet.tell.isEnabled()
    sheet.called.button("0").click()
    assert not sheet.tell.isEnabled()
    sheet.called.button("1").click()
    sheet.tell.click()
    rest()
    assert page.window().findChildren(TellSheet) == []
    (match,) = matched.c0.escrow.matches()
    assert match.told_ms
    page.arrive()
    rest()
    assert any("에 알림" in one for one in said(page.matches))
    matched.town.rounds()
    assert len(matched.ic.escrow.found()) == len(matched.se.escrow.found()) == 1


def test_closing_the_sheet_tells_nobody(matched, section, rest):
    page = section(matched.c0)
    press(page.matches, "전화한 뒤 알리기")
    page.matches.sheet.no.click()
    rest()
    assert matched.c0.escrow.matches()[0].told_ms == 0


def test_a_contact_of_any_length_leaves_the_page_as_wide_as_it_is(matched, section, rest):  # fmt: skip
    page = section(matched.c0)
    (match,) = matched.c0.escrow.matches()
    wide = page.matches.minimumSizeHint().width()
    long = replace(
        match.contacts[0], name="가" * 400, phone="0" * 400, hours="월" * 400
    )
    page.matches.show_matches((replace(match, contacts=(long, long)),), {}, works=True)
    rest()
    assert page.matches.minimumSizeHint().width() < wide + 500
    press(page.matches, "전화한 뒤 알리기")
    assert page.matches.sheet.width() <= page.window().width()
    page.matches.sheet.close_sheet()


def test_what_is_wrong_stands_above_everything_where_match_only_is_begun(tmp_path, section, rest, session):  # fmt: skip
    center, central = a_desk(tmp_path / "ic"), a_desk(tmp_path / "c0", role="central", code="C0")  # fmt: skip
    page = section(center)
    assert not page.troubles.isVisibleTo(page)
    introduce(center, central)
    page.arrive()
    rest()
    assert any("연락받을 상담원" in one for one in said(page.troubles))
    session.leave()
    center.close()
    central.close()


def test_today_of_the_central_desk_leads_to_the_matches(matched, visit_desk, window, rest):  # fmt: skip
    page = visit_desk(matched.c0, "today")
    press(page, "보기")
    rest()
    assert (window.place.screen, window.place.facts) == ("settings", {"section": "escrow"})  # fmt: skip


def test_a_match_that_was_taken_back_is_over_and_offers_nothing(matched, section, rest):
    matched.ic.consents.withdraw(matched.case, "MATCH")
    matched.town.rounds()
    page = section(matched.c0)
    words = said(page.matches)
    assert (
        any("거두어져 끝남" in one for one in words) or "일치한 것이 없습니다." in words
    )
    assert not [one for one in page.matches.findChildren(Button) if one.isVisibleTo(page)]  # fmt: skip


def test_who_sees_no_content_at_the_central_desk_sees_no_contact(matched, section):
    becomes(matched.c0, "IT", who="C0 상담")
    words = said(section(matched.c0).matches)
    assert any("상담을 맡은 분만" in one for one in words)
    assert not any("010-" in one for one in words)


# --- days and the first sending ---------------------------------------------------------------


DAY = EscrowDay("2026-11-26", "IC", 50, 0, 50, is_signed=True, differs=False)


@pytest.mark.parametrize(
    ("said_of_it", "state"),
    [
        ({}, "same"),
        ({"differs": True, "refused": 50}, "differs"),
        ({"refused": 50}, "over"),
        ({"other_asked": -1, "is_signed": False}, "waits"),
        ({"is_signed": False}, "unsigned"),
    ],
)
def test_a_day_says_first_what_asks_for_a_call(said_of_it, state):
    assert state_of(replace(DAY, **said_of_it)) == state


def test_a_day_is_said_in_words_for_who_does_not_see_it(matched, section, texts):
    days = section(matched.c0).days
    days.show_days((DAY, replace(DAY, center="XX", other_asked=-1)), {"IC": "인천"})
    rows = days.list.rows
    spoken = [rows.accessible(rows.line_at(at)) for at in range(2)]
    assert spoken[0].startswith("2026년 11월 26일, XX, 물음 50")
    assert "아직 알리지 않음" in spoken[0]
    assert spoken[1] == f"2026년 11월 26일, 인천, {said_numbers(texts, DAY)}, 같음"


def test_another_month_is_asked_for(matched, section, rest):
    page = section(matched.c0)
    other = page.days._months[-1]
    page.days.choice.button(other).click()
    rest()
    assert page.days.month == other
    assert "이 달에는 물은 센터가 없습니다." in said(page.days)


@pytest.fixture
def first_sheet(matched, visit_desk, window, session, rest):
    """Before the first sending to somebody at a folder."""

    def ask(to, folder):
        matched.ic.places.add("folder", "우편함", str(folder))
        visit_desk(matched.ic, "send")
        (place,) = matched.ic.sync.state().places
        offered = [one for one in matched.ic.exchange.addressees() if one.code == to]
        sheet = FirstSend(window, session, place, tuple(offered), {}, lambda: None)
        sheet.ask()
        rest()
        return sheet

    return ask


@pytest.mark.parametrize(("to", "shown"), [("E0", True), ("C0", False)])
def test_before_the_first_sending_to_the_second_party_no_case_is_listed(first_sheet, tmp_path, to, shown):  # fmt: skip
    sheet = first_sheet(to, tmp_path)
    words = said(sheet)
    assert ("제2기관에는 가린 값과 그 수만 나갑니다" in words) is shown
    assert any("그 밖에는 아무것도 나가지 않습니다" in one for one in words) is shown
    assert any("제공에 동의한 사건만" in one for one in words) is not shown
    sheet.close_sheet()


def test_what_the_sheet_says_of_the_second_party_is_what_its_plan_holds(matched):
    plan = matched.ic.exchange.plan("E0")
    assert (plan.goes, plan.records, plan.taken_back, plan.counts) == ((), 0, (), ())
    assert matched.ic.escrow.go(QUIET) == 0
