"""A hand on the window: it presses what can be seen, and counts what a person would do.

A step is one thing done without looking up again: a click, a run of keys, or one choice in a
dialog of the system. What a step takes is told by rule, never by the clock (KLM, Card, Moran and
Newell 1980): a decision 1.35 s, pointing 1.1 s, a click 0.2 s, a key 0.28 s, the hand from mouse to
keyboard or back 0.4 s. A newcomer decides before every step; and she reads every word that is new
on the screen once, 200 words in a minute.
"""

import unicodedata
from dataclasses import dataclass, field

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QTableView, QWidget

_DECIDE, _POINT, _CLICK, _KEY, _MOVE = 1.35, 1.1, 0.2, 0.28, 0.4
_WORDS_A_SECOND = 200 / 60


@dataclass
class Hand:
    """Clicks, types, and remembers; ``rest`` waits until the program has answered."""

    window: QWidget
    rest: object
    steps: list[str] = field(default_factory=list)
    seconds: float = 0.0
    reading: float = 0.0
    _mouse: bool = True
    _read: set[str] = field(default_factory=set)

    def look(self):
        """Read what is new on the screen."""
        seen = {one.text() for one in self._shown(QLabel)} | {one.text() for one in self._shown(QAbstractButton)}  # fmt: skip
        new = {word for text in seen - self._read for word in text.split()}
        self._read |= seen
        self.reading += len(new) / _WORDS_A_SECOND

    def click(self, words, *, times_in_a_dialog=0):
        """Click the one button that says so; then as often in the dialog it opens."""
        (button,) = (one for one in self._shown(QAbstractButton) if words in {one.text().strip(), one.accessibleName()} and one.isEnabled())  # fmt: skip
        self._press(button, button.rect().center(), f"click {words}")
        for at in range(times_in_a_dialog):
            self._step(f"dialog of {words} {at + 1}", _POINT + _CLICK, mouse=True)

    def click_field(self, name):
        """Click the field that is called so."""
        (line,) = (one for one in self._shown(QWidget) if one.accessibleName() == name and one.focusPolicy() & Qt.FocusPolicy.ClickFocus)  # fmt: skip
        self._press(line, line.rect().center(), f"click {name}")

    def click_row(self, name, at=0):
        """Click a row of the list that is called so."""
        (table,) = (one for one in self._shown(QTableView) if one.accessibleName() == name)  # fmt: skip
        spot = table.visualRect(table.model().index(at, 0)).center()
        self._press(table.viewport(), spot, f"click row {at + 1} of {name}")

    def type(self, text, *, enter=False):
        """Type into what has the keyboard; Hangul takes a key for each of its letters."""
        focus = QApplication.focusWidget()
        assert focus is not None
        for letter in text:
            _key(focus, letter)
        keys = len(unicodedata.normalize("NFD", text)) + enter
        if enter:
            QTest.keyClick(focus, Qt.Key.Key_Return)
        self._step(f"type {len(text)} letters", keys * _KEY, mouse=False)

    def minutes(self):
        """Return the minutes of hands and decisions, and those with reading."""
        return self.seconds / 60, (self.seconds + self.reading) / 60

    def _press(self, widget, spot, told):
        at = widget.mapTo(self.window, spot)
        top = self.window.childAt(at)
        assert top is widget or widget.isAncestorOf(top), f"{told}: {top} lies over it"
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton, pos=QPoint(spot))
        self._step(told, _POINT + _CLICK, mouse=True)

    def _step(self, told, seconds, *, mouse):
        self.steps.append(told)
        self.seconds += _DECIDE + seconds + (_MOVE if mouse is not self._mouse else 0)
        self._mouse = mouse
        self.rest()
        self.look()

    def _shown(self, kind):
        """Everything of a kind that lies on the screen, in its scrolled place."""
        return [one for one in self.window.findChildren(kind) if one.isVisible() and not one.visibleRegion().isEmpty()]  # fmt: skip


def _key(focus, letter):
    """Hangul comes from the input method, a syllable at a time; everything else is a key."""
    if letter.isascii():
        QTest.keyClick(focus, letter)
        return
    committed = QInputMethodEvent()
    committed.setCommitString(letter)
    QApplication.sendEvent(focus, committed)
