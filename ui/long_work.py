"""Work of more than ten seconds goes on in the rail: what it is, how far, and a cancel.

* Only the oldest is named; how many more there are is counted.
* Cancel is always safe; whoever began the work hears of it.
"""

from dataclasses import dataclass
from typing import Any

from PySide6.QtWidgets import QWidget

from intake.text import Texts
from ui.jobs import Job, Jobs
from ui.widgets import Button, Card, row, words
from ui.widgets.progress import counted

LONG = 10.0  # seconds


@dataclass(frozen=True, slots=True)
class Going:
    """What is said about work that goes on."""

    job: Job[Any]
    what: str
    count: str
    more: int


def going_on(jobs: Jobs, texts: Texts, seconds: float = LONG) -> Going | None:
    """Return what is said about the oldest long work, or None."""
    running = jobs.running(seconds)
    if not running:
        return None
    job = running[0]
    done, total, text_id = job.last or (0, 0, "")
    what = texts(text_id) if texts.has(text_id) else texts("shell-working")
    count = counted(texts, done, total) if total else ""
    return Going(job, what, count, len(running) - 1)


class LongWork(Card):
    """A quiet card; it is there only while something goes on."""

    def __init__(self, texts: Texts, parent: QWidget | None = None) -> None:
        """Stay out of sight."""
        super().__init__(ground="soft", gap=4, parent=parent)
        self._texts, self._narrow = texts, False
        self._going: Going | None = None
        self._what = words("", "small")
        self._count = words("", "small")
        name = texts("rail-stop")
        self.stop = Button(texts("shell-cancel"), "quiet", icon="x", name=name)
        self.stop.on(self._on_stop)
        self.body.setContentsMargins(12, 10, 12, 6)
        self.add(self._what, self._count, row(self.stop, None))
        self.hide()

    def show_going(self, going: Going | None) -> None:
        """Show what goes on, or nothing."""
        self._going = going
        if going is not None:
            more = self._texts("rail-more-work", count=going.more) if going.more else ""
            self._what.setText(going.what)
            self._count.setText(" · ".join(filter(None, (going.count, more))))
        self._show()

    def set_narrow(self, *, narrow: bool) -> None:
        """Show the cancel only, or words too."""
        self._narrow = narrow
        self.stop.setText("" if narrow else self._texts("shell-cancel"))
        self.stop.setToolTip(self._texts("rail-stop") if narrow else "")
        side = 0 if narrow else 12
        self.body.setContentsMargins(side, 10, side, 6)
        self._show()

    def _show(self) -> None:
        self._what.setVisible(not self._narrow)
        self._count.setVisible(bool(self._count.text()) and not self._narrow)
        self.setVisible(self._going is not None)

    def _on_stop(self) -> None:
        if self._going is not None:
            self._going.job.cancel()
            self.show_going(None)
