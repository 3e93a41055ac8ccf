"""A short word at the bottom, gone by itself, with at most one thing to do about it."""

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget
from typing_extensions import override

from ui.widgets.button import Button
from ui.widgets.words import words

SECONDS = 10
_MARGIN = 24
_WIDEST = 560


class ToastBar(QFrame):
    """Shows one toast at a time over its parent; a newer one takes the place."""

    def __init__(self, parent: QWidget) -> None:
        """Float over ``parent``, out of sight."""
        super().__init__(parent)
        self.setObjectName("toast")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._text = words("")
        self._text.setMaximumWidth(_WIDEST)
        self._button = Button("")
        self._act: Callable[[], None] | None = None
        self._button.on(self._on_press)
        box = QHBoxLayout(self)
        box.setContentsMargins(16, 8, 8, 8)
        box.setSpacing(16)
        box.addWidget(self._text)
        box.addWidget(self._button)
        self._timer = QTimer(self, singleShot=True, interval=SECONDS * 1000)
        self._timer.timeout.connect(self.hide)
        self.hide()

    def show_toast(
        self, text: str, action: str = "", act: Callable[[], None] | None = None
    ) -> None:
        """Say ``text``."""
        self._act = act
        self._text.setText(text)
        self._text.setWordWrap(
            self._text.fontMetrics().horizontalAdvance(text) > _WIDEST
        )
        self._text.setMinimumWidth(_WIDEST if self._text.wordWrap() else 0)
        self._button.setText(action)
        self._button.setAccessibleName(action)
        self._button.setVisible(bool(action))
        self.setAccessibleName(text)
        self.show()
        self.place()
        self.raise_()
        self._timer.start()

    def place(self) -> None:
        """Stand at the bottom in the middle of the parent."""
        self.layout().activate()  # type: ignore[union-attr]  # a layout was given above
        self.resize(self.sizeHint())
        around = self.parentWidget()
        if around is not None:
            left = (around.width() - self.width()) // 2
            self.move(left, around.height() - self.height() - _MARGIN)

    def _on_press(self) -> None:
        self.hide()
        if self._act is not None:
            self._act()

    @override
    def hide(self) -> None:
        self._timer.stop()
        super().hide()
