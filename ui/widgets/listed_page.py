"""A page that lists things on the left and shows one of them, or one sentence (목록 화면).

* ``ListPane`` is the left: title, switch, what narrows the list, the list or why it is empty.
* ``ListedPage`` is the middle: cards below each other, or an empty state.
"""

from collections.abc import Iterable, Sequence

from PySide6.QtWidgets import QApplication, QLayout, QVBoxLayout, QWidget

from ui.widgets.card import Thing, row
from ui.widgets.empty import EmptyState
from ui.widgets.page import Column, Page
from ui.widgets.tab_order import settle_tabs
from ui.widgets.tall_sheet import empty_box
from ui.widgets.words import words

_EDGE, _TOP, _GAP, _CARDS = 16, 14, 10, 16


class ListPane(QWidget):
    """The list on the left under what narrows it."""

    def __init__(self) -> None:
        """Hold nothing until ``stand``."""
        super().__init__()
        self._ground: QWidget | None = None
        self._none = QVBoxLayout()

    def stand(
        self,
        title: str,
        above: Iterable[QWidget | QLayout],
        ground: QWidget,
        *below: QLayout,
    ) -> None:
        """Put a title, what stands above the list, and the list below each other."""
        self._ground = ground
        box = QVBoxLayout(self)
        box.setContentsMargins(0, _TOP, 0, 0)
        box.setSpacing(_GAP)
        for thing in (row(words(title, "title", wrap=False), None), *above):
            line = thing if isinstance(thing, QLayout) else row(thing)
            line.setContentsMargins(_EDGE, 0, _EDGE, 0)
            box.addLayout(line)
        box.addWidget(ground, 1)
        for line in below:
            line.setContentsMargins(_EDGE, 0, _EDGE, _GAP)
            box.addLayout(line)
        box.addLayout(self._none, 1)

    def show_none(self, sentence: str = "", icon: str = "users") -> None:
        """Say why there is nothing in the list; without a sentence show the list."""
        empty_box(self._none)
        if self._ground is not None:
            self._ground.setVisible(not sentence)
        if sentence:
            self._none.addWidget(EmptyState(sentence, icon=icon), 1)


class ListedPage(Page):
    """Cards of the one that is open, or a sentence where none is."""

    def __init__(self, width: int) -> None:
        """Stand empty; ``width`` is the widest the cards become."""
        super().__init__()
        self._shown, self._empty = QVBoxLayout(), QVBoxLayout()
        self._shown.setSpacing(_CARDS)
        self._column = Column(width=width)
        self._column.body.addLayout(self._shown)
        self._column.body.addStretch(1)
        holder = QWidget()
        box = QVBoxLayout(holder)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self._column, 1)
        box.addLayout(self._empty, 1)
        self._ground, self._about = holder, ""

    def stand(self, *header: Thing) -> None:
        """Put the bar above and the place of the cards below each other."""
        self.set_header(*header)
        self.set_body(self._ground)

    def show_cards(self, cards: Sequence[QWidget], of: str) -> None:
        """Show cards in the place of what stood there; something else ``of`` begins at its top."""
        self._clear()
        if of != self._about:
            self._column.verticalScrollBar().setValue(0)
        self._about = of
        for card in cards:
            self._shown.addWidget(card)
        self._column.setVisible(True)
        settle_tabs(self)

    def show_sentence(self, sentence: str, icon: str = "users") -> None:
        """Show one sentence in the place of what stood there."""
        self._clear()
        self._column.setVisible(False)
        self._empty.addWidget(EmptyState(sentence, icon=icon), 1)

    @property
    def has_focus(self) -> bool:
        """Whether the keyboard stands in this page, or nowhere."""
        here = QApplication.focusWidget()
        return here is None or self.isAncestorOf(here)

    def _clear(self) -> None:
        empty_box(self._shown)
        empty_box(self._empty)
