"""From the clipboard to the ledger: look, show, add (붙여넣기)."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from intake.desk.views.deleting import PastePreview
from intake.errors import IntakeError
from ui.jobs import Lane
from ui.screens.case.postings.paste import (  # fmt: skip
    PasteBar,
    PasteSheet,
    PreviewSheet,
    clipboard_text,
)
from ui.screens.case.postings.undoing import offer_undo
from ui.session import Session
from ui.widgets import ProgressLine

if TYPE_CHECKING:
    from intake.desk import Desk
    from intake.desk.views.undoing import UndoLine
    from intake.progress import Progress


class Pasting(QWidget):
    """The paste bar, and how far adding is."""

    def __init__(self, session: Session) -> None:
        """Look at nothing yet."""
        super().__init__()
        self._session, self._texts, self.case = session, session.texts, ""
        self._unread = True
        self.bar, self.progress = PasteBar(session.texts), ProgressLine(session.texts)
        self.bar.details_wanted.connect(self._open_preview)
        self.bar.add_wanted.connect(self.add)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(self.bar)
        box.addWidget(self.progress)
        QGuiApplication.clipboard().dataChanged.connect(self._on_clipboard)
        self.setVisible(False)

    def show_case(self, case: str) -> None:
        """Look what the clipboard would add to a case."""
        if case != self.case:
            self.bar.forget()
            self.case, self._unread = case, True
        if self._unread or self.bar.isVisible():
            self.look_at_clipboard()

    def look_at_clipboard(self) -> None:
        """Say in the bar what the clipboard would add."""
        self._unread = False
        text = clipboard_text()
        if text and self.case:
            self._ask(text, open_=False)
        else:
            self.bar.forget()

    def paste(self) -> None:
        """Show at once what the clipboard would add (Ctrl+V)."""
        text = clipboard_text()
        if text:
            self._ask(text, open_=True)
        else:
            self._session.toast(self._texts("postings-paste-nothing"))

    def look_at(self, text: str) -> None:
        """Show what a typed or dropped text would add."""
        self._ask(text, open_=True)

    def open_box(self) -> None:
        """Open a place to type and to drop into."""
        sheet = PasteSheet(self.window(), self._texts, self.look_at)
        sheet.open_sheet(sheet.edit)

    def add(self, found: PastePreview) -> None:
        """Add what is new, in one step."""
        case, urls = self.case, found.urls

        def deed(desk: "Desk", progress: "Progress") -> "tuple[int, UndoLine | None]":
            return _add(desk, case, urls, progress)

        job = self._session.do(
            deed,
            self._on_added,
            by=self,
            watch=self.progress.step,
            stopped=self._on_stopped,
            otherwise=self._on_refused,
        )
        self.bar.forget()
        self.progress.begin(self._texts("postings-adding"), job.cancel)

    def _ask(self, text: str, *, open_: bool) -> None:
        case = self.case
        job = self._session.ask(
            lambda desk, progress: desk.postings.preview(case, text, progress),
            lambda found: self._on_preview(found, open_=open_),
            by=self,
            slot="preview",
            lane=Lane.BULK,  # the rows of the list do not wait for it
            watch=self.progress.step,
            stopped=self.progress.end,
            otherwise=self._on_refused,
        )
        self.setVisible(True)
        self.progress.begin(self._texts("postings-reading"), job.cancel)

    def _on_preview(self, found: PastePreview, *, open_: bool) -> None:
        self.progress.end()
        if open_:
            self._open_preview(found)
        else:
            self.bar.show_preview(found)

    def _open_preview(self, found: PastePreview) -> None:
        sheet = PreviewSheet(self.window(), self._texts, found, self.add)
        sheet.open_sheet(sheet.add_ if sheet.add_.isEnabled() else sheet.table)

    def _on_added(self, done: "tuple[int, UndoLine | None]") -> None:
        self.progress.end()
        count, step = done
        text = self._texts("postings-added", count=count)
        offer_undo(self._session, self, text, step)

    def _on_refused(self, error: IntakeError) -> None:
        self.progress.end()
        self._session.refuse(error)

    def _on_stopped(self) -> None:
        self.progress.end()
        self._session.toast(self._texts("postings-adding-stopped"))
        self.look_at_clipboard()

    @override
    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.WindowActivate and self._unread:
            self._on_clipboard()
        return super().event(event)

    def _on_clipboard(self) -> None:
        self._unread = True
        if self.window().isActiveWindow() and self._is_seen():
            self.look_at_clipboard()

    def _is_seen(self) -> bool:
        around = self.parentWidget()
        return around is not None and around.isVisible()


def _add(
    desk: "Desk", case: str, urls: Sequence[str], progress: "Progress"
) -> "tuple[int, UndoLine | None]":
    return desk.postings.add(case, urls, progress=progress), desk.undo.next()
