"""Words on the screen: one function, so that every label is drawn the same way."""

from typing import Literal

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from ui import theme

Role = Literal[
    "body", "display", "title", "heading", "strong", "muted", "small", "note", "code", "figure"
]  # fmt: skip
Tone = Literal["", "ok", "wait", "no", "danger"]


def words(
    text: str = "",
    role: Role = "body",
    *,
    tone: Tone = "",
    wrap: bool = True,
    selectable: bool = False,
    parent: QWidget | None = None,
) -> QLabel:
    """Return a label; what it says is plain text, never markup."""
    label = QLabel(text, parent)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(wrap)
    label.setProperty("role", role)
    label.setProperty("tone", tone)
    if selectable:
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label


def say(label: QLabel, text: str, tone: Tone = "") -> None:
    """Change what a label says and how."""
    label.setText(text)
    label.setVisible(bool(text))
    theme.set_property(label, "tone", tone)
