"""가리기: a blank sheet of a month, at once; a key or a click brings the work back."""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from ui import theme
from ui.session import Session
from ui.widgets import Page

_COLUMNS, _ROWS, _HEAD, _DAYS = 7, 5, 72, 30


class Cover(Page):
    """Says nothing and asks nothing."""

    lifted = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        """Take the focus, so that the next key comes here."""
        super().__init__(parent)
        self.setObjectName("cover")
        self.setAccessibleName(session.texts("cover-name"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not event.isAutoRepeat():
            self.lifted.emit()

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.lifted.emit()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        colours, painter = theme.now(), QPainter(self)
        painter.fillRect(self.rect(), QColor(colours.surface))
        painter.setPen(QPen(QColor(colours.line), 1))
        place = QRectF(self.rect()).adjusted(48, _HEAD, -48, -48)
        across, down = place.width() / _COLUMNS, place.height() / _ROWS
        for number in range(_COLUMNS + 1):
            x = place.x() + number * across
            painter.drawLine(
                round(x), round(place.y()), round(x), round(place.bottom())
            )
        for number in range(_ROWS + 1):
            y = place.y() + number * down
            painter.drawLine(round(place.x()), round(y), round(place.right()), round(y))
        painter.setPen(QColor(colours.muted))
        for day in range(1, _DAYS + 1):
            x = place.x() + (day - 1) % _COLUMNS * across + 10
            y = place.y() + (day - 1) // _COLUMNS * down + 24
            painter.drawText(round(x), round(y), str(day))
        painter.end()
