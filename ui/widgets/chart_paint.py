"""How a chart is drawn (막대 그리기): scale, bars, numbers above them, names below.

* Numbers stand above their bars where all have room; every number is in the table behind.
* Names of many groups are thinned, names of few go on in a second line.
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen

from intake.desk.views.drawing import Bar, Bars, drawn, is_hidden
from ui import theme
from ui.widgets.chart_ink import fill_bar, ink_of, mark_gap

if TYPE_CHECKING:
    from collections.abc import Callable

    from intake.desk.views.statistics import Picture

_ABOVE, _LINE, _LETTER, _PAD, _RIGHT = 30, 16, 11, 8, 6
_MANY = 14  # groups from here on are thinned instead of wrapped
_FILLED, _THIN = 0.92, 9  # the narrowest bar that has its number above it, turned
Numbers = Literal["upright", "turned", "none"]
_CENTRE = Qt.AlignmentFlag.AlignHCenter


@dataclass(frozen=True, slots=True)
class Drawing:
    """A picture with its place: everything that is drawn, in pixels."""

    picture: "Picture"
    plot: QRectF
    bars: Bars
    written: "Callable[[int], str]"  # how a number is written
    hidden: str  # the word in a gap
    numbers: Numbers  # how they stand above their bars, all alike

    def column(self, group: int, series: int) -> QRectF:
        """Return the strip a bar stands in, from below to above."""
        bar = self.bars.bars[group * len(self.picture.series) + series]
        x = self.plot.x() + bar.x
        return QRectF(x, self.plot.y(), bar.width, self.plot.height())

    def at(self, x: float) -> tuple[int, int] | None:
        """Return the bar at a place of the width; the nearest of its group."""
        found = [one for one in self.bars.bars if one.x <= x - self.plot.x() < one.x + one.width]  # fmt: skip
        return (found[0].group, found[0].series) if found else None


def lay_out(picture: "Picture", width: float, height: float, written: "Callable[[int], str]", hidden: str) -> Drawing:  # fmt: skip
    """Give a picture its place in a widget of this size."""
    metrics, count = QFontMetrics(letter()), max(len(picture.groups), 1)
    most = max([0, *(one or 0 for _, values in picture.groups for one in values)])
    left = metrics.horizontalAdvance(written(most * 2)) + 2 * _PAD
    across = max(width - left - _RIGHT, 1)
    widest = max((metrics.horizontalAdvance(name) for name, _ in picture.groups), default=0)  # fmt: skip
    lines = 2 if count < _MANY and widest > across / count else 1
    plot = QRectF(left, _ABOVE, across, max(height - _ABOVE - 6 - lines * _LINE, 1))
    room = widest + _PAD if count >= _MANY else 0
    bars = drawn(picture, plot.width(), plot.height(), room)
    wide = max((metrics.horizontalAdvance(written(bar.value)) for bar in bars.bars), default=0)  # fmt: skip
    return Drawing(picture, plot, bars, written, hidden, _numbers(picture, bars, across / count, wide))  # fmt: skip


def _numbers(picture: "Picture", bars: Bars, step: float, wide: int) -> Numbers:
    """Return whether the widest number has room above its bar, upright or turned."""
    bar = bars.bars[0].width if bars.bars else 0.0
    if wide <= (bar if len(picture.series) > 1 else step):
        return "upright"
    return "turned" if bar >= _THIN and len(picture.groups) < _MANY else "none"


def letter(weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
    """Return the type of a chart."""
    font = QFont(theme.FAMILY)
    font.setPixelSize(_LETTER)
    font.setWeight(weight)
    return font


def paint_chart(painter: QPainter, one: Drawing, here: tuple[int, int] | None, *, focused: bool) -> None:  # fmt: skip
    """Draw a picture; ``here`` is the bar the keyboard stands on."""
    painter.setFont(letter())
    _paint_scale(painter, one)
    if here is not None:
        _paint_here(painter, one.column(*here), focused=focused)
    for bar in one.bars.bars:
        if is_hidden(one.picture, bar.group, bar.series):
            _paint_gap(painter, one, bar)
        else:
            _paint_bar(painter, one, bar)
    _paint_names(painter, one)


def _paint_scale(painter: QPainter, one: Drawing) -> None:
    colours, plot = theme.now(), one.plot
    for tick in one.bars.ticks:
        y = plot.bottom() - tick.y
        painter.setPen(QPen(QColor(colours.line if tick.value else colours.edge), 1))
        painter.drawLine(QPointF(plot.x(), y), QPointF(plot.right(), y))
        painter.setPen(QColor(colours.muted))
        place = QRectF(0, y - 8, plot.x() - _PAD, 16)
        painter.drawText(place, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, one.written(tick.value))  # fmt: skip


def _paint_here(painter: QPainter, column: QRectF, *, focused: bool) -> None:
    colours, place = theme.now(), column.adjusted(-3, -4, 3, 3)
    painter.setBrush(QColor(colours.accent_soft))
    painter.setPen(QPen(QColor(colours.accent), 2) if focused else Qt.PenStyle.NoPen)
    painter.drawRoundedRect(place, 4, 4)


def _paint_bar(painter: QPainter, one: Drawing, bar: Bar) -> None:
    plot = one.plot
    x = plot.x() + bar.x
    place = QRectF(x, plot.bottom() - bar.height, bar.width * _FILLED, bar.height)
    if not bar.value:
        return
    fill_bar(painter, place, ink_of(bar.series))
    text, room = one.written(bar.value), plot.width() / len(one.picture.groups)
    painter.setPen(QColor(theme.now().text))
    if one.numbers == "upright":
        above = QRectF(place.center().x() - room, place.y() - 17, 2 * room, 14)
        painter.drawText(above, _CENTRE | Qt.AlignmentFlag.AlignBottom, text)
    elif one.numbers == "turned":
        wide = painter.fontMetrics().horizontalAdvance(text)
        above = QRectF(place.x(), place.y() - wide - 8, place.width(), wide + 4)
        _write_upwards(painter, above, text)


def _paint_gap(painter: QPainter, one: Drawing, bar: Bar) -> None:
    """Mark a gap from below to above: a height would be read as a number."""
    plot = one.plot
    place = QRectF(plot.x() + bar.x + 1, plot.y(), bar.width * _FILLED - 2, plot.height())  # fmt: skip
    mark_gap(painter, place)
    if bar.width >= _THIN:
        painter.setPen(QColor(theme.now().muted))
        _write_upwards(painter, place, one.hidden)


def _write_upwards(painter: QPainter, place: QRectF, text: str) -> None:
    painter.save()
    painter.translate(place.center())
    painter.rotate(-90)
    half = max(place.width(), painter.fontMetrics().height()) / 2
    turned = QRectF(-place.height() / 2, -half, place.height(), 2 * half)
    painter.drawText(turned, Qt.AlignmentFlag.AlignCenter, text)
    painter.restore()


def _paint_names(painter: QPainter, one: Drawing) -> None:
    plot, groups = one.plot, one.picture.groups
    step = plot.width() / max(len(groups), 1)
    wrapped = len(groups) < _MANY
    painter.setPen(QColor(theme.now().muted))
    for (name, _), middle, fits in zip(groups, one.bars.middles, one.bars.named, strict=True):  # fmt: skip
        if not fits:
            continue
        half = step / 2 - 1 if wrapped else painter.fontMetrics().horizontalAdvance(name)  # fmt: skip
        place = QRectF(plot.x() + middle - half, plot.bottom() + 5, 2 * half, 2 * _LINE)  # fmt: skip
        flags = int(_CENTRE | Qt.AlignmentFlag.AlignTop | (Qt.TextFlag.TextWordWrap if wrapped else Qt.TextFlag.TextSingleLine))  # fmt: skip
        painter.drawText(place, flags, name)
