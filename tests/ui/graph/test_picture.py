"""The picture: the same nodes give the same picture, nothing covers anything, keys reach all."""

from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea

from tests.ui.graph.pictures import LARGE, MIDDLE, SMALL, picture
from ui import theme
from ui.widgets.graph import GraphPicture
from ui.widgets.graph_order import _near, crossings, order_of
from ui.widgets.graph_paint import pen_of
from ui.widgets.graph_place import CLOSE, MARGIN, ROOMY, place
from ui.widgets.graph_walk import step

SIZES = [SMALL, MIDDLE, LARGE]
WAYS = ("up", "down", "left", "right")
a_picture = st.builds(
    picture, st.integers(1, 12), st.integers(0, 30), st.integers(0, 1)
) | st.builds(picture, st.integers(6, 12), st.integers(0, 30), st.integers(2, 6))


def placed(view, width=700, height=500):
    return place(order_of(view.nodes, view.edges), view.edges, width, height)


@given(a_picture, st.randoms(use_true_random=False))
@settings(max_examples=30)
def test_the_order_in_which_nodes_come_changes_nothing(view, random):
    nodes, edges = list(view.nodes), list(view.edges)
    random.shuffle(nodes)
    random.shuffle(edges)
    again = place(order_of(nodes, edges), edges, 700, 500)
    assert again.spots == placed(view).spots
    assert again.frames == placed(view).frames


@given(a_picture, st.integers(200, 1400), st.integers(100, 900))
@settings(max_examples=30)
def test_no_node_covers_another_and_none_is_left_out(view, width, height):
    found = placed(view, width, height)
    assert set(found.spots) == {node.id for node in view.nodes}
    for one, other in combinations(found.spots.values(), 2):
        beside = one.x + one.width <= other.x or other.x + other.width <= one.x
        below = one.y + one.height <= other.y + 1e-6 or other.y + other.height <= one.y + 1e-6  # fmt: skip
        assert beside or below
    for spot in [*found.spots.values(), *found.frames.values()]:
        assert spot.x >= MARGIN
        assert spot.y >= MARGIN - 1e-6
        assert spot.y + spot.height <= found.height - MARGIN + 1e-6


@given(a_picture)
@settings(max_examples=20)
def test_arrows_reach_every_node_from_every_node(view):
    order, found = order_of(view.nodes, view.edges), placed(view)
    reached, waiting = set(), [view.nodes[-1].id]
    while waiting:
        here = waiting.pop()
        if here not in reached:
            reached.add(here)
            waiting += [step(here, way, order.columns, view.edges, found.spots) for way in WAYS]  # fmt: skip
    assert reached == {node.id for node in view.nodes}


@given(a_picture)
@settings(max_examples=20)
def test_turning_never_makes_more_lines_cross_than_there_were(view):
    from ui.widgets.graph_order import _first  # noqa: PLC0415

    near = _near(view.edges)
    begun = crossings(_first(view.nodes, view.edges), near)
    assert crossings(order_of(view.nodes, view.edges), near) <= begun


def test_suspects_of_one_person_stand_in_its_frame_and_others_do_not():
    found = placed(MIDDLE)
    frame = found.frames["p:suspect-00"]
    inside = {
        one
        for one, spot in found.spots.items()
        if frame.x <= spot.x
        and spot.x + spot.width <= frame.x + frame.width
        and frame.y <= spot.y
        and spot.y + spot.height <= frame.y + frame.height
    }
    assert inside == {"p:suspect-00", "suspect-00", "suspect-01", "suspect-02"}


def test_where_there_is_room_a_node_has_two_lines_and_never_less_than_one_that_is_read():
    assert placed(SMALL, 700, 500).density is ROOMY
    assert placed(LARGE, 700, 500).density is CLOSE
    assert placed(LARGE, 700, 500).height > 500  # it scrolls, the letters stay


def test_every_line_is_told_apart_without_colour(app):
    kinds = ("of-case", "same_network", "same_material", "candidate")
    dashes = [tuple(pen_of(kind).dashPattern()) for kind in kinds]
    assert len(set(dashes)) == len(kinds)
    for kind in kinds:
        colour = pen_of(kind).color().name()
        assert theme.contrast(colour, theme.now().canvas) >= 3


# --- the widget -----------------------------------------------------------------------


@pytest.fixture
def shown(qtbot, app):
    """The widget in a scroll area, with a picture."""

    held = []  # nobody else holds a window

    def show(view):
        widget, area = GraphPicture("그림"), QScrollArea()
        held.append(area)
        area.setWidget(widget)
        area.setWidgetResizable(True)
        qtbot.addWidget(area)
        area.resize(640, 480)
        area.show()
        widget.show_graph(view.nodes, view.edges, {node.id: f"{node.kind} {node.label}" for node in view.nodes})  # fmt: skip
        widget.setFocus(Qt.FocusReason.TabFocusReason)
        return widget

    return show


@pytest.mark.parametrize("view", SIZES, ids=["5", "20", "60"])
def test_the_same_picture_is_drawn_again_to_the_last_point(shown, view):
    one, other = shown(view), shown(view)
    assert one.grab().toImage() == other.grab().toImage()


def test_keys_walk_open_and_leave(shown, qtbot):
    widget = shown(MIDDLE)
    widget.choose("suspect-00")
    with qtbot.waitSignal(widget.chosen) as went:
        qtbot.keyClick(widget, Qt.Key.Key_Left)
    assert went.args == ["case-00"]
    with qtbot.waitSignal(widget.opened) as opened:
        qtbot.keyClick(widget, Qt.Key.Key_Return)
    assert opened.args == ["case-00"]
    with qtbot.waitSignal(widget.left):
        qtbot.keyClick(widget, Qt.Key.Key_Escape)
    qtbot.keyClick(widget, Qt.Key.Key_End)
    assert widget.here.startswith("case-")


def test_a_click_chooses_and_a_second_opens(shown, qtbot):
    widget = shown(SMALL)
    spot = widget.placed.spots["m:00"]
    middle = widget.rect().topLeft()
    middle.setX(round(spot.x + spot.width / 2))
    middle.setY(round(spot.middle))
    with qtbot.waitSignal(widget.chosen) as went:
        qtbot.mouseClick(widget, Qt.MouseButton.LeftButton, pos=middle)
    assert went.args == ["m:00"]
    with qtbot.waitSignal(widget.opened):
        qtbot.mouseDClick(widget, Qt.MouseButton.LeftButton, pos=middle)


def test_what_the_keyboard_stands_on_is_said_and_brought_into_sight(shown, qtbot):
    widget = shown(LARGE)
    widget.choose(LARGE.centre)
    with qtbot.waitSignal(widget.shown) as seen:
        qtbot.keyClick(widget, Qt.Key.Key_End)
    assert widget.accessibleDescription() == widget.name_of(widget.here)
    spot = widget.placed.spots[widget.here]
    assert seen.args[0].contains(round(spot.x) + 1, round(spot.middle))


def test_lines_left_out_move_nothing(shown):
    widget = shown(MIDDLE)
    before = widget.placed
    widget.show_only(frozenset({"candidate"}))
    assert widget.placed == before


def test_every_node_has_a_name_of_its_own(shown):
    widget = shown(MIDDLE)
    assert all(widget.name_of(one) for one in widget.ids)
    assert sorted(widget.ids) == sorted(node.id for node in MIDDLE.nodes)
