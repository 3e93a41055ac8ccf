"""A short state: a word and a mark, so that colour never speaks alone."""

from typing import Literal

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from ui import theme

HEIGHT = 22  # the radius of the sheet is at most half of it
State = Literal["ok", "wait", "no", "info", "danger"]
_MARK = {"ok": "✓ ", "wait": "· ", "no": "– ", "info": "", "danger": "! "}


class Pill(QLabel):
    """One word about one thing (동의, 미성년, 보내지 않음)."""

    def __init__(
        self, text: str, state: State = "info", parent: QWidget | None = None
    ) -> None:
        """Say ``text`` in the tone of ``state``."""
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(HEIGHT)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.show_state(text, state)

    def show_state(self, text: str, state: State) -> None:
        """Say something else."""
        self.setText(_MARK[state] + text)
        self.setAccessibleName(text)
        theme.set_property(self, "pill", state)
