"""A field for a passphrase that says what the keyboard is doing.

* Caps Lock and 한/영 are shown in words: a passphrase typed in Hangul mode is the most
  frequent call for help.
* The text can be revealed; it is hidden again when the field loses its window.
* Hangul may be typed into it (a passphrase can be three Korean words); nothing typed here is
  offered to the input method's memory.
"""

import unicodedata

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from typing_extensions import override

from intake.text import Texts
from ui.widgets.button import icon_button
from ui.widgets.card import row
from ui.widgets.words import say, words

_HINTS = (
    Qt.InputMethodHint.ImhSensitiveData
    | Qt.InputMethodHint.ImhNoPredictiveText
    | Qt.InputMethodHint.ImhNoAutoUppercase
)


class _Line(QLineEdit):
    """The line itself; tells what was typed without keeping it."""

    keyed = Signal(str, bool)  # the character, whether Shift was down
    caps_pressed = Signal()

    def __init__(self, name: str) -> None:
        super().__init__()
        self.preedit = ""
        self.setAccessibleName(name)
        self.show_text(shown=False)

    def show_text(self, *, shown: bool) -> None:
        normal, hidden = QLineEdit.EchoMode.Normal, QLineEdit.EchoMode.Password
        self.setEchoMode(normal if shown else hidden)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)
        self.setInputMethodHints(_HINTS)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_CapsLock:
            self.caps_pressed.emit()
        super().keyPressEvent(event)
        if event.text():
            shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self.keyed.emit(event.text(), shift)

    @override
    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        self.preedit = event.preeditString()
        super().inputMethodEvent(event)
        if event.commitString() or self.preedit:
            self.keyed.emit(event.commitString() or self.preedit, False)


class PassphraseField(QWidget):
    """A passphrase, a reveal button, and what the keyboard is doing."""

    submitted = Signal()
    edited = Signal()

    def __init__(
        self, texts: Texts, name: str, *, parent: QWidget | None = None
    ) -> None:
        """Be called ``name``."""
        super().__init__(parent)
        self._texts = texts
        self._caps: bool | None = None
        self.line = _Line(name)
        self.line.setMinimumHeight(22)
        self.reveal = icon_button(
            "eye", texts("shell-reveal", field=name), self._on_reveal
        )
        self.reveal.setCheckable(True)
        self.state = words("", "small", wrap=True)
        self.state.setMinimumHeight(18)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(6)
        box.addLayout(row(self.line, self.reveal, gap=4))
        box.addWidget(self.state)
        self.line.keyed.connect(self._on_keyed)
        self.line.caps_pressed.connect(self._on_caps)
        self.line.returnPressed.connect(self.submitted)
        self.line.textChanged.connect(lambda _text: self.edited.emit())
        self.setFocusProxy(self.line)
        self._say(hangul=None)

    def text(self) -> str:
        """Return what was typed, with a syllable in composition, as NFC."""
        return unicodedata.normalize("NFC", self.line.text() + self.line.preedit)

    def set_text(self, text: str) -> None:
        """Fill the field, for a suggested passphrase."""
        self.line.setText(text)

    def clear(self) -> None:
        """Forget what was typed."""
        self.line.clear()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.ActivationChange and not self.isActiveWindow():
            self._show(shown=False)

    def _on_reveal(self) -> None:
        self._show(shown=self.line.echoMode() is not QLineEdit.EchoMode.Normal)

    def _show(self, *, shown: bool) -> None:
        self.reveal.setChecked(shown)
        self.line.show_text(shown=shown)

    def _on_caps(self) -> None:
        self._caps = not self._caps if self._caps is not None else None

    def _on_keyed(self, text: str, shift: bool) -> None:
        letter = text[-1]
        hangul = "ㄱ" <= letter <= "ㆎ" or "가" <= letter <= "힣"
        if letter.isascii() and letter.isalpha():
            self._caps = letter.isupper() != shift
        self._say(hangul=hangul if letter.isalpha() else None)

    def _say(self, *, hangul: bool | None) -> None:
        if self._caps:
            say(self.state, self._texts("shell-caps-on"), "wait")
        elif hangul is None:
            say(self.state, self._texts("shell-keyboard-unknown"))
        elif hangul:
            say(self.state, self._texts("shell-keyboard-hangul"), "wait")
        else:
            say(self.state, self._texts("shell-keyboard-latin"))
