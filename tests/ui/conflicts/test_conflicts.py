"""Two laptops of one center wrote down different things, in the window."""

import pytest

from tests.centers_at_hand import carry, closing, second_laptop
from tests.desks_at_hand import a_desk, agreed
from tests.ui.real_desks import check_reachable, press, said
from ui.widgets.combo import Combo

NUMBERS = ("010-0000-1111", "010-0000-2222")


@pytest.fixture
def desks(tmp_path):
    """The first laptop of a center, and the second, which is the one that is looked at."""
    first = a_desk(tmp_path / "ic")
    second = second_laptop(first, tmp_path / "ic2")
    with closing(first, second):
        yield first, second


@pytest.fixture
def desk(desks):
    return desks[1]


@pytest.fixture
def case(desks, tmp_path):
    """A case of which two people wrote a different route, without seeing each other."""
    first, second = desks
    case = agreed(first, "RECORD")
    stick = tmp_path / "stick"
    stick.mkdir()
    carry(first, second, stick)
    for desk, alias, route in ((first, "바다", "POLICE"), (second, "하늘빛", "SCHOOL")):
        desk.cases.rename(case, alias)
        desk.records.change("case", case, {"route": route})
    carry(first, second, stick)
    return case


@pytest.fixture
def page(visit_desk, desk, case):
    return visit_desk(desk, "conflicts", case=case)


def fields(desk, case):
    return {line.field for line in desk.conflicts.of_case(case)}


def test_both_values_stand_side_by_side_with_who_and_on_which_laptop(page, desk, case):
    told = said(page)
    assert {"바다", "하늘빛"} <= set(told)
    assert any(text.startswith("김상담 · ") for text in told)
    assert sum(text.startswith("노트북 ") for text in told) == 4
    assert told.count("지금 보이는 값") == len(fields(desk, case))


def test_one_is_kept_and_the_toast_takes_it_back(page, desk, case, rest, window):
    before = fields(desk, case)
    name = next(line for line in desk.conflicts.of_case(case) if line.field == "alias")
    shown, other = (next(side for side in name.sides if side.shown is so) for so in (True, False))  # fmt: skip
    page._on_kept(name, other.ref)
    rest()
    assert desk.cases.header(case).alias == other.text
    assert fields(desk, case) == before - {"alias"}
    press(window, "되돌리기")
    rest()
    assert desk.cases.header(case).alias == shown.text


def test_a_third_value_is_written(page, desk, case, rest):
    combo = page.centre.findChildren(Combo)[-1]
    combo.setCurrentIndex(combo.findData("VISIT"))
    combo.parentWidget()._on_third(lambda: str(combo.currentData()))
    rest()
    assert desk.records.get("case", case)["route"] == "VISIT"
    assert "route" not in fields(desk, case)


def test_when_nothing_differs_any_more_the_page_says_so(page, desk, case, rest):
    for line in desk.conflicts.of_case(case):
        page._on_kept(line, line.sides[0].ref)
        rest()
    assert said(page) == ["서로 다른 기록", "서로 다른 기록이 없습니다."]
    assert page.case is None


def test_the_overview_leads_to_it(visit_desk, desk, case, rest, window):
    overview = visit_desk(desk, "case", case=case)
    press(overview, "나란히 보기")
    rest()
    assert window.place.screen == "conflicts"


@pytest.mark.parametrize("language", ["ko", "en"])
def test_everything_is_named_and_reached(
    visit_desk, desk, case, window, session, language
):
    session.texts.speak(language)
    desk.settings.set("language", language)
    page = visit_desk(desk, "conflicts", case=case)
    check_reachable(window, page.centre)
    check_reachable(window, page.list_pane)
