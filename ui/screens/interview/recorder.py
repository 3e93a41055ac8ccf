"""Hands everything that is said to the desk and knows how far it is kept (기록기).

* Every deed is queued at once, in order; nothing here waits.
* ``saving`` and ``saved`` are for the words in the header. What could not be kept is said by
  ``failed`` and done again in the same order by ``retry``.
* What was said later about the same question is never undone by an older word that waited.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from intake.errors import IntakeError, Unreachable
from intake.progress import Progress
from ui.session import Session

if TYPE_CHECKING:
    from intake.desk import Desk
    from intake.desk.views import FoundLine, InterviewPage, PageChange

Deed = Callable[["Desk", Progress], Any]
Then = Callable[[Any], None]
NOTE = "note"


@dataclass(frozen=True, slots=True)
class Said:
    """One deed on its way, and which question it is about."""

    deed: Deed
    then: Then
    path: str
    serial: int


class Recorder(QObject):
    """One interview's way to the desk."""

    paged = Signal(object)  # InterviewPage
    changed = Signal(object)  # PageChange
    found = Signal(object)  # tuple[FoundLine, ...]
    noted = Signal()  # the free note is durable
    saving = Signal()
    saved = Signal(object)  # when (32 bits are not enough), in Unix milliseconds
    failed = Signal()
    went = Signal(str)  # "pause", "resume", "finish": it is done

    def __init__(
        self, session: Session, interview: str, parent: QObject | None = None
    ) -> None:
        """Record ``interview``."""
        super().__init__(parent)
        self._session, self.interview = session, interview
        self._waiting = 0
        self._opening = False
        self._unsettled = False
        self._undone: list[Said] = []
        self._newest: dict[str, int] = {}  # question -> the serial of its last word

    # --- what is said ------------------------------------------------------------

    def open(self, *, resume: bool) -> None:
        """Ask for the whole page; a paused interview is taken up again first."""
        one = self.interview

        def deed(desk: "Desk", _progress: Progress) -> "InterviewPage":
            page = desk.interviews.page(one)
            if resume and page.state == "paused":
                desk.interviews.resume(one)
                page = desk.interviews.page(one)
            return page

        def then(page: "InterviewPage") -> None:
            self._opening = False
            self.paged.emit(page)

        self._opening = True
        self._do(deed, then)

    def draft(self, path: str, text: str) -> None:
        """Make words durable that are not yet said."""
        one, self._unsettled = self.interview, True

        def then(ms: int) -> None:
            self._kept(ms)
            if path == NOTE:
                self.noted.emit()

        self._do(lambda desk, _p: desk.interviews.draft(one, path, text), then, path)

    def settle(self) -> None:
        """Say every draft: the field was left, or has rested."""
        if self._unsettled:
            self._unsettled = False
            one = self.interview
            self._change(lambda desk, _p: desk.interviews.settle_drafts(one))

    def answer(self, path: str, value: object) -> None:
        """Take an answer."""
        one, given = self.interview, value
        self._change(
            lambda desk, _p: desk.interviews.answer(one, path, given),  # type: ignore[arg-type]  # the card knows its kind
            path=path,
        )

    def stand(self, path: str, state: str) -> None:
        """Say how an answer stands: 모름, 말하고 싶지 않음."""
        one = self.interview
        self.settle()
        self._change(
            lambda desk, _p: desk.interviews.set_state(one, path, state), path=path
        )

    def add_row(self, path: str) -> None:
        """Add a row."""
        one = self.interview
        self._change(lambda desk, _p: desk.interviews.add_row(one, path))

    def remove_row(self, path: str) -> None:
        """Take a row away."""
        one = self.interview
        self.settle()
        self._change(lambda desk, _p: desk.interviews.remove_row(one, path))

    def ask_again(self, path: str) -> None:
        """Show a question whose answer is known already, and the page around it."""
        one = self.interview

        def deed(desk: "Desk", _progress: Progress) -> "InterviewPage":
            desk.interviews.ask_again(one, path)
            return desk.interviews.page(one)

        self._do(deed, self.paged.emit)

    def adopt(self, lines: "tuple[FoundLine, ...]") -> None:
        """Write what was found in the note into the register."""
        one = self.interview
        self.settle()

        def deed(desk: "Desk", _progress: Progress) -> "PageChange":
            changes = [desk.interviews.adopt(one, line) for line in lines]
            return changes[-1]

        self._change(deed, self.noted.emit)

    def look_for_finds(self) -> None:
        """Ask what the note mentions; a newer question replaces this one."""
        one = self.interview
        self._session.ask(
            lambda desk, _p: desk.interviews.found(one),
            self.found.emit,
            by=self,
            slot="found",
        )

    def pause(self) -> None:
        """Stop the clock."""
        one, self._unsettled = self.interview, False
        self._do(
            lambda desk, _p: desk.interviews.pause(one),
            lambda _none: self.went.emit("pause"),
        )

    def resume(self) -> None:
        """Go on."""
        one = self.interview
        self._do(
            lambda desk, _p: desk.interviews.resume(one),
            lambda _none: self.went.emit("resume"),
        )

    def finish(self, next_contact: str | None) -> None:
        """Finish the interview."""
        one, self._unsettled = self.interview, False
        self._do(
            lambda desk, _p: desk.interviews.finish(one, next_contact),
            lambda _none: self.went.emit("finish"),
        )

    def retry(self) -> None:
        """Do again, in order, what could not be kept."""
        undone, self._undone = self._undone, []
        for said in undone:
            if self._is_newest(said):
                self._queue(said)

    # --- the way there and back ------------------------------------------------------

    def _change(
        self,
        deed: Deed,
        after: Callable[[], None] | None = None,
        *,
        path: str = "",
    ) -> None:
        def then(change: "PageChange") -> None:
            self.changed.emit(change)
            self._kept(change.saved_ms)
            if after is not None:
                after()

        self._do(deed, then, path)

    def _do(self, deed: Deed, then: Then, path: str = "") -> None:
        serial = self._newest.get(path, 0) + 1
        self._newest[path] = serial
        self._queue(Said(deed, then, path, serial))

    def _queue(self, said: Said) -> None:
        self._waiting += 1
        self.saving.emit()

        def done(value: object) -> None:
            self._waiting -= 1
            said.then(value)

        def refused(error: IntakeError) -> None:
            self._waiting -= 1
            self._on_refused(error, said)

        self._session.do(said.deed, done, by=self, otherwise=refused)

    def _kept(self, ms: int) -> None:
        self._undone = [said for said in self._undone if self._is_newest(said)]
        if not self._waiting and not self._undone:
            self.saved.emit(ms)

    def _is_newest(self, said: Said) -> bool:
        return not said.path or self._newest[said.path] == said.serial

    def _on_refused(self, error: IntakeError, said: Said) -> None:
        if isinstance(error, Unreachable):  # a full disk, a busy vault: keep and say so
            self._undone.append(said)
            self.failed.emit()
            return
        self._session.refuse(error)
        if (
            self._opening
        ):  # it is not for her, or destroyed: asking again would not help
            self._opening = False
            self._session.go("cases")
            return
        self.open(resume=False)  # show again what is really kept
