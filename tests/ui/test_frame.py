import pytest
from hypothesis import given
from hypothesis import strategies as st

from ui.frame import RAIL_NARROW, STRIP, Wish, arrange

WIDTHS = st.integers(min_value=860, max_value=4000)
WISHES = st.builds(Wish, st.booleans(), st.booleans(), st.booleans(), st.booleans())


@given(width=WIDTHS, wish=WISHES)
def test_the_centre_is_never_squeezed_and_never_leaves_the_window(width, wish):
    places = arrange(width, wish)
    x, centre = places.centre
    assert centre >= 560
    assert x + centre <= width


@given(width=WIDTHS, wish=WISHES)
def test_nothing_covers_the_rail(width, wish):
    places = arrange(width, wish)
    rail = places.rail[1]
    for x, size in (places.strip, places.list, places.centre, places.side):
        assert size == 0 or x >= rail


@pytest.mark.parametrize(
    ("width", "rail", "strip", "listed"),
    [(1440, 184, 0, 336), (1180, 184, 0, 336), (1179, 184, STRIP, 0), (999, RAIL_NARROW, STRIP, 0)],
)  # fmt: skip
def test_what_folds_at_which_width(width, rail, strip, listed):
    places = arrange(width, Wish(has_list=True, has_side=False))
    assert (places.rail[1], places.strip[1], places.list[1]) == (rail, strip, listed)


def test_the_side_lies_over_the_centre_where_there_is_no_room():
    wide = arrange(1400, Wish(has_list=False, has_side=True))
    narrow = arrange(1200, Wish(has_list=False, has_side=True))
    assert wide.centre[0] + wide.centre[1] == wide.side[0]
    assert narrow.centre[0] + narrow.centre[1] == 1200
