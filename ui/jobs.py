"""The one place where work leaves the window thread and comes back.

* ``VAULT`` is one thread, in order: every deed queues behind the one before it.
* ``READ`` is one thread for what the person waits for; cancelling the running read interrupts
  it, but never while a deed runs: a deed reads on the same lane of the vault.
* ``BULK`` is one thread for long reading; ``OUTSIDE`` is four threads that never touch the vault.
* ``CARRY`` is one thread, in order, for what a medium may hold up (sticks, folders): a stick
  that hangs delays no deed, no list and no lock. It begins after the deeds said before it.
* ``then``, ``otherwise`` and ``watch`` always run on the window thread, ``watch`` before the result.
* ``otherwise`` gets only ``IntakeError``; a bug goes to ``sys.excepthook``; ``Cancelled`` is
  silent, except to ``stopped``. ``always`` comes last, whatever happened.
* A result for a widget that is gone is dropped; closing drains every lane, but waits for a
  medium only a while.
* Progress is thinned: the newest step is shown, in order, and the last one is never lost.
"""

import enum
import sys
import time
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from concurrent.futures import wait as wait_for
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass
from threading import Event, Lock
from typing import Any, Generic, TypeVar

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
    CARRY = "carry"
    OUTSIDE = "outside"


_THREADS = {Lane.VAULT: 1, Lane.READ: 1, Lane.BULK: 1, Lane.CARRY: 1, Lane.OUTSIDE: 4}  # fmt: skip
PATIENCE = (
    2.0  # seconds a stopped medium is waited for before the lock goes on without it
)


@dataclass(frozen=True, slots=True)
class Ending:
    """Who hears how a piece of work ended."""

    then: Callable[[Any], None] | None = None
    otherwise: Callable[[IntakeError], None] | None = None
    stopped: Callable[[], None] | None = None
    always: Callable[[], None] | None = None


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
        self.began: float | None = None  # monotonic; None while it queues
        self.last: Step | None = None

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
        self.last = (done, total, what)
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
        self._futures: dict[object, Future[Any]] = {}
        self._closed = self._stopping = False
        self._acting, self._deeds_running = Lock(), 0
        self.interrupt: Callable[[], None] | None = None  # stops the running READ query

    def run(
        self,
        work: Callable[[Progress], T],
        *,
        lane: Lane,
        then: Callable[[T], None] | None = None,
        otherwise: Callable[[IntakeError], None] | None = None,
        watch: Callable[[int, int, str], None] | None = None,
        stopped: Callable[[], None] | None = None,
        always: Callable[[], None] | None = None,
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
        ending = Ending(then, otherwise, stopped, always)
        first = self._deeds() if lane is Lane.CARRY else []
        future = self._lanes[lane].submit(self._work, job, lane, work, first)
        self._futures[job] = future
        future.add_done_callback(
            lambda future: self._posted.emit(lambda: self._finish(job, future, ending))
        )
        return job

    def busy(self, lane: Lane) -> int:
        """How many pieces of work are queued or running in a lane."""
        return sum(1 for where in self._open.values() if where is lane)

    def running(self, seconds: float) -> "list[Job[Any]]":
        """Return what has been running for longer than ``seconds``, oldest first."""
        now = time.monotonic()
        jobs = [job for job in self._open if isinstance(job, Job)]
        return [
            job
            for job in jobs
            if job.began is not None and now - job.began > seconds and not job.cancelled
        ]

    def stop(self) -> None:
        """Cancel everything but the deeds before the end: nothing is left half done."""
        self._stopping = True
        for job, lane in list(self._open.items()):
            if lane is not Lane.VAULT and isinstance(job, Job):
                job.cancel()

    def rest(self, patience: float = PATIENCE) -> bool:
        """Wait until what was stopped has ended; False where a medium still holds it.

        May be called from a deed: it does not wait for deeds.
        """
        waited = [
            future
            for job, future in list(self._futures.items())
            if self._open.get(job) is not Lane.VAULT
        ]
        return not wait_for(waited, timeout=patience).not_done

    def close(self, patience: float = PATIENCE) -> bool:
        """Finish the deeds in order, cancel everything else, and deliver what is due.

        Returns False where a medium holds a thread that does not end; the process must then
        be left without waiting for it.
        """
        self._closed = True
        self.stop()
        self._lanes[Lane.VAULT].shutdown(wait=True)
        ended = self.rest(patience)
        for executor in self._lanes.values():
            executor.shutdown(wait=ended)
        QCoreApplication.sendPostedEvents(self, QEvent.Type.MetaCall.value)
        return ended

    def _deeds(self) -> list[Future[Any]]:
        return [f for job, f in self._futures.items() if self._open[job] is Lane.VAULT]

    def _work(
        self,
        job: Job[T],
        lane: Lane,
        work: Callable[[Progress], T],
        first: list[Future[Any]],
    ) -> T:
        wait_for(first)
        if job.cancelled:
            raise Cancelled
        job.began = time.monotonic()
        job.running(self._interrupt_read if lane is Lane.READ else None)
        try:
            with self._acts() if lane is Lane.VAULT else nullcontext():
                return work(job)
        finally:
            job.running(None)

    @contextmanager
    def _acts(self) -> Iterator[None]:
        with self._acting:
            self._deeds_running += 1
        try:
            yield
        finally:
            with self._acting:
                self._deeds_running -= 1

    def _interrupt_read(self) -> None:
        with self._acting:
            if self.interrupt is not None and not self._deeds_running:
                self.interrupt()

    def _finish(self, job: Job[T], future: Future[T], ending: Ending) -> None:
        lane = self._open.pop(job)
        self._futures.pop(job, None)
        job.finished = True
        # a deed that was done is told all the same
        stale = lane is Lane.READ and job.cancelled
        error = future.exception()
        if error is None:
            if ending.then and job.alive() and not stale:
                ending.then(future.result())
        elif isinstance(error, Cancelled):
            if ending.stopped and job.alive():
                ending.stopped()
        elif isinstance(error, IntakeError):
            if ending.otherwise and job.alive():
                ending.otherwise(error)
        elif not (job.cancelled and self._stopping):  # its vault is shut by now
            sys.excepthook(type(error), error, error.__traceback__)
        if ending.always:
            ending.always()

    def _on_posted(self, call: Callable[[], None]) -> None:
        call()
