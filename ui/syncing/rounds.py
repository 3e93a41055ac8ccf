"""Sending and receiving by itself (자동 보내기·받기): a look every few minutes, a round where one is due.

* Beside the work, on the lane of media, and to be stopped in the rail like any long work.
* Not while somebody records an interview, here or on another page; a round on its way is
  stopped when she comes to it, and goes on later. Nothing of it is lost.
* Nobody who copies something waits behind a round: it stops for whatever else needs the lane.
* Not over a connection that costs by the byte, unless that was allowed.
* Only what matters is told: cases arrived, a place needs a person, a bundle waits for one.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from intake.errors import IntakeError, NotYours
from intake.progress import Progress
from ui.jobs import Job, Lane
from ui.network import is_metered
from ui.session import Place, Session

if TYPE_CHECKING:
    from intake.desk import Desk
    from intake.desk.views.sync import SyncReport

_LOOK_MS = 180_000
_YIELD_MS = 500


class Syncing(QObject):
    """Looks whether a round is due while a desk is open."""

    def __init__(
        self, session: Session, wait_ms: int = _LOOK_MS, metered: Callable[[], bool] = is_metered
    ) -> None:  # fmt: skip
        """Begin with the next desk."""
        super().__init__(session)
        self._session, self._metered = session, metered
        self._job: Job[SyncReport | None] | None = None
        self._at_interview = False
        self._told: set[str] = set()  # what was said already, and is still so
        self._clock = QTimer(self, interval=wait_ms)
        self._clock.timeout.connect(self.begin)
        self._others = QTimer(self, interval=_YIELD_MS)
        self._others.timeout.connect(self.give_way)
        session.opened.connect(self._on_opened)
        session.went.connect(self._on_went)

    def begin(self) -> None:
        """Go a round if one is due and nothing speaks against it."""
        session = self._session
        if not session.is_open:
            self._clock.stop()
        elif not self._at_interview and not session.jobs.busy(Lane.CARRY):
            metered = self._metered()
            self._job = session.do(
                lambda desk, progress: _round(desk, progress, metered=metered),
                self._on_round,
                by=self,
                lane=Lane.CARRY,
                otherwise=self._on_refused,
                stopped=self._end,
            )
            self._others.start()

    def give_way(self) -> None:
        """Stop the round where somebody else waits for the lane."""
        if self._session.jobs.busy(Lane.CARRY) > 1 and self._job is not None:
            self._job.cancel()

    def _end(self) -> None:
        self._job = None
        self._others.stop()

    def _on_opened(self) -> None:
        self._told.clear()
        self._at_interview = False
        self._clock.start()

    def _on_went(self, place: Place) -> None:
        self._at_interview = place.screen == "interview"
        if self._at_interview and self._job is not None:
            self._job.cancel()

    def _on_round(self, report: "SyncReport | None") -> None:
        self._end()
        if report is None or self._at_interview:
            return
        says, session = self._session.texts, self._session
        needs = set(report.needs)
        self._told &= needs | set(report.held)
        if needs - self._told:
            text = says("sync-needs", place=", ".join(sorted(needs - self._told)))
            session.toast(text, says("sync-look"), lambda: session.go("settings", section="places"))  # fmt: skip
        elif set(report.held) - self._told:
            session.toast(says("sync-held"), says("sync-look"), lambda: session.go("send"))  # fmt: skip
        elif report.touched_cases:
            text = says("sync-arrived", cases=report.touched_cases)
            session.toast(text, says("sync-look"), lambda: session.go("send"))
        self._told |= needs | set(report.held)

    def _on_refused(self, error: IntakeError) -> None:
        """Say once why no round could go; whoever sees no content sends nothing."""
        self._end()
        kind = type(error).__name__
        if isinstance(error, NotYours) or kind in self._told:
            return
        self._told.add(kind)
        said = self._session.texts.error(error)
        self._session.toast(f"{said.sentence} {said.remedy}")


def _round(desk: "Desk", progress: Progress, *, metered: bool) -> "SyncReport | None":
    """Go a round, or None: nothing is due, somebody records, or it would cost."""
    if not desk.roles.mine().sees_content or not desk.sync.is_due():
        return None
    if metered and not desk.settings.get("sync_metered"):
        return None
    if any(one.state == "open" for one in desk.interviews.unfinished()):
        return None
    return desk.sync.run(progress)
