"""A rest in the middle of an interview (쉬기): grounding words and one button, nothing else."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from intake.text import Texts
from ui.widgets import Button, words

_WIDTH = 520


class RestPage(QWidget):
    """Nothing of the record is seen here."""

    def __init__(self, texts: Texts) -> None:
        """Say calm words and offer to go on."""
        super().__init__()
        self.go_on = Button(texts("casework-rest-resume"), "primary", icon="play")
        self.go_on.setAutoDefault(True)
        title = words(texts("casework-rest-title"), "display")
        text = words(texts("casework-rest-words"), "note")
        when = words(texts("casework-rest-no-hurry"), "muted")
        for label in (title, text, when):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            label.setFixedWidth(_WIDTH)
        box = QVBoxLayout(self)
        box.setSpacing(20)
        middle = Qt.AlignmentFlag.AlignHCenter
        box.addStretch(2)
        for thing in (title, text, when):
            box.addWidget(thing, 0, middle)
        box.addSpacing(12)
        box.addWidget(self.go_on, 0, middle)
        box.addStretch(3)
