"""Asking anew (다시 묻기): after a pause, never in the way of typing, and only the newest counts.

* A newer wish replaces the one under way; what comes back from an older one is not told.
* She may stop it: then another try is offered, and nothing goes on behind her back.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer, Signal

from intake.errors import IntakeError
from ui.jobs import Job, Lane
from ui.session import Session
from ui.widgets import ProgressLine

if TYPE_CHECKING:
    from intake.desk import Desk
    from intake.progress import Progress

    Question = Callable[[Desk, Progress], Any]
    Wish = Callable[[], Question | None]

_PAUSE_MS = 700


class Renewing(QObject):
    """Asks what ``wish`` gives; None where something is missing, then nothing is asked."""

    found = Signal(object)
    refused = Signal(object)  # IntakeError
    stopped = Signal()

    def __init__(self, parent: QObject, session: Session, progress: ProgressLine, text_id: str, wish: "Wish") -> None:  # fmt: skip
        """Say ``text_id`` in ``progress`` while it takes long."""
        super().__init__(parent)
        self._session, self._progress, self._text, self._wish = session, progress, text_id, wish  # fmt: skip
        self._job: Job[Any] | None = None
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._pause.timeout.connect(self.begin)

    def later(self) -> None:
        """Ask after a pause."""
        self._pause.start()

    def begin(self) -> bool:
        """Ask now; False where there is nothing to ask yet."""
        self.leave()
        question = self._wish()
        if question is None:
            return False
        made: list[Job[Any]] = []
        self._job = self._session.ask(
            question,
            lambda found: self._tell(made, lambda: self.found.emit(found)),
            by=self,
            slot="anew",
            lane=Lane.BULK,
            watch=self._progress.step,
            otherwise=lambda error: self._tell(made, lambda: self._refuse(error)),
            stopped=lambda: self._tell(made, self.stopped.emit),
        )
        made.append(self._job)
        self._progress.begin(self._session.texts(self._text), self._job.cancel)
        return True

    def leave(self) -> None:
        """Ask no more, and hear nothing of what is on its way."""
        self._pause.stop()
        job, self._job = self._job, None
        if job is not None and not job.finished:
            job.cancel()
            self._progress.end()

    def _refuse(self, error: IntakeError) -> None:
        self.refused.emit(error)

    def _tell(self, made: "list[Job[Any]]", tell: Callable[[], object]) -> None:
        """Tell an answer where it is to the newest wish."""
        if made and made[0] is self._job:
            self._progress.end()
            self._job = None
            tell()
