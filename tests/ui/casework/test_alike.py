"""What the case and the interview show of other cases: a number, calmly, and no more."""

import pytest
from PySide6.QtWidgets import QLabel

from ui.rail import read_facts
from ui.screens.case.suspects.proposing import ProposeSheet
from ui.session import Place
from ui.widgets import Button

PHONE = "010-0000-4217"


@pytest.fixture
def suspect(desk, case):
    return desk.suspects.add(case, {})


@pytest.fixture
def other(desk):
    """A suspect of another case, known by a number and a nickname."""
    case = desk.cases.begin("VISIT", "바다")
    desk.consents.decide(case, {"RECORD": "AGREED"})
    found = desk.suspects.add(case, {"nickname": "밤달"})
    desk.suspects.add_clue(case, {"value": PHONE}, found)
    return found


@pytest.fixture
def alike(desk, case, suspect, other):
    desk.suspects.add_clue(case, {"value": PHONE}, suspect)
    return case


@pytest.fixture
def here(at, desk, alike, settle):
    """An interview of a case that has something in common with another."""
    page = at("interview", interview=desk.interviews.begin(alike, "intake"))
    settle()
    return page


def press(page, name):
    (found,) = [one for one in page.findChildren(Button) if one.accessibleName() == name]  # fmt: skip
    found.click()


def said(page):
    return [one.text() for one in page.findChildren(QLabel) if one.isVisibleTo(page)]


@pytest.fixture
def went(window, session):
    """Where she is sent from here on; the window itself stays where it is."""

    def listen():
        places = []
        session.went.disconnect(window.show_place)
        session.went.connect(places.append)
        return places

    return listen


# --- a case ---------------------------------------------------------------------------


def test_a_case_without_anything_alike_shows_no_line(at, case, suspect, settle):
    page = at("case", case=case, tab="suspects")
    settle()
    assert not page.own["suspects"].alike.isVisibleTo(page)
    assert not page.alike.isVisibleTo(page)


@pytest.fixture
def tab(at, case, suspect, settle):
    """The tab of a case with one suspect, before anything is alike."""
    found = at("case", case=case, tab="suspects").own["suspects"]
    settle()
    return found


@pytest.mark.usefixtures("other")
def test_the_line_comes_by_itself_when_an_identifier_was_added(
    tab, case, settle, went, texts
):
    tab.cards[0].adding.fill((PHONE, "", ""))
    tab.cards[0].adding.add.click()
    settle()
    settle()
    assert tab.alike.isVisibleTo(tab)
    assert tab.alike.told.text() == texts("alike-case", count=1)
    places = went()
    tab.alike.go.click()
    assert places == [Place("people", {"case": case})]


def test_the_overview_says_it_too_and_names_nobody(at, alike, settle, went, texts):
    page = at("case", case=alike)
    settle()
    assert texts("alike-case", count=1) in said(page)
    assert not any("밤달" in text or "4217" in text for text in said(page.alike))
    places = went()
    assert page.act("matches")
    assert places == [Place("people", {"case": alike})]


def test_during_an_interview_a_case_shows_the_number_and_no_way_on(
    at, desk, alike, settle
):
    desk.interviews.begin(alike, "intake")
    page = at("case", case=alike, tab="suspects")
    settle()
    line = page.own["suspects"].alike
    assert line.isVisibleTo(page)
    assert line.go.isHidden()


def test_who_was_seen_before_is_proposed_and_waits_for_somebody_else(
    tab, desk, other, settle, window, texts
):
    case, suspect = tab.case, tab.cards[0]._card.id
    desk.suspects.seen_before(suspect, "다른 사건의 대화에서 본 사람")
    tab.arrive(case)
    settle()
    box = tab.cards[0]
    press(box, texts("alike-propose-of", name=box.spoken))
    sheet = window.findChildren(ProposeSheet)[-1]
    sheet.text.set_text("밤달")
    sheet._ask()
    settle()
    (offer,) = [one for one in sheet.findChildren(Button) if one.text() == texts("alike-propose-this")]  # fmt: skip
    offer.click()
    settle()
    (found,) = desk.matches.queue("SECOND")
    assert {*found.one_numbers, *found.other_numbers} == {
        desk.cases.header(one).number
        for one in (case, desk._rooms.record("suspect", other)["case"])
    }
    assert desk.suspects.group(suspect) == (suspect,)


# --- an interview ---------------------------------------------------------------------


def test_an_interview_shows_a_grey_number_and_nothing_to_press(here, texts):
    assert here.alike.isVisibleTo(here)
    assert here.alike.count.text() == texts("alike-interview-count", count=1)
    assert here.alike.findChildren(Button) == []
    assert here.alike.count.toolTip() == ""
    assert not here.alike.is_alone


def test_nothing_is_shown_where_nothing_is_alike(at, desk, case, suspect, settle):
    page = at("interview", interview=desk.interviews.begin(case, "intake"))
    settle()
    assert not page.alike.isVisibleTo(page)


def test_the_key_leads_nowhere_before_she_is_alone(here, window, settle, texts):
    window.run("matches")
    settle()
    assert window.place.screen == "interview"
    assert here.alike.told.text() == texts("alike-alone-first")


def test_alone_but_during_the_interview_she_is_told_when(here, window, settle, texts):
    here.alike.alone.setChecked(True)
    window.run("matches")
    settle()
    assert window.place.screen == "interview"
    assert here.alike.told.text() == texts("alike-later", count=1)


def test_alone_and_at_rest_the_key_leads_to_the_page_and_that_is_logged(
    here, desk, window, settle, went
):
    here.alike.alone.setChecked(True)
    here.pause()
    settle()
    places = went()
    window.run("matches")
    settle()
    assert [place.screen for place in places] == ["people"]
    assert "open-matches" in {line.act for line in desk.access.lines()}


def test_at_rest_she_is_asked_whether_she_is_alone_and_may_say_no(
    here, window, session, settle, went
):
    asked = []
    session.asked.connect(asked.append)
    here.pause()
    settle()
    places = went()
    window.run("matches")
    settle()
    assert places == []
    (question,) = asked
    question.act()
    settle()
    assert [place.screen for place in places] == ["people"]


def test_another_interview_begins_with_somebody_beside_her(here, at, desk, alike, settle):  # fmt: skip
    here.alike.alone.setChecked(True)
    at("interview", interview=desk.interviews.begin(alike, "intake"))
    settle()
    assert not here.alike.is_alone


# --- the day --------------------------------------------------------------------------


def test_the_day_counts_them_in_one_line_that_leads_to_the_page(
    at, desk, alike, went, texts
):
    desk.matches.refresh()
    page = at("today")
    text = texts("next-alike-new", count=1)
    (name,) = [one.accessibleName() for one in page.findChildren(Button) if text in one.accessibleName()]  # fmt: skip
    places = went()
    press(page, name)
    assert places == [Place("people")]


def test_the_rail_shows_how_many_beside_the_page(desk, alike):
    assert read_facts(desk, None).counts["people"] == 0  # nobody has compared yet
    desk.matches.refresh()
    assert read_facts(desk, None).counts["people"] == 1
