"""The list of notices, own requests and handovers, with four filters."""

from collections.abc import Callable

from PySide6.QtCore import Signal

from ui.people_pages import people_switch
from ui.screens.notices.items import FILTERS, Filter, Look, items_of, key_of, row_of
from ui.session import Session
from ui.tables.two_lines import TwoLines, two_line_list
from ui.widgets import Button
from ui.widgets.flow import flowing
from ui.widgets.listed_page import ListPane


class NoticePane(ListPane):
    """Shows a ``Look``; ``opened`` carries the key of an item."""

    opened = Signal(str)

    def __init__(self, session: Session) -> None:
        """Stand empty."""
        super().__init__()
        self._texts = session.texts
        says = self._texts
        self._which: Filter = "all"
        self._look: Look | None = None
        self.shown = ""
        self.chips = {name: self._chip(name) for name in FILTERS}
        self.chips["all"].setChecked(True)
        self.list = two_line_list(says("told-list"))
        self.list.opened.connect(self._on_opened)
        chips = flowing(*self.chips.values(), gap=6)
        self.stand(says("rail-people"), (people_switch(session, "notices"), chips), self.list)  # fmt: skip

    def show_look(self, found: Look) -> None:
        """Show what there is; the one that is open keeps its mark."""
        self._look = found
        items = items_of(found, self._which)
        self.list.rows.show_lines([row_of(self._texts, one, central=found.central) for one in items])  # fmt: skip
        self.show_none("" if items else self._texts("told-none"), "bell")
        keys = [key_of(one) for one in items]
        self.list.choose(keys.index(self.shown) if self.shown in keys else -1)

    def mark(self, key: str) -> None:
        """Mark an item as the one that is open."""
        self.shown = key
        if self._look is not None:
            self.show_look(self._look)

    def _on_opened(self, line: object) -> None:
        if isinstance(line, TwoLines):
            self.opened.emit(key_of(line.value))  # type: ignore[arg-type]  # an item

    def _on_filter(self, which: Filter) -> None:
        self._which = which
        for name, chip in self.chips.items():
            chip.setChecked(name == which)
        if self._look is not None:
            self.show_look(self._look)

    def _chip(self, name: Filter) -> Button:
        said = self._texts(f"told-filter-{name}")
        chip = Button(said, "chip", name=self._texts("cases-filter-name", name=said))
        chip.setCheckable(True)
        return chip.on(self._filtering(name))

    def _filtering(self, name: Filter) -> Callable[[], None]:
        return lambda: self._on_filter(name)
