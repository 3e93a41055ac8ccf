"""Whose picture: people who were met in more than one case, those with most victims first."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from intake.desk.views.joint import ProfileLine
from ui.session import Session
from ui.tables.profile_lines import listing, row_of
from ui.tables.two_lines import TwoLines, two_line_list
from ui.widgets import EmptyState, column, words

_WIDE = 560


class Chooser(QWidget):
    """``chosen`` carries a profile."""

    chosen = Signal(str)

    def __init__(self, session: Session) -> None:
        """Stand empty until it is asked."""
        super().__init__()
        self._session, self._texts = session, session.texts
        says = self._texts
        self.list = two_line_list(says("graph-choose"))
        self.list.opened.connect(self._on_opened)
        self._none = EmptyState(says("graph-no-profiles"), icon="users")
        self._hint = words(says("graph-nobody"), "muted")
        ground = QWidget()
        ground.setMaximumWidth(_WIDE)
        ground.setLayout(column(self._hint, self.list, self._none, gap=12))
        box = QHBoxLayout(self)
        box.setContentsMargins(24, 20, 24, 20)
        box.addStretch(1)
        box.addWidget(ground, 1000)
        box.addStretch(1)
        self._none.hide()

    def ask(self) -> None:
        """Ask who may be chosen."""
        self._session.ask(
            lambda desk, _progress: listing(desk, ""),
            self.show_lines,
            by=self,
            slot="choose",
        )

    def show_lines(self, lines: Sequence[ProfileLine]) -> None:
        """Show who may be chosen."""
        self.list.rows.show_lines([row_of(self._texts, one) for one in lines])
        for one in (self.list, self._hint):
            one.setVisible(bool(lines))
        self._none.setVisible(not lines)

    def _on_opened(self, line: object) -> None:
        if isinstance(line, TwoLines):
            self.chosen.emit(str(line.value))
