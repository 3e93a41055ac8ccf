"""A line whose every committed word is handed on within 600 ms.

The single-line sister of ``NoteEdit``: the same promises, the same names.
"""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent
from typing_extensions import override

from ui.widgets.composition import commit_preedit
from ui.widgets.field import LineEdit
from ui.widgets.note_edit import JOURNAL_MS, REST_MS


class JournalLine(LineEdit):
    """Says ``committed`` while typing, ``rested`` after a rest and when it is left."""

    committed = Signal(str)
    rested = Signal()

    def __init__(self, name: str, placeholder: str = "") -> None:
        """Be called ``name``."""
        super().__init__(name, placeholder)
        self._said = ""
        self._journal = QTimer(self, singleShot=True, interval=JOURNAL_MS)
        self._journal.timeout.connect(self._say)
        self._rest = QTimer(self, singleShot=True, interval=REST_MS)
        self._rest.timeout.connect(self.rested)
        self.textChanged.connect(self._on_changed)

    def set_text(self, text: str) -> None:
        """Show a text as already said."""
        self._said = text
        self.setText(text)
        self._journal.stop()

    def flush(self) -> None:
        """Commit the syllable and say everything, now."""
        commit_preedit(self)
        self._say()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.flush()
            self.rested.emit()
        super().focusOutEvent(event)

    def _on_changed(self, text: str) -> None:
        if text == self._said:
            return
        self._rest.start()
        if text and not text[-1].isalnum():
            self._say()
        elif not self._journal.isActive():
            self._journal.start()

    def _say(self) -> None:
        self._journal.stop()
        if self.text() != self._said:
            self._said = self.text()
            self.committed.emit(self._said)
