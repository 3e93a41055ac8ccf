"""The table beside the picture (표): what it says is the truth, the picture explains it."""

from typing import cast

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QAbstractItemView
from typing_extensions import override

from intake.text import Texts
from ui.screens.graph.wording import Line
from ui.tables.row_list import paint_text
from ui.tables.rows import LineRole, RowsModel
from ui.tables.table import CellPainter, Table, TableColumn

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_LABEL, _OTHER, _WHY, _ENOUGH = 1, 2, 3, 120


class GraphRows(RowsModel):
    """Lines by position, with columns."""

    def __init__(self, texts: Texts) -> None:
        """Speak the language of ``texts``."""
        super().__init__()
        wide = 0 if texts.language == "ko" else 12
        self.columns = (
            TableColumn("kind", texts("graph-column-kind"), 72 + wide, needed=2),
            TableColumn("label", texts("graph-column-label"), 0),
            TableColumn("other", texts("graph-column-other"), 116),
            TableColumn("why", texts("graph-column-why"), 92 + wide),
        )

    @override
    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.columns)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        line = self.line_at(index.row()) if index.isValid() else None
        if line is None or role == LineRole:
            return line
        if role in {Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole}:
            return _cell(cast("Line", line), self.columns[index.column()].name)
        return None

    @override
    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:  # fmt: skip
            return self.columns[section].title
        return None


class GraphPainter(CellPainter):
    """Draws a row; kind and label stand once for all rows of a node."""

    def __init__(self, rows: GraphRows) -> None:
        """Draw lines of ``rows``."""
        super().__init__(rows)
        self._columns = rows.columns

    @override
    def paint_cell(self, painter: QPainter, place: QRect, line: object, column: int, *, chosen: bool) -> None:  # fmt: skip
        row, name = cast("Line", line), self._columns[column].name
        if name in {"kind", "label"} and not row.first:
            return
        ink = "text" if name in {"label", "other"} else "muted"
        paint_text(painter, place, _brief(row, name), colour=ink, size=12)


class GraphTable(Table):
    """One row chosen at a time."""

    def __init__(self, texts: Texts) -> None:
        """Show nothing yet."""
        rows = GraphRows(texts)
        super().__init__(texts("graph-table"), rows.columns, rows, GraphPainter(rows))
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)

    @override
    def fit(self, least: int = 90) -> None:
        """Keep the kind where it can be kept: what is cut stands whole below the table."""
        super().fit(least)
        more = max(0, self.columnWidth(_LABEL) - _ENOUGH) // 3
        for column, by in ((_LABEL, -2 * more), (_OTHER, more), (_WHY, more)):
            self.setColumnWidth(column, self.columnWidth(column) + by)

    def show_rows(self, lines: tuple[Line, ...], node: str) -> None:
        """Show rows with a node chosen."""
        self.rows.show_lines(lines)
        self.choose_node(node)

    @property
    def line(self) -> Line | None:
        """The row the keyboard stands on."""
        at = self.currentIndex()
        return cast("Line | None", self.rows.line_at(at.row())) if at.isValid() else None  # fmt: skip

    @property
    def here(self) -> str:
        """The node of the row the keyboard stands on."""
        return self.line.node if self.line is not None else ""

    def choose_node(self, node: str) -> None:
        """Stand on the first row of a node, unless one of its rows is chosen already."""
        if self.here == node:
            return
        for at in range(self.rows.rowCount()):
            if cast("Line", self.rows.line_at(at)).node == node:
                self.setCurrentIndex(self.rows.index(at, 0))
                return
        self.clearSelection()


def _brief(line: Line, name: str) -> str:
    label, other = line.brief
    return {"label": label, "other": other}.get(name) or _cell(line, name)


def _cell(line: Line, name: str) -> str:
    return str(getattr(line, name))
