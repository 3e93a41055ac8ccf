"""A picture with what belongs to it: title, unit, patterns, rule, and the table behind it.

* The bar under the keyboard or the mouse is said in words below the picture.
* Where a screen reader runs, the table is shown first: it says what the picture shows.
"""

import re
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QWidget

from intake.text import Texts
from ui.screens.statistics.order import settle_page
from ui.screens.statistics.reading import cell_of, counted
from ui.screens.statistics.table import NumberTable
from ui.widgets import Button, Card, column, row, words
from ui.widgets.chart import Chart
from ui.widgets.chart_legend import ChartLegend
from ui.widgets.stack import PageStack

if TYPE_CHECKING:
    from intake.desk.views.statistics import Picture

_MONTH = re.compile(r"\d{4}-\d\d")


class PictureCard(Card):
    """Shows a ``Picture``; ``opened`` carries its table with a row and a column."""

    opened = Signal(object, int, int)

    def __init__(self, texts: Texts, picture: "Picture") -> None:
        """Show the picture; the table on a press."""
        super().__init__(gap=10)
        self._texts, self.picture = texts, picture
        says = texts
        gaps = any(None in values for _, values in picture.groups)
        self.chart = Chart(picture, self.say, says.number, says("counting-hidden"))
        self._table: NumberTable | None = None
        self.toggle = Button(says("stat-as-table"), name=says("stat-as-table-name", title=picture.title))  # fmt: skip
        self.toggle.on(self._on_toggle)
        self._told = words(says("stat-walk-hint"), "small", wrap=False)
        self._legend = ChartLegend(picture.series, says("counting-hidden") if gaps else "")  # fmt: skip
        self.is_empty = not any(value != 0 for _, values in picture.groups for value in values)  # fmt: skip
        self._seen: QWidget = words(says("stat-no-bars"), "muted") if self.is_empty else self.chart  # fmt: skip
        self._stack = PageStack()
        self._stack.addWidget(self._seen)
        unit = words(says("stat-unit", unit=picture.unit_label), "small")
        head = row(column(words(picture.title, "heading"), unit, gap=2), self.toggle)
        head.setStretch(0, 1)
        self.add(head, self._legend, self._stack, self._told, words(picture.how, "small"))  # fmt: skip
        if gaps:
            self.add(words(says("counting-hidden-note"), "small"))
        self.chart.told.connect(self._told.setText)
        self.chart.opened.connect(self._on_bar)
        self._show(table=QAccessible.isActive())

    def say(self, group: int, series: int) -> str:
        """Return a bar in words: 2024년 3월, 삭제지원 210건."""
        _, values = self.picture.groups[group]
        said = {"group": self._name_of(group), "series": self.picture.series[series]}
        value = values[series]
        if value is None:
            return self._texts("stat-bar-hidden", **said)
        picture = self.picture
        number = counted(self._texts, value, picture.table.unit, picture.unit_label)
        return self._texts("stat-bar", number=number, **said)

    def _name_of(self, group: int) -> str:
        """Return how a group is said: a month with its words."""
        cell, name = cell_of(self.picture, group, 0), self.picture.groups[group][0]
        code = self.picture.table.rows[cell[0]].code if cell is not None else ""
        return self._texts.day(code) if _MONTH.fullmatch(code) else name

    @property
    def table(self) -> NumberTable:
        """The table behind the picture; made when it is first wanted."""
        if self._table is None:
            behind = self.picture.table
            self._table = NumberTable(self._texts, behind)
            self._table.opened.connect(lambda line, place: self.opened.emit(behind, line, place))  # fmt: skip
            self._stack.addWidget(self._table)
        return self._table

    @property
    def shows_table(self) -> bool:
        """Whether the table is seen in place of the picture."""
        return self._stack.currentWidget() is self._table

    def _on_toggle(self) -> None:
        table = not self.shows_table
        self._show(table=table)
        settle_page(self)
        focus = self.table if table else self.toggle if self.is_empty else self.chart
        focus.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show(self, *, table: bool) -> None:
        says, title = self._texts, self.picture.title
        self._stack.setCurrentWidget(self.table if table else self._seen)
        self._legend.setVisible(not table and not self.is_empty)
        self._told.setVisible(table or not self.is_empty)
        self.toggle.setText(says("stat-as-picture" if table else "stat-as-table"))
        self.toggle.setAccessibleName(says("stat-as-picture-name" if table else "stat-as-table-name", title=title))  # fmt: skip
        self._told.setText(says("stat-cell-hint" if table else "stat-walk-hint"))

    def _on_bar(self, group: int, series: int) -> None:
        table, cell = self.picture.table, cell_of(self.picture, group, series)
        if cell is not None:
            self.opened.emit(table, *cell)
