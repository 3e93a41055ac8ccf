"""Whether everything is what it was written as, and a copy of it."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from intake.errors import IntakeError
from ui.jobs import Job, Lane
from ui.sections.section import Section
from ui.session import Session
from ui.widgets import (
    Button,
    ProgressLine,
    Symbol,
    row,
    words,
)

if TYPE_CHECKING:
    from intake.desk.views import BackupView, VerifyView


class CareSection(Section):
    """Whether everything is what it was written as, and a copy of it."""

    name = "care"

    def __init__(self, session: Session) -> None:
        """Offer the check and the copy."""
        super().__init__(session)
        says = self.texts
        self._verify = Button(says("settings-verify"), icon="shield-check")
        self._verify.on(self._on_verify)
        self._verify_progress, self._backup_progress = (
            ProgressLine(says),
            ProgressLine(says),
        )
        self._lines = QVBoxLayout()
        self._backup = Button(says("settings-backup"), icon="archive")
        self._backup.on(self._on_backup)
        self._backed_up = words("", "muted")
        self.card(
            "settings-verify-title",
            words(says("settings-verify-help"), "muted"),
            row(self._verify, None),
            self._verify_progress,
            self._lines,
        )
        self.card(
            "settings-backup-title",
            words(says("settings-backup-help"), "muted"),
            row(self._backup, None),
            self._backup_progress,
            self._backed_up,
        )
        self.end()

    def _on_verify(self) -> None:
        self._verify.setEnabled(False)
        job = self.session.ask(
            lambda desk, progress: desk.keys.verify(progress),
            self._on_verified,
            by=self,
            lane=Lane.BULK,
            otherwise=self._on_refused,
            watch=self._verify_progress.step,
            stopped=self._free,
        )
        self._verify_progress.begin(
            self.texts("settings-verifying"), self._cancelling(job)
        )

    def _cancelling(
        self, job: "Job[VerifyView] | Job[BackupView]"
    ) -> Callable[[], None]:
        def cancel() -> None:
            job.cancel()
            self._free()

        return cancel

    def _on_verified(self, view: "VerifyView") -> None:
        self._free()
        while (item := self._lines.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        for one in view.lines:
            icon, ink = ("circle-check", "ok") if one.ok else ("circle-alert", "danger")
            line = QWidget()
            line.setLayout(
                row(Symbol(icon, ink), words(self.texts(one.text_id, **one.facts)))
            )
            self._lines.addWidget(line)

    def _on_backup(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self, self.texts("settings-backup"))
        if not chosen:
            return
        self._backup.setEnabled(False)
        job = self.session.do(
            lambda desk, progress: desk.keys.backup(Path(chosen), progress),
            self._on_backed_up,
            by=self,
            lane=Lane.CARRY,
            otherwise=self._on_refused,
            watch=self._backup_progress.step,
            stopped=self._free,
        )
        self._backup_progress.begin(
            self.texts("settings-backing-up"), self._cancelling(job)
        )

    def _on_backed_up(self, view: "BackupView") -> None:
        self._free()
        said = self.texts("settings-backed-up", name=view.path.name, size=view.size)
        self._backed_up.setText(said)

    def _on_refused(self, error: IntakeError) -> None:
        self._free()
        self.session.refuse(error)

    def _free(self) -> None:
        for progress in (self._verify_progress, self._backup_progress):
            progress.end()
        self._verify.setEnabled(True)
        self._backup.setEnabled(True)
