"""Who a page is about: the way here, the name, and the short states beside it."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget
from typing_extensions import override

from intake.desk.views import CaseHeader
from intake.text import Texts
from ui.widgets.button import Button
from ui.widgets.pill import Pill
from ui.widgets.words import words

_LEAST_NAME = 40
Crumb = tuple[str, Callable[[], object] | None]


class WhoLine(QWidget):
    """Two lines: crumbs above, name and states below."""

    def __init__(self, texts: Texts) -> None:
        """Stand empty."""
        super().__init__()
        self._texts = texts
        self._age: QLabel | None = None
        self._crumbs, self._who = QHBoxLayout(), QHBoxLayout()
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(2)
        box.addStretch(1)
        for line in (self._crumbs, self._who):
            line.setSpacing(6)
            box.addLayout(line)
        box.addStretch(1)
        self._crumbs.setSpacing(2)

    def show_crumbs(self, crumbs: Sequence[Crumb]) -> None:
        """Show the way here; a crumb with an act leads there."""
        _empty(self._crumbs)
        for at, (text, act) in enumerate(crumbs):
            if at:
                self._crumbs.addWidget(words("›", "small", wrap=False))
            if act is None:
                self._crumbs.addWidget(words(text, "small", wrap=False))
            else:
                name = self._texts("casework-go-to", name=text)
                button = Button(text, name=name).on(act)
                button.setProperty("kind", "crumb")
                self._crumbs.addWidget(button)
        self._crumbs.addStretch(1)

    def show_header(self, header: CaseHeader) -> None:
        """Show the name, the age in words and the states."""
        self._age = None
        _empty(self._who)
        name = header.alias or self._texts("casework-no-alias")
        shown = words(name, "title", wrap=False)
        shown.setMinimumWidth(_LEAST_NAME)  # in a narrow window a long name gives way
        self._who.addWidget(shown)
        if header.age is not None:
            said = self._texts("casework-age", age=header.age)
            self._age = words(said, "muted", wrap=False)
            self._who.addWidget(self._age)
        self._who.addSpacing(4)
        for pill in header.pills:
            state = Pill(self._texts(pill.text_id), pill.state)
            state.setMinimumWidth(state.sizeHint().width())
            self._who.addWidget(state)
        self._who.addStretch(1)
        self._fit()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """In a narrow window the age gives its place to the states; the overview says it too."""
        if self._age is None:
            return
        items = (self._who.itemAt(at) for at in range(self._who.count()))
        shown = (one.widget() for one in items if one is not None)
        wide = sum(one.sizeHint().width() + 6 for one in shown if one)
        self._age.setVisible(wide + 4 <= self.width())

    def show_title(self, text: str) -> None:
        """Show a title where there is nobody yet."""
        self._age = None
        _empty(self._who)
        self._who.addWidget(words(text, "title", wrap=False))
        self._who.addStretch(1)


def _empty(line: QHBoxLayout) -> None:
    while (item := line.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            widget.hide()
            widget.deleteLater()
