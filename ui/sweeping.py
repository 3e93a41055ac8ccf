"""Python's garbage is swept in the window's thread only (쓰레기 치우기).

A widget that nobody holds any more, but which is part of a circle, is destroyed by whoever comes
to sweep. In a thread of the work that would stop a timer of another thread: Qt warns, and may
fall. So Python's own sweeping is switched off, and this thread sweeps when Python would have.

The program itself, two hundred thousand objects that never go, is looked through once: every
two minutes again would be a tenth of a second in which the window does not answer.
"""

import gc

from PySide6.QtCore import QObject, QTimer

_LOOK_MS = 1_000
_OLDEST = 2


class Sweeping(QObject):
    """Sweeps from now on, until ``stop``."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Switch Python's own sweeping off."""
        super().__init__(parent)
        gc.disable()
        self._timer = QTimer(self, interval=_LOOK_MS)
        self._timer.timeout.connect(self._look)
        self._timer.start()
        self._settled = False

    def stop(self) -> None:
        """Leave it to Python again."""
        self._timer.stop()
        gc.enable()

    def _look(self) -> None:
        if sweep() == _OLDEST and not self._settled:
            gc.freeze()
            self._settled = True


def sweep() -> int | None:
    """Sweep the oldest generation that is due, as Python does, and return which it was."""
    counts, most = gc.get_count(), gc.get_threshold()
    for generation in (_OLDEST, 1, 0):
        if most[generation] and counts[generation] > most[generation]:
            gc.collect(generation)
            return generation
    return None
