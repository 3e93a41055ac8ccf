"""What a pasted list would add: every line with what it is read as, and why not."""

from typing import cast

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, Qt
from PySide6.QtGui import QColor, QFont, QPainter
from typing_extensions import override

from intake.desk.views.deleting import PasteLine
from intake.text import Texts
from ui import theme
from ui.tables.posting_table import shown_url
from ui.tables.rows import LineRole, RowsModel
from ui.tables.table import CellPainter, Table, TableColumn

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_INK = {"new": "ok", "here": "muted", "twice": "muted", "not_address": "wait"}
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


def paste_columns(texts: Texts) -> tuple[TableColumn, ...]:
    """Return the columns of the preview."""
    return (
        TableColumn("state", texts("postings-paste-state"), 120),
        TableColumn("text", texts("postings-paste-text"), 0),
        TableColumn("why", texts("postings-paste-why"), 210),
    )


class PasteRows(RowsModel):
    """Pasted lines with columns."""

    def __init__(self, texts: Texts) -> None:
        """Speak the language of ``texts``."""
        super().__init__()
        self._texts, self.columns = texts, paste_columns(texts)

    def cell(self, line: PasteLine, name: str) -> str:
        """Return what stands in a cell."""
        if name == "state":
            return self._texts(f"postings-paste-{line.state.replace('_', '-')}")
        if name == "text":
            return shown_url(line.url) or line.text
        why = self._texts(line.why_id) if line.why_id else ""
        other = self._texts("postings-paste-elsewhere", count=line.elsewhere)
        return " · ".join(filter(None, (why, other if line.elsewhere else "")))

    @override
    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.columns)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role == Qt.ItemDataRole.AccessibleTextRole and index.isValid():
            line = self.line_at(index.row())
            name = self.columns[index.column()].name
            return self.cell(cast("PasteLine", line), name) if line is not None else ""
        return super().data(index, role) if role == LineRole else None

    @override
    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _LEFT
        return self.columns[section].title if role == Qt.ItemDataRole.DisplayRole else None  # fmt: skip


class PastePainter(CellPainter):
    """Draws the cells of a pasted line."""

    def __init__(self, rows: PasteRows) -> None:
        """Draw lines of ``rows``."""
        super().__init__(rows)
        self._paste = rows
        self._font = QFont(theme.FAMILY)
        self._font.setPixelSize(13)

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
        pasted, name = cast("PasteLine", line), self._paste.columns[column].name
        ink = "text" if name == "text" else "muted"
        if name == "state":
            ink = _INK[pasted.state]
        painter.setFont(self._font)
        painter.setPen(QColor(getattr(theme.now(), ink)))
        mode = Qt.TextElideMode.ElideMiddle
        text = painter.fontMetrics().elidedText(self._paste.cell(pasted, name), mode, place.width())  # fmt: skip
        painter.drawText(place, _LEFT, text)


def paste_table(texts: Texts) -> Table:
    """Return an empty table for pasted lines."""
    rows = PasteRows(texts)
    return Table(texts("postings-paste-table"), rows.columns, rows, PastePainter(rows))
