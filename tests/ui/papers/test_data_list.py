"""What stands in a paper is chosen beside it: parts, covered words, purposes; and it says what it leaves out."""

import pytest

from tests.desks_at_hand import planted
from tests.ui.papers.story import sheet_of
from tests.ui.real_desks import check_reachable, press, said
from ui.screens.papers.redaction_sheet import RedactionSheet

NAMED = "김이웃"


@pytest.fixture
def case(story):
    """A case with a finished interview in which somebody else is named."""
    one = story.cases[0].case
    planted(story.desk, "note", one, {"kind": "FREE", "text": f"{NAMED}에게 말했다.", "at": "2026-03-04T01:00:00Z"})  # fmt: skip
    return one


@pytest.fixture
def make(visit_desk, story, case):
    """Begin a paper about that case."""
    return lambda kind: visit_desk(story.desk, "papers", kind=kind, about_kind="CASE", about=case)  # fmt: skip


def tick(page, label):
    return next(one for one in page.data.parts._ticks.values() if label in one.box.accessibleName())  # fmt: skip


def paper_text(page):
    return page.view.sheet.accessibleDescription()


def test_every_part_stands_in_it_until_it_is_taken_out(make, rest):
    page = make("APPLICATION")
    assert "모두 넣습니다." in said(page.data)
    assert page.data.plan().without == ()
    tick(page, "구비서류").box.setChecked(False)
    rest()
    assert page.data.plan().without == ("papers",)
    assert any(text.startswith("1가지를 뺍니다.") for text in said(page.data))


def test_many_parts_are_folded_until_they_are_asked_for(make, rest):
    page = make("COUNSEL_COPY")
    assert not tick(page, "자유 기록").isVisibleTo(page.data)
    press(page.data, "넣을 내용 고르기")
    assert tick(page, "자유 기록").isVisibleTo(page.data)
    assert NAMED in paper_text(page)
    tick(page, "자유 기록").box.setChecked(False)
    rest()
    assert NAMED not in paper_text(page)
    press(page.data, "접기")
    assert page.data.plan().without == ("notes-free",)


def test_a_covered_word_stands_nowhere_in_the_paper(make, rest, story):
    page = make("COUNSEL_COPY")
    page.data.covering.note.setPlainText(f"{NAMED}\n\n 없는말 ")
    page.data.covering.note.flush()
    page.drafting.begin()
    rest()
    assert page.data.plan().hide == (NAMED, "없는말")
    assert NAMED not in paper_text(page)
    assert "[가림]" in paper_text(page)
    assert NAMED not in repr(page.data.plan())
    assert any("2번째 말" in text for text in said(page.data.said))


def test_what_was_typed_of_one_never_goes_on_to_another(make, rest, story):
    page = make("COUNSEL_COPY")
    data = page.data
    data.covering.note.setPlainText(NAMED)
    data.note.setPlainText("법 제18조")
    data.lines["addressee"].set_text("받는 기관")
    data.purpose.setCurrentIndex(data.purpose.findData("INVESTIGATION"))
    tick(page, "자유 기록").box.setChecked(False)
    rest()
    page._on_about_chosen(story.cases[1].case)
    rest()
    plan = data.plan()
    assert (plan.hide, plan.words, plan.addressee, plan.purpose, plan.without) == ((), "", "", "", ())  # fmt: skip


def test_what_was_typed_before_somebody_was_chosen_stays(visit_desk, story, rest, case):
    page = visit_desk(story.desk, "papers", kind="COUNSEL_COPY")
    page.data.lines["addressee"].set_text("받는 기관")
    page._on_about_chosen(case)
    rest()
    assert page.data.plan().addressee == "받는 기관"


def test_a_purpose_is_asked_only_where_the_kind_uses_it(make, rest):
    page = make("HANDOVER")
    assert page.data.purpose.isVisibleTo(page.data)
    assert page.data.plan().purpose == ""
    page.data.lines["court"].set_text("")  # a court says for what it is by itself
    page.drafting.begin()
    rest()
    assert "넘기는 목적이 비어 있습니다." in said(page.data.said)
    press(page.data.said, "채우기")
    assert page.data.purpose.hasFocus()
    page.data.purpose.setCurrentIndex(page.data.purpose.findData("REQUEST"))
    page.data.purpose.activated.emit(1)
    rest()
    assert page.data.plan().purpose == "REQUEST"
    page.choose("POWER")
    rest()
    assert not page.data.purpose.isVisibleTo(page.data)
    assert page.data.plan().purpose == ""


def test_a_blank_form_has_no_parts_to_leave_out(visit_desk, story):
    page = visit_desk(story.desk, "papers", kind="APPLICATION", about_kind="CENTER")
    assert not page.data.parts.isVisibleTo(page.data)
    assert page.data.plan().without == ()


def test_words_are_asked_for_as_what_they_are(make):
    assert "피해자가 한 말" in said(make("PETITION").data)
    assert "동의 없이 주는 까닭" in said(make("COUNSEL_COPY").data)


def test_what_means_something_else_in_another_kind_never_goes_into_it(make, rest):
    page = make("COUNSEL_COPY")
    page.data.note.setPlainText("법 제18조")
    page.data.lines["addressee"].set_text("받는 기관")
    page.choose("PETITION")
    rest()
    assert "피해자 칸에 적을 이름(가명)" in said(page.data)
    assert (page.data.plan().words, page.data.plan().addressee) == ("", "")
    page.choose("HANDOVER")
    rest()
    assert (page.data.plan().words, page.data.plan().addressee) == ("법 제18조", "받는 기관")  # fmt: skip


def test_a_draft_says_what_it_leaves_out_and_by_whom(make, rest, window):
    page = make("APPLICATION")
    tick(page, "구비서류").box.setChecked(False)
    rest()
    press(page.data.said, "가린 것 보기")
    sheet = sheet_of(window, RedactionSheet)
    told = said(sheet)
    assert told.index("규칙에 따라") < told.index("사람이 뺌") < told.index("뺀 부분: 구비서류")  # fmt: skip
    assert any("아직 발급하지 않은" in text for text in told)
    assert "구비서류" not in window.windowTitle()
    check_reachable(window, sheet)
    sheet.close_sheet()


@pytest.mark.parametrize("language", ["ko", "en"])
@pytest.mark.parametrize("kind", ["COUNSEL_COPY", "HANDOVER", "APPLICATION"])
def test_all_of_it_is_named_and_reached(make, window, session, story, language, kind):
    session.texts.speak(language)
    story.desk.settings.set("language", language)
    page = make(kind)
    window.resize(1440, 900)
    if page.data.parts.fold.isVisibleTo(page.data):
        page.data.parts.fold.click()
    check_reachable(window, page.side)
