"""Counting the numbers of an issued paper again (발급한 때의 기록으로 다시 세기).

Whoever goes on to something else stops it; an answer that comes late is shown to nobody.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from intake.errors import IntakeError
from ui.jobs import Job, Lane
from ui.screens.papers.figures_card import FiguresCard
from ui.screens.papers.stage import Stage
from ui.session import Session

if TYPE_CHECKING:
    from intake.desk.views.figures import FigureAgain


class Counting(QObject):
    """Counts for the card that is on the stage."""

    def __init__(self, session: Session, stage: Stage) -> None:
        """Show progress on ``stage``."""
        super().__init__(stage)
        self._session, self._progress = session, stage.progress
        self._job: Job[tuple[FigureAgain, ...]] | None = None

    def of(self, paper: str) -> Callable[[FiguresCard], None]:
        """Return what counts the numbers of ``paper`` again and says it on their card."""
        return lambda card: self._count(paper, card)

    def leave(self) -> None:
        """Stop; the card is gone, or goes."""
        job, self._job = self._job, None
        if job is not None and not job.finished:
            job.cancel()
            self._progress.end()

    def _count(self, paper: str, card: FiguresCard) -> None:
        says = self._session.texts

        def refused(error: IntakeError) -> None:
            told = says.error(error)
            self._end(lambda: card.refuse(f"{told.sentence} {told.remedy}"))

        self.leave()
        card.be_busy(busy=True)
        self._job = self._session.ask(
            lambda desk, progress: desk.figures.paper_again(paper, progress),
            lambda found: self._end(lambda: card.show_again(found)),
            by=card,
            slot="again",
            lane=Lane.BULK,
            watch=self._progress.step,
            otherwise=refused,
            stopped=lambda: self._end(lambda: card.be_busy(busy=False)),
        )
        self._progress.begin(says("papers-again-counting"), self._job.cancel)

    def _end(self, say: Callable[[], None]) -> None:
        """Say what came of it, unless somebody went on meanwhile."""
        if self._job is not None:
            self._job = None
            self._progress.end()
            say()
