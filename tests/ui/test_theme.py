import re

import pytest

from intake.text import resource
from ui import theme

GROUNDS = ("canvas", "surface", "rail", "raised")
PAIRS = [
    *[("text", ground) for ground in (*GROUNDS, "accent_soft", "wait_soft", "danger_soft", "ok_soft", "info_soft", "no_soft")],
    *[("muted", ground) for ground in GROUNDS],
    ("on_accent", "accent"),
    ("on_accent", "accent_hover"),
    ("on_strong", "strong"),
    *[(state, f"{state}_soft") for state in ("ok", "wait", "no", "info", "danger")],
    *[(state, "surface") for state in ("ok", "wait", "no", "info", "danger", "accent")],
    *[(state, "canvas") for state in ("ok", "wait", "danger")],
    ("info", "accent_soft"),
]  # fmt: skip


@pytest.mark.parametrize("colours", [theme.LIGHT, theme.DARK], ids=lambda c: c.name)
@pytest.mark.parametrize(("ink", "ground"), PAIRS)
def test_words_can_be_read_on_their_ground(colours, ink, ground):
    assert theme.contrast(getattr(colours, ink), getattr(colours, ground)) >= 4.5


@pytest.mark.parametrize("colours", [theme.LIGHT, theme.DARK], ids=lambda c: c.name)
def test_fields_and_the_focus_ring_can_be_seen(colours):
    for ground in (colours.surface, colours.canvas):
        assert theme.contrast(colours.edge, ground) >= 3
        assert theme.contrast(colours.accent, ground) >= 3


def test_the_contrast_of_black_on_white_is_21():
    assert round(theme.contrast("#000000", "#FFFFFF"), 2) == 21


def test_the_sheet_has_every_colour_filled_in():
    for colours in (theme.LIGHT, theme.DARK):
        assert "$" not in theme.sheet(colours)


def test_no_radius_is_higher_than_half_of_what_it_rounds():
    sheet = (resource("style", "window.qss")).read_text(encoding="utf-8")
    pills = re.findall(r"pill=.*?border-radius: (\d+)px", sheet)
    assert pills
    assert all(int(radius) <= 11 for radius in pills)


def test_the_setting_chooses_the_colours(app):
    assert theme.choose("light") is theme.LIGHT
    assert theme.choose("dark") is theme.DARK
    assert theme.choose("system") in {theme.LIGHT, theme.DARK}
