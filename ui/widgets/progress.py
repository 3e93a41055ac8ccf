"""How far long work is: words, a bar, and a cancel that is always safe.

* Below 0.3 seconds nothing is shown, so that quick work does not flicker; then a spinner, and
  after 2 seconds a bar with a count and the cancel. Above 10 seconds see ``ui.long_work``.
* Bytes are shown as MB, everything else as a count.
"""

from collections.abc import Callable

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QProgressBar, QVBoxLayout, QWidget

from intake.text import Texts
from ui.widgets.button import Button
from ui.widgets.card import row
from ui.widgets.spinner import Spinner
from ui.widgets.words import words

_PATIENCE_MS, _BAR_MS = 300, 2_000
_BYTES = 1_000_000  # totals from here on are taken for bytes


class ProgressLine(QWidget):
    """What ``watch`` of a job is connected to."""

    def __init__(self, texts: Texts, parent: QWidget | None = None) -> None:
        """Stay out of sight until ``begin``."""
        super().__init__(parent)
        self._texts = texts
        self._cancel: Callable[[], None] | None = None
        self._what = words("", "strong", wrap=False)
        self._count = words("", "small", wrap=False)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.stop = Button(texts("shell-cancel"), "plain", icon="x").on(self._on_stop)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 8, 0, 8)
        box.setSpacing(8)
        self._spinner = Spinner()
        box.addLayout(row(self._spinner, self._what, None, self._count, 8, self.stop))
        box.addWidget(self.bar)
        self._patience = QTimer(self, singleShot=True, interval=_PATIENCE_MS)
        self._patience.timeout.connect(self.show)
        self._longer = QTimer(self, singleShot=True, interval=_BAR_MS)
        self._longer.timeout.connect(self._show_bar)
        self.hide()

    def begin(
        self,
        text: str,
        cancel: Callable[[], None] | None = None,
        *,
        at_once: bool = False,
    ) -> None:
        """Wait a breath, then show; without ``cancel`` there is no button.

        Work that follows other work at once goes on where that one stood.
        """
        self._what.setText(text)
        self._count.setText("")
        self.bar.setRange(0, 0)
        self.bar.setAccessibleName(text)
        self._cancel = cancel
        self.stop.setEnabled(True)
        if self.isHidden():
            self._hide_bar()
            self._longer.start()
        if at_once:
            self.show()
        elif self.isHidden():
            self._patience.start()

    def step(self, done: int, total: int, what: str) -> None:
        """Show a step; this is the ``watch`` of ``jobs.run``."""
        if self._texts.has(what):
            self._what.setText(self._texts(what))
        self.bar.setRange(0, 1000 if total else 0)
        if total:
            self.bar.setValue(round(1000 * min(done, total) / total))
            self._count.setText(counted(self._texts, done, total))

    def end(self) -> None:
        """Go out of sight."""
        self._patience.stop()
        self._longer.stop()
        self.hide()

    def _hide_bar(self) -> None:
        for widget in (self.bar, self._count, self.stop):
            widget.hide()

    def _show_bar(self) -> None:
        self.bar.show()
        self._count.show()
        self.stop.setVisible(self._cancel is not None)

    def _on_stop(self) -> None:
        self.stop.setEnabled(False)
        if self._cancel is not None:
            self._cancel()


def counted(texts: Texts, done: int, total: int) -> str:
    """Return how far something is, in megabytes or as a count."""
    if total >= _BYTES:
        return texts("shell-progress-bytes", done=done, total=total)
    return texts("shell-progress-count", done=done, total=total)
