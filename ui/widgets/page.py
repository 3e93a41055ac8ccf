"""The ground a screen stands on: header, a column that scrolls, a footer of key hints."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from ui import theme
from ui.widgets.card import Thing, fill, row
from ui.widgets.key_hint import KeyHint

Fact = str | int


class Column(QScrollArea):
    """A text column of at most 720 px that scrolls; Qt keeps the focus in sight."""

    def __init__(
        self,
        *things: Thing,
        width: int = theme.COLUMN,
        gap: int = 16,
        parent: QWidget | None = None,
    ) -> None:
        """Hold things one below the other, in the middle of the place there is."""
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        ground, self.column = QWidget(), QWidget()
        ground.setObjectName("column")
        self.column.setObjectName("column")
        self.column.setMaximumWidth(width)
        self.body = QVBoxLayout(self.column)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(gap)
        outer = QHBoxLayout(ground)
        outer.setContentsMargins(24, 24, 24, 24)
        outer.addStretch(1)
        outer.addWidget(self.column, 1000)
        outer.addStretch(1)
        self.setWidget(ground)
        fill(self.body, *things)


class Page(QWidget):
    """What every screen begins as; it overrides what it needs (see ``ui.screens``)."""

    list_pane: QWidget | None = None
    side: QWidget | None = None

    def __init__(self, parent: QWidget | None = None) -> None:
        """Have an empty header, body and footer."""
        super().__init__(parent)
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(0)
        self._footer: QWidget | None = None

    @property
    def centre(self) -> QWidget:
        """What stands in the middle."""
        return self

    def show_place(self, facts: Mapping[str, Fact]) -> None:
        """Arrive, or arrive again with other facts."""

    def flush(self) -> None:
        """Hand on what is typed and not yet said: before lock, close and leaving."""

    def act(self, action: str) -> bool:
        """Carry out an action of ``ui.actions``; False: it means nothing here."""
        del action
        return False

    def set_header(self, *things: Thing, height: int = 64) -> QWidget:
        """Stand things in the bar above."""
        return self._bar("header", 0, height, *things)

    def set_body(self, body: QWidget, stretch: int = 1) -> None:
        """Stand a widget in the middle; without ``stretch`` it is as high as it needs."""
        self._box.addWidget(body, stretch)

    def set_foot(self, foot: QWidget) -> None:
        """Stand a widget under the body, where it does not scroll away."""
        self._box.addWidget(foot)

    def set_footer(self, hints: Sequence[tuple[str, str]]) -> QWidget:
        """Show keys and what they do here."""
        if self._footer is not None:
            self._footer.deleteLater()
        keys = [KeyHint(key, text) for key, text in hints]
        self._footer = self._bar("footer", -1, 36, *keys, None)
        return self._footer

    def _bar(self, name: str, at: int, height: int, *things: Thing) -> QWidget:
        bar = QWidget()
        bar.setObjectName(name)
        bar.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        bar.setFixedHeight(height)
        box = QHBoxLayout(bar)
        box.setContentsMargins(24, 0, 24, 0)
        box.setSpacing(16 if name == "footer" else 8)
        box.addLayout(row(*things, gap=box.spacing()))
        self._box.insertWidget(at, bar)
        return bar
