"""Choices with a digit before each: one of them, or several.

* The digits 1 to 7 are written on the choices; pressing one anywhere inside the group chooses.
  8 and 9 are left to whoever holds the group (모름, 말하고 싶지 않음).
* ``0`` clears; letters are never shortcuts, because in Hangul mode they begin a syllable.
* Arrow keys walk inside the group.
"""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QWidget
from typing_extensions import override

from ui.widgets.button import Button, Kind

Choice = tuple[str, str]  # value, label
DIGITS = 7


class Choices(QWidget):
    """A group of choices; ``chosen`` carries the values now chosen, in order."""

    chosen = Signal(tuple)

    def __init__(
        self,
        choices: Sequence[Choice],
        name: str,
        *,
        several: bool = False,
        columns: int = 0,
        digits: bool = True,
        kind: Kind = "choice",
        parent: QWidget | None = None,
    ) -> None:
        """Offer ``choices`` under the accessible name ``name``; 0 columns: one row."""
        super().__init__(parent)
        self._several = several
        self._buttons: dict[str, Button] = {}
        self.setAccessibleName(name)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(8)
        columns = columns or len(choices) or 1
        for index, (value, label) in enumerate(choices):
            button = self._button(index, label, name, digits=digits, kind=kind)
            self._buttons[value] = button
            button.clicked.connect(lambda _=False, value=value: self._on_press(value))
            grid.addWidget(button, index // columns, index % columns)
        if kind == "chip":
            grid.setColumnStretch(columns, 1)

    @property
    def values(self) -> tuple[str, ...]:
        """What is chosen now."""
        return tuple(v for v, button in self._buttons.items() if button.isChecked())

    def choose(self, *values: str) -> None:
        """Show values as chosen without saying so."""
        for value, button in self._buttons.items():
            button.setChecked(value in values)

    def button(self, value: str) -> Button:
        """Return the button of a value."""
        return self._buttons[value]

    def focus_first(self) -> None:
        """Put the focus on what is chosen, or on the first; an empty group takes none."""
        for value in [*self.values, *self._buttons][:1]:
            self._buttons[value].setFocus(Qt.FocusReason.OtherFocusReason)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, plain = (
            event.key(),
            not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier,
        )
        values = list(self._buttons)
        if plain and Qt.Key.Key_1 <= key < Qt.Key.Key_1 + min(len(values), DIGITS):
            self._on_press(values[key - Qt.Key.Key_1], by_key=True)
        elif plain and key == Qt.Key.Key_0:
            self.choose()
            self.chosen.emit(self.values)
        elif key in {Qt.Key.Key_Right, Qt.Key.Key_Down}:
            self._walk(+1)
        elif key in {Qt.Key.Key_Left, Qt.Key.Key_Up}:
            self._walk(-1)
        else:
            super().keyPressEvent(event)

    def _button(
        self, index: int, label: str, group: str, *, digits: bool, kind: Kind
    ) -> Button:
        shown = f"{index + 1}   {label}" if digits and index < DIGITS else label
        button = Button(shown, kind, name=f"{group}: {label}", parent=self)
        button.setCheckable(True)
        return button

    def _on_press(self, value: str, *, by_key: bool = False) -> None:
        button = self._buttons[value]
        if self._several:
            if by_key:
                button.toggle()
        else:
            self.choose(value)
        button.setFocus(Qt.FocusReason.OtherFocusReason)
        self.chosen.emit(self.values)

    def _walk(self, step: int) -> None:
        buttons = [button for button in self._buttons.values() if button.isEnabled()]
        here = next((i for i, b in enumerate(buttons) if b.hasFocus()), 0)
        buttons[(here + step) % len(buttons)].setFocus(Qt.FocusReason.TabFocusReason)
