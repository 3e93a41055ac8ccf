"""Nothing here yet: one sentence and at most one thing to do."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.widgets.button import Button
from ui.widgets.symbol import Symbol
from ui.widgets.words import words


class EmptyState(QWidget):
    """One sentence, one action."""

    def __init__(
        self,
        sentence: str,
        action: Button | None = None,
        icon: str = "inbox",
        parent: QWidget | None = None,
    ) -> None:
        """Say ``sentence`` and offer ``action``."""
        super().__init__(parent)
        middle = Qt.AlignmentFlag.AlignHCenter
        text = words(sentence, "muted")
        text.setAlignment(middle)
        box = QVBoxLayout(self)
        box.setContentsMargins(24, 40, 24, 40)
        box.setSpacing(12)
        box.addWidget(Symbol(icon, "edge", 28), 0, middle)
        box.addWidget(text)
        if action is not None:
            box.addWidget(action, 0, middle)
        box.addStretch(1)
