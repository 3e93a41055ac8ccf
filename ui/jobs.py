"""The one place where work leaves the window thread and comes back.

* ``VAULT`` is one thread, in order: every deed queues behind the one before it.
* ``READ`` is one thread for what the person waits for; cancelling the running read interrupts it.
* ``BULK`` is one thread for long reading; ``OUTSIDE`` is four threads that never touch the vault.
* ``then``, ``otherwise`` and ``watch`` always run on the window thread, ``watch`` before the result.
* ``otherwise`` gets only ``IntakeError``; a bug goes to ``sys.excepthook``; ``Cancelled`` is silent.
* A result for a widget that is gone is dropped; closing drains every lane.
* Progress is thinned: the newest step is shown, in order, and the last one is never lost.
"""

import enum
import sys
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from threading import Event, Lock
from typing import Generic, TypeVar

import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, Signal

from intake.errors import Cancelled, IntakeError
from intake.progress import Progress

T = TypeVar("T")
Step = tuple[int, int, str]


class Lane(enum.Enum):
    """Where work runs (차선)."""

    VAULT = "vault"
    READ = "read"
    BULK = "bulk"
    OUTSIDE = "outside"


_THREADS = {Lane.VAULT: 1, Lane.READ: 1, Lane.BULK: 1, Lane.OUTSIDE: 4}


class Job(Generic[T]):
    """A piece of work on its way; ``cancel`` is always safe, before, during and after."""

    def __init__(
        self,
        post: Callable[[Callable[[], None]], None],
        watch: Callable[[int, int, str], None] | None,
        owner: QObject | None,
    ) -> None:
        """Belong to ``owner``: when that is gone, so is every callback."""
        self._post, self._watch, self._owner = post, watch, owner
        self._stop, self._lock = Event(), Lock()
        self._newest: Step | None = None
        self._interrupt: Callable[[], None] | None = None
        self.finished = False

    @property
    def cancelled(self) -> bool:
        """Whether somebody asked it to stop."""
        return self._stop.is_set()

    def cancel(self) -> None:
        """Ask the work to stop; it ends at its next step, or at once in an interrupted read."""
        with self._lock:
            self._stop.set()
            if self._interrupt is not None:
                self._interrupt()

    def step(self, done: int, total: int, what: str) -> None:
        """Report from the working thread; see ``intake.progress``."""
        if self._stop.is_set():
            raise Cancelled
        if self._watch is None:
            return
        with self._lock:
            waiting, self._newest = self._newest is not None, (done, total, what)
        if not waiting:
            self._post(self._show)

    def running(self, interrupt: Callable[[], None] | None) -> None:
        """Be interruptible by ``interrupt`` from now on, or no longer (None)."""
        with self._lock:
            if interrupt is not None and self._stop.is_set():
                raise Cancelled
            self._interrupt = interrupt

    def alive(self) -> bool:
        """Whether there is still somebody to tell."""
        return self._owner is None or shiboken6.isValid(self._owner)

    def _show(self) -> None:
        with self._lock:
            newest, self._newest = self._newest, None
        if newest and self._watch and self.alive() and not self.cancelled:
            self._watch(*newest)


class Jobs(QObject):
    """The lanes, and the way back to the window thread."""

    _posted = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        """Open the lanes; threads start with their first work."""
        super().__init__(parent)
        self._posted.connect(self._on_posted, Qt.ConnectionType.QueuedConnection)
        self._lanes = {
            lane: ThreadPoolExecutor(count, thread_name_prefix=lane.value)
            for lane, count in _THREADS.items()
        }
        self._open: dict[object, Lane] = {}  # job -> its lane
        self._closed = False
        self.interrupt: Callable[[], None] | None = None  # stops the running READ query

    def run(
        self,
        work: Callable[[Progress], T],
        *,
        lane: Lane,
        then: Callable[[T], None] | None = None,
        otherwise: Callable[[IntakeError], None] | None = None,
        watch: Callable[[int, int, str], None] | None = None,
        owner: QObject | None = None,
    ) -> Job[T]:
        """Queue ``work`` and come back on the window thread.

        Work offered after ``close`` is cancelled at once.
        """
        job: Job[T] = Job(self._posted.emit, watch, owner)
        if self._closed:
            job.cancel()
            return job
        self._open[job] = lane
        self._lanes[lane].submit(self._work, job, lane, work).add_done_callback(
            lambda future: self._post_result(job, future, then, otherwise)
        )
        return job

    def busy(self, lane: Lane) -> int:
        """How many pieces of work are queued or running in a lane."""
        return sum(1 for where in self._open.values() if where is lane)

    def close(self) -> None:
        """Finish the deeds in order, cancel everything else, and deliver what is due."""
        self._closed = True
        for job, lane in list(self._open.items()):
            if lane is not Lane.VAULT and isinstance(job, Job):
                job.cancel()
        for executor in self._lanes.values():
            executor.shutdown(wait=True)
        QCoreApplication.sendPostedEvents(self, QEvent.Type.MetaCall.value)

    def _work(self, job: Job[T], lane: Lane, work: Callable[[Progress], T]) -> T:
        if job.cancelled:
            raise Cancelled
        job.running(self.interrupt if lane is Lane.READ else None)
        try:
            return work(job)
        finally:
            job.running(None)

    def _post_result(
        self,
        job: Job[T],
        future: Future[T],
        then: Callable[[T], None] | None,
        otherwise: Callable[[IntakeError], None] | None,
    ) -> None:
        self._posted.emit(lambda: self._finish(job, future, then, otherwise))

    def _finish(
        self,
        job: Job[T],
        future: Future[T],
        then: Callable[[T], None] | None,
        otherwise: Callable[[IntakeError], None] | None,
    ) -> None:
        lane = self._open.pop(job)
        job.finished = True
        stale = (
            lane is Lane.READ and job.cancelled
        )  # a deed that was done is told all the same
        error = future.exception()
        if error is None:
            if then and job.alive() and not stale:
                then(future.result())
        elif isinstance(error, Cancelled):
            pass
        elif isinstance(error, IntakeError):
            if otherwise and job.alive():
                otherwise(error)
        else:
            sys.excepthook(type(error), error, error.__traceback__)

    def _on_posted(self, call: Callable[[], None]) -> None:
        call()
