"""What a person sees of a mistake of ours: that the work is safe, and the report, whole.

The report is shown before anybody can take it away; it is saved or copied by her, or not at
all. Nothing is sent.
"""

from collections.abc import Callable

from PySide6.QtWidgets import QApplication, QPlainTextEdit, QWidget

from ui.session import Session
from ui.widgets import Button, words
from ui.widgets.paper import save_bytes
from ui.widgets.tall_sheet import TallSheet

_WIDTH, _HEIGHT = 680, 220


class CrashPage(TallSheet):
    """Stands over the work, which goes on below."""

    def __init__(
        self, session: Session, host: QWidget, report: str, restart: Callable[[], None]
    ) -> None:
        """Show a report; ``restart`` begins again in safe mode."""
        says = session.texts
        self._session, self.report = session, report
        self.go_on = Button(says("crash-go-on"), "primary").on(self.close_sheet)
        self.save = Button(says("crash-save"), icon="download").on(self._on_save)
        self.copy = Button(says("crash-copy"), icon="copy").on(self._on_copy)
        self.restart = Button(says("crash-restart"), "quiet")
        self.restart.on(self.close_sheet).on(restart)
        title = says("crash-title")
        super().__init__(
            host, title, self.restart, self.copy, self.save, self.go_on, width=_WIDTH
        )
        self.restart.setVisible(not session.safe)  # it is on already
        self.shown = QPlainTextEdit(report)
        self.shown.setReadOnly(True)
        self.shown.setTabChangesFocus(True)
        self.shown.setAccessibleName(says("crash-report"))
        self.shown.setFixedHeight(_HEIGHT)
        self.put(
            words(says("crash-body")),
            words(says("crash-inside"), "muted"),
            words(says("crash-report"), "strong"),
            self.shown,
        )

    def _on_copy(self) -> None:
        QApplication.clipboard().setText(self.report)
        self._session.toast(self._session.texts("shell-copied"))

    def _on_save(self) -> None:
        says = self._session.texts
        try:
            path = save_bytes(self, says("crash-file"), self.report.encode())
        except OSError:
            self._session.toast(says("shell-cannot-save"))
            return
        if path is not None:
            self._session.toast(says("shell-saved-file", name=path.name))
