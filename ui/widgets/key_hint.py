"""What a key does, in the footer and beside buttons."""

from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QWidget

from ui.widgets.words import words


def keycap(key: str) -> QLabel:
    """Return the drawing of a key."""
    cap = words(key.replace("+", " "), wrap=False)
    cap.setProperty("keycap", "true")
    cap.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
    return cap


class KeyHint(QWidget):
    """A key and what it does; words for the eye only, the action has the accessible name."""

    def __init__(self, key: str, text: str, parent: QWidget | None = None) -> None:
        """Show ``key`` before ``text``."""
        super().__init__(parent)
        box = QHBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(6)
        box.addWidget(keycap(key))
        box.addWidget(words(text, "small", wrap=False))
