"""The list itself: filters above, the table below, one sentence where nothing is to be seen.

* The first rows are there at once; the vector of all follows. Where it is the same as before,
  nothing jumps: the rows in sight are asked again and stay in sight meanwhile.
"""

from array import array

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from intake.desk.views.deleting import PostingLine, PostingQuery
from ui.screens.case.postings import deeds
from ui.screens.case.postings.filters import Filters
from ui.session import Session
from ui.tables.posting_table import PostingRows, posting_table
from ui.tables.rows import BLOCK
from ui.widgets import Button, EmptyState

_LEAST = 140  # a head and three rows, in the lowest window


class Listing(QWidget):
    """Asks for a case's postings and shows them."""

    looked = Signal(object)  # deeds.Look
    add_wanted = Signal()

    def __init__(self, session: Session) -> None:
        """Stand empty until ``show_case``."""
        super().__init__()
        self._session, self.case = session, ""
        self._shown: PostingQuery | None = None
        says = session.texts
        self.filters = Filters(says)
        self.filters.changed.connect(self._on_changed)
        self.filters.stepped_down.connect(self._on_down)
        self.table = posting_table(says)
        self.table.rows.wanted.connect(self._on_wanted)
        self.table.setMinimumHeight(_LEAST)
        self.table.sort_wanted.connect(self.filters.turn)
        self._clear = Button(says("cases-clear")).on(self.filters.clear)
        self.nothing = EmptyState(says("postings-nothing-fits"), self._clear, "search")
        self._add = Button(says("postings-paste-open"), "primary", icon="clipboard-paste")  # fmt: skip
        self._add.setAccessibleName(says("postings-empty-add"))
        self._add.on(self.add_wanted.emit)
        self.none = EmptyState(says("postings-none"), self._add, "link-2")
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(10)
        self.middle = QVBoxLayout()
        box.addWidget(self.filters)
        box.addLayout(self.middle)
        for one in (self.table, self.nothing, self.none):
            box.addWidget(one, 1)
        self.nothing.hide()
        self.none.hide()

    @property
    def query(self) -> PostingQuery:
        """What is listed."""
        return self.filters.query(self.case)

    def show_case(self, case: str) -> None:
        """Ask for a case, or again for the same."""
        if case != self.case:
            self.case, self._shown = case, None
            self.table.forget_chosen()
            self.filters.reset()
            self.table.show_ids(array("q"))
        self.refresh()

    def refresh(self) -> None:
        """Ask again for what is listed, the rows first, then what stands above them."""
        query = self.query
        self._session.ask(
            lambda desk, _progress: desk.postings.first(query, BLOCK),
            lambda first: self._on_first(query, first),
            by=self,
            slot="first",
        )
        self._session.ask(
            lambda desk, _progress: deeds.look(desk, query.case),
            self._on_look,
            by=self,
            slot="look",
        )

    def _on_first(self, query: PostingQuery, first: tuple[PostingLine, ...]) -> None:
        self._show_nothing(nothing=not first)
        few = len(first) < BLOCK
        if few or query != self._shown:
            self._show(query, _rows(first), first, whole=few)
        if not few:
            self._ask_all(query, first)

    def _on_look(self, found: deeds.Look) -> None:
        self.filters.show_totals(found.totals)
        self.looked.emit(found)

    def _ask_all(self, query: PostingQuery, first: tuple[PostingLine, ...]) -> None:
        self._session.ask(
            lambda desk, progress: desk.postings.listing(query, progress),
            lambda ids: self._show(query, ids, first),
            by=self,
            slot="listing",
        )

    def _show(
        self,
        query: PostingQuery,
        ids: "array[int]",
        first: tuple[PostingLine, ...],
        *,
        whole: bool = True,
    ) -> None:
        rows = self.table.rows
        if ids == rows.ids and query == self._shown:
            rows.refresh_lines()
            if ids:
                rows.fill(0, first[:BLOCK], rows.generation)
        else:
            self.table.show_ids(ids, first, whole=whole)
        self._shown = query
        if isinstance(rows, PostingRows):
            rows.show_order(query.order)

    def _on_wanted(self, block: int, ids: "array[int]") -> None:
        rows = self.table.rows
        generation = rows.generation
        self._session.ask(
            lambda desk, _progress: desk.postings.lines(ids),
            lambda lines: rows.fill(block, lines, generation),
            by=self,
            slot=f"block-{block}",
        )

    def _on_changed(self) -> None:
        self.table.verticalScrollBar().setValue(0)
        self.refresh()

    def _on_down(self) -> None:
        if self.table.rows.rowCount():
            self.table.setFocus(Qt.FocusReason.TabFocusReason)

    def _show_nothing(self, *, nothing: bool) -> None:
        empty = nothing and not self.filters.narrowed
        self.none.setVisible(empty)
        self.nothing.setVisible(nothing and not empty)
        self.table.setVisible(not nothing)
        self.filters.setVisible(not empty)


def _rows(lines: tuple[PostingLine, ...]) -> "array[int]":
    return array("q", (line.row for line in lines))
