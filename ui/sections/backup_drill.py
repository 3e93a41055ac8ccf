"""복구 연습: open the newest backup for real, in a scratch place, and say what was found."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from intake.errors import IntakeError, Locked
from ui.jobs import Lane
from ui.session import Session
from ui.widgets import Button, PassphraseField, ProgressLine, row, say, words
from ui.widgets.field import labelled

if TYPE_CHECKING:
    from intake.desk.views.backups import BackupsView, DrillView


class BackupDrill(QWidget):
    """Asks for the code or the passphrase; ``tried`` when the backup opened."""

    tried = Signal()

    def __init__(self, session: Session) -> None:
        """Wait for a backup to try."""
        super().__init__()
        self._session, says = session, session.texts
        self.texts = says
        self._name, self._going = "", False
        self._state, self._found = words("", "small"), words("", tone="ok")
        self.secret = PassphraseField(says, says("backups-drill-secret"))
        self.secret.edited.connect(self._show_button)
        self.secret.submitted.connect(self._on_try)
        self.button = Button(says("backups-drill"), icon="life-buoy").on(self._on_try)
        self.progress = ProgressLine(says)
        self._found.hide()
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(12)
        box.addWidget(words(says("backups-drill-help"), "muted"))
        box.addWidget(labelled(says("backups-drill-secret"), self.secret))
        box.addLayout(row(self.button, None, self._state))
        box.addWidget(self.progress)
        box.addWidget(self._found)
        self._show_button()

    def show_state(self, view: "BackupsView") -> None:
        """Show when the last drill was; the newest usable backup is the one to try."""
        self._name = next((line.name for line in view.lines if line.ok), "")
        says, at = self.texts, view.drilled_ms
        last = says("backups-drilled-last", moment=says.moment(at)) if at else says("backups-drilled-never")  # fmt: skip
        self._state.setText(last)
        self._show_button()

    def _show_button(self) -> None:
        said = bool(self._name) and bool(self.secret.text())
        self.button.setEnabled(said and not self._going)

    def _on_try(self) -> None:
        if not self.button.isEnabled():
            return
        name, secret = self._name, self.secret.text()
        self._going = True
        self._show_button()
        say(self._found, "")
        job = self._session.do(
            lambda desk, progress: desk.backups.drill(name, secret, progress),
            self._on_tried,
            by=self,
            lane=Lane.CARRY,
            otherwise=self._on_refused,
            watch=self.progress.step,
            stopped=self._free,
        )

        def cancel() -> None:
            job.cancel()
            self._free()

        self.progress.begin(self.texts("backups-drilling"), cancel)

    def _on_tried(self, view: "DrillView") -> None:
        self.secret.clear()
        self._free()
        say(self._found, self.texts("backups-drilled", cases=view.cases), "ok")
        self.tried.emit()

    def _on_refused(self, error: IntakeError) -> None:
        self._free()
        if not isinstance(error, Locked):
            self._session.refuse(error)
            return
        said = self.texts.error(error)  # a mistyped secret is corrected here
        say(self._found, f"{said.sentence} {said.remedy}", "danger")

    def _free(self) -> None:
        self._going = False
        self.progress.end()
        self._show_button()
