"""Courts and numbers that the records know (기록에 있는 법원과 사건번호), to be taken over."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from intake.text import Texts
from ui.widgets import Button, words
from ui.widgets.flow import flowing
from ui.widgets.tall_sheet import empty_box

if TYPE_CHECKING:
    from intake.desk.views.papers import PaperHead

_MOST = 6


class Heads(QWidget):
    """``taken`` carries the head that was pressed."""

    taken = Signal(object)  # PaperHead

    def __init__(self, texts: Texts) -> None:
        """Offer none."""
        super().__init__()
        self._texts = texts
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(6)

    def offer(self, heads: "tuple[PaperHead, ...]") -> None:
        """Offer heads; without any there is nothing to see."""
        empty_box(self._box)
        self.setVisible(bool(heads))
        if heads:
            self._box.addWidget(words(self._texts("papers-from-records"), "small"))
            self._box.addWidget(flowing(*map(self._button, heads[:_MOST]), gap=6))

    def _button(self, head: "PaperHead") -> Button:
        said = " ".join(filter(None, (head.court, head.case_number)))
        button = Button(said, "chip", name=self._texts("papers-head-name", head=said))
        return button.on(self._taking(head))

    def _taking(self, head: "PaperHead") -> Callable[[], None]:
        return lambda: self.taken.emit(head)
