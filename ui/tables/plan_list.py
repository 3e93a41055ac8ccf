"""The cases that go in a bundle and those that stay, with the reason."""

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFont, QPainter
from typing_extensions import override

from intake.text import Texts
from ui.tables.row_list import RowList, RowPainter, paint_text
from ui.tables.rows import RowsModel

if TYPE_CHECKING:
    from intake.desk.views import PlanLineView


class PlanPainter(RowPainter):
    """Alias and number on the left; how many records, or why not, on the right."""

    height = 44

    def __init__(self, texts: Texts, *, reasons: bool) -> None:
        """Speak the language of ``texts``; ``reasons`` says why instead of how much."""
        super().__init__()
        self._texts, self._reasons = texts, reasons

    @override
    def paint_line(self, painter: QPainter, place: QRect, line: object) -> None:
        case = cast("PlanLineView", line)
        bold = QFont.Weight.DemiBold
        width = paint_text(painter, place, case.alias, weight=bold)
        rest = place.adjusted(width + 10, 0, 0, 0)
        taken = paint_text(painter, rest, case.number, colour="muted", size=12)
        paint_text(
            painter,
            rest.adjusted(taken + 10, 0, 0, 0),
            said(self._texts, case, reasons=self._reasons),
            colour="muted",
            size=13,
            align=Qt.AlignmentFlag.AlignRight,
        )


class PlanRows(RowsModel):
    """Says a line in words for who does not see it."""

    def __init__(self, texts: Texts, *, reasons: bool) -> None:
        """Speak the language of ``texts``."""
        super().__init__()
        self._texts, self._reasons = texts, reasons

    @override
    def accessible(self, line: object) -> str:
        case = cast("PlanLineView", line)
        return f"{case.alias} {case.number} {said(self._texts, case, reasons=self._reasons)}"


def said(texts: Texts, case: "PlanLineView", *, reasons: bool) -> str:
    """Return why a case stays, or how much of it goes."""
    if reasons:
        return texts(case.why_text_id)
    return texts("send-records", count=case.records)


def plan_list(texts: Texts, name: str, *, reasons: bool = False) -> RowList:
    """Return a list for plan lines."""
    painter = PlanPainter(texts, reasons=reasons)
    return RowList(name, painter, PlanRows(texts, reasons=reasons))
