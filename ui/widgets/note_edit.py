"""A place to write freely: every committed word is handed on within 600 ms (자유 기록).

* ``committed`` carries the whole committed text; it is said when a word ends, and at the
  latest ``JOURNAL_MS`` after the first unsaid change. A syllable in composition is not in it.
* ``flush`` commits the syllable and says what is unsaid, now: before lock, close, pause.
* ``rested`` is said after ``REST_MS`` without typing, and on leaving: a draft may settle.
* The text is plain; pasted formatting is dropped, pasted words are kept.
"""

from PySide6.QtCore import QMimeData, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QPlainTextEdit, QScrollArea, QWidget
from typing_extensions import override

from ui.widgets.composition import commit_preedit

JOURNAL_MS = 500
REST_MS = 30_000
_KEEP_PX = 48  # what stays visible below the line that is written on


class NoteEdit(QPlainTextEdit):
    """A word-safe editor that grows with its text."""

    committed = Signal(str)
    rested = Signal()

    def __init__(
        self,
        name: str,
        *,
        note: bool = True,
        least_lines: int = 6,
        parent: QWidget | None = None,
    ) -> None:
        """Be called ``name``; ``note`` draws 16 px text without a border."""
        super().__init__(parent)
        self.preedit = ""
        self._said = ""
        self._least = least_lines
        self.setProperty("note", "true" if note else "false")
        self.setAccessibleName(name)
        self.setTabChangesFocus(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._journal = QTimer(self, singleShot=True, interval=JOURNAL_MS)
        self._journal.timeout.connect(self._say)
        self._rest = QTimer(self, singleShot=True, interval=REST_MS)
        self._rest.timeout.connect(self.rested)
        self.document().contentsChange.connect(self._on_change)
        self.document().documentLayout().documentSizeChanged.connect(self._grow)
        self.cursorPositionChanged.connect(self._follow)
        self._grow()

    def set_text(self, text: str) -> None:
        """Show a text as already said."""
        self._said = text
        self.setPlainText(text)
        self._journal.stop()

    def text(self) -> str:
        """Return the committed text; a syllable in composition is not in it."""
        return self.toPlainText()

    def flush(self) -> None:
        """Commit the syllable and say everything, now."""
        commit_preedit(self)
        self._say()

    @override
    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        self.preedit = event.preeditString()
        super().inputMethodEvent(event)
        if event.commitString():
            self._on_typed(event.commitString())

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        super().keyPressEvent(event)
        self._on_typed(event.text())

    @override
    def insertFromMimeData(self, source: QMimeData) -> None:
        self.insertPlainText(source.text())
        self._say()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.flush()
            self.rested.emit()
        super().focusOutEvent(event)

    @override
    def sizeHint(self) -> QSize:
        return QSize(480, self.minimumHeight())

    def _on_typed(self, text: str) -> None:
        if text and not text[-1].isalnum() and not self.preedit:
            self._say()

    def _on_change(self, _at: int, removed: int, added: int) -> None:
        if (removed or added) and self._is_unsaid():
            self._rest.start()
            if not self._journal.isActive():
                self._journal.start()

    def _is_unsaid(self) -> bool:
        return self.toPlainText() != self._said

    def _say(self) -> None:
        self._journal.stop()
        text = self.toPlainText()
        if text != self._said:
            self._said = text
            self._rest.start()
            self.committed.emit(text)

    def _grow(self) -> None:
        lines = max(self._least, round(self.document().size().height()))
        self.setFixedHeight(lines * self.fontMetrics().lineSpacing() + 28)

    def _follow(self) -> None:
        """Keep the line that is written on visible in the page that scrolls."""
        above = self.parentWidget()
        while above is not None and not isinstance(above, QScrollArea):
            above = above.parentWidget()
        page = above.widget() if above is not None else None
        if above is not None and page is not None and self.hasFocus():
            spot = self.mapTo(page, self.cursorRect().bottomLeft())
            above.ensureVisible(0, spot.y(), 0, _KEEP_PX)
