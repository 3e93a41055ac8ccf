"""A chart draws what a picture holds, and can be walked without eyes."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QImage

from intake.counting.bars import bars
from intake.desk.views.drawing import drawn, is_hidden
from intake.desk.views.statistics import CountedTable, Picture
from ui import theme
from ui.widgets.chart import Chart
from ui.widgets.chart_ink import INKS
from ui.widgets.chart_walk import Walk

GROUPS = (("10대", (6, None)), ("20대", (7, 3)), ("30대", (0, 1)))
TABLE = CountedTable("T2", "연령대", "PERSONS", "명", "V1 v1", "규칙", "연령대", (), ())
PICTURE = Picture(
    "ages", "연령대와 성별", "명", "규칙", ("여성", "남성"), GROUPS, TABLE
)


@pytest.fixture
def chart(app, qtbot):
    made = Chart(PICTURE, lambda group, series: f"{group}/{series}", str, "감춤")
    qtbot.addWidget(made)
    made.resize(600, made.height())
    made.show()
    return made


def test_a_hidden_number_has_no_height_and_the_others_stand_as_on_paper():
    paper = bars([(name, [one or 0 for one in values]) for name, values in GROUPS], 400, 100)  # fmt: skip
    assert drawn(PICTURE, 400, 100) == paper
    assert [is_hidden(PICTURE, 0, at) for at in (0, 1)] == [False, True]


def test_no_two_series_are_told_apart_by_colour_alone():
    assert len({ink.pattern for ink in INKS}) == len(INKS)


def test_arrows_walk_every_bar_once_and_stop_at_the_ends():
    walk, here, seen = Walk(3, 2), (0, 0), [(0, 0)]
    while (then := walk.step(here, "right")) != here:
        seen.append(then)
        here = then
    assert seen == [(group, series) for group in range(3) for series in range(2)]
    assert walk.step((0, 1), "group-right") == (1, 1)
    assert walk.step((0, 1), "group-left") == (0, 1)
    assert walk.step(None, "first") == (0, 0)
    assert Walk(0, 2).step(None, "right") is None


def test_keys_and_the_mouse_say_the_same_bar(chart, qtbot):
    told = []
    chart.told.connect(told.append)
    chart.setFocus()
    chart.go((0, 0))
    qtbot.keyClick(chart, Qt.Key.Key_Right, Qt.KeyboardModifier.ControlModifier)
    middle = chart.drawing.column(1, 0).center().toPoint()
    qtbot.mouseClick(chart, Qt.MouseButton.LeftButton, pos=middle)
    assert told[-2:] == ["1/0", "1/0"]
    assert chart.accessibleDescription() == "1/0"
    assert chart.accessibleName() == PICTURE.title


def test_enter_and_two_clicks_open_a_bar(chart, qtbot):
    opened = []
    chart.opened.connect(lambda group, series: opened.append((group, series)))
    chart.setFocus()
    chart.go((2, 1))
    qtbot.keyClick(chart, Qt.Key.Key_Return)
    there = chart.drawing.column(1, 1).center().toPoint()
    qtbot.mouseDClick(chart, Qt.MouseButton.LeftButton, pos=there)
    assert opened == [(2, 1), (1, 1)]


@pytest.mark.parametrize("mode", ["light", "dark"])
def test_a_bar_is_as_high_as_its_number_and_a_gap_is_marked(chart, mode):
    shot = chart.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    ratio, colours = shot.devicePixelRatio(), theme.now()
    strip = chart.drawing.column(1, 0)
    top = strip.bottom() - next(one.height for one in chart.drawing.bars.bars if (one.group, one.series) == (1, 0))  # fmt: skip

    def ink(x, y):
        return shot.pixelColor(QPoint(round(x * ratio), round(y * ratio)))

    assert colours.name == mode
    assert ink(strip.center().x(), top + 3) == QColor(colours.accent)
    assert ink(strip.center().x(), strip.bottom() - 3) == QColor(colours.accent)
    gap = chart.drawing.column(0, 1)
    assert ink(gap.center().x(), gap.y() + 20) == QColor(colours.raised)


def test_a_picture_without_groups_is_drawn_and_walked(app, qtbot):
    empty = Chart(Picture("ages", "빈 그림", "명", "", ("여성",), (), TABLE), lambda *_at: "", str, "감춤")  # fmt: skip
    qtbot.addWidget(empty)
    empty.show()
    empty.setFocus()
    qtbot.keyClick(empty, Qt.Key.Key_Right)
    qtbot.keyClick(empty, Qt.Key.Key_Return)
    assert empty.grab().width()
    assert empty.here is None
