"""One quiet line in the rail: what a round is doing now, or why none goes (보내고 받는 형편).

* While something is carried the desk is asked once a second what it is; else only when something
  of it changed. Idle, nothing runs.
* Nothing is said where everything is as it should be: the line below says when something left.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject

from intake.errors import IntakeError
from intake.text import Texts
from ui.jobs import Lane
from ui.session import Session
from ui.widgets.progress import counted

if TYPE_CHECKING:
    from intake.desk import Desk
    from intake.desk.views.sync import SyncGoing, SyncView

_TOPICS: Final = {"sync", "place", "settings"}


class SyncStatus(QObject):
    """Asks, and hands the words to whoever shows them."""

    def __init__(self, session: Session, show: Callable[[str], None]) -> None:
        """Tell ``show``."""
        super().__init__(session)
        self._session, self._show = session, show
        self._going = False
        session.touched.connect(self._on_touched)

    def look(self) -> None:
        """Look once a second whether something is carried; ask only then, and once after."""
        if not self._session.is_open:
            return
        busy = bool(self._session.jobs.busy(Lane.CARRY))
        if busy:
            self._going = True
            self._session.ask(_going, self._on_going, by=self, slot="going", otherwise=_quiet)  # fmt: skip
        elif self._going:
            self._going = False
            self.ask()

    def ask(self) -> None:
        """Ask how sending and receiving stands."""
        if self._session.is_open:
            self._session.ask(_state, self._on_state, by=self, slot="state", lane=Lane.BULK, otherwise=_quiet)  # fmt: skip

    def _on_going(self, now: "SyncGoing | None") -> None:
        if now is not None and self._going:
            self._show(going_words(self._session.texts, now))

    def _on_state(self, view: "SyncView") -> None:
        if not self._going:
            self._show(standing_words(self._session.texts, view))

    def _on_touched(self, topics: frozenset[str], _by: object) -> None:
        if topics & _TOPICS:
            self.ask()


def _going(desk: "Desk", _progress: object) -> "SyncGoing | None":
    return desk.sync.going()


def _state(desk: "Desk", _progress: object) -> "SyncView":
    return desk.sync.state()


def _quiet(_error: IntakeError) -> None:
    """Say nothing: the line is a kindness."""


def going_words(texts: Texts, now: "SyncGoing") -> str:
    """Return what a round is doing this moment."""
    if now.doing == "RECEIVING":
        return texts("sync-status-receiving", place=now.place)
    if now.doing == "SEALING" or not now.of:
        return texts("sync-status-sealing", place=now.place)
    said = texts("sync-status-sending", at=now.at, of=now.of)
    return f"{said} · {counted(texts, now.done, now.total)}" if now.total else said


def standing_words(texts: Texts, view: "SyncView") -> str:
    """Return why no round goes, or nothing where all is as it should be."""
    if not view.places:
        return ""
    if view.paused and view.until_ms:
        return texts("sync-status-paused-until", time=texts.time(view.until_ms))
    if view.paused:
        return texts("sync-status-paused")
    away = [one for one in view.places if one.away_ms]
    if away:
        first = min(away, key=lambda one: one.away_ms)
        return texts("sync-status-away", place=first.name, ms=first.away_ms)
    held = sum(1 for one in view.items if one.state == "HELD")
    return texts("sync-status-held", count=held) if held else ""
