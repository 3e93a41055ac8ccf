"""The second opinion in the window of the central desk: only what is seen differently."""

import pytest

from intake.desk.opinion import opinion as engine
from intake.progress import Silent
from tests.centers_at_hand import closing
from tests.desks_at_hand import a_desk
from tests.links_at_hand import known, linked
from tests.ui.real_desks import Kept, check_reachable, press, said
from ui.widgets import Button


class Story:
    """The other way alone takes two for one; two others only people do."""

    def __init__(self, c0):
        self.c0 = c0
        self.one, self.other = (known(c0, "010-0000-1001") for _ in "ab")
        for side, year in ((self.one, "2017"), (self.other, "2024")):
            when = {"seen_from": f"{year}-01-01", "seen_to": f"{year}-11-30"}
            name = {"kind": "telegram", "value": "nokdu_a1", **when}
            c0.suspects.add_clue(side.case, name, side.suspect)
            c0.suspects.change_clue(side.clue, when)
        self.left, self.right = known(c0, "010-0000-3003"), known(c0, "010-0000-4004")
        self.link = linked(c0, self.left, self.right)
        c0.opinion.run(Silent())


@pytest.fixture(scope="module")
def kept(tmp_path_factory, _cheap_guessing):
    folder = tmp_path_factory.mktemp("told")
    return Kept(Story(a_desk(folder / "c0", role="central")), folder, c0="c0")


@pytest.fixture
def story(kept, tmp_path):
    story = kept.told_again(tmp_path)
    with closing(story.c0):
        yield story


@pytest.fixture
def page(visit_desk, story):
    return visit_desk(story.c0, "opinion")


def rows(page):
    model = page.pane.list.rows
    return [model.line_at(at) for at in range(model.rowCount())]


def row(page, under):
    return next(one for one in rows(page) if one.under == under)


def test_the_list_says_who_sees_it_and_no_name(page):
    assert sorted(one.under for one in rows(page)) == ["다른 방식만 같다고 봄", "여기서만 같다고 봄"]  # fmt: skip
    told = page.pane.findChildren(type(page._title))
    assert any("Splink" in one.text() for one in told)
    assert not any("하루" in one.text() or "%" in one.text() for one in told)


def test_what_only_the_other_sees_says_why_not_here_and_opens_side_by_side(page, rest, window, story):  # fmt: skip
    page.pane._on_opened(row(page, "다른 방식만 같다고 봄"))
    told = said(page)
    assert {"여기서는", "다른 방식은", "같은 사람으로 봅니다."} <= set(told)
    press(page, "나란히 보기")
    rest()
    assert window.place.screen == "people"
    assert window.screen_.open.pair.candidate.id == ".".join(sorted((story.one.suspect, story.other.suspect)))  # fmt: skip


def test_what_only_people_see_opens_their_decision(page, rest, window, story):
    page.pane._on_opened(row(page, "여기서만 같다고 봄"))
    assert "같은 사람으로 보지 않습니다." in said(page)
    press(page, "나란히 보기")
    rest()
    assert (window.place.screen, window.place.facts["link"]) == ("people", story.link)
    assert window.screen_.open.pair.candidate.link == story.link


def test_it_is_asked_again_with_one_press(page, rest, story):
    before = story.c0.opinion.latest().made_ms
    press(page.pane, "다시 견주기")
    assert not page.pane.run.isEnabled()
    rest()
    assert page.pane.run.isEnabled()
    assert story.c0.opinion.latest().made_ms >= before
    assert len(rows(page)) == 2


def test_without_the_extra_there_is_a_sentence(page, rest, session, monkeypatch):
    heard = []
    session.refused.connect(lambda error, _retry: heard.append(error))
    monkeypatch.setattr(engine, "is_installed", lambda: False)
    press(page.pane, "다시 견주기")
    rest()
    assert any("추가 구성 요소가 없습니다" in text for text in said(page))
    assert heard == []


def test_a_center_has_no_such_page(visit_desk, tmp_path):
    desk = a_desk(tmp_path / "sl", code="SL")
    with closing(desk):
        page = visit_desk(desk, "people")
        hidden = [one for one in page.pane.findChildren(Button) if one.text() == "두 번째 의견"]  # fmt: skip
        assert [one.isVisibleTo(page.pane) for one in hidden] == [False]
        page = visit_desk(desk, "opinion")
        assert any("중앙센터에서만" in text for text in said(page))


@pytest.mark.parametrize("language", ["ko", "en"])
def test_everything_is_named_and_reached(visit_desk, story, window, session, language):
    session.texts.speak(language)
    story.c0.settings.set("language", language)
    page = visit_desk(story.c0, "opinion")
    page.pane._on_opened(rows(page)[0])
    check_reachable(window, page.centre)
    check_reachable(window, page.list_pane)
