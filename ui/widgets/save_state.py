"""How far the words are kept, in words: 저장 중, 저장됨 14:32:07, 저장하지 못함."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from intake.text import Texts
from ui.widgets.button import Button
from ui.widgets.symbol import Symbol
from ui.widgets.words import say, words

_PATIENCE_MS = 400  # a save that is quicker than this does not flicker


class SaveState(QWidget):
    """Words for the state; a failure is a button to try again."""

    retried = Signal()

    def __init__(self, texts: Texts) -> None:
        """Say nothing yet."""
        super().__init__()
        self._texts = texts
        self._mark = Symbol("check", "ok", 16)
        self._said = words("", "small", wrap=False)
        self.again = Button(texts("casework-not-saved"), icon="refresh-cw")
        self.again.setProperty("kind", "amber")
        self.again.on(self.retried.emit)
        box = QHBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(6)
        box.addWidget(self._mark)
        box.addWidget(self._said)
        box.addWidget(self.again)
        self._patience = QTimer(self, singleShot=True, interval=_PATIENCE_MS)
        self._patience.timeout.connect(self._show_saving)
        self._mark.hide()
        self.again.hide()

    @property
    def text(self) -> str:
        """What is said now."""
        return self.again.text() if self.again.isVisibleTo(self) else self._said.text()

    def show_saving(self) -> None:
        """Something is on its way; said only where it takes a while."""
        if not self._patience.isActive():
            self._patience.start()

    def show_saved(self, ms: int) -> None:
        """Everything is kept since ``ms``."""
        self._patience.stop()
        self.again.hide()
        self._mark.show()
        self._mark.show_icon("check", "ok")
        time = self._texts.time(ms, seconds=True)
        say(self._said, self._texts("casework-saved", time=time))

    def show_failed(self) -> None:
        """Something could not be kept; it is still here."""
        self._patience.stop()
        self._mark.hide()
        self._said.hide()
        self.again.show()

    def _show_saving(self) -> None:
        self._mark.show()
        self._mark.show_icon("loader-circle", "muted")
        say(self._said, self._texts("casework-saving"))
