"""One question on a card: what is asked, a place to answer, and two ways not to answer.

* Every question can be left open. 모름 and 말하고 싶지 않음 are answers of their own; 0 takes
  an answer back. Where digits are typed as words, they are Alt+8, Alt+9 and Alt+0.
* Enter goes to the next question, Shift+Enter to the one before.
* What does not fit is said gently below; what was said stays.
* A kind of question overrides ``make_editor``, ``show_value``, ``focus_first`` and ``flush``.
"""

from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from intake.forms import AnswerState, QuestionView
from intake.text import Texts
from ui.widgets.button import Button
from ui.widgets.words import say, words

_STATES = {8: AnswerState.UNK, 9: AnswerState.DECLINED}
_PLAIN = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)


class QuestionCard(QFrame):
    """Shows a ``QuestionView`` and says what the person does about it."""

    answered = Signal(str, object)  # path, value or None
    stood = Signal(str, str)  # path, state
    drafted = Signal(str, str)  # path, text in progress
    settled = Signal(str)  # path: the field was left or has rested
    stepped = Signal(int)

    digits_are_words = True  # a field to type into; choices say False

    def __init__(
        self, view: QuestionView, texts: Texts, name: str, *, flat: bool = False
    ) -> None:
        """Ask ``view`` under the accessible name ``name``; ``flat`` inside another card."""
        super().__init__()
        self.view, self.texts, self.name = view, texts, name
        self.setProperty("card", "flat" if flat else "plain")
        self.label = words(view.label, "strong" if flat else "heading")
        self._hint = words(view.hint, "muted")
        self._violation = words("", "small", tone="wait")
        self._asides = self._make_asides()
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(*((8, 4, 8, 8) if flat else (20, 14, 20, 16)))
        self._box.setSpacing(8)
        self._stand()
        self.show_view(view)

    @property
    def path(self) -> str:
        """The question's address."""
        return self.view.path

    def make_editor(self) -> QWidget:
        """Return the place to answer in."""
        raise NotImplementedError

    def show_value(self, view: QuestionView) -> None:
        """Show what is answered now."""
        raise NotImplementedError

    def focus_first(self) -> None:
        """Put the focus where an answer begins."""

    def flush(self) -> None:
        """Hand on what is typed and not yet said."""

    def take_back(self) -> None:
        """Take the answer back (0)."""
        self.answered.emit(self.path, None)

    def show_view(self, view: QuestionView) -> None:
        """Show the question as it stands now; what has not changed is not touched."""
        self.view = view
        if self.label.text() != view.label:
            self.label.setText(view.label)
        say(self._hint, view.hint)
        if view.violation is None:
            say(self._violation, "")
        else:
            said = view.violation or self.texts("casework-violation")
            say(self._violation, said, "wait")
        for state, button in self._asides.items():
            button.setChecked(view.state is state)
            button.setEnabled(not view.readonly)
        self.show_value(view)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            back = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            if not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                self.stepped.emit(-1 if back else +1)
                return
        elif not self._press_digit(event):
            super().keyPressEvent(event)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep Alt+8, Alt+9 and Alt+0 from being typed as words."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
            return alt and self._press_digit(event)
        return False

    def _press_digit(self, event: QKeyEvent) -> bool:
        alt = event.modifiers() & Qt.KeyboardModifier.AltModifier
        if not alt and (self.digits_are_words or event.modifiers() not in _PLAIN):
            return False
        digit = event.key() - Qt.Key.Key_0
        if digit == 0:
            self.take_back()
        elif digit in _STATES and _STATES[digit] in self._asides:
            self._on_aside(_STATES[digit])
        else:
            return False
        return True

    def _on_aside(self, state: AnswerState) -> None:
        if self.view.readonly:
            return
        if self.view.state is state:
            self._asides[state].setChecked(False)
            self.take_back()
            return
        for one, button in self._asides.items():
            button.setChecked(one is state)
        self.flush()
        self.stood.emit(self.path, state.value)

    def _make_asides(self) -> dict[AnswerState, Button]:
        found = {AnswerState.UNK: "casework-unknown"}
        if self.view.declined_allowed:
            found[AnswerState.DECLINED] = "casework-declined"
        made: dict[AnswerState, Button] = {}
        for digit, state in _STATES.items():
            if state in found:
                said = self.texts(found[state])
                button = Button(f"{digit}  {said}", name=f"{self.name}: {said}")
                button.setProperty("kind", "aside")
                button.setCheckable(True)
                button.on(partial(self._on_aside, state))
                made[state] = button
        return made

    def _stand(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(2)
        top.addWidget(self.label, 1)
        editor = self.make_editor()
        editor.installEventFilter(self)
        self._box.addLayout(top)
        self._box.addWidget(self._hint)
        self._box.addWidget(editor)
        self._box.addWidget(self._violation)
        for button in self._asides.values():
            top.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
