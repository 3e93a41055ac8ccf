"""A clock that was wrong by hours, by days, by decades: words are kept, told, and put right."""

import pytest

from intake.clock import ms_of
from tests.centers_at_hand import second_laptop
from tests.stories.mishaps import (
    DAY_MS,
    both,
    case_of,
    cases,
    clock_off,
    going,
    kinds,
    land,
    meets,
    seen,
)
from tests.ui.conftest import (  # noqa: F401 - fixtures
    app,
    door,
    every_text,
    jobs,
    left,
    session,
    texts,
    whole_core,
    window,
    words_folder,
)
from tests.ui.real_desks import _cheap_guessing, press, rest, visit_desk

__all__ = ["_cheap_guessing", "land", "rest", "seen", "visit_desk"]

HOUR_MS = 3_600_000
YEARS_73 = 26_664 * DAY_MS  # 2099
TO_1970 = -20_780 * DAY_MS


@pytest.fixture
def second(land, tmp_path):
    """The next laptop of the center; both find each other's bundles in the folder."""
    made = land.keep(second_laptop(land.center, tmp_path / "two", "이상담"))
    meets(made, land.box, land.center._rooms.vault.device_id)
    meets(land.center, land.box, made._rooms.vault.device_id)
    return made


def newest(desk, scope):
    """When the newest words about a case were said, as they stand here."""
    with desk._rooms.vault.reading() as db:
        (stamp,) = db.one("select max(entry.hlc) from entry join part on part.id = entry.part join scope on scope.id = part.scope where scope.scope = ?", (f"case/{scope}",))  # fmt: skip
    return ms_of(stamp)


def put_right(seen, desk, says):
    """Press the button, and do in the sheet what stands there already."""
    press(seen.page(desk), says("clock-fix"))
    seen.window.screen_.accidents.sheet.fix.click()
    seen.rest()


def test_a_clock_wrong_by_hours_is_nobodys_trouble(land, second, seen):
    with clock_off(second, 5 * HOUR_MS):
        ahead = case_of(second)
        going(second)
    with clock_off(second, -5 * HOUR_MS):
        behind = case_of(second)
        going(second)
    going(land.center)
    assert {ahead, behind} <= cases(land.center)
    assert kinds(land.center) == kinds(second) == []
    assert not both(seen.look(land.center, "g-hours"), "accidents-title")


def test_a_laptop_in_2099_is_told_and_put_right_on_itself_and_everywhere(land, seen, texts):  # noqa: F811  # fmt: skip
    now = land.central._rooms.clock.wall()
    with clock_off(land.center, YEARS_73):
        wrong = case_of(land.center)
        going(land.center)
    going(land.central)
    assert cases(land.central) == {wrong}
    told = seen.look(land.central, "g-2099-central")
    assert both(told, "accident-clock-next")
    assert not both(told, "clock-fix")  # that is for its own center

    assert kinds(land.center) == ["clock"]
    assert both(seen.look(land.center, "g-2099-center-today", "today"), "next-accidents", count=1)  # fmt: skip
    assert both(seen.look(land.center, "g-2099-center"), "clock-fix")
    put_right(seen, land.center, texts)
    assert kinds(land.center) == []
    assert abs(newest(land.center, wrong) - now) < DAY_MS
    later = case_of(land.center)
    assert land.center.today().waiting_to_send
    assert abs(newest(land.center, later) - now) < DAY_MS
    assert abs(land.center._rooms.clock.ahead_ms) < DAY_MS

    going(land.center, land.central)
    assert cases(land.central) == {wrong, later}
    assert kinds(land.central) == []
    assert abs(newest(land.central, wrong) - now) < DAY_MS
    assert not both(seen.look(land.central, "g-2099-after"), "accidents-title")


def test_a_colleague_puts_right_what_a_laptop_wrote_ten_days_ahead(land, second, seen, texts):  # noqa: F811  # fmt: skip
    with clock_off(second, 10 * DAY_MS):
        case_of(second)
        going(second)
    going(land.center)
    with clock_off(land.center, 3 * DAY_MS):  # days later it still says by how much
        (line,) = land.center.accidents.listing()
        assert round(line.ahead_ms / DAY_MS) == 10
    assert both(seen.look(land.center, "g-ten-days"), "clock-fix")
    put_right(seen, land.center, texts)
    going(land.center, second)
    assert kinds(land.center) == kinds(second) == []
    assert second._rooms.clock.ahead_ms < DAY_MS  # it goes on with the right time


def test_a_laptop_in_1970_is_told_to_set_its_date_and_its_words_are_put_right(land, second, seen, texts):  # noqa: F811  # fmt: skip
    now = land.center._rooms.clock.wall()
    with clock_off(second, TO_1970):
        old = case_of(second)
        assert kinds(second) == ["behind"]
        assert "notice-clock-behind" in second.notices()
        told = seen.look(second, "g-1970-itself")
        assert both(told, "accident-behind-next")
        assert both(seen.look(second, "g-1970-today", "today"), "next-accidents", count=1)  # fmt: skip
        going(second)
    going(land.center)
    assert old in cases(land.center)
    assert both(seen.look(land.center, "g-1970-colleague"), "clock-fix")
    put_right(seen, land.center, texts)
    assert kinds(land.center) == []
    assert abs(newest(land.center, old) - now) < 2 * DAY_MS
    going(land.center, second)
    assert kinds(second) == []
