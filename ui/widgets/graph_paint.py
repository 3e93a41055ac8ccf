"""How the picture is drawn (그림 그리기): every kind of node has its shape, every line its dashes.

* Colour never speaks alone: a line is told apart by its dashes, a node by its icon.
* Colours come from the theme at the moment of drawing.
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPainterPath, QPen

from ui import theme
from ui.widgets.graph_place import Density, Placed, Spot

if TYPE_CHECKING:
    from intake.desk.views.joint import Edge, Node

ICONS = {"case": "folder", "profile": "users", "suspect": "user", "mark": "tag"}
_ICON, _PAD, _RING, _LETTER = 13, 8, 2.0, 12
_BULGE, _FARTHER, _BULGES = 14, 7, 5
_CUTS = {  # a number says most at its end, an account at both
    "case": Qt.TextElideMode.ElideLeft,
    "suspect": Qt.TextElideMode.ElideLeft,
    "mark": Qt.TextElideMode.ElideMiddle,
}
_DASHES: dict[str, list[float]] = {
    "same_network": [9, 4],
    "same_material": [9, 3, 2, 3],
    "candidate": [2, 4],
}


@dataclass(frozen=True, slots=True)
class Look:
    """What a node looks like at this moment."""

    chosen: bool = False
    near: bool = False  # joined with what is chosen
    focused: bool = False


def pen_of(kind: str, *, strong: bool = False) -> QPen:
    """Return the pen of a kind of line."""
    colours = theme.now()
    tied = kind in _DASHES
    tone = colours.accent if strong else colours.text if tied else colours.edge
    pen = QPen(QColor(tone), 2.2 if strong else 1.8 if tied else 1.2)
    if tied:
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        pen.setDashPattern([part / pen.widthF() for part in _DASHES[kind]])
    return pen


def paint_edge(painter: QPainter, edge: "Edge", placed: Placed, rank: int, *, strong: bool) -> None:  # fmt: skip
    """Draw a line between two nodes; suspects of one person stand in its frame instead."""
    one, other = placed.spots.get(edge.one), placed.spots.get(edge.other)
    if one is None or other is None or edge.kind == "same_person":
        return
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(pen_of(edge.kind, strong=strong))
    painter.drawPath(path_between(one, other, rank))


def path_between(one: Spot, other: Spot, rank: int = 0) -> QPainterPath:
    """Return the way of a line: across a gutter, or round the left in a column of its own.

    ``rank`` keeps lines that go round apart.
    """
    if abs(one.x - other.x) < min(one.width, other.width):
        return _round(one, other, rank)
    left, right = (one, other) if one.x < other.x else (other, one)
    begin, end = QPointF(left.x + left.width, left.middle), QPointF(right.x, right.middle)  # fmt: skip
    bend = (end.x() - begin.x()) / 2
    path = QPainterPath(begin)
    path.cubicTo(begin + QPointF(bend, 0), end - QPointF(bend, 0), end)
    return path


def _round(one: Spot, other: Spot, rank: int) -> QPainterPath:
    begin, end = QPointF(one.x, one.middle), QPointF(other.x, other.middle)
    bulge = QPointF(_BULGE + _FARTHER * (rank % _BULGES), 0)
    path = QPainterPath(begin)
    path.cubicTo(begin - bulge, end - bulge, end)
    return path


def paint_frame(painter: QPainter, spot: Spot, *, strong: bool) -> None:
    """Draw the ground on which the suspects of one person stand."""
    colours = theme.now()
    painter.setBrush(QColor(colours.raised))
    painter.setPen(QPen(QColor(colours.accent if strong else colours.rim), 1.4))
    painter.drawRoundedRect(_rect(spot), theme.RADIUS_CARD, theme.RADIUS_CARD)


def paint_node(painter: QPainter, node: "Node", spot: Spot, density: Density, look: Look) -> None:  # fmt: skip
    """Draw a node: its ground, its icon, its words."""
    colours, place = theme.now(), _rect(spot)
    edge = colours.accent if look.chosen or look.near else colours.edge
    pen = QPen(QColor(edge), 2.0 if look.chosen else 1.2)
    if node.shared:
        pen.setDashPattern([4, 3])
    painter.setPen(pen)
    painter.setBrush(QColor(colours.accent_soft if look.chosen else colours.surface))
    corner = {"case": 4.0, "mark": 8.0}.get(node.kind, min(spot.height / 2, 16.0))
    painter.drawRoundedRect(place, corner, corner)
    if look.focused:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(colours.accent), _RING))
        painter.drawRoundedRect(place.adjusted(-3, -3, 3, 3), corner + 3, corner + 3)
    _paint_words(painter, node, place, density)


def _paint_words(painter: QPainter, node: "Node", place: QRectF, density: Density) -> None:  # fmt: skip
    colours = theme.now()
    icon = QRectF(place.x() + _PAD, place.center().y() - _ICON / 2, _ICON, _ICON)
    theme.draw_icon(painter, ICONS[node.kind], colours.muted, icon)
    inner = place.adjusted(_PAD + _ICON + 5, 0, -_PAD, 0)
    strong = QFont.Weight.DemiBold if node.kind in {"case", "profile"} else QFont.Weight.Medium  # fmt: skip
    cut = _CUTS.get(node.kind, Qt.TextElideMode.ElideRight)
    if density.lines == 1:
        _line(painter, inner, node.label, "text", strong, cut)
        return
    half = inner.height() / 2
    above = QRectF(inner.x(), inner.y() + 4, inner.width(), half - 3)
    below = QRectF(inner.x(), inner.y() + half + 1, inner.width(), half - 5)
    _line(painter, above, node.label, "text", strong, cut)
    _line(painter, below, node.sub, "muted", QFont.Weight.Normal, cut)


def _line(painter: QPainter, place: QRectF, text: str, ink: str, weight: QFont.Weight, cut: Qt.TextElideMode) -> None:  # fmt: skip
    font = QFont(theme.FAMILY)
    font.setPixelSize(_LETTER)
    font.setWeight(weight)
    painter.setFont(font)
    painter.setPen(QColor(getattr(theme.now(), ink)))
    shown = painter.fontMetrics().elidedText(text, cut, int(place.width()))
    painter.drawText(place, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)  # fmt: skip


def _rect(spot: Spot) -> QRectF:
    return QRectF(spot.x, spot.y, spot.width, spot.height)
