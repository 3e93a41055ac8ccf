"""Keeps what is chosen in sight, in a list that scrolls: when it is chosen, and when the list shrinks."""

import shiboken6
from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QScrollArea, QWidget
from typing_extensions import override


class InSight(QObject):
    """Scrolls an area to the one that is kept."""

    def __init__(self, area: QScrollArea) -> None:
        """Keep nothing yet."""
        super().__init__(area)
        self._area = area
        self._kept: QWidget | None = None
        listed: QWidget | None = area.widget()  # Qt's stubs forget None
        for one in (area, listed):
            if one is not None:  # the list itself may be filled later
                one.installEventFilter(self)

    def keep(self, widget: QWidget | None) -> None:
        """Keep another one."""
        self._kept = widget
        self._later()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._later()
        return False

    def _later(self) -> None:
        QTimer.singleShot(0, self, self._scroll)  # where it stands is known then

    def _scroll(self) -> None:
        if self._kept is not None and shiboken6.isValid(self._kept):
            self._area.ensureWidgetVisible(self._kept)
