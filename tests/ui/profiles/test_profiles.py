"""One perpetrator across cases, in the window of the central desk."""

import pytest
from PySide6.QtWidgets import QLabel

from tests.centers_at_hand import carry, closing, desks
from tests.desks_at_hand import a_desk
from tests.links_at_hand import SHARED, known, linked
from tests.ui.real_desks import Kept, check_reachable, press, said
from ui.screens.profiles.same_victim import SameVictimSheet

NAME = "하루"  # as both centers noted him
URLS = tuple(f"https://tube-a.example/v/{at}" for at in range(3))


class Story:
    """Incheon and Seoul each have two cases of one man; three of them are linked."""

    def __init__(self, town, stick):
        self.ic, self.sl, self.c0 = town["IC"], town["SL"], town["C0"]
        wished = (*SHARED, "DELETE")
        self.first, self.second = (known(self.ic, "010-0000-4217", *wished) for _ in "ab")  # fmt: skip
        self.third = known(self.sl, "010-0000-4217", *wished)
        self.alone = known(self.sl, "010-0000-9999", *wished)
        for desk, one, age in ((self.ic, self.first, 15), (self.ic, self.second, 27)):
            self._age(desk, one.case, age)
        for url in URLS:
            self.ic.records.add("posting", self.first.case, {"url": url})
        carry(self.ic, self.c0, stick)
        carry(self.sl, self.c0, stick)
        linked(self.c0, self.first, self.second)
        linked(self.c0, self.second, self.third)
        self.profile = self.c0.profiles.of_suspect(self.first.suspect)

    @staticmethod
    def _age(desk, case, age):
        (victim,) = (row.id for row in desk.records.list("person", case) if row["role"] == "VICTIM")  # fmt: skip
        desk.records.change("person", victim, {"age": age})

    def number(self, one):
        return self.c0.cases.line(one.case).number


@pytest.fixture(scope="module")
def kept(tmp_path_factory, _cheap_guessing):
    folder = tmp_path_factory.mktemp("told")
    (folder / "stick").mkdir()
    story = Story(desks(folder, "C0", "IC", "SL"), folder / "stick")
    story.ic.close()
    story.sl.close()
    return Kept(story, folder, c0="c0")


@pytest.fixture
def story(kept, tmp_path):
    story = kept.told_again(tmp_path)
    with closing(story.c0):
        yield story


@pytest.fixture
def page(visit_desk, story):
    return visit_desk(story.c0, "profiles", of=story.profile)


def rows(page):
    model = page.pane.list.rows
    return [model.line_at(at) for at in range(model.rowCount())]


def figure(page, name):
    """What a figure says."""
    return page.figures.buttons[name].findChildren(QLabel)[0].text()


def numbers(page, story):
    """Which of the cases stand in the table."""
    told = set(said(page.cases))
    every = (story.first, story.second, story.third, story.alone)
    return [at for at, one in enumerate(every) if story.number(one) in told]


def test_in_the_list_a_name_is_hidden_until_it_was_opened(visit_desk, story):
    page = visit_desk(story.c0, "profiles")
    assert [row.title for row in rows(page)] == ["피해자 3명 · 사건 3건"]
    page = visit_desk(story.c0, "profiles", of=story.profile)
    assert [row.title for row in rows(page)] == [NAME]
    assert page._title.text() == NAME


def test_the_figures_are_those_of_the_desk(page, story):
    view = story.c0.profiles.view(story.profile)
    assert figure(page, "confirmed") == "3"
    assert figure(page, "minors") == "1"
    assert figure(page, "urls") == "3"
    assert figure(page, "open") == str(view.open)
    names = " · ".join(view.line.center_names)
    assert names == "IC 센터 · SL 센터"
    assert f"센터 2곳: {names}" in said(page)


def test_a_figure_opens_to_the_cases_it_counts(page, story, rest):
    assert numbers(page, story) == [0, 1, 2]
    page.figures.buttons["minors"].click()
    rest()
    assert numbers(page, story) == [0]
    page.figures.buttons["urls"].click()
    rest()
    assert numbers(page, story) == [0]
    assert not page.figures.buttons["minors"].isChecked()
    press(page, "모든 사건 보기")
    rest()
    assert numbers(page, story) == [0, 1, 2]


def test_what_he_is_known_by_says_in_how_many_cases(page):
    told = said(page)
    assert "010-0000-4217" in told
    assert "알려진 식별정보 1개" in told


def test_while_somebody_of_it_sits_here_there_is_one_sentence(visit_desk, tmp_path):
    desk = a_desk(tmp_path / "hers")
    with closing(desk):
        one, other = known(desk), known(desk)
        desk.suspects.merge(one.suspect, other.suspect)
        profile, number = desk.profiles.of_suspect(one.suspect), desk.cases.line(other.case).number  # fmt: skip
        page = visit_desk(desk, "profiles", of=profile)
        assert number in said(page)
        desk.interviews.begin(one.case, "intake")
        page = visit_desk(desk, "profiles", of=profile)
        assert said(page) == ["가해자별 현황", "상담이 진행 중이어서 보이지 않습니다. 상담이 끝나면 볼 수 있습니다."]  # fmt: skip
        assert not any(button.isVisibleTo(page) for button in (page.picture, page.same, page.papers))  # fmt: skip
        assert rows(page)[0].title == "상담 중"


def test_a_picture_begins_with_whoever_is_chosen(visit_desk, story, rest, window):
    page = visit_desk(story.c0, "graph")
    lines = page.chooser.list.rows
    assert [lines.line_at(at).title for at in range(lines.rowCount())] == ["피해자 3명 · 사건 3건"]  # fmt: skip
    check_reachable(window, page.centre)
    page.chooser.list.opened.emit(lines.line_at(0))
    rest()
    assert page.of == story.profile
    assert page.picture.isVisibleTo(page)
    press(page, "다른 사람")
    rest()
    assert page.chooser.isVisibleTo(page)


def test_no_victim_is_named(page, story):
    everything = said(page) + said(page.list_pane)
    assert not any("하늘" in text for text in everything)


def test_a_case_is_opened_by_its_number(page, story, rest, window):
    page.cases.wanted.emit(story.third.case)
    rest()
    assert window.place.screen == "case"


def test_the_picture_is_of_this_profile(page, story, rest, window):
    press(page, "그림 보기")
    rest()
    assert (window.place.screen, window.place.facts["of"]) == ("graph", story.profile)


def test_its_statistics_are_of_the_same_cases(page, story, rest, window):
    press(page, "이 가해자의 통계 보기")
    rest()
    counted = window.screen_
    assert counted.view.asked.about == story.profile
    assert counted.ask_bar.whom.values == ("PROFILE",)
    assert counted.figures.cards["R2"].line.value == len(URLS)


@pytest.fixture
def sheet(page, window):
    press(page, "같은 피해자 표시")
    return window.findChildren(SameVictimSheet)[-1]


def fill(sheet, one, other):
    sheet.one.setCurrentIndex(sheet.one.findData(one.case))
    sheet.other.setCurrentIndex(sheet.other.findData(other.case))
    sheet.reason.button("VICTIM_SAID").click()


def test_without_her_agreement_two_cases_are_not_one_person(sheet, story):
    fill(sheet, story.first, story.second)
    sheet.save.click()
    assert "본인이 동의한 때에만 표시할 수 있습니다." in said(sheet)
    assert len(story.c0.profiles.view(story.profile).cases) == 3


def test_one_case_is_not_two(sheet, story):
    fill(sheet, story.first, story.first)
    sheet.agreed.setChecked(True)
    sheet.save.click()
    assert "서로 다른 두 사건을 고르십시오." in said(sheet)


def test_a_person_who_went_to_two_places_counts_once_when_she_agreed(
    page, sheet, story, rest, window
):
    fill(sheet, story.first, story.second)
    sheet.agreed.setChecked(True)
    sheet.save.click()
    rest()
    assert figure(page, "least") == "2"
    press(window, "되돌리기")
    rest()
    assert figure(page, "least") == "3"


@pytest.mark.parametrize("language", ["ko", "en"])
def test_everything_is_named_and_reached(visit_desk, story, window, session, language):
    session.texts.speak(language)
    story.c0.settings.set("language", language)
    page = visit_desk(story.c0, "profiles", of=story.profile)
    check_reachable(window, page.centre)
    check_reachable(window, page.list_pane)


def test_a_dossier_nobody_agreed_to_is_refused_in_words(page, rest, session):
    heard = []
    session.refused.connect(lambda error, _retry: heard.append(type(error).__name__))
    press(page, "공동 대응 자료")
    rest()
    assert heard == ["ConsentMissing"]


def test_a_profile_of_which_nothing_is_left_is_nobodys_page(visit_desk, story, session):
    heard = []
    session.refused.connect(lambda error, _retry: heard.append(error))
    page = visit_desk(story.c0, "profiles", of=story.first.case)  # no suspect's
    assert (heard, page.profile) == ([], "")
    assert "왼쪽에서 하나를 고르면 현황이 보입니다." in said(page)
