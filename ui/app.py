"""Builds Qt, the session and the window: the only place where they meet.

* The window is painted before the core is loaded; what the folder holds is asked behind it.
* Leaving closes the lanes in order; after a lock the program is executed anew, so nothing of
  the opened vault stays in memory.
"""

import os
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication
from typing_extensions import override

from intake import __version__
from intake.errors import IntakeError
from intake.logbook import note
from intake.progress import Progress
from intake.text import Texts, texts
from ui import crash, safe, theme
from ui.away import Away
from ui.comparing import Comparing
from ui.crash_page import CrashPage
from ui.health import glance_at, told_of_glance
from ui.jobs import Jobs, Lane
from ui.manner import Manner, keep_manner, read_manner
from ui.nightly import Nightly
from ui.privacy import hide_from_capture
from ui.session import Session
from ui.starts import OFFERED_AFTER, Starts
from ui.sweeping import Sweeping
from ui.syncing.rounds import Syncing
from ui.widgets.code_words import tell_codes
from ui.window import Window

_UNSEEN_MS = 1_000
_PATIENCE_MS = 700  # until it is said what is waited for


@dataclass(frozen=True, slots=True)
class Start:
    """How the program was started."""

    folder: Path
    arguments: tuple[str, ...] = ()
    look: Callable[[], Any] | None = None  # through the files of an installed program
    safe: bool = False  # nothing begins by itself (안전 모드)
    failed: int = 0  # how many starts before this one never came to a page
    starts: Starts | None = None

    @property
    def careful(self) -> bool:
        """Whether it is drawn plainly: safe mode, or about to be offered."""
        return self.safe or self.failed >= OFFERED_AFTER


class Program(QObject):
    """Holds everything alive, and the few things that are bigger than a screen."""

    def __init__(self, app: QApplication, start: Start, session: Session) -> None:
        """Make the window; ``open`` shows it."""
        super().__init__(app)
        self._app, self._start, self._session = app, start, session
        self.window = Window(session, self.leave)
        self.away = Away(app)
        self.away.gone.connect(self.window.lock)
        self.going: tuple[QObject, ...] = ()  # what begins by itself
        session.safe = start.safe
        session.safe_said.connect(self._on_safe_said)
        session.opened.connect(self._on_opened)
        session.touched.connect(self._on_touched)
        session.refused.connect(_note_refusal)
        app.styleHints().colorSchemeChanged.connect(self._on_scheme)
        self._manner = read_manner(start.folder)
        self._looked = False
        self._gate, self._proven = "", start.look is None
        self._stuck = False  # a mistake came before any page
        self.ended = True  # False: a medium holds a thread that will not end

    def open(self) -> None:
        """Show the window, then ask what the folder holds."""
        crash.install(self._on_crash)
        hide_from_capture(self.window)
        self.window.installEventFilter(self)
        self.window.show()
        QTimer.singleShot(_UNSEEN_MS, self._after_paint)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint and watched is self.window:
            self.window.removeEventFilter(self)
            QTimer.singleShot(0, self._after_paint)
        return False

    def _after_paint(self) -> None:
        """Go on once: a window that nobody sees yet is not waited for."""
        if not self._looked:
            self._looked = True
            theme.add_fonts(theme.LATER)
            note("shown")
            if self._start.careful and not self._start.safe:
                self.window.show_gate("safe")
            else:
                self._on_safe_said(self._start.safe)

    def _on_safe_said(self, careful: bool) -> None:
        """Go on: in safe mode nothing begins by itself."""
        session = self._session
        session.safe = careful
        note("safe", on=int(careful))
        if not careful:
            self.going = (Nightly(session), Comparing(session), Syncing(session))
        self._look()

    def leave(self, again: bool) -> None:
        """Close the lanes and end, or begin anew."""
        session, door = self._session, sys.modules.get("intake.desk")
        self.ended = session.jobs.close()
        self.window.hide()
        if not self._stuck:
            self._well()
        elif self._start.starts is not None:
            self._start.starts.give_up()
        note("locked" if again else "ended")
        if again:
            safe.leave_no_trace()
            words = safe.arguments_for(self._start.arguments, safe=session.safe)
            begin = door.relaunch if door is not None else safe.begin_anew
            begin(words)
        self._app.quit()

    def _look(self) -> None:
        QTimer.singleShot(0, self.away.listen_to_system)
        if self._start.look is None:
            self._ask_folder()
            return
        # nothing more of the program is loaded, and nothing typed, before its files are proven
        self._proven, check = False, self._start.look
        self._session.jobs.run(lambda _progress: check(), lane=Lane.OUTSIDE, then=self._on_proven, owner=self)  # fmt: skip
        patience = QTimer(self.window, singleShot=True, interval=_PATIENCE_MS)
        patience.timeout.connect(self._say_waiting)
        patience.start()

    def _say_waiting(self) -> None:
        if not self._proven:
            self.window.say_waiting(self._session.texts("progress-program-files"))

    def _ask_folder(self) -> None:
        folder = self._session.folder

        def look(door: Any, _progress: Progress) -> Any:  # noqa: ANN401 - the desk is loaded late
            door.harden()
            return door.look(folder)

        self._session.enter(look, self._on_looked, by=self, otherwise=self._on_unseen, whole=False)  # fmt: skip

    def _on_looked(self, notice: Any) -> None:  # noqa: ANN401
        self._gate = "unlock" if notice.state == "ready" else "first_run"
        self._pass_on()

    def _on_unseen(self, _error: IntakeError) -> None:
        """Show the lock screen all the same: it says what is broken, and offers a backup."""
        self._gate = "unlock"
        self._pass_on()

    def _on_proven(self, found: Any) -> None:  # noqa: ANN401 - the room of releases is loaded late
        self._proven = found.whole
        if found.whole:
            self._ask_folder()
            return
        kinds = ("changed", "missing", "extra")
        names = {kind: "\n".join(getattr(found, kind)) for kind in kinds}
        folder = str(Path(__file__).resolve().parents[2])
        self._well()
        self.window.show_gate("altered", why=found.why, key=found.signed_by, version=__version__, folder=folder, **names)  # fmt: skip
        note("looked", state="altered", **{kind: len(getattr(found, kind)) for kind in kinds})  # fmt: skip

    def _pass_on(self) -> None:
        if self._gate and self._proven:
            self.window.show_gate(self._gate)
            note("looked", state=self._gate)
            self._well()
            glance_at(self._session, self._on_glance, by=self)
            self._session.enter(lambda door, _progress: door.seen_well(), lambda _: None, by=self)  # fmt: skip

    def _well(self) -> None:
        """This start came to a page: it is none of those that failed."""
        if self._start.starts is not None:
            self._start.starts.well()

    def _on_glance(self, found: Any) -> None:  # noqa: ANN401
        """Say before anybody types what stands in the way (읽기 전용, 보안 저장소, 입력기, 시계)."""
        if not self._session.is_open:
            self.window.notices.tell(told_of_glance(found, self._session.texts))

    def _on_opened(self) -> None:
        note("opened", role=self._session.role)
        self._ask_settings()
        self._ask_codes()
        self._session.ask(lambda desk, _progress: desk.notices(), self._on_notices)

    def _on_notices(self, found: tuple[str, ...]) -> None:
        self.window.notices.tell([self._session.texts(one) for one in found])

    def _on_touched(self, topics: frozenset[str], _by: object) -> None:
        if "settings" in topics and self._session.is_open:
            self._ask_settings()
        if "packs" in topics and self._session.is_open:
            self._ask_codes()

    def _ask_codes(self) -> None:
        self._session.ask(lambda desk, _progress: desk.packs.codes(), tell_codes)

    def _ask_settings(self) -> None:
        self._session.ask(lambda desk, _progress: _settings(desk), self._on_settings)

    def _on_settings(self, settings: dict[str, Any]) -> None:
        self.away.set_minutes(settings.pop("lock_minutes"))
        manner = Manner(**settings)
        before, self._manner = self._manner, manner
        if manner != before:
            keep_manner(self._start.folder, manner)
        if manner.theme != before.theme:
            theme.apply(self._app, manner.theme)
        if manner.language != self._session.texts.language:
            self._session.speak(manner.language)
            self.window.rebuild()

    def _on_scheme(self, _scheme: Qt.ColorScheme) -> None:
        if self._manner.theme == "system":
            theme.apply(self._app, "system")

    def _on_crash(self, report: str) -> None:
        """Show the first one; one that comes while it stands is in the log."""
        if self.window.findChild(CrashPage) is not None:
            return
        self._stuck = not self.window.has_page
        ends = self._end if self._stuck else None
        said = crash.whole_report(report, safe=self._session.safe)
        page = CrashPage(self._session, self.window, said, self._restart_safely, stuck=ends)  # fmt: skip
        page.open_sheet(page.restart if self._stuck and not self._session.safe else page.go_on)  # fmt: skip

    def _end(self) -> None:
        if self.window.has_page:  # it came after all, and somebody may be at work on it
            self._stuck = False
            return
        self.leave(again=False)

    def _restart_safely(self) -> None:
        self._session.safe = True
        if self._session.is_open:
            self.window.lock()
        else:
            self.leave(again=True)


def _note_refusal(error: IntakeError, _retry: object) -> None:
    note("refused", code=error.text_id.removeprefix("err-"))


def run(start: Start) -> int:
    """Run the window until it is closed, and return the exit code."""
    crash.keep_quiet()
    manner = read_manner(start.folder)
    if start.careful:
        safe.draw_by_software()
        manner = safe.plain(manner)
    if manner.scale != 100:  # noqa: PLR2004 - per cent
        safe.for_this_start("QT_SCALE_FACTOR", str(manner.scale / 100))
    app = QApplication(sys.argv[:1])
    app.setApplicationName("ieum")
    app.setDesktopFileName("ieum")
    app.setQuitOnLastWindowClosed(False)
    Sweeping(app)
    theme.prepare(app, theme.AT_ONCE)
    theme.apply(app, manner.theme)
    program = Program(app, start, make_session(start.folder, texts, manner.language))
    program.open()
    code = app.exec()
    if not program.ended:
        os._exit(code)  # the vault is shut; nothing waits for a stick that hangs
    return code


def make_session(folder: Path, words: Texts, language: str) -> Session:
    """Return a session without a desk, speaking a language."""
    session = Session(Jobs(), words, folder)
    session.speak(language)
    return session


def _settings(desk: Any) -> dict[str, Any]:  # noqa: ANN401
    names: Sequence[str] = ("language", "theme", "scale", "lock_minutes")
    return {name: desk.settings.get(name) for name in names}
