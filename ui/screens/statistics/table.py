"""A table of numbers as it stands in the report (통계표): by cell, with heads on both sides.

* Arrows walk from cell to cell; Enter or two clicks open what a number counts.
* A cell says its row, its column and its number; a hidden one says that it is hidden.
* It is as high as its rows, up to a page; what is wider is scrolled, the names stay in sight.
"""

from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)
from typing_extensions import override

from intake.text import Texts
from ui import theme
from ui.screens.statistics.reading import counted
from ui.tables.rows import Index
from ui.widgets.words import words

if TYPE_CHECKING:
    from intake.desk.views.statistics import CountedCell, CountedRow, CountedTable

_ROW, _HEAD, _MOST_ROWS = 30, 32, 16
_LEAST, _NAMES, _PAD, _FRAME = 58, 260, 10, 14
_NOWHERE = QModelIndex()
_Align = Qt.AlignmentFlag


class CountedCells(QAbstractTableModel):
    """The cells of one table."""

    def __init__(self, texts: Texts, table: "CountedTable") -> None:
        """Hold a table."""
        super().__init__()
        self._texts, self.table = texts, table

    def row_at(self, index: Index) -> "CountedRow":
        """Return the row of a cell."""
        return self.table.rows[index.row()]

    def cell_at(self, index: Index) -> "CountedCell":
        """Return a cell."""
        return self.row_at(index).cells[index.column()]

    @override
    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.table.rows)

    @override
    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.table.columns)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.written(self.cell_at(index))
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self.spoken(index)
        return None

    @override
    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:  # fmt: skip
        across = orientation == Qt.Orientation.Horizontal
        if role == Qt.ItemDataRole.DisplayRole:
            return self.table.columns[section] if across else self.table.rows[section].label  # fmt: skip
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return (_Align.AlignRight if across else _Align.AlignLeft) | _Align.AlignVCenter  # fmt: skip
        return None

    def written(self, cell: "CountedCell") -> str:
        """Return a number as it stands in its cell."""
        return self._texts("counting-hidden") if cell.value is None else self._texts.number(cell.value)  # fmt: skip

    def spoken(self, index: Index) -> str:
        """Return what is read aloud for a cell."""
        says, cell = self._texts, self.cell_at(index)
        where = {"row": self.row_at(index).label, "column": self.table.columns[index.column()]}  # fmt: skip
        if cell.value is None:
            return says("stat-cell-hidden", **where)
        number = counted(says, cell.value, self.table.unit, self.table.unit_label)
        return says("stat-cell", number=number, **where)


class _Painter(QStyledItemDelegate):
    """Draws a number at the right, its share below the eye, a ring around the one chosen."""

    def __init__(self, cells: CountedCells) -> None:
        super().__init__()
        self._cells = cells

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:  # fmt: skip
        colours, place = theme.now(), option.rect
        cell, total = self._cells.cell_at(index), self._is_sum(index)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        focused = bool(option.state & QStyle.StateFlag.State_HasFocus)
        painter.save()
        if chosen or total:
            painter.fillRect(place, QColor(colours.accent_soft if chosen else colours.raised))  # fmt: skip
        painter.fillRect(place.x(), place.bottom(), place.width(), 1, QColor(colours.line))  # fmt: skip
        font = QFont(theme.FAMILY)
        font.setPixelSize(13)
        font.setWeight(QFont.Weight.DemiBold if total else QFont.Weight.Normal)
        painter.setFont(font)
        quiet = cell.value in {None, 0}
        painter.setPen(QColor(colours.muted if quiet else colours.text))
        painter.drawText(place.adjusted(_PAD, 0, -_PAD, 0), _Align.AlignRight | _Align.AlignVCenter, _shown(self._cells, cell, total=total))  # fmt: skip
        if focused:
            painter.setPen(QPen(QColor(colours.accent), 2))
            painter.drawRect(place.adjusted(1, 1, -1, -2))
        painter.restore()

    def _is_sum(self, index: Index) -> bool:
        return self._cells.row_at(index).total


def _shown(cells: CountedCells, cell: "CountedCell", *, total: bool) -> str:
    """Return a number with its share; a sum is all of itself, and nothing is no part."""
    written = cells.written(cell)
    told = cell.share and cell.value and not total
    return f"{written}  ({cell.share})" if told else written


class NumberTable(QTableView):
    """Shows a ``CountedTable``; ``opened`` carries a row and a column by position."""

    opened = Signal(int, int)

    def __init__(self, texts: Texts, table: "CountedTable") -> None:
        """Be called by the title of ``table``."""
        super().__init__()
        self.cells = CountedCells(texts, table)
        self._painter = _Painter(self.cells)  # the view does not own its delegate
        self.setModel(self.cells)
        self.setItemDelegate(self._painter)
        self.setAccessibleName(texts("stat-table-name", title=table.title))
        self.setAccessibleDescription(table.how)
        self.setProperty("table", "true")
        self._be_calm()
        self._fit()
        self.doubleClicked.connect(self._on_opened)

    def stand_on(self, row: int, column: int) -> None:
        """Put the keyboard on a cell."""
        self.setCurrentIndex(self.cells.index(row, column))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._on_opened(self.currentIndex())
        else:
            super().keyPressEvent(event)

    @override
    def keyboardSearch(self, search: str) -> None:
        """Letters search nothing here."""

    @override
    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self.height())

    def _on_opened(self, index: Index) -> None:
        if index.isValid():
            self.opened.emit(index.row(), index.column())

    def _be_calm(self) -> None:
        self.setShowGrid(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        for head in (self.horizontalHeader(), self.verticalHeader()):
            head.setSectionsClickable(False)
            head.setHighlightSections(False)
            head.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(_ROW)
        self.horizontalHeader().setFixedHeight(_HEAD)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def _fit(self) -> None:
        """Give names and numbers the room they need; the table is as high as its rows."""
        cells, metrics = self.cells, self.fontMetrics()
        names = [cells.table.first, *(row.label for row in cells.table.rows)]
        wide = max((metrics.horizontalAdvance(one) for one in names), default=0)
        width = min(wide + 3 * _PAD, _NAMES)
        self.verticalHeader().setFixedWidth(width)
        first = words(cells.table.first, "small", wrap=False, parent=self)
        first.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        first.setGeometry(_PAD + 1, 1, width - 2 * _PAD, _HEAD - 1)
        for at, title in enumerate(cells.table.columns):
            shown = [title, *(_shown(cells, row.cells[at], total=row.total) for row in cells.table.rows)]  # fmt: skip
            most = max(metrics.horizontalAdvance(one) for one in shown)
            self.setColumnWidth(at, max(_LEAST, most + 2 * _PAD + 4))
            width += self.columnWidth(at)
        many = len(cells.table.rows)
        self.setFixedHeight(_HEAD + min(many, _MOST_ROWS) * _ROW + _FRAME)
        self.setMaximumWidth(width + (_FRAME if many > _MOST_ROWS else 4))
