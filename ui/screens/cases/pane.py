"""The pane with the list of cases: search as you type, filters, and rows that come as they are seen.

* The first cases are there at once; the vector of all of them follows and replaces them.
* A new key interrupts the search before it. The syllable being composed searches too.
* What changed elsewhere is asked again when the list is looked at.
* A filter may be refined in a sheet and kept under a name; the cases opened last are one chip.
"""

from array import array
from collections.abc import Callable
from dataclasses import replace
from typing import Literal, TypeAlias

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QIcon, QInputMethodEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from intake.desk.views import CaseLine, CaseQuery
from intake.desk.views.finding import SavedFilter
from ui import theme
from ui.screens.cases.filters import FilterSheet
from ui.session import Place, Session
from ui.tables.case_list import case_list
from ui.tables.rows import BLOCK
from ui.widgets import Button, EmptyState, row, words
from ui.widgets.field import LineEdit
from ui.widgets.flow import flowing

Filter: TypeAlias = Literal["all", "mine", "minor", "deleting", "to_send"]
FILTERS: tuple[Filter, ...] = ("mine", "minor", "deleting", "to_send")
_TOPICS = {"case", "person", "interview", "answer", "note", "consent", "posting", "deletion_action", "exchange"}  # fmt: skip


class SearchLine(LineEdit):
    """A line that says what it would be with the syllable in composition."""

    searched = Signal(str)
    stepped_down = Signal()

    def __init__(self, name: str, placeholder: str) -> None:
        """Be called ``name``."""
        super().__init__(name, placeholder)
        self.textChanged.connect(lambda _text: self._say())
        self.addAction(_icon(), LineEdit.ActionPosition.LeadingPosition)

    @override
    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        super().inputMethodEvent(event)
        self._say()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Down:
            self.stepped_down.emit()
        elif event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        else:
            super().keyPressEvent(event)

    def _say(self) -> None:
        at = self.cursorPosition()
        self.searched.emit(self.text()[:at] + self.preedit + self.text()[at:])


class CasePane(QWidget):
    """Title, search, filters, list."""

    opened = Signal(str)  # the id of a case
    new_wanted = Signal()

    def __init__(self, session: Session) -> None:
        """Ask when it is first seen."""
        super().__init__()
        self._session, self._texts = session, session.texts
        self._text = ""
        self._filter: Filter = "all"
        self._refined = CaseQuery()  # what the sheet of filters asks for
        self._stale, self._chosen = True, -1
        self.case = ""  # the one that is marked
        says = self._texts
        self.count = words("", "small", wrap=False)
        self.new = Button(says("cases-new"), "primary", icon="plus")
        self.new.setToolTip("Ctrl+N")
        self.new.on(self.new_wanted.emit)
        self.search = SearchLine(says("cases-search"), says("cases-search-hint"))
        self.search.searched.connect(self._on_searched)
        self.chips = {name: self._chip(name) for name in FILTERS}
        self.recent = Button(says("finder-recent"), "chip").on(self._on_recent)
        self.recent.setCheckable(True)
        self.more = Button(says("finder-more"), "chip", icon="list-filter").on(
            self._on_more
        )
        self.more.setCheckable(True)
        self.list = case_list(says)
        self.list.opened.connect(self._on_opened)
        self.list.rows.wanted.connect(self._on_wanted)
        self.search.stepped_down.connect(self._on_down)
        self.search.returnPressed.connect(self._on_down)
        self._nothing = self._make_nothing()
        self._stand()
        session.touched.connect(self._on_touched)
        session.went.connect(self._on_went)

    def choose(self, case: CaseLine) -> None:
        """Mark a case as the one that is looked at."""
        self._chosen, self.case = case.row, case.id
        self.list.choose(case.row)

    def refresh(self) -> None:
        """Ask for the list again, as it is searched and filtered."""
        self._stale = False
        if self.recent.isChecked():
            self._ask_recent()
            return
        query = self._query()
        self._session.ask(
            lambda desk, _progress: desk.cases.first(query, BLOCK),
            lambda lines: self._on_first(query, lines),
            by=self,
            slot="first",
        )

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale and self._session.is_open:
            self.refresh()
            self._session.ask(
                lambda desk, _p: desk.roles.mine().sees_content,
                self.new.setVisible,
                by=self,
                slot="role",
            )
        place = getattr(self.window(), "place", None)
        if isinstance(
            place, Place
        ):  # the case may have been reached before this was made
            self._on_went(place)

    def _query(self) -> CaseQuery:
        return replace(self._refined, text=self._text, filter=self._filter)

    def _ask_recent(self) -> None:
        self._session.ask(
            lambda desk, _progress: desk.finder.recent(),
            lambda lines: self._show(array("q", (one.row for one in lines)), lines),
            by=self,
            slot="first",
        )

    # --- what comes back ----------------------------------------------------------------

    def _on_first(self, query: CaseQuery, lines: tuple[CaseLine, ...]) -> None:
        if len(lines) < BLOCK:
            self._show(array("q", (line.row for line in lines)), lines)
            return
        if not self.list.rows.rowCount() or query != self._shown_query:
            self._show(array("q", (line.row for line in lines)), lines, whole=False)
        self._session.ask(
            lambda desk, progress: desk.cases.listing(query, progress),
            lambda ids: self._show(ids, lines),
            by=self,
            slot="listing",
        )

    def _show(
        self, ids: "array[int]", first: tuple[CaseLine, ...], *, whole: bool = True
    ) -> None:
        self._shown_query = self._query()
        at = self.list.verticalScrollBar().value()
        self.list.rows.show_ids(ids, first)
        self.list.verticalScrollBar().setValue(at)
        if self._chosen >= 0:
            self.list.choose(self._chosen)
        self.count.setText(self._texts.number(len(ids)) if whole else "")
        self._show_nothing(nothing=not ids)

    def _on_wanted(self, block: int, ids: "array[int]") -> None:
        generation = self.list.rows.generation
        self._session.ask(
            lambda desk, _progress: desk.cases.lines(ids),
            lambda lines: self.list.rows.fill(block, lines, generation),
            by=self,
            slot=f"block-{block}",
        )

    def _on_touched(self, topics: frozenset[str], _by: object) -> None:
        if topics & _TOPICS:
            self._stale = True
            if self.isVisible():
                self.refresh()

    def _on_went(self, place: Place) -> None:
        case = str(place.facts.get("case", "")) if place.screen == "case" else ""
        if case:
            self._session.ask(
                lambda desk, _progress: desk.cases.line(case),
                self.choose,
                by=self,
                slot="chosen",
            )

    # --- what the person does ------------------------------------------------------------

    def _on_searched(self, text: str) -> None:
        if text != self._text:
            self._text = text
            self.list.verticalScrollBar().setValue(0)
            self.refresh()

    def _on_recent(self) -> None:
        self.list.verticalScrollBar().setValue(0)
        self.refresh()

    def _on_more(self) -> None:
        self.more.setChecked(self._refined != CaseQuery())
        self._session.ask(
            lambda desk, _progress: desk.finder.saved(), self._show_filters, by=self
        )

    def _show_filters(self, saved: tuple[SavedFilter, ...]) -> None:
        sheet = FilterSheet(self.window(), self._texts, self._query(), saved)
        sheet.wanted.connect(self.use)
        sheet.kept.connect(self._on_kept)
        sheet.dropped.connect(self._on_dropped)
        sheet.open_sheet(sheet.since.line)

    def use(self, query: CaseQuery) -> None:
        """Show what a filter asks for."""
        self._refined = replace(query, text="", filter="all")
        self._filter = query.filter
        self.recent.setChecked(False)
        self.more.setChecked(self._refined != CaseQuery())
        for name, chip in self.chips.items():
            chip.setChecked(name == self._filter)
        self.search.setText(query.text)
        self._text = query.text
        self.refresh()

    def _on_kept(self, name: str, query: CaseQuery) -> None:
        self._session.do(lambda desk, _progress: desk.finder.save(name, query), by=self)

    def _on_dropped(self, name: str) -> None:
        self._session.do(lambda desk, _progress: desk.finder.drop(name), by=self)

    def _on_filter(self, name: Filter) -> None:
        self.recent.setChecked(False)
        self._filter = name if self.chips[name].isChecked() else "all"
        for other, chip in self.chips.items():
            chip.setChecked(other == self._filter)
        self.list.verticalScrollBar().setValue(0)
        self.refresh()

    def _on_clear(self) -> None:
        self._filter, self._refined = "all", CaseQuery()
        for chip in (self.recent, self.more):
            chip.setChecked(False)
        for chip in self.chips.values():
            chip.setChecked(False)
        self._text = ""
        self.search.clear()
        self.refresh()

    def _on_down(self) -> None:
        if self.list.rows.rowCount():
            self.list.setFocus(Qt.FocusReason.TabFocusReason)
            if not self.list.currentIndex().isValid():
                self.list.setCurrentIndex(self.list.rows.index(0, 0))

    def _on_opened(self, line: object) -> None:
        if isinstance(line, CaseLine):
            self._chosen, self.case = line.row, line.id
            self.opened.emit(line.id)

    # --- building ------------------------------------------------------------------------

    def _chip(self, name: Filter) -> Button:
        said = self._texts(f"cases-filter-{name.replace('_', '-')}")
        chip = Button(said, "chip", name=self._texts("cases-filter-name", name=said))
        chip.setCheckable(True)
        return chip.on(self._filtering(name))

    def _filtering(self, name: Filter) -> Callable[[], None]:
        return lambda: self._on_filter(name)

    def _make_nothing(self) -> EmptyState:
        self._clear = Button(self._texts("cases-clear")).on(self._on_clear)
        return EmptyState(self._texts("cases-nothing-fits"), self._clear, "search")

    def _show_nothing(self, *, nothing: bool) -> None:
        asked = replace(self._query(), text=self._text.strip()) != CaseQuery()
        self._nothing.setVisible(nothing and asked)
        self._none.setVisible(nothing and not asked)
        self.list.setVisible(not nothing)

    def _stand(self) -> None:
        self._shown_query = CaseQuery()
        self._none = EmptyState(self._texts("cases-none"), icon="folder")
        title = words(self._texts("cases-title"), "title", wrap=False)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 14, 0, 0)
        box.setSpacing(10)
        head = row(title, self.count, None, self.new)
        chips = flowing(*self.chips.values(), self.recent, self.more, gap=6)
        for thing in (head, row(self.search), row(chips)):
            thing.setContentsMargins(16, 0, 16, 0)
            box.addLayout(thing)
        box.addWidget(self.list, 1)
        box.addWidget(self._nothing, 1)
        box.addWidget(self._none, 1)
        self._nothing.hide()
        self._none.hide()


def _icon() -> QIcon:
    return theme.icon("search", theme.now().muted, 16)
