"""Where bundles are left and picked up."""

from typing_extensions import override

from intake.errors import IntakeError
from ui.sections.section import Section
from ui.session import Session
from ui.widgets import Button, ProgressLine, row, say, words
from ui.wizards.mailbox_form import MailboxForm


class MailboxSection(Section):
    """Where bundles are left and picked up."""

    name = "mailbox"

    def __init__(self, session: Session) -> None:
        """Show the form of the first run, and a button to keep it."""
        super().__init__(session)
        says = self.texts
        self.form = MailboxForm(session)
        self.form.changed.connect(self._show_button)
        self._kept: str | None = None
        self._error = words("", tone="danger")
        self._error.hide()
        self._progress = ProgressLine(says)
        self.keep = Button(says("settings-mailbox-keep"), "primary").on(self._on_keep)
        self.card(
            "setup-mailbox",
            words(says("setup-mailbox-hint"), "muted"),
            self.form,
            self._error,
            self._progress,
            row(self.keep, None),
        )
        self.end()
        self._show_button()

    @override
    def arrive(self) -> None:
        """Show the mailbox that is kept."""
        self.session.ask(
            lambda desk, _progress: desk.exchange.mailbox() or "",
            self._on_mailbox,
            by=self,
            slot="mailbox",
        )

    def _on_mailbox(self, place: str) -> None:
        self._kept = place
        self.form.show_mailbox(place)

    def _show_button(self) -> None:
        wanted = self.form.wanted
        self.keep.setEnabled(wanted is not None and wanted != self._kept)

    def _on_keep(self) -> None:
        say(self._error, "")
        self.keep.setEnabled(False)
        job = self.form.keep(
            self._on_kept, otherwise=self._on_refused, stopped=self._free
        )

        def cancel() -> None:
            job.cancel()
            self._free()

        self._progress.begin(self.texts("mailbox-trying"), cancel)

    def _on_kept(self) -> None:
        self._kept = self.form.wanted
        self._free()

    def _on_refused(self, error: IntakeError) -> None:
        self._free()
        said = self.texts.error(error)
        say(self._error, f"{said.sentence}\n{said.remedy}", "danger")

    def _free(self) -> None:
        self._progress.end()
        self._show_button()
