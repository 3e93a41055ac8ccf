"""The sheet of filters: state, route, counselor, days; and the filters that have a name."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QLayout, QWidget

from intake.desk.views import CaseQuery
from intake.desk.views.finding import SavedFilter
from intake.text import Texts
from ui.widgets import Button, Sheet, row, rule, words
from ui.widgets.code_words import code_choices
from ui.widgets.field import Field, labelled


class FilterSheet(Sheet):
    """``wanted`` carries the filter to show, ``kept`` one with its name."""

    wanted = Signal(object)  # CaseQuery
    kept = Signal(str, object)
    dropped = Signal(str)

    def __init__(
        self,
        parent: QWidget,
        texts: Texts,
        query: CaseQuery,
        saved: Sequence[SavedFilter],
    ) -> None:
        """Stand as the list is filtered now."""
        self._texts, self._query = texts, query
        self.state = _combo(texts, "case_state", "finder-state", query.state)
        self.route = _combo(texts, "route", "finder-route", query.route)
        self.counselor = Field(texts("finder-counselor"))
        self.counselor.set_text(query.counselor)
        self.since = Field(texts("finder-since"), texts("finder-day-help"))
        self.since.set_text(query.since)
        self.until = Field(texts("finder-until"), texts("finder-day-help"))
        self.until.set_text(query.until)
        self.name = Field(texts("finder-name"), texts("finder-name-help"))
        show = Button(texts("finder-show"), "primary").on(self._on_show)
        reset = Button(texts("finder-reset")).on(self._on_reset)
        no = Button(texts("shell-cancel")).on(self.close_sheet)
        super().__init__(
            parent,
            words(texts("finder-title"), "heading"),
            row(self.since, self.until, gap=12),
            labelled(texts("finder-state"), self.state),
            labelled(texts("finder-route"), self.route),
            self.counselor,
            self.name,
            row(reset, None, no, show),
            *self._saved(saved),
            width=560,
        )
        self.setAccessibleName(texts("finder-title"))
        for field in (self.since, self.until, self.counselor, self.name):
            field.submitted.connect(self._on_show)

    def _saved(self, saved: Sequence[SavedFilter]) -> list[QWidget | QLayout]:
        if not saved:
            return []
        listed: list[QWidget | QLayout] = [
            rule(),
            words(self._texts("finder-saved"), "strong"),
        ]
        for one in saved:
            says = self._texts
            use = Button(one.name, "quiet", name=says("finder-use-name", name=one.name))
            drop = Button(
                says("finder-drop"), name=says("finder-drop-name", name=one.name)
            )
            use.on(self._using(one.query))
            drop.on(self._dropping(one.name))
            listed.append(row(use, None, drop))
        return listed

    def _asked(self) -> CaseQuery:
        return replace(
            self._query,
            state=str(self.state.currentData() or ""),
            route=str(self.route.currentData() or ""),
            counselor=self.counselor.text(),
            since=self.since.text(),
            until=self.until.text(),
        )

    def _on_show(self) -> None:
        query = self._asked()
        if self.name.text():
            self.kept.emit(self.name.text(), query)
        self.wanted.emit(query)
        self.close_sheet()

    def _on_reset(self) -> None:
        self.wanted.emit(CaseQuery())
        self.close_sheet()

    def _using(self, query: CaseQuery) -> Callable[[], None]:
        def use() -> None:
            self.wanted.emit(query)
            self.close_sheet()

        return use

    def _dropping(self, name: str) -> Callable[[], None]:
        def drop() -> None:
            self.dropped.emit(name)
            self.close_sheet()

        return drop


def _combo(texts: Texts, codes: str, name_id: str, chosen: str) -> QComboBox:
    combo = QComboBox()
    combo.setAccessibleName(texts(name_id))
    combo.addItem(texts("finder-any"), "")
    for code, label in code_choices(texts.language, codes):
        combo.addItem(label, code)
    combo.setCurrentIndex(max(0, combo.findData(chosen)))
    return combo
