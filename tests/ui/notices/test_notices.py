"""What centers tell and ask each other, in the window, over real bundles."""

import pytest

from tests.ui.real_desks import check_reachable, press, said
from ui.screens.notices.asked import AskFirst
from ui.tables.two_lines import TwoLines
from ui.widgets import Sheet
from ui.widgets.form_sheet import FormSheet


def rows(page) -> list[TwoLines]:
    model = page.pane.list.rows
    return [model.line_at(at) for at in range(model.rowCount())]


def number(desk, case):
    return desk.cases.line(case).number


@pytest.fixture
def notice(visit_desk, story):
    """The notice at Incheon."""
    return visit_desk(story.ic, "notices", notice=story.notice)


def test_a_notice_says_what_was_confirmed_and_whom_to_call(notice, story):
    told = said(notice)
    assert number(story.ic, story.case) in told
    assert any(
        "SL 센터의 사건" in text and "같은 사람으로 확인" in text for text in told
    )
    assert "다음에 할 일" in told
    assert [row.state for row in rows(notice)] == ["새 알림"]
    assert rows(notice)[0].new


def test_no_victim_is_named_on_the_page(notice, story):
    everything = said(notice) + said(notice.list_pane)
    alias = story.ic.cases.header(story.case).alias
    assert alias
    assert not any(alias in text for text in everything)


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("확인함", "SEEN"),
        ("같은 사람으로 봄", "AGREES"),
        ("다른 사람으로 봄", "DISAGREES"),
    ],
)
def test_it_is_answered_with_one_press(notice, story, rest, text, answer):
    press(notice, text)
    rest()
    (view,) = story.ic.link_notices.listing()
    assert (view.answer, view.new) == (answer, False)
    assert rows(notice)[0].state == text


def test_another_answer_may_follow(notice, story, rest):
    press(notice, "확인함")
    rest()
    press(notice, "다른 사람으로 봄")
    rest()
    assert story.ic.link_notices.get(story.notice).answer == "DISAGREES"


def test_joint_work_is_asked_for_in_a_sheet(notice, story, rest, window):
    press(notice, "공동 대응 요청")
    sheet = window.findChildren(FormSheet)[-1]
    sheet.save.click()
    assert any(
        "무엇을 함께" in text for text in said(sheet)
    )  # nothing chosen: it stays
    press(sheet, "법원 제출 자료")
    sheet.save.click()
    rest()
    (request,) = story.ic.joint.listing()
    assert (request.wanted, request.state) == ("COURT", "ASKED")
    assert {"우리 센터의 요청"} & {row.under.split(" · ")[0] for row in rows(notice)}


def test_an_own_request_is_taken_back(visit_desk, story, rest):
    request = story.ic.joint.ask(story.notice, "FIGURES")
    page = visit_desk(story.ic, "notices", request=request)
    assert any("다음 보내기 때" in text for text in said(page))
    press(page, "요청 거두기")
    rest()
    assert story.ic.joint.listing()[0].state == "ENDED"


# --- asked by another center -------------------------------------------------------------


@pytest.fixture
def asked(visit_desk, story):
    """The request at Seoul, and the card that asks for the reply."""
    _request, notice = story.asked()
    page = visit_desk(story.sl, "notices", notice=notice)
    return page, page.findChildren(AskFirst)[-1]


def test_agreed_needs_the_day_she_was_asked(asked, story, rest):
    page, card = asked
    assert "피해자에게 먼저 여쭙니다" in said(page)
    card.replies.button("AGREED").click()
    card.go.click()
    rest()
    assert any(text.startswith("여쭌 날을") for text in said(card))
    card.day.set_text("오늘")
    card.go.click()
    rest()
    notice = story.told(story.sl, "REQUEST")[0].id
    assert story.sl.joint.reply_to(notice) == "AGREED"


def test_without_her_consent_agreed_cannot_be_sent(visit_desk, story, rest):
    _request, notice = story.asked()
    story.sl.consents.withdraw(story.other, "CENTER")
    page = visit_desk(story.sl, "notices", notice=notice)
    card = page.findChildren(AskFirst)[-1]
    card.replies.button("AGREED").click()
    assert not card.go.isEnabled()
    assert any(text.startswith("동의함으로 회신하려면") for text in said(card))
    card.replies.button("LATER").click()
    card.go.click()
    rest()
    assert story.sl.joint.reply_to(notice) == "LATER"


def test_the_way_to_her_consents_is_beside_it(asked, rest, window, story):
    _page, card = asked
    press(card, "동의 보기")
    rest()
    assert window.place.screen == "case"
    assert dict(window.place.facts) == {"case": story.other, "tab": "consents"}


def test_the_reply_comes_back_with_what_to_do_next(visit_desk, story):
    story.answered("DECLINED")
    reply = story.told(story.ic, "REPLY")[0].id
    page = visit_desk(story.ic, "notices", notice=reply)
    told = said(page)
    assert "SL 센터의 회신입니다." in told
    assert any(text.startswith("지금은 더 할 일이 없습니다") for text in told)


# --- the central desk ----------------------------------------------------------------------


def test_the_central_desk_sees_whom_it_told_and_the_answer(visit_desk, story):
    story.ic.link_notices.answer(story.notice, "AGREES")
    story.carry(story.ic, story.c0)
    page = visit_desk(story.c0, "notices", notice=story.notice)
    told = said(page)
    assert "IC 센터에 알린 것" in told
    assert any(text.startswith("같은 사람으로 봄 · ") for text in told)
    assert not any(text == "공동 대응 요청" for text in told)


def test_at_the_central_desk_a_request_is_nobodys_to_take_back(visit_desk, story):
    request, _notice = story.asked()
    page = visit_desk(story.c0, "notices", request=request)
    assert "요청 IC 센터 → SL 센터" in said(page)
    with pytest.raises(AssertionError):
        press(page, "요청 거두기")


# --- handovers -----------------------------------------------------------------------------


@pytest.fixture
def offered(story):
    """A case of Incheon that lies at Seoul, offered."""
    handover = story.ic.handovers.offer(story.case, "SL", "MOVED")
    story.carry(story.ic, story.sl)
    return handover


def test_an_incoming_case_is_taken_over(visit_desk, story, offered, rest):
    page = visit_desk(story.sl, "notices", handover=offered)
    assert "IC 센터 → SL 센터" in said(page)
    press(page, "인수")
    rest()
    assert story.sl.handovers.listing()[0].state == "TAKEN"
    assert rows(page)[0].state == "인수"


def test_or_not_after_a_question(visit_desk, story, offered, rest, window):
    page = visit_desk(story.sl, "notices", handover=offered)
    press(page, "인수하지 않음")
    assert story.sl.handovers.listing()[0].state == "OFFERED"
    press(window.findChildren(Sheet)[-1], "인수하지 않음")
    rest()
    assert story.sl.handovers.listing()[0].state == "DECLINED"


def test_an_offer_is_taken_back(visit_desk, story, offered, rest):
    page = visit_desk(story.ic, "notices", handover=offered)
    press(page, "이관 거두기")
    rest()
    assert story.ic.handovers.listing()[0].state == "TAKEN_BACK"


def test_the_page_of_the_day_leads_to_what_waits(visit_desk, story, rest, window):
    today = visit_desk(story.ic, "today")
    assert any("알림을 확인합니다" in text for text in said(today))
    press(today, "보기")
    rest()
    assert window.place.screen == "notices"
    assert window.screen_.key == f"notice/{story.notice}"


# --- everybody -----------------------------------------------------------------------------


@pytest.mark.parametrize("language", ["ko", "en"])
def test_everything_is_named_and_reached(visit_desk, story, window, session, language):
    session.texts.speak(language)
    story.ic.settings.set("language", language)
    page = visit_desk(story.ic, "notices", notice=story.notice)
    check_reachable(window, page.centre)
    check_reachable(window, page.list_pane)


def test_nothing_of_a_case_stands_in_the_title(notice, window, texts):
    assert window.windowTitle() == texts("product-name")


def test_the_neighbouring_page_is_one_press_away(notice, rest, window):
    press(notice.list_pane, "가해자별 현황")
    rest()
    assert window.place.screen == "profiles"
