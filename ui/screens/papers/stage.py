"""The middle of the page: one sentence, the pages of a paper, or cards (가운데)."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from intake.text import Texts
from ui.widgets import Button, Column, EmptyState, ProgressLine, row
from ui.widgets.paper_view import PaperView
from ui.widgets.tab_order import settle_tabs
from ui.widgets.tall_sheet import empty_box

_WIDE, _EDGE = 760, 24


class Stage(QWidget):
    """Shows one of the three; ``lacks_wanted`` asks for what is missing."""

    lacks_wanted = Signal()

    def __init__(self, texts: Texts) -> None:
        """Stand empty."""
        super().__init__()
        self._texts = texts
        self.view, self.progress = PaperView(texts), ProgressLine(texts)
        self._pages, self._empty, self._paper = QStackedWidget(), QWidget(), QWidget()
        self._said = QVBoxLayout(self._empty)
        self._said.setContentsMargins(_EDGE, 20, _EDGE, 20)
        self._top, self._cards = QVBoxLayout(), QVBoxLayout()
        self._cards.setSpacing(16)
        self.lacks = Button("", "chip", icon="circle-alert").on(self.lacks_wanted.emit)
        self.lacks.hide()
        self._column = Column(width=_WIDE)
        self._stand()

    def say(self, sentence: str, action: Button | None = None, icon: str = "file-text") -> None:  # fmt: skip
        """Show one sentence, and at most one thing to do."""
        self._clear()
        self._said.addWidget(EmptyState(sentence, action, icon), 1)
        self._pages.setCurrentWidget(self._empty)
        settle_tabs(self)

    def show_paper(self, card: QWidget | None = None) -> None:
        """Show the pages of a paper, under a card where there is one."""
        empty_box(self._top)
        if card is not None:
            self._top.addWidget(card)
        self._pages.setCurrentWidget(self._paper)
        settle_tabs(self)

    def show_cards(self, *cards: QWidget) -> None:
        """Show cards below each other, from the top."""
        self._clear()
        for card in cards:
            self._cards.addWidget(card)
        self._column.verticalScrollBar().setValue(0)
        self._pages.setCurrentWidget(self._column)
        settle_tabs(self)

    def show_lacks(self, count: int) -> None:
        """Say over the pages how much is missing or should be looked at."""
        said = self._texts("papers-lacks", count=count)
        self.lacks.setText(said)
        self.lacks.setAccessibleName(said)
        self.lacks.setVisible(count > 0)
        settle_tabs(self)

    def _clear(self) -> None:
        for box in (self._said, self._top, self._cards):
            empty_box(box)
        self.lacks.hide()

    def _stand(self) -> None:
        inner = QVBoxLayout(self._paper)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(0)
        for line in (self._top, row(self.lacks, None)):
            line.setContentsMargins(_EDGE, 12, _EDGE, 0)
            inner.addLayout(line)
        inner.addWidget(self.view, 1)
        self._column.body.addLayout(self._cards)
        self._column.body.addStretch(1)
        for page in (self._empty, self._paper, self._column):
            self._pages.addWidget(page)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        over = row(self.progress)
        over.setContentsMargins(_EDGE, 0, _EDGE, 0)
        box.addLayout(over)
        box.addWidget(self._pages, 1)
