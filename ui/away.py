"""Notices that nobody is here: idle, suspended, or the computer's own lock.

* ``gone`` is said after the idle minutes without a key, a click or a wheel.
* It is said when the computer slept: the clock jumped further than the tick between two looks.
* It is said when the system announces sleep or locks the session (Linux, over D-Bus).
"""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer, Signal, Slot
from PySide6.QtWidgets import QApplication
from typing_extensions import override

from intake.clock import wall_ms

TICK_MS = 5_000
ASLEEP_MS = 60_000
_LOGIND = "org.freedesktop.login1"
_SLEEP, _LOCKED = b"1on_sleep(bool)", b"1on_locked()"  # what SLOT() writes
_SIGNS = {
    QEvent.Type.KeyPress,
    QEvent.Type.InputMethod,
    QEvent.Type.MouseButtonPress,
    QEvent.Type.MouseMove,
    QEvent.Type.Wheel,
    QEvent.Type.TouchBegin,
}


class Away(QObject):
    """Watches the whole application."""

    gone = Signal()

    def __init__(
        self,
        app: QApplication,
        wall: Callable[[], int] = wall_ms,
        parent: QObject | None = None,
    ) -> None:
        """Begin to watch; nothing is said until ``set_minutes``."""
        super().__init__(parent or app)
        self._wall = wall
        self._last = self._looked = wall()
        self._limit_ms = 0
        self._timer = QTimer(self, interval=TICK_MS)
        self._timer.timeout.connect(self.look)
        app.installEventFilter(self)

    def set_minutes(self, minutes: int) -> None:
        """Say ``gone`` after so many idle minutes; 0 stops watching."""
        self._limit_ms = minutes * 60_000
        self._last = self._looked = self._wall()
        if minutes:
            self._timer.start()
        else:
            self._timer.stop()

    def look(self) -> None:
        """Look at the clock; the timer does this by itself."""
        here, before = self._wall(), self._looked
        self._looked = here
        slept = here - before > ASLEEP_MS
        if self._limit_ms and (slept or here - self._last >= self._limit_ms):
            self._last = here
            self.gone.emit()

    def listen_to_system(self) -> bool:
        """Hear the computer's own sleep and lock; False where there is no such bus."""
        from PySide6.QtDBus import QDBusConnection  # noqa: PLC0415 - after the first paint

        bus = QDBusConnection.systemBus()
        if not bus.isConnected():
            return False
        manager, session = f"{_LOGIND}.Manager", f"{_LOGIND}.Session"
        path = "/org/freedesktop/login1"
        slept = bus.connect(_LOGIND, path, manager, "PrepareForSleep", self, _SLEEP)
        locked = bus.connect(_LOGIND, "", session, "Lock", self, _LOCKED)
        return bool(slept and locked)

    @Slot(bool)
    def on_sleep(self, begins: bool) -> None:
        """The computer goes to sleep, or wakes."""
        if begins and self._limit_ms:
            self.gone.emit()

    @Slot()
    def on_locked(self) -> None:
        """The computer's session was locked."""
        if self._limit_ms:
            self.gone.emit()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _SIGNS:
            self._last = self._wall()
        return False
