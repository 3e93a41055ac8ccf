"""Where files are dropped or picked; nothing is read before somebody said what they are."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog
from typing_extensions import override

from intake.text import Texts
from ui.widgets import Button, Card, ProgressLine, Symbol, column, row, words


class DropCard(Card):
    """Takes files by hand or by mouse, and shows how far their reading is."""

    dropped = Signal(tuple)  # paths
    typed = Signal()

    def __init__(self, texts: Texts) -> None:
        """Offer the two ways in."""
        super().__init__(ground="soft", gap=12)
        self._texts = texts
        self.setAcceptDrops(True)
        self.pick = Button(texts("evidence-pick"), "primary", icon="folder-open")
        self.pick.on(self._on_pick)
        self.type = Button(texts("evidence-type-hash"), icon="hash")
        self.type.on(self.typed.emit)
        self.progress = ProgressLine(texts)
        told = column(
            words(texts("evidence-drop"), "strong"),
            words(texts("evidence-drop-help"), "small"),
            gap=2,
        )
        head = row(Symbol("file-plus", "muted", 24), gap=14)
        head.addLayout(told, 1)
        head.addWidget(self.type)
        head.addWidget(self.pick)
        self.add(head, self.progress)

    def be_busy(self, *, busy: bool) -> None:
        """Take nothing more while files are read."""
        self.setAcceptDrops(not busy)
        self.pick.setEnabled(not busy)
        self.type.setEnabled(not busy)

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        urls = event.mimeData().urls()
        self._tell([url.toLocalFile() for url in urls if url.isLocalFile()])
        event.acceptProposedAction()

    def _on_pick(self) -> None:
        chosen, _ = QFileDialog.getOpenFileNames(self, self._texts("evidence-pick"))
        self._tell(chosen)

    def _tell(self, names: Sequence[str]) -> None:
        paths = tuple(Path(name) for name in names if name)
        if paths:
            self.dropped.emit(paths)
