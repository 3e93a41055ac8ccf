"""A line to type into, with its label above and a short help below."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from typing_extensions import override

from ui.widgets.words import words


class LineEdit(QLineEdit):
    """A line that remembers the syllable in composition, so that none is lost."""

    def __init__(self, name: str, placeholder: str = "") -> None:
        """Be called ``name``."""
        super().__init__()
        self.preedit = ""
        self.setAccessibleName(name)
        self.setPlaceholderText(placeholder)

    @override
    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        self.preedit = event.preeditString()
        super().inputMethodEvent(event)


class Field(QWidget):
    """Label, line, help."""

    edited = Signal()
    submitted = Signal()

    def __init__(self, label: str, help_text: str = "", placeholder: str = "") -> None:
        """Ask for ``label``."""
        super().__init__()
        self.line = LineEdit(label, placeholder)
        self._title = title = words(label, "strong")
        title.setBuddy(self.line)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(6)
        box.addWidget(title)
        box.addWidget(self.line)
        if help_text:
            box.addWidget(words(help_text, "small"))
        box.addStretch(1)
        self.setFocusProxy(self.line)
        self.line.textChanged.connect(lambda _text: self.edited.emit())
        self.line.returnPressed.connect(self.submitted)

    def set_label(self, label: str) -> None:
        """Ask for something else."""
        self._title.setText(label)
        self.line.setAccessibleName(label)

    def text(self) -> str:
        """Return what was typed, without spaces around it."""
        return (self.line.text() + self.line.preedit).strip()

    def set_text(self, text: str) -> None:
        """Fill the line."""
        self.line.setText(text)


def labelled(label: str, widget: QWidget, help_text: str = "") -> QWidget:
    """Return a widget with its label above and a short help below."""
    holder = QWidget()
    box = QVBoxLayout(holder)
    box.setContentsMargins(0, 0, 0, 0)
    box.setSpacing(6)
    box.addWidget(words(label, "strong"))
    box.addWidget(widget)
    if help_text:
        box.addWidget(words(help_text, "small"))
    return holder
