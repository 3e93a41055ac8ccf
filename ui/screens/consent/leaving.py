"""The bar below the gate: the paper form, and the one button that goes on."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from intake.text import Texts
from ui.widgets import Button, words


class LeavingBar(QWidget):
    """Says where the button leads, as the recording was agreed to or not."""

    printed = Signal()
    saved = Signal()
    went = Signal()

    def __init__(self, texts: Texts) -> None:
        """Stand under the page."""
        super().__init__()
        self._texts = texts
        self.setObjectName("footer")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.print = Button(texts("gate-print"), icon="printer").on(self.printed.emit)
        self.save = Button(texts("gate-save"), icon="download").on(self.saved.emit)
        self.go = Button("", "primary").on(self.went.emit)
        self.go.setAutoDefault(True)
        self._hint = words("", "small")
        self._hint.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)  # fmt: skip
        box = QHBoxLayout(self)
        box.setContentsMargins(24, 12, 24, 12)
        box.setSpacing(8)
        box.addWidget(self.print)
        box.addWidget(self.save)
        box.addWidget(self._hint, 1)
        box.addWidget(self.go)

    def show_state(self, record: str, *, new: bool) -> None:
        """Say what the button does now."""
        text_id = "gate-keep"
        if new:
            known = {"AGREED": "gate-start", "REFUSED": "gate-anonymous"}
            text_id = known.get(record, "gate-not-yet")
        said = self._texts(text_id)
        self.go.setText(said)
        self.go.setAccessibleName(said)
        hint = "consent-gate-anonymous" if record == "REFUSED" else "gate-undecided"
        self._hint.setText(self._texts(hint) if new or record == "REFUSED" else "")
