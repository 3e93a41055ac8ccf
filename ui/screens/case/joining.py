"""The sheet that finds the case another one continues in (사건 잇기)."""

from array import array

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from intake.desk.views import CaseLine, CaseQuery
from ui.session import Session
from ui.tables.case_list import case_list
from ui.widgets import Button, Sheet, row, words
from ui.widgets.field import Field

_MOST, _HIGH = 50, 300


class JoinSheet(Sheet):
    """Search, look, choose; ``chosen`` carries the case."""

    chosen = Signal(object)  # CaseLine

    def __init__(self, parent: QWidget, session: Session, case: str) -> None:
        """Look among every case but this one."""
        says = session.texts
        self._session, self._case = session, case
        self.field = Field(says("cases-search"))
        self.field.edited.connect(self._ask)
        self.field.submitted.connect(self._on_submitted)
        self.list = case_list(says)
        self.list.setFixedHeight(_HIGH)
        self.list.opened.connect(self._on_opened)
        no = Button(says("shell-cancel")).on(self.close_sheet)
        super().__init__(
            parent,
            words(says("whole-join"), "heading"),
            words(says("whole-join-body"), "muted"),
            self.field,
            self.list,
            row(None, no),
            width=560,
        )
        self.setAccessibleName(says("whole-join"))
        self._ask()

    def _ask(self) -> None:
        query = CaseQuery(self.field.text())
        self._session.ask(
            lambda desk, _progress: desk.cases.first(query, _MOST),
            self._show,
            by=self,
            slot="found",
        )

    def _show(self, lines: tuple[CaseLine, ...]) -> None:
        others = tuple(one for one in lines if one.id != self._case)
        self.list.rows.show_ids(array("q", (one.row for one in others)), others)

    def _on_submitted(self) -> None:
        if self.list.rows.rowCount():
            self.list.setFocus(Qt.FocusReason.TabFocusReason)
            self.list.setCurrentIndex(self.list.rows.index(0, 0))

    def _on_opened(self, line: object) -> None:
        if isinstance(line, CaseLine):
            self.chosen.emit(line)
            self.close_sheet()
