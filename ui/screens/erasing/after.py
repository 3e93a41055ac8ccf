"""What was done, and the two certificates."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.session import Session
from ui.syncing.copies import copy_line
from ui.widgets import Button, Card, Symbol, row, words
from ui.widgets.tall_sheet import empty_box

if TYPE_CHECKING:
    from intake.desk.views.copies import CopyLine
    from intake.desk.views.office import DestructionView


class AfterStep(QWidget):
    """Calm, with a number; the case number is known here for the last time."""

    wanted = Signal(bool)  # her own copy
    left = Signal()

    def __init__(self, session: Session) -> None:
        """Stand empty."""
        super().__init__()
        self.texts = says = session.texts
        self._title = words(says("erasing-done-title"), "title")
        self._done, self._proof = words("", "note"), words("")
        self._copies = QVBoxLayout()
        self._copies.setSpacing(8)
        office = Button(says("erasing-certificate"), "primary", icon="file-check")
        own = Button(says("erasing-certificate-own"), icon="file-text")
        leave = Button(says("erasing-cases")).on(self.left.emit)
        self.office = office.on(lambda: self.wanted.emit(False))
        self.own = own.on(lambda: self.wanted.emit(True))
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(
            Card(
                row(Symbol("circle-check", "ok", 28), self._title, None),
                self._done,
                self._proof,
                words(says("erasing-next-bundle"), "muted"),
                self._copies,
                8,
                row(self.office, self.own, None),
                words(says("erasing-certificate-help"), "small"),
                gap=10,
            )
        )
        box.addSpacing(8)
        box.addLayout(row(None, leave))

    def show_copies(self, copies: "tuple[CopyLine, ...]") -> None:
        """Show who had a copy, and how far each was told."""
        empty_box(self._copies)
        if copies:
            self._copies.addWidget(words(self.texts("erased-copies"), "strong"))
        for one in copies:
            self._copies.addWidget(copy_line(self.texts, one))

    def show_done(self, view: "DestructionView") -> None:
        """Show the number, and whether the chain holds."""
        says = self.texts
        self._done.setText(
            says("erasing-done", records=view.records, number=view.number)
        )
        proven = "erasing-proven" if view.proven_on else "erasing-unproven"
        self._proof.setText(says(proven))
