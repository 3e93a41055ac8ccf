"""The rows a number is made of (근거): case numbers and days, nothing else of a case.

* Enter goes to the case; Esc closes and gives the keyboard back to the number.
* Two hundred lines at once; more on a press.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from typing_extensions import override

from intake.errors import IntakeError
from ui import theme
from ui.jobs import Lane
from ui.screens.statistics.reading import MANY, Opened
from ui.session import Session
from ui.tables.two_lines import TwoLines, two_line_list
from ui.widgets import Button, ProgressLine, column, icon_button, row, say, words
from ui.widgets.spoken_date import shown_date

if TYPE_CHECKING:
    from intake.desk.views.figures import SourceLine


class RowsPanel(QWidget):
    """Stands at the right while a number is opened."""

    freeze = Signal(object)  # an Opened
    filled = Signal()  # rows came

    def __init__(self, session: Session) -> None:
        """Stay out of sight until a number is opened."""
        super().__init__()
        self._session, self._texts = session, session.texts
        says = self._texts
        self.opened: Opened | None = None
        self.freezes = True  # whether the person here may freeze a number
        self._lines: tuple[SourceLine, ...] = ()
        self.before: QWidget | None = None  # what was pressed
        self.setObjectName("side")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedWidth(theme.SIDE)
        self._title, self._number, self._how = words("", "heading"), words("", "figure", wrap=False), words("", "small")  # fmt: skip
        self._told = words("", "muted")
        self.close_ = icon_button("x", says("stat-rows-close"), self.close_rows)
        self.keep = Button(says("stat-freeze"), icon="archive").on(self._on_freeze)
        self.keep.setToolTip(says("stat-freeze-hint"))
        self.list = two_line_list(says("stat-rows"))
        self.list.opened.connect(self._on_opened)
        self.more = Button(says("stat-rows-more"), "quiet").on(self._ask)
        self._progress = ProgressLine(says)
        self._stand()
        self.hide()

    def open_rows(self, opened: Opened) -> None:
        """Show what a number is made of."""
        here = QApplication.focusWidget()
        if here is not None and not self.isAncestorOf(here):
            self.before = here
        self.opened, self._lines = opened, ()
        self._title.setText(opened.title)
        self._number.setText(opened.number)
        self._how.setText(opened.how)
        self.keep.setVisible(bool(opened.rule) and self.freezes)
        self.list.rows.show_lines(())
        say(self._told, "")
        self.more.hide()
        self.show()
        self._ask()

    def close_rows(self) -> None:
        """Go, and give the keyboard back."""
        before, self.before, self.opened = self.before, None, None
        self.hide()
        if before is not None and before.isVisible():
            before.setFocus(Qt.FocusReason.OtherFocusReason)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_rows()
        else:
            super().keyPressEvent(event)

    # --- within ----------------------------------------------------------------------

    def _stand(self) -> None:
        head = row(self._title, self.close_, gap=8)
        head.setStretch(0, 1)
        head.setAlignment(self.close_, Qt.AlignmentFlag.AlignTop)
        above = column(head, row(self._number, None, self.keep), self._how, self._told, self._progress, gap=8)  # fmt: skip
        above.setContentsMargins(16, 14, 16, 0)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 12)
        box.setSpacing(8)
        box.addLayout(above)
        box.addWidget(self.list, 1)
        box.addLayout(row(None, self.more, None))

    def _ask(self) -> None:
        opened, after = self.opened, len(self._lines)
        if opened is None:
            return
        job = self._session.ask(
            lambda desk, _progress: opened.fetch(desk, after),
            lambda lines: self._show(opened, lines),
            by=self,
            slot="rows",
            lane=Lane.BULK,
            otherwise=self._on_refused,
            stopped=self._progress.end,
        )
        self._progress.begin(self._texts("stat-rows-asking"), job.cancel)

    def _show(self, opened: Opened, lines: Sequence["SourceLine"]) -> None:
        if opened is not self.opened:
            return
        self._progress.end()
        first = not self._lines
        self._lines = (*self._lines, *lines)
        seen = [self._line(one) for one in self._lines if one.case]
        unseen = len(self._lines) - len(seen)
        self.list.rows.show_lines(seen)
        self.more.setVisible(len(lines) == MANY)
        told = "stat-rows-none" if not self._lines else "stat-rows-unseen"
        say(self._told, "" if seen and not unseen else self._texts(told, count=unseen))
        if first and seen:
            self.list.setCurrentIndex(self.list.rows.index(0, 0))
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)
        elif first:
            self.close_.setFocus(Qt.FocusReason.OtherFocusReason)
        self.filled.emit()

    def _line(self, one: "SourceLine") -> TwoLines:
        says = self._texts
        day = shown_date(one.day, says) if one.day else says("stat-rows-no-day")
        return TwoLines(one.number or says("stat-rows-gone"), day, value=one.case)

    def _on_refused(self, error: IntakeError) -> None:
        self._progress.end()
        said = self._texts.error(error)
        say(self._told, f"{said.sentence} {said.remedy}")
        self.close_.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_opened(self, line: object) -> None:
        if isinstance(line, TwoLines) and line.value:
            self._session.go("case", case=str(line.value))

    def _on_freeze(self) -> None:
        if self.opened is not None:
            self.freeze.emit(self.opened)
