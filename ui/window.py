"""The one window: a gate before the work, the frame around it, a cover over it.

* Screens are known by name only; one is made when it is first visited.
* The title never says anything but the product's name.
* Lock and close go one way: commit the syllable, let the screens hand on what is typed, queue
  the lock behind every deed, then leave. Nothing is shown while that happens.
* F9 covers at once and locks nothing; a key or a click brings the work back.
"""

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QAction, QCloseEvent, QGuiApplication, QKeySequence
from PySide6.QtWidgets import QApplication, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from intake.progress import Progress
from ui.actions import ACTIONS
from ui.command_sheet import open_commands, open_keys
from ui.frame import Frame
from ui.jobs import Lane
from ui.long_work import LONG, going_on
from ui.notices import Notices
from ui.rail import TOPICS, Rail, read_facts
from ui.screens import GATES, Screen, find_entry, make_screen, rail, serves
from ui.session import Fact, Place, Session
from ui.syncing.status import SyncStatus
from ui.taking_back import take_back
from ui.widgets import Sheet, Symbol, flush_composition, words

LEAST = QSize(860, 480)  # a 1366 x 768 laptop at 150 %
FIRST = QSize(1440, 900)
_LEAST_PAGE = 400  # what is said above a page never takes more of it
_QUIET_MS = 2_000  # an interview is full of deeds; the rail asks after the last
_WORK_MS = 1_000
_FIRST = "today"  # where one begins; another role begins elsewhere
_GO = {"today", "cases", "people", "send", "papers", "statistics", "settings"}
# what works on cases only: not every role has them
_CASEWORK = {one.name for one in ACTIONS if one.group in {"work", "interview"}}
Leave = Callable[[bool], None]  # True: open again, locked


class Window(QWidget):
    """Shows one place at a time."""

    def __init__(self, session: Session, leave: Leave) -> None:
        """Stand empty; ``show_gate`` is next. ``leave`` ends or restarts the program."""
        super().__init__()
        self._session, self._leave_program = session, leave
        self._texts = session.texts
        self.setObjectName("window")
        self.setWindowTitle(self._texts("product-name"))
        self.setMinimumSize(LEAST)
        self.resize(FIRST.boundedTo(self.screen().availableSize()))
        self._stack = QStackedWidget(self)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self._stack)
        self._first = _welcome(self._texts("product-name"))
        self._stack.addWidget(self._first)
        self.notices = Notices(self, self._texts)
        self.notices.room.connect(self._leave_room)
        self._frame: Frame | None = None
        self._rail: Rail | None = None
        self._cover: QWidget | None = None
        self._screens: dict[str, Screen] = {}
        self._here: Place | None = None
        self._leaving = False
        self._actions = self._make_actions()
        session.went.connect(self.show_place)
        session.refused.connect(self.notices.show_error)
        session.told.connect(self.notices.show_toast)
        session.asked.connect(self.notices.ask)
        session.lock_wanted.connect(self.lock)
        session.opened.connect(self._enable_actions)
        session.touched.connect(self._on_touched)
        self._later = QTimer(self, singleShot=True, interval=_QUIET_MS)
        self._later.timeout.connect(self._ask_rail)
        self._work_clock = QTimer(self, interval=_WORK_MS)
        self._work_clock.timeout.connect(self.show_work)
        self._enable_actions()

    # --- where we are -----------------------------------------------------------

    @property
    def screen_(self) -> Screen | None:
        """The screen that is shown, or None before the gate is passed."""
        return self._screens.get(self._here.screen) if self._here else None

    @property
    def place(self) -> Place | None:
        """The place that is shown."""
        return self._here

    @property
    def has_page(self) -> bool:
        """Whether anything stands here but the product's name."""
        return self._stack.currentWidget() is not self._first

    def say_waiting(self, text: str) -> None:
        """Say below the product's name what is waited for, where nothing else stands yet."""
        box = self._first.layout()
        if self._stack.currentWidget() is self._first and isinstance(box, QVBoxLayout):
            line = words(text, "muted", wrap=False)
            box.insertWidget(box.count() - 1, line, 0, Qt.AlignmentFlag.AlignHCenter)

    def show_gate(self, name: str, **facts: Fact) -> None:
        """Show a screen before the work: ``unlock``, ``first_run`` or ``altered``."""
        self.setWindowTitle(self._texts("product-name"))
        gate = make_screen(name, self._session)
        self._stack.addWidget(gate.centre)
        self._stack.setCurrentWidget(gate.centre)
        self._screens[name] = gate
        gate.show_place(facts)

    def show_place(self, place: Place) -> None:
        """Go to a place of the work; the first one builds the frame."""
        if self._leaving:
            return
        if place.screen in GATES:
            self.show_gate(place.screen)
            return
        if not self._serves(place.screen):  # of a later version, or of another role
            if self._here is None or place.screen == _FIRST:
                self.show_place(Place(rail(self._session.role)[0].name))
            return
        self._hand_on()
        for sheet in self.findChildren(Sheet):
            if sheet.isVisible():
                sheet.close_sheet()
        frame = self._frame or self._make_frame()
        self._here = place
        screen = self._screen(place.screen)
        frame.show_screen(screen, self._list_for(place.screen))
        self._stack.setCurrentWidget(frame)
        if self._rail is not None:
            entry = find_entry(place.screen)
            self._rail.show_here(entry.parent or entry.name if entry else "")
        self._enable_actions()
        screen.show_place(place.facts)
        if not self._focus_in(screen.centre):
            self._focus_in(frame.panes()[1])

    def rebuild(self) -> None:
        """Make every screen anew, in another language or theme, and come back here."""
        self.setWindowTitle(self._texts("product-name"))
        here, self._here = self._here, None
        frame, self._frame = self._frame, None
        self._screens.clear()
        if frame is not None:
            self._stack.removeWidget(frame)
            frame.deleteLater()
        if here is not None:
            self.show_place(here)

    # --- cover, lock, close -----------------------------------------------------

    def cover(self) -> None:
        """Show nothing of the work, at once (가리기)."""
        if self._frame is None or self._stack.currentWidget() is not self._frame:
            return
        self.notices.clear()
        cover = make_screen("cover", self._session).centre
        cover.destroyed.connect(self._enable_actions)
        self._cover = cover
        self._stack.addWidget(cover)
        self._stack.setCurrentWidget(cover)
        self._enable_actions()
        cover.setFocus(Qt.FocusReason.OtherFocusReason)
        lifted = getattr(cover, "lifted", None)
        if lifted is not None:
            lifted.connect(self._uncover)

    def lock(self) -> None:
        """Lock: everything typed is kept, then the program starts again, shut."""
        self._go_away(again=True)

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        if not self._session.is_open:
            event.accept()
            self._leave_program(False)
            return
        event.ignore()
        self._go_away(again=False)

    def _leave_room(self, pixels: int) -> None:
        """Let the page begin below what is said above it."""
        spare = max(0, self.height() - _LEAST_PAGE)
        self.layout().setContentsMargins(0, min(pixels, spare), 0, 0)  # type: ignore[union-attr]  # it was given one

    def _uncover(self) -> None:
        cover, self._cover = self._cover, None
        if cover is not None and self._frame is not None:
            self._stack.setCurrentWidget(self._frame)
            self._stack.removeWidget(cover)
            cover.deleteLater()
            self._enable_actions()

    def _go_away(self, *, again: bool) -> None:
        if self._leaving or not self._session.is_open:
            return
        self._leaving = True
        self._hand_on()
        self.notices.clear()
        self._show_nothing()
        QGuiApplication.clipboard().clear()
        desk = self._session.leave()

        def left(_outcome: object) -> None:
            self._leave_program(again)

        jobs = self._session.jobs
        jobs.stop()  # what is on its way to a stick: cancelled, never half done

        def lock(progress: Progress) -> None:
            jobs.rest()
            if desk is not None:
                desk.lock(progress)

        jobs.run(lock, lane=Lane.VAULT, then=left, otherwise=left)

    def _show_nothing(self) -> None:
        blank = QWidget()
        blank.setProperty("ground", "surface")
        self._stack.addWidget(blank)
        self._stack.setCurrentWidget(blank)
        self._enable_actions()

    def _hand_on(self) -> None:
        """Commit the syllable and let the screens queue what is typed."""
        flush_composition()
        for screen in self._screens.values():
            screen.flush()

    # --- building ---------------------------------------------------------------

    def _make_frame(self) -> Frame:
        self.setWindowTitle(self._texts("product-name"))
        self._rail = Rail(self._texts, rail(self._session.role))
        self._rail.chosen.connect(self._session.go)
        self._rail.lock_pressed.connect(self.lock)
        self._sync_status = SyncStatus(self._session, self._rail.show_sync)
        self._frame = Frame(self._texts, self._rail)
        self._stack.addWidget(self._frame)
        for action in self._actions.values():
            action.setText(self._texts(f"action-{action.objectName()}"))
        self._ask_rail()
        self._sync_status.ask()
        self._work_clock.start()
        for name in [n for n in self._screens if find_entry(n) is None]:
            gate = self._screens.pop(name).centre
            self._stack.removeWidget(gate)
            gate.deleteLater()
        return self._frame

    def show_work(self, seconds: float = LONG) -> None:
        """Show in the rail what has been going on for longer."""
        if self._rail is not None:
            going = going_on(self._session.jobs, self._texts, seconds)
            self._rail.work.show_going(going)
            self._sync_status.look()

    def _on_touched(self, topics: frozenset[str], _by: object) -> None:
        if self._rail is not None and topics & TOPICS:
            self._later.start()

    def _ask_rail(self) -> None:
        if self._rail is not None and self._session.is_open:
            self._session.ask(
                read_facts,
                self._rail.show_facts,
                by=self._rail,
                slot="rail",
                lane=Lane.BULK,
            )

    def _screen(self, name: str) -> Screen:
        if name not in self._screens:
            self._screens[name] = make_screen(name, self._session)
        return self._screens[name]

    def _list_for(self, name: str) -> QWidget | None:
        entry = find_entry(name)
        if entry is not None and entry.borrows_list and find_entry(entry.parent):
            return self._screen(entry.parent).list_pane
        return self._screen(name).list_pane

    def _make_actions(self) -> dict[str, QAction]:
        made: dict[str, QAction] = {}
        for action in ACTIONS:
            if action.bound:
                made[action.name] = QAction(self)  # its words come with the frame
                made[action.name].setObjectName(action.name)
                made[action.name].setShortcut(QKeySequence(action.key))
                made[action.name].triggered.connect(
                    lambda _checked=False, name=action.name: self.run(name)
                )
                self.addAction(made[action.name])
        return made

    def _enable_actions(self) -> None:
        working = self._frame is not None and self._stack.currentWidget() is self._frame
        for name, action in self._actions.items():
            may_lock = name == "lock" and self._session.is_open
            action.setEnabled(working or may_lock)

    # --- actions ----------------------------------------------------------------

    def run(self, name: str) -> None:
        """Carry out an action of ``ui.actions`` by name."""
        screen = self.screen_
        if name in _GO:
            self._session.go(name)
        elif name == "commands":
            listed = [a for a in ACTIONS if a.listed and self._makes_sense(a.name)]
            open_commands(self, self._texts, listed, self.run)
        elif name == "keys":
            open_keys(self, self._texts)
        elif not self._run_window(name) and not (screen and screen.act(name)):
            self._run_elsewhere(name)

    def _run_window(self, name: str) -> bool:
        frame = self._frame
        if frame is None:
            return False
        doing: dict[str, Callable[[], None]] = {
            "lock": self.lock,
            "cover": self.cover,
            "list": frame.toggle_list,
            "side": frame.toggle_side,
            "pane-next": lambda: self._step_pane(+1),
            "pane-previous": lambda: self._step_pane(-1),
        }
        if name in doing:
            doing[name]()
        return name in doing

    def _run_elsewhere(self, name: str) -> None:
        if name == "new-case":
            self._session.go("consent")
        elif name == "find":
            self._session.go("cases", find=1)
        elif name == "look-through":
            self._session.go("found")
        elif name in {"undo", "redo"}:
            take_back(self._session, again=name == "redo")

    def _makes_sense(self, name: str) -> bool:
        if name in _CASEWORK:
            return self._serves("cases")
        return name not in _GO or self._serves(name)

    def _serves(self, name: str) -> bool:
        return serves(name, self._session.role)

    def _focus_in(self, pane: QWidget) -> bool:
        """Put the focus into a pane, unless something in it has it; False: nothing takes it."""
        # the window's own, also while another one is in front; Qt's stubs forget None
        focus: QWidget | None = self.focusWidget()
        if focus and focus.isVisible() and pane.isAncestorOf(focus):
            return True
        for widget in pane.findChildren(QWidget):
            if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isVisible():
                widget.setFocus(Qt.FocusReason.ShortcutFocusReason)
                return True
        return False

    def _step_pane(self, step: int) -> None:
        if self._frame is None:
            return
        panes, focus = self._frame.panes(), QApplication.focusWidget()
        here = next(
            (i for i, p in enumerate(panes) if focus and p.isAncestorOf(focus)), 0
        )
        self._focus_in(panes[(here + step) % len(panes)])


def _welcome(name: str) -> QWidget:
    """Return what is seen before the core is loaded: the product's name and nothing else."""
    page, middle = QWidget(), Qt.AlignmentFlag.AlignHCenter
    box = QVBoxLayout(page)
    box.setSpacing(20)
    box.addStretch(2)
    box.addWidget(Symbol("shield-check", "accent", 44), 0, middle)
    box.addWidget(words(name, "display", wrap=False), 0, middle)
    box.addStretch(3)
    return page
