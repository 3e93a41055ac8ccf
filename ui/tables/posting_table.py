"""The table of a case's postings: where, since when, what was asked, what came of it.

* The state is a word with a mark, a day that is past says so: colour never speaks alone.
* Short days are worded once and kept; a row is painted many times.
"""

import datetime as dt
from functools import cache
from typing import cast

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, Qt
from PySide6.QtGui import QFont, QPainter
from typing_extensions import override

from intake.clock import local, wall_ms
from intake.desk.views.deleting import PostingLine
from intake.text import Texts
from ui import theme
from ui.tables.rows import LineRole, RowsModel
from ui.tables.table import CellPainter, Table, TableColumn, ink, paint_box
from ui.widgets.pill import State

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_PILL = 22
_WIDEST = 14  # pixels of a letter, at most
_WAY = slice(0, 10)  # a day without its time
_TONES: dict[str, tuple[State, str]] = {
    "REMOVED": ("ok", "✓ "),
    "DELISTED": ("ok", "✓ "),
    "GONE": ("ok", "✓ "),
    "BLOCKED": ("ok", "✓ "),
    "REUPLOADED": ("wait", "· "),
    "RESTORED": ("wait", "· "),
    "REFUSED": ("no", "– "),
    "FOUND": ("no", ""),
}


_PLAIN: tuple[State, str] = ("info", "")
_WIDTHS = {  # in Korean, and how needed: the smallest goes first where the place ends
    "platform": (96, 1),
    "reposts": (60, 2),
    "found_on": (84, 3),
    "next_check": (104, 4),
    "result_on": (76, 5),
    "requested_on": (76, 6),
    "result": (104, 8),
}
_WIDER = {"platform", "next_check", "result", "reposts"}  # words, in English longer


def posting_columns(texts: Texts) -> tuple[TableColumn, ...]:
    """Return the columns, wide enough for the words of the language."""

    def made(name: str, order: str = "", *, right: bool = False) -> TableColumn:
        width, needed = _WIDTHS[name]
        wide = 0 if texts.language == "ko" or name not in _WIDER else 24
        title = texts(f"postings-column-{name.replace('_', '-')}")
        return TableColumn(name, title, width + wide, order, right, needed)

    return (
        TableColumn("pick", "", 32),
        TableColumn("url", texts("postings-column-url"), 0, "host"),
        made("platform", "platform"),
        made("found_on", "found_on"),
        made("requested_on", "requested_on"),
        made("result_on", "result_on"),
        made("result", "result"),
        made("next_check", "next_check"),
        made("reposts", right=True),
    )


class PostingWords:
    """Says the cells of a posting."""

    def __init__(self, texts: Texts) -> None:
        """Speak the language of ``texts``."""
        self._texts = texts
        year = local(wall_ms()).year
        self.day = cache(lambda iso: self._short(iso, year))

    def cell(self, line: PostingLine, name: str) -> str:
        """Return what stands in a cell."""
        match name:
            case "url":
                said = shown_url(line.url)
            case "platform":
                said = line.site or line.platform_text
            case "result":
                said = line.result_text
            case "next_check":
                said = self._next(line)
            case "reposts":
                said = str(line.reposts + line.restored or "")
            case "pick":
                said = ""
            case _:
                said = self.day(str(getattr(line, name)))
        return said

    def whole(self, line: PostingLine) -> str:
        """Return a posting in words for who does not see it."""
        said = (
            line.url,
            line.platform_text,
            line.result_text,
            self._texts.day(line.result_on) if line.result_on else "",
            self._texts("postings-overdue") if line.overdue else "",
        )
        return ", ".join(filter(None, said))

    def _next(self, line: PostingLine) -> str:
        if line.check_stopped:
            return self._texts("postings-check-none")
        day = self.day(line.next_check)
        return self._texts("postings-past", day=day) if line.overdue else day

    def _short(self, iso: str, year: int) -> str:
        try:
            day = dt.date.fromisoformat(iso[_WAY])
        except ValueError:
            return iso
        facts = {"month": str(day.month), "day": str(day.day)}
        if day.year == year:
            return self._texts("postings-short-day", **facts)
        return self._texts("postings-short-day-year", year=f"{day.year % 100:02}", **facts)  # fmt: skip


def tone_of(result: str) -> State:
    """Return the tone in which a result is said."""
    return _TONES.get(result, _PLAIN)[0]


def shown_url(url: str) -> str:
    """Return an address without what every address begins with."""
    return url.removeprefix("https://").removeprefix("http://").removeprefix("www.")


class PostingRows(RowsModel):
    """Postings by position, with columns."""

    def __init__(self, texts: Texts) -> None:
        """Speak the language of ``texts``."""
        super().__init__()
        self.columns = posting_columns(texts)
        self.words = PostingWords(texts)
        self._order, self._texts = "", texts

    def show_order(self, order: str) -> None:
        """Show in the heads by what the rows are sorted."""
        self._order = order
        head = Qt.Orientation.Horizontal
        self.headerDataChanged.emit(head, 0, len(self.columns) - 1)

    @override
    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.columns)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role == Qt.ItemDataRole.AccessibleTextRole and index.isValid():
            line = self.line_at(index.row())
            return self._said(line, index.column()) if line is not None else ""
        if role == LineRole:
            return super().data(index, role)
        return None

    @override
    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        if orientation != Qt.Orientation.Horizontal:
            return None
        column = self.columns[section]
        if role == Qt.ItemDataRole.DisplayRole:
            up, down = f"{column.title} ↑", f"{column.title} ↓"
            marks = {column.order: up, f"-{column.order}": down} if column.order else {}
            return marks.get(self._order, column.title)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT if column.right else _LEFT
        return None

    def _said(self, line: object, column: int) -> str:
        posting, name = cast("PostingLine", line), self.columns[column].name
        if name == "url":
            return self.words.whole(posting)
        return self.words.cell(posting, name)


class PostingPainter(CellPainter):
    """Draws the cells of a posting."""

    def __init__(self, rows: PostingRows) -> None:
        """Draw lines of ``rows``."""
        super().__init__(rows)
        self._columns, self._words = rows.columns, rows.words
        self._plain, self._strong = _font(13), _font(12, QFont.Weight.Medium)

    @override
    def paint_cell(
        self,
        painter: QPainter,
        place: QRect,
        line: object,
        column: int,
        *,
        chosen: bool,
    ) -> None:
        posting, spec = cast("PostingLine", line), self._columns[column]
        if spec.name == "pick":
            paint_box(painter, place, chosen=chosen)
        elif spec.name == "result":
            self._paint_state(painter, place, posting)
        else:
            text = self._words.cell(posting, spec.name)
            late = posting.overdue and spec.name == "next_check"
            tone = "wait" if late else "text" if spec.name == "url" else "muted"
            self._paint_text(painter, place, text, tone, right=spec.right)

    def _paint_text(
        self, painter: QPainter, place: QRect, text: str, tone: str, *, right: bool
    ) -> None:
        if not text:
            return
        painter.setFont(self._plain)
        painter.setPen(ink(tone))
        if len(text) * _WIDEST > place.width():  # a short word is never cut
            cut = Qt.TextElideMode.ElideMiddle if tone == "text" else Qt.TextElideMode.ElideRight  # fmt: skip
            text = painter.fontMetrics().elidedText(text, cut, place.width())
        painter.drawText(place, _RIGHT if right else _LEFT, text)

    def _paint_state(self, painter: QPainter, place: QRect, line: PostingLine) -> None:
        if not line.result_text:
            return
        tone, mark = _TONES.get(line.result, _PLAIN)
        painter.setFont(self._strong)
        metrics, text = painter.fontMetrics(), mark + line.result_text
        room = place.width() - 16
        if len(text) * _WIDEST > room:
            text = metrics.elidedText(text, Qt.TextElideMode.ElideRight, room)
        width = metrics.horizontalAdvance(text) + 16
        pill = QRectF(place.x(), place.center().y() - _PILL / 2 + 0.5, width, _PILL)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ink(f"{tone}_soft"))
        painter.drawRoundedRect(pill, 10, 10)
        painter.setPen(ink(tone))
        painter.drawText(pill, Qt.AlignmentFlag.AlignCenter, text)


def posting_table(texts: Texts) -> Table:
    """Return an empty table for postings."""
    rows = PostingRows(texts)
    return Table(texts("postings-table"), rows.columns, rows, PostingPainter(rows))


def _font(size: int, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
    font = QFont(theme.FAMILY)
    font.setPixelSize(size)
    font.setWeight(weight)
    return font
