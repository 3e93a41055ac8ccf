"""Words that are covered in a paper wherever they stand (가릴 말); they are kept nowhere."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from intake.text import Texts
from ui.widgets import NoteEdit
from ui.widgets.field import labelled


class Covering(QWidget):
    """One word or name in a line; ``changed`` once it was typed to its end."""

    changed = Signal()

    def __init__(self, texts: Texts) -> None:
        """Cover nothing."""
        super().__init__()
        label = texts("papers-field-hide")
        self.note = NoteEdit(label, note=False, least_lines=2)
        self.note.committed.connect(lambda _text: self.changed.emit())
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(labelled(label, self.note, texts("papers-field-hide-hint")))
        self.setFocusProxy(self.note)

    @property
    def words(self) -> tuple[str, ...]:
        """What is covered, in the order in which it was typed."""
        return tuple(filter(None, map(str.strip, self.note.text().splitlines())))

    def forget(self) -> None:
        """Cover nothing any more."""
        self.note.set_text("")
