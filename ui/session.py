"""Holds the desk for every screen: ask, do, touched, refused.

* ``ask`` reads and changes nothing; a new ask of the same ``slot`` replaces the one before it,
  even while that one runs.
* ``do`` is one deed in order; afterwards ``touched`` names what changed and who did it, so that
  every other screen asks again, also where only a part was done before it was stopped.
* What a medium may hold up is done on ``Lane.CARRY``: no deed waits behind a stick.
* A refusal that nobody answers goes to ``refused`` and is shown by ``ui.notices``.
* ``go`` names a place; only the window knows what a place looks like.
* ``enter`` works with the door itself, before a desk is there: create, open, recover. The core
  is loaded off the window's thread, behind the first page.

How a screen reads and writes::

    session.ask(lambda desk, progress: desk.today(), self._on_today, by=self, slot="today")
    session.do(lambda desk, progress: desk.cases.rename(case, alias), self._on_renamed, by=self)
"""

import importlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, ParamSpec, TypeVar, cast

import shiboken6
from PySide6.QtCore import QObject, Signal

from intake.errors import Cancelled, IntakeError
from intake.progress import Progress
from intake.text import Texts
from ui import qt_words
from ui.jobs import Job, Jobs, Lane

if TYPE_CHECKING:  # the desk loads the whole core; the first paint does not wait for it
    from intake.desk import Desk

T = TypeVar("T")
P = ParamSpec("P")
Fact = str | int


@dataclass(frozen=True, slots=True)
class Place:
    """Somewhere to go: a screen's name and what it should show there."""

    screen: str
    facts: Mapping[str, Fact] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Toast:
    """A short word at the bottom of the window, with at most one thing to do about it."""

    text: str
    action: str = ""
    act: Callable[[], None] | None = None


@dataclass(frozen=True, slots=True)
class Question:
    """Something to decide before a deed; answering no changes nothing."""

    title: str
    body: str
    yes: str
    no: str
    act: Callable[[], None]
    danger: bool = False  # only for what cannot be taken back


class Session(QObject):
    """What a screen is given, and all it is given."""

    touched = Signal(frozenset, object)  # topics, by
    refused = Signal(object, object)  # IntakeError, retry: Callable | None
    told = Signal(object)  # Toast
    asked = Signal(object)  # Question
    went = Signal(object)  # Place
    opened = Signal()
    lock_wanted = Signal()
    safe_said = Signal(bool)  # how to go on after starts that failed

    def __init__(
        self,
        jobs: Jobs,
        texts: Texts,
        folder: Path,
        *,
        load_door: Callable[[], Any] = lambda: importlib.import_module("intake.desk"),
        parent: QObject | None = None,
    ) -> None:
        """Start without a desk: the lock screen and the first run bring it."""
        super().__init__(parent)
        self.jobs, self.texts, self.folder = jobs, texts, folder
        self._load_door = load_door
        self._desk: Desk | None = None
        self.safe = False  # whether nothing begins by itself (안전 모드)
        self.role = "center"  # center | central | escrow: which pages there are
        self._slots: dict[tuple[int, str], Job[object]] = {}

    @property
    def is_open(self) -> bool:
        """Whether a desk is here."""
        return self._desk is not None

    def speak(self, language: str) -> None:
        """Say everything in a language from now on: our own words, and Qt's."""
        self.texts.speak(language)
        qt_words.speak(language)

    def open(self, desk: "Desk") -> None:
        """Take the desk that was opened."""
        self._desk, self.role = desk, desk.role
        self.jobs.interrupt = desk.interrupt
        self.opened.emit()

    def enter(
        self,
        work: Callable[[Any, Progress], T],
        then: Callable[[T], None],
        *,
        by: QObject | None = None,
        otherwise: Callable[[IntakeError], None] | None = None,
        watch: Callable[[int, int, str], None] | None = None,
        lane: Lane = Lane.VAULT,
        whole: bool = True,
    ) -> Job[T]:
        """Do something at the door: ``work`` is given the module ``intake.desk``.

        What touches no vault and may take long goes on ``Lane.OUTSIDE``. The core is there
        ``whole`` before ``work`` begins, so that no two threads load it under each other; only
        what runs alone and is waited for may begin without.
        """

        def at_the_door(progress: Progress) -> T:
            door = self._load_door()
            if whole:
                door.load_all()
            return work(door, progress)

        return self.jobs.run(
            at_the_door,
            lane=lane,
            then=then,
            otherwise=otherwise or self.refuse,
            watch=watch,
            owner=by,
        )

    def leave(self) -> "Desk | None":
        """Give the desk back for locking; nothing can be asked afterwards."""
        desk, self._desk = self._desk, None
        return desk

    def ask(
        self,
        question: "Callable[[Desk, Progress], T]",
        then: Callable[[T], None],
        *,
        by: QObject | None = None,
        slot: str = "",
        lane: Lane = Lane.READ,
        otherwise: Callable[[IntakeError], None] | None = None,
        watch: Callable[[int, int, str], None] | None = None,
        stopped: Callable[[], None] | None = None,
    ) -> Job[T]:
        """Read something; ``slot`` makes a later ask of ``by`` replace this one."""
        if slot and (old := self._slots.pop((id(by), slot), None)):
            old.cancel()
        desk = self._desk
        job = self.jobs.run(
            lambda progress: question(_reading(desk, lane), progress),
            lane=lane,
            then=then,
            otherwise=otherwise or self.refuse,
            watch=watch,
            stopped=stopped,
            owner=by,
        )
        if slot:
            self._slots[id(by), slot] = cast("Job[object]", job)
        return job

    def do(
        self,
        deed: "Callable[[Desk, Progress], T]",
        then: Callable[[T], None] | None = None,
        *,
        by: QObject | None = None,
        lane: Lane = Lane.VAULT,
        otherwise: Callable[[IntakeError], None] | None = None,
        watch: Callable[[int, int, str], None] | None = None,
        stopped: Callable[[], None] | None = None,
    ) -> Job[T]:
        """Change something, in order; ``then`` runs before the others hear of it.

        ``stopped`` runs where somebody cancelled it, here or in the rail.
        """
        desk, touched = self._desk, _Touched()
        return self.jobs.run(
            lambda progress: touched.by(_reading(desk, lane), deed, progress),
            lane=lane,
            then=_while_alive(then, by),
            otherwise=self._answering(otherwise, by),
            watch=_while_alive(watch, by),
            stopped=_while_alive(stopped, by),
            always=lambda: self._tell(touched, by),
        )

    def go(self, screen: str, **facts: Fact) -> None:
        """Ask the window to show a place."""
        self.went.emit(Place(screen, facts))

    def toast(
        self, text: str, action: str = "", act: Callable[[], None] | None = None
    ) -> None:
        """Say a short word that goes away by itself."""
        self.told.emit(Toast(text, action, act))

    def question(self, question: Question) -> None:
        """Ask the person before a deed."""
        self.asked.emit(question)

    def refuse(
        self, error: IntakeError, retry: Callable[[], None] | None = None
    ) -> None:
        """Show an error in the one place for errors; ``retry`` offers to try again."""
        self.refused.emit(error, retry)

    def _tell(self, touched: "_Touched", by: QObject | None) -> None:
        if touched.topics:
            self.touched.emit(touched.topics, by)

    def _answering(
        self, otherwise: Callable[[IntakeError], None] | None, by: QObject | None
    ) -> Callable[[IntakeError], None]:
        if otherwise is None:
            return self.refuse
        return lambda error: (
            otherwise(error)
            if by is None or shiboken6.isValid(by)
            else self.refuse(error)
        )


class _Touched:
    """What a deed changed, however it ended."""

    def __init__(self) -> None:
        self.topics: frozenset[str] = frozenset()

    def by(
        self,
        desk: "Desk",
        deed: "Callable[[Desk, Progress], T]",
        progress: Progress,
    ) -> T:
        try:
            return deed(desk, progress)
        finally:
            self.topics = desk.take_touched()


def _while_alive(
    call: Callable[P, None] | None, by: QObject | None
) -> Callable[P, None] | None:
    """Return a callback that is silent once its widget is gone; the deed itself goes on."""
    if call is None or by is None:
        return call

    def tell(*said: P.args, **named: P.kwargs) -> None:
        if shiboken6.isValid(by):
            call(*said, **named)

    return tell


def _reading(desk: "Desk | None", lane: Lane) -> "Desk":
    """Return the desk with this thread on its reading lane.

    A deed reads where the person reads: a check or a copy may hold the other lane for minutes.
    """
    if desk is None:  # asked after the lock: nobody is there to hear the answer
        raise Cancelled
    desk.enter_lane("interactive" if lane in {Lane.READ, Lane.VAULT} else "bulk")
    return desk
