"""One page of a paper as it is looked at (쪽): white in every theme, with a ring for the keyboard.

* Its words are read aloud by a screen reader; the picture says nothing to it.
* A page that is not the newest any more is drawn pale until the newer one is there.
"""

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QColor,
    QImage,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from ui import theme

if TYPE_CHECKING:
    from intake.desk.paper_pages import PagePicture

AROUND = 6  # for the ring and the shadow
_PALE, _RING = 0.35, 2
_KEYS = {
    Qt.Key.Key_PageUp: "up",
    Qt.Key.Key_PageDown: "down",
    Qt.Key.Key_Up: "line-up",
    Qt.Key.Key_Down: "line-down",
    Qt.Key.Key_Home: "first",
    Qt.Key.Key_End: "last",
}


def image_of(picture: "PagePicture") -> QImage:
    """Return the pixels of a page as a picture of its own."""
    made = QImage(picture.data, picture.width, picture.height, picture.stride, QImage.Format.Format_BGR888)  # fmt: skip
    return made.copy()  # the bytes may go away


class PaperSheet(QWidget):
    """Draws a page; ``turned`` carries up, down, line-up, line-down, first or last."""

    turned = Signal(str)

    def __init__(self) -> None:
        """Show no page."""
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._image, self._stale = QImage(), False

    @property
    def image(self) -> QImage:
        """What is drawn."""
        return self._image

    @property
    def stale(self) -> bool:
        """Whether a newer page is on its way."""
        return self._stale

    def show_image(self, image: QImage, name: str, words: str) -> None:
        """Show a page that is called ``name`` and says ``words``."""
        self._image, self._stale = image, False
        self.setAccessibleName(name)
        self.setAccessibleDescription(words)
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.DescriptionChanged))  # fmt: skip
        self.update()

    def be_stale(self, *, stale: bool) -> None:
        """Be pale while a newer page is on its way."""
        self._stale = stale
        self.update()

    def fit(self, width: int) -> None:
        """Be ``width`` pixels wide, and as high as the page then is."""
        size = self._image.size()
        height = round(width * size.height() / size.width()) if size.width() else 0
        self.setFixedSize(QSize(width + 2 * AROUND, height + 2 * AROUND))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        place = QRectF(self.rect()).adjusted(AROUND, AROUND, -AROUND, -AROUND)
        if not self._image.isNull():
            painter.setOpacity(_PALE if self._stale else 1)
            painter.drawImage(place, self._image)
            painter.setOpacity(1)
            painter.setPen(QPen(QColor(theme.now().rim), 1))
            painter.drawRect(place)
        if self.hasFocus():
            painter.setPen(QPen(QColor(theme.now().accent), _RING))
            ring = QPointF(_RING / 2 + 1, _RING / 2 + 1)
            painter.drawRoundedRect(QRectF(ring, QPointF(self.width() - ring.x(), self.height() - ring.y())), 4, 4)  # fmt: skip
        painter.end()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        way = _KEYS.get(Qt.Key(event.key()))
        if way and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            self.turned.emit(way)
        else:
            super().keyPressEvent(event)
