"""A fast list: one column, fixed rows, drawn by a delegate.

``QListView`` asks a Python model for every row when it opens (854 ms at 100,000 rows);
``QTableView`` with fixed sections asks only for what is seen (15 ms).

>>> # RowList("사건", CaseRows(texts)).model_.show_ids(ids)
"""

from PySide6.QtCore import (
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFont, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)
from typing_extensions import override

from ui import theme
from ui.tables.rows import LineRole, RowsModel

Index = QModelIndex | QPersistentModelIndex


class RowPainter(QStyledItemDelegate):
    """Draws the ground of a row; a list draws its line in ``paint_line``."""

    height = 64

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(0, self.height)

    @override
    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: Index
    ) -> None:
        colours, place = theme.now(), option.rect.adjusted(8, 2, -8, -2)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        focused = bool(option.state & QStyle.StateFlag.State_HasFocus)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if chosen:
            painter.setBrush(QColor(colours.accent_soft))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.drawRoundedRect(place, theme.RADIUS, theme.RADIUS)
        if focused:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(colours.accent), 2))
            painter.drawRoundedRect(place.adjusted(1, 1, -1, -1), 7, 7)
        line = index.data(LineRole)
        inner = place.adjusted(12, 8, -12, -8)
        if line is None:
            _paint_waiting(painter, inner)
        else:
            self.paint_line(painter, inner, line)
        painter.restore()

    def paint_line(self, painter: QPainter, place: QRect, line: object) -> None:
        """Draw one line; lists override it."""
        paint_text(painter, place, str(line))


def paint_text(
    painter: QPainter,
    place: QRect,
    text: str,
    *,
    colour: str = "text",
    size: int = theme.TEXT,
    weight: QFont.Weight = QFont.Weight.Normal,
    align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
) -> int:
    """Draw one line of words cut to its place, and return its width."""
    font = QFont(theme.FAMILY)
    font.setPixelSize(size)
    font.setWeight(weight)
    painter.setFont(font)
    painter.setPen(QColor(getattr(theme.now(), colour)))
    metrics = painter.fontMetrics()
    shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, place.width())
    painter.drawText(place, align | Qt.AlignmentFlag.AlignVCenter, shown)
    return metrics.horizontalAdvance(shown)


def paint_bar(painter: QPainter, place: QRectF, share: float) -> None:
    """Draw how much of something is done, as a thin bar."""
    colours, half = theme.now(), place.height() / 2
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colours.line))
    painter.drawRoundedRect(place, half, half)
    if share > 0:
        width = max(place.height(), place.width() * min(share, 1.0))
        painter.setBrush(QColor(colours.ok))
        painter.drawRoundedRect(
            QRectF(place.x(), place.y(), width, place.height()), half, half
        )


def _paint_waiting(painter: QPainter, place: QRect) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(theme.now().raised))
    painter.drawRoundedRect(QRect(place.x(), place.y() + 4, 120, 12), 4, 4)
    painter.drawRoundedRect(QRect(place.x(), place.y() + 28, 200, 10), 4, 4)


class RowList(QTableView):
    """Shows a ``RowsModel``; ``opened`` carries the line that was chosen."""

    opened = Signal(object)

    def __init__(
        self,
        name: str,
        painter: RowPainter,
        model: RowsModel | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """Be called ``name`` and draw rows with ``painter``."""
        super().__init__(parent)
        self.rows = model or RowsModel(self)
        self._painter = painter  # the view does not own its delegate
        self.setAccessibleName(name)
        self.setModel(self.rows)
        self.setItemDelegate(painter)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setMouseTracking(False)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.horizontalHeader().hide()
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(painter.height)
        self.clicked.connect(self._on_opened)

    def choose(self, row_id: int) -> None:
        """Show a row as chosen, without opening it."""
        row = self.rows.row_of(row_id)
        if row < 0:
            self.clearSelection()
        else:
            self.setCurrentIndex(self.rows.index(row, 0))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if (
            event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
            and not event.modifiers()
        ):
            self._on_opened(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def _on_opened(self, index: QModelIndex) -> None:
        line = self.rows.line_at(index.row()) if index.isValid() else None
        if line is not None:
            self.opened.emit(line)
