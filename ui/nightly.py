"""The nightly backup: begun by itself after an unlocking, where one is due.

* Beside the work, on the lane of media: a stick that hangs delays nothing.
* It can be stopped in the rail like any long work. What went wrong is said once, quietly; the
  week's reminder is louder.
"""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from intake.errors import IntakeError, NotYours
from ui.jobs import Lane
from ui.session import Session, Toast

if TYPE_CHECKING:
    from intake.desk.views.backups import BackupMade

_BREATH_MS = 60_000  # the first minute after an unlocking belongs to the person


class Nightly(QObject):
    """Waits for an unlocking, then a minute."""

    def __init__(self, session: Session, wait_ms: int = _BREATH_MS) -> None:
        """Begin with the next desk."""
        super().__init__(session)
        self._session = session
        self._later = QTimer(self, singleShot=True, interval=wait_ms)
        self._later.timeout.connect(self.begin)
        session.opened.connect(self._later.start)

    def begin(self) -> None:
        """Make a backup if one is due."""
        if self._session.is_open:
            self._session.do(
                lambda desk, progress: desk.backups.nightly(progress),
                self._on_made,
                by=self,
                lane=Lane.CARRY,
                otherwise=self._on_refused,
            )

    def _on_made(self, made: "BackupMade | None") -> None:
        if made is not None:
            self._session.toast(self._session.texts("backups-nightly-made"))

    def _on_refused(self, error: IntakeError) -> None:
        if isinstance(error, NotYours):  # somebody else's work: not theirs to hear of
            return
        said = self._session.texts.error(error)
        self._session.told.emit(Toast(f"{said.sentence} {said.remedy}"))
