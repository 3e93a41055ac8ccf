"""How the series of a chart are told apart (무늬): by pattern first, by colour too.

* No two series share a pattern: who sees no colours, and a copy in grey, reads the same.
* Colours come from the theme at the moment of drawing.
"""

from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPen

from ui import theme

_Pattern = Qt.BrushStyle


@dataclass(frozen=True, slots=True)
class Ink:
    """A ground, what is drawn over it, and the colour of both."""

    line: str  # the theme's name of the colour of edge and pattern
    ground: str
    pattern: Qt.BrushStyle


INKS = (
    Ink("accent", "accent", _Pattern.SolidPattern),
    Ink("wait", "wait_soft", _Pattern.BDiagPattern),
    Ink("ok", "ok_soft", _Pattern.Dense6Pattern),
    Ink("no", "surface", _Pattern.HorPattern),
    Ink("text", "no_soft", _Pattern.DiagCrossPattern),
    Ink("accent", "accent_soft", _Pattern.VerPattern),
    Ink("muted", "surface", _Pattern.NoBrush),
    Ink("ok", "surface", _Pattern.FDiagPattern),
    Ink("wait", "surface", _Pattern.CrossPattern),
)


def ink_of(series: int) -> Ink:
    """Return how a series is drawn; they begin again where there are too many."""
    return INKS[series % len(INKS)]


def fill_bar(painter: QPainter, place: QRectF, ink: Ink) -> None:
    """Draw a bar."""
    colours = theme.now()
    line = QColor(getattr(colours, ink.line))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(getattr(colours, ink.ground)))
    painter.drawRect(place)
    painter.setBrush(QBrush(line, ink.pattern))
    painter.setPen(QPen(line, 1))
    painter.drawRect(place)


def mark_gap(painter: QPainter, place: QRectF) -> None:
    """Draw the place of a number that is not shown."""
    colours = theme.now()
    pen = QPen(QColor(colours.edge), 1)
    pen.setDashPattern([3, 3])
    painter.setPen(pen)
    painter.setBrush(QColor(colours.raised))
    painter.drawRect(place)
