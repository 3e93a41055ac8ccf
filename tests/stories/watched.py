"""The real program with somebody who looks on: ``python -m tests.stories.watched --folder DIR``.

* Nothing of the program is replaced but the class of the application, by one that also has a
  clock; every 50 ms it looks at the window and prints one line of JSON if something differs.
* What it prints are names of pages, words of the program's own buttons, counts, figures,
  lengths and digests; never what a person wrote into a note.
* A lock executes this module anew, as it executes ``ui`` anew in the shipped program.
"""

import hashlib
import json
import os
import sys
import time
from typing import Any

import shiboken6
from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer
from PySide6.QtGui import QWindow
from PySide6.QtWidgets import (
    QApplication,
    QLineEdit,
    QProgressBar,
    QStackedWidget,
    QTableView,
    QWidget,
)

import ui.app
from ui.__main__ import main
from ui.jobs import Lane
from ui.screens.interview import Interview
from ui.widgets import Button, Choices, Sheet
from ui.widgets.total import TotalButton
from ui.window import Window
from ui.wizards.wizard import Wizard

LOOK_MS = 50
BORN = time.monotonic_ns()  # when this image of the process began


class Watched(QApplication):
    """An application that says what can be seen."""

    def __init__(self, arguments: list[str]) -> None:
        super().__init__(arguments)
        self._moves = self._tabs = 0
        self._stood: tuple[Any, Any] | None = None
        self._last = ""
        self.focusChanged.connect(self._on_focus)
        self.installEventFilter(self)
        self._clock = QTimer(self, interval=LOOK_MS)
        self._clock.timeout.connect(self._look)
        self._clock.start()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Count the Tab keys that came to a window, before anything is done about them."""
        if event.type() == QEvent.Type.KeyPress and isinstance(watched, QWindow):
            self._tabs += event.key() == Qt.Key.Key_Tab
        return False

    def _on_focus(self, _old: QWidget | None, _now: QWidget | None) -> None:
        self._moves += 1

    def _look(self) -> None:
        window = next(
            (w for w in self.topLevelWidgets() if isinstance(w, Window)), None
        )
        if window is None or not shiboken6.isValid(window):
            return
        facts = self._seen(window)
        stands = (facts["choices"], facts["buttons"])
        asked = window._session.jobs.busy(Lane.READ)  # an answer may move everything
        facts["still"] = stands == self._stood and not asked
        self._stood = stands
        seen = json.dumps(facts, ensure_ascii=False)
        if seen != self._last:
            self._last = seen
            print(seen, flush=True)

    def _seen(self, window: Window) -> dict[str, Any]:
        focus = self.focusWidget()
        return {
            "pid": os.getpid(),
            "born": BORN,
            "screen": screen_of(window),
            "pages": pages_of(window),
            "active": self.activeWindow() is not None,
            "dialog": self.activeModalWidget() is not None,
            "on_screen": is_on_screen(self.activeModalWidget() or window),
            "focus": name_of(focus),
            "moves": self._moves,
            "tabs": self._tabs,
            "typed": len(focus.text()) if isinstance(focus, QLineEdit) else 0,
            "composing": bool(getattr(focus, "preedit", "")),
            "choices": choices_of(window),
            "buttons": buttons_of(window),
            **lists_of(window),
            **interview_of(window),
        }


def is_on_screen(widget: QWidget) -> bool:
    """Whether the screen has shown it: before, nobody else finds it there."""
    handle = widget.window().windowHandle()
    return handle is not None and handle.isExposed()


def screen_of(window: Window) -> str:
    """The name of what stands in the window."""
    here = window._stack.currentWidget()
    if window.place is not None and type(here).__name__ == "Frame":
        return window.place.screen
    return type(here).__name__


def pages_of(window: Window) -> list[int]:
    """Which page of every visible stack is shown, from the outside in; then the wizard's step."""
    stacks = window.findChildren(QStackedWidget)
    wizards = [one.at + 1 for one in window.findChildren(Wizard) if one.isVisible()]
    return [s.currentIndex() for s in stacks if s.isVisible()] + wizards


def name_of(widget: QWidget | None) -> str:
    """The accessible name, unless a case may speak through it."""
    if widget is None:
        return ""
    kind = widget.property("kind")
    if kind == "chip":
        return "chip"  # what was found in a note
    if isinstance(widget, Button) and kind != "choice" and widget.text():
        return widget.text().strip()  # the longer name may carry a name
    return widget.accessibleName() or type(widget).__name__


def choices_of(window: Window) -> dict[str, tuple[int, int]]:
    """Where the choices are that can be clicked now, by their words."""
    found = {}
    for group in window.findChildren(Choices):
        for button in group.findChildren(Button):
            if button.isVisible() and not button.visibleRegion().isEmpty():
                middle = button.visibleRegion().boundingRect().center()
                spot: QPoint = button.mapToGlobal(middle)
                mark = "+" if button.isChecked() else ""
                found[button.accessibleName() + mark] = (spot.x(), spot.y())
    return found


def buttons_of(window: Window) -> dict[str, tuple[int, int]]:
    """Where the buttons are that can be pressed now: on the sheet if one is open."""
    sheets = [one for one in window.findChildren(Sheet) if one.isVisible()]
    found = {}
    for button in (sheets[-1] if sheets else window).findChildren(Button):
        seen = button.isVisible() and not button.visibleRegion().isEmpty()
        # what was found in a note is on chips; those that filter a list can be checked
        own = button.property("kind") != "chip" or button.isCheckable()
        if own and seen and button.isEnabled() and button.text():
            middle = button.visibleRegion().boundingRect().center()
            spot: QPoint = button.mapToGlobal(middle)
            found.setdefault(button.text().strip(), (spot.x(), spot.y()))
    return found


def lists_of(window: Window) -> dict[str, Any]:
    """How much is listed and chosen, what the sheet and the last toast are called."""
    tables = {
        table.accessibleName(): (
            table.model().rowCount(),
            len(table.selectionModel().selectedRows()) if table.selectionModel() else 0,
        )
        for table in window.findChildren(QTableView)
        if table.isVisible() and table.model() is not None
    }
    bars = [bar for bar in window.findChildren(QProgressBar) if bar.isVisible()]
    return {
        "tables": tables,
        "sheets": sum(one.isVisible() for one in window.findChildren(Sheet)),
        "figures": figures_of(window),
        "running": len(bars),
    }


def figures_of(window: Window) -> list[str]:
    """The figures on the page, as they stand."""
    return [one.accessibleName() for one in window.findChildren(TotalButton) if one.isVisible()]  # fmt: skip


def interview_of(window: Window) -> dict[str, Any]:
    """How far an interview is kept: lengths, digests and counts."""
    page = next((p for p in window.findChildren(Interview) if p.isVisible()), None)
    if page is None or page.recorder is None:
        return {
            "resting": False,
            "note": 0,
            "kept": 0,
            "mark": "",
            "said": "",
            "counts": [],
        }
    edit, recorder = page.board.note.edit, page.recorder
    kept = "" if recorder._waiting else edit._said
    counts = [c.text() for c in page.board.nav._counts.values() if not c.isHidden()]
    return {
        "resting": page._pages.currentWidget() is page.rest,
        "note": len(edit.text()),
        "kept": len(kept),  # as long as the window says: kept
        "mark": hashlib.sha256(kept.encode()).hexdigest() if kept else "",
        "said": page.head.save.text.split(" ")[0],
        "counts": counts,
    }


if __name__ == "__main__":
    ui.app.QApplication = Watched  # type: ignore[misc]
    sys.exit(main())
