"""The draft on the screen (미리보기): made anew after a pause, never in the way of typing.

* A newer wish replaces the one under way; what stood there is pale until the newer one is there.
* Nothing of a draft is on the disk; where the desk refuses, nothing of the older one stays.
* Pages are drawn outside of the vault, one at a time.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from intake.errors import IntakeError
from ui.jobs import Job, Lane
from ui.session import Session
from ui.widgets import ProgressLine
from ui.widgets.paper_view import PaperView

if TYPE_CHECKING:
    from intake.desk.paper_pages import PageLook
    from intake.desk.views.papers import PaperPlan, PaperPreview

_PAUSE_MS = 700


class Drafting(QObject):
    """Makes the preview of ``plan`` and shows its pages in a view."""

    drawn = Signal(object)  # PaperPreview
    refused = Signal(object)  # IntakeError
    stopped = Signal()

    def __init__(
        self,
        session: Session,
        view: PaperView,
        progress: ProgressLine,
        plan: "Callable[[], PaperPlan | None]",
    ) -> None:
        """Show in ``view``; ``plan`` gives what is asked, or None where something is missing."""
        super().__init__(view)
        self._session, self._view, self._progress, self._plan = session, view, progress, plan  # fmt: skip
        self.data = b""
        self._job: Job[PaperPreview] | None = None
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._pause.timeout.connect(self.begin)
        view.wanted.connect(self._draw)

    def later(self) -> None:
        """Make it anew after a pause; what is shown is not the newest from now on."""
        self._view.be_stale(stale=bool(self.data))
        self._pause.start()

    def begin(self) -> None:
        """Make it anew now."""
        self._pause.stop()
        plan = self._plan()
        if plan is None:
            self.forget()
            return
        self._view.be_stale(stale=bool(self.data))
        if self._job is not None and not self._job.finished:
            self._job.cancel()
        made: list[Job[PaperPreview]] = []
        self._job = self._session.ask(
            lambda desk, progress: desk.papers.preview(plan, progress),
            lambda found: self._on_drawn(found) if self._is(made) else None,
            by=self._view,
            slot="preview",
            lane=Lane.BULK,
            watch=self._progress.step,
            otherwise=lambda error: self._on_refused(error) if self._is(made) else None,
            stopped=lambda: self._on_stopped() if self._is(made) else None,
        )
        made.append(self._job)
        self._progress.begin(self._session.texts("papers-drawing"), self._job.cancel)

    def forget(self) -> None:
        """Show nothing, and let go what was shown, also what is on its way."""
        self._pause.stop()
        job, self._job = self._job, None
        if job is not None and not job.finished:
            job.cancel()
        self._progress.end()
        self.data = b""
        self._view.clear()

    def show(self, data: bytes) -> None:
        """Show a paper that is no draft."""
        self.forget()
        self.data = data
        self._view.begin()

    def _is(self, made: "list[Job[PaperPreview]]") -> bool:
        """Whether an answer is to the newest wish."""
        return bool(made) and made[0] is self._job

    def _on_drawn(self, found: "PaperPreview") -> None:
        self._progress.end()
        same = bool(self.data)
        self.data = found.data
        self._view.begin(at=self._view.at if same else 0)
        self.drawn.emit(found)

    def _on_refused(self, error: IntakeError) -> None:
        self.forget()
        self.refused.emit(error)

    def _on_stopped(self) -> None:
        """She stopped it: what was there stays pale, and another try is offered."""
        self._progress.end()
        self.stopped.emit()

    def _draw(self, at: int, width: int) -> None:
        data = self.data
        if not data:
            return

        def draw(_desk: object, _progress: object) -> "PageLook":
            from intake.desk.paper_pages import page_look  # noqa: PLC0415 - loads the core

            return page_look(data, at, width)

        self._session.ask(
            draw,
            lambda look: self._view.show_look(look) if data is self.data else None,
            by=self._view,
            slot="page",
            lane=Lane.OUTSIDE,
        )
