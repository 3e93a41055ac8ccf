"""Steps one after the other, with the list of them always in sight.

* A step says whether one may go on (``ready``), and does its own work in ``finish``.
* Going back loses nothing; a step that cannot be undone says ``no_return``.
* Enter in a field goes on where one may go on.
"""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from intake.errors import IntakeError
from intake.text import Texts
from ui import theme
from ui.widgets import Button, Card, Column, ProgressLine, Symbol, row, say, words
from ui.widgets.card import Thing
from ui.widgets.stack import PageStack

_NAV = 200


class Step(QWidget):
    """One step; a subclass fills ``body`` and overrides what it needs."""

    changed = Signal()  # ready or the words of the buttons may be different now
    wanted_next = Signal()  # Enter was pressed in the last field

    title_id = ""
    hint_id = ""
    next_id = "shell-next"
    skip_id = ""  # "" = cannot be left out
    no_return = False

    def __init__(self, texts: Texts) -> None:
        """Stand with a title, a sentence, and an empty place for an error."""
        super().__init__()
        self.texts = texts
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(12)
        self.body.addWidget(words(texts(self.title_id), "title"))
        self.hint = words(texts(self.hint_id) if self.hint_id else "", "muted")
        if self.hint_id:
            self.body.addWidget(self.hint)
            self.body.addSpacing(4)
        self.error = words("", tone="danger")
        self.error.hide()

    def add(self, *things: Thing) -> None:
        """Put things below what is there; the error line stays last."""
        self.body.removeWidget(self.error)
        for thing in things:
            if isinstance(thing, QWidget):
                self.body.addWidget(thing)
            elif isinstance(thing, int):
                self.body.addSpacing(thing)
            elif thing is None:
                self.body.addStretch(1)
            else:
                self.body.addLayout(thing)
        self.body.addWidget(self.error)

    def arrive(self) -> None:
        """Be shown; put the focus where typing begins."""

    def ready(self) -> bool:
        """Say whether one may go on."""
        return True

    def finish(self, then: Callable[[], None]) -> None:
        """Do the step's work and call ``then`` when it is done."""
        then()

    def skip(self, then: Callable[[], None]) -> None:
        """Leave the step out."""
        then()

    def show_error(self, error: IntakeError) -> None:
        """Say at the step what went wrong and what to do."""
        said = self.texts.error(error)
        say(self.error, f"{said.sentence}\n{said.remedy}", "danger")
        self.changed.emit()


class Wizard(QWidget):
    """Shows steps; ``finished`` after the last, ``left`` when it is closed before."""

    finished = Signal()
    left = Signal()
    stepped = Signal(int)

    def __init__(
        self, texts: Texts, title: str, steps: Sequence[Step], *, may_leave: bool = True
    ) -> None:
        """Begin at the first step."""
        super().__init__()
        self._texts, self.steps, self._at = texts, list(steps), 0
        self._working = False
        self.back = Button(texts("shell-back"), icon="arrow-left")
        self.skip = Button("", "quiet")
        self.next = Button(texts("shell-next"), "primary")
        self.leave = Button(texts("shell-close"), "quiet", icon="x")
        self.leave.setVisible(may_leave)
        self.progress = ProgressLine(texts)
        self._pages = PageStack()
        self._marks = [
            _Mark(texts(step.title_id), n) for n, step in enumerate(steps, 1)
        ]
        for step in self.steps:
            self._pages.addWidget(step)
            step.changed.connect(self._show_buttons)
            step.wanted_next.connect(self._on_wanted)
        self.back.on(self._on_back)
        self.next.on(self._on_next)
        self.skip.on(self._on_skip)
        self.leave.on(self.left.emit)
        self._stand(title)
        self.go(0)

    @property
    def at(self) -> int:
        """The number of the step that is shown, from 0."""
        return self._at

    def go(self, at: int) -> None:
        """Show a step."""
        self._at = at
        self._pages.setCurrentIndex(at)
        for number, mark in enumerate(self._marks):
            mark.show_state(done=number < at, here=number == at)
        self.set_working(working=False)
        say(self.steps[at].error, "")
        self.steps[at].arrive()
        self._show_buttons()
        self.stepped.emit(at)

    def set_working(
        self, *, working: bool, text: str = "", cancel: Callable[[], None] | None = None
    ) -> None:
        """Show that a step works, or that it is done."""
        self._working = working
        if working:
            self.progress.begin(text, cancel)
        else:
            self.progress.end()
        self._show_buttons()

    def _stand(self, title: str) -> None:
        nav = QWidget()
        nav.setFixedWidth(_NAV)
        listed = QVBoxLayout(nav)
        listed.setContentsMargins(0, 4, 0, 0)
        listed.setSpacing(4)
        listed.addWidget(words(title, "heading"))
        listed.addSpacing(12)
        for mark in self._marks:
            listed.addWidget(mark)
        listed.addStretch(1)
        card = Card(self._pages, 8, self.progress, gap=8)
        card.body.setContentsMargins(28, 24, 28, 24)
        card.add(row(self.back, self.leave, None, self.skip, self.next))
        page = QWidget()
        box = QHBoxLayout(page)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(32)
        box.addWidget(nav, 0, Qt.AlignmentFlag.AlignTop)
        box.addWidget(card, 1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(Column(page, None, width=theme.COLUMN + _NAV + 32))

    def _show_buttons(self) -> None:
        step, free = self.steps[self._at], not self._working
        first = self._at == 0 or self.steps[self._at - 1].no_return
        self.back.setVisible(not first)
        self.back.setEnabled(free)
        self.leave.setEnabled(free)
        self.skip.setVisible(bool(step.skip_id))
        self.skip.setEnabled(free)
        if step.skip_id:
            self.skip.setText(self._texts(step.skip_id))
            self.skip.setAccessibleName(self._texts(step.skip_id))
        self.next.setText(self._texts(step.next_id))
        self.next.setAccessibleName(self._texts(step.next_id))
        self.next.setEnabled(free and step.ready())

    def _on_wanted(self) -> None:
        if self.next.isEnabled():
            self._on_next()

    def _on_next(self) -> None:
        self.steps[self._at].finish(self._advance)

    def _on_skip(self) -> None:
        self.steps[self._at].skip(self._advance)

    def _on_back(self) -> None:
        self.go(self._at - 1)

    def _advance(self) -> None:
        if self._at + 1 < len(self.steps):
            self.go(self._at + 1)
        else:
            self.set_working(working=False)
            self.finished.emit()


class _Mark(QWidget):
    """A step in the list: its number, its name, and whether it is done."""

    def __init__(self, title: str, number: int) -> None:
        super().__init__()
        self._symbol = Symbol("circle", "edge", 16)
        self._text = words(f"{number}. {title}", wrap=True)
        box = QHBoxLayout(self)
        box.setContentsMargins(0, 4, 0, 4)
        box.setSpacing(8)
        box.addWidget(self._symbol, 0, Qt.AlignmentFlag.AlignTop)
        box.addWidget(self._text, 1)

    def show_state(self, *, done: bool, here: bool) -> None:
        icon = "circle-check" if done else "chevron-right" if here else "circle"
        ink = "ok" if done else "accent" if here else "rim"
        self._symbol.show_icon(icon, ink)
        role = "strong" if here else "body" if done else "muted"
        theme.set_property(self._text, "role", role)
