"""Whether everything is what it was written as."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from intake.errors import IntakeError
from ui.jobs import Lane
from ui.sections.section import Section
from ui.session import Session
from ui.widgets import Button, ProgressLine, Symbol, row, words

if TYPE_CHECKING:
    from intake.desk.views import VerifyView


class CareSection(Section):
    """Whether everything is what it was written as."""

    name = "care"

    def __init__(self, session: Session) -> None:
        """Offer the check."""
        super().__init__(session)
        says = self.texts
        self._verify = Button(says("settings-verify"), icon="shield-check")
        self._verify.on(self._on_verify)
        self._progress = ProgressLine(says)
        self._lines = QVBoxLayout()
        self.card(
            "settings-verify-title",
            words(says("settings-verify-help"), "muted"),
            row(self._verify, None),
            self._progress,
            self._lines,
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
            watch=self._progress.step,
            stopped=self._free,
        )

        def cancel() -> None:
            job.cancel()
            self._free()

        self._progress.begin(self.texts("settings-verifying"), cancel)

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

    def _on_refused(self, error: IntakeError) -> None:
        self._free()
        self.session.refuse(error)

    def _free(self) -> None:
        self._progress.end()
        self._verify.setEnabled(True)
