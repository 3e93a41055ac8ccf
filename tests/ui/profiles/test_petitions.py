"""How the collection of petitions stands for a perpetrator's victims, at a center and centrally."""

import pytest
from PySide6.QtWidgets import QLabel

from intake.ids import new_id, scope_of
from intake.ledger import Deed
from tests.centers_at_hand import carry, closing, desks
from tests.links_at_hand import SHARED, known, linked
from tests.ui.papers.story import COURT, Story
from tests.ui.real_desks import Kept, check_reachable, press, said
from ui.widgets import Button

SECOND = "서울고등법원"


@pytest.fixture(scope="module")
def kept(tmp_path_factory, _cheap_guessing):
    folder = tmp_path_factory.mktemp("petitions")
    story = Story(folder)
    story.go_to_court()
    return Kept(story, folder, desk="w")


@pytest.fixture
def story(kept, tmp_path):
    story = kept.told_again(tmp_path)
    yield story
    story.desk.close()


@pytest.fixture
def page(visit_desk, story):
    return visit_desk(story.desk, "profiles", of=story.profile)


def stand(story, *states):
    """The cases that agreed to the court stand so."""
    for one, state in zip(story.cases, states, strict=False):
        made = story.desk.petitions.ask(one.case, COURT)
        if state == "RECEIVED":
            story.desk.petitions.received(made, 2)
        elif state != "ASKED":
            story.desk.petitions.said(made, state)


def shown(page):
    return said(page.petitions) if page.petitions.isVisibleTo(page) else []


def open_buttons(page):
    return [one for one in page.petitions.findChildren(Button) if one.text().strip() == "사건 열기"]  # fmt: skip


def test_who_agreed_to_the_court_stands_there_under_a_pseudonym(visit_desk, story):
    stand(story, "RECEIVED", "AGREED", "RECEIVED")
    page = visit_desk(story.desk, "profiles", of=story.profile)
    told = shown(page)
    assert {"가-01", "가-02", COURT, "받아 둠", "쓰기로 함"} <= set(told)
    assert "가-03" not in told  # did not agree to the court
    assert "법원 제출에 동의하신 2명 가운데 2명이 쓰기로 하셨습니다. 1명의 탄원서를 받아 두었습니다." in told  # fmt: skip
    assert not any("하늘" in one or "2026-IC" in one for one in told)


def test_a_case_of_our_own_is_opened_where_its_next_step_is(page, window, rest):
    open_buttons(page)[0].click()
    rest()
    assert window.place.screen == "case"
    assert window.place.facts["tab"] == "trial"


def be(desk, role):
    """The person here has this role and no other; somebody else answers for the center."""
    rooms = desk._rooms
    for who, given in (("다른 사람", "SUPERVISOR"), (rooms.who.counselor, role)):
        grant = new_id(rooms.clock.wall())
        with rooms.noting(Deed.GRANT, scope_of("record", grant)) as say:
            say.set("role_grant", grant, "counselor", who)
            say.set("role_grant", grant, "role", given)


@pytest.mark.parametrize(("role", "seen"), [("SUPERVISOR", True), ("COUNSELOR", False)])
def test_a_no_is_seen_by_whoever_supervises_and_looks_like_nothing_to_others(visit_desk, story, role, seen):  # fmt: skip
    stand(story, "DECLINED")
    be(story.desk, role)
    told = shown(visit_desk(story.desk, "profiles", of=story.profile))
    assert ("쓰지 않기로 함" in told) == seen
    assert told.count("–") == (1 if seen else 2)


@pytest.mark.parametrize("role", ["IT", "AUDITOR"])
def test_who_sees_no_content_sees_no_petition(visit_desk, story, role):
    stand(story, "RECEIVED", "DECLINED")
    be(story.desk, role)
    page = visit_desk(story.desk, "profiles", of=story.profile)
    assert not any(word in one for one in said(page) for word in ("가-0", COURT, "탄원서"))  # fmt: skip
    page = visit_desk(story.desk, "case", case=story.cases[0].case, tab="trial")
    assert not any(word in one for one in said(page) for word in (COURT, "받아 둠", "탄원서"))  # fmt: skip


def test_while_one_of_them_sits_here_the_collection_is_gone(page, story, session, rest):
    assert COURT in shown(page)
    story.desk.consents.decide(story.cases[1].case, {"RECORD": "AGREED"})
    session.do(lambda desk, _p: desk.interviews.begin(story.cases[1].case, "intake"))
    rest()
    assert not any(word in one for one in said(page) for word in (COURT, "가-0"))


def test_coming_back_during_an_interview_meets_nothing_of_before(page, visit_desk, story, session, rest):  # fmt: skip
    visit_desk(story.desk, "today")
    story.desk.consents.decide(story.cases[1].case, {"RECORD": "AGREED"})
    session.do(lambda desk, _p: desk.interviews.begin(story.cases[1].case, "intake"))
    rest()
    assert not any(word in one.text() for one in page.findChildren(QLabel) for word in (COURT, "가-0"))  # fmt: skip


def test_another_court_is_one_press_away_and_stays(visit_desk, story, rest, session):
    story.desk.giving.decide(story.cases[1].case, "COURT", "COURT", SECOND, "AGREED")
    page = visit_desk(story.desk, "profiles", of=story.profile)
    assert "법원 제출에 동의하신 2명 가운데 0명이 쓰기로 하셨습니다." in shown(page)
    press(page, SECOND)
    rest()
    assert "법원 제출에 동의하신 1명 가운데 0명이 쓰기로 하셨습니다." in shown(page)
    session.do(lambda desk, _p: desk.petitions.ask(story.cases[1].case, SECOND))
    rest()
    assert page.petitions.court == SECOND
    assert "물어봄" in shown(page)


def test_without_a_court_there_is_no_card(visit_desk, tmp_path):
    story = Story(tmp_path)
    with closing(story.desk):
        for one in story.cases[:2]:
            story.desk.giving.decide(one.case, "COURT", "COURT", COURT, "REFUSED")
        assert shown(visit_desk(story.desk, "profiles", of=story.profile)) == []


@pytest.mark.parametrize("language", ["ko", "en"])
def test_everything_is_named_and_reached(visit_desk, story, window, session, language):
    stand(story, "RECEIVED", "ASKED")
    story.desk.giving.decide(story.cases[1].case, "COURT", "COURT", SECOND, "AGREED")
    session.texts.speak(language)
    story.desk.settings.set("language", language)
    page = visit_desk(story.desk, "profiles", of=story.profile)
    assert page.petitions.isVisibleTo(page)
    check_reachable(window, page.centre)


class Central:
    """Two centers with a case each of one man; both agreed to the court, and sent what stands."""

    def __init__(self, town, stick):
        self.ic, self.sl, self.c0 = town["IC"], town["SL"], town["C0"]
        wished = (*SHARED, "CENTER")
        self.cases = [known(desk, "010-0000-4217", *wished) for desk in (self.ic, self.sl)]  # fmt: skip
        for desk, one, state in zip((self.ic, self.sl), self.cases, ("RECEIVED", "DECLINED"), strict=True):  # fmt: skip
            desk.giving.decide(one.case, "COURT", "COURT", COURT, "AGREED")
            made = desk.petitions.ask(one.case, COURT)
            if state == "RECEIVED":
                desk.petitions.received(made, 2)
            else:
                desk.petitions.said(made, state)
            carry(desk, self.c0, stick)
        linked(self.c0, *self.cases)
        self.profile = self.c0.profiles.of_suspect(self.cases[0].suspect)


@pytest.fixture
def central(tmp_path):
    stick = tmp_path / "stick"
    stick.mkdir()
    town = desks(tmp_path, "C0", "IC", "SL")
    with closing(*town.values()):
        yield Central(town, stick)


def test_the_central_desk_sees_what_the_centers_sent_and_notes_nothing(visit_desk, central):  # fmt: skip
    page = visit_desk(central.c0, "profiles", of=central.profile)
    told = shown(page)
    assert {"IC 센터", "SL 센터", "받아 둠", "쓰지 않기로 함"} <= set(told)
    assert open_buttons(page) == []
    card = visit_desk(central.c0, "case", case=central.cases[0].case, tab="trial").own["trial"].petitions  # fmt: skip
    assert "받아 둠" in said(card)
    assert [one for one in card.findChildren(Button) if one.isVisibleTo(card)] == []
