"""Whom a paper is about (누구에 관한 문서): one case, or one perpetrator of several."""

from array import array
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QWidget

from intake.desk.views import CaseLine, CaseQuery
from ui.session import Session
from ui.tables.case_list import case_list
from ui.tables.profile_lines import listing, row_of
from ui.tables.row_list import RowList
from ui.tables.two_lines import TwoLines, two_line_list
from ui.widgets import Button, Sheet, row, words
from ui.widgets.field import Field

if TYPE_CHECKING:
    from intake.desk.views.joint import ProfileLine

_MOST, _HIGH, _WIDE, _BREATH_MS = 50, 340, 600, 250


class AboutSheet(Sheet):
    """Search, look, choose; ``chosen`` carries an id."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget, session: Session, kind: str) -> None:
        """Look among cases, or among perpetrators."""
        says, self._session = session.texts, session
        self._texts, self._kind = says, kind
        title = says(f"papers-choose-{kind.lower()}")
        hint = says(f"papers-choose-{kind.lower()}-hint")
        self.field = Field(says("papers-search"), hint)
        self._breath = QTimer(self.field, singleShot=True, interval=_BREATH_MS)
        self._breath.timeout.connect(self._ask)
        self.field.edited.connect(self._breath.start)
        self.field.submitted.connect(self._go_down)
        self.list: RowList = case_list(says) if kind == "CASE" else two_line_list(says("papers-profiles"))  # fmt: skip
        self.list.setFixedHeight(_HIGH)
        self.list.opened.connect(self._on_opened)
        self._none = words(says("papers-none-found"), "muted")
        self._none.hide()
        no = Button(says("shell-cancel")).on(self.close_sheet)
        super().__init__(parent, words(title, "heading"), self.field, self.list, self._none, row(None, no), width=_WIDE)  # fmt: skip
        self.setAccessibleName(title)
        self._ask()

    def _ask(self) -> None:
        text = self.field.text()
        if self._kind == "CASE":
            query = CaseQuery(text)
            self._session.ask(lambda desk, _progress: desk.cases.first(query, _MOST), self._show_cases, by=self, slot="found")  # fmt: skip
        else:
            self._session.ask(lambda desk, _progress: listing(desk, text), self._show_profiles, by=self, slot="found")  # fmt: skip

    def _show_cases(self, lines: tuple[CaseLine, ...]) -> None:
        self.list.rows.show_ids(array("q", (one.row for one in lines)), lines)
        self._none.setVisible(not lines)

    def _show_profiles(self, lines: "tuple[ProfileLine, ...]") -> None:
        several = sorted(lines, key=lambda one: -one.cases)
        self.list.rows.show_lines([row_of(self._texts, one) for one in several])
        self._none.setVisible(not lines)

    def _go_down(self) -> None:
        if self.list.rows.rowCount():
            self.list.setFocus(Qt.FocusReason.TabFocusReason)
            self.list.setCurrentIndex(self.list.rows.index(0, 0))

    def _on_opened(self, line: object) -> None:
        chosen = line.id if isinstance(line, CaseLine) else str(line.value) if isinstance(line, TwoLines) else ""  # fmt: skip
        if chosen:
            self.close_sheet()
            self.chosen.emit(chosen)
