"""How far one bundle is while it is on its way: a thin bar and its bytes."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QProgressBar, QWidget

from intake.text import Texts
from ui.widgets import column, words
from ui.widgets.progress import counted

if TYPE_CHECKING:
    from intake.desk.views.sync import SyncGoing

_STEPS = 1000


class ItemGoing(QWidget):
    """Out of sight unless its bundle is being carried."""

    def __init__(self, texts: Texts) -> None:
        """Stay out of sight."""
        super().__init__()
        self._texts = texts
        self.said = words("", "small")
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setRange(0, _STEPS)
        self.setLayout(column(self.said, self.bar, gap=4))
        self.hide()

    def show_going(self, now: "SyncGoing | None") -> None:
        """Show how far it is; None: it is not on its way."""
        if now is not None:
            said = self._texts("sync-item-going", at=now.at, of=now.of)
            far = counted(self._texts, now.done, now.total) if now.total else ""
            self.said.setText(" · ".join(filter(None, (said, far))))
            self.bar.setAccessibleName(said)
            share = min(now.done, now.total) / now.total if now.total else 0
            self.bar.setValue(round(_STEPS * share))
        self.setVisible(now is not None)
