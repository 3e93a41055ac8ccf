"""Python's garbage is swept in the window's thread only (쓰레기 치우기).

A widget that nobody holds any more, but which is part of a circle, is destroyed by whoever comes
to sweep. In a thread of the work that would stop a timer of another thread: Qt warns, and may
fall. So Python's own sweeping is switched off, and this thread sweeps when Python would have.
"""

import gc

from PySide6.QtCore import QObject, QTimer

_LOOK_MS = 1_000


class Sweeping(QObject):
    """Sweeps from now on, until ``stop``."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Switch Python's own sweeping off."""
        super().__init__(parent)
        gc.disable()
        self._timer = QTimer(self, interval=_LOOK_MS)
        self._timer.timeout.connect(sweep)
        self._timer.start()

    def stop(self) -> None:
        """Leave it to Python again."""
        self._timer.stop()
        gc.enable()


def sweep() -> None:
    """Sweep the oldest generation that is due, as Python does."""
    counts, most = gc.get_count(), gc.get_threshold()
    for generation in (2, 1, 0):
        if most[generation] and counts[generation] > most[generation]:
            gc.collect(generation)
            return
