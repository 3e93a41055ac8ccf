"""The free note, always first, and what it mentions (자유 기록, 기록에서 찾음).

* The strip below the note is quiet until there is something in it. A find is written into the
  register by a press, all of them by Alt+A; a date is only shown.
"""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QFrame, QWidget

from intake.desk.views import FoundLine
from intake.text import Texts
from ui.widgets import Button, Card, NoteEdit, Pill, Symbol, column, keycap, row, words
from ui.widgets.flow import flowing

_ONLY_SHOWN = {"date"}
_LONGEST = 36


class FoundStrip(QFrame):
    """What the note mentions; ``adopted`` carries the finds to write down."""

    adopted = Signal(tuple)

    def __init__(self, texts: Texts) -> None:
        """Stay out of sight while nothing is found."""
        super().__init__()
        self._texts = texts
        self._lines: tuple[FoundLine, ...] = ()
        self._chips: list[QWidget] = []
        self.setProperty("card", "found")
        said = texts("casework-adopt")
        self._all = Button(said, name=texts("casework-adopt-all")).on(self.adopt_all)
        self._holder = flowing(gap=6)
        title = words(texts("casework-found"), "small", wrap=False)
        box = column(
            row(Symbol("search", "info", 16), title, None, keycap("Alt+A"), self._all),
            self._holder,
            gap=6,
        )
        box.setContentsMargins(12, 8, 8, 10)
        self.setLayout(box)
        self.hide()

    def show_found(self, lines: tuple[FoundLine, ...]) -> None:
        """Show what is found now; the same finds are not drawn again."""
        if lines == self._lines:
            return
        self._lines = lines
        for chip in self._chips:
            chip.hide()
            chip.deleteLater()
        self._chips = [self._chip(line) for line in lines]
        layout = self._holder.layout()
        for chip in self._chips:
            if layout is not None:
                layout.addWidget(chip)
            chip.show()
        self._all.setEnabled(bool(self._open()))
        self.setVisible(bool(lines))

    def adopt_all(self) -> None:
        """Write down everything that is not yet a record (Alt+A)."""
        if self._open():
            self.adopted.emit(self._open())

    def _open(self) -> tuple[FoundLine, ...]:
        return tuple(
            line
            for line in self._lines
            if not line.adopted and line.kind not in _ONLY_SHOWN
        )

    def _chip(self, line: FoundLine) -> QWidget:
        kind = self._texts(line.kind_text_id)
        text = line.text if len(line.text) <= _LONGEST else line.text[:_LONGEST] + "…"
        if line.kind in _ONLY_SHOWN:
            return Pill(text, "info")
        if line.adopted:
            return Pill(text, "ok")
        name = self._texts("casework-adopt-one", kind=kind, text=line.text)
        chip = Button(text, "chip", name=name)
        chip.setToolTip(name)
        return chip.on(self._adopting(line))

    def _adopting(self, line: FoundLine) -> Callable[[], None]:
        return lambda: self.adopted.emit((line,))


class FreeNote(Card):
    """The note with its strip."""

    def __init__(self, texts: Texts) -> None:
        """Stand empty."""
        title = texts("casework-note")
        self.edit = NoteEdit(title, least_lines=5)
        self.strip = FoundStrip(texts)
        hint = words(texts("casework-note-hint"), "small", wrap=False)
        super().__init__(
            row(words(title, "heading", wrap=False), hint, None, keycap("F2")),
            self.edit,
            self.strip,
        )
        self.body.setContentsMargins(20, 14, 20, 16)

    def focus(self) -> None:
        """Go on writing where the words end (F2)."""
        if not self.edit.hasFocus():
            self.edit.moveCursor(QTextCursor.MoveOperation.End)
            self.edit.setFocus(Qt.FocusReason.ShortcutFocusReason)
