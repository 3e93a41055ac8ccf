"""A month in whole weeks, Monday first: arrows walk, Page Up and Page Down turn the month.

* A day says its number, why it is no working day, and as many lines as there is room for.
* For who does not see it, a day is one sentence with the number of its entries.
"""

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, Qt, Signal
from PySide6.QtGui import QColor, QFont, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableWidget,
    QTableWidgetItem,
)
from typing_extensions import override

from intake.text import Texts
from ui import theme
from ui.tables.row_list import paint_text

if TYPE_CHECKING:
    from intake.desk.views.support import DayCell, EventLine, MonthView

_CELL = Qt.ItemDataRole.UserRole + 1
_DAYS, _LINE, _HEAD = 7, 19, 26
_INKS = {"DEADLINE": "wait", "HEARING": "info"}
Index = QModelIndex | QPersistentModelIndex


class DayPainter(QStyledItemDelegate):
    """Draws one day."""

    def __init__(self, texts: Texts) -> None:
        """Speak the language of ``texts``."""
        super().__init__()
        self._texts = texts

    @override
    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: Index
    ) -> None:
        cell: DayCell | None = index.data(_CELL)
        if cell is None:
            return
        colours, place = theme.now(), option.rect.adjusted(2, 2, -2, -2)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        focused = bool(option.state & QStyle.StateFlag.State_HasFocus)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = colours.accent_soft if chosen else colours.surface
        painter.setBrush(QColor(ground if cell.in_month else colours.canvas))
        edge = colours.accent if focused or chosen else colours.line
        painter.setPen(QPen(QColor(edge), 2 if focused else 1))
        painter.drawRoundedRect(place, theme.RADIUS, theme.RADIUS)
        self._paint_head(painter, place, cell)
        self._paint_lines(painter, place, cell)
        painter.restore()

    def _paint_head(self, painter: QPainter, place: QRect, cell: "DayCell") -> None:
        colours, box = theme.now(), QRect(place.x() + 5, place.y() + 4, 24, 22)
        ink = "text" if cell.in_month and not cell.rest else "muted"
        if cell.is_today:
            painter.setBrush(QColor(colours.accent))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.drawRoundedRect(box, 11, 11)
            ink = "on_accent"
        weight = QFont.Weight.DemiBold if cell.in_month else QFont.Weight.Normal
        number = str(int(cell.on[8:]))
        paint_text(painter, box, number, colour=ink, size=13, weight=weight, align=Qt.AlignmentFlag.AlignHCenter)  # fmt: skip
        name = "" if cell.rest in {"SAT", "SUN", ""} else cell.rest
        rest = place.adjusted(32, 4, -6, 0)
        rest.setHeight(22)
        if name:
            paint_text(painter, rest, name, colour="muted", size=11, align=Qt.AlignmentFlag.AlignRight)  # fmt: skip

    def _paint_lines(self, painter: QPainter, place: QRect, cell: "DayCell") -> None:
        room = max(0, (place.height() - _HEAD - 6) // _LINE)
        shown = len(cell.lines) if len(cell.lines) <= room else max(0, room - 1)
        y = place.y() + _HEAD + 2
        for line in cell.lines[:shown]:
            box = QRect(place.x() + 7, y, place.width() - 12, _LINE)
            ink = "muted" if line.state in _OVER else _INKS.get(line.kind, "text")
            paint_text(painter, box, brief(line, self._texts), colour=ink, size=12)
            y += _LINE
        if shown < len(cell.lines) and room:
            box = QRect(place.x() + 7, y, place.width() - 12, _LINE)
            more = self._texts("calendar-more", count=len(cell.lines) - shown)
            paint_text(painter, box, more, colour="muted", size=12)


_OVER = frozenset({"KEPT", "CANCELLED", "MISSED"})


def brief(line: "EventLine", texts: Texts) -> str:
    """Return an entry in as few words as a day has room for."""
    who = line.alias or texts("casework-no-alias")
    return " ".join(filter(None, (line.at, who, line.label)))


class Month(QTableWidget):
    """Shows a month; ``chosen`` carries the day under the cursor, ``turned`` a step of months."""

    chosen = Signal(str)
    opened = Signal(str)
    turned = Signal(int)

    def __init__(self, texts: Texts) -> None:
        """Stand empty."""
        super().__init__(0, _DAYS)
        self._texts, self._painter = texts, DayPainter(texts)
        self._filling = False
        self.setObjectName("month")
        self.setItemDelegate(self._painter)
        self.setAccessibleName(texts("calendar-month"))
        names = [texts(f"calendar-weekday-{n}") for n in range(1, _DAYS + 1)]
        self.setHorizontalHeaderLabels(names)
        self.verticalHeader().hide()
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.horizontalHeader().setSectionsClickable(False)
        self.horizontalHeader().setHighlightSections(False)
        self.verticalHeader().setMinimumSectionSize(72)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.currentCellChanged.connect(lambda *_cells: self._on_moved())
        self.itemActivated.connect(lambda item: self.opened.emit(item.data(_CELL).on))

    def show_month(self, view: "MonthView", day: str) -> None:
        """Show a month with the cursor on a day."""
        self._filling = True
        self.clearContents()
        self.setRowCount(len(view.days) // _DAYS)
        at = 0
        for place, cell in enumerate(view.days):
            item = QTableWidgetItem()
            item.setData(_CELL, cell)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, self._sentence(cell))
            self.setItem(place // _DAYS, place % _DAYS, item)
            at = place if cell.on == day else at
        self.setCurrentCell(at // _DAYS, at % _DAYS)
        self._filling = False

    @property
    def cell(self) -> "DayCell | None":
        """The day under the cursor."""
        item: QTableWidgetItem | None = self.currentItem()  # the stubs forget None
        return item.data(_CELL) if item is not None else None

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}
        if event.key() in steps and not event.modifiers():
            self.turned.emit(steps[Qt.Key(event.key())])
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.cell:
            self.opened.emit(self.cell.on)
        else:
            super().keyPressEvent(event)

    def _sentence(self, cell: "DayCell") -> str:
        says = self._texts
        day, count = says.day(cell.on), len(cell.lines)
        said = says("calendar-day-name", day=day, count=count)
        rest = "" if cell.rest in {"SAT", "SUN"} else cell.rest
        today = says("calendar-today") if cell.is_today else ""
        return " ".join(filter(None, (said, rest, today)))

    def _on_moved(self) -> None:
        if not self._filling and self.cell is not None:
            self.chosen.emit(self.cell.on)
