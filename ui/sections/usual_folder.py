"""The folder that is offered first when somebody sends or receives by hand (우편함)."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from intake.errors import IntakeError
from ui.session import Session
from ui.widgets import Button, Card, ProgressLine, row, say, words
from ui.wizards.mailbox_form import MailboxForm

if TYPE_CHECKING:
    from intake.desk.views.places import PlaceView


class UsualFolder(Card):
    """The form of the first run, and a button to keep it; the same folder can be a place too."""

    wanted = Signal(str)  # this folder as a place

    def __init__(self, session: Session) -> None:
        """Stand empty; ``show_kept`` fills it."""
        super().__init__(gap=12)
        self.session, says = session, session.texts
        self.texts = says
        self.form = MailboxForm(session)
        self.form.changed.connect(self._show_button)
        self._kept: str | None = None
        self._error = words("", tone="danger")
        self._error.hide()
        self._progress = ProgressLine(says)
        self.keep = Button(says("settings-mailbox-keep")).on(self._on_keep)
        self.by_itself = Button(says("place-from-folder"), "quiet", icon="plus")
        self.by_itself.on(lambda: self.wanted.emit(self._kept or ""))
        self.add(
            words(says("place-usual-title"), "heading"),
            words(says("place-usual-help"), "muted"),
            self.form,
            self._error,
            self._progress,
            row(self.keep, self.by_itself, None),
        )
        self._places: tuple[str, ...] = ()
        self._show_button()

    def show_kept(self, folder: str, places: "tuple[PlaceView, ...]") -> None:
        """Show the folder that is kept."""
        self._kept = folder
        self._places = tuple(one.address for one in places if one.kind == "folder")
        self.form.show_mailbox(folder)
        self._show_button()

    def _show_button(self) -> None:
        wanted = self.form.wanted
        self.keep.setEnabled(wanted is not None and wanted != self._kept)
        alone = bool(self._kept) and self._kept not in self._places
        self.by_itself.setVisible(alone and wanted == self._kept)

    def _on_keep(self) -> None:
        say(self._error, "")
        self.keep.setEnabled(False)
        job = self.form.keep(self._on_kept, otherwise=self._on_refused, stopped=self._free)  # fmt: skip
        self._progress.begin(self.texts("mailbox-trying"), self._cancelling(job.cancel))

    def _cancelling(self, cancel: Callable[[], None]) -> Callable[[], None]:
        def cancelled() -> None:
            cancel()
            self._free()

        return cancelled

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
