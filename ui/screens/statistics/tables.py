"""All tables one below the other (통계표 T1–T12), each folded until it is wanted.

* National tables first; what is regional stands apart and is in no national sum.
* A table is made when it is unfolded: twenty folded ones cost nothing.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from intake.text import Texts
from ui.screens.statistics.order import settle_page
from ui.screens.statistics.table import NumberTable
from ui.widgets import Button, Card, column, words
from ui.widgets.tall_sheet import empty_box

if TYPE_CHECKING:
    from intake.desk.views.statistics import CountedTable


class FoldButton(Button):
    """A line with a mark that says whether it is unfolded."""

    def __init__(self, text: str) -> None:
        """Stand folded."""
        super().__init__(text, "quiet", icon="chevron-right")
        self.setProperty("kind", "fold")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_fold(self, *, is_open: bool) -> None:
        """Show the mark of one that is unfolded, or not."""
        self._icon_name = "chevron-down" if is_open else "chevron-right"
        self._draw_icon()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.click()
        else:
            super().keyPressEvent(event)


class FoldedTable(QWidget):
    """One line that unfolds to a table with its rule; ``opened`` as in ``PictureCard``."""

    opened = Signal(object, int, int)

    def __init__(self, texts: Texts, table: "CountedTable", among: str = "") -> None:
        """Stand folded; ``among`` tells it from a table of the same name elsewhere."""
        super().__init__()
        self._texts, self.table, self._among = texts, table, among
        self.grid: NumberTable | None = None
        number = table.id.partition(".")[0]
        said = texts("stat-table-line", number=number, title=table.title, unit=table.unit_label)  # fmt: skip
        self.head = FoldButton(said)
        self.head.setAccessibleName(", ".join(filter(None, (among, said))))
        self.head.on(self.fold)
        self._inner = QVBoxLayout()
        self._inner.setContentsMargins(12, 0, 4, 8)
        self._inner.setSpacing(8)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(4)
        box.addWidget(self.head)
        box.addLayout(self._inner)

    @property
    def is_open(self) -> bool:
        """Whether its numbers are seen."""
        return self.grid is not None

    def fold(self) -> None:
        """Unfold, or fold again."""
        if self.is_open:
            self.grid = None
            empty_box(self._inner)
        else:
            self._unfold()
        self.head.show_fold(is_open=self.is_open)
        settle_page(self)

    def _unfold(self) -> None:
        table, says = self.table, self._texts
        grid = self.grid = NumberTable(says, table)
        grid.setAccessibleName(", ".join(filter(None, (self._among, grid.accessibleName()))))  # fmt: skip
        grid.opened.connect(lambda line, place: self.opened.emit(table, line, place))
        doubtful = says("stat-doubtful", count=table.doubtful, unit=table.unit_label) if table.doubtful else ""  # fmt: skip
        self._inner.addWidget(grid)
        for text in (says("stat-rule", rule=table.rule, how=table.how), table.note, doubtful):  # fmt: skip
            if text:
                self._inner.addWidget(words(text, "small"))


class TablesCard(Card):
    """Every table in order; ``opened`` carries a table with a row and a column."""

    opened = Signal(object, int, int)

    def __init__(self, texts: Texts, tables: Sequence["CountedTable"]) -> None:
        """Hold tables, folded."""
        super().__init__(words(texts("stat-tables"), "heading"), gap=6)
        self.lines: list[FoldedTable] = []
        self.add(words(texts("stat-tables-hint"), "small"))
        self.add(self._part(texts, [one for one in tables if not one.annex]))
        annex = [one for one in tables if one.annex]
        if annex:
            self.add(8, words(texts("stat-annex"), "strong"), words(texts("stat-annex-hint"), "small"))  # fmt: skip
            self.add(self._part(texts, annex))

    def line(self, table: str) -> FoldedTable:
        """Return the line of a table by its id."""
        return next(one for one in self.lines if one.table.id == table)

    def _part(self, texts: Texts, tables: Sequence["CountedTable"]) -> QVBoxLayout:
        made = [FoldedTable(texts, one) for one in tables]
        for one in made:
            one.opened.connect(self.opened)
        self.lines += made
        return column(*made, gap=2)
