"""A table of many rows and a few columns: fixed rows, several can be chosen (표).

* Drawn by a delegate, cell by cell; the ground of a row and its focus ring run through.
* Space or a click on the box picks a row beside others; Shift and the arrows pick a range;
  Ctrl+A picks all. Only ranges are counted: a hundred thousand chosen rows cost nothing.
* A column that does not fit is left out, the least needed first; the details have it anyway.
* Digits, Ctrl+C and Ctrl+V are left to whoever holds the table.
"""

from array import array
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from PySide6.QtCore import (
    QItemSelection,
    QItemSelectionModel,
    QItemSelectionRange,
    QModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)
from typing_extensions import override

from ui import theme
from ui.tables.rows import Index, RowsModel

ROW, HEAD, PAD = 34, 32, 8
_RING = 2
_PICK = QItemSelectionModel.SelectionFlag.Toggle | QItemSelectionModel.SelectionFlag.Rows  # fmt: skip
_STAY = QItemSelectionModel.SelectionFlag.NoUpdate
_COPYING = (QKeySequence.StandardKey.Copy, QKeySequence.StandardKey.Paste)


@dataclass(frozen=True, slots=True)
class TableColumn:
    """A column: its words, how wide, by what it sorts, and how needed it is."""

    name: str
    title: str
    width: int  # 0: takes what is left
    order: str = ""  # "": a click on its head does nothing
    right: bool = False
    needed: int = 9  # the smallest goes first where the place ends


class CellPainter(QStyledItemDelegate):
    """Draws the ground of a row; a table draws its cells in ``paint_cell``."""

    def __init__(self, rows: RowsModel) -> None:
        """Draw lines of ``rows``."""
        super().__init__()
        self._rows = rows
        self.here = -1  # the row the keyboard stands on, or none
        self.ends = (0, 0)  # first and last column that are seen

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(0, ROW)

    @override
    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: Index
    ) -> None:
        row, column, place = index.row(), index.column(), option.rect
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        if chosen:
            painter.fillRect(place, ink("accent_soft"))
        painter.fillRect(place.x(), place.bottom(), place.width(), 1, ink("line"))
        line = self._rows.line_at(row)
        inner = place.adjusted(PAD, 0, -PAD, -1)
        if line is not None:
            self.paint_cell(painter, inner, line, column, chosen=chosen)
        elif column:
            bar = QRect(inner.x(), inner.center().y() - 4, min(64, inner.width()), 8)
            painter.fillRect(bar, ink("raised"))
        if row == self.here:
            self._paint_ring(painter, place, column)

    def paint_cell(
        self,
        painter: QPainter,
        place: QRect,
        line: object,
        column: int,
        *,
        chosen: bool,
    ) -> None:
        """Draw one cell; tables override it."""
        del column, chosen
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, str(line))

    def _paint_ring(self, painter: QPainter, place: QRect, column: int) -> None:
        ring = ink("accent")
        width, height = place.width(), place.height()
        painter.fillRect(QRect(place.x(), place.y(), width, _RING), ring)
        painter.fillRect(QRect(place.x(), place.bottom() - 1, width, _RING), ring)
        if column == self.ends[0]:
            painter.fillRect(QRect(place.x(), place.y(), _RING, height), ring)
        if column == self.ends[1]:
            painter.fillRect(QRect(place.right() - 1, place.y(), _RING, height), ring)


class Table(QTableView):
    """Shows a ``RowsModel`` with columns."""

    opened = Signal(object)  # the line that was double-clicked, or Enter
    chosen = Signal(int)  # how many rows are chosen
    sort_wanted = Signal(str)  # the ``order`` of a column

    def __init__(
        self,
        name: str,
        columns: Sequence[TableColumn],
        rows: RowsModel,
        painter: CellPainter,
    ) -> None:
        """Be called ``name`` and show ``rows``."""
        super().__init__()
        self.rows, self._painter, self._columns = rows, painter, tuple(columns)
        self._absent: set[int] = (
            set()
        )  # chosen, and not in the vector that is shown yet
        self.setAccessibleName(name)
        self.setModel(rows)
        self.setItemDelegate(painter)
        self.setProperty("table", "true")
        self._be_calm()
        head = self.horizontalHeader()
        head.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)  # fmt: skip
        head.setFixedHeight(HEAD)
        head.setMinimumSectionSize(PAD)
        head.setSectionsClickable(True)
        head.setHighlightSections(False)
        head.sectionClicked.connect(self._on_head)
        # a head asks whether all of its column is chosen, and Qt then asks every row
        head.setSelectionModel(QItemSelectionModel(rows, head))
        self.doubleClicked.connect(self._on_opened)
        self.selectionModel().selectionChanged.connect(lambda _new, _old: self._say_chosen())  # fmt: skip
        rows.modelReset.connect(self._say_chosen)

    # --- what is chosen ------------------------------------------------------------------

    def chosen_count(self) -> int:
        """Return how many rows are chosen, also of those still on their way."""
        here = sum(last - first + 1 for first, last in self._ranges())
        return here + len(self._absent)

    def chosen_ids(self) -> "array[int]":
        """Return the row ids that are chosen, in the order of the table."""
        found = array("q")
        for first, last in self._ranges():
            found.extend(self.rows.ids[first : last + 1])
        found.extend(self._absent)
        return found

    def chosen_rows(self) -> Iterator[int]:
        """Yield the positions that are chosen."""
        for first, last in self._ranges():
            yield from range(first, last + 1)

    def choose_ids(self, wanted: Collection[int]) -> None:
        """Choose rows by their ids; those that are not here any more are left out."""
        found, last = QItemSelection(), self.rows.columnCount() - 1
        for begin, end in _runs(at for at, one in enumerate(self.rows.ids) if one in wanted):  # fmt: skip
            found.select(self.rows.index(begin, 0), self.rows.index(end, last))
        select = QItemSelectionModel.SelectionFlag.ClearAndSelect
        self.selectionModel().select(found, select)

    def show_ids(
        self, ids: "array[int]", first: Sequence[object] = (), *, whole: bool = True
    ) -> None:
        """Show another vector; what was chosen stays chosen where it is still there.

        ``whole=False``: more follows, and what is chosen in it is remembered until then.
        """
        kept, here = self._absent.union(self.chosen_ids()), self.currentIndex().row()
        at = self.verticalScrollBar().value()
        self.rows.show_ids(ids, first)
        self.verticalScrollBar().setValue(at)
        if kept:
            self.choose_ids(kept)
        self._absent = set() if whole else kept.difference(ids)
        if len(ids) and here >= 0:
            row = self.rows.index(min(here, len(ids) - 1), 0)
            self.selectionModel().setCurrentIndex(row, _STAY)

    def forget_chosen(self) -> None:
        """Choose nothing, also of what is still on its way."""
        self._absent.clear()
        self.clearSelection()

    def _ranges(self) -> list[tuple[int, int]]:
        picked: Iterable[QItemSelectionRange] = self.selectionModel().selection()  # type: ignore[assignment]  # its stubs forget that it is a list
        spans = sorted((one.top(), one.bottom()) for one in picked)
        merged: list[tuple[int, int]] = []
        for first, last in spans:
            if merged and first <= merged[-1][1] + 1:
                merged[-1] = (merged[-1][0], max(last, merged[-1][1]))
            else:
                merged.append((first, last))
        return merged

    def _say_chosen(self) -> None:
        self.chosen.emit(self.chosen_count())

    # --- keys and the mouse --------------------------------------------------------------

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        digit = plain and Qt.Key.Key_0 <= key <= Qt.Key.Key_9
        if digit or any(event.matches(one) for one in _COPYING):
            event.ignore()
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and plain:
            self._on_opened(self.currentIndex())
        elif key == Qt.Key.Key_Space and self.currentIndex().isValid():
            self.selectionModel().select(self.currentIndex(), _PICK)
        else:
            super().keyPressEvent(event)

    @override
    def keyboardSearch(self, search: str) -> None:
        """Letters search nothing here: a table of addresses has a field for that."""

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        on_box = index.isValid() and index.column() == 0
        if on_box and not event.modifiers() and event.button() == Qt.MouseButton.LeftButton:  # fmt: skip
            self.selectionModel().setCurrentIndex(index, _STAY)
            self.selectionModel().select(index, _PICK)
        else:
            super().mousePressEvent(event)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self.rows.rowCount():
            self.selectionModel().setCurrentIndex(self.rows.index(0, 0), _STAY)
        self._show_here()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._show_here()

    @override
    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        self._show_here()

    def _show_here(self) -> None:
        here = self.currentIndex().row() if self.hasFocus() else -1
        if here != self._painter.here:
            self._painter.here = here
            self.viewport().update()

    def _on_opened(self, index: QModelIndex) -> None:
        line = self.rows.line_at(index.row()) if index.isValid() else None
        if line is not None:
            self.opened.emit(line)

    def _on_head(self, section: int) -> None:
        if self._columns[section].order:
            self.sort_wanted.emit(self._columns[section].order)

    # --- columns ---------------------------------------------------------------------------

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()

    def fit(self, least: int = 200) -> None:
        """Give every column its place; ``least`` is what the one that stretches keeps."""
        room = self.viewport().width()
        left_out: set[str] = set()
        by_need = sorted(self._columns, key=lambda one: one.needed)
        for column in by_need:
            if _taken(self._columns, left_out) + least <= room or not column.width:
                break
            left_out.add(column.name)
        rest = room - _taken(self._columns, left_out)
        for at, column in enumerate(self._columns):
            self.setColumnHidden(at, column.name in left_out)
            self.setColumnWidth(at, column.width or max(rest, 80))
        seen = [at for at, one in enumerate(self._columns) if one.name not in left_out]
        self._painter.ends = (seen[0], seen[-1])

    def _be_calm(self) -> None:
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(ROW)


@cache
def _ink(theme_name: str, name: str) -> QColor:
    return QColor(getattr(theme.now(), name)) if theme_name else QColor()


def ink(name: str) -> QColor:
    """Return a colour of the theme that is shown; a cell is painted too often to read it anew."""
    return _ink(theme.now().name, name)


def paint_box(painter: QPainter, place: QRect, *, chosen: bool) -> None:
    """Draw the box at the head of a row: picked or not."""
    colours, size = theme.now(), 16
    box = QRect(place.x(), place.center().y() - size // 2, size, size)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(colours.accent if chosen else colours.edge), 1.4))
    painter.setBrush(QColor(colours.accent) if chosen else Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(box, 4, 4)
    if chosen:
        painter.setPen(QPen(QColor(colours.on_accent), 2))
        x, y = box.x(), box.y()
        hook = ((x + 4, y + 8), (x + 7, y + 11), (x + 12, y + 5))
        painter.drawPolyline([QPoint(*spot) for spot in hook])
    painter.restore()


def _taken(columns: Sequence[TableColumn], left_out: Collection[str]) -> int:
    return sum(one.width for one in columns if one.name not in left_out)


def _runs(rows: Iterator[int]) -> Iterator[tuple[int, int]]:
    """Yield positions that follow each other as ranges."""
    first = last = -1
    for row in rows:
        if first < 0:
            first = row
        elif row != last + 1:
            yield first, last
            first = row
        last = row
    if first >= 0:
        yield first, last
