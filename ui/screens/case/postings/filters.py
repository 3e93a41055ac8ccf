"""What of the list is shown, and in which order: search, chips, sorting."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from intake.desk.views.deleting import PostingFilter, PostingQuery, PostingTotals
from intake.text import Texts
from ui import theme
from ui.widgets import Button
from ui.widgets.combo import Combo
from ui.widgets.field import LineEdit
from ui.widgets.flow import flowing

FILTERS: tuple[PostingFilter, ...] = ("all", "to_request", "open", "removed", "back", "overdue", "refused")  # fmt: skip
ORDERS = ("-found_on", "found_on", "next_check", "-result_on", "-requested_on", "result", "platform", "host")  # fmt: skip
_SEARCH = 190
_COUNTED = {"to_request": "to_request", "overdue": "overdue"}


class SearchField(LineEdit):
    """A line that says what it would be with the syllable in composition."""

    searched = Signal(str)
    stepped_down = Signal()

    def __init__(self, name: str, placeholder: str) -> None:
        """Be called ``name``."""
        super().__init__(name, placeholder)
        self.textChanged.connect(lambda _text: self._say())
        icon = theme.icon("search", theme.now().muted, 16)
        self.addAction(icon, LineEdit.ActionPosition.LeadingPosition)

    @override
    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        super().inputMethodEvent(event)
        self._say()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.stepped_down.emit()
        elif event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        else:
            super().keyPressEvent(event)

    def _say(self) -> None:
        at = self.cursorPosition()
        self.searched.emit(self.text()[:at] + self.preedit + self.text()[at:])


class Filters(QWidget):
    """Says ``changed`` when something else is to be listed."""

    changed = Signal()
    stepped_down = Signal()

    def __init__(self, texts: Texts) -> None:
        """Show everything, newest first."""
        super().__init__()
        self._texts, self._text = texts, ""
        self.filter: PostingFilter = "all"
        self.order = ORDERS[0]
        self.search = SearchField(texts("postings-search"), texts("postings-search-hint"))  # fmt: skip
        self.search.searched.connect(self._on_searched)
        self.search.stepped_down.connect(self.stepped_down)
        self.sort = Combo(texts("postings-sort"))
        for order in ORDERS:
            self.sort.addItem(self._order_words(order), order)
        self.sort.activated.connect(lambda _at: self.choose_order(str(self.sort.currentData())))  # fmt: skip
        self.chips = {name: self._chip(name) for name in FILTERS}
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        self.search.setFixedWidth(_SEARCH)
        box.addWidget(flowing(self.search, *self.chips.values(), self.sort, gap=6))
        self._mark()

    def query(self, case: str) -> PostingQuery:
        """Return what is to be listed of a case."""
        return PostingQuery(case, self._text.strip(), self.filter, order=self.order)

    @property
    def narrowed(self) -> bool:
        """Whether something of the case may be left out."""
        return bool(self._text.strip()) or self.filter != "all"

    def choose(self, name: str) -> None:
        """List only what fits a filter; pressed again, everything."""
        found: PostingFilter = next((one for one in FILTERS if one == name), "all")
        self.filter = "all" if found == self.filter else found
        self._mark()
        self.changed.emit()

    def choose_order(self, order: str) -> None:
        """Sort by something else."""
        if order != self.order:
            self.order = order
            self._mark()
            self.changed.emit()

    def turn(self, order: str) -> None:
        """Sort the way the head of a column asks for."""
        self.choose_order(f"-{order}" if self.order == order else order)

    def clear(self) -> None:
        """Show everything again."""
        self.reset()
        self.changed.emit()

    def reset(self) -> None:
        """Show everything again, without saying so: another case comes."""
        self.filter, self._text = "all", ""
        self.search.clear()
        self._mark()

    def show_totals(self, totals: PostingTotals) -> None:
        """Say on the chips how many wait."""
        for name, field in _COUNTED.items():
            count = getattr(totals, field)
            word = self._texts(f"postings-filter-{name.replace('_', '-')}")
            said = self._texts("case-tab-count", name=word, count=count)
            self.chips[name].setText(said if count else word)  # type: ignore[index]

    def _order_words(self, order: str) -> str:
        plain = order.removeprefix("-").replace("_", "-")
        way = "down" if order.startswith("-") else "up"
        return self._texts(f"postings-order-{plain}-{way}")

    def _mark(self) -> None:
        for name, chip in self.chips.items():
            chip.setChecked(name == self.filter)
        if self.sort.findData(self.order) < 0:
            self.sort.addItem(self._order_words(self.order), self.order)
        self.sort.setCurrentIndex(self.sort.findData(self.order))

    def _chip(self, name: PostingFilter) -> Button:
        said = self._texts(f"postings-filter-{name.replace('_', '-')}")
        chip = Button(said, "chip", name=self._texts("cases-filter-name", name=said))
        chip.setCheckable(True)
        return chip.on(self._choosing(name))

    def _choosing(self, name: PostingFilter) -> Callable[[], None]:
        return lambda: self.choose(name)

    def _on_searched(self, text: str) -> None:
        if text != self._text:
            self._text = text
            self.changed.emit()
