"""The list of cases: two lines each, so that no two rows look alike (사건 목록).

* Above: the name and the number, and when something was last said. Below: the stage, the age
  or that it is a minor, what is not yet sent, and how much is deleted as a bar.
* Colour never speaks alone: every state is a word.
"""

from typing import cast

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QFont, QPainter
from typing_extensions import override

from intake.clock import local, wall_ms
from intake.desk.views import CaseLine
from intake.text import Texts
from ui import theme
from ui.tables.row_list import RowList, RowPainter, paint_bar, paint_text
from ui.tables.rows import RowsModel

_LINE, _BAR, _ICON = 22, 3, 14
_RIGHT = Qt.AlignmentFlag.AlignRight


class CasePainter(RowPainter):
    """Draws a ``CaseLine``."""

    height = 72

    def __init__(self, texts: Texts) -> None:
        """Speak the language of ``texts``."""
        super().__init__()
        self._texts = texts

    @override
    def paint_line(self, painter: QPainter, place: QRect, line: object) -> None:
        case = cast("CaseLine", line)
        top = QRect(place.x(), place.y() - 1, place.width(), _LINE)
        low = top.translated(0, _LINE)
        self._paint_name(painter, top, case)
        self._paint_stage(painter, low, case)
        if case.requested:
            bar = QRectF(place.x(), place.bottom() - 2, place.width(), _BAR)
            paint_bar(painter, bar, case.removed / case.requested)

    def _paint_name(self, painter: QPainter, place: QRect, case: CaseLine) -> None:
        when = said_when(self._texts, case.last_said_ms)
        taken = paint_text(painter, place, when, colour="muted", size=12, align=_RIGHT)
        room = place.adjusted(0, 0, -taken - 8, 0)
        number = QFont(theme.FAMILY)
        number.setPixelSize(12)
        name = case.alias or self._texts("casework-no-alias")
        ink = "text" if case.alias else "muted"
        width = paint_text(
            painter,
            room.adjusted(0, 0, -108, 0),
            name,
            colour=ink,
            size=15,
            weight=QFont.Weight.DemiBold,
        )
        rest = room.adjusted(width + 8, 0, 0, 0)
        paint_text(painter, rest, case.number, colour="muted", size=12)

    def _paint_stage(self, painter: QPainter, place: QRect, case: CaseLine) -> None:
        right = place
        if case.requested:
            share = f"{case.removed}/{case.requested}"
            taken = paint_text(
                painter, right, share, colour="muted", size=12, align=_RIGHT
            )
            right = right.adjusted(0, 0, -taken - 8, 0)
        if case.unsent:
            spot = QRectF(right.right() - _ICON, right.y() + 4, _ICON, _ICON)
            theme.draw_icon(painter, "send", theme.now().muted, spot)
            right = right.adjusted(0, 0, -_ICON - 8, 0)
        words = " · ".join(said_stage(self._texts, case))
        paint_text(painter, right, words, colour="muted", size=13)


class CaseRows(RowsModel):
    """Says a case in words for who does not see it."""

    def __init__(self, texts: Texts) -> None:
        """Speak the language of ``texts``."""
        super().__init__()
        self._texts = texts

    @override
    def accessible(self, line: object) -> str:
        case, says = cast("CaseLine", line), self._texts
        parts = [case.alias or says("casework-no-alias"), case.number]
        parts += said_stage(says, case)
        if case.requested:
            parts.append(
                says("cases-progress", removed=case.removed, requested=case.requested)
            )
        if case.unsent:
            parts.append(says("cases-unsent"))
        parts.append(said_when(says, case.last_said_ms))
        return ", ".join(parts)


def said_stage(texts: Texts, case: CaseLine) -> list[str]:
    """Return the stage, the age and that it is a minor, each in words."""
    parts = [texts(case.stage_text_id)]
    if case.age is not None:
        parts.append(texts("casework-age", age=case.age))
    if case.minor:
        parts.append(texts("cases-minor"))
    return parts


def said_when(texts: Texts, ms: int) -> str:
    """Return when something was said: today by the clock, before that by the day."""
    moment, now = local(ms), local(wall_ms())
    if moment.date() == now.date():
        return texts("cases-today", time=texts.time(ms))
    if moment.year == now.year:
        return texts("cases-short-day", month=str(moment.month), day=str(moment.day))
    return moment.date().isoformat()


def case_list(texts: Texts) -> RowList:
    """Return a list for case lines."""
    return RowList(texts("cases-list"), CasePainter(texts), CaseRows(texts))
