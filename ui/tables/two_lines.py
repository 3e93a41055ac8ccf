"""A list of short things: a line, a line under it, and one state at the right.

Pages turn their values into ``TwoLines``; what the row stands for travels in ``value``.
"""

from dataclasses import dataclass
from typing import cast

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter
from typing_extensions import override

from intake.text import Texts
from ui import theme
from ui.tables.row_list import RowList, RowPainter, paint_text
from ui.tables.rows import RowsModel

_LINE, _PILL, _PAD = 22, 20, 9
_RIGHT = Qt.AlignmentFlag.AlignRight


@dataclass(frozen=True, slots=True)
class TwoLines:
    """One row."""

    title: str
    under: str
    state: str = ""
    tone: str = "info"  # ok | wait | no | info
    new: bool = False  # a dot before the title, said as a word by ``state``
    value: object = None


class TwoLinesPainter(RowPainter):
    """Draws a ``TwoLines``."""

    height = 68

    @override
    def paint_line(self, painter: QPainter, place: QRect, line: object) -> None:
        told = cast("TwoLines", line)
        top = QRect(place.x(), place.y() - 1, place.width(), _LINE)
        taken = _paint_state(painter, top, told) if told.state else 0
        room = top.adjusted(0, 0, -taken - 8 if taken else 0, 0)
        if told.new:
            room = _paint_dot(painter, room)
        weight = QFont.Weight.DemiBold
        paint_text(painter, room, told.title, size=15, weight=weight)
        low = top.translated(0, _LINE + 4)
        paint_text(painter, low, told.under, colour="muted", size=13)


class TwoLinesRows(RowsModel):
    """Says a row in words."""

    @override
    def accessible(self, line: object) -> str:
        told = cast("TwoLines", line)
        return ", ".join(filter(None, (told.title, told.state, told.under)))


def two_line_list(name: str) -> RowList:
    """Return an empty list called ``name``."""
    return RowList(name, TwoLinesPainter(), TwoLinesRows())


def counted(texts: Texts, **counts: int) -> str:
    """Return the counts that are not zero, each in its words, with dots between."""
    said = (texts(f"prof-count-{name}", count=count) for name, count in counts.items() if count)  # fmt: skip
    return " · ".join(said)


def _paint_dot(painter: QPainter, room: QRect) -> QRect:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(theme.now().accent))
    painter.drawEllipse(QRectF(room.x(), room.y() + 7, 8, 8))
    return room.adjusted(15, 0, 0, 0)


def _paint_state(painter: QPainter, place: QRect, line: TwoLines) -> int:
    """Draw the state as a pill at the right, and return its width."""
    font = QFont(theme.FAMILY)
    font.setPixelSize(12)
    font.setWeight(QFont.Weight.Medium)
    painter.setFont(font)
    width = painter.fontMetrics().horizontalAdvance(line.state) + 2 * _PAD
    ground = QRectF(place.right() - width + 1, place.y() + 1, width, _PILL)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(getattr(theme.now(), f"{line.tone}_soft")))
    painter.drawRoundedRect(ground, 10, 10)
    painter.setPen(QColor(getattr(theme.now(), line.tone)))
    painter.drawText(ground, Qt.AlignmentFlag.AlignCenter, line.state)
    return width
