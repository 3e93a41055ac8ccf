"""A candidate in the list: how strong in a word and a shape, the evidence, both sides' numbers."""

from typing import cast

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter
from typing_extensions import override

from intake.desk.views.matches import Candidate
from intake.desk.views.people import visible
from intake.text import Texts
from ui import theme
from ui.tables.row_list import RowList, RowPainter, paint_text
from ui.tables.rows import RowsModel
from ui.widgets.pill import State

_LINE, _PILL, _PAD, _LONG = 22, 20, 9, 120
TONES: dict[str, State] = {"VERY_HIGH": "wait", "HIGH": "info"}
_SHAPES = {"VERY_HIGH": "●", "HIGH": "◐", "REVIEW": "○"}


def strength(row: Candidate) -> str:
    """Return how strong a candidate is, in a shape and a word."""
    return f"{_SHAPES.get(row.word, '–')} {row.word_label}"


def says_most(row: Candidate) -> str:
    """Return the weightiest reason; where all is weak it may be a name, which stays covered."""
    return "" if row.word == "WEAK" else visible(row.headline, _LONG)


def sides(texts: Texts, row: Candidate) -> str:
    """Return the numbers of both sides; during an interview only that they are covered."""
    if not row.one_numbers and not row.other_numbers:
        return texts("cand-quiet")
    return " ↔ ".join(_some(texts, one) for one in (row.one_numbers, row.other_numbers))


def _some(texts: Texts, numbers: tuple[str, ...]) -> str:
    if len(numbers) > 1:
        return texts("cand-and-more", number=numbers[0], count=len(numbers) - 1)
    return "".join(numbers)


class CandidatePainter(RowPainter):
    """Draws a ``Candidate``."""

    height = 94

    def __init__(self, texts: Texts) -> None:
        """Speak the language of ``texts``."""
        super().__init__()
        self._texts = texts

    @override
    def paint_line(self, painter: QPainter, place: QRect, line: object) -> None:
        told = cast("Candidate", line)
        top = QRect(place.x(), place.y() - 1, place.width(), _LINE)
        taken = _paint_strength(painter, top, told)
        rest = top.adjusted(taken + 10, 0, 0, 0)
        right = Qt.AlignmentFlag.AlignRight
        state = (
            told.state_label if told.state != "NEW" else " · ".join(told.center_names)
        )
        paint_text(painter, rest, state, colour="muted", size=12, align=right)  # fmt: skip
        headline = says_most(told) or told.kind_label
        low = top.translated(0, _LINE + 5)
        paint_text(painter, low, headline, size=15, weight=QFont.Weight.DemiBold)
        paint_text(painter, low.translated(0, _LINE + 2), sides(self._texts, told), colour="muted", size=13)  # fmt: skip


class CandidateRows(RowsModel):
    """Says a candidate in words."""

    def __init__(self, texts: Texts) -> None:
        """Speak the language of ``texts``."""
        super().__init__()
        self._texts = texts

    @override
    def accessible(self, line: object) -> str:
        told = cast("Candidate", line)
        words = (told.word_label, says_most(told), sides(self._texts, told))  # fmt: skip
        return ", ".join(filter(None, (*words, told.state_label)))


def candidate_list(texts: Texts) -> RowList:
    """Return an empty list of candidates."""
    return RowList(texts("cand-list"), CandidatePainter(texts), CandidateRows(texts))


def _paint_strength(painter: QPainter, place: QRect, row: Candidate) -> int:
    """Draw the strength as a pill at the left, and return its width."""
    tone, text = TONES.get(row.word, "no"), strength(row)
    font = QFont(theme.FAMILY)
    font.setPixelSize(12)
    font.setWeight(QFont.Weight.Medium)
    painter.setFont(font)
    width = painter.fontMetrics().horizontalAdvance(text) + 2 * _PAD
    ground = QRectF(place.x(), place.y() + 1, width, _PILL)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(getattr(theme.now(), f"{tone}_soft")))
    painter.drawRoundedRect(ground, 10, 10)
    painter.setPen(QColor(getattr(theme.now(), tone)))
    painter.drawText(ground, Qt.AlignmentFlag.AlignCenter, text)
    return width
