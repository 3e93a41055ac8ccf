"""What a person sees of a mistake of ours: that the work is safe, and the report, whole.

The report is shown before anybody can take it away; it is saved or copied by her, or not at
all. Nothing is sent.

Where it stands over no page at all there is no work to go on with: safe mode, the doctor and the
end of the program are what it offers, and Escape ends the program.
"""

from collections.abc import Callable

from PySide6.QtWidgets import QApplication, QPlainTextEdit, QWidget

from ui.health import open_health
from ui.session import Session
from ui.widgets import Button, row, words
from ui.widgets.paper import save_bytes
from ui.widgets.tall_sheet import TallSheet

_WIDTH, _HEIGHT = 680, 220


class CrashPage(TallSheet):
    """Stands over the work, which goes on below."""

    def __init__(
        self,
        session: Session,
        host: QWidget,
        report: str,
        restart: Callable[[], None],
        *,
        stuck: Callable[[], None] | None = None,
    ) -> None:
        """Show a report.

        Args:
            session: for its texts.
            host: the window.
            report: the whole of it.
            restart: begins again in safe mode.
            stuck: ends the program; said where nothing stands below.
        """
        says = session.texts
        self._session, self.report, self.stuck = session, report, stuck is not None
        again = self.stuck and not session.safe  # the way out, where there is no work
        ends = says("altered-close" if self.stuck else "crash-go-on")
        self.go_on = Button(ends, "plain" if again else "primary").on(self.close_sheet)
        self.save = Button(says("crash-save"), icon="download").on(self._on_save)
        self.copy = Button(says("crash-copy"), icon="copy").on(self._on_copy)
        self.restart = Button(says("crash-restart"), "primary" if again else "quiet")
        self.doctor = Button(says("doctor-open"), icon="life-buoy")
        self.doctor.on(lambda: open_health(session, host))
        take = (self.copy, self.save)
        usual = (self.restart, *take, self.go_on)
        below = (self.doctor, self.go_on, self.restart) if self.stuck else usual
        super().__init__(host, says("crash-title"), *below, width=_WIDTH)
        if stuck is None:
            self.restart.on(self.close_sheet)
            self.doctor.setParent(self)
            self.doctor.hide()
        else:
            self.closed.connect(stuck)
        self.restart.on(restart)
        self.restart.setVisible(not session.safe)  # it is on already
        self.shown = QPlainTextEdit(report)
        self.shown.setReadOnly(True)
        self.shown.setTabChangesFocus(True)
        self.shown.setAccessibleName(says("crash-report"))
        self.shown.setFixedHeight(_HEIGHT)
        self.put(
            words(says("crash-stuck" if self.stuck else "crash-body")),
            words(says("crash-inside"), "muted"),
            row(
                words(says("crash-report"), "strong", wrap=False),
                None,
                *(take if self.stuck else ()),
            ),
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
