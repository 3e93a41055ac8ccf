"""Buttons: what they say, how heavy they are, and the icon that follows the theme."""

from collections.abc import Callable
from typing import Literal

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtWidgets import QPushButton, QWidget
from typing_extensions import override

from ui import theme

Kind = Literal["primary", "plain", "quiet", "danger", "chip", "choice", "rail", "tab", "page", "section"]  # fmt: skip
_INK = {"primary": "on_accent", "danger": "danger", "rail": "muted", "quiet": "muted"}
_ICON = 18


class Button(QPushButton):
    """A button with words; ``danger`` only for what cannot be taken back."""

    def __init__(
        self,
        text: str,
        kind: Kind = "plain",
        *,
        icon: str = "",
        name: str = "",
        parent: QWidget | None = None,
    ) -> None:
        """Say ``text``; ``name`` is the accessible name where the text alone is not unique."""
        super().__init__(parent)
        self._icon_name, self._kind = icon, kind
        self.setText(text)
        self.setProperty("kind", kind)
        self.setAccessibleName(name or text)
        self.setAutoDefault(False)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setIconSize(QSize(_ICON, _ICON))
        self._draw_icon()

    def on(self, act: Callable[[], object]) -> "Button":
        """Do ``act`` when pressed, and return the button."""
        self.clicked.connect(lambda _checked=False: act())
        return self

    def set_kind(self, kind: Kind) -> None:
        """Be heavier or lighter from now on."""
        self._kind = kind
        theme.set_property(self, "kind", kind)
        self._draw_icon()

    @override
    def setText(self, text: str) -> None:
        """Say ``text``, a breath away from the icon."""
        shown = text.replace("&", "&&")  # Qt would make a mnemonic of it
        super().setText(f" {shown}" if self._icon_name and text else shown)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in {QEvent.Type.PaletteChange, QEvent.Type.EnabledChange}:
            self._draw_icon()

    def _draw_icon(self) -> None:
        name = getattr(self, "_icon_name", "")
        if name:
            ink = _INK.get(self._kind, "text") if self.isEnabled() else "muted"
            self.setIcon(theme.icon(name, getattr(theme.now(), ink), _ICON))


def icon_button(icon: str, name: str, act: Callable[[], object]) -> Button:
    """Return a button that shows only an icon; its name is also its tool tip."""
    button = Button("", "quiet", icon=icon, name=name).on(act)
    button.setToolTip(name)
    button.setFixedSize(36, 36)
    return button
