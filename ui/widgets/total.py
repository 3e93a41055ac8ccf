"""A number with its word, that can be pressed to see only what it counts."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout
from typing_extensions import override

from ui.widgets.button import Button
from ui.widgets.words import Tone, words

_HEIGHT = 62


class TotalButton(Button):
    """A card to press: a figure above, what it counts below."""

    def __init__(self, label: str, tone: Tone = "") -> None:
        """Count ``label``."""
        super().__init__("", name=label)
        self.setProperty("kind", "total")
        self.setCheckable(True)
        self._figure = words("0", "figure", tone=tone, wrap=False)
        self._word = words(label, "small", wrap=False)
        box = QVBoxLayout(self)
        box.setContentsMargins(14, 6, 10, 7)
        box.setSpacing(0)
        for one in (self._figure, self._word):
            one.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            box.addWidget(one)
        self.setFixedHeight(_HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_count(self, figure: str, name: str, more: str = "") -> None:
        """Show a figure; ``name`` is what is read aloud, ``more`` is its tool tip."""
        self._figure.setText(figure)
        self.setAccessibleName(name)
        self.setToolTip(more)

    @override
    def sizeHint(self) -> QSize:
        inner = self.layout()
        return QSize(inner.sizeHint().width() if inner else 0, _HEIGHT)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(72, _HEIGHT)
