"""A picture under frosted glass: it is clear only while somebody holds it.

* Space, Enter or the left button, held down, makes it clear; letting go, losing the focus or
  the window makes it frosted again. How long it was clear is counted.
* What is frosted is drawn from a handful of pixels: the glass cannot be wiped off a screenshot.
* ``forget`` drops the pixels; nothing is kept.
"""

from PySide6.QtCore import QElapsedTimer, QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QHideEvent,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from ui import theme

_GRAINS = 12  # pixels of the longer side of what is frosted
_HOLD = (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter)
_BYTES = 3  # red, green, blue


class Blurred(QWidget):
    """Shows one picture, frosted."""

    changed = Signal(bool)  # whether it is clear now

    def __init__(self, name: str, most: QSize) -> None:
        """Be called ``name``, at most ``most`` large."""
        super().__init__()
        self._most, self._clear = most, False
        self._picture, self._frosted = QImage(), QImage()
        self._clock, self._ms = QElapsedTimer(), 0
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    @property
    def is_clear(self) -> bool:
        """Whether the picture can be seen now."""
        return self._clear

    @property
    def seconds(self) -> int:
        """How long it was clear so far, begun seconds counted whole."""
        running = self._clock.elapsed() if self._clear else 0
        return -(-(self._ms + running) // 1000)

    def show_pixels(self, width: int, height: int, pixels: bytes) -> None:
        """Take red-green-blue rows."""
        held = QImage(
            pixels, width, height, width * _BYTES, QImage.Format.Format_RGB888
        )
        size = QSize(width, height)
        if size.width() > self._most.width() or size.height() > self._most.height():
            size.scale(self._most, Qt.AspectRatioMode.KeepAspectRatio)
        smooth = Qt.TransformationMode.SmoothTransformation
        self._picture = held.scaled(size, Qt.AspectRatioMode.IgnoreAspectRatio, smooth)
        grains = QSize(size)
        grains.scale(_GRAINS, _GRAINS, Qt.AspectRatioMode.KeepAspectRatio)
        small = self._picture.scaled(
            grains.expandedTo(QSize(1, 1)), Qt.AspectRatioMode.IgnoreAspectRatio, smooth
        )
        self._frosted = small.scaled(size, Qt.AspectRatioMode.IgnoreAspectRatio, smooth)
        self.setFixedSize(size)
        self.update()

    def forget(self) -> None:
        """Frost it, and let the pixels go."""
        self._show_clear(clear=False)
        self._picture.fill(0)
        self._picture, self._frosted = QImage(), QImage()
        self.update()

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        whole = QRect(0, 0, self.width(), self.height())
        painter.drawImage(whole, self._picture if self._clear else self._frosted)
        if self.hasFocus():
            painter.setPen(QPen(QColor(theme.now().accent), 2))
            painter.drawRect(whole.adjusted(1, 1, -1, -1))
        painter.end()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _HOLD:
            self._show_clear(clear=True)
        else:
            super().keyPressEvent(event)

    @override
    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        if event.key() in _HOLD:
            self._show_clear(clear=event.isAutoRepeat())
        else:
            super().keyReleaseEvent(event)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._show_clear(clear=True)

    @override
    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        self._show_clear(clear=False)

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._show_clear(clear=False)
        super().focusOutEvent(event)

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        self._show_clear(clear=False)
        super().hideEvent(event)

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.ActivationChange and not self.isActiveWindow():
            self._show_clear(clear=False)
        super().changeEvent(event)

    def _show_clear(self, *, clear: bool) -> None:
        if clear == self._clear or (clear and self._picture.isNull()):
            return
        if clear:
            self._clock.start()
        else:
            self._ms += self._clock.elapsed()
        self._clear = clear
        self.changed.emit(clear)
        self.update()
