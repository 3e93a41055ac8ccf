"""The right of the page (자료 쪽): the data list, where something is made, and one sentence else."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from intake.text import Texts
from ui.screens.papers.fields import DataList
from ui.widgets import Column, EmptyState, icon_button, row, words
from ui.widgets.window_action import run_action

_WIDE = 320


class PapersSide(QWidget):
    """Holds a data list; in a narrow window it is opened over the page."""

    def __init__(self, texts: Texts, data: DataList) -> None:
        """Show the sentence."""
        super().__init__()
        self._data = data
        shut = icon_button("x", texts("papers-shut-data"), self.turn)
        head = row(words(texts("papers-data"), "heading", wrap=False), None, shut)
        self.fields = Column(head, data, None, width=_WIDE)
        self._hint = EmptyState(texts("papers-side-hint"), icon="list-checks")
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self.fields, 1)
        box.addWidget(self._hint, 1)

    def show_fields(self, *, fields: bool) -> None:
        """Show the data list, or the sentence."""
        self.fields.setVisible(fields)
        self._hint.setVisible(not fields)

    def turn(self) -> None:
        """Open or close it."""
        run_action(self, "side")

    def go_to_field(self, name: str) -> None:
        """Open it where it is closed, and put the keyboard into a field."""
        self._open()
        self._data.focus_field(name)

    def show_said(self) -> None:
        """Show what is missing and what should be looked at."""
        self._open()
        self.fields.ensureWidgetVisible(self._data.said)

    def _open(self) -> None:
        if not self.isVisible():
            self.turn()
