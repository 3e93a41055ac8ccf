"""Comparing by itself (다시 견주기): after an unlocking, where somebody waits to be looked at again.

* Beside the work and to be stopped in the rail. Where nobody waits it is over at once.
* While somebody sits here nothing is begun: her words come first. What was not looked at waits
  for the next unlocking, or for whoever opens the page.
"""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from intake.errors import IntakeError
from intake.progress import Progress
from ui.jobs import Lane
from ui.session import Session

if TYPE_CHECKING:
    from intake.desk import Desk

_BREATH_MS = 30_000  # the first half minute after an unlocking belongs to the person


class Comparing(QObject):
    """Waits for an unlocking, then half a minute."""

    def __init__(self, session: Session, wait_ms: int = _BREATH_MS) -> None:
        """Begin with the next desk."""
        super().__init__(session)
        self._session = session
        self._later = QTimer(self, singleShot=True, interval=wait_ms)
        self._later.timeout.connect(self.begin)
        session.opened.connect(self._later.start)

    def begin(self) -> None:
        """Look again at whoever waits."""
        if self._session.is_open:
            self._session.do(_compared, by=self, lane=Lane.BULK, otherwise=_let_be)


def _compared(desk: "Desk", progress: Progress) -> int:
    if any(one.state == "open" for one in desk.interviews.unfinished()):
        return 0
    return int(desk.matches.refresh(progress))


def _let_be(_error: IntakeError) -> None:
    """Say nothing: who sees no content compares nobody, and whoever waits goes on waiting."""
